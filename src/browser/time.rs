//! Dates and times as the issuer's locale and time zone write them, by the browser's `Intl`.

use std::cell::{Cell, RefCell};

use contract::{CalendarDate, Instant};
use js_sys::{Array, Function, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local!(static FORMATS: RefCell<Option<Formats>> = const { RefCell::new(None) });

struct Formats {
    day: Function,
    date: Function,
    minute: Function,
    second: Function,
    digits: Function,
}

thread_local!(static CORRECTION: Cell<i64> = const { Cell::new(0) });

/// Milliseconds since 1970, as the browser's clock says, unless that is wrong by hours.
pub fn now() -> i64 {
    js_sys::Date::now() as i64 + CORRECTION.get()
}

/// Believes the server, whose clock is by so many milliseconds ahead, where this machine is wrong by hours: what is stamped
/// here would else lie on another day. Smaller differences are left alone, for the way of an answer takes its time, too.
pub fn set_right_by(ahead_millis: i64) {
    CORRECTION.set(correction(ahead_millis));
}

fn correction(ahead_millis: i64) -> i64 {
    if ahead_millis.abs() > 2 * 3_600_000 { ahead_millis } else { 0 }
}

/// Milliseconds since the page began, by a clock that nobody sets; it may stand still while the machine sleeps.
pub fn on_the_page() -> i64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0, |clock| clock.now() as i64)
}

/// Takes the issuer's locale and time zone. `Err` names the one that the browser does not know.
pub fn set_locale(locale: &str, time_zone: &str) -> Result<(), &'static str> {
    let date = [("day", "numeric"), ("month", "short"), ("year", "numeric")];
    let minute = [("hour", "2-digit"), ("minute", "2-digit")];
    let second = [("hour", "2-digit"), ("minute", "2-digit"), ("second", "2-digit")];
    let day = format(locale, "UTC", &date).ok_or("locale")?;
    let with_zone = |parts| format(locale, time_zone, parts).ok_or("timeZone");
    // One form whatever the locale: it is read, not shown.
    let digits = [("dateStyle", "short"), ("timeStyle", "medium"), ("hourCycle", "h23")];
    let digits = format("sv-SE", time_zone, &digits).ok_or("timeZone")?;
    let formats =
        Formats { day, date: with_zone(&date)?, minute: with_zone(&minute)?, second: with_zone(&second)?, digits };
    FORMATS.with(|slot| slot.replace(Some(formats)));
    Ok(())
}

/// "29 Jul 2022".
pub fn date(instant: &Instant) -> String {
    written(instant.epoch_millis(), |formats| &formats.date)
}

/// A day that has no time, as [`date`] writes the others: "29 Jul 2022".
pub fn day(date: CalendarDate) -> String {
    let written = written(date.midnight_in_utc(), |formats| &formats.day);
    if written.is_empty() { date.to_string() } else { written }
}

/// The issuer's day in which a moment lies.
pub fn local_date(instant: &Instant) -> CalendarDate {
    CalendarDate::at(instant.epoch_millis(), ahead_of_utc(instant.epoch_millis())).min(CalendarDate::LAST)
}

/// The issuer's today.
pub fn today() -> CalendarDate {
    local_date(&Instant::from_epoch_millis(now()))
}

/// When a day begins where the issuer is: the moment at which cycles close.
pub fn start_of_day(date: CalendarDate) -> Instant {
    Instant::from_epoch_millis(day_begins(date, ahead_of_utc))
}

/// The first moment after a day; the last moment that can be written, where the day is the last one.
pub fn end_of_day(date: CalendarDate) -> Instant {
    if date == CalendarDate::LAST { Instant::from_epoch_millis(LAST_MOMENT) } else { start_of_day(date.plus_days(1)) }
}

/// `9999-12-31T23:59:59Z`: what comes later has a year of five digits, which no gateway takes.
const LAST_MOMENT: i64 = 253_402_300_799_000;

/// A day's first moment, from how far the zone is ahead of UTC at a moment. On the day on which clocks go forward at midnight
/// it is the first that there is.
fn day_begins(date: CalendarDate, ahead_of_utc: impl Fn(i64) -> i64) -> i64 {
    let midnight = date.midnight_in_utc();
    let before = ahead_of_utc(midnight - 86_400_000);
    let after = ahead_of_utc(midnight + 86_400_000);
    // Either the zone is as it was the day before, or the clocks have changed since.
    let candidates = [midnight - before, midnight - after];
    let begins = |moment: &i64| CalendarDate::at(*moment, ahead_of_utc(*moment)) == date;
    candidates.into_iter().filter(begins).min().unwrap_or(midnight - before)
}

