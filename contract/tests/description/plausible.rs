//! Values that fit what the description says of a field.

use std::{collections::BTreeMap, sync::OnceLock};

use serde_json::{Value, json};

use crate::descriptions::{Fact, description};

/// Values for a field of a request, as they may have been read before: an instant that came as a number or as a day must not
/// be handed on like that.
pub fn read_before(path: &str, fact: Option<&Fact>) -> Vec<Value> {
    let mut values = values(path, fact);
    if fact.is_some_and(|fact| fact.kind == "date-time") {
        values.splice(0..0, [json!(1_671_620_201_681_i64), json!("2022-12-21")]);
    }
    values
}

/// Values for a field, the likeliest first.
pub fn values(path: &str, fact: Option<&Fact>) -> Vec<Value> {
    let spoken = SPOKEN.iter().filter(|(end, _)| path.ends_with(end)).map(|(_, word)| Value::from(*word));
    let mut values: Vec<Value> = spoken.collect();
    if !values.is_empty() {
        return values;
    }
    values = fact.into_iter().flat_map(Fact::known_words).map(Value::from).collect();
    let of_kind = match fact.map_or("", |fact| fact.kind.as_str()) {
        "date-time" => vec![json!("2022-12-21T10:56:41.681+00:00"), json!("2022-12-21T10:56:41Z")],
        "date" => vec![json!("2022-12-21")],
        "int32" | "int64" | "integer" => vec![json!(2), json!("2")],
        "double" => vec![json!(1.25), json!("1.25")],
        "boolean" => vec![json!(true), json!("true")],
        "map<string>" => vec![json!({ "label": "text" })],
        "object" => vec![json!({})],
        kind if kind.starts_with("list of string") => {
            let words: Vec<Value> = values.iter().map(|word| json!([word])).collect();
            values.clear();
            let words =
                if words.is_empty() { words_elsewhere(path).map(|word| json!([word])).collect() } else { words };
            words.into_iter().chain([json!(["text"])]).collect()
        }
        "list of object" | "list" => vec![json!([])],
        _ => Vec::new(),
    };
    values.extend(of_kind);
    if fact.is_some_and(|fact| fact.kind == "string") && (path.ends_with("Date") || path.ends_with("Time")) {
        values.push(json!("2022-12-21T10:56:41.681+00:00"));
    }
    if fact.is_none_or(|fact| fact.kind == "string") {
        values.extend(words_elsewhere(path).map(Value::from));
        values.extend([json!("7"), json!("2022-12-21T10:56:41.681+00:00")]);
    }
    if fact.is_none() {
        values.extend([json!(2), json!(true), json!(["text"]), json!({})]);
    }
    values
}

/// Where the description lists no word, or one in another spelling than the guides.
const SPOKEN: &[(&str, &str)] = &[
    ("chargebackDocument.type", "image/jpeg"),
    ("reversalReason", "REVERSAL_ON_DEMAND"),
    // The guides write OPEN (seed 004:2197), the description "open".
    ("statusCode", "OPEN"),
];

/// The words that the description lists for a field of this name in another place.
fn words_elsewhere(path: &str) -> impl Iterator<Item = &'static str> {
    static BY_NAME: OnceLock<BTreeMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    let by_name = BY_NAME.get_or_init(|| {
        let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let in_requests = description().operations.iter().flat_map(|row| &row.request);
        for (path, fact) in description().shapes.values().flatten().chain(in_requests) {
            by_name.entry(last_name(path)).or_default().extend(fact.known_words());
        }
        by_name
    });
    let name = last_name(path);
    // Kinds of operations are searched for in the plural.
    let names = [Some(name), name.strip_suffix('s')];
    names
        .into_iter()
        .flatten()
        .flat_map(|name| by_name.get(name).into_iter().flatten().copied())
        .collect::<Vec<_>>()
        .into_iter()
}

fn last_name(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path).trim_end_matches("[]")
}
