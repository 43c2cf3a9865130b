//! The issuing family's envelope: `{responseMetadata?, data}` (seed 004). The metadata is called required by the public
//! specification and is missing in most of the documented answers.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    instant::Instant,
    operation::{Family, FamilyName, Method, Operation, Sender, Wire},
    path::{encode, fill, query},
    reading::{Malformed, no_list},
    status::Opened,
};

/// Seals and opens the issuing API's envelope.
pub struct Issuing;

/// What the issuing API says about one call. Its `statusCode` is a number that repeats the HTTP status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ResponseMetadata {
    /// The platform's own correlation, not the one that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correlation_id: Option<String>,
    /// "Executed successfully".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_message: Option<String>,
    /// 200.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_code: Option<i64>,
    /// When it was answered; its offset has no colon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_date_time: Option<Instant>,
    /// Milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_taken_ms: Option<i64>,
}

/// The envelope itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope<A> {
    /// Optional on read.
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub response_metadata: Option<ResponseMetadata>,
    /// What was asked for.
    pub data: A,
}

impl Family for Issuing {
    const NAME: FamilyName = FamilyName::Issuing;

    fn seal<O: Operation>(request: &O, sender: &Sender) -> Result<Wire, Malformed> {
        let unsendable = || Malformed::new(format!("{} holds a value that must not be sent", O::SPEC.name));
        let Ok(Value::Object(mut fields)) = serde_json::to_value(request) else { return Err(unsendable()) };
        let rest = fill(O::SPEC.path, &mut fields)?;
        if sender.issuer_id.is_empty() {
            return Err(Malformed::new("the path needs issuerId"));
        }
        let mut path = format!("/issuers/{}{rest}", encode(sender.issuer_id.as_str()));
        let has_body = matches!(O::SPEC.method, Method::Post | Method::Put | Method::Patch);
        let body = (has_body && !fields.is_empty()).then(|| Value::Object(fields.clone()).to_string());
        if !has_body {
            path += &query(&fields);
        }
        Ok(Wire { path, body })
    }

    fn open<O: Operation>(text: &str) -> Result<Opened<O::Answer>, Malformed> {
        let envelope: Envelope<O::Answer> =
            serde_json::from_str(no_list(text)?).map_err(|error| Malformed::at("the answer", &error))?;
        Ok(Opened::Done(envelope.data))
    }
}
