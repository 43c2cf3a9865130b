//! How an instant is written towards the issuing API: always as ISO 8601 text, whatever it was read from.

use serde::{Deserialize, Deserializer, Serializer};

use crate::{instant::Instant, operations::issuing::limits::Change};

/// Writes the text with which it was made (`2023-01-02T14:20:34.715Z`, seed 004:3017); an instant that was made from
/// milliseconds becomes whole seconds and `Z`, because a number is no date in this family.
pub fn serialize<S: Serializer>(instant: &Instant, serializer: S) -> Result<S::Ok, S::Error> {
    match serde_json::to_value(instant) {
        Ok(serde_json::Value::String(text)) => serializer.serialize_str(&text),
        _ => serializer.serialize_str(&instant.to_seconds_and_z()),
    }
}

/// Reads every documented form.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Instant, D::Error> {
    Instant::deserialize(deserializer)
}

/// The same for an instant that a change sets, resets or leaves.
pub fn change<S: Serializer>(instant: &Change<Instant>, serializer: S) -> Result<S::Ok, S::Error> {
    match instant {
        Change::To(instant) => serialize(instant, serializer),
        Change::Keep | Change::Reset => serializer.serialize_none(),
    }
}

/// The same for an instant that may be left out.
pub mod optional {
    use serde::{Deserializer, Serializer};

    use crate::instant::{self, Instant};

    /// Writes what [`super::serialize`] writes.
    pub fn serialize<S: Serializer>(instant: &Option<Instant>, serializer: S) -> Result<S::Ok, S::Error> {
        match instant {
            Some(instant) => super::serialize(instant, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Reads every documented form; what is missing, null or empty is not stated.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Instant>, D::Error> {
        instant::optional(deserializer)
    }
}

/// In paths and queries: whole seconds and `Z`, although the answers write milliseconds and `+00:00` (seed 004:237,
/// 595).
pub mod seconds {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::instant::Instant;

    /// `2022-07-28T22:00:00Z`.
    pub fn serialize<S: Serializer>(instant: &Instant, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&instant.to_seconds_and_z())
    }

    /// Reads every documented form.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Instant, D::Error> {
        Instant::deserialize(deserializer)
    }
}

/// In a query that need not name an instant.
pub mod optional_seconds {
    use serde::{Deserializer, Serializer};

    use crate::instant::{self, Instant};

    /// `2022-07-28T22:00:00Z`.
    pub fn serialize<S: Serializer>(instant: &Option<Instant>, serializer: S) -> Result<S::Ok, S::Error> {
        match instant {
            Some(instant) => serializer.serialize_str(&instant.to_seconds_and_z()),
            None => serializer.serialize_none(),
        }
    }

    /// Reads every documented form; what is missing, null or empty is not stated.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Instant>, D::Error> {
        instant::optional(deserializer)
    }
}
