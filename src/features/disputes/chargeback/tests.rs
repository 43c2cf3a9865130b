use contract::operations::issuing::disputes::{DocumentData, DocumentType};
use serde_json::{Value, json};

use super::*;

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
