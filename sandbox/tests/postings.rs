//! What is posted by hand shows everywhere, is posted once, and can be taken back.

mod common;

use axum::http::{HeaderValue, StatusCode};
use common::{Gateway, gateway, issuing_request, with};
use contract::CalendarDate;
use sandbox::Settings;
use serde_json::{Value, json};

fn fee(reference: &str, value: i64) -> Value {
    json!({
        "description": "Card replacement", "externalOperationReference": reference,
        "externalOperationDate": "2025-07-15T10:00:00.000Z", "externalOperationServicePoster": "PORTAL",
        "feeType": "MANUAL_FEE", "adjustment": false, "referenceAmount": { "value": value, "exponent": 2, "isoCode": "EUR" },
    })
}

fn reversal(of: &str, reference: &str) -> Value {
    json!({
        "reversalReason": "REVERSAL_ON_DEMAND", "externalMatchingOperationReference": of,
        "externalMatchingOperationDate": "2025-07-15T10:00:00.000Z",
        "externalMatchingOperationServicePoster": "PORTAL", "externalOperationReference": reference,
        "externalOperationDate": "2025-07-15T10:05:00.000Z", "externalOperationServicePoster": "PORTAL",
    })
}

async fn send(gateway: &Gateway, path: &str, body: Value, correlation: u32) -> (StatusCode, Value) {
    let mut request = issuing_request("POST", path, body);
    let id = format!("00000000-0000-4000-8000-{correlation:012}");
    request.headers_mut().insert("wl-correlation-id", HeaderValue::from_str(&id).expect("a header"));
    let answer = gateway.send(request).await;
    (answer.status, answer.json())
}

async fn value(gateway: &Gateway, path: &str, name: &str) -> i64 {
    gateway.data(path).await[name]["value"].as_i64().expect("stated")
}

