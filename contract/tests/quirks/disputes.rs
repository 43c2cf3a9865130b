//! The quirks that disputes meet.

use contract::{Amount, Instant, Operation, Settlement, operations::issuing::disputes::*};
use serde_json::{Value, json};

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

/// Seed 004:2143-2145.
#[test]
fn a6_an_empty_amount_is_not_stated_and_not_zero() {
    let messages = documented().messages.expect("messages").rows;
    assert_eq!(messages[0].amount, Some(Amount::default()));
    assert_eq!(messages[0].amount.as_ref().and_then(Amount::stated), None);
    assert_eq!(messages[1].amount.as_ref().and_then(Amount::stated).map(|money| money.value), Some(21_102));
}

/// Seed 004:1924 prints a variable of the tool that the guide was made with. The reference finds a folder again.
#[test]
fn a12_the_reference_that_settles_a_dispute_is_whatever_the_sender_made() {
    assert_eq!(CreateDispute::SPEC.settled_by, Settlement::ReadReference);
    let printed = sample("issuing-v2/createDispute.response.json");
    let folder = answered::<CreateDispute>(&printed).dispute_folder_identifier.expect("a folder");
    let reference = folder.issuer_dispute_external_reference.expect("the reference comes back");
    let request = CreateDispute {
        external_operation_reference: "10000000000264015".into(),
        issuer_dispute_external_reference: Some(reference),
        ..Default::default()
    };
    assert_eq!(
        sent(&request).1,
        Some(json!({"issuerDisputeExternalReference": "45f014d5-bc8a-4074-a707-8e20f272a9a3"}))
    );
}

/// Seed 004:2022-2025.
#[test]
fn a21_breaks_and_blanks_inside_of_a_document_are_stripped_before_it_is_decoded() {
    let printed = chargeback_document();
    assert!(printed.contains(char::is_whitespace));
    let data = DocumentData::from(printed.clone());
    assert!(!data.base64().contains(char::is_whitespace));
    assert!(data.base64().starts_with("iVBORw0KGgo") && data.base64().ends_with("ErkJggg=="));
    assert_eq!(serde_json::to_value(&data).expect("JSON"), json!(printed));
    assert_eq!(format!("{data:?}"), format!("DocumentData({} characters)", printed.len()));
}

/// Seed 004:2022, 2026: called a JPEG, and begins like a PNG, which no folder takes (seed 004:2295).
#[test]
fn a22_a_document_is_known_by_how_it_begins_and_not_by_its_declared_type() {
    assert_eq!(DocumentData::from(chargeback_document()).begins_like(), None);
    for (begin, kind) in [
        ("JVBERi0xLjcK", DocumentType::Pdf),
        (" /9j/ 4AAQ", DocumentType::Jpeg),
        ("SUkqAAgA", DocumentType::Tiff),
        ("TU0AKgAA", DocumentType::Tiff),
        ("UEsDBBQA", DocumentType::Zip),
    ] {
        assert_eq!(DocumentData::from(begin.to_owned()).begins_like(), Some(kind), "{begin}");
    }
    assert!(serde_json::to_value(DocumentType::from("image/png")).is_err());
}

/// Seed 004:1922-1950 against 004:2087-2198.
#[test]
fn b19_a_folder_has_other_keys_than_the_request_that_made_it() {
    let folder = documented();
    assert_eq!(folder.reason.as_deref(), Some("COUNTERFEIT_CARD"));
    let with_the_requests_keys =
        read(json!({"reason": null, "disputeReason": "COUNTERFEIT_CARD", "events": null, "disputeEvents": [{}]}));
    assert_eq!((with_the_requests_keys.reason, with_the_requests_keys.events), (None, None));
}

/// Seed 004:2166: an operation's day is called otherwise.
#[test]
fn b20_the_time_of_a_disputed_transaction_has_a_key_of_its_own() {
    assert_eq!(documented().transaction_time, Instant::parse("2022-11-14T23:00:00.000+00:00"));
    assert_eq!(
        read(json!({"transactionTime": null, "transactionDate": "2022-11-14T23:00:00Z"})).transaction_time,
        None
    );
}

