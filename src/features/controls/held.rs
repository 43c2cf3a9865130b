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
    /// Names it to the gateway. One without a reference can be seen, and proves nothing.
    fn reference(&self) -> Option<&str>;
    /// When it counts.
    fn period(&self) -> Period;
    /// Which one wins among those that count at the same time; 0 unless stated.
    fn priority(&self) -> u16;
    /// Whether it was ended.
    fn is_ended(&self) -> bool;
}

impl Held for VelocityLimitOverride {
    fn reference(&self) -> Option<&str> {
        let reference = self.velocity_limit_override_identifier.velocity_limit_override_reference.as_ref();
        reference.map(|reference| reference.as_str())
    }

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
    fn reference(&self) -> Option<&str> {
        let identifier = &self.authorization_restriction_override_identifier;
        identifier.authorization_restriction_override_reference.as_ref().map(|reference| reference.as_str())
    }

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

/// Those of a whole list that were not ended and are not over.
pub fn still_there<H: Held + Clone>(listed: &[H], now: i64) -> Vec<H> {
    let is_there = |held: &&H| held.period().end.is_none_or(|end| now <= end);
    in_force(listed).filter(is_there).cloned().collect()
}

/// The priority of a new override where no two may have the same, whenever they count, ended ones too (public): above all
/// that are listed. Where the highest is taken: the lowest that no other has, above those that count at the same time.
/// `None` where none is left.
pub fn free_priority<H: Held + Clone>(period: Period, listed: &[H], now: i64) -> Option<u16> {
    let highest = listed.iter().map(Held::priority).max();
    let above_all = highest.map_or(Some(0), |highest| (highest < HIGHEST).then(|| highest + 1));
    above_all.or_else(|| {
        let least = winning(period, &still_there(listed, now)).map_or(0, |wins| wins.priority().saturating_add(1));
        (least..=HIGHEST).find(|free| listed.iter().all(|held| held.priority() != *free))
    })
}

/// The priority of a new override where two that do not count at the same time may have the same (public): above all that
/// there are, or at least above those that count at the same time. None is needed where there is no other, and an error
/// where none is left.
pub fn next_priority<H: Held>(period: Period, others: &[H]) -> Result<Option<u16>, &'static str> {
    let above = |period: Period| winning(period, others).map(|other| other.priority().saturating_add(1));
    match above(Period::default()) {
        Some(next) if next > HIGHEST => match above(period) {
            Some(next) if next > HIGHEST => Err(NONE_LEFT),
            next => Ok(Some(next.unwrap_or(0))),
        },
        next => Ok(next),
    }
}

/// What is said where no priority is left.
pub const NONE_LEFT: &str = "No priority is left above the other overrides: one that counts then has the highest, 9999. Remove that one first, or \
     change it instead.";

/// Whether another one that counts at the same time has this priority already.
pub fn is_taken<H: Held>(priority: u16, period: Period, others: &[H]) -> bool {
    in_force(others).any(|other| other.priority() == priority && period.overlaps(other.period()))
}

