//! Whole numbers that may travel as text: one guide prints a count's width in characters (seed 002:31), another its
//! codes between quotes.

use std::str::FromStr;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// Reads `3`, `"3"`, null or nothing; anything else counts as not stated.
pub fn optional<'de, D: Deserializer<'de>, N: FromStr>(deserializer: D) -> Result<Option<N>, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    let digits = raw.get().strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(raw.get());
    Ok(digits.parse().ok())
}
