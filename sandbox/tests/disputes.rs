//! Dispute folders: made and read as the guide prints them, in step with the account, and refused as documented.

mod common;

use axum::http::{HeaderValue, StatusCode};
use common::{Gateway, gateway, issuing_request};
use serde_json::{Value, json};

const PDF: &str = "JVBERi0xLjcKJeA9eHJlZgo0OTEwOQolJUVPRgo=";
const PNG: &str = "iVBORw0KGgoAAAANSUhEUg==";

async fn send(gateway: &Gateway, path: &str, body: Value, correlation: u32) -> (StatusCode, Value) {
    let mut request = issuing_request("POST", path, body);
    let id = format!("00000000-0000-4000-8000-{correlation:012}");
    request.headers_mut().insert("wl-correlation-id", HeaderValue::from_str(&id).expect("a header"));
    let answer = gateway.send(request).await;
    (answer.status, answer.json())
}

fn said((status, answer): &(StatusCode, Value)) -> (u16, String) {
    (status.as_u16(), answer["responseMetadata"]["statusMessage"].as_str().unwrap_or_default().to_owned())
}

/// The folders of a known customer, as they really are.
async fn folders(gateway: &Gateway, address: &str) -> Vec<Value> {
    let account = gateway.account(&format!("{address}@sandbox.example")).await;
    account["disputes"].as_array().expect("a list").clone()
}

async fn folder(gateway: &Gateway, address: &str, reason: &str) -> String {
    let folders = folders(gateway, address).await;
    let found = folders.iter().find(|folder| folder["reason"] == reason).expect("a folder");
    let reference = &found["disputeFolderIdentifier"]["disputeFolderReference"];
    format!("/disputes/{}", reference.as_str().expect("stated"))
}

/// The newest use of a card on somebody's account: its number and its external reference.
async fn use_of_card(gateway: &Gateway, address: &str) -> (Value, String) {
    let account = gateway.path(address).await;
    let path = format!("{account}/operations?startTime=2025-01-01T00:00:00Z&endTime=2025-07-16T00:00:00Z&sort=desc");
    let listed = gateway.data(&path).await;
    let operation =
        listed.as_array().expect("a list").iter().find(|row| row["operationKind"] == "TRN").expect("one").clone();
    let reference = operation["externalOperationReference"].as_str().expect("stated").to_owned();
    (operation, reference)
}

fn euros(value: i64) -> Value {
    json!({ "value": value, "exponent": 2, "isoCode": "EUR" })
}

