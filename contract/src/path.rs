//! Fields of a request that travel in its address.

use serde_json::{Map, Value};

use crate::reading::Malformed;

/// Replaces each `{placeholder}` by the field that it names, and takes that field out of what is left.
pub(crate) fn fill(pattern: &str, fields: &mut Map<String, Value>) -> Result<String, Malformed> {
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

/// What is left after the path, as a query; nothing for nothing.
pub(crate) fn query(fields: &Map<String, Value>) -> String {
    let mut query = String::new();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
        query += if query.is_empty() { "?" } else { "&" };
        query += &format!("{}={}", encode(name), encode(&plain(value)));
    }
    query
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// Percent-encodes everything but RFC 3986's unreserved characters: identifiers hold `#` and `:`, stamps hold `:` and `+`.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte as char),
            _ => encoded += &format!("%{byte:02X}"),
        }
    }
    encoded
}

/// Undoes [`encode`]. `None` for what is no text.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let (high, low) = (digit(rest.next())?, digit(rest.next())?);
                bytes.push(u8::try_from(high * 16 + low).ok()?);
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_encoded_is_decoded_and_a_bare_percent_is_refused() {
        for text in ["certnew:entity:customer#bb3c", "50 % + more", "Müller", ""] {
            assert_eq!(decode(&encode(text)).as_deref(), Some(text));
        }
        for text in ["%", "%2", "%zz", "%ff"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

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
