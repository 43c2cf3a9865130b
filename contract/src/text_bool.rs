//! Booleans that travel as text: `"activate": "false"` (seed 001:177). Read in every spelling, written in lower case.

use serde::{Deserialize, Deserializer, Serializer};
use serde_json::value::RawValue;

/// Writes `"true"` or `"false"`.
pub fn serialize<S: Serializer>(value: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(if *value { "true" } else { "false" })
}

/// Reads text or a real boolean.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    spelled(raw.get()).ok_or_else(|| serde::de::Error::custom("neither true nor false"))
}

/// The same for a fact that may be missing or null; a word that is neither counts as not stated.
pub mod optional {
    use serde::{Deserialize, Deserializer};
    use serde_json::value::RawValue;

    /// Reads text, a real boolean, null, or nothing.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|raw| super::spelled(raw.get()))
    }
}

/// `true`, `"true"`, `"TRUE"`. The raw JSON is looked at, so that no reader for every kind of value is needed.
fn spelled(raw: &str) -> Option<bool> {
    let word = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(raw);
    if word.eq_ignore_ascii_case("true") {
        Some(true)
    } else if word.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}
