//! A day without a time: birth dates, which never shift with a time zone.

use std::fmt;

use crate::instant::{Instant, digits};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDate {
    /// Four digits.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
}

impl CalendarDate {
    /// The last day that is written with four digits. Systems put it where they mean "for ever".
    pub const LAST: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day, when there is such a day.
    pub fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        days_from_civil(year, month, day).map(|_| Self { year, month, day })
    }

    /// Day-only facts travel as instants (`1975-10-22T00:00:00.000+00:00`, seed 004:1276): the day in UTC is meant.
    pub fn of_instant_in_utc(instant: &Instant) -> Self {
        let (year, month, day) = civil_from_days(instant.epoch_millis().div_euclid(86_400_000));
        Self { year, month, day }
    }

    /// A wallet's `birthday` is opaque text that looks like `MMDDYYYY` (seed 001:59); anything else is left alone.
    pub fn from_month_day_year(text: &str) -> Option<Self> {
        if text.len() != 8 || !text.is_ascii() {
            return None;
        }
        Self::new(digits(&text[4..8])?, digits(&text[0..2])?, digits(&text[2..4])?)
    }

    /// The day in which this moment lies in a zone that is so many milliseconds ahead of UTC.
    pub fn at(epoch_millis: i64, ahead_of_utc: i64) -> Self {
        let (year, month, day) = civil_from_days(epoch_millis.saturating_add(ahead_of_utc).div_euclid(86_400_000));
        Self { year, month, day }
    }

    /// Its midnight in UTC, in milliseconds since 1970.
    pub fn midnight_in_utc(self) -> i64 {
        days_from_civil(self.year, self.month, self.day).unwrap_or_default() * 86_400_000
    }

    /// So many days later, or earlier; not after [`Self::LAST`].
    pub fn plus_days(self, days: i64) -> Self {
        Self::at(self.midnight_in_utc().saturating_add(days.saturating_mul(86_400_000)), 0).min(Self::LAST)
    }

    /// `2022-07-29`, as a date field holds it.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-').map(digits);
        Self::new(parts.next()??, parts.next()??, parts.next()??)
    }

    /// A day that one place writes as a day and another as an instant: `1970-10-22`, `1970-10-22T00:00:00.000Z`.
    pub fn from_day_or_instant(text: &str) -> Option<Self> {
        Self::from_iso(text).or_else(|| Instant::parse(text).map(|instant| Self::of_instant_in_utc(&instant)))
    }

    /// As a request carries a day: as its midnight in UTC (seed 004:1790).
    pub fn to_midnight(self) -> String {
        format!("{}T00:00:00.000Z", self.to_iso())
    }

    /// The inverse of [`Self::from_iso`].
    pub fn to_iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A day that a request need not state, as its midnight in UTC.
pub mod midnight {
    use serde::{Deserializer, Serializer};

    use super::CalendarDate;
    use crate::reading::scalar::{Scalar, scalar};

    /// `1970-10-22T00:00:00.000Z`.
    pub fn serialize<S: Serializer>(day: &Option<CalendarDate>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.serialize_str(&day.to_midnight()),
            None => serializer.serialize_none(),
        }
    }

    /// Reads a day and an instant; anything else is not stated.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CalendarDate>, D::Error> {
        scalar(deserializer, |value| match value {
            Scalar::Text(text) => CalendarDate::from_day_or_instant(text),
            _ => None,
        })
    }
}

/// "29 Jul 2022".
impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = usize::try_from(self.month - 1).ok().and_then(|index| MONTHS.get(index)).unwrap_or(&"");
        write!(f, "{} {month} {:04}", self.day, self.year)
    }
}

/// Days since 1 January 1970 of a day in the Gregorian calendar. Years are counted from March, so that the leap day is the
/// last of its year, and in eras of 400 years, after which the calendar repeats.
pub(crate) fn days_from_civil(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
        return None;
    }
    let from_march = if month > 2 { year } else { year - 1 };
    let era = from_march.div_euclid(400);
    let year_of_era = from_march.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
}

/// The inverse of [`days_from_civil`].
pub(crate) fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day_of_year - (153 * from_march + 2) / 5 + 1)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_day_comes_after_the_last_one() {
        assert_eq!(CalendarDate::LAST.plus_days(1), CalendarDate::LAST);
        assert_eq!(CalendarDate::LAST.plus_days(i64::MAX), CalendarDate::LAST);
        assert_eq!(CalendarDate::LAST.plus_days(-1), CalendarDate::new(9999, 12, 30).expect("a day"));
    }
}
