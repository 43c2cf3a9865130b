//! From one day to another, both included, by the issuer's calendar.

use contract::{CalendarDate, Instant};
use leptos::{ev::SubmitEvent, prelude::*};

use super::{Control, Field, all_right, typed};
use crate::browser::time;

/// The two fields. Cheap to clone.
#[derive(Clone)]
pub struct Period {
    from: Field,
    to: Field,
}

impl Period {
    /// The last so many days, today included.
    pub fn last_days(days: i64, from: &'static str, to: &'static str) -> Self {
        let today = time::today();
        Self { from: Field::holding(from, today.plus_days(1 - days).to_iso()), to: Field::holding(to, today.to_iso()) }
    }

    /// The days that were typed; what is wrong stands beside the fields, and the first wrong one has the focus.
    pub fn days(&self) -> Option<(CalendarDate, CalendarDate)> {
        let (from, to) = (self.from.read(typed::date), self.to.read(typed::date));
        if let (Some(from), Some(to)) = (from, to)
            && let Some(error) = out_of_order(from, to)
        {
            self.to.refuse(error);
        }
        all_right(&[&self.from, &self.to]).then_some(from.zip(to)).flatten()
    }

    /// From the first moment of the first day to the first moment after the last one.
    pub fn moments(&self) -> Option<(Instant, Instant)> {
        let (from, to) = self.days()?;
        Some((time::start_of_day(from), time::end_of_day(to)))
    }

    /// Puts other days in.
    pub fn put(&self, from: CalendarDate, to: CalendarDate) {
        self.from.put(from.to_iso());
        self.to.put(to.to_iso());
    }

    /// "From", "To", whatever else stands in the line, and a button that asks.
    pub fn view(&self, beside: AnyView, ask: impl Fn() + 'static) -> AnyView {
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            ask();
        };
        view! {
            <form class="filters" novalidate on:submit=submit>
                {Control::date(&self.from, "From").view()}
                {Control::date(&self.to, "To").view()}
                {beside}
                <button type="submit">"Show"</button>
            </form>
        }
        .into_any()
    }
}

fn out_of_order(from: CalendarDate, to: CalendarDate) -> Option<&'static str> {
    (to < from).then_some("Choose a day that is not before “From”.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_of_one_day_is_a_period_and_one_that_ends_before_it_begins_is_not() {
        let day = |day| CalendarDate::new(2022, 12, day).expect("a day");
        assert_eq!(out_of_order(day(5), day(5)), None);
        assert!(out_of_order(day(6), day(5)).is_some());
    }
}
