//! A list in which one bad row does not take the others with it.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Error, IgnoredAny},
};
use serde_json::value::RawValue;

use crate::reading::no_list;

/// The rows that could be read, and how many could not. A null, or a single object where the list should be, is taken too
/// (seed 004:2607 shows a bare item).
#[derive(Clone, Debug, PartialEq)]
pub struct Rows<T> {
    /// In the gateway's order.
    pub rows: Vec<T>,
    /// Rows of another shape than documented. The screen says so.
    pub unreadable: usize,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), unreadable: 0 }
    }
}

impl<T> Rows<T> {
    /// Whether there is no readable row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds what another list held.
    pub fn append(&mut self, mut other: Self) {
        self.rows.append(&mut other.rows);
        self.unreadable += other.unreadable;
    }
}

impl<T> From<Vec<T>> for Rows<T> {
    fn from(rows: Vec<T>) -> Self {
        Self { rows, unreadable: 0 }
    }
}

impl<T: Serialize> Serialize for Rows<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Rows<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Read through once as it is, so that behind a row of another shape the next one is found.
        let raw = <&RawValue>::deserialize(deserializer)?.get();
        let mut rest = if raw == "null" { "" } else { raw.strip_prefix('[').unwrap_or(raw) };
        let mut rows = Self::default();
        loop {
            rest = rest.trim_start_matches([',', ']', ' ', '\t', '\n', '\r']);
            if rest.is_empty() {
                break;
            }
            let mut reader = serde_json::Deserializer::from_str(rest).into_iter();
            let length = match (no_list(rest), reader.next()) {
                (Ok(_), Some(Ok(row))) => {
                    rows.rows.push(row);
                    reader.byte_offset()
                }
                _ => {
                    rows.unreadable += 1;
                    length_of_any(rest).ok_or_else(|| D::Error::custom("a row"))?
                }
            };
            rest = rest.get(length..).unwrap_or_default();
        }
        Ok(rows)
    }
}

fn length_of_any(text: &str) -> Option<usize> {
    let mut reader = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    reader.next()?.ok()?;
    Some(reader.byte_offset())
}
