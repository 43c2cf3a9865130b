//! Every answer of the catalogue, with less, more or something else in it than the guides print.

use std::collections::BTreeSet;

use contract::{Family, Opened, Operation, Spec, StatusShape};
use proptest::{prelude::*, sample::Index};
use serde_json::{Map, Value, json};

use crate::{
    answers::answer,
    places::{places, put},
    say::say,
};

/// One operation, as far as its answer is read.
pub(crate) struct Reading {
    pub(crate) spec: Spec,
    pub(crate) read: fn(&str) -> Read,
}

/// What becomes of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Read {
    /// It was read; this is what would be written.
    Kept(Value),
    /// It was read, and holds a word that no guide names: that is never written.
    KeptUnknown,
    /// It could not be read.
    Lost,
}

macro_rules! readings {
    ($($first:ident $(:: $rest:ident)*,)*) => {
        pub(crate) const READINGS: &[Reading] = &[$(Reading::of::<contract::operations::$first $(:: $rest)*>(),)*];
    };
}

contract::for_each_operation!(readings);

impl Reading {
    const fn of<O: Operation>() -> Self {
        let read = |text: &str| match O::Family::open::<O>(text) {
            Ok(Opened::Done(answer) | Opened::Noted(answer, _) | Opened::Partly(answer, _)) => {
                serde_json::to_value(answer).map_or(Read::KeptUnknown, Read::Kept)
            }
            _ => Read::Lost,
        };
        Self { spec: O::SPEC, read }
    }
}

/// An operation with its answer as it is printed.
struct Printed {
    name: &'static str,
    read: fn(&str) -> Read,
    /// What stands around the payload, before and behind it.
    envelope: (String, &'static str),
    /// What the envelope carries.
    payload: Value,
    /// What is written after the payload was read.
    written: Value,
}

impl Printed {
    fn all() -> impl Iterator<Item = Self> {
        READINGS.iter().map(Self::of)
    }

    fn of(reading: &Reading) -> Self {
        let name = reading.spec.name;
        let whole: Value = serde_json::from_str(&answer(&reading.spec)).expect("JSON");
        let (envelope, payload) = match (reading.spec.status_shape, whole) {
            (StatusShape::Absent, mut whole) => {
                let data = whole.as_object_mut().and_then(|keys| keys.remove("data"));
                (("{\"data\":".to_owned(), "}"), data.unwrap_or(whole))
            }
            (_, Value::Object(keys)) => {
                let (wrapper, body) = keys.into_iter().next().expect("one key");
                let Value::Object(body) = body else { panic!("{name} has no envelope") };
                let (head, payload): (Map<_, _>, Map<_, _>) =
                    body.into_iter().partition(|(key, _)| ENVELOPE.contains(&key.as_str()));
                let head = Value::Object(head).to_string();
                ((format!("{{\"{wrapper}\":{},", head.strip_suffix('}').unwrap_or(&head)), "}"), Value::Object(payload))
            }
            _ => panic!("{name} has no envelope"),
        };
        let mut printed = Self { name, read: reading.read, envelope, payload, written: Value::Null };
        match printed.read(&printed.payload) {
            Read::Kept(written) => printed.written = written,
            other => panic!("{name}: {other:?}"),
        }
        printed
    }

    /// The answer whose payload is this.
    fn read(&self, payload: &Value) -> Read {
        let (before, behind) = &self.envelope;
        let mut payload = payload.to_string();
        if before.ends_with(',') {
            // The wallet family's payload stands beside its status.
            payload.remove(0);
            if payload == "}" {
                return (self.read)(&format!("{}{payload}{behind}", before.trim_end_matches(',')));
            }
        }
        (self.read)(&format!("{before}{payload}{behind}"))
    }

    /// Every fact of the payload, with the value that it has.
    fn facts(&self) -> impl Iterator<Item = (String, &Value)> {
        let facts = places(&self.payload).into_iter().filter(|place| is_fact(&self.payload, place));
        facts.filter_map(|place| self.payload.pointer(&place).map(|value| (place.clone(), value)))
    }

    /// With one fact replaced, or without it.
    fn with(&self, place: &str, value: Option<Value>) -> Read {
        let mut payload = self.payload.clone();
        match value {
            Some(value) => put(&mut payload, place, value),
            None => remove(&mut payload, place),
        }
        self.read(&payload)
    }

