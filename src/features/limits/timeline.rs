//! The credit limit that counts at each moment: the permanent one, and those that stand above it for a while. Pure.

use contract::{
    Amount, CalendarDate, Money, TemporaryCreditLimitReference,
    operations::issuing::limits::{CreditLimit, TemporaryCreditLimit},
};

/// A credit limit for a while. From its start on, and not any more at its end; the guide does not say whether that moment
/// still belongs to it (seed 004:2427), so both moments are shown to the rep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Names it to the gateway; none for one that is only proposed.
    pub reference: Option<TemporaryCreditLimitReference>,
    /// How much; `None` when it is not stated.
    pub limit: Option<Money>,
    /// In milliseconds since 1970; the beginning of time where it is not stated.
    pub start: i64,
    /// The end of time where it is not stated.
    pub end: i64,
}

/// Where a span lies as seen from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Active,
    /// It will.
    Scheduled,
    /// It did.
    Past,
}

/// What counts from one moment to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// In milliseconds since 1970.
    pub from: i64,
    /// Up to this moment.
    pub until: i64,
    /// How much; `None` when it is not stated.
    pub limit: Option<Money>,
    /// Which of the spans it is; `None` for the permanent limit.
    pub span: Option<usize>,
}

impl Span {
    /// As the gateway lists it.
    pub fn of(limit: &TemporaryCreditLimit) -> Self {
        let identifier = limit.temporary_credit_limit_identifier.as_ref();
        Self {
            reference: identifier.and_then(|identifier| identifier.temporary_credit_limit_reference.clone()),
            limit: limit.temporary_credit_limit_amount.as_ref().and_then(Amount::stated),
            start: limit.activation_start_time.as_ref().map_or(i64::MIN, |start| start.epoch_millis()),
            end: limit.activation_end_time.as_ref().map_or(i64::MAX, |end| end.epoch_millis()),
        }
    }

    /// Whether it counts now.
    pub fn standing(&self, now: i64) -> Standing {
        match () {
            () if self.end <= now => Standing::Past,
            () if self.start > now => Standing::Scheduled,
            () => Standing::Active,
        }
    }

    fn holds(&self, moment: i64) -> bool {
        self.start <= moment && moment < self.end
    }
}

impl Standing {
    /// In a word.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Scheduled => "Scheduled",
            Self::Past => "Past",
        }
    }
}

/// The permanent limit, where it is stated.
pub fn permanent(limit: &CreditLimit) -> Option<Money> {
    limit.credit_limit_amount.as_ref().and_then(Amount::stated)
}

/// The first of the spans that would count at the same time as this one.
pub fn overlapping(spans: &[Span], start: i64, end: i64) -> Option<&Span> {
    spans.iter().find(|span| span.start < end && start < span.end)
}

/// The others once a newer limit has taken its place among them: the newest wins, and their dates are adjusted (public). A
/// limit has one beginning and one end, so one that begins earlier ends where the newest begins, one that begins within it
/// begins where it ends, and one that lies within it is gone.
pub fn making_room(spans: &[Span], newest: &Span) -> Vec<Span> {
    let adjusted = |span: &Span| match span {
        span if newest.end <= span.start || span.end <= newest.start => Some(span.clone()),
        span if span.start < newest.start => Some(Span { end: newest.start, ..span.clone() }),
        span if newest.end < span.end => Some(Span { start: newest.end, ..span.clone() }),
        _ => None,
    };
    spans.iter().filter_map(adjusted).collect()
}

/// The last moment that is planned, as far as it is stated.
pub fn last_moment(spans: &[Span]) -> Option<i64> {
    let moments = spans.iter().flat_map(|span| [span.start, span.end]);
    moments.filter(|moment| !matches!(*moment, i64::MIN | i64::MAX)).max()
}

/// The day up to which it is looked ahead: until everything that is planned is over for a week, and four weeks at least.
/// Days of the calendar, of which not all are of 24 hours. What is planned for ever is shown for a year.
pub fn horizon(today: CalendarDate, last: Option<CalendarDate>) -> CalendarDate {
    let after = last.map_or(today, |last| last.plus_days(7));
    after.clamp(today.plus_days(28), today.plus_days(366))
}