/// By how many milliseconds the issuer's clocks are ahead of UTC at a moment.
fn ahead_of_utc(epoch_millis: i64) -> i64 {
    let local = written(epoch_millis, |formats| &formats.digits);
    let seconds = epoch_millis.div_euclid(1000) * 1000;
    Instant::parse(&local).map_or(0, |local| local.epoch_millis() - seconds)
}

/// "29 Jul 2022, 08:14".
pub fn date_and_time(instant: &Instant) -> String {
    format!("{}, {}", date(instant), minute(instant.epoch_millis()))
}

/// "14:02".
pub fn minute(epoch_millis: i64) -> String {
    written(epoch_millis, |formats| &formats.minute)
}

/// "14:02:11".
pub fn second(epoch_millis: i64) -> String {
    written(epoch_millis, |formats| &formats.second)
}

/// What is left, as a clock: "14:32".
pub fn left(millis: i64) -> String {
    let seconds = millis.max(0) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "For ever" stays in the last year, also where the clocks are ahead of UTC.
fn written(epoch_millis: i64, which: impl Fn(&Formats) -> &Function) -> String {
    let epoch_millis = if epoch_millis <= LAST_MOMENT - MOST_AHEAD { epoch_millis } else { in_last_year(epoch_millis) };
    FORMATS.with(|slot| {
        let slot = slot.borrow();
        let text = slot.as_ref().and_then(|formats| {
            which(formats).call1(&JsValue::UNDEFINED, &JsValue::from_f64(epoch_millis as f64)).ok()
        });
        text.and_then(|text| text.as_string()).unwrap_or_default()
    })
}

/// No clock is further ahead of UTC.
const MOST_AHEAD: i64 = 14 * 3_600_000;

/// Of what is later than the last second of the last year where the issuer is: that second.
fn in_last_year(epoch_millis: i64) -> i64 {
    // Zones of the far future do not change.
    let ahead = ahead_of_utc(LAST_MOMENT - 2 * MOST_AHEAD);
    epoch_millis.min(LAST_MOMENT - ahead.max(0))
}

/// `Intl`'s bound `format`, or nothing when it does not know the locale or the zone.
fn format(locale: &str, time_zone: &str, parts: &[(&str, &str)]) -> Option<Function> {
    let options = Object::new();
    for (key, value) in parts.iter().chain(&[("timeZone", time_zone)]) {
        Reflect::set(&options, &(*key).into(), &(*value).into()).ok()?;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(&locale.into(), &options);
    // Built by reflection: the typed constructor throws, and a throw in the middle of the start is a blank page.
    let made: DateTimeFormat = Reflect::construct(&constructor, &arguments).ok()?.unchecked_into();
    Reflect::get(&made, &"format".into()).ok()?.dyn_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    #[test]
    fn a_machine_that_is_wrong_by_hours_is_corrected_and_one_that_is_wrong_by_minutes_is_not() {
        for (ahead, expected) in [(-24 * HOUR, -24 * HOUR), (3 * HOUR, 3 * HOUR), (HOUR, 0), (-60_000, 0), (0, 0)] {
            assert_eq!(correction(ahead), expected);
        }
    }

    fn moment(text: &str) -> i64 {
        Instant::parse(text).expect("an instant").epoch_millis()
    }

    fn begins(date: &str, changes: (&str, i64, i64)) -> i64 {
        let (change, before, after) = changes;
        let date = CalendarDate::from_iso(date).expect("a day");
        day_begins(date, |at| if at < moment(change) { before * HOUR } else { after * HOUR })
    }

    #[test]
    fn a_day_begins_at_the_local_midnight_on_both_sides_of_each_change() {
        let spring = ("2023-03-26T01:00:00Z", 1, 2);
        assert_eq!(begins("2023-03-26", spring), moment("2023-03-25T23:00:00Z"));
        assert_eq!(begins("2023-03-27", spring), moment("2023-03-26T22:00:00Z"));
        let autumn = ("2022-10-30T01:00:00Z", 2, 1);
        assert_eq!(begins("2022-10-30", autumn), moment("2022-10-29T22:00:00Z"));
        assert_eq!(begins("2022-10-31", autumn), moment("2022-10-30T23:00:00Z"));
    }

    #[test]
    fn a_day_without_a_midnight_begins_at_its_first_moment() {
        // São Paulo, 4 November 2018: after 23:59 came 01:00.
        assert_eq!(begins("2018-11-04", ("2018-11-04T03:00:00Z", -3, -2)), moment("2018-11-04T03:00:00Z"));
    }

    #[test]
    fn a_day_with_two_midnights_begins_at_the_first() {
        // Havana, 4 November 2018: after 00:59 came 00:00 again.
        assert_eq!(begins("2018-11-04", ("2018-11-04T05:00:00Z", -4, -5)), moment("2018-11-04T04:00:00Z"));
    }
}
