//! Reads one key after the other, so that an error can name the key and what was expected.

use std::{
    cell::OnceCell,
    collections::HashMap,
    fmt::{self, Display},
    ops::RangeInclusive,
};

use serde_json::value::RawValue;

use super::{ConfigError, MOST_MINUTES};

/// One object of the file, and where it stands. What is wrong is kept aside, and only the first of it: whoever reads takes
/// what there is, and asks at the end.
pub struct Reader<'a> {
    fields: HashMap<String, &'a RawValue>,
    place: String,
    first_wrong: &'a OnceCell<ConfigError>,
}

impl<'a> Reader<'a> {
    /// The whole text. What is the first to be wrong is written to the second argument.
    pub fn root(text: &'a str, first_wrong: &'a OnceCell<ConfigError>) -> Self {
        let fields = object(text).unwrap_or_else(|| {
            let _ = first_wrong.set(ConfigError { key: String::new(), expected: "a JSON object".into() });
            HashMap::new()
        });
        Self { fields, place: String::new(), first_wrong }
    }

    /// Whether this key is there.
    pub fn has(&self, key: &str) -> bool {
        self.fields.contains_key(key)
    }

    /// A text that is there, be it empty; nothing is wrong where it is not.
    pub fn any_text(&self, key: &str) -> Option<String> {
        self.raw(key).and_then(|raw| serde_json::from_str(raw).ok())
    }

    /// Texts, none of them empty; a missing key is no texts.
    pub fn texts(&self, key: &str) -> Vec<String> {
        let Some(raw) = self.raw(key) else { return Vec::new() };
        let texts: Vec<String> = serde_json::from_str(raw).unwrap_or_else(|_| vec![String::new()]);
        if texts.iter().any(String::is_empty) {
            self.wrong(key, "a list of texts that are not empty");
        }
        texts
    }

    pub(super) fn raw(&self, key: &str) -> Option<&'a str> {
        self.fields.get(key).map(|raw| raw.get())
    }

    pub(super) fn section(&self, key: &str) -> Self {
        let fields = self.raw(key).and_then(object).unwrap_or_else(|| {
            self.wrong(key, "an object");
            HashMap::new()
        });
        Self { fields, place: format!("{}{key}.", self.place), first_wrong: self.first_wrong }
    }

    /// The same for a section that may be left out, with every key of it.
    pub(super) fn optional_section(&self, key: &str) -> Self {
        if self.has(key) {
            return self.section(key);
        }
        Self { fields: HashMap::new(), place: String::new(), first_wrong: self.first_wrong }
    }

    pub(super) fn text(&self, key: &str) -> String {
        let text = self.any_text(key).unwrap_or_default();
        if text.is_empty() {
            self.wrong(key, "a text that is not empty");
        }
        text
    }

    pub(super) fn flag(&self, key: &str) -> bool {
        let raw = self.raw(key);
        if !matches!(raw, Some("true" | "false")) {
            self.wrong(key, "true or false");
        }
        raw == Some("true")
    }

    /// A path on this origin: the issuer's token is added by the proxy in front of it, and nowhere else.
    pub(super) fn path(&self, key: &str) -> String {
        self.path_with(key, "")
    }

    /// The same with a query behind it, if there is one.
    pub(super) fn address(&self, key: &str) -> String {
        self.path_with(key, "?=&")
    }

    /// Every key of this object, and its path, in which placeholders may stand.
    pub(super) fn every_path(&self) -> Vec<(String, String)> {
        self.fields.keys().map(|key| (key.clone(), self.path_with(key, "{}"))).collect()
    }

    /// A browser leaves out tabs and line breaks, and reads `\` as `/`: only signs that it takes as they are may stand in it.
    fn path_with(&self, key: &str, more: &str) -> String {
        let path = self.any_text(key).unwrap_or_default();
        let fits = |sign: char| sign.is_ascii_alphanumeric() || "/-._~".contains(sign) || more.contains(sign);
        let is_path = path.starts_with('/') && path.chars().all(fits) && !path.contains("//") && !path.contains("..");
        if !is_path {
            self.wrong(key, "a path on this origin, beginning with one “/”");
        }
        path
    }

    /// Which of these words it is.
    pub(super) fn word(&self, key: &str, words: &[&str]) -> usize {
        let text = self.any_text(key);
        let place = words.iter().position(|word| text.as_deref() == Some(*word));
        place.unwrap_or_else(|| {
            let (last, others) = words.split_last().unwrap_or((&"", &[]));
            self.wrong(key, format_args!("{} or {last}", others.join(", ")));
            0
        })
    }

    /// The same; the first where the key is missing.
    pub(super) fn optional_word(&self, key: &str, words: &[&str]) -> usize {
        if self.has(key) { self.word(key, words) } else { 0 }
    }

    pub(super) fn minutes(&self, key: &str) -> u32 {
        self.count(key, MOST_MINUTES, "minutes")
    }

    /// So many of something, from 1 to the most; a missing key is the usual number of it.
    pub(super) fn optional_number(&self, key: &str, usual: u32, most: u32, what: &str) -> u32 {
        if self.has(key) { self.count(key, most, what) } else { usual }
    }

    fn count(&self, key: &str, most: u32, what: &str) -> u32 {
        self.number(key, 1..=most.into(), format_args!("a whole number of {what} from 1 to {most}")) as u32
    }

    /// A whole number in this range; the least of it where it is another.
    pub(super) fn number(&self, key: &str, range: RangeInclusive<i64>, expected: fmt::Arguments) -> i64 {
        let number = self.raw(key).and_then(|raw| raw.parse().ok()).filter(|number| range.contains(number));
        number.unwrap_or_else(|| {
            self.wrong(key, expected);
            *range.start()
        })
    }

    pub(super) fn wrong(&self, key: &str, expected: impl Display) {
        self.add(key, &expected);
    }

    fn add(&self, key: &str, expected: &dyn Display) {
        let key = format!("{}{key}", self.place);
        let _ = self.first_wrong.set(ConfigError { key, expected: expected.to_string() });
    }
}

/// The fields of an object, each as it is written; `None` for whatever is none.
pub(super) fn object(text: &str) -> Option<HashMap<String, &RawValue>> {
    serde_json::from_str(text).ok()
}
