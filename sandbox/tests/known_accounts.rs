//! Every known customer whose accounts make trouble shows what the table says. Time is paused.

mod common;

use std::time::Duration;

use common::{Answer, Gateway, gateway};
use serde_json::{Value, json};
use tokio::time::Instant;

const PERIOD: &str = "startTime=2025-06-01T00:00:00Z&endTime=2025-07-15T00:00:00Z";

/// In one word: the HTTP status, or what became of the answer.
fn word(answer: &Answer) -> String {
    match &answer.text {
        None => "broken".into(),
        Some(_) => answer.status.as_u16().to_string(),
    }
}

async fn read(gateway: &Gateway, path: &str) -> String {
    word(&gateway.issuing("GET", path, Value::Null).await)
}

#[rustfmt::skip]
const READS: &[(&str, &str, &[&str])] = &[
    ("balance-fails", "/balance", &["502", "502", "502"]),
    ("statements-fail", "/statements", &["502", "502", "502"]),
    ("statements-fail-twice", "/statements", &["502", "502", "200"]),
    ("statement-fails", "/statements", &["200"]),
    ("operations-fail", "/operations?startTime=2025-06-01T00:00:00Z&endTime=2025-07-15T00:00:00Z", &["502", "502", "502"]),
    ("operations-fail-twice", "/operations?startTime=2025-06-01T00:00:00Z&endTime=2025-07-15T00:00:00Z", &["502", "502", "200"]),
    ("authorizations-fail", "/authorizations?startTime=2025-06-01T00:00:00Z&endTime=2025-07-15T00:00:00Z", &["502", "502"]),
];

#[tokio::test(start_paused = true)]
async fn what_cannot_be_read_fails_as_often_as_the_table_says() {
    let gateway = gateway();
    for (address, path, words) in READS {
        let account = gateway.path(address).await;
        for (place, expected) in words.iter().enumerate() {
            assert_eq!(read(&gateway, &format!("{account}{path}")).await, *expected, "{address}, call {place}");
        }
    }
    for (address, word) in [("accounts-fail", "502"), ("customer-fails", "502")] {
        let account = gateway.account(&format!("{address}@sandbox.example")).await;
        let customer = account["customerReference"].as_str().expect("stated");
        assert_eq!(read(&gateway, &format!("/customers/{customer}/accounts")).await, word, "{address}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_slow_takes_three_seconds() {
    let gateway = gateway();
    for (address, path) in
        [("statements-slow", "/statements".to_owned()), ("operations-slow", format!("/operations?{PERIOD}"))]
    {
        let account = gateway.path(address).await;
        let began = Instant::now();
        assert_eq!(read(&gateway, &format!("{account}{path}")).await, "200");
        assert_eq!(began.elapsed(), Duration::from_secs(3), "{address}");
    }
}

#[tokio::test]
async fn an_unreadable_row_stands_among_readable_ones() {
    let gateway = gateway();
    for (address, path) in [
        ("statements-unreadable-row", "/statements".to_owned()),
        ("operations-unreadable-row", format!("/operations?{PERIOD}")),
    ] {
        let account = gateway.path(address).await;
        let rows = gateway.data(&format!("{account}{path}")).await;
        let rows = rows.as_array().expect("a list");
        assert_eq!(rows.iter().filter(|row| !row.is_object()).count(), 1, "{address}");
        assert!(rows.len() > 1, "{address}");
    }
}

#[tokio::test]
async fn a_careless_gateway_sends_full_card_numbers() {
    let gateway = gateway();
    let account = gateway.path("cards-in-clear").await;
    for path in [
        format!("/operations?{PERIOD}"),
        "/statements/2025-06-14T22:00:00Z/operations".into(),
        format!("/authorizations?{PERIOD}"),
    ] {
        let text = gateway.issuing("GET", &format!("{account}{path}"), Value::Null).await;
        assert!(text.text().contains("\"pan\":\"4546172396081630\""), "{path}");
    }
}

/// What posting a fee twice is answered with, and how many fees there are then.
#[rustfmt::skip]
const FEES: &[(&str, &[&str], usize)] = &[
    ("fee-answer-lost", &["broken"], 1),
    ("fee-answer-lost", &["broken", "400"], 1),
    ("fee-call-lost", &["broken"], 0),
    ("fee-call-lost", &["broken", "200"], 1),
    ("fee-times-out-done", &["504"], 1),
    ("fee-refused", &["400", "400"], 0),
    ("fee-forbidden", &["403", "403"], 0),
    ("fee-slow", &["200"], 1),
];

#[tokio::test(start_paused = true)]
async fn a_fee_goes_wrong_as_the_table_says_and_the_account_shows_how_it_stands() {
    let gateway = gateway();
    for (address, words, posted) in FEES {
        gateway.post("/sandbox/reset").await;
        let account = gateway.path(address).await;
        for (place, expected) in words.iter().enumerate() {
            let fee = json!({
                "externalOperationReference": "F1", "externalOperationDate": "2025-07-15T10:00:00.000Z",
                "externalOperationServicePoster": "PORTAL", "feeType": "MANUAL_FEE", "adjustment": false,
                "referenceAmount": { "value": 1_500, "exponent": 2, "isoCode": "EUR" },
            });
            let mut request = common::issuing_request("POST", &format!("{account}/post-fee-operation"), fee);
            let correlation = format!("00000000-0000-4000-8000-{place:012}");
            request.headers_mut().insert("wl-correlation-id", correlation.parse().expect("a header"));
            assert_eq!(word(&gateway.send(request).await), *expected, "{address}, call {place}");
        }
        let by_hand = gateway.account(&format!("{address}@sandbox.example")).await["byHand"].clone();
        assert_eq!(by_hand.as_array().map(Vec::len), Some(*posted), "{address}");
    }
}

#[tokio::test]
async fn amounts_are_missing_here_and_there() {
    let gateway = gateway();
    let account = gateway.path("amounts-missing").await;
    let statements = gateway.data(&format!("{account}/statements")).await;
    assert_eq!(statements[0]["amountDue"], json!({}));
    assert!(statements[0].get("directDebitAmount").is_none());
    let rows = gateway.data(&format!("{account}/operations?{PERIOD}")).await;
    let rows = rows.as_array().expect("a list");
    assert!(rows.iter().any(|row| row.get("referenceAmount").is_none()));
    assert!(rows.iter().any(|row| row["transactionAmount"] == json!({})));
}

#[tokio::test]
async fn a_reprint_whose_answer_is_lost_is_in_the_history() {
    let gateway = gateway();
    let account = gateway.path("reprint-answer-lost").await;
    let statements = gateway.data(&format!("{account}/statements")).await;
    let closure = statements[0]["cycleClosureDate"].as_str().expect("stated").replace(".000+00:00", "Z");
    let one = format!("{account}/statements/{closure}");
    assert_eq!(word(&gateway.issuing("POST", &format!("{one}/reprint"), Value::Null).await), "broken");
    let history = gateway.data(&format!("{one}?embed=reprintHistory")).await["reprintHistory"].clone();
    assert_eq!(history.as_array().map(Vec::len), Some(1));
}
