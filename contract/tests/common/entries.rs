//! Reads an object as the list of entries that it is written as. The contract has a reader of its own for this; the tests
//! do not borrow it, so that a fault in the one is not hidden by the other.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value;

/// Keys with their values, in their order, repeated keys included.
pub struct Entries(pub Vec<(String, Value)>);

impl Entries {
    /// Everything that stands under this key, however often it comes.
    pub fn all(&self, key: &str) -> Vec<&Value> {
        self.0.iter().filter(|(name, _)| name == key).map(|(_, value)| value).collect()
    }
}

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Entries;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
