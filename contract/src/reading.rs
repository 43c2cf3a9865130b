//! When an answer is not what the gateway documents.

use std::fmt;

use serde::{Deserialize, Deserializer};

/// Text that could not be read as what it should have been. It says where and what was expected, and never holds the text
/// itself: that may be a proxy's error page or somebody's personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What was expected, and roughly where it went wrong.
    pub expected: String,
}

impl Malformed {
    /// Something that should have been there in another form.
    pub fn new(expected: impl Into<String>) -> Self {
        Self { expected: expected.into() }
    }

    /// From the JSON reader. Its message may quote a value, so only the kind of fault and the place are kept.
    pub(crate) fn at(what: &str, error: &serde_json::Error) -> Self {
        let fault = match error.classify() {
            serde_json::error::Category::Io => "could not be read",
            serde_json::error::Category::Syntax => "is not JSON",
            serde_json::error::Category::Data => "has another shape than documented",
            serde_json::error::Category::Eof => "ends too early",
        };
        Self { expected: format!("{what} {fault} (line {}, column {})", error.line(), error.column()) }
    }
}

/// For text that may be missing or null: both are the empty text.
pub(crate) fn empty_when_null<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A struct's reader also takes a list and fills the fields by their position. No gateway means that, so it is refused first.
pub(crate) fn no_list(text: &str) -> Result<&str, Malformed> {
    if text.trim_start().starts_with('[') { Err(Malformed::new("an object, not a list")) } else { Ok(text) }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.expected)
    }
}

impl std::error::Error for Malformed {}
