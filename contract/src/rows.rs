//! A list in which one bad row does not take the others with it.

use std::{cell::Cell, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::reading::{length_of_any, record::Record};

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

thread_local! {
    /// Whether lists are read in one go just now.
    static IN_ONE_GO: Cell<bool> = const { Cell::new(false) };
}

/// Reads a text in one go, and once more row by row when one has another shape than documented. That is rare, and finding
/// the end of each row before it is read takes nearly as long as reading it.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    match in_one_go(|| serde_json::from_str(text)) {
        Err(error) if error.is_data() => serde_json::from_str(text),
        whole => whole,
    }
}

/// Reads what holds nothing but readable rows in its lists; anything else is an error.
pub(crate) fn in_one_go<T>(read: impl FnOnce() -> T) -> T {
    IN_ONE_GO.set(true);
    let whole = read();
    IN_ONE_GO.set(false);
    whole
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Rows<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if IN_ONE_GO.get() {
            return deserializer.deserialize_seq(InOneGo(PhantomData)).map(Self::from);
        }
        let mut rows = Vec::new();
        let unreadable = row_by_row(<&RawValue>::deserialize(deserializer)?.get(), &mut |list| {
            let row = serde_json::Deserializer::from_str(list).deserialize_seq(InOneGo(PhantomData));
            row.is_ok_and(|mut row| {
                rows.append(&mut row);
                true
            })
        });
        Ok(Self { rows, unreadable })
    }
}

/// Hands on each row as a list of its own, and says how many were not taken. Whatever the rows are, this is compiled once.
fn row_by_row(list: &str, take: &mut dyn FnMut(&str) -> bool) -> usize {
    let mut rest = if list == "null" { "" } else { list.strip_prefix('[').unwrap_or(list) };
    let mut left = 0;
    loop {
        rest = rest.trim_start_matches([',', ']', ' ', '\t', '\n', '\r']);
        if rest.is_empty() {
            return left;
        }
        let (row, behind) = rest.split_at(length_of_any(rest).unwrap_or(rest.len()));
        left += usize::from(!take(&format!("[{row}]")));
        rest = behind;
    }
}

/// A list of nothing but readable rows.
struct InOneGo<T>(PhantomData<T>);

impl<'de, T: DeserializeOwned> Visitor<'de> for InOneGo<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut rows = Vec::new();
        while let Some(Record(row)) = list.next_element()? {
            rows.push(row);
        }
        Ok(rows)
    }
}
