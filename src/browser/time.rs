//! Dates and times as the issuer's locale and time zone write them, by the browser's `Intl`.

use std::cell::RefCell;

use contract::Instant;
use js_sys::{Array, Function, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local!(static FORMATS: RefCell<Option<Formats>> = const { RefCell::new(None) });

struct Formats {
    date: Function,
    minute: Function,
    second: Function,
}

/// Milliseconds since 1970, as the browser's clock says.
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Takes the issuer's locale and time zone. `Err` names the one that the browser does not know.
pub fn set_locale(locale: &str, time_zone: &str) -> Result<(), &'static str> {
    let date = [("day", "numeric"), ("month", "short"), ("year", "numeric")];
    let minute = [("hour", "2-digit"), ("minute", "2-digit")];
    let second = [("hour", "2-digit"), ("minute", "2-digit"), ("second", "2-digit")];
    format(locale, "UTC", &date).ok_or("locale")?;
    let with_zone = |parts| format(locale, time_zone, parts).ok_or("timeZone");
    let formats = Formats { date: with_zone(&date)?, minute: with_zone(&minute)?, second: with_zone(&second)? };
    FORMATS.with(|slot| slot.replace(Some(formats)));
    Ok(())
}

/// "29 Jul 2022".
pub fn date(instant: &Instant) -> String {
    written(instant.epoch_millis(), |formats| &formats.date)
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

fn written(epoch_millis: i64, which: impl Fn(&Formats) -> &Function) -> String {
    FORMATS.with(|slot| {
        let slot = slot.borrow();
        let text = slot.as_ref().and_then(|formats| {
            which(formats).call1(&JsValue::UNDEFINED, &JsValue::from_f64(epoch_millis as f64)).ok()
        });
        text.and_then(|text| text.as_string()).unwrap_or_default()
    })
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
