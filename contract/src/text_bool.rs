//! Booleans that travel as text: `"activate": "false"` (seed 001:177). Read in every spelling, written in lower case.

use serde::{Deserializer, Serializer};

use crate::reading::scalar::{Scalar, scalar};

/// Writes `"true"` or `"false"`.
pub fn serialize<S: Serializer>(value: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(if *value { "true" } else { "false" })
}

/// Reads text or a real boolean.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    scalar(deserializer, spelled)?.ok_or_else(|| serde::de::Error::custom("neither true nor false"))
}

/// The same for a fact that may be missing or null; a word that is neither counts as not stated.
pub mod optional {
    use serde::Deserializer;

    use crate::reading::scalar::scalar;

    /// Reads text, a real boolean, null, or nothing.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
        scalar(deserializer, super::spelled)
    }
}

/// `true`, `"true"`, `"TRUE"`.
fn spelled(value: Scalar<'_>) -> Option<bool> {
    match value {
        Scalar::Flag(flag) => Some(flag),
        Scalar::Text(word) if word.eq_ignore_ascii_case("true") => Some(true),
        Scalar::Text(word) if word.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}
