//! Days, moments and cycles of an issuer in Berlin. A cycle closes at local midnight, so its stamp is `22:00Z` in summer
//! and `23:00Z` in winter (seed 004:50, 101).

use contract::{CalendarDate, Instant};

/// Milliseconds since 1970 in UTC.
pub(crate) type Millis = i64;

/// A day on the issuer's calendar, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub(crate) i64);

/// When the cycles of an account close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closures {
    /// On this day of every month, 1 to 28.
    Monthly(i64),
    /// On the last Sunday of every month: twice a year on the day on which the clocks change.
    LastSundays,
}

pub(crate) const HOUR: Millis = 3_600_000;
pub(crate) const MINUTE: Millis = 60_000;
pub(crate) const DAY: Millis = 24 * HOUR;

impl Day {
    pub(crate) fn of(year: i64, month: i64, day: i64) -> Self {
        Self::from(CalendarDate { year, month, day })
    }

    pub(crate) fn date(self) -> CalendarDate {
        CalendarDate::at(self.0 * DAY, 0)
    }

    pub(crate) fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// The beginning of the day in Berlin.
    pub(crate) fn midnight(self) -> Millis {
        // On the two days of a change the clocks are moved after midnight.
        let year = self.date().year;
        let summer = last_sunday(year, 3) < self && self <= last_sunday(year, 10);
        self.0 * DAY - if summer { 2 * HOUR } else { HOUR }
    }

    /// So many hours and minutes after its beginning.
    pub(crate) fn at(self, hour: i64, minute: i64) -> Millis {
        self.midnight() + hour * HOUR + minute * MINUTE
    }

    /// The day in Berlin of a moment.
    pub(crate) fn containing(moment: Millis) -> Self {
        let late = Self((moment + 2 * HOUR).div_euclid(DAY));
        if late.midnight() <= moment { late } else { late.plus(-1) }
    }
}

impl From<CalendarDate> for Day {
    fn from(date: CalendarDate) -> Self {
        Self(date.midnight_in_utc() / DAY)
    }
}

impl Closures {
    /// The day at whose beginning the cycle of this month closes; months are counted from the year 0.
    pub(crate) fn in_month(self, month: i64) -> Day {
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
        match self {
            Self::Monthly(day) => Day::of(year, month, day),
            Self::LastSundays => last_sunday(year, month),
        }
    }

    /// What the issuer calls it.
    pub(crate) fn reference(self) -> String {
        match self {
            Self::Monthly(day) => format!("C_1234_CLOSURE_PL_{day:02}"),
            Self::LastSundays => "C_1234_CLOSURE_LAST_SUNDAY".into(),
        }
    }
}

/// A month's place among all months, as [`Closures::in_month`] counts them.
pub(crate) fn month_of(day: Day) -> i64 {
    let date = day.date();
    date.year * 12 + date.month - 1
}

/// As the issuing API writes a moment: `2022-07-28T22:00:00.000+00:00`.
pub(crate) fn stamp(moment: Millis) -> Instant {
    Instant::in_answers(moment)
}

/// A moment by the clock on a wall in Berlin: `2012-12-31T22:00:00.000`.
pub(crate) fn wall_clock(moment: Millis) -> String {
    let day = Day::containing(moment);
    let date = day.date();
    let seconds = (moment - day.midnight()) / 1000;
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{:04}-{:02}-{:02}T{hour:02}:{minute:02}:{second:02}.000", date.year, date.month, date.day)
}

fn last_sunday(year: i64, month: i64) -> Day {
    let (year_after, month_after) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let last = Day::of(year_after, month_after, 1).plus(-1);
    // 1 January 1970 was a Thursday.
    last.plus(-(last.0 + 4).rem_euclid(7))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn midnight(year: i64, month: i64, day: i64) -> String {
        Instant::from_epoch_millis(Day::of(year, month, day).midnight()).to_seconds_and_z()
    }

    #[test]
    fn midnight_in_berlin_is_an_hour_earlier_in_summer_and_the_change_comes_after_it() {
        assert_eq!(midnight(2022, 7, 29), "2022-07-28T22:00:00Z");
        assert_eq!(midnight(2022, 11, 30), "2022-11-29T23:00:00Z");
        assert_eq!(midnight(2025, 3, 30), "2025-03-29T23:00:00Z");
        assert_eq!(midnight(2025, 3, 31), "2025-03-30T22:00:00Z");
        assert_eq!(midnight(2025, 10, 26), "2025-10-25T22:00:00Z");
        assert_eq!(midnight(2025, 10, 27), "2025-10-26T23:00:00Z");
    }

    #[test]
    fn every_day_contains_its_own_midnight_and_not_the_moment_before() {
        for day in (Day::of(2024, 1, 1).0..Day::of(2026, 1, 1).0).map(Day) {
            assert_eq!(Day::containing(day.midnight()), day);
            assert_eq!(Day::containing(day.midnight() - 1), day.plus(-1));
        }
    }

    #[test]
    fn the_last_sundays_hit_both_changes_of_the_clocks() {
        let closure = |year: i64, month: i64| Closures::LastSundays.in_month(year * 12 + month - 1);
        assert_eq!(closure(2025, 3), Day::of(2025, 3, 30));
        assert_eq!(closure(2025, 10), Day::of(2025, 10, 26));
        assert_eq!(closure(2024, 12), Day::of(2024, 12, 29));
    }

    #[test]
    fn a_moment_is_written_as_the_guide_writes_it() {
        let text = serde_json::to_string(&stamp(Day::of(2022, 7, 29).midnight())).expect("JSON");
        assert_eq!(text, "\"2022-07-28T22:00:00.000+00:00\"");
        assert_eq!(wall_clock(Day::of(2025, 3, 5).at(13, 7)), "2025-03-05T13:07:00.000");
    }
}
