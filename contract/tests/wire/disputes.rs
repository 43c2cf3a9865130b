//! Disputes: sent as the guide prints them, and read without a loss.

use contract::{Amount, operations::issuing::disputes::*};
use serde_json::json;

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

const FOLDER: &str = "D-V-1234-2319-19";

#[test]
fn a_dispute_with_all_its_parts_is_made_as_the_guide_prints_it() {
    let dispute = NewDispute {
        dispute_reason: Some("COUNTERFEIT_CARD".into()),
        declare_fraud_indicator: Some(true),
        issuer_dispute_external_reference: Some("{{$randomUUID}}".into()),
        dispute_postings: vec![NewDisputePosting {
            posting_amount: euros(7625),
            posting_type_reference: "ISSUER_ACCOUNT".into(),
            message: Some("Write off".into()),
            immediate_reimbursement: Some(true),
        }],
        dispute_events: vec![NewDisputeEvent { kind: "Comment".into(), message: Some("Cardholder phone call".into()) }],
        dispute_documents: vec![NewDisputeDocument {
            data: pdf(),
            kind: DocumentType::Pdf,
            file_name: "test1.pdf".into(),
            label: Some("test file".into()),
            document_type_id: None,
        }],
        ..NewDispute::default()
    };
    let request = CreateDispute::of("10000000000264015".into(), dispute);
    let (path, body) = sent(&request);
    assert_eq!(path, "/issuers/1234/operations/10000000000264015/disputes");
    assert_eq!(body, Some(json(&sample("issuing-v2/createDispute.request.json"))));
    let printed = sample("issuing-v2/createDispute.response.json");
    assert_eq!(written_back::<CreateDispute>(&printed), json(&printed)["data"]);
}

/// Public: refunds, value date and assignment.
#[test]
fn a_dispute_with_a_partial_refund_states_how_much() {
    let dispute = NewDispute {
        refund_redebit_indicator: Some(RefundRedebit::Partial),
        refund_redebit_amount: Some(euros(1000)),
        auto_assignment_rule: Some("DISPUTE_REASON".into()),
        original_value_date: contract::Instant::parse("2022-11-14T23:00:00Z"),
        ..NewDispute::default()
    };
    let request = CreateDispute::of("1234F123456".into(), dispute);
    assert_eq!(
        sent(&request).1,
        Some(json!({
            "refundRedebitIndicator": "PARTIAL",
            "refundRedebitAmount": {"value": 1000, "exponent": 2, "isoCode": "EUR"},
            "autoAssignmentRule": "DISPUTE_REASON",
            "originalValueDate": "2022-11-14T23:00:00Z"
        }))
    );
}

/// Public: what replaces `createDispute`, with the same body and answer.
#[test]
fn a_dispute_from_a_transaction_has_the_body_and_the_answer_of_one_from_an_operation() {
    let dispute = NewDispute {
        dispute_reason: Some("COUNTERFEIT_CARD".into()),
        issuer_dispute_external_reference: Some("45f014d5".into()),
        refund_redebit_indicator: Some(RefundRedebit::Partial),
        refund_redebit_amount: Some(euros(1000)),
        auto_assignment_rule: Some("DISPUTE_REASON".into()),
        original_value_date: contract::Instant::parse("2022-11-14T23:00:00Z"),
        declare_fraud_indicator: Some(true),
        dispute_events: vec![NewDisputeEvent { kind: "Comment".into(), message: None }],
        dispute_postings: vec![NewDisputePosting { posting_amount: euros(7625), ..Default::default() }],
        dispute_documents: vec![NewDisputeDocument {
            data: pdf(),
            kind: DocumentType::Pdf,
            file_name: "test1.pdf".into(),
            label: None,
            document_type_id: None,
        }],
    };
    let request = CreateDisputeFromTransaction::of("200000000000001234".into(), dispute.clone());
    let (path, body) = sent(&request);
    assert_eq!(path, "/issuers/1234/transactions/200000000000001234/dispute");
    let from_operation = CreateDispute::of("10000000000264015".into(), dispute);
    assert_eq!(body, sent(&from_operation).1);
    let printed = sample("issuing-v2/createDispute.response.json");
    assert_eq!(written_back::<CreateDisputeFromTransaction>(&printed), json(&printed)["data"]);
}

