//! B, E, G, H: fees by hand and what is done by POST.

use contract::{
    Amount, Effect, Instant, Method, Operation,
    operations::issuing::operations::{
        AccountOperation, AdjustmentReason, InquireOperation, ListOperations, NewOperation, PostFeeOperation,
        ReverseFeeOperation, SearchLacks, SearchOperations,
    },
};
use serde_json::json;

use crate::{
    issuing_wire::{answered, json, sent},
    samples::sample,
};

/// Seed 004:3073-3083: the names differ by one word. What is reversed comes from a listed operation, what reverses it is
/// made new; the two are types that cannot stand in each other's place.
#[test]
fn b21_a_reversal_names_the_original_and_itself() {
    let listed = listed_fee();
    let original = listed.original().expect("the list states all three");
    let request = ReverseFeeOperation::of("12343571015282598154".into(), original, new_operation());
    let body = sent(&request).1.expect("a body");
    assert_eq!(body["externalMatchingOperationReference"], "8561d87e285d4fc795778c644579c207");
    assert_eq!(body["externalMatchingOperationDate"], "2022-12-05T09:37:27.721+00:00");
    assert_eq!(body["externalMatchingOperationServicePoster"], "WLP-CAS");
    assert_eq!(body["externalOperationReference"], "1234R123456");
    let nameless = AccountOperation { external_operation_service_poster: None, ..listed };
    assert_eq!(nameless.original(), None);
}

/// Public: the key ends in a blank. It is read without one too.
#[test]
fn b30_an_adjustments_reason_has_a_blank_in_its_key() {
    let request = PostFeeOperation { adjustment_reason: Some(AdjustmentReason::CommercialAdjustment), ..fee() };
    assert_eq!(sent(&request).1.expect("a body")["adjustmentReason "], "COMMERCIAL_ADJUSTMENT");
    let mut fields = json!({"accountReference": "1", "adjustment": true, "adjustmentReason": "DISPUTE_RESULT"});
    let printed = json(&sample("issuing-v2/postFeeOperation.request.json"));
    fields.as_object_mut().expect("an object").extend(printed.as_object().expect("an object").clone());
    let read: PostFeeOperation = serde_json::from_str(&fields.to_string()).expect("readable");
    assert_eq!(read.adjustment_reason, Some(AdjustmentReason::DisputeResult));

    let text = r#"{"data": [{"operationIdentifier": {"operationId": "1"}, "balanceAdjustmentReason ": "GOODWILL"},
        {"operationIdentifier": {"operationId": "2"}, "balanceAdjustmentReason": "GOODWILL"}]}"#;
    let reasons = answered::<ListOperations>(text).rows.into_iter().map(|row| row.balance_adjustment_reason);
    assert!(reasons.eq([Some("GOODWILL".to_owned()), Some("GOODWILL".to_owned())]));
}

/// Seed 004:3076-3080: 1500 is taken back by -1500. Without an amount the whole is reversed (public).
#[test]
fn e3_a_reversal_turns_the_sign() {
    let original = listed_fee().original().expect("all three");
    let whole = ReverseFeeOperation::of("1".into(), original, new_operation());
    assert_eq!(sent(&whole).1.expect("a body").get("referenceAmount"), None);
    let stated = whole.stating(&euro(1500));
    assert_eq!(sent(&stated).1.expect("a body")["referenceAmount"]["value"], -1500);
    assert_eq!(stated.clone().stating(&euro(-200)).reference_amount, Some(euro(200)));
    assert_eq!(stated.stating(&Amount::default()).reference_amount, None, "an amount that is not stated");
}

/// Both are sent with POST and change nothing, so they may be repeated.
#[test]
fn g2_two_reads_are_done_by_post() {
    for spec in [InquireOperation::SPEC, SearchOperations::SPEC] {
        assert_eq!((spec.method, spec.effect, spec.writes()), (Method::Post, Effect::Read, false), "{}", spec.name);
    }
    assert!(PostFeeOperation::SPEC.writes());
}

