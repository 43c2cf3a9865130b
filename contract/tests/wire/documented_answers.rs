//! Every answer that a guide prints opens in its family's envelope, and no part of the envelope is lost on the way.

use std::fs;

use contract::{
    Instant, Origin, Outcome, Status, StatusDetail,
    issuing::{Envelope, ResponseMetadata},
};
use serde_json::Value;

use crate::samples::{folder, sample};

/// Printed as a bare item, without the `data` in which the gateway puts it (seed 004:2607, 004:2714).
const BARE: [&str; 2] = ["listAuthorizationRestrictions.response.json", "listVelocityLimits.response.json"];

/// How many of the printed answers carry metadata: 18 of 41, though the public specification requires it in all.
const WITH_METADATA: usize = 18;

#[test]
fn every_answer_of_the_issuing_family_opens_in_its_envelope() {
    let names = issuing_answers();
    assert_eq!(names.len(), 41, "answers printed in seed 004");
    for name in names.iter().filter(|name| !BARE.contains(&name.as_str())) {
        let printed: Value = json(&sample(&format!("issuing-v2/{name}")));
        let envelope = envelope(name);
        assert_eq!(envelope.data, printed["data"], "{name}");
        assert_eq!(serde_json::to_value(&envelope).expect("JSON"), printed, "{name} written back");
    }
}

#[test]
fn answers_printed_as_a_bare_item_have_no_envelope() {
    for name in BARE {
        let text = sample(&format!("issuing-v2/{name}"));
        assert!(json(&text).is_object(), "{name} is an item");
        assert!(serde_json::from_str::<Envelope<Value>>(&text).is_err(), "{name} is no exception any more");
    }
}

#[test]
fn metadata_is_read_whole_wherever_it_is_printed() {
    let names = issuing_answers();
    let stated: Vec<(&String, ResponseMetadata)> = names
        .iter()
        .filter(|name| !BARE.contains(&name.as_str()))
        .filter_map(|name| envelope(name).response_metadata.map(|metadata| (name, metadata)))
        .collect();
    assert_eq!(stated.len(), WITH_METADATA);
    for (name, metadata) in stated {
        assert_eq!(metadata.status_code, Some(200), "{name}");
        assert_eq!(metadata.status_message.as_deref(), Some("Executed successfully"), "{name}");
        assert_eq!(metadata.correlation_id.map(|id| id.len()), Some(36), "{name}");
        assert!(metadata.time_taken_ms.is_some_and(|milliseconds| milliseconds > 0), "{name}");
        let earliest = Instant::parse("2022-12-01T00:00:00Z");
        assert!(metadata.response_date_time > earliest, "{name}");
    }
}

#[test]
fn a_failed_answer_of_the_newer_guide_is_read_with_its_detail() {
    let printed = json(&sample("b2b-v2/updateMobileTransaction-excerpt.response.json"));
    let status = status(&printed["updateMobileTransactionResponse"]["status"]);
    assert_eq!(status.outcome, Outcome::Failed);
    assert_eq!(status.description, "Failure");
    assert_eq!(status.details, [detail("370", "Tender not supported", Origin::Platform)]);
}

#[test]
fn a_success_to_which_two_parties_contributed_keeps_both() {
    let status = status(&json(&sample("b2b-v2/status-success-two-origins.fragment.json"))["status"]);
    assert_eq!(status.outcome, Outcome::Success);
    let both = [detail("100", "Success", Origin::Platform), detail("1000", "Approved", Origin::ExternalProcessor)];
    assert_eq!(status.details, both);
}

#[test]
fn details_without_an_outcome_are_no_outcome() {
    let status = status(&json(&sample("b2b-v2/status-gateway-error.fragment.json")));
    assert_eq!(status.outcome, Outcome::Unknown(String::new()));
    assert_eq!(status.details, [detail("386", "CreateCustomer Error", Origin::Platform)]);
}

#[test]
fn the_guides_template_is_read_as_words_that_nobody_knows() {
    let status = status(&json(&sample("b2b-v2/status-template.fragment.json"))["status"]);
    assert_eq!(status.outcome, Outcome::Unknown("Enum. Main Outcome".into()));
    assert_eq!(status.details[0].origin, Origin::Unknown("Enum. Origin of the status result".into()));
}

#[test]
fn a_status_of_the_newer_shape_is_written_back_whole() {
    for name in ["status-success-two-origins", "status-template"] {
        let printed = &json(&sample(&format!("b2b-v2/{name}.fragment.json")))["status"];
        assert_eq!(&serde_json::to_value(status(printed)).expect("JSON"), printed, "{name}");
    }
}

/// The file names of all answers of the issuing family.
fn issuing_answers() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder().join("issuing-v2"))
        .expect("the samples are there")
        .map(|entry| entry.expect("a readable entry").file_name().into_string().expect("a plain name"))
        .filter(|name| name.ends_with(".response.json"))
        .collect();
    names.sort();
    names
}

fn envelope(name: &str) -> Envelope<Value> {
    serde_json::from_str(&sample(&format!("issuing-v2/{name}"))).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn status(value: &Value) -> Status {
    serde_json::from_value(value.clone()).expect("a status of either shape")
}

fn detail(code: &str, description: &str, origin: Origin) -> StatusDetail {
    StatusDetail { code: code.into(), description: description.into(), origin }
}