/// Seed 004:2069 prints `0messages`.
#[test]
fn b28_only_parts_that_exist_are_asked_for() {
    let request = |embed: Vec<DisputePart>| RetrieveDispute { dispute_folder_reference: "D-V-1".into(), embed };
    assert_eq!(sent(&request(Vec::new())).0, "/issuers/1234/disputes/D-V-1");
    assert_eq!(
        sent(&request(vec![DisputePart::Events, DisputePart::Messages])).0,
        "/issuers/1234/disputes/D-V-1?embed=events&embed=messages"
    );
    let joined = json!({"disputeFolderReference": "D-V-1", "embed": "events,postings"});
    let read: RetrieveDispute = serde_json::from_value(joined).expect("the guide's form");
    assert_eq!(read.embed, [DisputePart::Events, DisputePart::Postings]);
    let printed = request(vec![DisputePart::from("0messages")]);
    assert!(serde_json::to_value(printed).is_err());
}

/// Seed 004:2078, 2197: the number stands in the metadata, the word in the folder.
#[test]
fn b29_a_folders_status_code_is_a_word_beside_a_number_of_the_same_name() {
    let printed = json(&sample("issuing-v2/retrieveDispute.response.json"));
    assert_eq!(printed["responseMetadata"]["statusCode"], 200);
    assert_eq!(documented().status_code, Some(DisputeStatus::Open));
}

/// Seed 004:2127 against 2156.
#[test]
fn e5_a_posting_keeps_its_sign_and_a_message_its_own() {
    let folder = documented();
    let posting = folder.postings.expect("postings").rows.remove(0);
    assert_eq!(posting.posting_amount.and_then(|amount| amount.value), Some(-21_102));
    let original = folder.messages.expect("messages").rows.remove(1);
    assert_eq!(original.amount.and_then(|amount| amount.value), Some(21_102));
}

/// Seed 004:2167-2181; that 21101 BRL are no 21102 EUR is not ours to say (E8).
#[test]
fn e6_three_amounts_of_one_transaction_stay_apart() {
    let Dispute { transaction_amount, reconciliation_amount, billing_amount, .. } = documented();
    let stated = [transaction_amount, reconciliation_amount, billing_amount].map(|amount| {
        let money = amount.and_then(|amount| amount.stated()).expect("stated");
        (money.value, money.iso_code)
    });
    assert_eq!(stated, [(21_101, "BRL".into()), (21_102, "EUR".into()), (21_102, "EUR".into())]);
}

/// Seed 004:2168-2175.
#[test]
fn e8_amounts_that_do_not_fit_each_other_are_read_as_they_are() {
    let printed = json(&sample("issuing-v2/retrieveDispute.response.json"));
    let written = written_back::<RetrieveDispute>(&printed.to_string());
    assert_eq!(written["transactionAmount"], printed["data"]["transactionAmount"]);
    assert_eq!(written["reconciliationAmount"], printed["data"]["reconciliationAmount"]);
}

/// Seed 004:1906, 1915, 1917: the prose says "transaction ID", the path says "operations".
#[test]
fn f4_a_dispute_is_made_with_the_operations_external_reference() {
    let reference = contract::ExternalOperationReference::from("10000000000264015");
    let make = CreateDispute { external_operation_reference: reference.clone(), ..Default::default() };
    assert_eq!(sent(&make).0, "/issuers/1234/operations/10000000000264015/disputes");
    let read = RetrieveDisputeByOperation { external_operation_reference: reference, embed: Vec::new() };
    assert_eq!(sent(&read).0, "/issuers/1234/operations/10000000000264015/dispute");
}

/// Seed 004:1965, 2084.
#[test]
fn f16_a_folders_reference_is_opaque() {
    for reference in ["D-V-1234-2319-19", "D-M-6500-1234-1", "4711"] {
        let folder = read(json!({"disputeFolderIdentifier": {"disputeFolderReference": reference}}));
        assert_eq!(folder.dispute_folder_identifier.dispute_folder_reference.as_str(), reference);
    }
}

