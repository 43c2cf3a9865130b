//! Sends a request and opens an answer, both ways.

use std::fmt::Debug;

use contract::{
    CustomerKey, Family, FamilyName, Opened, Operation, Outcome, Sender, Status,
    wallet::{MessageHeader, Wallet, read_request, write_answer},
};
use serde_json::{Value, json};

use crate::wallet_answers::{answer_of, beside_status};

/// A wallet.
pub const CUSTOMER: &str = "certnew:entity:customer#e1f42d4d-587a-46c1-8de9-2b21846c02c0";
/// Its issuer.
pub const ISSUER: &str = "certnew:entity:issuingpartner#d72bb2cd-34f9-441e-9daf-4f3ef2838bcb";
/// The issuer's partner.
pub const PARTNER: &str = "paydiant:entity:partner#5df9ba6e-c3a5-4c7e-9f22-6812a069683a";
/// One of its devices.
pub const DEVICE: &str = "certnew:iphone#7c9e6679-7425-40de-944b-e07fc1f90ae7";

/// The key that a lookup gives.
pub fn key() -> CustomerKey {
    CustomerKey { customer_uri: CUSTOMER.into(), issuing_partner_uri: ISSUER.into(), partner_uri: PARTNER.into() }
}

/// These attributes and the three that name a customer.
pub fn with_key(attributes: Value) -> Value {
    joined(json!({"customerUri": CUSTOMER, "issuingPartnerUri": ISSUER, "partnerUri": PARTNER}), attributes)
}

/// These attributes and the two that name an issuer.
pub fn with_issuer(attributes: Value) -> Value {
    joined(json!({"issuingPartnerUri": ISSUER, "partnerUri": PARTNER}), attributes)
}

/// Reads the attributes as the gateway would, and seals what was read: that gives the same attributes again, under the
/// wrapper's key and beside the header.
pub fn sent<O: Operation + Clone + Debug + PartialEq>(attributes: Value) -> O {
    assert_eq!(<O::Family as Family>::NAME, FamilyName::Wallet);
    let header = json!({"partnerId": "p", "messageId": "m", "versionId": "1.0", "environmentId": "sandbox"});
    let key = format!("{}Request", O::SPEC.wrapper);
    let printed = json!({key: joined(json!({"messageHeader": header}), attributes)});
    let (header, request) = read_request::<O>(&printed.to_string())
        .unwrap_or_else(|malformed| panic!("{}: {malformed}\n{printed}", O::SPEC.name));
    let sender = Sender { header, ..Sender::default() };
    let sealed = Wallet::seal(&request, &sender).expect("every value may be sent");
    let read = Wallet::read::<O>(&sealed).unwrap_or_else(|malformed| panic!("{}: {malformed}", O::SPEC.name));
    assert_eq!(read, (sender, request.clone()), "{}", O::SPEC.name);
    let body = sealed.body.expect("an envelope");
    assert_eq!(serde_json::from_str::<Value>(&body).expect("JSON"), printed, "{}", O::SPEC.name);
    request
}

/// Opens the written answer of this operation and writes it back: as it was read, and as the sandbox would.
pub fn answered<O: Operation>() -> O::Answer
where
    O::Answer: Debug + PartialEq,
{
    let answer = opened::<O>(&answer_of(&O::SPEC));
    assert_eq!(serde_json::to_value(&answer).expect("JSON"), beside_status(&O::SPEC), "{}", O::SPEC.name);

    let success = Status { outcome: Outcome::Success, ..Status::default() };
    let again = write_answer::<O>(&MessageHeader::default(), &success, Some(&answer));
    assert_eq!(opened::<O>(&again), answer);
    answer
}

/// What the answer holds when the gateway did what was asked.
pub fn opened<O: Operation>(text: &str) -> O::Answer {
    match O::Family::open::<O>(text) {
        Ok(Opened::Done(answer)) => answer,
        Ok(_) => panic!("{} was not done", O::SPEC.name),
        Err(malformed) => panic!("{}: {malformed}\n{text}", O::SPEC.name),
    }
}

fn joined(mut one: Value, other: Value) -> Value {
    let (Value::Object(fields), Value::Object(more)) = (&mut one, other) else { panic!("two objects") };
    fields.extend(more);
    one
}
