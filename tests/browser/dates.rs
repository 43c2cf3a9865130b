//! Dates and times by the browser's `Intl`, in the issuer's time zone wherever the test runs.

use care_portal::browser::time;
use contract::{CalendarDate, Instant};
use wasm_bindgen_test::wasm_bindgen_test;

fn instant(text: &str) -> Instant {
    Instant::parse(text).expect("a documented instant")
}

fn in_zone(zone: &str, text: &str) -> String {
    time::set_locale("en-GB", zone).expect("a known zone");
    time::date_and_time(&instant(text))
}

#[wasm_bindgen_test]
fn a_cycle_that_closes_at_local_midnight_closes_on_the_local_date() {
    assert_eq!(in_zone("Europe/Berlin", "2022-07-28T22:00:00Z"), "29 Jul 2022, 00:00");
    assert_eq!(in_zone("UTC", "2022-07-28T22:00:00Z"), "28 Jul 2022, 22:00");
    assert_eq!(in_zone("America/New_York", "2022-07-28T22:00:00Z"), "28 Jul 2022, 18:00");
}

#[wasm_bindgen_test]
fn a_day_without_a_time_is_written_like_any_other_date() {
    for locale in ["en-GB", "en-US", "de-DE", "fr-FR"] {
        time::set_locale(locale, "America/Los_Angeles").expect("known");
        let born = CalendarDate::new(1985, 9, 29).expect("a day");
        assert_eq!(time::day(born), time::date(&time::start_of_day(born)), "{locale}");
        assert!(time::day(born).contains("29") && time::day(born).contains("1985"), "{}", time::day(born));
    }
    time::set_locale("en-GB", "Europe/Berlin").expect("known");
}

#[wasm_bindgen_test]
fn the_clocks_go_forward_and_back_where_the_issuer_is() {
    assert_eq!(in_zone("Europe/Berlin", "2022-03-27T00:59:59Z"), "27 Mar 2022, 01:59");
    assert_eq!(in_zone("Europe/Berlin", "2022-03-27T01:00:00Z"), "27 Mar 2022, 03:00");
    assert_eq!(in_zone("Europe/Berlin", "2022-10-30T00:59:59Z"), "30 Oct 2022, 02:59");
    assert_eq!(in_zone("Europe/Berlin", "2022-10-30T01:00:00Z"), "30 Oct 2022, 02:00");
}

#[wasm_bindgen_test]
fn the_same_moment_reads_the_same_however_it_was_written() {
    for text in ["2022-07-28T22:00:00Z", "2022-07-28T22:00:00+00:00", "2022-07-29T00:00:00+0200", "2022-07-28 22:00:00"]
    {
        assert_eq!(in_zone("Europe/Berlin", text), "29 Jul 2022, 00:00", "{text}");
    }
    time::set_locale("en-GB", "Europe/Berlin").expect("known");
    assert_eq!(time::date(&Instant::from_epoch_millis(1_659_045_600_000)), "29 Jul 2022");
}

#[wasm_bindgen_test]
fn a_time_of_day_has_two_digits_and_its_seconds_where_they_matter() {
    time::set_locale("en-GB", "Europe/Berlin").expect("known");
    let morning = instant("2022-01-05T05:07:09Z").epoch_millis();
    assert_eq!(time::minute(morning), "06:07");
    assert_eq!(time::second(morning), "06:07:09");
}

#[wasm_bindgen_test]
fn what_the_browser_does_not_know_is_named() {
    assert_eq!(time::set_locale("en-GB", "Europe/Nowhere"), Err("timeZone"));
    assert_eq!(time::set_locale("not a locale", "Europe/Berlin"), Err("locale"));
}

#[wasm_bindgen_test]
fn what_is_left_is_never_less_than_nothing() {
    assert_eq!(time::left(872_999), "14:32");
    assert_eq!(time::left(-1), "0:00");
}

#[wasm_bindgen_test]
fn a_day_begins_when_the_issuers_clock_says_so() {
    let starts = |zone: &str, day: &str| {
        time::set_locale("de-DE", zone).expect("known");
        time::start_of_day(CalendarDate::from_iso(day).expect("a day")).to_seconds_and_z()
    };
    assert_eq!(starts("Europe/Berlin", "2022-07-29"), "2022-07-28T22:00:00Z");
    assert_eq!(starts("Europe/Berlin", "2022-03-27"), "2022-03-26T23:00:00Z");
    assert_eq!(starts("Europe/Berlin", "2022-03-28"), "2022-03-27T22:00:00Z");
    assert_eq!(starts("America/New_York", "2022-11-07"), "2022-11-07T05:00:00Z");
    assert_eq!(
        starts("America/Sao_Paulo", "2018-11-04"),
        "2018-11-04T03:00:00Z",
        "its clocks went forward over midnight"
    );
}

#[wasm_bindgen_test]
fn a_moment_lies_in_the_issuers_day() {
    let day = |zone: &str| {
        time::set_locale("en-GB", zone).expect("known");
        time::local_date(&instant("2022-07-28T22:30:00Z")).to_iso()
    };
    assert_eq!(day("Europe/Berlin"), "2022-07-29");
    assert_eq!(day("America/New_York"), "2022-07-28");
    time::set_locale("en-GB", "Europe/Berlin").expect("known");
}
