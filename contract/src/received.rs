//! Requests as the gateway reads them: the sandbox's half of what is sent.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::{
    operation::{Operation, Wire},
    path::{Lists, decode},
    reading::Malformed,
};

/// The fields of a request, from wherever they travelled.
pub(crate) struct Fields {
    fields: Map<String, Value>,
    /// One that stands several times in the query: a list, if it is one of the request's.
    repeated: Option<String>,
}

/// Gathers the fields that stand in the path, in the query and in the body.
pub(crate) fn fields(pattern: &str, wire: &Wire, lists: Lists) -> Result<Fields, Malformed> {
    let (path, query) = split(&wire.path);
    let mut fields = match wire.body.as_deref() {
        None | Some("") => Map::new(),
        Some(body) => serde_json::from_str(body).map_err(|error| Malformed::at("the body", &error))?,
    };
    let query = read_query(query, lists)?;
    let repeated = query.iter().find(|(_, value)| value.is_array()).map(|(name, _)| name.clone());
    fields.extend(query);
    let mut segments = path.split('/');
    for expected in pattern.split('/') {
        let segment = segments.next().and_then(decode).ok_or_else(|| not_at(pattern))?;
        match expected.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) => drop(fields.insert(name.into(), segment.into())),
            None if expected == segment => {}
            None => return Err(not_at(pattern)),
        }
    }
    if segments.next().is_some() { Err(not_at(pattern)) } else { Ok(Fields { fields, repeated }) }
}

impl Fields {
    /// Takes out a field that is not the request's own.
    pub(crate) fn take(&mut self, name: &str) -> String {
        match self.fields.remove(name) {
            Some(Value::String(text)) => text,
            _ => String::new(),
        }
    }

    pub(crate) fn into_request<O: Operation>(self) -> Result<O, Malformed> {
        let text = Value::Object(self.fields).to_string();
        serde_json::from_str(&text).map_err(|error| match self.repeated {
            Some(name) => once(&name),
            None => Malformed::at("the request", &error),
        })
    }
}

/// Whether a request came as the contract writes it itself; if not, which field is to blame. How a character is encoded and
/// in which order the fields come does not matter.
pub(crate) fn as_written(sent: &Wire, own: &Wire, lists: Lists) -> Result<(), Malformed> {
    let ((path, query), (own_path, own_query)) = (split(&sent.path), split(&own.path));
    if decode(path) != decode(own_path) {
        return Err(Malformed::new(format!("the path as {own_path}")));
    }
    same(&read_query(query, lists)?.into(), &read_query(own_query, lists)?.into())?;
    let body = |wire: &Wire| match wire.body.as_deref() {
        None | Some("") => Ok(Value::Null),
        Some(text) => serde_json::from_str(text).map_err(|error| Malformed::at("the body", &error)),
    };
    same(&body(sent)?, &body(own)?)
}

fn same(sent: &Value, own: &Value) -> Result<(), Malformed> {
    match (sent, own) {
        (sent, own) if sent == own => Ok(()),
        (Value::Object(sent), Value::Object(own)) => {
            let names: BTreeSet<&String> = sent.keys().chain(own.keys()).collect();
            let name = names.into_iter().find(|name| sent.get(*name) != own.get(*name));
            match name.map(|name| (name, sent.get(name), own.get(name))) {
                Some((_, Some(sent @ Value::Object(_)), Some(own @ Value::Object(_)))) => same(sent, own),
                Some((name, ..)) => Err(Malformed::new(format!("{name} in its documented form"))),
                None => Ok(()),
            }
        }
        (Value::Object(_), _) => Err(Malformed::new("no body")),
        _ => Err(Malformed::new("an object as the body")),
    }
}

/// What a query says; several words for one key become a list where they come so.
fn read_query(query: &str, lists: Lists) -> Result<Map<String, Value>, Malformed> {
    let mut fields: Map<String, Value> = Map::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        // A form writes a blank as a plus.
        let read =
            |text: &str| decode(&text.replace('+', "%20")).ok_or_else(|| Malformed::new("a percent-encoded query"));
        let (name, value) = (read(name)?, Value::from(read(value)?));
        match fields.get_mut(&name) {
            None => drop(fields.insert(name, value)),
            Some(_) if lists == Lists::Joined => return Err(once(&name)),
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = vec![first.take(), value].into(),
        }
    }
    Ok(fields)
}

fn once(name: &str) -> Malformed {
    Malformed::new(format!("{name} once in the query"))
}

fn split(path: &str) -> (&str, &str) {
    path.split_once('?').unwrap_or((path, ""))
}

fn not_at(pattern: &str) -> Malformed {
    Malformed::new(format!("the path {pattern}"))
}
