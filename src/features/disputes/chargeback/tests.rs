use contract::operations::issuing::disputes::{DocumentData, DocumentType};
use serde_json::{Value, json};

use super::*;
use crate::config::DisputeReadiness;

fn folder(messages: Value) -> Dispute {
    serde_json::from_str(
        &json!({
            "disputeFolderIdentifier": { "disputeFolderReference": "D-V-1234-2306-13" },
            "reconciliationAmount": { "value": 21102, "exponent": 2, "isoCode": "EUR" },
            "messages": messages,
        })
        .to_string(),
    )
    .expect("a folder")
}

fn euros(value: i64) -> Money {
    Money { value, exponent: 2, iso_code: "EUR".into() }
}

fn document() -> Option<ChargebackDocument> {
    let data = DocumentData::from("/9j/4AAQ".to_owned());
    Some(ChargebackDocument { data, kind: DocumentType::Jpeg, label: None, file_name: Some("doc.jpeg".into()) })
}

fn visa(scenario: &str) -> Intent {
    Intent { kind: "FULL".into(), scenario: scenario.into(), ..Intent::default() }
}

fn wrong(scheme: Option<Scheme>, intent: &Intent) -> Vec<Place> {
    match request(&folder(json!([])), scheme, intent) {
        Ok(_) => Vec::new(),
        Err(wrong) => wrong.into_iter().map(|(place, _)| place).collect(),
    }
}

#[test]
fn only_a_part_can_be_more_than_there_is() {
    let of = |kind: &str, part: i64| {
        let intent = Intent { kind: kind.into(), amount: Some(euros(part)), ..Intent::default() };
        is_too_much(&folder(json!([])), &intent)
    };
    assert!(of("PARTIAL", 21_103));
    assert!(!of("PARTIAL", 21_101));
    assert!(!of("FULL", 21_103), "what is typed for a part is not asked for");
}

#[test]
fn two_of_visas_scenarios_want_a_document_and_the_third_another_transaction() {
    let of = |scenario| wrong(Some(Scheme::Visa), &visa(scenario));
    assert_eq!(of("VISECOMFRAUD"), [Place::Document]);
    assert_eq!(of("VISNOCASH"), [Place::Document]);
    assert_eq!(of("VISDUPLIC"), [Place::Duplicate]);
    assert_eq!(of(""), [Place::Scenario]);
    assert_eq!(of("VISSOMETHING"), [Place::Scenario], "a word that is not documented is never sent");
}

#[test]
fn the_guides_chargeback_is_composed_as_the_guide_prints_it() {
    let mut document = document().expect("one");
    document.label = Some("new photo".into());
    let intent = Intent { document: Some(document), ..visa("VISECOMFRAUD") };
    let request = request(&folder(json!([])), Some(Scheme::Visa), &intent).expect("complete");
    let mut sent = serde_json::to_value(&request).expect("sent");
    let mut guide: Value =
        serde_json::from_str(include_str!("../../../../contract/samples/issuing-v2/generateChargeback.request.json"))
            .expect("the guide's");
    // The guide's document is a PNG that calls itself JPEG, and the reference stands in the path.
    guide["chargebackDocument"]["data"] = sent["chargebackDocument"]["data"].take();
    sent["chargebackDocument"]["data"] = guide["chargebackDocument"]["data"].clone();
    let reference = sent.as_object_mut().and_then(|fields| fields.remove("disputeFolderReference"));
    assert_eq!(reference, Some(json!("D-V-1234-2306-13")));
    assert_eq!(sent, guide);
}

#[test]
fn a_duplicate_names_the_other_transaction_and_needs_no_document() {
    let intent = Intent { duplicate: " 10000000000264015 ".into(), ..visa("VISDUPLIC") };
    let request = request(&folder(json!([])), Some(Scheme::Visa), &intent).expect("complete");
    assert_eq!(request.duplicated_transaction_identifier.as_deref(), Some("10000000000264015"));
    assert_eq!(request.chargeback_document, None);
}

#[test]
fn another_transaction_is_sent_with_a_duplicate_only() {
    let intent = Intent { duplicate: "10000000000264015".into(), document: document(), ..visa("VISNOCASH") };
    let request = request(&folder(json!([])), Some(Scheme::Visa), &intent).expect("complete");
    assert_eq!(request.duplicated_transaction_identifier, None);
}

