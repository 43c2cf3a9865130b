//! C: what the gateway says about a call.

use contract::{
    Family, Opened, Origin, Outcome, Status, StatusDetail,
    codes::{Code, IssuingCode, Space},
    issuing::{Envelope, Issuing, ResponseMetadata},
    operations::{
        RetrieveCustomerDevices, RetrieveCustomerLookupInfo, UpdateCustomerActivation, UpdateCustomerDeviceActivation,
    },
    wallet::{Confirmed, Wallet},
};
use serde_json::{Map, Value, json};

use crate::{
    gateway::{activation_answered, looked_up, status},
    samples::sample,
    statement_probe::ReadStatement,
    written,
};

/// Seed 001:42-48 against 003:33-41.
#[test]
fn c1_both_shapes_of_a_status_become_one() {
    let newer = status(
        r#"{"statusCode": "FAILED", "statusDescription": "Failure", "statusDetails": [
            {"statusCode": "388", "statusDescription": "Customer not found", "statusType": "PLATFORM"}
        ]}"#,
    );
    assert_eq!(newer, Status::refusal("388", "Customer not found"));

    let older = |errors: &str| {
        status(&format!(r#"{{"statusCode": "FAILED", "statusDescription": "Failure", "errors": {errors}}}"#))
    };
    let unnamed = |code: &str| StatusDetail {
        code: code.into(),
        description: "Customer not found".into(),
        origin: Origin::Unknown(String::new()),
    };
    assert_eq!(older(r#"["Customer not found"]"#).details, [unnamed("")]);
    assert_eq!(older(r#"[{"errorCode": 388, "message": "Customer not found"}]"#).details, [unnamed("388")]);
    assert_eq!(older("[]").outcome, newer.outcome);
}

/// Seed 003:765: the older status in the newer guide.
#[test]
fn c2_the_shape_decides_and_not_the_guide() {
    let newer = written::DEVICES.replace(r#""errors": []"#, r#""statusDetails": []"#);
    for text in [written::DEVICES, &newer] {
        let Ok(Opened::Done(answer)) = Wallet::open::<RetrieveCustomerDevices>(text) else { panic!("not done") };
        assert_eq!(answer.customer_devices.rows.len(), 2);
    }
}

/// Seed 003:59, 979-981.
#[test]
fn c3_partial_success_is_not_success() {
    let halves = r#"{"statusCode": "PARTIAL_SUCCESS", "statusDescription": "Partly", "statusDetails": [
        {"statusCode": "100", "statusDescription": "Success", "statusType": "PLATFORM"},
        {"statusCode": "304", "statusDescription": "Invalid arguments", "statusType": "EXTERNAL_PROCESSOR"}
    ]}"#;
    let Ok(Opened::Partly(Confirmed {}, status)) = activation_answered(halves) else { panic!("not partly") };
    assert_eq!(status.outcome, Outcome::PartialSuccess);
    assert_eq!(status.details.len(), 2, "both halves");
}

/// A word that no guide names must not be taken for any of the three.
#[test]
fn c3_an_outcome_that_nobody_knows_is_unclear() {
    for unknown in [r#""MAYBE""#, r#""success""#, r#""""#, "null", "0"] {
        let opened = activation_answered(&format!(r#"{{"statusCode": {unknown}}}"#));
        assert!(matches!(opened, Ok(Opened::Unclear(_))), "{unknown}");
    }
}

/// Seed 003:437: detail 120 says PARTIAL_SUCCESS below a SUCCESS.
#[test]
fn c4_the_top_outcome_counts_and_details_are_kept() {
    let text = r#"{"statusCode": "SUCCESS", "statusDescription": "Done", "statusDetails": [
        {"statusCode": "830", "statusDescription": "SUCCESS", "statusType": "PLATFORM"},
        {"statusCode": "120", "statusDescription": "PARTIAL_SUCCESS", "statusType": "EXTERNAL_PROCESSOR"}
    ]}"#;
    assert_eq!(status(text).outcome, Outcome::Success);
    assert_eq!(status(text).details.len(), 2);
    assert_eq!(activation_answered(text), Ok(Opened::Noted(Confirmed {}, status(text))));
}

/// HTTP 200 means that the gateway received the call (public page on the gateway's configuration).
#[test]
fn c5_an_answer_that_arrived_may_still_be_a_refusal() {
    let refusal = r#"{"statusCode": "FAILED", "statusDescription": "Failure", "errors": []}"#;
    assert!(matches!(activation_answered(refusal), Ok(Opened::Refused(_))));
    let lookup = format!(r#"{{"retrieveCustomerLookUpInfoResponse": {{"status": {refusal}}}}}"#);
    assert!(matches!(Wallet::open::<RetrieveCustomerLookupInfo>(&lookup), Ok(Opened::Refused(_))));
}

/// What was refused need not carry the documented payload.
#[test]
fn c5_a_refusal_is_a_refusal_whatever_stands_beside_it() {
    for beside in [r#""customerDevices": null"#, r#""customerDevices": [], "customerDevices": []"#, r#""error": {}"#] {
        let text =
            format!(r#"{{"retrieveCustomerDevicesResponse": {{"status": {{"statusCode": "FAILED"}}, {beside}}}}}"#);
        let opened = Wallet::open::<RetrieveCustomerDevices>(&text);
        assert!(matches!(opened, Ok(Opened::Refused(_))), "{beside}");
    }
}

/// An answer without a status states no outcome, whatever else it holds.
#[test]
fn c5_an_answer_without_a_status_is_malformed() {
    for body in ["{}", r#"{"status": null}"#, r#"{"customerLookUpInfo": []}"#] {
        let text = format!(r#"{{"retrieveCustomerLookUpInfoResponse": {body}}}"#);
        assert!(Wallet::open::<RetrieveCustomerLookupInfo>(&text).is_err(), "{body}");
    }
}

/// Seed 003:550-558, 1218-1230: one number, many texts.
#[test]
fn c6_code_and_origin_are_read_apart_from_the_text() {
    let detail = |description: &str, origin: &str| {
        let text = format!(
            r#"{{"statusDetails": [{{"statusCode": "386", "statusDescription": "{description}", "statusType": "{origin}"}}]}}"#
        );
        status(&text).details.remove(0)
    };
    let (timeout, denied) = (detail("Request timed out.", "PLATFORM"), detail("No access to the tenant.", "PLATFORM"));
    assert_eq!((&timeout.code, &timeout.origin), (&denied.code, &denied.origin));
    assert_ne!(timeout.description, denied.description);
    let elsewhere = detail("Request timed out.", "EXTERNAL_PROCESSOR");
    assert_ne!((&timeout.code, &timeout.origin), (&elsewhere.code, &elsewhere.origin));
}

/// 404 is an empty store location in the older guide, a missing resource in seed 003:1024, and HTTP's in the issuing family.
#[test]
fn c7_the_two_families_keep_their_codes_in_different_types() {
    let wallet: String = status(r#"{"statusDetails": [{"statusCode": 404}]}"#).details.remove(0).code;
    let metadata: ResponseMetadata = serde_json::from_str(r#"{"statusCode": 404}"#).expect("metadata");
    let issuing: Option<i64> = metadata.status_code;
    assert_eq!((wallet.as_str(), issuing), ("404", Some(404)));
}

/// Seed 003:444 prints `PLATFORMconnector`.
#[test]
fn c8_an_origin_that_nobody_knows_is_shown_as_it_came() {
    let details = status(
        r#"{"statusDetails": [
            {"statusType": "PLATFORM"}, {"statusType": "EXTERNAL_PROCESSOR"}, {"statusType": "PLATFORMconnector"}, {}
        ]}"#,
    )
    .details;
    let words: Vec<&str> = details.iter().map(|detail| detail.origin.words()).collect();
    assert_eq!(words, ["wallet platform", "external processor", "PLATFORMconnector", ""]);
}

/// Seed 003:37 says "Tender not supported", 003:387 TENDER_NOT_SUPPORTED.
#[test]
fn c9_the_text_beside_a_code_decides_nothing() {
    for text in ["Tender not supported", "TENDER_NOT_SUPPORTED", "SUCCESS"] {
        let refusal = format!(r#"{{"statusCode": "FAILED", "statusDescription": "{text}"}}"#);
        assert!(matches!(activation_answered(&refusal), Ok(Opened::Refused(_))), "{text}");
    }
}

/// Seed 003:1379, 1384.
#[test]
fn c10_misspelt_texts_are_kept_letter_by_letter() {
    for text in ["DATA_ACCCESS_ERROR", "OPERATION_TIMEOUT<br"] {
        let failed = status(&format!(r#"{{"statusDetails": [{{"statusDescription": "{text}"}}]}}"#));
        assert_eq!(failed.details[0].description, text);
    }
}

/// Seed 003:1368: an update answers "The enrollment was initiated successfully".
#[test]
fn c11_a_success_hands_on_no_text_to_show() {
    let copied = r#"{"statusCode": "SUCCESS", "statusDescription": "The enrollment was initiated successfully."}"#;
    assert_eq!(activation_answered(copied), Ok(Opened::Done(Confirmed {})));
}

/// Seed 001:181.
#[test]
fn c12_an_activation_is_confirmed_without_a_payload() {
    assert_eq!(activation_answered(r#"{"statusCode": "SUCCESS"}"#), Ok(Opened::Done(Confirmed {})));
    let wallets = Wallet::open::<UpdateCustomerActivation>(written::ACTIVATION);
    assert_eq!(wallets, Ok(Opened::Done(Confirmed {})));
    let devices = Wallet::open::<UpdateCustomerDeviceActivation>(written::DEVICE_ACTIVATION);
    assert_eq!(devices, Ok(Opened::Done(Confirmed {})));
}

/// Missing in 23 of the 41 answers that seed 004 prints.
#[test]
fn c13_an_issuing_answer_needs_no_metadata() {
    let with = sample("issuing-v2/retrieveStatement.response.json");
    let without = sample("issuing-v2/retrieveLastStatement.response.json");
    for text in [with, without] {
        let Ok(Opened::Done(statement)) = Issuing::open::<ReadStatement>(&text) else { panic!("not done") };
        assert_eq!(statement["issuerId"], json!("1234"));
    }
    assert!(Issuing::open::<ReadStatement>(r#"{"responseMetadata": {"statusCode": 200}}"#).is_err());
}

/// Seed 004:2231.
#[test]
fn c14_a_transaction_that_is_not_disputed_is_told_by_its_code() {
    let body = r#"{"responseMetadata": {"statusCode": 404, "statusMessage": "No Dispute Folder has been found"}}"#;
    let status = Issuing::refusal(body).expect("the gateway's words");
    assert_eq!(Space::Issuing.code(&status.details[0]), Code::Issuing(IssuingCode::NotFound));
}

/// Seed 001:49, 003:42.
#[test]
fn c15_configuration_details_may_hold_anything_or_be_missing() {
    let people = r#""customerLookUpInfo": [{"customerUri": "certnew:entity:customer#1"}]"#;
    for details in ["", r#""configurationDetails": [],"#, r#""configurationDetails": [{"a": [1]}, "b"],"#] {
        assert_eq!(looked_up(&format!("{details} {people}")).rows.len(), 1, "{details}");
    }
}

/// Seed 004:338 says "list" where 004:353 shows one object.
#[test]
fn c16_each_operation_says_whether_it_answers_one_or_many() {
    let many = sample("issuing-v2/listStatements.response.json");
    let one = sample("issuing-v2/retrieveLastStatement.response.json");
    let statements: Envelope<Vec<Value>> = serde_json::from_str(&many).expect("a list");
    assert_eq!(statements.data.len(), 6);
    let statement: Envelope<Map<String, Value>> = serde_json::from_str(&one).expect("one");
    assert!(statement.data.contains_key("cycleClosureDate"));
    assert!(serde_json::from_str::<Envelope<Vec<Value>>>(&one).is_err());
}
