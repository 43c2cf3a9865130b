//! Booleans that travel as text: `"activate": "false"` (seed 001:177). Read in every spelling, written in lower case.

use serde::{Deserialize, Deserializer, Serializer};

/// Writes `"true"` or `"false"`.
pub fn serialize<S: Serializer>(value: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(if *value { "true" } else { "false" })
}

/// Reads text or a real boolean.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Spelled::deserialize(deserializer)?.read().ok_or_else(|| serde::de::Error::custom("neither true nor false"))
}

/// The same for a fact that may be missing or null; a word that is neither counts as not stated.
pub mod optional {
    use serde::{Deserialize, Deserializer};

    use super::Spelled;

    /// Reads text, a real boolean, null, or nothing.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
        Ok(Option::<Spelled>::deserialize(deserializer)?.and_then(Spelled::read))
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Spelled {
    Real(bool),
    Text(String),
}

impl Spelled {
    fn read(self) -> Option<bool> {
        match self {
            Self::Real(value) => Some(value),
            Self::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Self::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            Self::Text(_) => None,
        }
    }
}
