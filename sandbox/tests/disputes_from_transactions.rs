//! A newer platform makes disputes from transactions and finds a folder by the issuer's own reference; each platform refuses
//! the other's way (public).

mod common;

use axum::http::{HeaderValue, StatusCode};
use common::{Gateway, gateway, issuing_request, with};
use contract::CalendarDate;
use sandbox::{DisputesFrom, Settings};
use serde_json::{Value, json};

const PERIOD: &str = "startTime=2025-05-01T00:00:00Z&endTime=2025-07-16T00:00:00Z";

fn newer() -> Gateway {
    with(Settings {
        customers: 50,
        today: CalendarDate::new(2025, 7, 15),
        disputes: DisputesFrom::Transactions,
        ..Settings::default()
    })
}

/// The newest use of a card: its external reference, and the transaction that its business case names.
async fn use_of_card(gateway: &Gateway, address: &str) -> (String, String) {
    let account = gateway.path(address).await;
    let listed = gateway.data(&format!("{account}/operations?{PERIOD}&sort=desc")).await;
    let is_use = |row: &&Value| row["operationKind"] == "TRN" && row["operationCode"] != "REFUND_PURCHASE";
    let found = listed.as_array().expect("a list").iter().find(is_use).expect("one").clone();
    let id = found["operationIdentifier"]["operationId"].as_str().expect("stated");
    let operation = gateway.data(&format!("{account}/operations/{id}")).await;
    let case = operation["authorizationBusinessCaseIdentifier"]["businessCaseId"].as_str().expect("stated");
    let case = gateway.data(&format!("{account}/authorization-business-cases/{case}?{PERIOD}")).await;
    let transaction = case["lastAuthorizationIdentifier"]["transactionId"].as_str().expect("stated").to_owned();
    (found["externalOperationReference"].as_str().expect("stated").to_owned(), transaction)
}

async fn send(gateway: &Gateway, path: &str, body: Value, correlation: u32) -> (StatusCode, Value) {
    let mut request = issuing_request("POST", path, body);
    let id = format!("00000000-0000-4000-8000-{correlation:012}");
    request.headers_mut().insert("wl-correlation-id", HeaderValue::from_str(&id).expect("a header"));
    let answer = gateway.send(request).await;
    (answer.status, answer.json())
}

#[tokio::test]
async fn a_dispute_is_made_once_for_each_correlation_id_and_found_by_transaction_and_by_our_reference() {
    let gateway = newer();
    let (_, transaction) = use_of_card(&gateway, "disputes").await;
    let path = format!("/transactions/{transaction}/dispute");
    assert_eq!(gateway.issuing("GET", &path, Value::Null).await.status, StatusCode::NOT_FOUND, "not disputed yet");
    let body = json!({
        "disputeReason": "UNKNOWN_CARD", "issuerDisputeExternalReference": "45f014d5",
        "disputeEvents": [{ "type": "Comment", "message": "Cardholder phone call" }],
    });
    let (status, made) = send(&gateway, &path, body.clone(), 1).await;
    assert_eq!(status, StatusCode::OK, "{made}");
    let (status, again) = send(&gateway, &path, body.clone(), 1).await;
    assert_eq!((status, &again["data"]), (StatusCode::OK, &made["data"]), "answered again, and not made again");
    assert_eq!(send(&gateway, &path, body, 2).await.0, StatusCode::BAD_REQUEST, "another intent is another dispute");

    let folder = made["data"]["disputeFolderIdentifier"]["disputeFolderReference"].clone();
    for path in [path.as_str(), "/disputes/external-disputes/45f014d5"] {
        let read = gateway.data(&format!("{path}?embed=events")).await;
        assert_eq!(read["disputeFolderIdentifier"]["disputeFolderReference"], folder, "{path}");
        assert_eq!(read["events"][0]["message"], "Cardholder phone call");
        assert_eq!(gateway.data(path).await["events"], Value::Null, "only what was asked for");
    }
    let by_our_reference = gateway.issuing("GET", "/disputes/45f014d5", Value::Null).await;
    assert_eq!(by_our_reference.status, StatusCode::NOT_FOUND, "a folder's own path takes the platform's reference");
}

#[tokio::test]
async fn each_platform_refuses_the_way_of_the_other() {
    let (guides, newer) = (gateway(), newer());
    let (reference, transaction) = use_of_card(&guides, "disputes").await;
    let body = json!({ "disputeReason": "UNKNOWN_CARD", "issuerDisputeExternalReference": "R-1" });
    let by_operation = (format!("/operations/{reference}/disputes"), format!("/operations/{reference}/dispute"));
    let by_transaction = format!("/transactions/{transaction}/dispute");
    for (gateway, make, read) in
        [(&newer, &by_operation.0, &by_operation.1), (&guides, &by_transaction, &by_transaction)]
    {
        assert_eq!(send(gateway, make, body.clone(), 1).await.0, StatusCode::NOT_FOUND, "{make}");
        assert_eq!(gateway.issuing("GET", read, Value::Null).await.status, StatusCode::NOT_FOUND, "{read}");
    }
    assert_eq!(send(&guides, &by_operation.0, body.clone(), 1).await.0, StatusCode::OK);
    let own = guides.issuing("GET", "/disputes/external-disputes/R-1", Value::Null).await;
    assert_eq!(own.status, StatusCode::NOT_FOUND, "the guides know no such path");
    assert_eq!(send(&newer, &by_transaction, body, 1).await.0, StatusCode::OK);
}

#[tokio::test]
async fn the_portal_is_told_which_way_it_is() {
    for (gateway, expected) in [(gateway(), "operation"), (newer(), "transaction")] {
        assert_eq!(gateway.get("/config.json").await.json()["disputes"]["createdBy"], expected);
    }
}