/// Seed 004:3014-3026 has no `adjustment`, which the public description requires: it is always sent. Seed 004:3070-3084 has no
/// fee type, which seed 004:3055 calls mandatory: it is sent where an issuer asks for it.
#[test]
fn h26_a_fee_states_its_adjustment_and_a_reversal_its_type_where_that_is_asked_for() {
    assert_eq!(sent(&fee()).1.expect("a body")["adjustment"], false);
    let printed = sample("issuing-v2/postFeeOperation.request.json");
    let mut fields = json(&printed);
    fields["accountReference"] = "1".into();
    let lacking = serde_json::from_str::<PostFeeOperation>(&fields.to_string());
    assert!(lacking.expect_err("required").to_string().contains("adjustment"));

    let whole = ReverseFeeOperation::of("1".into(), listed_fee().original().expect("all three"), new_operation());
    assert_eq!(sent(&whole).1.expect("a body").get("feeType"), None);
    let typed = ReverseFeeOperation { fee_type: Some("MARKUP_FEE".into()), ..whole };
    assert_eq!(sent(&typed).1.expect("a body")["feeType"], "MARKUP_FEE");
}

/// Seed 004:3229-3232, and publicly an operation's own id frees of the second group.
#[test]
fn h29_a_search_is_checked_before_it_is_sent() {
    let account = || serde_json::from_value(json!({"accountReference": "1"})).ok();
    let day = || Instant::parse("2022-12-05T00:00:00Z");
    let empty = SearchOperations::default();
    assert_eq!(empty.missing(), Some(SearchLacks::Subject));
    let of_account = SearchOperations { posting_account_identifier: account(), ..SearchOperations::default() };
    assert_eq!(of_account.missing(), Some(SearchLacks::Period));
    let half = SearchOperations { posting_date_from: day(), ..of_account.clone() };
    assert_eq!(half.missing(), Some(SearchLacks::BothEnds));
    let whole = SearchOperations { posting_date_to: day(), ..half };
    assert_eq!(whole.missing(), None);
    let both = SearchOperations { transaction_date_from: day(), transaction_date_to: day(), ..whole.clone() };
    assert_eq!(both.missing(), Some(SearchLacks::OnePeriodOnly));
    let at_least = SearchOperations { reference_amount_from: Some(euro(1)), ..whole };
    assert_eq!(at_least.missing(), Some(SearchLacks::BothEnds));
    let by_id = SearchOperations {
        operation_identifier: serde_json::from_value(json!({"operationId": "1000000000354873"})).ok(),
        ..SearchOperations::default()
    };
    assert_eq!(by_id.missing(), None);
}

/// An instant that was made from milliseconds is no number on this wire.
#[test]
fn a_date_in_a_body_is_always_text() {
    let request = PostFeeOperation { external_operation_date: Instant::from_epoch_millis(1_672_669_234_715), ..fee() };
    let written = serde_json::to_value(&request).expect("JSON");
    assert_eq!(written["externalOperationDate"], "2023-01-02T14:20:34Z");
}

/// The request of seed 004:3014-3026, which corrects nothing.
fn fee() -> PostFeeOperation {
    let mut fields = json(&sample("issuing-v2/postFeeOperation.request.json"));
    fields["accountReference"] = "12349485785398617383".into();
    fields["adjustment"] = false.into();
    serde_json::from_str(&fields.to_string()).expect("a request")
}

/// The fee of seed 004:2876-2895.
fn listed_fee() -> AccountOperation {
    answered::<ListOperations>(&sample("issuing-v2/listOperations.response.json")).rows.remove(1)
}

fn new_operation() -> NewOperation {
    NewOperation {
        date: Instant::parse("2023-01-02T14:56:16.402Z").expect("an instant"),
        reference: "1234R123456".into(),
        service_poster: "ISSUER".into(),
    }
}

fn euro(value: i64) -> Amount {
    Amount { value: Some(value), exponent: Some(2), iso_code: Some("EUR".into()) }
}
