//! Personal facts that must not slip into a log, a panic or an address.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Text about a person. `Debug` prints a mask, and there is no `Display`: showing it is a decision that names itself.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal(String);

impl Personal {
    /// The text itself, for the eyes of a rep who may see it or for the wire.
    pub fn in_clear(&self) -> &str {
        &self.0
    }

    /// Whether it is the empty text that stands for absence (seed 001:116).
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Personal {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Personal {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Personal(…)")
    }
}
