//! When an override begins and ends.

use serde::{Deserialize, Deserializer, Serialize};

use crate::instant::Instant;

/// A time that a gateway states about an override. The public specification shows ISO 8601 and elsewhere `DD/MM/YYYY`;
/// what cannot be read is kept as it is written, because "not stated" would mean "at once" or "for ever".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum OverrideTime {
    /// A point in time.
    At(Instant),
    /// As written.
    Written(String),
}

impl<'de> Deserialize<'de> for OverrideTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        Ok(Instant::parse(&written).map_or(Self::Written(written), Self::At))
    }
}
