//! Instants and days against another calendar that knows its trade.

use contract::{CalendarDate, Instant};
use jiff::{Timestamp, civil, tz::Offset};
use proptest::prelude::*;

/// The years in which every instant has a day of four digits in every zone.
const FIRST: i64 = -62_135_510_400_000; // 0001-01-02T00:00:00Z
const LAST: i64 = 253_402_128_000_000; // 9999-12-30T00:00:00Z

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_instant_is_read_with_any_offset_and_fraction(
        milliseconds in FIRST..LAST,
        offset_minutes in -(23 * 60 + 59)..=(23 * 60 + 59),
        fraction in "(\\.[0-9]{1,9})?",
        written_as in any_zone(),
        separator in prop::sample::select(vec!['T', ' ']),
    ) {
        let offset = written_as.offset(offset_minutes);
        let local = offset.to_datetime(timestamp(milliseconds)).strftime("%Y-%m-%d").to_string();
        let time = offset.to_datetime(timestamp(milliseconds)).strftime("%H:%M:%S").to_string();
        let text = format!("{local}{separator}{time}{fraction}{}", written_as.suffix(offset));

        let expected: Timestamp = format!("{local}T{time}{fraction}{}", iso(offset)).parse().expect("an instant");
        let read = Instant::parse(&text).map(|instant| instant.epoch_millis());
        prop_assert_eq!(read, Some(whole_milliseconds(expected)), "{}", text);
    }

    #[test]
    fn a_time_is_read_exactly_when_there_is_such_a_time(
        (year, month, day) in (0_i16..=9999, 0_i8..=13, 0_i8..=32),
        (hour, minute, second) in (0_i8..=25, 0_i8..=61, 0_i8..=59),
    ) {
        let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z");
        let known = civil::DateTime::new(year, month, day, hour, minute, second, 0).is_ok() && year > 0;
        prop_assert_eq!(Instant::parse(&text).is_some(), known, "{}", text);
    }

    #[test]
    fn whole_seconds_and_z_are_what_the_other_calendar_writes(milliseconds in FIRST..LAST) {
        let written = Instant::from_epoch_millis(milliseconds).to_seconds_and_z();
        let expected = timestamp(milliseconds.div_euclid(1000) * 1000);
        prop_assert_eq!(&written, &expected.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
        let again = Instant::parse(&written).map(|instant| instant.epoch_millis());
        prop_assert_eq!(again, Some(expected.as_millisecond()));
    }

    #[test]
    fn the_day_of_an_instant_is_its_day_in_utc(milliseconds in FIRST..LAST) {
        let day = Offset::UTC.to_datetime(timestamp(milliseconds)).date();
        let read = CalendarDate::of_instant_in_utc(&Instant::from_epoch_millis(milliseconds));
        prop_assert_eq!(read, calendar_date(day));
        prop_assert_eq!(read.to_string(), day.strftime("%-d %b %Y").to_string());
    }

    #[test]
    fn two_instants_are_ordered_as_their_moments_are(one in FIRST..LAST, other in FIRST..LAST) {
        let (first, second) = (Instant::from_epoch_millis(one), Instant::from_epoch_millis(other));
        prop_assert_eq!(first.cmp(&second), timestamp(one).cmp(&timestamp(other)));
    }
}

#[test]
fn a_day_is_written_as_date_fields_hold_it_and_counted_on() {
    let first = CalendarDate::from_iso("1970-01-01").expect("a day");
    for days in (-719_162..2_932_896).step_by(977) {
        let day = first.plus_days(days);
        assert_eq!((day.midnight_in_utc(), CalendarDate::from_iso(&day.to_iso())), (days * 86_400_000, Some(day)));
    }
    let last = CalendarDate::from_iso("2024-02-28").expect("a day");
    assert_eq!((last.plus_days(1).to_iso(), last.plus_days(-59).to_iso()), ("2024-02-29".into(), "2023-12-31".into()));
    for text in ["2022-02-29", "2022-7", "", "2022-07-29T00:00", "29.07.2022"] {
        assert_eq!(CalendarDate::from_iso(text), None, "{text}");
    }
}

#[test]
fn every_month_of_every_year_has_as_many_days_as_in_the_other_calendar() {
    for year in 1..=9999_i16 {
        for (month, day) in (1..=12_i8).flat_map(|month| (28..=32_i8).map(move |day| (month, day))) {
            let known = civil::Date::new(year, month, day).map(calendar_date).ok();
            assert_eq!(CalendarDate::new(year.into(), month.into(), day.into()), known, "{year}-{month}-{day}");
        }
    }
}

