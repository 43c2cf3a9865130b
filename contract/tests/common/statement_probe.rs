//! An operation of the issuing family made up for the tests: its envelope, path and query are checked whatever operations
//! the catalogue holds.

use contract::{
    Operation, Spec,
    issuing::Issuing,
    operation::{get, post},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Reads one statement: the path and the query both carry what must be encoded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ReadStatement {
    /// Longer than a number can be.
    pub account_reference: String,
    /// Whole seconds and `Z`.
    pub cycle_closure: String,
    /// In the query.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period_start_date_time: Option<String>,
}

impl Operation for ReadStatement {
    type Family = Issuing;
    type Answer = Map<String, Value>;
    const SPEC: Spec = get("readStatement", "/accounts/{accountReference}/statements/{cycleClosure}");
}

/// The same as a write without anything in its body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ReprintStatement {
    /// In the path.
    pub cycle_closure: String,
    /// In the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Operation for ReprintStatement {
    type Family = Issuing;
    type Answer = Map<String, Value>;
    const SPEC: Spec = post("reprintStatement", "/statements/{cycleClosure}/reprint");
}