#[tokio::test]
async fn a_fee_shows_in_the_operations_the_balance_and_the_open_cycle() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let balance = format!("{account}/balance");
    let (owed, left) =
        (value(&gateway, &balance, "accountBalance").await, value(&gateway, &balance, "openToBuy").await);
    let (status, answer) = send(&gateway, &format!("{account}/post-fee-operation"), fee("F1", 1_500), 1).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let id = answer["data"]["operationIdentifier"]["operationId"].as_str().expect("stated").to_owned();

    assert_eq!(value(&gateway, &balance, "accountBalance").await, owed + 1_500);
    assert_eq!(value(&gateway, &balance, "openToBuy").await, left - 1_500);
    assert_eq!(value(&gateway, &format!("{account}/statements/next"), "cycleBalance").await, owed + 1_500);
    let shown = gateway.data(&format!("{account}/operations/{id}")).await;
    assert_eq!((&shown["operationKind"], &shown["feeType"]), (&json!("FEE"), &json!("MANUAL_FEE")));
    assert_eq!(shown["username"], "Robin Keller");
    for path in ["statements/next/operations", "operations?startTime=2025-07-15T00:00:00Z&endTime=2025-07-16T00:00:00Z"]
    {
        let listed = gateway.data(&format!("{account}/{path}")).await;
        let ids =
            listed.as_array().expect("a list").iter().filter(|row| row["operationIdentifier"]["operationId"] == *id);
        assert_eq!(ids.count(), 1, "{path}");
    }
    let inquiry = json!({
        "externalOperationReference": "F1", "externalOperationDate": "2025-07-15T10:00:00.000Z",
        "externalOperationServicePoster": "PORTAL",
    });
    let (status, found) = send(&gateway, &format!("{account}/inquire-operation"), inquiry.clone(), 2).await;
    assert_eq!((status, &found["data"]["operationIdentifier"]["operationId"]), (StatusCode::OK, &json!(id)));
    let mut other = inquiry;
    other["externalOperationServicePoster"] = json!("SOMEBODY");
    assert_eq!(send(&gateway, &format!("{account}/inquire-operation"), other, 3).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_fee_is_in_the_next_statement_once_its_cycle_has_closed() {
    let path = std::env::temp_dir().join(format!("sandbox-fee-{}.json", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let on = |day| Settings {
        customers: 0,
        state: Some(path.clone()),
        today: CalendarDate::new(2025, 7, day),
        ..Settings::default()
    };
    let before = with(on(10));
    let account = before.path("two-years").await;
    send(&before, &format!("{account}/post-fee-operation"), fee("F2", 4_321), 1).await;

    let after = with(on(16));
    let last = after.data(&format!("{account}/statements/last/operations")).await;
    let fees = last.as_array().expect("a list").iter().filter(|row| row["externalOperationReference"] == "F2");
    assert_eq!(fees.count(), 1);
    after.post("/sandbox/reset").await;
    assert_eq!(with(on(16)).account("two-years@sandbox.example").await["byHand"], json!([]));
    std::fs::remove_file(path).expect("removed");
}

#[tokio::test]
async fn the_same_correlation_id_posts_once_and_the_same_triplet_is_refused() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let path = format!("{account}/post-fee-operation");
    let (_, first) = send(&gateway, &path, fee("F1", 1_500), 1).await;
    let (status, again) = send(&gateway, &path, fee("F1", 1_500), 1).await;
    assert_eq!((status, &again["data"]), (StatusCode::OK, &first["data"]));
    assert_eq!(send(&gateway, &path, fee("F1", 1_500), 2).await.0, StatusCode::BAD_REQUEST);
    let by_hand = gateway.account("two-years@sandbox.example").await["byHand"].clone();
    assert_eq!(by_hand.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_fee_is_taken_back_in_part_and_in_full_and_not_twice() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let owed = value(&gateway, &format!("{account}/balance"), "accountBalance").await;
    send(&gateway, &format!("{account}/post-fee-operation"), fee("F1", 1_500), 1).await;
    let path = format!("{account}/reverse-fee-operation");
    let mut part = reversal("F1", "R1");
    part["referenceAmount"] = json!({ "value": -500, "exponent": 2, "isoCode": "EUR" });
    assert_eq!(send(&gateway, &path, part, 2).await.0, StatusCode::OK);
    assert_eq!(value(&gateway, &format!("{account}/balance"), "accountBalance").await, owed + 1_000);
    for wrong in [-1_001, 500] {
        let mut too_much = reversal("F1", "R2");
        too_much["referenceAmount"] = json!({ "value": wrong, "exponent": 2, "isoCode": "EUR" });
        assert_eq!(send(&gateway, &path, too_much, 3).await.0, StatusCode::BAD_REQUEST, "{wrong}");
    }
    let (status, first) = send(&gateway, &path, reversal("F1", "R3"), 4).await;
    assert_eq!(status, StatusCode::OK);
    let (status, again) = send(&gateway, &path, reversal("F1", "R3"), 4).await;
    assert_eq!((status, &again["data"]), (StatusCode::OK, &first["data"]), "the answer is given again");
    assert_eq!(value(&gateway, &format!("{account}/balance"), "accountBalance").await, owed);
    assert_eq!(send(&gateway, &path, reversal("F1", "R4"), 5).await.0, StatusCode::BAD_REQUEST);
    assert_eq!(send(&gateway, &path, reversal("F9", "R5"), 6).await.0, StatusCode::BAD_REQUEST, "no such fee");
}

#[tokio::test]
async fn a_fee_that_the_platform_made_is_taken_back_too() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let listed = gateway.data(&format!("{account}/statements/last/operations")).await;
    let mut fees = listed.as_array().expect("a list").iter().filter(|row| row["operationKind"] == "FEE");
    let fee = fees.next_back().expect("a statement by post costs a fee");
    let mut body = reversal(fee["externalOperationReference"].as_str().expect("stated"), "R1");
    body["externalMatchingOperationDate"] = fee["externalOperationDate"].clone();
    body["externalMatchingOperationServicePoster"] = fee["externalOperationServicePoster"].clone();
    let (status, answer) = send(&gateway, &format!("{account}/reverse-fee-operation"), body, 1).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
}

#[tokio::test]
async fn a_wrong_fee_is_refused_with_400_and_changes_nothing() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let with = |name: &str, value: Value| {
        let mut body = fee("F1", 1_500);
        body[name] = value;
        body
    };
    for body in [
        with("referenceAmount", json!({ "value": 1_500, "exponent": 0, "isoCode": "JPY" })),
        with("referenceAmount", json!({ "value": 0, "exponent": 2, "isoCode": "EUR" })),
        with("feeType", json!("FUN_FEE")),
        with("adjustment", json!(true)),
        with("adjustment", json!("false")),
        with("adjustment", Value::Null),
        with("adjustmentReason ", json!("INVALID_OPERATION")),
        with("externalOperationReference", json!("")),
        with("externalOperationServicePoster", json!(" ")),
        with("colour", json!("red")),
        with("externalOperationDate", Value::Null),
    ] {
        let (status, answer) = send(&gateway, &format!("{account}/post-fee-operation"), body.clone(), 1).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
        assert_eq!(answer["responseMetadata"]["statusCode"], 400);
    }
    assert_eq!(gateway.account("two-years@sandbox.example").await["byHand"], json!([]));
    let nowhere = send(&gateway, "/accounts/12340000000000000000/post-fee-operation", fee("F1", 1_500), 1).await;
    assert_eq!(nowhere.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_fee_that_does_not_say_whether_it_is_an_adjustment_is_refused() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let mut body = fee("F1", 1_500);
    body.as_object_mut().expect("an object").remove("adjustment");
    let (status, answer) = send(&gateway, &format!("{account}/post-fee-operation"), body.clone(), 1).await;
    assert_eq!(status, StatusCode::BAD_REQUEST, "{answer}");
    body["adjustment"] = json!(true);
    body["adjustmentReason "] = json!("INVALID_OPERATION");
    assert_eq!(send(&gateway, &format!("{account}/post-fee-operation"), body, 1).await.0, StatusCode::OK);
}

#[tokio::test]
async fn three_facts_name_one_operation_among_all_accounts() {
    let gateway = gateway();
    let [one, other] = [gateway.path("two-years").await, gateway.path("balance-fails").await];
    assert_eq!(send(&gateway, &format!("{one}/post-fee-operation"), fee("F1", 1_500), 1).await.0, StatusCode::OK);
    let again = send(&gateway, &format!("{other}/post-fee-operation"), fee("F1", 1_500), 2).await;
    assert_eq!(again.0, StatusCode::BAD_REQUEST, "{}", again.1);
    let abroad = send(&gateway, &format!("{other}/reverse-fee-operation"), reversal("F1", "R1"), 3).await;
    assert_eq!(abroad.0, StatusCode::BAD_REQUEST, "another account's fee is not found on this one: {}", abroad.1);
}

#[tokio::test]
async fn the_reversal_of_a_fee_names_its_type_where_the_issuer_asks_for_it_and_nowhere_else() {
    for asked in [false, true] {
        let gateway = with(Settings {
            customers: 50,
            today: CalendarDate::new(2025, 7, 15),
            reversal_fee_type: asked,
            ..Settings::default()
        });
        assert_eq!(gateway.get("/config.json").await.json()["postings"]["reversalFeeType"], asked);
        let account = gateway.path("two-years").await;
        send(&gateway, &format!("{account}/post-fee-operation"), fee("F1", 1_500), 1).await;
        let path = format!("{account}/reverse-fee-operation");
        let with_type = |word: &str| {
            let mut body = reversal("F1", "R1");
            body["feeType"] = json!(word);
            body
        };
        let (right, wrong) = if asked {
            (with_type("MANUAL_FEE"), vec![reversal("F1", "R1"), with_type("EVENT_FEE"), with_type("")])
        } else {
            (reversal("F1", "R1"), vec![with_type("MANUAL_FEE")])
        };
        for (place, body) in wrong.into_iter().enumerate() {
            let (status, answer) = send(&gateway, &path, body, 2 + place as u32).await;
            assert_eq!(status, StatusCode::BAD_REQUEST, "asked {asked}: {answer}");
        }
        assert_eq!(send(&gateway, &path, right, 9).await.0, StatusCode::OK, "asked {asked}");
    }
}

#[tokio::test]
async fn interest_says_its_way_in_a_word_that_agrees_with_its_sign_and_may_count_later() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let path = format!("{account}/post-interest-operation");
    let interest = |word: &str, value: i64| {
        json!({
            "externalOperationReference": "I1", "externalOperationDate": "2025-07-15T10:00:00.000Z",
            "externalOperationServicePoster": "PORTAL", "interestType": word,
            "referenceAmount": { "value": value, "exponent": 2, "isoCode": "EUR" },
            "valueDate": "2025-07-31T22:00:00Z",
        })
    };
    for (word, value) in [("DEBIT", -120), ("CREDIT", 120), ("BOTH", -120), ("", 120)] {
        let (status, answer) = send(&gateway, &path, interest(word, value), 1).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{word} {value}: {answer}");
    }
    let (status, answer) = send(&gateway, &path, interest("CREDIT", -120), 1).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let id = answer["data"]["operationIdentifier"]["operationId"].as_str().expect("stated").to_owned();
    let shown = gateway.data(&format!("{account}/operations/{id}")).await;
    let counts_from = contract::Instant::parse(shown["valueDate"].as_str().expect("stated")).expect("an instant");
    assert_eq!(counts_from.to_seconds_and_z(), "2025-07-31T22:00:00Z");
}

#[tokio::test]
async fn an_adjustment_of_the_balance_is_no_bonus_that_could_be_taken_back() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    send(&gateway, &format!("{account}/post-fee-operation"), fee("F1", 1_500), 1).await;
    let mut body = reversal("F1", "R1");
    body.as_object_mut().expect("an object").remove("reversalReason");
    for path in ["reverse-bonus-operation", "reverse-interest-operation"] {
        let (status, answer) = send(&gateway, &format!("{account}/{path}"), body.clone(), 2).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{path}: {answer}");
    }
}
