//! Groups A and C, as far as these operations are the first to meet them.

use contract::{
    Family as _, Opened, Operation, StatusShape,
    operations::{RetrieveCustomerDevices, wallet::*},
    wallet::Wallet,
};
use serde_json::json;

use super::gateway::{done, fields, key};

/// Seed 003:739, 755.
#[test]
fn a4_a_boolean_that_must_be_in_lower_case_is_one() {
    assert_eq!(fields(&RetrieveCustomerCardInfo::of(&key()))["includeMetaData"], true);
}

/// Seed 002:262-266, 413-414; 003:1254.
#[test]
fn a5_a_boolean_in_capitals_is_read() {
    assert_eq!(done::<RetrieveMFAQuestions>(json!({"mfaEnabled": "TRUE"})).mfa_enabled, Some(true));
    assert_eq!(done::<UpdateDeviceBlockStatus>(json!({"block": "FALSE"})).block, Some(false));
}

/// Seed 002:476-477, 523-524: printed with a semicolon, meant as numbers.
#[test]
fn a20_a_double_deposit_is_two_numbers() {
    let text = include_str!("../../../samples/b2b-v1/submitAVSVerification-doubleDeposit.fragment.json");
    let deposit: DoubleDeposit = serde_json::from_str(text).expect("two amounts");
    assert_eq!((deposit.first_amount.as_str(), deposit.second_amount.as_str()), ("0.75", "0.25"));
    let printed: serde_json::Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(serde_json::to_value(&deposit).expect("JSON"), printed);
}

/// Seed 003:719, 765, 1059.
#[test]
fn c2_three_operations_of_the_newer_guide_have_the_older_status() {
    for spec in [RetrieveCustomerCardInfo::SPEC, RetrieveCustomerDevices::SPEC, RetrieveSupportedTenderTypes::SPEC] {
        assert_eq!(spec.status_shape, StatusShape::Errors, "{}", spec.name);
        assert!(spec.source.starts_with("003:"), "{}", spec.name);
    }
}

/// Seed 003:435-438.
#[test]
fn c4_a_success_may_hold_a_partial_success_as_its_detail() {
    let text = json!({"invokeAdditionalProcessResponse": {"status": {"statusCode": "SUCCESS", "statusDetails": [
        {"statusCode": "830", "statusDescription": "SUCCESS", "statusType": "PLATFORM"},
        {"statusCode": "120", "statusDescription": "PARTIAL_SUCCESS", "statusType": "EXTERNAL_PROCESSOR"}]}}});
    assert!(
        matches!(Wallet::open::<InvokeAdditionalProcess>(&text.to_string()), Ok(Opened::Noted(_, status)) if status.details.len() == 2)
    );
}

/// Seed 003:1024.
#[test]
fn c7_a_receipt_that_is_not_found_is_a_refusal_with_a_code_of_its_own() {
    let text = json!({"retrieveUserReceiptByPaydiantRefIdResponse": {"status": {"statusCode": "FAILED", "statusDetails": [
        {"statusCode": "404", "statusDescription": "RESOURCE_NOT_FOUND", "statusType": "PLATFORM"}]}}});
    match Wallet::open::<RetrieveUserReceiptByPaydiantRefId>(&text.to_string()) {
        Ok(Opened::Refused(status)) => assert_eq!(status.details[0].code, "404"),
        other => panic!("{other:?}"),
    }
}
