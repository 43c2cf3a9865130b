use std::slice::from_ref;

use contract::{CalendarDate, Instant, Money};
use serde_json::{Value, json};

use super::*;
use crate::features::spending::plainly;

const ACCOUNT: &str = "12348153189268935960";

fn account() -> AccountReference {
    ACCOUNT.into()
}

fn euros(value: i64) -> Money {
    Money { value, exponent: 2, iso_code: "EUR".into() }
}

fn day(month: i64, day: i64) -> (CalendarDate, i64) {
    let moment = Instant::parse(&format!("2023-{month:02}-{day:02}T00:00:00Z")).expect("a moment");
    (CalendarDate::of_instant_in_utc(&moment), moment.epoch_millis())
}

/// The guide's: 7,500.00 from 3 February until 31 March 2023.
fn typed() -> Typed {
    Typed { amount: euros(750_000), from: day(2, 3), until: (day(3, 31).0, day(4, 1).1), takes_over: false }
}

fn listed(reference: &str) -> Span {
    Span { reference: Some(reference.into()), ..typed().span() }
}

fn created(facts: Value) -> CreatedTemporaryCreditLimit {
    serde_json::from_str(&facts.to_string()).expect("an answer")
}

fn named(reference: &str) -> CreatedTemporaryCreditLimit {
    created(json!({ "temporaryCreditLimitIdentifier": { "temporaryCreditLimitReference": reference } }))
}

#[test]
fn a_lost_answer_is_settled_by_what_the_list_holds() {
    let found = |spans: &[Span]| format!("{:?}", typed().found(&account(), spans, &[], None));
    assert_eq!(found(&[listed("own")]), "Added");
    assert_eq!(found(&[]), "Missing");
    assert!(found(&[Span { limit: Some(euros(750_001)), ..listed("own") }]).starts_with("Overlaps"));
    assert!(found(&[Span { end: listed("own").end + 1, ..listed("own") }]).starts_with("Overlaps"));
}

#[test]
fn a_limit_without_a_reference_proves_nothing_and_an_empty_answer_neither() {
    let nameless = typed().span();
    assert_eq!(typed().found(&account(), from_ref(&nameless), &[], None), Found::Overlaps(&nameless));
    let empty = created(json!({}));
    assert_eq!(typed().found(&account(), &[], &[], Some(&empty)), Found::Missing);
}

#[test]
fn what_the_answer_named_is_looked_for_and_nothing_else_is_taken_for_it() {
    let (own, other) = (listed("own"), listed("other"));
    let found = |spans, reference: &str| typed().found(&account(), spans, &[], Some(&named(reference)));
    assert_eq!(found(from_ref(&own), "own"), Found::Added);
    assert_eq!(found(from_ref(&other), "own"), Found::Overlaps(&other), "alike, and another one");
    let shorter = Span { end: day(3, 1).1, ..own.clone() };
    assert_eq!(found(from_ref(&shorter), "own"), Found::Different(&shorter));
}

#[test]
fn the_limit_of_another_account_is_no_proof() {
    let of = |identifier: Value| {
        let mut answer = json!({ "temporaryCreditLimitIdentifier": { "temporaryCreditLimitReference": "own" } });
        answer["accountIdentifier"] = identifier;
        let answer = created(answer);
        typed().found(&account(), &[listed("own")], &[], Some(&answer)) == Found::Added
    };
    assert!(of(json!({ "accountReference": ACCOUNT, "issuerAccountExternalReference": "ROOT-1" })));
    assert!(of(json!({ "accountReference": "1", "issuerAccountExternalReference": ACCOUNT })), "either names it");
    assert!(of(json!({ "issuerAccountExternalReference": "ROOT-1" })), "which one that is, is not known");
    assert!(!of(json!({ "accountReference": "12340000000000000001" })));
}

