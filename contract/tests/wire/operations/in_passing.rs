//! The eight operations that the guide names in one line (seed 004:2780); their attributes are public.

use std::collections::BTreeMap;

use contract::operations::issuing::operations::{
    PaymentChannel, PostBalanceAdjustmentOperation, PostLoadOperation, PostPaymentOperation,
    PostReimbursementOperation, PostUnloadOperation, ReimbursementType, ReverseBalanceAdjustmentOperation,
    ReversePaymentOperation, ReverseReimbursementOperation,
};
use serde_json::{Value, json};

use crate::{
    issuing_wire::{json, sent, written_back},
    operations::documented::{BELOW_FEE_ACCOUNT, FEE_ACCOUNT, euro, instant, posted_fee, reversal},
};

#[test]
fn a_balance_is_adjusted() {
    let request = PostBalanceAdjustmentOperation {
        account_reference: FEE_ACCOUNT.into(),
        balance_adjustment_reason: "DISPUTE_ADJUSTMENT".into(),
        description: None,
        external_operation_date: reversal().date,
        external_operation_reference: reversal().reference,
        external_operation_service_poster: reversal().service_poster,
        external_operation_code: None,
        reference_amount: euro(-700),
        value_date: Some(instant("2023-01-03T00:00:00.000Z")),
        specific_fields: Some(BTreeMap::from([("label1".into(), "value1".into())])),
    };
    let body = with_triplet(json!({
        "balanceAdjustmentReason ": "DISPUTE_ADJUSTMENT",
        "referenceAmount": {"value": -700, "exponent": 2, "isoCode": "EUR"},
        "valueDate": "2023-01-03T00:00:00.000Z",
        "specificFields": {"label1": "value1"}
    }));
    assert_eq!(sent(&request), (format!("{BELOW_FEE_ACCOUNT}/post-balance-adjustment-operation"), Some(body)));
}

#[test]
fn a_payment_is_posted() {
    let request = PostPaymentOperation {
        account_reference: FEE_ACCOUNT.into(),
        description: None,
        external_operation_date: reversal().date,
        external_operation_reference: reversal().reference,
        external_operation_service_poster: reversal().service_poster,
        external_operation_code: None,
        over_payment_account_identifier: None,
        reference_amount: euro(-30000),
        value_date: None,
        payment_channel: Some(PaymentChannel::OnlineMoney),
        sepa: Some(true),
        payment_reason: None,
        specific_fields: None,
    };
    let body = with_triplet(json!({
        "referenceAmount": {"value": -30000, "exponent": 2, "isoCode": "EUR"},
        "paymentChannel": "ONLINE_MONEY",
        "sepa": true
    }));
    assert_eq!(sent(&request), (format!("{BELOW_FEE_ACCOUNT}/post-payment-operation"), Some(body)));
}

/// A full reimbursement must not name an amount.
#[test]
fn a_credit_balance_is_reimbursed() {
    let request = PostReimbursementOperation {
        account_reference: FEE_ACCOUNT.into(),
        description: None,
        external_operation_date: reversal().date,
        external_operation_reference: reversal().reference,
        external_operation_service_poster: reversal().service_poster,
        external_operation_code: None,
        destination_iban: Some("DE27999999350209299700".into()),
        reimbursement_type: Some(ReimbursementType::Full),
        reference_amount: None,
        reimbursement_reason: None,
        specific_fields: None,
    };
    let body = with_triplet(json!({"destinationIban": "DE27999999350209299700", "reimbursementType": "FULL"}));
    assert_eq!(sent(&request), (format!("{BELOW_FEE_ACCOUNT}/post-reimbursement-operation"), Some(body)));
}

#[test]
fn a_prepaid_account_is_loaded_and_unloaded() {
    let load = PostLoadOperation {
        account_reference: FEE_ACCOUNT.into(),
        description: None,
        external_operation_date: reversal().date,
        external_operation_reference: reversal().reference,
        external_operation_service_poster: reversal().service_poster,
        external_operation_code: None,
        reference_amount: euro(-5000),
        payment_channel: Some(PaymentChannel::Cash),
        sepa: None,
    };
    let amount = json!({"value": -5000, "exponent": 2, "isoCode": "EUR"});
    let body = with_triplet(json!({"referenceAmount": amount, "paymentChannel": "CASH"}));
    assert_eq!(sent(&load), (format!("{BELOW_FEE_ACCOUNT}/post-load-operation"), Some(body)));

    let unload = PostUnloadOperation {
        account_reference: load.account_reference,
        description: Some("taken off".into()),
        external_operation_date: load.external_operation_date,
        external_operation_reference: load.external_operation_reference,
        external_operation_service_poster: load.external_operation_service_poster,
        external_operation_code: None,
        reference_amount: euro(5000),
    };
    let amount = json!({"value": 5000, "exponent": 2, "isoCode": "EUR"});
    let body = with_triplet(json!({"referenceAmount": amount, "description": "taken off"}));
    assert_eq!(sent(&unload), (format!("{BELOW_FEE_ACCOUNT}/post-unload-operation"), Some(body)));
}

#[test]
fn what_was_posted_is_taken_back_by_two_triplets_and_a_reason() {
    let body = with_triplet(json!({
        "reversalReason": "REVERSAL_ON_DEMAND",
        "externalMatchingOperationDate": "2023-01-02T14:20:34.715Z",
        "externalMatchingOperationReference": "1234F123456",
        "externalMatchingOperationServicePoster": "ISSUER"
    }));
    let adjustment = ReverseBalanceAdjustmentOperation::of(FEE_ACCOUNT.into(), posted_fee(), reversal());
    let path = |name: &str| format!("{BELOW_FEE_ACCOUNT}/reverse-{name}-operation");
    assert_eq!(sent(&adjustment), (path("balance-adjustment"), Some(body.clone())));
    let payment = ReversePaymentOperation::of(FEE_ACCOUNT.into(), posted_fee(), reversal());
    assert_eq!(sent(&payment), (path("payment"), Some(body.clone())));
    let reimbursement = ReverseReimbursementOperation::of(FEE_ACCOUNT.into(), posted_fee(), reversal());
    assert_eq!(sent(&reimbursement), (path("reimbursement"), Some(body)));
}

#[test]
fn each_of_them_answers_which_operation_was_made() {
    let text = r#"{"data": {"operationIdentifier": {"operationId": "1000000000376077"}}}"#;
    let data = json(text)["data"].clone();
    assert_eq!(written_back::<PostBalanceAdjustmentOperation>(text), data);
    assert_eq!(written_back::<PostPaymentOperation>(text), data);
    assert_eq!(written_back::<PostReimbursementOperation>(text), data);
    assert_eq!(written_back::<PostLoadOperation>(text), data);
    assert_eq!(written_back::<ReverseReimbursementOperation>(text), data);
}

/// The triplet of the operation that is made, beside these facts.
fn with_triplet(mut facts: Value) -> Value {
    facts["externalOperationDate"] = "2023-01-02T14:56:16.402Z".into();
    facts["externalOperationReference"] = "1234R123456".into();
    facts["externalOperationServicePoster"] = "ISSUER".into();
    facts
}
