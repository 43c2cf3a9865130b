//! Payments: seed 003.

use contract::{
    Family, Opened, Operation, Origin, Outcome, Sender,
    operations::wallet::*,
    wallet::{MessageHeader, Wallet, write_answer},
};
use serde_json::{Value, json};

use crate::samples::sample;

use super::check::{CUSTOMER, answered, sent};

/// Seed 003:181-198, 472-489, 572-589: device names of the caller's own making.
fn of_a_device(more: Value) -> Value {
    let mut attributes = json!({"tenant": {"tenantUri": "certnew:tenant#1"}, "customerUri": CUSTOMER,
        "deviceUri": "bp.uk.bpme:android#342d233211", "deviceUniqueId": "342d233211"});
    let (Value::Object(fields), Value::Object(more)) = (&mut attributes, more) else { panic!("two objects") };
    fields.extend(more);
    attributes
}

#[test]
fn a_token_is_made_and_given_back() {
    for kind in ["PURCHASE", "REFUND", "OFFER", "CASH_ACCESS", "FUEL"] {
        sent::<ObtainMobileDeviceCheckoutToken>(of_a_device(json!({"checkoutTokenType": kind})));
    }
    let token = answered::<ObtainMobileDeviceCheckoutToken>().checkout_token.expect("a token");
    assert_eq!(token.token_type, Some(CheckoutTokenType::CashAccess));
    sent::<ReleaseMobileDeviceCheckoutToken>(of_a_device(json!({"checkoutTokenValue": "T-778120"})));
    answered::<ReleaseMobileDeviceCheckoutToken>();
}

#[test]
fn a_payment_is_cancelled() {
    sent::<CancelMobileTransaction>(of_a_device(json!({"paydiantReferenceId": "c98eca3b"})));
    answered::<CancelMobileTransaction>();
}

#[test]
fn a_step_of_its_own_is_put_into_a_payment() {
    sent::<InvokeAdditionalProcess>(json!({"tenantIdentifier": {"tenantUri": "certnew:tenant#1"},
        "additionalProcessInfo": {"additionalInformation": [{"key": "3DS", "value": "ask"}, {"key": "3DS", "value": "again"}]}}));
    assert!(answered::<InvokeAdditionalProcess>().additional_process_info.is_some());
}

/// Seed 003:843-905; the step's name from the public use cases.
#[test]
fn the_next_step_of_a_payment_is_asked_for() {
    sent::<RetrieveMobileTransactionMetadata>(of_a_device(json!({
        "executingFlowRule": "RETRIEVE_TRANSACTION_META_DATA_DISCOVERY", "discoveryType": "CASH_ACCESS",
        "checkoutTokenValue": "T-778120", "receiptParameters": {"days": 30}, "invoiceId": "INV-1"})));
    let answer = answered::<RetrieveMobileTransactionMetadata>();
    assert_eq!(answer.next_executing_flow_rule, Some(MobileTransactionFlowRule::ConfirmTransaction));
    let due = answer.transaction_detail.and_then(|detail| detail.get("amountDue").cloned());
    assert_eq!(due, Some(json!(42.0)));
}

/// Seed 003:1292-1360.
#[test]
fn a_step_of_a_payment_is_decided() {
    let request = sent::<UpdateMobileTransaction>(of_a_device(json!({
        "executingFlowRule": "SUBMIT_PAYMENT_TENDERS", "selectedPaymentInstruments": [{"cardUri": "certnew:card#1"}],
        "customerConfirmationForPOSRequestedPayments": true, "tipAmount": 2.10, "offers": ["certnew:offer#1"],
        "cashAccessDetail": {"cashAccessType": "WITHDRAWAL"}, "secondaryIdentifier": {"value": "9914"},
        "mobileRequestedPayments": [{"amount": 42.0}], "transactionMetaData": [{"key": "pump", "value": "4"}]})));
    assert_eq!(request.tip_amount.as_ref().map(contract::WalletDecimal::as_str), Some("2.1"));
    let answer = answered::<UpdateMobileTransaction>();
    assert_eq!(answer.checkout_token.map(contract::Secret::relay).as_deref(), Some("T-778120"));
}

/// The guide prints the envelope only (seed 003:11-19).
#[test]
fn the_printed_excerpt_of_a_request_is_the_envelope() {
    let printed: Value =
        serde_json::from_str(&sample("b2b-v2/updateMobileTransaction-excerpt.request.json")).expect("JSON");
    let header: MessageHeader =
        serde_json::from_value(printed["updateMobileTransactionRequest"]["messageHeader"].clone()).expect("a header");
    let request = sent::<UpdateMobileTransaction>(of_a_device(json!({"executingFlowRule": "SUBMIT_PAYMENT_TENDERS"})));
    let sealed = Wallet::seal(&request, &Sender { header, ..Sender::default() }).expect("sendable");
    let mut body: Value = serde_json::from_str(&sealed.body.expect("a body")).expect("JSON");
    let fields = body["updateMobileTransactionRequest"].as_object_mut().expect("the wrapper's key");
    fields.retain(|key, _| key == "messageHeader");
    assert_eq!(body, printed);
}

/// Seed 003:25-43.
#[test]
fn the_printed_refusal_is_read_and_written_back_whole() {
    let text = sample("b2b-v2/updateMobileTransaction-excerpt.response.json");
    let Ok(Opened::Refused(status)) = Wallet::open::<UpdateMobileTransaction>(&text) else { panic!("a refusal") };
    assert_eq!(status.outcome, Outcome::Failed);
    assert_eq!((status.details[0].code.as_str(), &status.details[0].origin), ("370", &Origin::Platform));

    let printed: Value = serde_json::from_str(&text).expect("JSON");
    let header =
        serde_json::from_value(printed["updateMobileTransactionResponse"]["messageHeader"].clone()).expect("a header");
    let written = write_answer::<UpdateMobileTransaction>(&header, &status, None);
    assert_eq!(serde_json::from_str::<Value>(&written).expect("JSON"), printed);
    assert_eq!(UpdateMobileTransaction::SPEC.status_shape, contract::StatusShape::Details);
}