#[test]
fn every_turn_of_the_year_is_one_second_long() {
    for year in 1..9999 {
        let last = instant(&format!("{year:04}-12-31T23:59:59Z"));
        let first = instant(&format!("{:04}-01-01T00:00:00Z", year + 1));
        assert_eq!(first.epoch_millis() - last.epoch_millis(), 1000, "{year}");
        assert_eq!(CalendarDate::of_instant_in_utc(&first), CalendarDate { year: year + 1, month: 1, day: 1 });
    }
}

#[test]
fn leap_days_exist_where_they_should() {
    for year in [4, 1600, 1972, 2000, 2024, 2400] {
        assert!(CalendarDate::new(year, 2, 29).is_some(), "{year}");
        let leap_day = instant(&format!("{year:04}-02-29T12:00:00Z"));
        let day_after = instant(&format!("{year:04}-03-01T12:00:00Z"));
        assert_eq!(day_after.epoch_millis() - leap_day.epoch_millis(), 86_400_000, "{year}");
        let day = CalendarDate::of_instant_in_utc(&leap_day);
        assert_eq!(day, CalendarDate { year, month: 2, day: 29 });
    }
    for year in [1, 1700, 1900, 2023, 2100] {
        assert_eq!(CalendarDate::new(year, 2, 29), None, "{year}");
        assert_eq!(Instant::parse(&format!("{year:04}-02-29T12:00:00Z")), None, "{year}");
    }
}

/// A second of that name is documented nowhere; the moment after it is the least surprising reading.
#[test]
fn a_leap_second_is_the_moment_that_follows() {
    assert_eq!(instant("2016-12-31T23:59:60Z"), instant("2017-01-01T00:00:00Z"));
}

#[test]
fn a_fraction_is_cut_to_milliseconds() {
    for (fraction, milliseconds) in [(".1", 100), (".12", 120), (".123", 123), (".1239", 123), (".000999999", 0)] {
        assert_eq!(instant(&format!("1970-01-01T00:00:00{fraction}Z")).epoch_millis(), milliseconds, "{fraction}");
    }
}

#[test]
fn what_is_no_documented_form_is_no_instant() {
    let refused = [
        "",
        "2022-07-28",
        "2022-07-28T22:00Z",
        "2022-07-28T22:00:00z",
        "2022-07-28t22:00:00Z",
        "2022-07-28T22:00:00.Z",
        "2022-07-28T22:00:00,5Z",
        "2022-07-28T22:00:00ZZ",
        "2022-07-28T22:00:00Z ",
        " 2022-07-28T22:00:00Z",
        "2022-07-28T22:00:00+1",
        "2022-07-28T22:00:00+01",
        "2022-07-28T22:00:00+01:0",
        "2022-07-28T22:00:00+24:00",
        "2022-07-28T22:00:00+01:60",
        "2022-07-28T22:00:00+0100Z",
        "2022-07-28T22:00:00\u{2212}01:00",
        "2022-13-01T00:00:00Z",
        "2022-02-30T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "+2022-07-28T22:00:00Z",
        "28/07/2022",
        "1493069461632",
    ];
    for text in refused {
        assert_eq!(Instant::parse(text), None, "{text}");
    }
}

/// The four ways in which the guides write an offset.
#[derive(Clone, Copy, Debug)]
enum Zone {
    Z,
    None,
    WithColon,
    WithoutColon,
}

fn any_zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(vec![Zone::Z, Zone::None, Zone::WithColon, Zone::WithoutColon])
}

impl Zone {
    /// `Z` and nothing both mean UTC.
    fn offset(self, minutes: i32) -> Offset {
        match self {
            Self::Z | Self::None => Offset::UTC,
            Self::WithColon | Self::WithoutColon => Offset::from_seconds(minutes * 60).expect("less than a day"),
        }
    }

    fn suffix(self, offset: Offset) -> String {
        match self {
            Self::Z => "Z".to_owned(),
            Self::None => String::new(),
            Self::WithColon => iso(offset),
            Self::WithoutColon => iso(offset).replace(':', ""),
        }
    }
}

/// `+05:30`
fn iso(offset: Offset) -> String {
    let (sign, minutes) = (if offset.seconds() < 0 { '-' } else { '+' }, offset.seconds().abs() / 60);
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

fn timestamp(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).expect("in range")
}

/// Downwards, also before 1970: the contract cuts the fraction off, whatever the sign of the moment.
fn whole_milliseconds(timestamp: Timestamp) -> i64 {
    i64::try_from(timestamp.as_nanosecond().div_euclid(1_000_000)).expect("in range")
}

fn calendar_date(date: civil::Date) -> CalendarDate {
    CalendarDate { year: date.year().into(), month: date.month().into(), day: date.day().into() }
}

fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap_or_else(|| panic!("no instant: {text}"))
}
