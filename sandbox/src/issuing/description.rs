//! The public description of the platform, as far as the gateway goes by it: what a request must and may hold (`gate.rs`),
//! and what of an answer comes only when it is asked for (`embeds.rs`). The facts are data, shared with the contract's tests.

use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

use serde::Deserialize;
use serde_json::Value;

/// Facts by path: `referenceAmount.value`, `contacts[].name`.
pub(super) type Fields = BTreeMap<String, Fact>;

/// One operation.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Row {
    operation: String,
    pub(super) query: Vec<Fact>,
    pub(super) request: Fields,
    pub(super) response: Fields,
    /// What a guide says beyond it.
    pub(super) guide: Fields,
    unread: Vec<String>,
    pub(super) no_body: bool,
    pub(super) body_required: bool,
    /// Null may stand in the place of any value.
    pub(super) null_resets: bool,
}

/// What is said about one field.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Fact {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) required: bool,
    /// A closed list of a body.
    #[serde(rename = "enum")]
    pub(super) only: Vec<String>,
    /// A closed list of a query.
    pub(super) values: Vec<String>,
    pub(super) default: Option<Value>,
    pub(super) deprecated: bool,
    pub(super) embed: bool,
}

#[derive(Deserialize)]
struct Description {
    operations: Vec<Row>,
    shapes: BTreeMap<String, Fields>,
}

fn description() -> &'static (HashMap<String, Row>, BTreeMap<String, Fields>) {
    static READ: OnceLock<(HashMap<String, Row>, BTreeMap<String, Fields>)> = OnceLock::new();
    READ.get_or_init(|| {
        let text = include_str!("../../../contract/data/issuing-description.json");
        let Description { operations, shapes } = serde_json::from_str(text).expect("the description is data of ours");
        (operations.into_iter().map(|row| (row.operation.clone(), row)).collect(), shapes)
    })
}

/// What is said about an operation.
pub(super) fn row(operation: &str) -> Option<&'static Row> {
    description().0.get(operation)
}

/// Everything that is said, by operation.
pub(super) fn rows() -> impl Iterator<Item = (&'static str, &'static Row)> {
    description().0.iter().map(|(name, row)| (name.as_str(), row))
}

/// What is said about a shape, where there is one of that name.
pub(super) fn shape(name: &str) -> Option<&'static Fields> {
    description().1.get(name)
}

impl Row {
    pub(super) fn is_unread(&self, part: &str) -> bool {
        self.unread.iter().any(|unread| unread == part)
    }

    /// What may stand in a body: the description's, and what a guide says beyond it.
    pub(super) fn fact(&self, path: &str) -> Option<&Fact> {
        self.guide.get(path).or_else(|| self.request.get(path))
    }

    pub(super) fn facts(&self) -> impl Iterator<Item = (&str, &Fact)> {
        self.request.iter().chain(&self.guide).map(|(path, fact)| (path.as_str(), fact))
    }
}

/// The path above: that of `contacts[].name` is `contacts[]`, that of `contacts[]` is `contacts`.
pub(super) fn above(path: &str) -> Option<&str> {
    match path.strip_suffix("[]") {
        Some(list) => Some(list),
        None => path.rsplit_once('.').map(|(above, _)| above),
    }
}
