//! Fees, bonuses and interest, and their reversals.

use contract::operations::issuing::operations::{
    InterestType, PostBonusOperation, PostFeeOperation, PostInterestOperation, ReverseBonusOperation,
    ReverseFeeOperation, ReverseInterestOperation,
};
use serde_json::json;

use crate::{
    issuing_wire::{json, sent, written_back},
    operations::documented::{BELOW_FEE_ACCOUNT, FEE_ACCOUNT, euro, instant, posted_fee, reversal},
    samples::sample,
};

/// Seed 004:3010-3044, with the field that the public description requires beside it.
#[test]
fn a_fee_is_posted_as_the_guide_prints_it_and_says_whether_it_is_an_adjustment() {
    let request = PostFeeOperation {
        account_reference: FEE_ACCOUNT.into(),
        description: Some("Manual fee description".into()),
        external_operation_date: instant("2023-01-02T14:20:34.715Z"),
        external_operation_reference: "1234F123456".into(),
        external_operation_service_poster: "ISSUER".into(),
        fee_type: "MANUAL_FEE".into(),
        reference_amount: euro(1500),
        value_date: Some(instant("2023-01-02T00:00:00.000Z")),
        external_operation_code: None,
        sub_fee_type: None,
        frequency: None,
        adjustment: false,
        adjustment_reason: None,
    };
    let mut printed = json(&sample("issuing-v2/postFeeOperation.request.json"));
    printed["adjustment"] = json!(false);
    assert_eq!(sent(&request), (format!("{BELOW_FEE_ACCOUNT}/post-fee-operation"), Some(printed)));

    let text = sample("issuing-v2/postFeeOperation.response.json");
    assert_eq!(written_back::<PostFeeOperation>(&text), json(&text)["data"]);
}

/// Seed 004:3066-3102.
#[test]
fn a_fee_is_reversed_as_the_guide_prints_it() {
    let request = ReverseFeeOperation {
        description: Some("reversal description".into()),
        ..ReverseFeeOperation::of(FEE_ACCOUNT.into(), posted_fee(), reversal()).stating(&euro(1500))
    };
    let printed = json(&sample("issuing-v2/reverseFeeOperation.request.json"));
    assert_eq!(sent(&request), (format!("{BELOW_FEE_ACCOUNT}/reverse-fee-operation"), Some(printed)));

    let text = sample("issuing-v2/reverseFeeOperation.response.json");
    assert_eq!(written_back::<ReverseFeeOperation>(&text), json(&text)["data"]);
}

/// No example is printed; attributes public, described at seed 004:3144-3165.
#[test]
fn a_bonus_is_posted_in_money_or_in_points() {
    let points = PostBonusOperation {
        account_reference: FEE_ACCOUNT.into(),
        bonus_program_reference: "MILES".into(),
        description: None,
        external_operation_date: instant("2023-01-02T14:20:34.715Z"),
        external_operation_reference: "1234B123456".into(),
        external_operation_service_poster: "ISSUER".into(),
        external_operation_code: None,
        reference_amount: None,
        loyalty_point_amount: Some(
            serde_json::from_value(json!({"unit": "MILE", "cumulatedValue": -200})).expect("points"),
        ),
        rewarded_operation_identifier: Some(
            serde_json::from_value(json!({"operationId": "1000000000354873"})).expect("an operation"),
        ),
        rewarded_external_matching_operation_reference: None,
        rewarded_external_matching_operation_date: None,
        rewarded_external_matching_operation_service_poster: None,
    };
    let body = json!({
        "bonusProgramReference": "MILES",
        "externalOperationDate": "2023-01-02T14:20:34.715Z",
        "externalOperationReference": "1234B123456",
        "externalOperationServicePoster": "ISSUER",
        "loyaltyPointAmount": {"unit": "MILE", "cumulatedValue": -200},
        "rewardedOperationIdentifier": {"operationId": "1000000000354873"}
    });
    assert_eq!(sent(&points), (format!("{BELOW_FEE_ACCOUNT}/post-bonus-operation"), Some(body)));

    let money = PostBonusOperation {
        reference_amount: Some(euro(-500)),
        loyalty_point_amount: None,
        rewarded_operation_identifier: None,
        ..points
    };
    let body = sent(&money).1.expect("a body");
    assert_eq!(body["referenceAmount"], json!({"value": -500, "exponent": 2, "isoCode": "EUR"}));
}

/// No example is printed; attributes public, described at seed 004:3167-3177 and 3197-3207.
#[test]
fn a_bonus_and_interest_are_reversed_by_two_triplets_and_nothing_else() {
    let body = json!({
        "externalMatchingOperationDate": "2023-01-02T14:20:34.715Z",
        "externalMatchingOperationReference": "1234F123456",
        "externalMatchingOperationServicePoster": "ISSUER",
        "externalOperationDate": "2023-01-02T14:56:16.402Z",
        "externalOperationReference": "1234R123456",
        "externalOperationServicePoster": "ISSUER"
    });
    let bonus = ReverseBonusOperation::of(FEE_ACCOUNT.into(), posted_fee(), reversal());
    assert_eq!(sent(&bonus), (format!("{BELOW_FEE_ACCOUNT}/reverse-bonus-operation"), Some(body.clone())));
    let interest = ReverseInterestOperation::of(FEE_ACCOUNT.into(), posted_fee(), reversal());
    assert_eq!(sent(&interest), (format!("{BELOW_FEE_ACCOUNT}/reverse-interest-operation"), Some(body)));
}

/// No example is printed; attributes public, described at seed 004:3179-3195, the value date at 004:3193 alone.
#[test]
fn interest_is_posted_with_its_direction() {
    let request = PostInterestOperation {
        account_reference: FEE_ACCOUNT.into(),
        description: None,
        external_operation_date: instant("2023-01-02T14:20:34.715Z"),
        external_operation_reference: "1234I123456".into(),
        external_operation_service_poster: "ISSUER".into(),
        external_operation_code: Some("1201".into()),
        interest_type: InterestType::Debit,
        reference_amount: euro(465),
        value_date: None,
    };
    let body = json!({
        "externalOperationDate": "2023-01-02T14:20:34.715Z",
        "externalOperationReference": "1234I123456",
        "externalOperationServicePoster": "ISSUER",
        "externalOperationCode": "1201",
        "interestType": "DEBIT",
        "referenceAmount": {"value": 465, "exponent": 2, "isoCode": "EUR"}
    });
    assert_eq!(sent(&request), (format!("{BELOW_FEE_ACCOUNT}/post-interest-operation"), Some(body)));
    let later = PostInterestOperation { value_date: Some(instant("2023-02-01T00:00:00.000Z")), ..request };
    assert_eq!(sent(&later).1.expect("a body")["valueDate"], "2023-02-01T00:00:00.000Z");
}
