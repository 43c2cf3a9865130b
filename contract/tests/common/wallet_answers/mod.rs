//! Answers that no guide prints, written after the tables of seeds 002 and 003: one an operation. What a table only names is
//! written as the contract INFERRED it.

mod cards;
mod codes;
mod profile;
mod transactions;

use contract::{Spec, StatusShape};
use serde_json::{Value, json};

/// A whole answer that says that it was done.
pub fn answer_of(spec: &Spec) -> String {
    let details = match spec.status_shape {
        StatusShape::Details => "statusDetails",
        StatusShape::Errors | StatusShape::Absent => "errors",
    };
    let mut body = json!({
        "messageHeader": {"partnerId": "", "messageId": "", "versionId": "", "environmentId": ""},
        "status": {"statusCode": "SUCCESS", "statusDescription": "Done", details: []},
        "configurationDetails": []
    });
    if let (Value::Object(fields), Value::Object(more)) = (&mut body, beside_status(spec)) {
        fields.extend(more);
    }
    json!({format!("{}Response", spec.wrapper): body}).to_string()
}

/// What an answer holds beside header and status.
pub fn beside_status(spec: &Spec) -> Value {
    let written = [cards::ANSWERS, codes::ANSWERS, profile::ANSWERS, transactions::ANSWERS];
    let text = match written.into_iter().flatten().find(|(name, _)| *name == spec.name) {
        Some((_, text)) => text,
        // A write may be confirmed by its status alone.
        None if spec.writes() => "{}",
        None => panic!("no answer of {} is written", spec.name),
    };
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", spec.name))
}
