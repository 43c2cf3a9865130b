//! What all overrides have in common, whatever they override: when they count, and which of them wins. Pure.

use contract::{
    Instant,
    operations::issuing::limits::{AuthorizationRestrictionOverride, Change, OverrideTime, VelocityLimitOverride},
};

use crate::features::spending::Write;

/// When an override counts, in milliseconds since 1970: from a first moment, or at once, to a last one, or for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first moment.
    pub start: Option<i64>,
    /// The last moment.
    pub end: Option<i64>,
    /// Whether a beginning is stated that is no moment.
    pub unclear_start: bool,
    /// Whether an end is stated that is no moment.
    pub unclear_end: bool,
}

/// An override that there is.
pub trait Held {
    /// When it counts.
    fn period(&self) -> Period;
    /// Which one wins among those that count at the same time; 0 unless stated.
    fn priority(&self) -> u16;
    /// Whether it was ended.
    fn is_ended(&self) -> bool;
}

impl Held for VelocityLimitOverride {
    fn period(&self) -> Period {
        Period::stated(self.activation_start_time.as_ref(), self.activation_end_time.as_ref())
    }

    fn priority(&self) -> u16 {
        self.priority.unwrap_or(0)
    }

    fn is_ended(&self) -> bool {
        self.deleted == Some(true)
    }
}

impl Held for AuthorizationRestrictionOverride {
    fn period(&self) -> Period {
        Period::stated(self.activation_start_time.as_ref(), self.activation_end_time.as_ref())
    }

    fn priority(&self) -> u16 {
        self.priority.unwrap_or(0)
    }

    fn is_ended(&self) -> bool {
        self.deleted == Some(true)
    }
}

impl Period {
    /// As the gateway states it.
    pub fn stated(start: Option<&OverrideTime>, end: Option<&OverrideTime>) -> Self {
        let moment = |time: &OverrideTime| match time {
            OverrideTime::At(instant) => Some(instant.epoch_millis()),
            OverrideTime::Written(_) => None,
        };
        let unclear = |time: Option<&OverrideTime>| matches!(time, Some(OverrideTime::Written(_)));
        Self {
            start: start.and_then(moment),
            end: end.and_then(moment),
            unclear_start: unclear(start),
            unclear_end: unclear(end),
        }
    }

    /// With these moments; an end that is no moment stays as it is where none is named.
    pub fn with(self, start: Option<i64>, end: Option<i64>) -> Self {
        let unclear_start = self.unclear_start && start.is_none();
        let unclear_end = self.unclear_end && end.is_none();
        Self { start, end, unclear_start, unclear_end }
    }

    /// Both moments as they are sent, where there are any.
    pub fn sent(self) -> (Option<Instant>, Option<Instant>) {
        (self.start.map(instant), self.end.map(instant))
    }

    /// What is sent to make this of what it was.
    pub fn changed(self, before: Self) -> (Change<Instant>, Change<Instant>) {
        let time = |before: Option<i64>, now: Option<i64>| match now {
            _ if now == before => Change::Keep,
            Some(now) => Change::To(instant(now)),
            None => Change::Reset,
        };
        (time(before.start, self.start), time(before.end, self.end))
    }

    /// Whether both count at some moment.
    pub fn overlaps(self, other: Self) -> bool {
        let not_after = |one: Option<i64>, other: Option<i64>| one.zip(other).is_none_or(|(one, other)| one <= other);
        not_after(self.start, other.end) && not_after(other.start, self.end)
    }

    /// Within a sentence: "at once until 7 Jul 2025, 23:59".
    pub fn words(self, write: &Write<'_>) -> String {
        self.written("at once", "from", write)
    }

    /// Alone: "At once until 7 Jul 2025, 23:59".
    pub fn alone(self, write: &Write<'_>) -> String {
        self.written("At once", "From", write)
    }

    fn written(self, at_once: &str, from: &str, write: &Write<'_>) -> String {
        let told = |word: &str, moment: Option<i64>, unclear: bool| match moment {
            Some(moment) => Some(format!("{word} {}", write.moment(moment))),
            None => unclear.then(|| format!("{word} an unreadable time")),
        };
        match (told(from, self.start, self.unclear_start), told("until", self.end, self.unclear_end)) {
            (None, None) => format!("{at_once} and for ever"),
            (Some(start), None) => format!("{start} for ever"),
            (None, Some(end)) => format!("{at_once} {end}"),
            (Some(start), Some(end)) => format!("{start} {end}"),
        }
    }
}

