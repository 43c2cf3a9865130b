//! The credit limit step by step: a line to see it at a glance, and the same figures as a table.

use leptos::prelude::*;

use super::timeline::{Span, Step, horizon, last_moment, steps};
use crate::{
    browser::time,
    features::spending::WRITE,
    ui::{
        amount::{NOT_STATED, money_view},
        table::{Column, table},
    },
};
use contract::Money;

/// What counts when from today on, with a change and without it.
pub fn preview(permanent: Option<&Money>, now: &[Span], then: &[Span]) -> AnyView {
    let all: Vec<Span> = now.iter().chain(then).cloned().collect();
    let today = time::today();
    let window = [today, horizon(today, last_moment(&all).map(|last| WRITE.day(last)))];
    let [from, until] = window.map(|day| time::start_of_day(day).epoch_millis());
    let window = (from, until);
    let (before, after) = (steps(permanent, now, window), steps(permanent, then, window));
    let rows = after.iter().enumerate().map(|(place, step)| {
        let last = place + 1 == after.len();
        let until = if last { "and on".into() } else { WRITE.moment(step.until) };
        let limit = step.limit.as_ref().map_or_else(|| NOT_STATED.into_any(), money_view);
        let why = if step.span.is_some() { "Temporary" } else { "Permanent" };
        vec![WRITE.moment(step.from).into_any(), until.into_any(), limit, why.into_any()]
    });
    let heads = [Column::text("From"), Column::text("Until"), Column::figures("Limit"), Column::text("Which")];
    view! {
        {line(&before, &after, window)}
        {table("The credit limit step by step", &heads, rows.collect())}
    }
    .into_any()
}

const WIDTH: i64 = 600;
const HEIGHT: i64 = 96;

/// The stepped line; what is without the change is dashed.
fn line(before: &[Step], after: &[Step], window: (i64, i64)) -> AnyView {
    let limits = before.iter().chain(after).filter_map(|step| step.limit.as_ref()).map(|limit| limit.value);
    let highest = limits.max().unwrap_or(0).max(1);
    let (now, then) = (path(before, window, highest), path(after, window, highest));
    let dashed = (now != then).then(|| view! { <path class="before" d=now></path> });
    view! {
        <svg
            class="stepped"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            preserveAspectRatio="none"
            role="img"
            aria-label="The credit limit over time; the same figures are in the table below"
        >
            {dashed}
            <path class="after" d=then></path>
        </svg>
        <p class="ends" aria-hidden="true"><small>{date(window.0)}</small><small>{date(window.1)}</small></p>
    }
    .into_any()
}

fn date(moment: i64) -> String {
    time::date(&contract::Instant::from_epoch_millis(moment))
}

/// Horizontal for as long as a limit counts, vertical where it changes; broken where it is not stated. Nought lies on the
/// lower edge.
fn path(steps: &[Step], (from, until): (i64, i64), highest: i64) -> String {
    let across = |moment: i64| scaled(moment - from, until - from, WIDTH);
    let down = |value: i64| HEIGHT - 4 - scaled(value.max(0), highest, HEIGHT - 8);
    let mut path = String::new();
    let mut goes_on = false;
    for step in steps {
        let Some(limit) = &step.limit else {
            goes_on = false;
            continue;
        };
        let (x, y) = (across(step.from), down(limit.value));
        path += &if goes_on { format!("V{y}") } else { format!("M{x} {y}") };
        path += &format!("H{}", across(step.until));
        goes_on = true;
    }
    path
}

/// So much of `length` as `part` is of `whole`, in whole units.
fn scaled(part: i64, whole: i64, length: i64) -> i64 {
    let scaled = i128::from(part) * i128::from(length) / i128::from(whole.max(1));
    i64::try_from(scaled).unwrap_or(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(from: i64, until: i64, value: Option<i64>) -> Step {
        let limit = value.map(|value| Money { value, exponent: 2, iso_code: "EUR".into() });
        Step { from, until, limit, span: None }
    }

    #[test]
    fn the_line_is_level_while_a_limit_counts_and_upright_where_it_changes() {
        let steps = [step(0, 25, Some(50)), step(25, 75, Some(100)), step(75, 100, Some(50))];
        assert_eq!(path(&steps, (0, 100), 100), "M0 48H150V4H450V48H600");
    }

    #[test]
    fn what_is_not_stated_is_a_gap_and_not_nought() {
        let steps = [step(0, 50, None), step(50, 100, Some(100))];
        assert_eq!(path(&steps, (0, 100), 100), "M300 4H600");
    }

    #[test]
    fn the_largest_amounts_do_not_overflow() {
        let steps = [step(0, 1, Some(i64::MAX))];
        assert_eq!(path(&steps, (0, 1), i64::MAX), "M0 4H600");
    }
}