#[test]
fn a_chargeback_is_generated_as_the_guide_prints_it() {
    let printed = json(&sample("issuing-v2/generateChargeback.request.json"));
    let document = &printed["chargebackDocument"];
    let request = GenerateChargeback {
        dispute_folder_reference: "D-V-1234-2306-13".into(),
        chargeback_type: ChargebackType::Full,
        chargeback_amount: None,
        chargeback_scenario: Some(ChargebackScenario::EcommerceFraud),
        reason_code: None,
        chargeback_document: Some(ChargebackDocument {
            data: document["data"].as_str().expect("base64").to_owned().into(),
            kind: DocumentType::Jpeg,
            label: Some("new photo".into()),
            file_name: Some("doc.jpeg".into()),
        }),
        duplicated_transaction_identifier: None,
    };
    let (path, body) = sent(&request);
    assert_eq!((path.as_str(), body), ("/issuers/1234/disputes/D-V-1234-2306-13/generate-chargeback", Some(printed)));
    let answer = sample("issuing-v2/generateChargeback.response.json");
    assert_eq!(written_back::<GenerateChargeback>(&answer), json(&answer)["data"]);
}

#[test]
fn a_folder_is_read_as_the_guide_prints_it() {
    let embed = vec![DisputePart::Events, DisputePart::Postings, DisputePart::Messages];
    let (path, body) = sent(&RetrieveDispute { dispute_folder_reference: FOLDER.into(), embed });
    assert_eq!(path, "/issuers/1234/disputes/D-V-1234-2319-19?embed=events&embed=postings&embed=messages");
    assert_eq!(body, None);
    let printed = sample("issuing-v2/retrieveDispute.response.json");
    assert_eq!(written_back::<RetrieveDispute>(&printed), json(&printed)["data"]);
    let folder = answered::<RetrieveDispute>(&printed);
    assert_eq!(folder.events.map(|events| (events.rows.len(), events.unreadable)), Some((6, 0)));
}

/// Seed 004:2216, 004:2237 describe both with the same contents; the paths are public.
#[test]
fn folders_are_read_by_operation_and_by_card() {
    let by_operation =
        RetrieveDisputeByOperation { external_operation_reference: "10000000000264127".into(), embed: Vec::new() };
    assert_eq!(sent(&by_operation), ("/issuers/1234/operations/10000000000264127/dispute".into(), None));
    let by_card = ListCardDisputes { card_reference: "2000000000252082".into(), embed: vec![DisputePart::Documents] };
    assert_eq!(sent(&by_card), ("/issuers/1234/cards/2000000000252082/disputes?embed=documents".into(), None));

    let by_transaction =
        RetrieveDisputeByTransaction { transaction_id: "200000000000001234".into(), embed: Vec::new() };
    assert_eq!(sent(&by_transaction), ("/issuers/1234/transactions/200000000000001234/dispute".into(), None));
    let own = RetrieveDisputeByExternalReference {
        issuer_dispute_external_reference: "45f014d5".into(),
        embed: vec![DisputePart::Events],
    };
    assert_eq!(sent(&own), ("/issuers/1234/disputes/external-disputes/45f014d5?embed=events".into(), None));

    let printed = sample("issuing-v2/retrieveDispute.response.json");
    let folder = json(&printed)["data"].clone();
    assert_eq!(written_back::<RetrieveDisputeByOperation>(&printed), folder);
    assert_eq!(written_back::<RetrieveDisputeByTransaction>(&printed), folder);
    assert_eq!(written_back::<RetrieveDisputeByExternalReference>(&printed), folder);
    let listed = json!({"data": [folder, folder]}).to_string();
    assert_eq!(written_back::<ListCardDisputes>(&listed), json!([folder, folder]));
}

