//! A password, a code, an answer: relayed to the gateway, and to nobody else.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Text that is sent and never shown. `Debug` prints a mask, and there is no `Display` and no accessor; what comes back from
/// the gateway for the rep to relay (a recovery code) is taken out once, by value.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Takes the text out, to show it once.
    pub fn relay(self) -> String {
        self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