    /// Whether every row of every list is still there, but for those that stood at this place.
    fn keeps_rows(&self, read: &Read, place: &str) -> bool {
        match read {
            Read::Kept(value) => {
                let gone = self.written.pointer(place).map_or(0, rows);
                rows(value) + gone >= rows(&self.written)
            }
            Read::KeptUnknown => true,
            Read::Lost => false,
        }
    }
}

const ENVELOPE: [&str; 3] = ["messageHeader", "status", "configurationDetails"];

#[test]
fn every_answer_is_read_and_written_back() {
    let mut facts = 0;
    for printed in Printed::all() {
        assert_eq!(printed.read(&printed.written), Read::Kept(printed.written.clone()), "{}", printed.name);
        facts += printed.facts().count();
    }
    say(&format!("{} answers with {facts} facts", READINGS.len()));
    assert!(facts > 1500, "only {facts} facts were seen");
}

#[test]
fn what_nobody_knows_is_passed_over() {
    for printed in Printed::all() {
        let mut payload = printed.payload.clone();
        strew(&mut payload);
        let Read::Kept(mut written) = printed.read(&payload) else { panic!("{} is lost", printed.name) };
        // Free objects are kept as they came.
        sweep(&mut written);
        assert_eq!(written, printed.written, "{}", printed.name);
    }
}

/// Without a fact that is no identifier an answer stays readable; without an identifier its row may be lost, and no other.
#[test]
fn only_what_identifies_something_is_needed() {
    let mut needed = BTreeSet::new();
    for printed in Printed::all() {
        for (place, _) in printed.facts() {
            if !printed.keeps_rows(&printed.with(&place, None), &place) {
                needed.insert(place.rsplit('/').next().unwrap_or_default().to_owned());
            }
        }
    }
    say(&format!("needed in answers: {needed:?}"));
    let identifying = ["Identifier", "Reference", "Uri", "Id", "key", "addressUsageName", "serviceCode", "UniqueName"];
    let idle: Vec<&String> = needed.iter().filter(|name| !identifying.iter().any(|end| name.ends_with(end))).collect();
    assert_eq!(idle, [""; 0], "needed, and identifies nothing");
}

#[test]
fn null_is_the_same_as_missing() {
    let mut other = Vec::new();
    for printed in Printed::all() {
        for (place, _) in printed.facts() {
            let (missing, null) = (printed.with(&place, None), printed.with(&place, Some(Value::Null)));
            if without_nulls(missing) != without_nulls(null) {
                other.push(format!("{} {place}", printed.name));
            }
        }
    }
    assert_eq!(other, [""; 0]);
}

#[test]
fn an_empty_object_takes_nothing_else_with_it() {
    for printed in Printed::all() {
        for (place, value) in printed.facts().filter(|(_, value)| value.is_object()) {
            let empty = printed.with(&place, Some(json!({})));
            let holds_what_is_needed = value
                .as_object()
                .into_iter()
                .flatten()
                .map(|(key, _)| format!("{place}/{key}"))
                .any(|inner| !printed.keeps_rows(&printed.with(&inner, None), &inner));
            assert!(printed.keeps_rows(&empty, &place) || holds_what_is_needed, "{} {place}", printed.name);
        }
    }
}

#[test]
fn a_word_that_no_guide_names_loses_nothing() {
    let mut lost = Vec::new();
    for printed in Printed::all() {
        for (place, value) in printed.facts().filter(|(_, value)| value.is_string()) {
            let read = printed.with(&place, Some(json!("SOMETHING_NEW")));
            if !printed.keeps_rows(&read, &place) {
                lost.push(format!("{} {place}: {value}", printed.name));
            }
        }
    }
    assert_eq!(lost, [""; 0]);
}

#[test]
fn a_row_of_another_shape_loses_itself_and_no_other() {
    let others = [json!(17), json!("text"), json!(true), json!([]), json!([1]), json!({"a": 1}), Value::Null];
    let mut lists = 0;
    for printed in Printed::all() {
        for place in lists_of(&printed) {
            lists += 1;
            let row = printed.payload.pointer(&format!("{place}/0")).cloned().expect("a row");
            let mut damaged: Vec<Value> = others.to_vec();
            for key in row.as_object().into_iter().flatten().map(|(key, _)| key) {
                for other in &others {
                    let mut row = row.clone();
                    row[key] = other.clone();
                    damaged.push(row);
                }
            }
            for damaged in damaged {
                let read = printed.with(&place, Some(json!([row, damaged, row])));
                let good = match &read {
                    Read::Kept(written) => rows_at(written, &place),
                    Read::KeptUnknown => 3,
                    Read::Lost => 0,
                };
                assert!(good >= 2, "{} {place} beside {damaged}", printed.name);
            }
        }
    }
    say(&format!("{lists} lists in answers"));
    assert!(lists > 60, "only {lists} lists were seen");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Several changes at once never panic, and what is kept is read again as it was written.
    #[test]
    fn what_was_kept_is_read_again(reading in any::<Index>(), changes in prop::collection::vec(any_change(), 1..6)) {
        let printed = Printed::of(reading.get(READINGS));
        let mut payload = printed.payload.clone();
        for (place, change) in changes {
            let places: Vec<String> = places(&payload).into_iter().filter(|place| is_fact(&payload, place)).collect();
            if places.is_empty() {
                break;
            }
            match change {
                Some(value) => put(&mut payload, &places[place.index(places.len())], value),
                None => remove(&mut payload, &places[place.index(places.len())]),
            }
        }
        if let Read::Kept(written) = printed.read(&payload) {
            prop_assert_eq!(printed.read(&written), Read::Kept(written));
        }
    }
}

fn any_change() -> impl Strategy<Value = (Index, Option<Value>)> {
    let value = prop_oneof![
        Just(None),
        Just(Some(Value::Null)),
        Just(Some(json!({}))),
        Just(Some(json!([]))),
        Just(Some(json!("SOMETHING_NEW"))),
        Just(Some(json!(""))),
        any::<i64>().prop_map(|number| Some(json!(number))),
        any::<bool>().prop_map(|flag| Some(json!(flag))),
    ];
    (any::<Index>(), value)
}

/// Whether the place is an entry of an object, and not a row.
fn is_fact(payload: &Value, place: &str) -> bool {
    place.rsplit_once('/').and_then(|(above, _)| payload.pointer(above)).is_some_and(Value::is_object)
}

fn remove(payload: &mut Value, place: &str) {
    let (above, key) = place.rsplit_once('/').expect("a fact");
    payload.pointer_mut(above).and_then(Value::as_object_mut).expect("an object").remove(key);
}

/// The lists of rows that the contract reads row by row: whatever it writes back as objects in a list.
fn lists_of(printed: &Printed) -> Vec<String> {
    let (payload, written) = (&printed.payload, &printed.written);
    let is_list = |place: &String| {
        let rows = |value: &Value| {
            value.pointer(place).and_then(Value::as_array).is_some_and(|rows| rows.iter().any(Value::is_object))
        };
        rows(payload) && rows(written)
    };
    places(payload).into_iter().filter(is_list).collect()
}

fn rows_at(written: &Value, place: &str) -> usize {
    written.pointer(place).and_then(Value::as_array).map_or(0, Vec::len)
}

/// How many rows there are in all lists together.
fn rows(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.len() + items.iter().map(rows).sum::<usize>(),
        Value::Object(entries) => entries.values().map(rows).sum(),
        _ => 0,
    }
}

const STRANGE: &str = "somethingNew";

/// Puts a fact that nobody knows into every object.
fn strew(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.values_mut().for_each(strew);
            entries.insert(STRANGE.into(), json!({"unknown": [1, null, {"a": "b"}]}));
        }
        Value::Array(items) => items.iter_mut().for_each(strew),
        _ => {}
    }
}

fn sweep(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.remove(STRANGE);
            entries.values_mut().for_each(sweep);
        }
        Value::Array(items) => items.iter_mut().for_each(sweep),
        _ => {}
    }
}

fn without_nulls(read: Read) -> Read {
    fn clean(value: Value) -> Value {
        match value {
            Value::Object(entries) => {
                let kept =
                    entries.into_iter().filter(|(_, value)| !value.is_null()).map(|(key, value)| (key, clean(value)));
                Value::Object(kept.collect::<Map<_, _>>())
            }
            Value::Array(items) => items.into_iter().map(clean).collect(),
            other => other,
        }
    }
    match read {
        Read::Kept(value) => Read::Kept(clean(value)),
        other => other,
    }
}
