//! What a rep should know of a limit before it is set: that another one stands above it, and that more is used than it
//! allows. Pure.

use contract::Money;

use super::{
    rules::of_words,
    timeline::{Span, Standing, steps},
};
use crate::features::spending::{Write, less};

/// Before the permanent limit becomes `then`. `spans` is `None` while not all temporary limits are known.
pub fn of_permanent(
    then: Option<&Money>,
    spans: Option<&[Span]>,
    used: Option<&Money>,
    now: i64,
    write: &Write<'_>,
) -> Option<String> {
    let Some(spans) = spans else {
        return Some(
            "The temporary limits have not all been read: one that counts now would stand above this one.".into(),
        );
    };
    let above = spans.iter().find(|span| span.standing(now) == Standing::Active).map(|span| above(span, write));
    let beyond = then.and_then(|then| of_used(Some(then), spans, used, now, write));
    let said: Vec<_> = above.into_iter().chain(beyond).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// "A temporary limit of 500.00 EUR counts until 28 Nov 2026, 00:00: the permanent one counts only afterwards."
fn above(span: &Span, write: &Write<'_>) -> String {
    let limit = of_words(span, write);
    match span.end {
        i64::MAX => {
            format!("A temporary limit{limit} counts for ever: the permanent one counts only once it is deleted.")
        }
        end => format!(
            "A temporary limit{limit} counts until {}: the permanent one counts only afterwards.",
            write.moment(end)
        ),
    }
}

/// When a limit comes to count, now or later, that is below what is used, or lets nothing be bought. `permanent` and `spans`
/// are as they would be then.
pub fn of_used(
    permanent: Option<&Money>,
    spans: &[Span],
    used: Option<&Money>,
    now: i64,
    write: &Write<'_>,
) -> Option<String> {
    let steps = steps(permanent, spans, (now, i64::MAX));
    let first = |is_so: &dyn Fn(&Money) -> bool| {
        steps.iter().find_map(|step| step.limit.as_ref().filter(|limit| is_so(limit)).map(|limit| (step.from, limit)))
    };
    let is_below = |limit: &Money| used.and_then(|used| less(limit, used)).is_some_and(|rest| rest.value < 0);
    if let Some(((from, _), used)) = first(&is_below).zip(used) {
        let amount = write.money(used);
        return Some(if from <= now {
            format!("{amount} is used: until less is, every payment is declined.")
        } else {
            let moment = write.moment(from);
            format!("{amount} is used now. If it still is on {moment}, every payment is declined from then on.")
        });
    }
    let (from, limit) = first(&|limit| limit.value <= 0)?;
    let limit = write.money(limit);
    Some(if from <= now {
        format!("With a limit of {limit} nothing more can be bought: every payment is declined.")
    } else {
        let moment = write.moment(from);
        format!("With a limit of {limit} nothing more can be bought from {moment} on: every payment is declined.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::spending::plainly;

    const NOW: i64 = 1_000_000;
    const LATER: i64 = 86_400_000;

    fn euros(value: i64) -> Money {
        Money { value, exponent: 2, iso_code: "EUR".into() }
    }

    fn span(value: i64, start: i64, end: i64) -> Span {
        Span { reference: None, limit: Some(euros(value)), start, end }
    }

    fn permanent(then: i64, spans: &[Span]) -> Option<String> {
        plainly(|write| of_permanent(Some(&euros(then)), Some(spans), Some(&euros(83_290)), NOW, write))
    }

    #[test]
    fn a_limit_below_what_is_used_declines_from_the_moment_on_at_which_it_counts() {
        let now = "832.90 EUR is used: until less is, every payment is declined.";
        assert_eq!(permanent(50_000, &[]).as_deref(), Some(now));
        assert_eq!(permanent(83_290, &[]), None);
        assert_eq!(permanent(50_000, &[span(1, 0, NOW)]).as_deref(), Some(now), "one that is over does not help");
        let tomorrow = "832.90 EUR is used now. If it still is on 1970-01-02T00:00:00Z, every payment is declined from \
                        then on.";
        assert_eq!(permanent(100_000, &[span(50_000, LATER, 2 * LATER)]).as_deref(), Some(tomorrow));
    }

    #[test]
    fn a_temporary_limit_that_counts_stands_above_the_permanent_one() {
        let above = "A temporary limit of 9000.00 EUR counts until 1970-01-02T00:00:00Z: the permanent one counts only \
                     afterwards.";
        let later = "832.90 EUR is used now. If it still is on 1970-01-02T00:00:00Z, every payment is declined from then \
                     on.";
        let higher = [span(900_000, 0, LATER)];
        assert_eq!(permanent(500_000, &higher).as_deref(), Some(above));
        assert_eq!(permanent(50_000, &higher), Some(format!("{above} {later}")), "it is not declined now");
        let lower = permanent(500_000, &[span(50_000, 0, i64::MAX)]);
        let expected = "A temporary limit of 500.00 EUR counts for ever: the permanent one counts only once it is deleted. \
                        832.90 EUR is used: until less is, every payment is declined.";
        assert_eq!(lower.as_deref(), Some(expected), "whatever the permanent one becomes");
    }

    #[test]
    fn what_is_not_known_is_not_called_declined() {
        let known = plainly(|write| of_permanent(Some(&euros(1)), None, Some(&euros(83_290)), NOW, write));
        assert!(known.is_some_and(|said| said.contains("not all been read") && !said.contains("declined")));
        assert_eq!(plainly(|write| of_used(Some(&euros(1)), &[], None, NOW, write)), None);
        let yen = Money { exponent: 0, iso_code: "JPY".into(), ..euros(83_290) };
        assert_eq!(plainly(|write| of_used(Some(&euros(1)), &[], Some(&yen), NOW, write)), None);
    }

    #[test]
    fn a_limit_of_nothing_is_told_to_let_nothing_be_bought_whatever_is_used() {
        let told = |spans: &[Span], used: Option<i64>| {
            let used = used.map(euros);
            plainly(|write| of_used(Some(&euros(500_000)), spans, used.as_ref(), NOW, write))
        };
        let now = "With a limit of 0.00 EUR nothing more can be bought: every payment is declined.";
        assert_eq!(told(&[span(0, 0, LATER)], Some(0)).as_deref(), Some(now));
        assert_eq!(told(&[span(0, 0, LATER)], None).as_deref(), Some(now), "what is used is not known");
        let later = "With a limit of 0.00 EUR nothing more can be bought from 1970-01-02T00:00:00Z on: every payment is \
                     declined.";
        assert_eq!(told(&[span(0, LATER, 2 * LATER)], Some(0)).as_deref(), Some(later));
        assert!(told(&[span(0, 0, LATER)], Some(1)).is_some_and(|said| said.starts_with("0.01 EUR is used")));
        assert_eq!(told(&[span(1, 0, LATER)], Some(0)), None);
    }

    #[test]
    fn a_temporary_limit_below_what_is_used_is_told_before_it_is_added() {
        let told =
            |spans: &[Span]| plainly(|write| of_used(Some(&euros(500_000)), spans, Some(&euros(83_290)), NOW, write));
        assert!(
            told(&[span(100, 0, LATER)])
                .is_some_and(|said| said.ends_with("until less is, every payment is declined."))
        );
        assert!(told(&[span(100, LATER, 2 * LATER)]).is_some_and(|said| said.contains("If it still is on 1970-01-02")));
        assert_eq!(told(&[span(90_000, 0, LATER)]), None);
    }
}
