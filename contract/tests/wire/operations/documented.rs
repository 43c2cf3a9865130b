//! Values that the guide prints.

use contract::{
    Amount, Instant,
    operations::issuing::operations::{NewOperation, OriginalOperation},
};
use serde_json::Value;

/// Seed 004:2810.
pub const ACCOUNT: &str = "12343571015282598154";
/// Where its operations are.
pub const BELOW_ACCOUNT: &str = "/issuers/1234/accounts/12343571015282598154";
/// Seed 004:3007.
pub const FEE_ACCOUNT: &str = "12349485785398617383";
/// Where its fees are posted.
pub const BELOW_FEE_ACCOUNT: &str = "/issuers/1234/accounts/12349485785398617383";

/// Seed 004:3016-3018.
pub fn posted_fee() -> OriginalOperation {
    OriginalOperation {
        date: instant("2023-01-02T14:20:34.715Z"),
        reference: "1234F123456".into(),
        service_poster: "ISSUER".into(),
    }
}

/// Seed 004:3081-3083.
pub fn reversal() -> NewOperation {
    NewOperation {
        date: instant("2023-01-02T14:56:16.402Z"),
        reference: "1234R123456".into(),
        service_poster: "ISSUER".into(),
    }
}

/// Minor units.
pub fn euro(value: i64) -> Amount {
    Amount { value: Some(value), exponent: Some(2), iso_code: Some("EUR".into()) }
}

/// One of the documented forms.
pub fn instant(text: &str) -> Instant {
    Instant::parse(text).expect("a documented form")
}

/// An object without its full card number.
pub fn without_pan(object: &Value) -> Value {
    let mut fields = object.as_object().expect("an object").clone();
    fields.remove("pan");
    Value::Object(fields)
}
