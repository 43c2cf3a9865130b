use std::slice::from_ref;

use contract::{Family, Sender, issuing::Issuing};
use serde_json::Value;

use super::*;
use crate::features::spending::plainly;

const RULES: CreditLimitRules = CreditLimitRules {
    minimum: 10_000,
    maximum: 2_000_000,
    temporary_maximum: 3_000_000,
    exponent: 2,
    iso_code: String::new(),
};

fn euros(value: i64) -> Money {
    Money { value, exponent: 2, iso_code: "EUR".into() }
}

fn day(month: i64, day: i64) -> (CalendarDate, i64) {
    let text = format!("2023-{month:02}-{day:02}T00:00:00Z");
    let moment = Instant::parse(&text).expect("a moment");
    (CalendarDate::of_instant_in_utc(&moment), moment.epoch_millis())
}

/// The guide's: 7,500.00 from 3 February until 31 March 2023.
fn typed() -> Typed {
    Typed { amount: euros(750_000), from: day(2, 3), until: (day(3, 31).0, day(4, 1).1), takes_over: false }
}

fn wrong(typed: &Typed, spans: &[Span]) -> Vec<Wrong> {
    plainly(|write| wrong_temporary(typed, day(1, 15).0, spans, &RULES, write))
}

fn body_of<O: contract::Operation>(request: &O) -> Value {
    let wire = Issuing::seal(request, &Sender { issuer_id: "1234".into(), ..Sender::default() }).expect("sealed");
    serde_json::from_str(&wire.body.expect("a body")).expect("JSON")
}

fn guide(printed: &str) -> Value {
    serde_json::from_str(printed).expect("JSON")
}

#[test]
fn what_is_sent_is_what_the_guide_prints() {
    let temporary = include_str!("../../../../contract/samples/issuing-v2/createTemporaryCreditLimit.request.json");
    assert_eq!(body_of(&typed().request("12348153189268935960".into())), guide(temporary));
    let mut managed = guide(temporary);
    managed["manageOverlap"] = true.into();
    let takes_over = Typed { takes_over: true, ..typed() };
    assert_eq!(body_of(&takes_over.request("12348153189268935960".into())), managed);
    let permanent = include_str!("../../../../contract/samples/issuing-v2/updateAccountCreditLimit.request.json");
    assert_eq!(body_of(&set_limit("12348153189268935960".into(), &euros(500_000))), guide(permanent));
}

#[test]
fn a_limit_within_the_issuers_range_is_taken_and_one_outside_says_the_range() {
    let wrong = |value| plainly(|write| wrong_limit(&euros(value), Some(&euros(100_000)), &RULES, write));
    assert_eq!(wrong(10_000), None);
    assert_eq!(wrong(2_000_000), None);
    assert_eq!(wrong(9_999).as_deref(), Some("The issuer allows 100.00 EUR to 20000.00 EUR."));
    assert_eq!(wrong(2_000_001).as_deref(), Some("The issuer allows 100.00 EUR to 20000.00 EUR."));
    assert_eq!(wrong(100_000).as_deref(), Some("The limit is 1000.00 EUR already."));
}

#[test]
fn a_temporary_limit_may_be_higher_or_lower_up_to_the_exceptional_amount() {
    assert_eq!(wrong(&typed(), &[]), []);
    assert_eq!(wrong(&Typed { amount: euros(3_000_000), ..typed() }, &[]), []);
    assert_eq!(wrong(&Typed { amount: euros(10_000), ..typed() }, &[]), []);
    let sentence = "For a while the issuer allows 100.00 EUR to 30000.00 EUR.";
    assert_eq!(wrong(&Typed { amount: euros(3_000_001), ..typed() }, &[]), [Wrong::Amount(sentence.into())]);
}

#[test]
fn a_period_that_ends_before_it_begins_or_began_before_today_is_refused_beside_its_field() {
    let backwards = Typed { until: (day(2, 2).0, day(2, 3).1), ..typed() };
    assert_eq!(wrong(&backwards, &[]), [Wrong::Until("Choose a day that is not before “From”.".into())]);
    let past = Typed { from: day(1, 14), ..typed() };
    assert_eq!(wrong(&past, &[]), [Wrong::From("Choose today or a later day.".into())]);
    let one_day = Typed { from: day(1, 15), until: (day(1, 15).0, day(1, 16).1), ..typed() };
    assert_eq!(wrong(&one_day, &[]), []);
}

