//! Holds a body against what may stand in it, and a query likewise. A breach is a line: `unknown contacts[].name`.

use std::collections::{BTreeMap, BTreeSet};

use contract::{CalendarDate, Instant, decode};
use serde_json::Value;

use crate::descriptions::{Fact, Row, above};

/// Everything in a body that the description does not want, and everything that it wants and the body lacks.
pub fn body(row: &Row, body: &Value) -> BTreeSet<String> {
    let facts: BTreeMap<&str, &Fact> = row.sendable().collect();
    let mut breaches = BTreeSet::new();
    if row.no_body && !body.is_null() {
        breaches.insert("body not wanted".into());
    }
    if row.is_unread("request") {
        return breaches;
    }
    if row.body_required && body.is_null() {
        breaches.insert("body missing".into());
    }
    for (path, value) in leaves(body) {
        match facts.get(path.as_str()) {
            Some(fact) => breaches.extend(misfit(&path, value, fact)),
            // What is named by its parts alone may be empty: `phone: {}`.
            None if facts.keys().any(|key| is_below(key, &path)) || is_open(&facts, &path) => {}
            None => drop(breaches.insert(format!("unknown {path}"))),
        }
        if row.request.get(&path).is_some_and(|fact| fact.deprecated) {
            breaches.insert(format!("deprecated {path}"));
        }
    }
    for (path, _) in facts.iter().filter(|(_, fact)| fact.required) {
        let (above, name) = match above(path) {
            Some(above) => (above, &path[above.len() + 1..]),
            None => ("", *path),
        };
        if objects(body, above).iter().any(|object| object.get(name).is_none()) {
            breaches.insert(format!("missing {path}"));
        }
    }
    breaches
}

/// The same for a query.
pub fn query(row: &Row, query: &str) -> BTreeSet<String> {
    let mut breaches = BTreeSet::new();
    if row.is_unread("query") {
        return breaches;
    }
    let stated: Vec<(String, String)> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (decode(name).expect("encoded"), decode(value).expect("encoded")))
        .collect();
    for (name, value) in &stated {
        let Some(fact) = row.in_query(name) else {
            breaches.insert(format!("unknown ?{name}"));
            continue;
        };
        let fits = match fact.kind.as_str() {
            "boolean" => value == "true" || value == "false",
            "int32" => value.parse::<u32>().is_ok(),
            "date-time" => is_instant(value),
            _ => true,
        };
        if !fits {
            breaches.insert(format!("misfit ?{name}: {value} is no {}", fact.kind));
        }
        let of_words =
            value.split(',').filter(|word| !fact.values.is_empty() && !fact.values.iter().any(|own| own == word));
        breaches.extend(of_words.map(|word| format!("word ?{name}: {word}")));
    }
    let missing = row.query.iter().filter(|fact| fact.required && stated.iter().all(|(name, _)| *name != fact.name));
    breaches.extend(missing.map(|fact| format!("missing ?{}", fact.name)));
    breaches
}

/// Every value that is neither an object nor a list of objects, with its path.
pub fn leaves(value: &Value) -> Vec<(String, &Value)> {
    fn walk<'a>(path: &str, value: &'a Value, into: &mut Vec<(String, &'a Value)>) {
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                for (name, value) in fields {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    walk(&path, value, into);
                }
            }
            Value::Array(rows) if rows.iter().any(Value::is_object) => {
                rows.iter().for_each(|row| walk(&format!("{path}[]"), row, into));
            }
            _ if path.is_empty() => {}
            _ => into.push((path.to_owned(), value)),
        }
    }
    let mut found = Vec::new();
    walk("", value, &mut found);
    found
}

/// Whether something above this path may hold anything.
pub fn is_open(facts: &BTreeMap<&str, &Fact>, path: &str) -> bool {
    let mut path = path;
    while let Some(up) = above(path) {
        let has_fields = facts.keys().any(|key| is_below(key, up));
        if facts.get(up).is_some_and(|fact| fact.is_open()) && !has_fields {
            return true;
        }
        path = up;
    }
    false
}

fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.starts_with(['.', '[']))
}

/// All objects at a path; the body itself at none.
fn objects<'a>(body: &'a Value, path: &str) -> Vec<&'a Value> {
    let mut found = vec![body];
    for part in path.split('.').filter(|part| !part.is_empty()) {
        let (name, is_list) = part.strip_suffix("[]").map_or((part, false), |name| (name, true));
        found = found.into_iter().filter_map(|object| object.get(name)).collect();
        if is_list {
            found = found.into_iter().filter_map(Value::as_array).flatten().collect();
        }
    }
    found.retain(|value| value.is_object() || path.is_empty());
    found
}

/// Why a value is not what the description says.
fn misfit(path: &str, value: &Value, fact: &Fact) -> Option<String> {
    let number = |most: i64| value.as_i64().is_some_and(|number| number.abs() <= most);
    let fits = match fact.kind.as_str() {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "int32" => number(i32::MAX.into()),
        "int64" | "integer" => number(i64::MAX),
        "date-time" => value.as_str().is_some_and(is_instant),
        "date" => value.as_str().is_some_and(|text| CalendarDate::from_iso(text).is_some()),
        "map<string>" => value.as_object().is_some_and(|map| map.values().all(Value::is_string)),
        "list of string" => value.as_array().is_some_and(|rows| rows.iter().all(Value::is_string)),
        kind if kind.starts_with("list") => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    };
    if !fits {
        return Some(format!("misfit {path}: not {}", fact.kind));
    }
    let word = value.as_str().filter(|word| !fact.only.is_empty() && !fact.only.iter().any(|own| own == word));
    word.map(|word| format!("word {path}: {word}"))
}

/// RFC 3339, as the description's `date-time` is.
fn is_instant(text: &str) -> bool {
    let has_zone = text.ends_with('Z') || text.len() > 6 && matches!(text.as_bytes()[text.len() - 6], b'+' | b'-');
    text.len() >= 20 && text.as_bytes()[10] == b'T' && has_zone && Instant::parse(text).is_some()
}