#[tokio::test]
async fn the_guides_folder_is_answered_word_for_word() {
    let gateway = gateway();
    let printed: Value =
        serde_json::from_str(include_str!("../../contract/samples/issuing-v2/retrieveDispute.response.json"))
            .expect("JSON");
    let read = gateway.data("/disputes/D-V-1234-2319-19?embed=events&embed=postings&embed=messages").await;
    assert_eq!(read, printed["data"]);
    let facts = gateway.data("/disputes/D-V-1234-2319-19").await;
    assert_eq!((&facts["events"], &facts["messages"]), (&Value::Null, &Value::Null), "only what was asked for");
    let listed = gateway.data("/cards/2000000000252082/disputes").await;
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn the_guides_dispute_is_made_and_shows_wherever_it_should() {
    let gateway = gateway();
    let sample = include_str!("../../contract/samples/issuing-v2/createDispute.request.json");
    let path = "/operations/10000000000264015/disputes";
    assert_eq!(gateway.issuing("GET", "/operations/10000000000264015/dispute", Value::Null).await.status, 404);
    let request: Value = serde_json::from_str(&sample.replace("{{$randomUUID}}", "45f014d5")).expect("JSON");
    let (status, answer) = send(&gateway, path, request.clone(), 1).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let identifier = &answer["data"]["disputeFolderIdentifier"];
    assert_eq!(identifier["issuerDisputeExternalReference"], "45f014d5");
    assert!(identifier["disputeFolderReference"].as_str().is_some_and(|name| name.starts_with("D-V-1234-5196-")));
    for (list, key, value) in [
        ("disputePostings", "postingTypeReference", "ISSUER_ACCOUNT"),
        ("disputeEvents", "type", "Comment"),
        ("disputeDocuments", "fileName", "test1.pdf"),
    ] {
        assert_eq!(answer["data"][list][0][key], value);
    }

    let folder = gateway
        .data("/operations/10000000000264015/dispute?embed=events&embed=postings&embed=documents&embed=messages")
        .await;
    assert_eq!((&folder["outstandingBalance"], &folder["issuerAccountingBalance"]), (&euros(0), &euros(7625)));
    assert_eq!(folder["documents"][0]["data"], PDF);
    assert_eq!(folder["reason"], "COUNTERFEIT_CARD");
    let account = gateway.account("dispute-guide@sandbox.example").await;
    let written_off = account["byHand"].as_array().expect("a list").iter().find(|row| row["kind"] == "WRITE_OFF");
    assert_eq!(written_off.expect("booked at once")["value"], -7625);
    let account = gateway.path("dispute-guide").await;
    let operation = gateway.data(&format!("{account}/operations/1000000000354761")).await;
    assert_eq!((&operation["disputed"], &operation["disputeFolderIdentifier"]), (&json!(true), identifier));

    assert_eq!(
        said(&send(&gateway, path, request, 2).await),
        (400, "Bad request: the operation is in dispute already".into())
    );
}

#[tokio::test]
async fn a_reference_is_used_once_for_all_of_the_issuer() {
    let gateway = gateway();
    let (_, one) = use_of_card(&gateway, "disputes").await;
    let (_, other) = use_of_card(&gateway, "dispute-lost").await;
    let request = json!({ "disputeReason": "UNKNOWN_CARD", "issuerDisputeExternalReference": "R1" });
    assert_eq!(send(&gateway, &format!("/operations/{one}/disputes"), request.clone(), 1).await.0, StatusCode::OK);
    let refused = send(&gateway, &format!("/operations/{other}/disputes"), request, 2).await;
    assert_eq!(said(&refused), (400, "Bad request: issuerDisputeExternalReference was used before".into()));
    let long = json!({ "issuerDisputeExternalReference": "x".repeat(51) });
    assert_eq!(send(&gateway, &format!("/operations/{other}/disputes"), long, 3).await.0, StatusCode::BAD_REQUEST);
    let anything = json!({ "disputeReason": "UNKNOWN_CARD" });
    let nowhere = send(&gateway, "/operations/10000000000999999/disputes", anything, 4).await;
    assert_eq!(nowhere.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_refund_goes_back_to_the_account_and_counts_in_its_balance() {
    let gateway = gateway();
    let account = gateway.path("disputes").await;
    let balance = format!("{account}/balance");
    let owed = gateway.data(&balance).await["accountBalance"]["value"].as_i64().expect("stated");
    let (operation, reference) = use_of_card(&gateway, "disputes").await;
    let request = json!({ "disputeReason": "UNKNOWN_CARD", "refundRedebitIndicator": "FULL" });
    assert_eq!(send(&gateway, &format!("/operations/{reference}/disputes"), request, 1).await.0, StatusCode::OK);
    let amount = operation["referenceAmount"]["value"].as_i64().expect("stated");
    assert_eq!(gateway.data(&balance).await["accountBalance"]["value"], owed - amount);
}

#[tokio::test]
async fn what_is_added_is_done_once_for_each_correlation_id() {
    let gateway = gateway();
    let path = folder(&gateway, "dispute-states", "COUNTERFEIT_CARD").await;
    let posting = json!({ "postingAmount": euros(100), "postingTypeReference": "ISSUER_ACCOUNT" });
    for correlation in [1, 1, 2] {
        assert_eq!(send(&gateway, &format!("{path}/postings"), posting.clone(), correlation).await.0, StatusCode::OK);
    }
    let event = json!({ "type": "Comment", "message": "Called back" });
    let document = json!({ "data": PDF, "type": "application/pdf", "fileName": "a.pdf" });
    for correlation in [3, 3] {
        assert_eq!(send(&gateway, &format!("{path}/events"), event.clone(), correlation).await.0, StatusCode::OK);
        assert_eq!(
            send(&gateway, &format!("{path}/documents"), document.clone(), correlation + 1).await.0,
            StatusCode::OK
        );
    }
    let read = gateway.data(&format!("{path}?embed=events&embed=postings&embed=documents&embed=messages")).await;
    let count = |list: &str| read[list].as_array().map_or(0, Vec::len);
    // One of each was there before: what the platform wrote, the caller's call, the caller's letter.
    assert_eq!((count("postings"), count("events"), count("documents")), (3, 2, 2));
    assert_eq!(read["issuerAccountingBalance"], euros(200));
}

#[tokio::test]
async fn a_document_of_another_type_than_stated_is_refused() {
    let gateway = gateway();
    let path = folder(&gateway, "dispute-states", "COUNTERFEIT_CARD").await;
    for (data, kind, name) in [
        (PNG, "image/jpeg", "doc.jpeg"),
        (PDF, "image/jpeg", "doc.jpeg"),
        ("", "application/pdf", "a.pdf"),
        ("UEsDBAo=", "application/zip", "a.zip"),
        (PDF, "application/pdf", ""),
    ] {
        let body = json!({ "data": data, "type": kind, "fileName": name });
        let refused = send(&gateway, &format!("{path}/documents"), body, 1).await;
        assert_eq!(refused.0, StatusCode::BAD_REQUEST, "{name} {kind} {data}: {refused:?}");
    }
    let long = format!("JVBERi0x{}", "AAAA".repeat(10 * 1024 * 1024 / 3 + 10));
    let body = json!({ "data": long, "type": "application/pdf", "fileName": "a.pdf" });
    assert_eq!(send(&gateway, &format!("{path}/documents"), body, 1).await.0, StatusCode::BAD_REQUEST);
    let longest = format!("JVBERi0x{}", "AAAA".repeat(10 * 1024 * 1024 / 3 - 2));
    let body = json!({ "data": longest, "type": "application/pdf", "fileName": "a.pdf" });
    assert_eq!(send(&gateway, &format!("{path}/documents"), body, 1).await.0, StatusCode::OK, "10 MB are taken");
}

#[tokio::test]
async fn each_scheme_wants_its_own_explanation_and_what_belongs_to_it() {
    let gateway = gateway();
    let visa = folder(&gateway, "dispute-scenarios", "BLOCKED_CARD").await;
    let mastercard = folder(&gateway, "dispute-mastercard", "BLOCKED_CARD").await;
    assert!(mastercard.starts_with("/disputes/D-M-"));
    let document = json!({ "data": PDF, "type": "application/pdf", "fileName": "doc.pdf" });
    let refused = [
        (&visa, json!({ "chargebackType": "FULL" })),
        (&visa, json!({ "chargebackType": "FULL", "chargebackScenario": "VISECOMFRAUD" })),
        (&visa, json!({ "chargebackType": "FULL", "chargebackScenario": "VISNOCASH" })),
        (&visa, json!({ "chargebackType": "FULL", "chargebackScenario": "VISDUPLIC" })),
        (&visa, json!({ "chargebackType": "FULL", "reasonCode": "4837" })),
        (
            &visa,
            json!({ "chargebackType": "PARTIAL", "chargebackScenario": "VISECOMFRAUD", "chargebackDocument": document }),
        ),
        (&mastercard, json!({ "chargebackType": "FULL" })),
        (&mastercard, json!({ "chargebackType": "FULL", "reasonCode": "fraud" })),
        (&mastercard, json!({ "chargebackType": "FULL", "chargebackScenario": "VISDUPLIC" })),
    ];
    for (path, body) in refused {
        let answer = send(&gateway, &format!("{path}/generate-chargeback"), body.clone(), 1).await;
        assert_eq!(answer.0, StatusCode::BAD_REQUEST, "{body}: {answer:?}");
    }
    let png: Value =
        serde_json::from_str(include_str!("../../contract/samples/issuing-v2/generateChargeback.request.json"))
            .expect("JSON");
    let answer = send(&gateway, &format!("{visa}/generate-chargeback"), png, 1).await;
    assert_eq!(answer.0, StatusCode::BAD_REQUEST, "the guide's own document is a PNG that calls itself JPEG");

    let body =
        json!({ "chargebackType": "FULL", "chargebackScenario": "VISECOMFRAUD", "chargebackDocument": document });
    let (status, answer) = send(&gateway, &format!("{visa}/generate-chargeback"), body.clone(), 1).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    assert!(answer["data"]["creationDate"].as_str().is_some_and(|date| date.ends_with("+0100")));
    let read = gateway.data(&format!("{visa}?embed=events&embed=messages&embed=documents")).await;
    assert_eq!(read["messages"][1]["amount"], json!({}), "for the whole the amount is not stated");
    assert_eq!(read["messages"][1]["schemeCaseId"], answer["data"]["schemeCaseId"]);
    assert_eq!(read["lastMessageType"], "FIRSTCHARGEBACK");
    assert_eq!(
        send(&gateway, &format!("{visa}/generate-chargeback"), body, 2).await.0,
        StatusCode::BAD_REQUEST,
        "once"
    );
}

#[tokio::test]
async fn a_folder_that_is_not_open_takes_nothing() {
    let gateway = gateway();
    let path = folder(&gateway, "dispute-states", "HIGH_AMOUNT").await;
    let event = json!({ "type": "Comment", "message": "x" });
    assert_eq!(send(&gateway, &format!("{path}/events"), event, 1).await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn words_that_the_issuer_does_not_have_are_refused() {
    let gateway = gateway();
    let path = folder(&gateway, "dispute-states", "COUNTERFEIT_CARD").await;
    for (to, body) in [
        ("events", json!({ "type": "DISPUTE_INITIATE" })),
        ("postings", json!({ "postingAmount": euros(1), "postingTypeReference": "Processing View" })),
        ("postings", json!({ "postingAmount": {}, "postingTypeReference": "ISSUER_ACCOUNT" })),
        (
            "postings",
            json!({ "postingAmount": { "value": 1, "exponent": 0, "isoCode": "JPY" }, "postingTypeReference": "ISSUER_ACCOUNT" }),
        ),
    ] {
        assert_eq!(send(&gateway, &format!("{path}/{to}"), body.clone(), 1).await.0, StatusCode::BAD_REQUEST, "{body}");
    }
}

#[tokio::test]
async fn a_card_without_a_folder_is_an_empty_list_and_no_card_is_404() {
    let gateway = gateway();
    let (operation, _) = use_of_card(&gateway, "disputes").await;
    let card = operation["cardIdentifier"]["cardReference"].as_str().expect("stated").to_owned();
    assert_eq!(gateway.data(&format!("/cards/{card}/disputes")).await, json!([]));
    let nobodys = gateway.issuing("GET", "/cards/2000000000999999/disputes", Value::Null).await;
    assert_eq!(nobodys.status, StatusCode::NOT_FOUND);
}

/// Public: the scheme's own identifier of the transaction that is right; nothing else of an operation names it to Visa.
#[tokio::test]
async fn a_duplicate_names_another_transaction_of_the_account_by_the_schemes_identifier() {
    let gateway = gateway();
    let path = folder(&gateway, "dispute-scenarios", "DUPLICATE_TRANSACTION").await;
    let (operation, reference) = use_of_card(&gateway, "dispute-scenarios").await;
    let identifier = operation["schemeTransactionIdentifier"].as_str().expect("stated");
    let id = operation["operationIdentifier"]["operationId"].as_str().expect("stated");
    let charge = |other: &str| json!({ "chargebackType": "FULL", "chargebackScenario": "VISDUPLIC", "duplicatedTransactionIdentifier": other });
    for wrong in [id, reference.as_str(), "10000000000264015"] {
        let refused = send(&gateway, &format!("{path}/generate-chargeback"), charge(wrong), 1).await;
        assert_eq!(refused.0, StatusCode::BAD_REQUEST, "{wrong}");
    }
    let done = send(&gateway, &format!("{path}/generate-chargeback"), charge(identifier), 1).await;
    assert_eq!(done.0, StatusCode::OK, "{done:?}");
}
