//! What the platform pushes: seed 003:937-981.

use contract::{UsedBy, operations::wallet::*};
use serde_json::{Value, json};

/// A push of the kind that the guide speaks of: `FUEL_PUMP_ACTIVATED` (seed 003:952).
fn push() -> Value {
    json!({"metadata": {"lifeCycleEventType": "FUEL_PUMP_ACTIVATED"}, "transactionMetaData": {"pump": 4},
        "transactionStatus": "READY", "checkoutToken": {"value": "T-778120", "type": "FUEL"},
        "paydiantReferenceId": "c98eca3b-e37c-4855-bf03-3db69b8ec035", "externalEvents": [{"type": "SHARE"}]})
}

#[test]
fn a_push_is_read_and_written_back_whole() {
    let read: MobileTransactionMetadataPush = serde_json::from_str(&push().to_string()).expect("a push");
    assert_eq!(serde_json::to_value(&read).expect("JSON"), push());
    assert_eq!(read.checkout_token.and_then(|token| token.token_type), Some(CheckoutTokenType::Fuel));
}

#[test]
fn what_is_null_is_not_pushed() {
    let read: MobileTransactionMetadataPush = serde_json::from_str(r#"{"metadata": {}}"#).expect("a push");
    assert_eq!(serde_json::to_string(&read).expect("JSON"), r#"{"metadata":{}}"#);
    let with_null = r#"{"metadata": {}, "checkoutToken": null, "externalEvents": null, "unknown": 1}"#;
    assert_eq!(serde_json::from_str::<MobileTransactionMetadataPush>(with_null).expect("a push"), read);
}

/// Seed 003:905 speaks of a set, 003:969 of one.
#[test]
fn one_event_is_read_like_a_list_of_one() {
    let mut one = push();
    one["externalEvents"] = one["externalEvents"][0].clone();
    let read: MobileTransactionMetadataPush = serde_json::from_str(&one.to_string()).expect("a push");
    assert_eq!(serde_json::to_value(&read).expect("JSON"), push());
}

#[test]
fn a_push_without_its_metadata_is_no_push() {
    assert!(serde_json::from_str::<MobileTransactionMetadataPush>(r#"{"transactionStatus": "READY"}"#).is_err());
}

#[test]
fn a_push_is_acknowledged_with_one_word() {
    for (outcome, word) in [
        (PushOutcome::Success, "SUCCESS"),
        (PushOutcome::PartialSuccess, "PARTIAL_SUCCESS"),
        (PushOutcome::Failed, "FAILED"),
    ] {
        let received = MobileTransactionMetadataReceived { status_code: outcome };
        assert_eq!(serde_json::to_value(&received).expect("JSON"), json!({"statusCode": word}));
    }
}

#[test]
fn nobody_here_calls_it() {
    assert_eq!(MobileTransactionMetadataPush::SPEC.used_by, UsedBy::Platform);
}
