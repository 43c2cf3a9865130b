//! A list in which one bad row does not take the others with it.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Error},
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
        let raw = <&RawValue>::deserialize(deserializer)?.get();
        let items: Vec<&RawValue> = match raw.as_bytes().first() {
            Some(b'[') => serde_json::from_str(raw).map_err(D::Error::custom)?,
            Some(b'n') => Vec::new(),
            _ => vec![serde_json::from_str(raw).map_err(D::Error::custom)?],
        };
        let mut rows = Self { rows: Vec::with_capacity(items.len()), unreadable: 0 };
        for item in items {
            match no_list(item.get()).map(serde_json::from_str) {
                Ok(Ok(row)) => rows.rows.push(row),
                _ => rows.unreadable += 1,
            }
        }
        Ok(rows)
    }
}
