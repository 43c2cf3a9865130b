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

/// Why a path cannot stand for the operation's own: what it must be instead. Its placeholders are the same, each once; what
/// does not stand in the path goes where it always goes.
pub fn replacing(own: &str, path: &str) -> Result<(), String> {
    let (mut expected, mut found) = (placeholders(own), placeholders(path));
    expected.sort_unstable();
    found.sort_unstable();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~{}".contains(c);
    let is_path = path.starts_with('/') && path.chars().all(plain) && !path.contains("//") && !path.contains("..");
    let is_whole = path.matches(['{', '}']).count() == 2 * found.len();
    if is_path && is_whole && found == expected {
        return Ok(());
    }
    Err(match expected.as_slice() {
        [] => "a path without placeholders".into(),
        names => format!("a path with exactly {{{}}}", names.join("}, {")),
    })
}

/// The names between braces.
fn placeholders(pattern: &str) -> Vec<&str> {
    pattern.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

/// How a query names several words for one key. One word is written the same either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lists {
    /// The key is repeated: `embed=events&embed=postings` (public: `style: form, explode: true`).
    #[default]
    Repeated,
    /// Commas join them: `embed=events,postings` (seed 004:2069).
    Joined,
}

/// What is left after the path, as a query; nothing for nothing.
pub(crate) fn query(fields: &Map<String, Value>, lists: Lists) -> String {
    let mut query = String::new();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
        let whole = std::slice::from_ref(value);
        let values = match value {
            Value::Array(items) if lists == Lists::Repeated => items,
            _ => whole,
        };
        for value in values {
            query += if query.is_empty() { "?" } else { "&" };
            query += &format!("{}={}", encode(name), encode(&plain(value)));
        }
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
pub fn encode(text: &str) -> String {
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
pub fn decode(text: &str) -> Option<String> {
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
    fn a_path_that_replaces_another_has_its_placeholders() {
        let own = "/accounts/{accountReference}/operations/{operationId}";
        assert_eq!(replacing(own, "/v3/operations/{operationId}/of/{accountReference}"), Ok(()));
        assert_eq!(replacing("/customers/delete", "/customer/delete"), Ok(()));
        let expected = Err("a path with exactly {accountReference}, {operationId}".to_owned());
        for path in [
            "/operations/{operationId}",
            "/{operationId}/{operationId}/{accountReference}",
            "/{operationId}/{accountReference}/{issuerId}",
            "/{operationId/{accountReference}",
            "/{operationId}}/{accountReference}",
            "{operationId}/{accountReference}",
            "//{operationId}/{accountReference}",
            "/../{operationId}/{accountReference}",
            "/{operationId}/{accountReference}?a=b",
        ] {
            assert_eq!(replacing(own, path), expected, "{path}");
        }
        assert_eq!(replacing("/a", "/a/{b}"), Err("a path without placeholders".to_owned()));
    }

    #[test]
    fn a_list_repeats_its_key_or_is_joined_and_a_single_word_is_the_same_either_way() {
        let fields = |embed: Value| Map::from_iter([("embed".to_owned(), embed), ("page".to_owned(), 1.into())]);
        let several = fields(serde_json::json!(["events", "postings"]));
        assert_eq!(query(&several, Lists::Repeated), "?embed=events&embed=postings&page=1");
        assert_eq!(query(&several, Lists::Joined), "?embed=events%2Cpostings&page=1");
        for lists in [Lists::Repeated, Lists::Joined] {
            assert_eq!(query(&fields(serde_json::json!(["events"])), lists), "?embed=events&page=1");
        }
    }

    #[test]
    fn a_placeholder_without_its_field_is_refused() {
        assert!(fill("/c/{customerUri}", &mut Map::new()).is_err());
    }
}