/// What counts when, without a gap, in the order of time.
pub fn steps(permanent: Option<&Money>, spans: &[Span], (from, until): (i64, i64)) -> Vec<Step> {
    let inside = |moment: &i64| (from..until).contains(moment);
    let mut changes: Vec<i64> = spans.iter().flat_map(|span| [span.start, span.end]).filter(inside).collect();
    changes.push(from);
    changes.sort_unstable();
    changes.dedup();
    let mut steps: Vec<Step> = Vec::new();
    for (place, moment) in changes.iter().enumerate() {
        let end = changes.get(place + 1).copied().unwrap_or(until);
        let span = spans.iter().position(|span| span.holds(*moment));
        match steps.last_mut().filter(|last| last.span == span) {
            Some(last) => last.until = end,
            None => {
                let limit = span.map_or_else(|| permanent.cloned(), |span| spans[span].limit.clone());
                steps.push(Step { from: *moment, until: end, limit, span });
            }
        }
    }
    steps
}

/// What counts at this moment.
pub fn limit_at(permanent: Option<&Money>, spans: &[Span], moment: i64) -> Option<Money> {
    spans.iter().find(|span| span.holds(moment)).map_or_else(|| permanent.cloned(), |span| span.limit.clone())
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use contract::{Family, Instant, Opened, issuing::Issuing, operations::issuing::limits::ListTemporaryCreditLimits};

    use super::*;

    const HOUR: i64 = 3_600_000;
    const DAY: i64 = 24 * HOUR;

    fn euros(value: i64) -> Money {
        Money { value, exponent: 2, iso_code: "EUR".into() }
    }

    fn at(text: &str) -> i64 {
        Instant::parse(text).expect("a moment").epoch_millis()
    }

    fn span(value: i64, start: &str, end: &str) -> Span {
        Span { reference: None, limit: Some(euros(value)), start: at(start), end: at(end) }
    }

    fn told(steps: &[Step]) -> Vec<(i64, Option<i64>)> {
        steps.iter().map(|step| (step.from, step.limit.as_ref().map(|limit| limit.value))).collect()
    }

    /// Local midnights of Berlin: the clocks went forward on 27 March 2022 and back on 30 October 2022.
    const MARCH_27: &str = "2022-03-26T23:00:00Z";
    const MARCH_28: &str = "2022-03-27T22:00:00Z";
    const OCTOBER_30: &str = "2022-10-29T22:00:00Z";
    const OCTOBER_31: &str = "2022-10-30T23:00:00Z";

    #[test]
    fn a_higher_and_a_lower_limit_stand_above_the_lasting_one_for_their_time() {
        let spans = [
            span(750_000, "2023-02-03T00:00:00Z", "2023-04-01T00:00:00Z"),
            span(20_000, "2023-05-01T00:00:00Z", "2023-05-02T00:00:00Z"),
        ];
        let from = at("2023-01-15T00:00:00Z");
        let all = steps(Some(&euros(500_000)), &spans, (from, at("2023-06-01T00:00:00Z")));
        let expected = [
            (from, Some(500_000)),
            (spans[0].start, Some(750_000)),
            (spans[0].end, Some(500_000)),
            (spans[1].start, Some(20_000)),
            (spans[1].end, Some(500_000)),
        ];
        assert_eq!(told(&all), expected);
        assert!(all.windows(2).all(|pair| pair[0].until == pair[1].from), "without a gap");
        assert_eq!(all.last().map(|step| step.until), Some(at("2023-06-01T00:00:00Z")));
    }

    #[test]
    fn the_day_on_which_the_clocks_change_is_23_or_25_hours_long() {
        for (start, end, hours) in [(MARCH_27, MARCH_28, 23), (OCTOBER_30, OCTOBER_31, 25)] {
            let day = span(750_000, start, end);
            let all = steps(Some(&euros(500_000)), from_ref(&day), (day.start - DAY, day.end + DAY));
            assert_eq!(all.len(), 3);
            assert_eq!(all[1].until - all[1].from, hours * HOUR);
            assert_eq!(limit_at(None, from_ref(&day), day.end - 1), Some(euros(750_000)));
            assert_eq!(limit_at(None, from_ref(&day), day.end), None, "the next day begins without it");
        }
    }

    #[test]
    fn what_began_before_the_window_and_ends_after_it_fills_it() {
        let spans = [Span { start: i64::MIN, end: i64::MAX, ..span(1, MARCH_27, MARCH_28) }];
        assert_eq!(told(&steps(Some(&euros(2)), &spans, (0, DAY))), [(0, Some(1))]);
        assert_eq!(last_moment(&spans), None, "neither is a day to look ahead to");
    }

    #[test]
    fn it_is_looked_ahead_by_days_of_the_calendar_whether_or_not_the_clocks_change() {
        let date = |text| CalendarDate::from_iso(text).expect("a day");
        assert_eq!(horizon(date("2025-10-10"), None), date("2025-11-07"));
        assert_eq!(horizon(date("2025-10-10"), Some(date("2025-10-12"))), date("2025-11-07"));
        assert_eq!(horizon(date("2025-10-10"), Some(date("2025-12-01"))), date("2025-12-08"));
        let spans = [span(1, MARCH_27, OCTOBER_30), span(2, MARCH_28, MARCH_28)];
        assert_eq!(last_moment(&spans), Some(at(OCTOBER_30)));
    }

    #[test]
    fn one_that_follows_another_is_a_step_of_its_own_and_no_overlap() {
        let spans = [span(1, MARCH_27, MARCH_28), span(2, MARCH_28, OCTOBER_30)];
        let all = steps(Some(&euros(3)), &spans, (at(MARCH_27), at(OCTOBER_31)));
        assert_eq!(told(&all).len(), 3);
        assert_eq!(overlapping(&spans[..1], at(MARCH_28), at(OCTOBER_30)), None);
    }

    #[test]
    fn whatever_shares_a_moment_overlaps() {
        let spans = [span(1, "2023-02-03T00:00:00Z", "2023-04-01T00:00:00Z")];
        let overlaps = |start: &str, end: &str| overlapping(&spans, at(start), at(end)).is_some();
        assert!(overlaps("2023-03-31T23:59:59Z", "2023-05-01T00:00:00Z"), "its last second");
        assert!(overlaps("2023-01-01T00:00:00Z", "2023-02-03T00:00:01Z"), "its first second");
        assert!(overlaps("2023-02-10T00:00:00Z", "2023-02-11T00:00:00Z"), "inside");
        assert!(overlaps("2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z"), "around");
        assert!(!overlaps("2023-04-01T00:00:00Z", "2023-05-01T00:00:00Z"), "after");
        assert!(!overlaps("2023-01-01T00:00:00Z", "2023-02-03T00:00:00Z"), "before");
    }

    #[test]
    fn where_the_newest_wins_the_others_end_before_it_or_begin_after_it_or_are_gone() {
        let newest = span(9, "2023-02-04T00:00:00Z", "2023-02-10T00:00:00Z");
        let room = |start: &str, end: &str| {
            let adjusted = making_room(&[span(1, start, end)], &newest);
            adjusted.first().map(|span| (span.start, span.end))
        };
        let days = |start: &str, end: &str| Some((at(start), at(end)));
        let earlier = room("2023-02-01T00:00:00Z", "2023-02-05T00:00:00Z");
        assert_eq!(earlier, days("2023-02-01T00:00:00Z", "2023-02-04T00:00:00Z"));
        let later = room("2023-02-08T00:00:00Z", "2023-02-12T00:00:00Z");
        assert_eq!(later, days("2023-02-10T00:00:00Z", "2023-02-12T00:00:00Z"));
        assert_eq!(room("2023-02-05T00:00:00Z", "2023-02-06T00:00:00Z"), None);
        assert_eq!(room("2023-02-04T00:00:00Z", "2023-02-10T00:00:00Z"), None, "the same days");
        let around = room("2023-02-01T00:00:00Z", "2023-02-20T00:00:00Z");
        assert_eq!(around, days("2023-02-01T00:00:00Z", "2023-02-04T00:00:00Z"), "it does not come back");
        let beside = room("2023-02-10T00:00:00Z", "2023-02-12T00:00:00Z");
        assert_eq!(beside, days("2023-02-10T00:00:00Z", "2023-02-12T00:00:00Z"));
    }

    #[test]
    fn an_amount_that_is_not_stated_is_a_step_that_is_not_stated_and_never_nought() {
        let unstated = Span { limit: None, ..span(1, MARCH_27, MARCH_28) };
        let all = steps(None, &[unstated], (at(MARCH_27), at(OCTOBER_30)));
        assert_eq!(told(&all), [(at(MARCH_27), None), (at(MARCH_28), None)]);
    }

    #[test]
    fn the_guides_limit_was_active_is_past_and_was_scheduled() {
        let text = include_str!("../../../contract/samples/issuing-v2/listTemporaryCreditLimits.response.json");
        let Ok(Opened::Done(limits)) = Issuing::open::<ListTemporaryCreditLimits>(text) else {
            panic!("the guide's list is read")
        };
        let guide = Span::of(&limits.rows[0]);
        assert_eq!(guide.limit, Some(euros(750_000)));
        let standing = |moment| guide.standing(at(moment));
        assert_eq!(standing("2023-02-02T23:59:59Z"), Standing::Scheduled);
        assert_eq!(standing("2023-02-03T00:00:00Z"), Standing::Active);
        assert_eq!(standing("2023-04-01T00:00:00Z"), Standing::Past);
    }
}