/// What a list shows of an override that is to be made, or was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a, H> {
    /// It is there, and wins.
    Made,
    /// It is there, and this one wins over it.
    Beaten(&'a H),
    /// What the gateway named is there, and sets something else.
    Different(&'a H),
    /// It is not there, and one is that the rep does not know, or does not know like this.
    Unknown(&'a H),
    /// It is not there, and nothing else is in its way.
    Missing,
}

/// Looks for an override that is to be made, or was: by the reference that the answer named, or else by what it `sets`.
/// `known` are those that there were when the rep decided. What another rep made or changed since may take its place, so it
/// is told before anything is sent.
pub fn find<'a, H: Held + PartialEq>(
    listed: &'a [H],
    known: &[H],
    named: Option<&str>,
    period: Period,
    sets: impl Fn(&H) -> bool,
) -> Found<'a, H> {
    let is_new = |held: &&H| match held.reference() {
        Some(reference) => !known.iter().any(|other| other.reference() == Some(reference)),
        None => false,
    };
    let made = match named {
        Some(named) => in_force(listed).find(|held| held.reference() == Some(named)),
        None => in_force(listed).filter(is_new).filter(|held| sets(held)).max_by_key(|held| held.priority()),
    };
    match made {
        Some(made) if !sets(made) => Found::Different(made),
        Some(made) => {
            let wins = winning(period, listed).filter(|wins| wins.priority() > made.priority());
            wins.map_or(Found::Made, Found::Beaten)
        }
        None => {
            let unknown = in_force(listed).filter(|held| !known.contains(held) && period.overlaps(held.period()));
            unknown.max_by_key(|held| held.priority()).map_or(Found::Missing, Found::Unknown)
        }
    }
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
        assert_eq!(next_priority(always, &others), Ok(Some(1)), "what was ended takes no place");
        assert_eq!(only(&others).map(Held::priority), Some(0));
        assert!(only(&[others[0].clone(), others[0].clone()]).is_none(), "which of two is not guessed");
    }

    fn velocity(priority: u16, facts: &str) -> VelocityLimitOverride {
        let text = format!(r#"{{"velocityLimitOverrideIdentifier": {{}}, "priority": {priority}{facts}}}"#);
        serde_json::from_str(&text).expect("an override")
    }

    #[test]
    fn a_priority_of_its_own_is_above_all_that_are_listed_whenever_they_count_or_counted() {
        let always = Period::default();
        let free = |listed: &[VelocityLimitOverride]| free_priority(always, listed, END);
        assert_eq!(free(&[]), Some(0), "it is always stated");
        let over = velocity(4, r#", "activationEndTime": "2022-01-01T00:00:00Z""#);
        let ended = velocity(7, r#", "deleted": true"#);
        let later = velocity(5, r#", "activationStartTime": "2099-01-01T00:00:00Z""#);
        assert_eq!(free(&[over.clone(), later.clone()]), Some(6));
        assert_eq!(free(&[over, ended, later]), Some(8));
    }

    #[test]
    fn where_the_highest_priority_is_taken_a_free_one_below_it_is_taken_or_none_is_left() {
        let always = Period::default();
        let free = |listed: &[VelocityLimitOverride]| free_priority(always, listed, END);
        assert_eq!(free(&[velocity(9999, "")]), None);
        let ended = velocity(9999, r#", "deleted": true"#);
        assert_eq!(free(&[ended.clone(), velocity(3, ""), velocity(4, r#", "deleted": true"#)]), Some(5));
        assert_eq!(free(&[ended.clone(), velocity(9998, "")]), None, "nothing is between them");
        let over = velocity(9999, r#", "activationEndTime": "2022-01-01T00:00:00Z""#);
        assert_eq!(free(&[over]), Some(0));
        assert_eq!(next_priority(always, &[velocity(9999, "")]), Err(NONE_LEFT));
        let later = velocity(9999, r#", "activationStartTime": "2099-01-01T00:00:00Z""#);
        assert_eq!(next_priority(always.with(None, Some(END)), &[later]), Ok(Some(0)));
    }

    #[test]
    fn an_override_without_a_reference_or_with_another_one_proves_nothing() {
        let named = |reference: &str, count: i64| -> VelocityLimitOverride {
            let text = format!(
                r#"{{"velocityLimitOverrideIdentifier": {{"velocityLimitOverrideReference": "{reference}"}},
                    "maximumCount": {count}}}"#
            );
            serde_json::from_str(&text).expect("an override")
        };
        let always = Period::default();
        let sets = |held: &VelocityLimitOverride| held.maximum_count == Some(5);
        let find = |listed, named| find(listed, &[], named, always, sets);
        let nameless = [velocity(0, r#", "maximumCount": 5"#)];
        assert_eq!(find(&nameless, None), Found::Unknown(&nameless[0]));
        let own = [named("own", 5)];
        assert_eq!(find(&own, None), Found::Made);
        assert_eq!(find(&own, Some("own")), Found::Made);
        assert_eq!(find(&own, Some("another")), Found::Unknown(&own[0]), "it is not the one that was answered");
        let other = [named("own", 6)];
        assert_eq!(find(&other, Some("own")), Found::Different(&other[0]));
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