/// Public: the facts of a folder that the guide does not print.
#[test]
fn a_folder_with_documents_and_newer_facts_is_read_whole() {
    let folder = json!({
        "disputeFolderIdentifier": {"disputeFolderReference": FOLDER},
        "statusCode": "CLOSED", "cardStatus": "BLOCKED",
        "documents": [{
            "data": "JVBERi0xLjcK", "type": "application/pdf", "label": "letter", "fileName": "a.pdf",
            "creationDate": "2022-11-15T18:06:04.097+00:00"
        }],
        "postings": [{"disputeAdjustmentType": "A"}],
        "superFolderReference": "S-1", "transactionCategory": "SALES",
        "transmissionDate": "2022-11-15T00:00:00.000+00:00", "clientOpenDate": "2022-11-15T00:00:00.000+00:00",
        "originalValueDate": "2022-11-15T00:00:00.000+00:00"
    });
    assert_eq!(written_back::<RetrieveDispute>(&json!({"data": folder}).to_string()), folder);
}

/// Seed 004:2197 prints `OPEN`, the public specification says "open, closed".
#[test]
fn where_a_folder_stands_is_read_without_regard_to_case() {
    let read = |word: &str| {
        let folder =
            json!({"data": {"disputeFolderIdentifier": {"disputeFolderReference": FOLDER}, "statusCode": word}});
        answered::<RetrieveDispute>(&folder.to_string()).status_code
    };
    for word in ["OPEN", "open", "Open"] {
        assert_eq!(read(word), Some(DisputeStatus::Open), "{word}");
    }
    assert_eq!(read("closed"), Some(DisputeStatus::Closed));
    assert_eq!(read("parked"), Some(DisputeStatus::Unknown("parked".into())));
}

/// Public: seed 004:2258-2295 only describes these three.
#[test]
fn a_posting_an_event_and_a_document_are_added() {
    let posting = CreateDisputePosting {
        dispute_folder_reference: FOLDER.into(),
        posting_amount: euros(-100),
        posting_type_reference: "Cardholder Account".into(),
        message: Some("Refund".into()),
        immediate_reimbursement: Some(true),
    };
    let (path, body) = sent(&posting);
    assert_eq!(path, "/issuers/1234/disputes/D-V-1234-2319-19/postings");
    assert_eq!(
        body,
        Some(json!({
            "postingAmount": {"value": -100, "exponent": 2, "isoCode": "EUR"},
            "postingTypeReference": "Cardholder Account", "message": "Refund", "immediateReimbursement": true
        }))
    );
    let event = CreateDisputeEvent {
        dispute_folder_reference: FOLDER.into(),
        kind: "Comment".into(),
        message: Some("Called again".into()),
    };
    let (path, body) = sent(&event);
    assert_eq!(path, "/issuers/1234/disputes/D-V-1234-2319-19/events");
    assert_eq!(body, Some(json!({"type": "Comment", "message": "Called again"})));
    let document = AddDisputeDocument {
        dispute_folder_reference: FOLDER.into(),
        data: pdf(),
        kind: DocumentType::Pdf,
        file_name: "test1.pdf".into(),
        label: None,
        document_type_id: None,
    };
    let (path, body) = sent(&document);
    assert_eq!(path, "/issuers/1234/disputes/D-V-1234-2319-19/documents");
    assert_eq!(
        body,
        Some(json!({
            "data": "JVBERi0xLjcKJeA9eHJlZgo0OTEwOQolJUVPRgo=", "type": "application/pdf", "fileName": "test1.pdf"
        }))
    );
}

/// The same answers as the parts of a new folder have (seed 004:1968-1990).
#[test]
fn what_was_added_is_confirmed_with_its_date() {
    let made = json(&sample("issuing-v2/createDispute.response.json"))["data"].clone();
    let part = |list: &str| json!({"data": made[list][0]});
    let [posting, event, document] = ["disputePostings", "disputeEvents", "disputeDocuments"].map(part);
    assert_eq!(written_back::<CreateDisputePosting>(&posting.to_string()), posting["data"]);
    assert_eq!(written_back::<CreateDisputeEvent>(&event.to_string()), event["data"]);
    assert_eq!(written_back::<AddDisputeDocument>(&document.to_string()), document["data"]);
}

fn euros(value: i64) -> Amount {
    Amount { value: Some(value), exponent: Some(2), iso_code: Some("EUR".into()) }
}

fn pdf() -> DocumentData {
    "JVBERi0xLjcKJeA9eHJlZgo0OTEwOQolJUVPRgo=".to_owned().into()
}