#[test]
fn an_overlap_is_refused_with_the_other_limit_and_the_way_out() {
    let other = |from: (i64, i64), until: (i64, i64)| Span {
        reference: None,
        limit: Some(euros(600_000)),
        start: day(from.0, from.1).1,
        end: day(until.0, until.1).1,
    };
    assert_eq!(
        wrong(&typed(), &[other((1, 20), (2, 4))]),
        [Wrong::From(
            "A temporary limit of 6000.00 EUR counts from 2023-01-20T00:00:00Z until 2023-02-04T00:00:00Z already, and two may \
             not overlap. Begin after it, delete it first, or let the new one take its place."
                .into()
        )]
    );
    assert_eq!(
        wrong(&typed(), &[other((3, 31), (5, 1))]),
        [Wrong::Until(
            "A temporary limit of 6000.00 EUR counts from 2023-03-31T00:00:00Z until 2023-05-01T00:00:00Z already, and two may \
             not overlap. End before it, delete it first, or let the new one take its place."
                .into()
        )]
    );
    assert_eq!(wrong(&typed(), &[other((4, 1), (5, 1)), other((1, 1), (2, 3))]), [], "neighbours do not overlap");
    let for_ever = Span { start: i64::MIN, end: i64::MAX, ..other((1, 1), (1, 2)) };
    let said = format!("{:?}", wrong(&typed(), &[for_ever]));
    assert!(
        said.contains("counts from the beginning for ever already") && said.contains("Delete it first, or let"),
        "{said}"
    );
    let takes_over = Typed { takes_over: true, ..typed() };
    assert_eq!(wrong(&takes_over, &[other((1, 20), (2, 4)), other((3, 31), (5, 1))]), [], "it takes their place");
    let then: Vec<_> = takes_over.beside(&[other((1, 20), (2, 4))]).iter().map(|span| (span.start, span.end)).collect();
    assert_eq!(then, [(day(2, 3).1, day(4, 1).1), (day(1, 20).1, day(2, 3).1)], "and cuts them");
}

#[test]
fn a_change_by_somebody_else_is_neither_what_was_nor_what_is_to_be() {
    let read = |value: Option<i64>| CreditLimit {
        credit_limit_amount: value.map(|value| euros(value).into()),
        ..Default::default()
    };
    let compared = |value| compare(&read(value), &euros(100_000), &euros(500_000));
    assert_eq!(compared(Some(500_000)), Shows::Wanted);
    assert_eq!(compared(Some(100_000)), Shows::Before);
    assert_eq!(compared(Some(120_000)), Shows::Other(Some(euros(120_000))));
    assert_eq!(compared(None), Shows::Other(None));
}

#[test]
fn a_limit_in_another_currency_than_the_issuers_range_cannot_be_set_whichever_limit_it_is() {
    let dollars = CreditLimitRules { iso_code: "USD".into(), ..RULES };
    let euro = CreditLimitRules { iso_code: "EUR".into(), ..RULES };
    let limit =
        |amount: Option<Money>| Some(CreditLimit { credit_limit_amount: amount.map(Into::into), ..Default::default() });
    let other = Some("The limit is in EUR; the issuer's range is in USD.");
    assert_eq!(cannot_change(Some(limit(Some(euros(1)))), &dollars).as_deref(), other);
    assert_eq!(cannot_change(Some(limit(Some(euros(1)))), &euro), None);
    let add = |amount, spans: &[Span], rules| cannot_add(Some((limit(amount), spans.to_vec(), 0)), rules);
    assert_eq!(add(Some(euros(1)), &[], &dollars).as_deref(), other);
    assert_eq!(add(None, from_ref(&typed().span()), &dollars).as_deref(), other, "nor beside one that is there");
    assert_eq!(add(Some(euros(1)), from_ref(&typed().span()), &euro), None);
}

#[test]
fn what_was_not_read_or_is_not_there_cannot_be_changed() {
    assert_eq!(cannot_change(None, &RULES).as_deref(), Some("The limit has not been read."));
    assert_eq!(cannot_change(Some(None), &RULES).as_deref(), Some("This account has no credit limit."));
    let silent = Some(CreditLimit::default());
    assert_eq!(cannot_change(Some(silent.clone()), &RULES).as_deref(), Some("The gateway does not state the limit."));
    assert_eq!(cannot_add(None, &RULES).as_deref(), Some("The limits have not been read."));
    assert_eq!(cannot_add(Some((None, vec![], 0)), &RULES).as_deref(), Some("This account has no credit limit."));
    let unreadable = cannot_add(Some((silent, vec![], 1)), &RULES);
    assert!(unreadable.is_some_and(|said| said.contains("an overlap could not be seen")));
}

#[test]
fn what_could_not_be_read_is_never_called_none() {
    assert_eq!(short_words(String::new(), 0), "None");
    assert_eq!(short_words("E-commerce".into(), 0), "E-commerce");
    assert_eq!(short_words(String::new(), 4), "4 could not be read");
    assert_eq!(short_words("E-commerce".into(), 1), "E-commerce; 1 could not be read");
}

#[test]
fn without_a_temporary_limit_the_permanent_one_counts_only_where_there_is_one() {
    let limit = CreditLimit::default();
    assert_eq!(without_temporary(Some(&Some(limit))), "The permanent limit counts.");
    assert_eq!(without_temporary(Some(&None)), "Nothing counts: this account has no credit.");
    assert_eq!(without_temporary(None), "The permanent limit counts, where there is one.");
}
