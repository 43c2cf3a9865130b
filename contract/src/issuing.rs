//! The issuing family's envelope: `{responseMetadata?, data}` (seed 004). The metadata is called required by the public
//! specification and is missing in most of the documented answers.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    instant::Instant,
    operation::{Family, FamilyName, Method, Operation, Sender, Wire},
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
            for (index, (name, value)) in fields.iter().filter(|(_, value)| !value.is_null()).enumerate() {
                path += if index == 0 { "?" } else { "&" };
                path += &format!("{}={}", encode(name), encode(&plain(value)));
            }
        }
        Ok(Wire { path, body })
    }

    fn open<O: Operation>(text: &str) -> Result<Opened<O::Answer>, Malformed> {
        let envelope: Envelope<O::Answer> =
            serde_json::from_str(no_list(text)?).map_err(|error| Malformed::at("the answer", &error))?;
        Ok(Opened::Done(envelope.data))
    }
}

/// Replaces each `{placeholder}` by the field that it names, and takes that field out of what is left.
fn fill(pattern: &str, fields: &mut Map<String, Value>) -> Result<String, Malformed> {
    let mut path = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        let value = fields.remove(name).map(|value| plain(&value)).unwrap_or_default();
        if value.is_empty() {
            return Err(Malformed::new(format!("the path {pattern} needs {name}")));
        }
        path += before;
        path += &encode(&value);
        rest = behind;
    }
    Ok(path + rest)
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// Percent-encodes everything but RFC 3986's unreserved characters: identifiers hold `#` and `:`, stamps hold `:` and `+`.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte as char),
            _ => encoded += &format!("%{byte:02X}"),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_with_a_hash_is_encoded_in_a_path() {
        let mut fields = Map::new();
        fields.insert("customerUri".into(), "certnew:entity:customer#bb3c".into());
        assert_eq!(fill("/c/{customerUri}/x", &mut fields).as_deref(), Ok("/c/certnew%3Aentity%3Acustomer%23bb3c/x"));
        assert!(fields.is_empty());
    }

    #[test]
    fn a_placeholder_without_its_field_is_refused() {
        assert!(fill("/c/{customerUri}", &mut Map::new()).is_err());
    }
}