/// Those that were not ended.
pub fn in_force<H: Held>(listed: &[H]) -> impl Iterator<Item = &H> {
    listed.iter().filter(|held| !held.is_ended())
}

/// The only one that there is.
pub fn only<H: Held>(listed: &[H]) -> Option<&H> {
    let mut there = in_force(listed);
    there.next().filter(|_| there.next().is_none())
}

/// The one that wins at some moment of this period.
pub fn winning<H: Held>(period: Period, others: &[H]) -> Option<&H> {
    let overlapping = in_force(others).filter(|other| period.overlaps(other.period()));
    overlapping.max_by_key(|other| other.priority())
}

/// Above all that count at the same time; none is needed where there is no other: the highest wins, and no two may be the
/// same (public).
pub fn next_priority<H: Held>(period: Period, others: &[H]) -> Option<u16> {
    winning(period, others).map(|other| other.priority().saturating_add(1).min(HIGHEST))
}

/// Whether another one that counts at the same time has this priority already.
pub fn is_taken<H: Held>(priority: u16, period: Period, others: &[H]) -> bool {
    in_force(others).any(|other| other.priority() == priority && period.overlaps(other.period()))
}

/// The highest priority that there is (public).
pub const HIGHEST: u16 = 9999;

/// Whole seconds and `Z` (public).
fn instant(moment: i64) -> Instant {
    let whole = Instant::from_epoch_millis(moment);
    Instant::parse(&whole.to_seconds_and_z()).unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::spending::plainly;

    const START: i64 = 1_675_378_800_000; // 2023-02-02T23:00:00Z
    const END: i64 = 1_680_299_999_000; // 2023-03-31T21:59:59Z

    #[test]
    fn a_period_is_told_with_both_of_its_ends() {
        let words = |start, end| plainly(|write| Period::default().with(start, end).words(write));
        assert_eq!(words(None, None), "at once and for ever");
        assert_eq!(words(Some(START), None), "from 2023-02-02T23:00:00Z for ever");
        assert_eq!(words(None, Some(END)), "at once until 2023-03-31T21:59:59Z");
        assert_eq!(words(Some(START), Some(END)), "from 2023-02-02T23:00:00Z until 2023-03-31T21:59:59Z");
        assert_eq!(plainly(|write| Period::default().alone(write)), "At once and for ever");
    }

    #[test]
    fn a_time_that_is_no_moment_is_neither_at_once_nor_for_ever_and_is_left_as_it_is() {
        let written = OverrideTime::Written("soon".into());
        let held = Period::stated(Some(&written), Some(&written));
        assert_eq!(plainly(|write| held.words(write)), "from an unreadable time until an unreadable time");
        let shorter = held.with(None, Some(END));
        assert_eq!(plainly(|write| shorter.alone(write)), "From an unreadable time until 2023-03-31T21:59:59Z");
        assert!(matches!(shorter.changed(held), (Change::Keep, Change::To(_))));
        assert!(held.overlaps(Period::default()));
    }

    #[test]
    fn a_priority_is_taken_only_by_one_that_counts_at_the_same_time() {
        let held = |text: &str| serde_json::from_str::<AuthorizationRestrictionOverride>(text).expect("an override");
        let others = [
            held(r#"{"authorizationRestrictionOverrideIdentifier": {}, "activationEndTime": "2023-03-31T21:59:59Z"}"#),
            held(r#"{"authorizationRestrictionOverrideIdentifier": {}, "priority": "4", "deleted": true}"#),
        ];
        let always = Period::default();
        assert!(is_taken(0, always, &others), "0 unless it is stated");
        assert!(!is_taken(0, always.with(Some(END + 1000), None), &others), "it is over by then");
        assert!(!is_taken(1, always, &others) && !is_taken(4, always, &others));
        assert_eq!(next_priority(always, &others), Some(1), "what was ended takes no place");
        assert_eq!(only(&others).map(Held::priority), Some(0));
        assert!(only(&[others[0].clone(), others[0].clone()]).is_none(), "which of two is not guessed");
    }

    #[test]
    fn two_periods_overlap_when_they_share_a_moment() {
        let period = |start, end| Period::default().with(start, end);
        assert!(period(None, None).overlaps(period(Some(START), None)));
        assert!(period(None, Some(START)).overlaps(period(Some(START), None)), "the last moment is one of it");
        assert!(!period(None, Some(START)).overlaps(period(Some(START + 1), None)));
        assert!(!period(Some(END), None).overlaps(period(None, Some(START))));
    }
}
