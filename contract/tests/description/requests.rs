//! Every issuing request that the portal can make, beside the description and beside the guides' samples.

use std::{collections::BTreeSet, fs};

use contract::{catalogue::SPECS, encode};
use serde_json::Value;

use crate::{
    descriptions::{description, row},
    deviations::{self, settle},
    held,
    made::{Form, holds},
    samples::{folder, sample},
    say::say,
    subjects::{Subject, subjects},
};

#[test]
fn every_request_holds_what_is_required_and_nothing_that_is_unknown() {
    let forms = [Form::Whole, Form::Least, Form::Hollow];
    let subjects = subjects();
    let breaches = subjects.iter().flat_map(|subject| forms.into_iter().flat_map(|form| breaches(subject, form)));
    settle("requests", breaches.collect(), deviations::REQUESTS);
    say(&format!("{} operations, {} requests each: held against the description", subjects.len(), forms.len()));
}

fn breaches(subject: &Subject, form: Form) -> BTreeSet<String> {
    let (query, body) = subject.sent(form);
    let found = held::query(subject.row, &query).into_iter().chain(held::body(subject.row, &body));
    found.map(|breach| format!("{}: {breach}", subject.name())).collect()
}

#[test]
fn every_operation_has_the_address_of_the_description() {
    for Subject { spec, row, .. } in subjects() {
        let path = row.path.strip_prefix("/issuers/{issuerId}").unwrap_or(&row.path);
        assert_eq!((spec.method.name(), spec.path), (row.method.as_str(), path), "{}", spec.name);
    }
}

#[test]
fn every_operation_of_the_description_is_ours_or_is_left_out_for_a_reason() {
    let named = |operation: &str| SPECS.iter().any(|spec| spec.name == operation);
    let missing = description().operations.iter().map(|row| &row.operation).filter(|name| !named(name));
    settle("operations", missing.cloned().collect(), deviations::NO_OPERATION);
}

#[test]
fn every_name_of_the_description_can_be_sent_or_is_left_out_for_a_reason() {
    let mut left_out = BTreeSet::new();
    for subject in subjects() {
        let (query, body) = subject.sent(Form::Whole);
        let stated = |name: &str| query.split('&').any(|pair| pair.split('=').next() == Some(&encode(name)));
        let of_query = subject.row.query.iter().map(|fact| (format!("?{}", fact.name), stated(&fact.name)));
        let sendable = subject.row.sendable().filter(|(_, fact)| !fact.deprecated);
        let of_body = sendable.map(|(path, _)| (path.to_owned(), holds(&body, path)));
        let absent = of_query.chain(of_body).filter(|(_, is_sent)| !is_sent);
        left_out.extend(absent.map(|(name, _)| format!("{}: {name}", subject.name())));
    }
    settle("names that are not sent", left_out, deviations::NOT_SENT);
}

#[test]
fn every_sample_of_the_guides_holds_what_the_description_wants() {
    let mut breaches = BTreeSet::new();
    let samples = samples_of_requests();
    assert_eq!(samples.len(), 14);
    for (name, body) in samples {
        let row = row(&name).unwrap_or_else(|| panic!("{name} stands in the description"));
        breaches.extend(held::body(row, &body).into_iter().map(|breach| format!("{name}: {breach}")));
    }
    settle("samples of the guides", breaches, deviations::GUIDE_AGAINST_DESCRIPTION);
}

#[test]
fn every_name_in_a_sample_of_the_guides_can_be_sent() {
    let subjects = subjects();
    for (name, printed) in samples_of_requests() {
        let subject = subjects.iter().find(|subject| subject.name() == name).expect("a rep's operation");
        let (_, body) = subject.sent(Form::Whole);
        for (path, _) in held::leaves(&printed) {
            assert!(holds(&body, &path), "{name}: {path}");
        }
    }
}

/// Each with the name of its operation.
fn samples_of_requests() -> Vec<(String, Value)> {
    let entries = fs::read_dir(folder().join("issuing-v2")).expect("the samples are there");
    let names = entries.map(|entry| entry.expect("readable").file_name().into_string().expect("a plain name"));
    let requests = names.filter_map(|file| Some(file.strip_suffix(".request.json")?.to_owned()));
    let read = |name: String| {
        let body = serde_json::from_str(&sample(&format!("issuing-v2/{name}.request.json"))).expect("JSON");
        (name, body)
    };
    requests.filter(|name| !name.contains("MISPLACED")).map(read).collect()
}
