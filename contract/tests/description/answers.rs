//! Every answer that can be made from the description is read: with everything in it, with the required fields alone, and
//! with every object and list in it, each as empty as it may be.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::{
    descriptions::{Fact, Fields, above, description},
    deviations::{self, differ},
    not_read, plausible,
    say::say,
    subjects::{Subject, subjects},
};

/// How much an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Whole,
    Least,
    Hollow,
}

#[test]
fn every_answer_of_the_description_is_read_without_losing_a_row() {
    let (mut lost, mut read) = (Vec::new(), 0);
    for subject in subjects().iter().filter(|subject| !subject.row.is_unread("response")) {
        for form in [Form::Whole, Form::Least, Form::Hollow] {
            let answer = answer(subject, form);
            read += 1;
            match subject.read(&answer) {
                Some(Ok(back)) => shorter(subject.name(), "", &answer["data"], &back, &mut lost),
                Some(Err(word)) => lost.push(format!("{}: {word}", subject.name())),
                None => lost.push(format!("{} is not read: {form:?} {answer}", subject.name())),
            }
        }
    }
    say(&format!("{read} answers were made from the description and read"));
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn every_name_of_the_description_is_read_or_is_passed_over_for_a_reason() {
    let mut by_shape: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let subjects: Vec<Subject> = subjects().into_iter().filter(|subject| !subject.row.is_unread("response")).collect();
    let compared: BTreeSet<String> = subjects.iter().filter_map(shape_of).map(|(shape, _)| shape).collect();
    for subject in &subjects {
        let whole = answer(subject, Form::Whole);
        let Some(Ok(back)) = subject.read(&whole) else { panic!("{} is not read", subject.name()) };
        let shape = shape_of(subject).map(|(shape, _)| shape);
        let fields = shape.as_ref().map_or(&subject.row.response, |shape| fields(shape));
        let whose = shape.unwrap_or_else(|| subject.name().to_owned());
        let mut missed = BTreeSet::new();
        missing("", first(&whole["data"]), first(&back), &mut missed);
        // What is compared by itself is not compared again where it stands in another shape.
        let is_own = |path: &&String| {
            let within = fields.iter().filter(|(_, fact)| {
                let kind = fact.kind.strip_prefix("list of ").unwrap_or(&fact.kind);
                compared.contains(kind)
            });
            !within
                .map(|(place, _)| place)
                .any(|place| path.strip_prefix(place.as_str()).is_some_and(|rest| rest.starts_with('.')))
        };
        let more = fields.get("*").and_then(|fact| fact.kind.strip_prefix("everything of ")).map(self::fields);
        let of_another = |path: &&String| {
            let is_it = |key: &String| {
                key.strip_prefix(path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            more.is_some_and(|fields| fields.keys().any(is_it))
        };
        let own = missed.iter().filter(|path| is_own(path) && !of_another(path));
        // What one operation reads of a shape is read.
        let own: BTreeSet<String> = own.map(|path| format!("{whose}: {path}")).collect();
        let of_shape = by_shape.entry(whose).or_insert_with(|| own.clone());
        of_shape.retain(|name| own.contains(name));
    }
    let passed_over: BTreeSet<String> = by_shape.into_values().flatten().collect();
    let listed = not_read::NOT_READ
        .iter()
        .flat_map(|(whose, names, _)| names.iter().map(move |name| format!("{whose}: {name}")));
    let listed: BTreeSet<String> = listed.collect();
    differ("names that are not read", &passed_over, &listed);
}

/// The answer's shape by name, and whether it is a list of it.
fn shape_of(subject: &Subject) -> Option<(String, bool)> {
    let whole = subject.row.response.get("*")?;
    Some(match whole.kind.strip_prefix("list of ") {
        Some(shape) => (shape.to_owned(), true),
        None => (whole.kind.clone(), false),
    })
}

/// An answer in this form.
fn answer(subject: &Subject, form: Form) -> Value {
    let data = match shape_of(subject) {
        Some((shape, is_list)) => {
            let one = with_its_name(&shape, object(fields(&shape), form, &[&shape]));
            if is_list { json!([one, one]) } else { one }
        }
        None => with_its_name(subject.name(), object(&subject.row.response, form, &[])),
    };
    json!({
        "responseMetadata": {
            "correlationId": "c", "responseDateTime": "2022-12-21T11:56:41.712+0100", "statusCode": 200,
            "statusMessage": "Executed successfully", "links": { "self": "/s", "next": "/n" },
        },
        "data": data,
    })
}

fn first(data: &Value) -> &Value {
    data.get(0).unwrap_or(data)
}

/// Lists that came back with fewer rows than they were sent with.
fn shorter(operation: &str, path: &str, sent: &Value, back: &Value, lost: &mut Vec<String>) {
    match (sent, back) {
        (Value::Object(sent), Value::Object(back)) => {
            for (name, sent) in sent {
                let Some(back) = back.get(name) else { continue };
                shorter(operation, &format!("{path}.{name}"), sent, back, lost);
            }
        }
        (Value::Array(sent), Value::Array(back)) => {
            if sent.len() != back.len() {
                lost.push(format!("{operation}: {path} has {} of {} rows", back.len(), sent.len()));
            }
            sent.iter().zip(back).for_each(|(sent, back)| shorter(operation, &format!("{path}[]"), sent, back, lost));
        }
        _ => {}
    }
}

/// Names that were sent and did not come back; of an object that is missing as a whole, only its own.
fn missing(path: &str, sent: &Value, back: &Value, missed: &mut BTreeSet<String>) {
    let at = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match (sent, back) {
        (Value::Object(sent), Value::Object(back)) => {
            for (name, sent) in sent {
                match back.get(name) {
                    Some(back) => missing(&at(name), sent, back, missed),
                    None => drop(missed.insert(at(name))),
                }
            }
        }
        (Value::Array(sent), Value::Array(back)) => {
            if let (Some(sent), Some(back)) = (sent.first(), back.first()) {
                missing(&format!("{path}[]"), sent, back, missed);
            }
        }
        _ => {}
    }
}

/// Rows that nobody could do anything with unless they name themselves, although no name is required of them.
fn with_its_name(shape: &str, mut one: Value) -> Value {
    for (named, _) in deviations::NAMES_ITSELF {
        let Some(path) = named.strip_prefix(shape).and_then(|rest| rest.strip_prefix(": ")) else { continue };
        put(&mut one, path, json!("7"));
    }
    one
}

fn fields(shape: &str) -> &'static Fields {
    description().shapes.get(shape).unwrap_or_else(|| panic!("no shape {shape}"))
}

/// An object with these fields. A shape is not made again inside of itself.
fn object(all: &Fields, form: Form, within: &[&str]) -> Value {
    let mut made = Value::Object(Map::new());
    if let Some(Fact { kind, .. }) = all.get("*")
        && let Some(shape) = kind.strip_prefix("everything of ")
    {
        made = object(fields(shape), form, within);
    }
    for (path, fact) in all.iter().filter(|(path, _)| *path != "*") {
        let included = match form {
            Form::Whole => !fact.deprecated,
            Form::Least => is_required(all, path),
            Form::Hollow => fact.required || is_container(fact),
        };
        if !included {
            continue;
        }
        let (kind, is_list) =
            fact.kind.strip_prefix("list of ").map_or((fact.kind.as_str(), false), |kind| (kind, true));
        if description().shapes.contains_key(kind) {
            if within.contains(&kind) {
                continue;
            }
            let inner: Vec<&str> = within.iter().copied().chain([kind]).collect();
            let one = with_its_name(kind, object(fields(kind), form, &inner));
            let name = path.trim_end_matches("[]");
            put(&mut made, name, if is_list { json!([one]) } else { one });
        } else if all.keys().any(|key| key.starts_with(&format!("{path}[]."))) {
            if form == Form::Least {
                put(&mut made, path, json!([]));
            }
        } else if !all.keys().any(|key| key.starts_with(&format!("{path}."))) {
            let value = plausible::values(path, Some(fact)).into_iter().next();
            put(&mut made, path, value.unwrap_or_else(|| panic!("{path}: {}", fact.kind)));
        }
    }
    made
}

fn is_container(fact: &Fact) -> bool {
    fact.kind == "object" || fact.kind.starts_with("list") || description().shapes.contains_key(&fact.kind)
}

/// Required itself, within something that is.
fn is_required(all: &Fields, path: &str) -> bool {
    let itself = all.get(path).is_some_and(|fact| fact.required);
    itself && above(path).is_none_or(|above| is_required(all, above))
}

/// Puts a value at a path, through objects and lists of one row.
fn put(into: &mut Value, path: &str, value: Value) {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let Value::Object(fields) = into else { panic!("{path} in no object") };
    let next = match first.strip_suffix("[]") {
        Some(list) => {
            let rows = fields.entry(list).or_insert_with(|| json!([]));
            let Value::Array(rows) = rows else { panic!("{first} is no list") };
            if rows.is_empty() {
                rows.push(json!({}));
            }
            &mut rows[0]
        }
        None => fields.entry(first).or_insert_with(|| json!({})),
    };
    match rest {
        Some(rest) => put(next, rest, value),
        None => *next = value,
    }
}