#[test]
fn mastercard_wants_a_code_of_its_own_and_no_scenario() {
    let code = |code: &str| Intent { reason_code: code.into(), ..visa("VISECOMFRAUD") };
    assert_eq!(wrong(Some(Scheme::Mastercard), &code("")), [Place::ReasonCode]);
    assert_eq!(wrong(Some(Scheme::Mastercard), &code("fraud")), [Place::ReasonCode]);
    let request = request(&folder(json!([])), Some(Scheme::Mastercard), &code("4837")).expect("complete");
    assert_eq!((request.reason_code.as_deref(), request.chargeback_scenario), (Some("4837"), None));
}

#[test]
fn where_the_scheme_is_not_told_one_of_the_two_is_enough_and_both_are_too_many() {
    let of = |scenario: &str, code: &str| {
        let intent = Intent { reason_code: code.into(), document: document(), ..visa(scenario) };
        wrong(None, &intent)
    };
    assert_eq!(of("VISECOMFRAUD", ""), []);
    assert_eq!(of("", "4837"), []);
    assert_eq!(of("", ""), [Place::Scenario]);
    assert_eq!(of("VISECOMFRAUD", "4837"), [Place::Scenario]);
    assert_eq!(of("", "48"), [Place::ReasonCode]);
}

#[test]
fn a_part_is_stated_and_less_than_the_whole() {
    let part = |amount| Intent { kind: "PARTIAL".into(), amount, document: document(), ..visa("VISECOMFRAUD") };
    for refused in [None, Some(euros(21_102)), Some(Money { iso_code: "BRL".into(), ..euros(1) })] {
        assert_eq!(wrong(Some(Scheme::Visa), &part(refused)), [Place::Amount]);
    }
    let sent = request(&folder(json!([])), Some(Scheme::Visa), &part(Some(euros(21_101)))).expect("complete");
    assert_eq!(sent.chargeback_amount, Some(amount_of(&euros(21_101))));
}

#[test]
fn an_amount_is_sent_with_a_part_only() {
    let intent = Intent { amount: Some(euros(5)), document: document(), ..visa("VISECOMFRAUD") };
    let sent = request(&folder(json!([])), Some(Scheme::Visa), &intent).expect("complete");
    assert_eq!(sent.chargeback_amount, None);
}

#[test]
fn twice_as_much_is_twice_what_was_reconciled_and_unknown_where_that_is() {
    let of = |folder: &Dispute, kind: &str| {
        asks_for(folder, &Intent { kind: kind.into(), ..Intent::default() }).and_then(|amount| amount.value)
    };
    assert_eq!(of(&folder(json!([])), "FULL"), Some(21_102));
    assert_eq!(of(&folder(json!([])), "HIGH"), Some(42_204));
    let silent = Dispute { reconciliation_amount: Some(Amount::default()), ..folder(json!([])) };
    assert_eq!(of(&silent, "FULL"), None);
}

#[test]
fn a_chargeback_that_is_with_the_scheme_stands_in_the_way_until_it_is_reversed() {
    let first = |reversed: bool| json!({ "type": "FIRSTCHARGEBACK", "reverseFlag": reversed });
    assert!(hindrance(&folder(json!([{ "type": "ORIGINAL" }]))).is_none());
    assert!(hindrance(&folder(json!([first(false)]))).is_some());
    assert!(hindrance(&folder(json!([first(true)]))).is_none());
    assert!(hindrance(&folder(json!([first(true), first(false)]))).is_some(), "a second one after it");
    assert!(hindrance(&folder(json!([{ "type": "CHARGEBACK" }]))).is_some(), "what is not stated is not reversed");
}

fn lacks(folder: &Dispute, scheme: Scheme, intent: &Intent, reason: &str) -> Vec<Place> {
    let rule = DisputeReadiness::default().rule(reason);
    missing(folder, Some(scheme), intent, &rule).into_iter().map(|(place, _)| place).collect()
}

