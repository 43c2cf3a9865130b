//! Reads one key after the other, so that an error can name the key and what was expected.

use std::collections::{HashMap, HashSet};

use contract::{Configuration, Lists, catalogue::PATHS, path::replacing};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::{ConfigError, Level, MOST_ROWS};

/// One object of the file, and where it stands.
pub(super) struct Reader {
    fields: HashMap<String, Box<RawValue>>,
    place: String,
}

impl Reader {
    pub(super) fn root(text: &str) -> Result<Self, ConfigError> {
        let error = |_| ConfigError { key: String::new(), expected: "a JSON object".into() };
        Ok(Self { fields: serde_json::from_str(text).map_err(error)?, place: String::new() })
    }

    pub(super) fn section(&self, key: &str) -> Result<Self, ConfigError> {
        let fields = self.value(key).ok_or_else(|| self.error(key, "an object"))?;
        Ok(Self { fields, place: format!("{}{key}.", self.place) })
    }

    pub(super) fn text(&self, key: &str) -> Result<String, ConfigError> {
        match self.value::<String>(key) {
            Some(text) if !text.is_empty() => Ok(text),
            _ => Err(self.error(key, "a text that is not empty")),
        }
    }

    pub(super) fn flag(&self, key: &str) -> Result<bool, ConfigError> {
        self.value(key).ok_or_else(|| self.error(key, "true or false"))
    }

    pub(super) fn minutes(&self, key: &str) -> Result<u32, ConfigError> {
        match self.value(key) {
            Some(minutes @ 1..=1440) => Ok(minutes),
            _ => Err(self.error(key, "a whole number of minutes from 1 to 1440")),
        }
    }

    /// A path on this origin: the issuer's token is added by the proxy in front of it, and nowhere else.
    pub(super) fn path(&self, key: &str) -> Result<String, ConfigError> {
        let path = self.text(key).unwrap_or_default();
        if path.starts_with('/') && !path.starts_with("//") {
            return Ok(path);
        }
        Err(self.error(key, "a path on this origin, beginning with one “/”"))
    }

    pub(super) fn level(&self, key: &str) -> Result<Level, ConfigError> {
        match self.value::<String>(key).as_deref() {
            Some("none") => Ok(Level::None),
            Some("attested") => Ok(Level::Attested),
            Some("answered") => Ok(Level::Answered),
            _ => Err(self.error(key, "none, attested or answered")),
        }
    }

    pub(super) fn configuration(&self, key: &str) -> Result<Configuration, ConfigError> {
        match self.value::<String>(key).as_deref() {
            Some("WLW") => Ok(Configuration::Wlw),
            Some("WLW_IDP") => Ok(Configuration::WlwIdp),
            Some("EXTERNAL") => Ok(Configuration::External),
            _ => Err(self.error(key, "WLW, WLW_IDP or EXTERNAL")),
        }
    }

    pub(super) fn paths(&self, key: &str) -> Result<HashMap<String, String>, ConfigError> {
        if !self.fields.contains_key(key) {
            return Ok(HashMap::new());
        }
        let section = self.section(key)?;
        section.fields.keys().map(|name| Ok((name.clone(), section.replacing_path(name)?))).collect()
    }

    /// A path that stands for the one of the operation with this name.
    fn replacing_path(&self, operation: &str) -> Result<String, ConfigError> {
        let path = self.path(operation)?;
        let own = PATHS.iter().find(|(name, _)| *name == operation);
        let (_, own) = own.ok_or_else(|| self.error(operation, "left out: no operation has this name"))?;
        replacing(own, &path).map_err(|expected| self.error(operation, &expected))?;
        Ok(path)
    }

    /// Names of operations; a missing key is none. A name that no operation has is refused with its place in the list.
    pub(super) fn operations(&self, key: &str) -> Result<HashSet<String>, ConfigError> {
        let names = self.texts(key)?;
        let unknown = names.iter().position(|name| PATHS.iter().all(|(known, _)| known != name));
        match unknown {
            None => Ok(names.into_iter().collect()),
            Some(place) => {
                let expected = format!("the name of an operation, which “{}” is not", names[place]);
                Err(self.error(&format!("{key}[{place}]"), &expected))
            }
        }
    }

    pub(super) fn lists(&self, key: &str) -> Result<Lists, ConfigError> {
        match self.value::<String>(key).as_deref() {
            Some("repeated") => Ok(Lists::Repeated),
            Some("joined") => Ok(Lists::Joined),
            _ => Err(self.error(key, "repeated or joined")),
        }
    }

    pub(super) fn page_size(&self, key: &str) -> Result<u32, ConfigError> {
        match self.value(key) {
            Some(rows @ 1..=MOST_ROWS) => Ok(rows),
            _ => Err(self.error(key, &format!("a whole number of rows from 1 to {MOST_ROWS}"))),
        }
    }

    pub(super) fn optional<T>(
        &self,
        key: &str,
        read: impl Fn(&Self, &str) -> Result<T, ConfigError>,
    ) -> Result<Option<T>, ConfigError> {
        if self.fields.contains_key(key) { read(self, key).map(Some) } else { Ok(None) }
    }

    /// Every key of this object.
    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        self.fields.keys()
    }

    /// Texts, none of them empty; a missing key is no texts.
    pub(super) fn texts(&self, key: &str) -> Result<Vec<String>, ConfigError> {
        let texts: Option<Vec<String>> = if self.fields.contains_key(key) { self.value(key) } else { Some(Vec::new()) };
        let all_stated = |texts: &Vec<String>| texts.iter().all(|text| !text.is_empty());
        texts.filter(all_stated).ok_or_else(|| self.error(key, "a list of texts that are not empty"))
    }

    pub(super) fn value<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        self.fields.get(key).and_then(|raw| serde_json::from_str(raw.get()).ok())
    }

    pub(super) fn error(&self, key: &str, expected: &str) -> ConfigError {
        ConfigError { key: format!("{}{key}", self.place), expected: expected.into() }
    }
}
