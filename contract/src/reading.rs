//! When an answer is not what the gateway documents.

pub(crate) mod record;
pub(crate) mod scalar;

use std::fmt;

use serde::{Deserialize, Deserializer, de::IgnoredAny};

/// What may stand between the parts of a JSON text.
pub(crate) const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

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

/// Reads a word of an open enum without keeping its text. For the macro alone.
#[doc(hidden)]
pub fn word<'de, D: Deserializer<'de>, T: for<'a> From<&'a str>>(deserializer: D) -> Result<T, D::Error> {
    scalar::text(deserializer, |word| T::from(word))
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

/// What follows the key, when it is the first of these entries.
pub(crate) fn value_of<'a>(key: &str, entries: &'a str) -> Option<&'a str> {
    let key = entries.trim_start_matches(BLANKS).strip_prefix('"')?.strip_prefix(key)?.strip_prefix('"')?;
    key.trim_start_matches(BLANKS).strip_prefix(':').map(|value| value.trim_start_matches(BLANKS))
}

/// Where the value ends with which this text begins.
pub(crate) fn length_of_any(text: &str) -> Option<usize> {
    let mut reader = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    reader.next()?.ok()?;
    Some(reader.byte_offset())
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.expected)
    }
}

impl std::error::Error for Malformed {}