#[test]
fn a_limit_that_takes_the_place_of_those_that_the_rep_knows_is_stopped_by_another_reps_alone() {
    let takes_over = Typed { takes_over: true, ..typed() };
    let known = Span { limit: Some(euros(400_000)), start: day(3, 1).1, ..listed("known") };
    let later = Span { limit: Some(euros(1)), ..listed("later") };
    let found = |spans: &[Span], typed: &Typed| format!("{:?}", typed.found(&account(), spans, from_ref(&known), None));
    assert_eq!(found(from_ref(&known), &takes_over), "Missing");
    assert!(found(from_ref(&known), &typed()).starts_with("Overlaps"));
    assert!(found(&[known.clone(), later], &takes_over).contains("later"));
    let moved = Span { start: known.start + 1, ..known.clone() };
    assert!(found(&[moved], &takes_over).starts_with("Overlaps"), "not as the rep knows it");
}

#[test]
fn what_became_of_the_others_is_told_as_it_is_listed() {
    let takes_over = Typed { takes_over: true, ..typed() };
    let earlier = Span { limit: Some(euros(400_000)), start: day(1, 1).1, end: day(2, 10).1, ..listed("earlier") };
    let within = Span { limit: None, start: day(3, 1).1, end: day(3, 2).1, ..listed("within") };
    let elsewhere = Span { start: day(6, 1).1, end: day(7, 1).1, ..listed("elsewhere") };
    let now = [Span { end: day(2, 3).1, ..earlier.clone() }, listed("own")];
    let told = plainly(|write| others_adjusted(&takes_over, &[earlier, within, elsewhere], &now, write));
    let told: Vec<_> = told.iter().map(|(_, before, now)| (before.as_str(), now.as_str())).collect();
    assert_eq!(
        told,
        [
            (
                "4000.00 EUR from 2023-01-01T00:00:00Z until 2023-02-10T00:00:00Z",
                "4000.00 EUR from 2023-01-01T00:00:00Z until 2023-02-03T00:00:00Z"
            ),
            ("Not stated from 2023-03-01T00:00:00Z until 2023-03-02T00:00:00Z", "Ended"),
        ]
    );
}

#[test]
fn a_limit_is_gone_where_nothing_that_is_listed_may_be_it() {
    let own = listed("94d757e5");
    assert!(is_gone(&own, &[], 0));
    assert!(!is_gone(&own, from_ref(&own), own.start));
    assert!(is_gone(&own, from_ref(&own), own.end), "kept in the history, and over");
    assert!(!is_gone(&own, &[typed().span()], own.start), "it may be this one, which has no name");
    assert!(is_gone(&own, &[Span { end: own.end + 1, ..typed().span() }], own.start));
}

#[test]
fn a_gateway_that_says_it_ended_another_limit_is_told() {
    let own = listed("own");
    let says = |facts: Value| {
        let answer: DeletedTemporaryCreditLimit = serde_json::from_str(&facts.to_string()).expect("an answer");
        ended_another(&answer, &account(), &own)
    };
    assert!(!says(json!({})), "it says nothing");
    assert!(!says(json!({ "temporaryCreditLimitIdentifier": { "temporaryCreditLimitReference": "own" } })));
    assert!(says(json!({ "temporaryCreditLimitIdentifier": { "temporaryCreditLimitReference": "other" } })));
    assert!(says(json!({ "accountIdentifier": { "accountReference": "12340000000000000001" } })));
}

#[test]
fn other_accounts_whose_limit_was_made_or_ended_by_the_same_call_are_named() {
    let related = created(json!({ "relatedTemporaryCreditLimits": [
        { "accountIdentifier": { "accountReference": "12340000000000003641" }, "root": false },
        { "root": false }, 17,
    ] }));
    let related = related.related_temporary_credit_limits.as_ref();
    let told = |was_made| other_accounts(related, was_made).into_iter().map(|(_, _, now)| now).collect::<Vec<_>>();
    assert_eq!(
        told(true),
        [
            "Account …3641: the same call added a limit",
            "An account that is not named: the same call added a limit",
            "Look at the limits of the accounts below or above",
        ]
    );
    assert_eq!(told(false)[0], "Account …3641: the same call ended its limit");
    assert_eq!(their_references(related), ["12340000000000003641".into()]);
    assert_eq!(other_accounts(None, true), []);
}
