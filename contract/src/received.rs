//! Requests as the gateway reads them: the sandbox's half of what is sent.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::{
    operation::{Operation, Wire},
    path::decode,
    reading::Malformed,
};

/// The fields of a request, from wherever they travelled.
pub(crate) struct Fields(Map<String, Value>);

/// Gathers the fields that stand in the path, in the query and in the body.
pub(crate) fn fields(pattern: &str, wire: &Wire) -> Result<Fields, Malformed> {
    let (path, query) = split(&wire.path);
    let mut fields = match wire.body.as_deref() {
        None | Some("") => Map::new(),
        Some(body) => serde_json::from_str(body).map_err(|error| Malformed::at("the body", &error))?,
    };
    fields.extend(read_query(query)?);
    let mut segments = path.split('/');
    for expected in pattern.split('/') {
        let segment = segments.next().and_then(decode).ok_or_else(|| not_at(pattern))?;
        match expected.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) => drop(fields.insert(name.into(), segment.into())),
            None if expected == segment => {}
            None => return Err(not_at(pattern)),
        }
    }
    if segments.next().is_some() { Err(not_at(pattern)) } else { Ok(Fields(fields)) }
}

impl Fields {
    /// Takes out a field that is not the request's own.
    pub(crate) fn take(&mut self, name: &str) -> String {
        match self.0.remove(name) {
            Some(Value::String(text)) => text,
            _ => String::new(),
        }
    }

    pub(crate) fn into_request<O: Operation>(self) -> Result<O, Malformed> {
        let text = Value::Object(self.0).to_string();
        serde_json::from_str(&text).map_err(|error| Malformed::at("the request", &error))
    }
}

/// Whether a request came as the contract writes it itself; if not, which field is to blame. How a character is encoded and
/// in which order the fields come does not matter.
pub(crate) fn as_written(sent: &Wire, own: &Wire) -> Result<(), Malformed> {
    let ((path, query), (own_path, own_query)) = (split(&sent.path), split(&own.path));
    if decode(path) != decode(own_path) {
        return Err(Malformed::new(format!("the path as {own_path}")));
    }
    same(&read_query(query)?.into(), &read_query(own_query)?.into())?;
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

fn read_query(query: &str) -> Result<Map<String, Value>, Malformed> {
    let mut fields = Map::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        // A form writes a blank as a plus.
        let read =
            |text: &str| decode(&text.replace('+', "%20")).ok_or_else(|| Malformed::new("a percent-encoded query"));
        let name = read(name)?;
        if fields.insert(name.clone(), read(value)?.into()).is_some() {
            return Err(Malformed::new(format!("{name} once in the query")));
        }
    }
    Ok(fields)
}

fn split(path: &str) -> (&str, &str) {
    path.split_once('?').unwrap_or((path, ""))
}

fn not_at(pattern: &str) -> Malformed {
    Malformed::new(format!("the path {pattern}"))
}
