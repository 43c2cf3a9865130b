//! Reads the description. The sandbox has a reader of its own: a fault in the one is not hidden by the other.

use std::{collections::BTreeMap, sync::OnceLock};

use serde::Deserialize;

/// All that was read in the description.
#[derive(Deserialize)]
pub struct Description {
    pub operations: Vec<Row>,
    pub shapes: BTreeMap<String, Fields>,
}

/// Facts by path: `referenceAmount.value`, `contacts[].name`.
pub type Fields = BTreeMap<String, Fact>;

/// One operation.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Row {
    pub operation: String,
    pub method: String,
    pub path: String,
    pub query: Vec<Fact>,
    pub request: Fields,
    pub response: Fields,
    /// What a guide says beyond it.
    pub guide: Fields,
    pub unread: Vec<String>,
    pub no_body: bool,
    pub body_required: bool,
}

/// What is said about one field.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Fact {
    /// In a query only.
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub required: bool,
    /// A closed list.
    #[serde(rename = "enum")]
    pub only: Vec<String>,
    /// An open one.
    pub words: Vec<String>,
    /// A closed one, of a query.
    pub values: Vec<String>,
    pub deprecated: bool,
    pub embed: bool,
}

/// The description, read once.
pub fn description() -> &'static Description {
    static READ: OnceLock<Description> = OnceLock::new();
    READ.get_or_init(|| {
        serde_json::from_str(include_str!("../../data/issuing-description.json")).expect("the description is read")
    })
}

/// What is said about the operation with this name.
pub fn row(operation: &str) -> Option<&'static Row> {
    description().operations.iter().find(|row| row.operation == operation)
}

impl Row {
    /// What may stand in a request's body.
    pub fn sendable(&self) -> impl Iterator<Item = (&str, &Fact)> {
        self.request.iter().chain(&self.guide).map(|(path, fact)| (path.as_str(), fact))
    }

    /// What stands in the query under this name.
    pub fn in_query(&self, name: &str) -> Option<&Fact> {
        self.query.iter().find(|fact| fact.name == name)
    }

    pub fn is_unread(&self, part: &str) -> bool {
        self.unread.iter().any(|unread| unread == part)
    }
}

impl Fact {
    /// Whether anything may stand below it.
    pub fn is_open(&self) -> bool {
        matches!(self.kind.as_str(), "object" | "list of object" | "list of string" | "map<string>" | "list")
    }

    /// Its words, closed or open.
    pub fn known_words(&self) -> impl Iterator<Item = &str> {
        self.only.iter().chain(&self.words).chain(&self.values).map(String::as_str)
    }
}

/// The path above: that of `contacts[].name` is `contacts[]`, that of `contacts[]` is `contacts`.
pub fn above(path: &str) -> Option<&str> {
    match path.strip_suffix("[]") {
        Some(list) => Some(list),
        None => path.rsplit_once('.').map(|(above, _)| above),
    }
}
