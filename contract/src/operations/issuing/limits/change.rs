//! A change to one attribute among several: a request that leaves it away keeps it, and one that sends null resets it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What becomes of an attribute. A mere `Option` could not tell the two kinds of nothing apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Change<T> {
    /// It stays as it is, and is not sent.
    #[default]
    Keep,
    /// What is configured above the override counts again: sent as null.
    Reset,
    /// It becomes this.
    To(T),
}

impl<T> Change<T> {
    /// Whether there is nothing to send.
    pub fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }
}

impl<T: Serialize> Serialize for Change<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep | Self::Reset => serializer.serialize_none(),
            Self::To(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|value| value.map_or(Self::Reset, Self::To))
    }
}