/// Seed 004:2094-2098, 2107, and the order of 2087-2123.
#[test]
fn h20_an_event_may_not_say_whether_it_is_external_and_events_are_not_in_order() {
    let events = documented().events.expect("events").rows;
    let external: Vec<Option<bool>> = events.iter().map(|event| event.external).collect();
    assert_eq!(external, [Some(false), None, Some(false), Some(false), Some(false), Some(false)]);
    assert!(!events.is_sorted_by_key(|event| event.creation_date.clone()));
    let mut in_order = events.clone();
    in_order.sort_by_key(|event| event.creation_date.clone());
    assert_eq!(in_order[0].kind.as_deref(), Some("LOCATE_TRANSACTION"));
    assert!(events[3].message.as_deref().is_some_and(|message| message.starts_with(", RDR")));
}

/// Seed 004:1939, 2089, 2133: the issuer's words and the platform's, in one list.
#[test]
fn h21_words_that_no_list_holds_are_read_and_written_back() {
    let facts = json!({
        "events": [{"type": "Reminder"}], "postings": [{"postingTypeReference": "Processing View"}],
        "messages": [{"type": "PRE_ARBITRATION", "status": "LATE"}]
    });
    let folder = with_facts(facts.clone());
    let written = written_back::<RetrieveDispute>(&json!({"data": folder}).to_string());
    for list in ["events", "postings", "messages"] {
        assert_eq!(written[list], facts[list]);
    }
    assert_eq!(read(json!({"statusCode": "REOPENED"})).status_code, Some(DisputeStatus::Unknown("REOPENED".into())));
}

/// Seed 004:2202; three digits in public.
#[test]
fn h22_a_merchants_country_is_text_of_any_form() {
    assert_eq!(documented().card_acceptor_country.as_deref(), Some("BRAZIL"));
    assert_eq!(read(json!({"cardAcceptorCountry": "076"})).card_acceptor_country.as_deref(), Some("076"));
}

/// Seed 004:2004; which scenario needs what is public.
#[test]
fn h34_a_chargeback_states_a_scenario_or_a_reason_code() {
    let mastercard = GenerateChargeback {
        dispute_folder_reference: "D-M-6500-1234-1".into(),
        chargeback_type: ChargebackType::Partial,
        chargeback_amount: Some(Amount { value: Some(500), exponent: Some(2), iso_code: Some("EUR".into()) }),
        chargeback_scenario: None,
        reason_code: Some("4837".into()),
        chargeback_document: None,
        duplicated_transaction_identifier: None,
    };
    assert_eq!(
        sent(&mastercard).1,
        Some(json!({
            "chargebackType": "PARTIAL", "reasonCode": "4837",
            "chargebackAmount": {"value": 500, "exponent": 2, "isoCode": "EUR"}
        }))
    );
    assert!(
        ChargebackScenario::EcommerceFraud.needs_document() && ChargebackScenario::NonReceiptOfCash.needs_document()
    );
    assert!(!ChargebackScenario::DuplicateProcessing.needs_document());
}

/// Seed 004:1968-1990: the parts come back without a status, so that only their number tells.
#[test]
fn h35_the_parts_of_a_new_folder_can_be_counted() {
    let made = answered::<CreateDispute>(&sample("issuing-v2/createDispute.response.json"));
    let counts = (
        made.dispute_postings.map(|parts| parts.rows.len()),
        made.dispute_events.map(|parts| parts.rows.len()),
        made.dispute_documents.map(|parts| parts.rows.len()),
    );
    assert_eq!(counts, (Some(1), Some(1), Some(1)));
    let without_parts = answered::<CreateDispute>(r#"{"data": {"disputeFolderIdentifier": null}}"#);
    assert_eq!(without_parts, CreatedDispute::default());
}

fn documented() -> Dispute {
    answered::<RetrieveDispute>(&sample("issuing-v2/retrieveDispute.response.json"))
}

/// The printed folder with other facts.
fn read(facts: Value) -> Dispute {
    answered::<RetrieveDispute>(&json!({"data": with_facts(facts)}).to_string())
}

fn with_facts(facts: Value) -> Value {
    let mut folder = json(&sample("issuing-v2/retrieveDispute.response.json"))["data"].clone();
    for (name, value) in facts.as_object().expect("facts") {
        folder[name] = value.clone();
    }
    folder
}

fn chargeback_document() -> String {
    let printed = json(&sample("issuing-v2/generateChargeback.request.json"));
    printed["chargebackDocument"]["data"].as_str().expect("base64").to_owned()
}
