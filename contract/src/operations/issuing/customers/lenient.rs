//! Values that come in two spellings: a number that may be text, and a list of words that a query joins with commas.

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// A query holds nothing but text, and a priority is sent as a number and answered as text.
pub(crate) use crate::whole_number::optional as whole_number;

/// Reads `["events", "postings"]` and `"events,postings"`: the guide joins with commas (seed 004:2069).
pub(crate) fn words<'de, D: Deserializer<'de>, W: for<'a> From<&'a str>>(deserializer: D) -> Result<Vec<W>, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    let listed: Vec<String> = serde_json::from_str(raw.get()).unwrap_or_default();
    let joined: String = serde_json::from_str(raw.get()).unwrap_or_default();
    let words = listed.iter().map(String::as_str).chain(joined.split(','));
    Ok(words.filter(|word| !word.is_empty()).map(W::from).collect())
}
