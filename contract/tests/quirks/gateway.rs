//! Short ways to say what the gateway answered and what was read from it.

use contract::{
    Family, Malformed, Opened, Operation, Status, WalletCustomer,
    operations::{RetrieveCustomerLookupInfo, UpdateCustomerActivation},
    rows::Rows,
    wallet::{Confirmed, Wallet},
};
use serde_json::Value;

/// Reads a lookup's answer that holds this beside a success.
pub fn looked_up(beside_status: &str) -> Rows<WalletCustomer> {
    let text = format!(
        r#"{{"retrieveCustomerLookUpInfoResponse": {{"status": {{"statusCode": "SUCCESS"}}, {beside_status}}}}}"#
    );
    match Wallet::open::<RetrieveCustomerLookupInfo>(&text) {
        Ok(Opened::Done(answer)) => answer.customer_look_up_info,
        other => panic!("not read as done: {other:?}"),
    }
}

/// The one person of a lookup whose record holds these facts beside the wallet's URI.
pub fn person_with(facts: &str) -> WalletCustomer {
    let found =
        looked_up(&format!(r#""customerLookUpInfo": [{{"customerUri": "certnew:entity:customer#1", {facts}}}]"#));
    assert_eq!(found.unreadable, 0, "unreadable: {facts}");
    found.rows.into_iter().next().expect("one person")
}

/// Reads the answer to an activation that carries this status.
pub fn activation_answered(status: &str) -> Result<Opened<Confirmed>, Malformed> {
    Wallet::open::<UpdateCustomerActivation>(&format!(
        r#"{{"updateCustomerActivationResponse": {{"status": {status}}}}}"#
    ))
}

/// Reads a status.
pub fn status(text: &str) -> Status {
    serde_json::from_str(text).expect("a status of either shape")
}

/// The fields of a sent request, without its wrapper.
pub fn sent_fields<O: Operation>(request: &O) -> Value {
    let body = Wallet::seal(request, &contract::Sender::default()).expect("sendable").body.expect("a body");
    json(&body)[format!("{}Request", O::SPEC.wrapper)].clone()
}

/// Any JSON.
pub fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}
