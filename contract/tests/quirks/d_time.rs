//! D: dates and time.

use contract::{CalendarDate, Family, Instant, issuing::Issuing};
use serde_json::{Value, json};

use crate::{
    gateway::{json, person_with},
    samples::sample,
    statement_probe::{ReadStatement, ReprintStatement},
};

/// Seed 001:66.
#[test]
fn d1_milliseconds_since_1970_are_an_instant_and_written_back_as_a_number() {
    let person = person_with(r#""createDate": 1493069461632, "passwordChangedDate": -1000"#);
    let created = person.create_date.expect("stated");
    assert_eq!(created, instant("2017-04-24T21:31:01.632Z"));
    assert_eq!(serde_json::to_value(created).expect("JSON"), json!(1_493_069_461_632_i64));
    assert_eq!(person.password_changed_date, Some(instant("1969-12-31T23:59:59Z")));
}

/// Seed 004:50.
#[test]
fn d2_milliseconds_with_a_full_offset_are_read() {
    assert_eq!(instant("2022-11-29T23:00:00.000+00:00").epoch_millis(), 1_669_762_800_000);
    assert_eq!(instant("2022-11-29T23:00:00.123+00:00").epoch_millis(), 1_669_762_800_123);
}

/// Seed 004:485 and 17 more places.
#[test]
fn d3_an_offset_without_colon_is_read() {
    assert_eq!(instant("2022-12-21T11:56:41.712+0100"), instant("2022-12-21T10:56:41.712Z"));
    assert_eq!(instant("2022-12-21T11:56:41.712-0530"), instant("2022-12-21T17:26:41.712Z"));
}

/// Seed 004:2043: the same offset inside of `data`, so there is one reader for all.
#[test]
fn d4_a_chargebacks_own_date_is_read_like_the_metadatas() {
    let chargeback = json(&sample("issuing-v2/generateChargeback.response.json"));
    let created: Instant = serde_json::from_value(chargeback["data"]["creationDate"].clone()).expect("an instant");
    let answered: Instant =
        serde_json::from_value(chargeback["responseMetadata"]["responseDateTime"].clone()).expect("an instant");
    assert_eq!(answered.epoch_millis() - created.epoch_millis(), 1);
}

/// Seed 004:2462 sends `Z`, 004:2487 answers `+00:00`.
#[test]
fn d5_what_was_sent_and_what_is_answered_is_the_same_moment() {
    let sent = json(&sample("issuing-v2/createTemporaryCreditLimit.request.json"));
    let answered = json(&sample("issuing-v2/createTemporaryCreditLimit.response.json"));
    for field in ["activationStartTime", "activationEndTime"] {
        let (sent, answered) = (&sent[field], &answered["data"][field]);
        assert_ne!(sent, answered);
        assert_eq!(read(sent), read(answered));
    }
}

/// Seed 003:1001: `hh` is printed, a 24-hour clock is meant.
#[test]
fn d6_receipts_are_asked_for_in_utc_on_a_clock_of_24_hours() {
    assert_eq!(instant("2018-07-23T15:30:00Z").to_utc_without_zone(), "2018-07-23 15:30:00");
    assert_eq!(instant("2018-07-23T00:05:00+02:00").to_utc_without_zone(), "2018-07-22 22:05:00");
    assert_eq!(instant("2018-07-23 12:00:00"), instant("2018-07-23T12:00:00Z"));
}

/// Seed 004:1276, 1324.
#[test]
fn d7_a_birth_date_is_a_day_that_never_shifts() {
    let customer = json(&sample("issuing-v2/retrieveCustomer.response.json"));
    let born = CalendarDate::of_instant_in_utc(&read(&customer["data"]["birthDate"]));
    assert_eq!(born.to_string(), "22 Oct 1960");
    let before_1970 = CalendarDate::of_instant_in_utc(&instant("1969-12-31T00:00:00.000+00:00"));
    assert_eq!(before_1970, CalendarDate { year: 1969, month: 12, day: 31 });
}

/// Seed 004:50 to 282: a cycle closes at midnight in Berlin, and the raw stamp is its key.
#[test]
fn d8_a_cycles_closure_is_midnight_in_berlin_and_its_stamp_stays_raw() {
    let statements = json(&sample("issuing-v2/listStatements.response.json"));
    let mut hours = Vec::new();
    for statement in statements["data"].as_array().expect("statements") {
        let printed = &statement["cycleClosureDate"];
        let closure = read(printed);
        assert_eq!(&serde_json::to_value(&closure).expect("JSON"), printed);
        let in_berlin = if closure < instant("2022-10-30T01:00:00Z") { 2 } else { 1 };
        assert_eq!((closure.epoch_millis() / 3_600_000 + in_berlin) % 24, 0, "{printed}");
        hours.push(in_berlin);
    }
    assert_eq!((hours.len(), hours.contains(&1), hours.contains(&2)), (6, true, true));
}

/// Seed 004:552-553, 2856-2857, 3515, 2166.
#[test]
fn d9_other_days_that_are_midnights_keep_their_stamps_too() {
    let operations = json(&sample("issuing-v2/listOperations.response.json"));
    let contract = json(&sample("issuing-v2/retrieveAccountContract.response.json"));
    let dispute = json(&sample("issuing-v2/retrieveDispute.response.json"));
    for printed in [
        &operations["data"][0]["transactionDate"],
        &operations["data"][0]["valueDate"],
        &contract["data"]["membershipFeeAnniversaryDate"],
        &dispute["data"]["transactionTime"],
    ] {
        assert_eq!(&serde_json::to_value(read(printed)).expect("JSON"), printed);
    }
}

/// Seed 004:237 lists `…22:00:00.000+00:00`, 004:595 asks for `…22:00:00Z`.
#[test]
fn d10_a_path_carries_whole_seconds_and_z() {
    assert_eq!(instant("2022-07-28T22:00:00.000+00:00").to_seconds_and_z(), "2022-07-28T22:00:00Z");
    assert_eq!(instant("2022-07-28T23:59:59.999+0200").to_seconds_and_z(), "2022-07-28T21:59:59Z");
}

/// Seed 004:776 prints `2022-10-28T00:00:00Z`, which is in no list; 004:101 lists this.
#[test]
fn d11_a_reprint_asks_for_the_listed_stamp() {
    let statements = json(&sample("issuing-v2/listStatements.response.json"));
    let listed = read(&statements["data"][1]["cycleClosureDate"]);
    assert_eq!(listed.to_seconds_and_z(), "2022-10-27T22:00:00Z");
}

/// Seed 004:595 leaves the colons of a path as they are, 004:3646 encodes those of a query.
#[test]
fn d12_colons_are_encoded_in_paths_and_in_queries() {
    let read = ReadStatement {
        account_reference: "12343037952407582600".into(),
        cycle_closure: instant("2022-07-28T22:00:00.000+00:00").to_seconds_and_z(),
        period_start_date_time: Some("2022-04-04T00:00:00Z".into()),
    };
    let wire = Issuing::seal(&read, &issuer()).expect("sendable");
    assert_eq!(
        wire.path,
        "/issuers/1234/accounts/12343037952407582600/statements/2022-07-28T22%3A00%3A00Z?periodStartDateTime=2022-04-04T00%3A00%3A00Z"
    );

    let reprint = ReprintStatement { cycle_closure: "2022-07-28T22:00:00Z".into(), reason: None };
    let wire = Issuing::seal(&reprint, &issuer()).expect("sendable");
    assert_eq!((wire.path.as_str(), wire.body), ("/issuers/1234/statements/2022-07-28T22%3A00%3A00Z/reprint", None));
}

/// A bare plus would arrive as a blank; and what the path says, the body does not repeat.
#[test]
fn d12_a_plus_in_a_path_is_encoded_and_the_field_leaves_the_body() {
    let reprint = ReprintStatement { cycle_closure: "2022-07-28T22:00:00+0200".into(), reason: Some("lost".into()) };
    let wire = Issuing::seal(&reprint, &issuer()).expect("sendable");
    assert_eq!(wire.path, "/issuers/1234/statements/2022-07-28T22%3A00%3A00%2B0200/reprint");
    assert_eq!(wire.body.as_deref().map(json), Some(json!({"reason": "lost"})));
}

/// Seed 004:2811 leaves the `Z` away.
#[test]
fn d14_a_time_without_a_zone_is_utc_and_sent_with_z() {
    assert_eq!(instant("2022-12-05T09:35:00").to_seconds_and_z(), "2022-12-05T09:35:00Z");
}

/// Seed 001:59-60.
#[test]
fn d15_a_birthday_is_opaque_text_that_may_look_like_a_day() {
    let birthday = |text: &str| {
        person_with(&format!(r#""additionalCustomerInformation": [{{"key": "birthday", "value": "{text}"}}]"#))
    };
    assert_eq!(birthday("08281970").birth_date(), CalendarDate::new(1970, 8, 28));
    for text in ["28081970", "1970-08-28", "0828197", "", "02301970", "ab281970"] {
        let person = birthday(text);
        assert_eq!(person.birth_date(), None, "{text}");
        assert_eq!(person.birthday().map(|kept| kept.in_clear()), Some(text));
    }
}

/// Seed 002:253 says "dateTime" and no more; a public page says that many dates are UNIX timestamps.
#[test]
fn d16_a_date_of_unknown_form_is_read_as_number_and_as_text() {
    assert_eq!(read(&json!(1_669_762_800_000_i64)), read(&json!("2022-11-29T23:00:00.000+00:00")));
}

fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap_or_else(|| panic!("no instant: {text}"))
}

fn read(printed: &Value) -> Instant {
    serde_json::from_value(printed.clone()).unwrap_or_else(|error| panic!("{printed}: {error}"))
}

fn issuer() -> contract::Sender {
    contract::Sender { issuer_id: "1234".into(), ..contract::Sender::default() }
}