/// A folder with a comment, a document, and whatever the reason asks the cardholder.
fn told(reason: &str, postings: Value) -> Dispute {
    let rule = DisputeReadiness::default().rule(reason);
    let asked = crate::features::disputes::readiness::questions(&rule)
        .map(|question| json!({ "type": "Comment", "message": format!("Asked. {question}") }));
    let events: Vec<_> = asked.chain([json!({ "type": "Comment", "message": "Phone call" })]).collect();
    serde_json::from_str(
        &json!({
            "disputeFolderIdentifier": { "disputeFolderReference": "D-V-1234-2306-13" },
            "reconciliationAmount": { "value": 21102, "exponent": 2, "isoCode": "EUR" },
            "events": events, "documents": [{ "fileName": "receipt.pdf" }], "postings": postings,
        })
        .to_string(),
    )
    .expect("a folder")
}

#[test]
fn a_reason_that_needs_an_amount_takes_a_part_or_what_was_booked_and_no_bare_whole() {
    let bare = told("HIGH_AMOUNT", json!([{ "postingTypeReference": "Processing View" }]));
    let booked = told("HIGH_AMOUNT", json!([{ "postingTypeReference": "Cardholder Account" }]));
    let whole = visa("VISDUPLIC");
    let part = Intent { kind: "PARTIAL".into(), amount: Some(euros(300)), ..whole.clone() };
    assert_eq!(lacks(&bare, Scheme::Visa, &whole, "HIGH_AMOUNT"), [Place::Kind]);
    assert_eq!(lacks(&bare, Scheme::Visa, &part, "HIGH_AMOUNT"), []);
    assert_eq!(lacks(&booked, Scheme::Visa, &whole, "HIGH_AMOUNT"), []);
}

#[test]
fn a_reason_that_needs_another_transaction_says_where_it_is_named() {
    let folder = told("DUPLICATE_TRANSACTION", json!([]));
    let named = |intent: Intent| Intent { duplicate: "10000000000264015".into(), ..intent };
    let of = |scheme, intent: &Intent| lacks(&folder, scheme, intent, "DUPLICATE_TRANSACTION");
    assert_eq!(of(Scheme::Visa, &named(visa("VISNOCASH"))), [Place::Scenario], "only a duplicate names it");
    assert_eq!(of(Scheme::Visa, &visa("VISDUPLIC")), [Place::Duplicate]);
    assert_eq!(of(Scheme::Visa, &named(visa("VISDUPLIC"))), []);
    let mastercard = Intent { reason_code: "4834".into(), ..visa("") };
    assert_eq!(of(Scheme::Mastercard, &mastercard), [Place::Duplicate]);
    assert_eq!(of(Scheme::Mastercard, &named(mastercard.clone())), []);
    let sent = request(&folder, Some(Scheme::Mastercard), &named(mastercard)).expect("complete");
    assert_eq!(sent.duplicated_transaction_identifier.as_deref(), Some("10000000000264015"));
}

#[test]
fn a_document_in_the_folder_or_with_the_chargeback_is_enough() {
    let without = Dispute { documents: None, ..told("BLOCKED_CARD", json!([])) };
    assert_eq!(lacks(&without, Scheme::Visa, &visa("VISECOMFRAUD"), "BLOCKED_CARD"), [Place::Document]);
    let with = Intent { document: document(), ..visa("VISECOMFRAUD") };
    assert_eq!(lacks(&without, Scheme::Visa, &with, "BLOCKED_CARD"), []);
}

#[test]
fn a_part_is_stated_in_the_currency_of_the_scheme() {
    let settled = Amount { value: Some(2300), exponent: Some(2), iso_code: Some("USD".into()) };
    let folder = Dispute {
        reconciliation_amount: Some(settled),
        outstanding_balance: Some(amount_of(&euros(2100))),
        ..folder(json!([]))
    };
    let dollars = Money { value: 1000, exponent: 2, iso_code: "USD".into() };
    assert_eq!(currency(&folder).map(|money| money.iso_code).as_deref(), Some("USD"));
    let intent =
        Intent { kind: "PARTIAL".into(), amount: Some(dollars.clone()), document: document(), ..visa("VISNOCASH") };
    let sent = request(&folder, Some(Scheme::Visa), &intent).expect("complete");
    assert_eq!(sent.chargeback_amount, Some(amount_of(&dollars)));
}
