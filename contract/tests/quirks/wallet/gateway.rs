//! Short ways to say what is sent and what came back.

use contract::{CustomerKey, Family, Opened, Operation, Sender, wallet::Wallet};
use serde_json::{Value, json};

/// The key that a lookup gives.
pub fn key() -> CustomerKey {
    CustomerKey {
        customer_uri: "certnew:entity:customer#bb3c20c6".into(),
        issuing_partner_uri: "certnew:entity:issuingpartner#d72bb2cd".into(),
        partner_uri: "paydiant:entity:partner#5df9ba6e".into(),
    }
}

/// The whole text that is sent.
pub fn sealed<O: Operation>(request: &O) -> Value {
    let body = Wallet::seal(request, &Sender::default()).expect("every value may be sent").body.expect("a body");
    serde_json::from_str(&body).expect("JSON")
}

/// What is sent beside the header.
pub fn fields<O: Operation>(request: &O) -> Value {
    serde_json::to_value(request).expect("every value may be sent")
}

/// What the gateway did, when it answers a success with this beside it, under this key.
pub fn done_under<O: Operation>(key: &str, beside_status: Value) -> O::Answer {
    let mut body = json!({"status": {"statusCode": "SUCCESS"}});
    let (Value::Object(fields), Value::Object(more)) = (&mut body, beside_status) else { panic!("two objects") };
    fields.extend(more);
    match Wallet::open::<O>(&json!({key: body}).to_string()) {
        Ok(Opened::Done(answer)) => answer,
        Ok(_) => panic!("{} was not done", O::SPEC.name),
        Err(malformed) => panic!("{}: {malformed}", O::SPEC.name),
    }
}

/// The same under the operation's own key.
pub fn done<O: Operation>(beside_status: Value) -> O::Answer {
    done_under::<O>(&format!("{}Response", O::SPEC.wrapper), beside_status)
}

/// Reads a request's attributes as the gateway would.
pub fn read<O: Operation>(attributes: Value) -> O {
    serde_json::from_value::<Value>(attributes)
        .and_then(|attributes| serde_json::from_str(&attributes.to_string()))
        .unwrap_or_else(|error| panic!("{}: {error}", O::SPEC.name))
}
