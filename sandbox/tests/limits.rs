//! What an account may spend follows from its limits, its overrides and nothing else, and what is wrong is refused.

mod common;

use axum::http::StatusCode;
use common::{Gateway, gateway};
use serde_json::{Value, json};

fn euros(value: i64) -> Value {
    json!({ "value": value, "exponent": 2, "isoCode": "EUR" })
}

fn temporary(value: i64, start: &str, end: &str) -> Value {
    json!({ "temporaryCreditLimitAmount": euros(value), "activationStartTime": start, "activationEndTime": end })
}

async fn send(gateway: &Gateway, method: &str, path: &str, body: Value) -> (StatusCode, Value) {
    let answer = gateway.issuing(method, path, body).await;
    (answer.status, answer.json())
}

async fn refused(gateway: &Gateway, method: &str, path: &str, body: Value) -> String {
    let (status, answer) = send(gateway, method, path, body).await;
    assert_eq!(status, StatusCode::BAD_REQUEST, "{answer}");
    answer["responseMetadata"]["statusMessage"].as_str().expect("stated").to_owned()
}

async fn balance(gateway: &Gateway, account: &str) -> (i64, i64) {
    let balance = gateway.data(&format!("{account}/balance")).await;
    let value = |name: &str| balance[name]["value"].as_i64().expect("stated");
    (value("activeCreditLimitAmount"), value("openToBuy"))
}

#[tokio::test]
async fn a_changed_limit_shows_in_the_balance() {
    let gateway = gateway();
    let account = gateway.path("limits").await;
    assert_eq!(balance(&gateway, &account).await, (300_000, 300_000));
    let path = format!("{account}/credit-limit");
    let (status, answer) = send(&gateway, "PUT", &path, json!({ "creditLimitAmount": euros(500_000) })).await;
    assert_eq!((status, &answer["data"]["creditLimitAmount"]), (StatusCode::OK, &euros(500_000)));
    assert_eq!(gateway.data(&path).await["creditLimitAmount"], euros(500_000));
    assert_eq!(balance(&gateway, &account).await, (500_000, 500_000));
    for wrong in [euros(2_000_001), euros(-1), json!({ "value": 1, "exponent": 0, "isoCode": "JPY" })] {
        refused(&gateway, "PUT", &path, json!({ "creditLimitAmount": wrong })).await;
    }
}

#[tokio::test]
async fn a_temporary_limit_counts_from_its_start_up_to_its_end_and_shows_in_the_balance() {
    let gateway = gateway();
    let account = gateway.path("limits").await;
    let path = format!("{account}/temporary-credit-limits");
    let now = temporary(750_000, "2025-07-15T00:00:00.000Z", "2025-07-20T00:00:00.000Z");
    let (status, answer) = send(&gateway, "POST", &path, now).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    assert_eq!(answer["data"]["activationStartTime"], "2025-07-15T00:00:00.000+00:00");
    assert_eq!(balance(&gateway, &account).await, (750_000, 750_000));
    let lower = temporary(10_000, "2025-07-20T00:00:00.000Z", "2025-07-21T00:00:00.000Z");
    assert_eq!(send(&gateway, "POST", &path, lower).await.0, StatusCode::OK, "a neighbour does not overlap");
    assert_eq!(gateway.data(&path).await.as_array().map(Vec::len), Some(1), "those that count");
    assert_eq!(gateway.data(&format!("{path}?all=true")).await.as_array().map(Vec::len), Some(2));

    let overlap = temporary(1, "2025-07-19T23:59:59.000Z", "2025-07-19T23:59:59.500Z");
    assert!(refused(&gateway, "POST", &path, overlap).await.contains("overlaps"));
    let backwards = temporary(1, "2025-08-02T00:00:00.000Z", "2025-08-01T00:00:00.000Z");
    assert!(refused(&gateway, "POST", &path, backwards).await.contains("later"));
    let too_much = temporary(3_000_001, "2025-08-01T00:00:00.000Z", "2025-08-02T00:00:00.000Z");
    assert!(refused(&gateway, "POST", &path, too_much).await.contains("range"));
    let endless = json!({ "temporaryCreditLimitAmount": euros(1) });
    assert!(refused(&gateway, "POST", &path, endless).await.contains("activationEndTime is needed"));

    let reference = &answer["data"]["temporaryCreditLimitIdentifier"]["temporaryCreditLimitReference"];
    let one = format!("{path}/{}", reference.as_str().expect("stated"));
    let (status, ended) = send(&gateway, "DELETE", &one, Value::Null).await;
    assert_eq!(
        (status, &ended["data"]["temporaryCreditLimitIdentifier"]["temporaryCreditLimitReference"]),
        (StatusCode::OK, reference)
    );
    assert_eq!(balance(&gateway, &account).await, (300_000, 300_000));
    assert_eq!(send(&gateway, "DELETE", &one, Value::Null).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_debit_account_has_no_credit_limit() {
    let gateway = gateway();
    let account = gateway.path("debit-only").await;
    assert_eq!(send(&gateway, "GET", &format!("{account}/credit-limit"), Value::Null).await.0, StatusCode::NOT_FOUND);
    let body = temporary(1, "2025-08-01T00:00:00.000Z", "2025-08-02T00:00:00.000Z");
    let path = format!("{account}/temporary-credit-limits");
    assert_eq!(send(&gateway, "POST", &path, body).await.0, StatusCode::NOT_FOUND);
}

const ECOM: &str = "velocity-limits/VELOCITY_LIMIT_ECOM";

#[tokio::test]
async fn the_override_of_the_highest_priority_counts_and_the_product_again_when_all_are_removed() {
    let gateway = gateway();
    let account = gateway.path("limits").await;
    let limit = format!("{account}/{ECOM}");
    let overrides = format!("{limit}/velocity-limit-overrides");
    let most = async || gateway.data(&limit).await["maximumAmount"]["value"].as_i64();
    assert_eq!(most().await, Some(250_000));
    let (_, first) = send(&gateway, "POST", &overrides, json!({ "maximumAmount": euros(0) })).await;
    assert_eq!(most().await, Some(0));
    let clash = refused(&gateway, "POST", &overrides, json!({ "maximumAmount": euros(7) })).await;
    assert!(clash.contains("priority"), "{clash}");
    let (status, second) =
        send(&gateway, "POST", &overrides, json!({ "maximumAmount": euros(7), "priority": 2 })).await;
    assert_eq!(status, StatusCode::OK, "{second}");
    let shown = gateway.data(&limit).await;
    assert_eq!((&shown["maximumAmount"], &shown["maximumAmountOrigin"]), (&euros(7), &json!("Override")));
    assert_eq!(shown["maximumCountCheckOrigin"], "Default");
    let listed = gateway.data(&overrides).await;
    assert_eq!(listed[1]["priority"], "2", "text in an answer");
    for made in [&second, &first] {
        let reference = made["data"]["velocityLimitOverrideReference"].as_str().expect("stated");
        let (status, ended) = send(&gateway, "DELETE", &format!("{overrides}/{reference}"), Value::Null).await;
        assert_eq!((status, &ended["data"]), (StatusCode::OK, &made["data"]));
    }
    let shown = gateway.data(&limit).await;
    assert_eq!((&shown["maximumAmount"], &shown["maximumAmountOrigin"]), (&euros(250_000), &json!("Default")));
}

#[tokio::test]
async fn a_change_of_an_override_touches_what_it_names_and_null_gives_it_back() {
    let gateway = gateway();
    let account = gateway.path("limits-override").await;
    let one = format!("{account}/{ECOM}/velocity-limit-overrides/planted-e-commerce");
    let (status, answer) = send(&gateway, "PUT", &one, json!({ "maximumCount": 2, "maximumCountCheck": true })).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let held = gateway.data(&one).await;
    assert_eq!((&held["maximumAmount"], &held["maximumCount"]), (&euros(100_000), &json!(2)));
    send(&gateway, "PUT", &one, json!({ "maximumAmount": null })).await;
    let limit = gateway.data(&format!("{account}/{ECOM}")).await;
    assert_eq!((&limit["maximumAmount"], &limit["maximumCount"]), (&euros(250_000), &json!(2)));
    assert_eq!((&limit["maximumAmountOrigin"], &limit["maximumCountOrigin"]), (&json!("Default"), &json!("Override")));
}

#[tokio::test]
async fn an_override_counts_only_in_its_time() {
    let gateway = gateway();
    let account = gateway.path("limits").await;
    let limit = format!("{account}/{ECOM}");
    let overrides = format!("{limit}/velocity-limit-overrides");
    let body = |start: &str, end: &str| json!({ "maximumAmount": euros(1), "activationStartTime": start, "activationEndTime": end });
    send(&gateway, "POST", &overrides, body("2025-07-16T00:00:00Z", "2025-07-17T00:00:00Z")).await;
    assert_eq!(gateway.data(&limit).await["maximumAmountOrigin"], "Default");
    let backwards = body("2025-07-16T00:00:00Z", "2025-07-15T00:00:00Z");
    assert!(refused(&gateway, "POST", &overrides, backwards).await.contains("later"));
    let apart = body("2025-07-18T00:00:00Z", "2025-07-19T00:00:00Z");
    assert_eq!(send(&gateway, "POST", &overrides, apart).await.0, StatusCode::OK, "not at the same time");
}

#[tokio::test]
async fn a_restriction_is_blocked_and_allowed_by_overrides() {
    let gateway = gateway();
    let account = gateway.path("limits").await;
    let one = format!("{account}/authorization-restrictions/RESTRICTION_COUNTRIES_OFF");
    let overrides = format!("{one}/authorization-restriction-overrides");
    assert_eq!(gateway.data(&one).await["conditionCheck"], false);
    let block = json!({ "conditionCheck": true, "conditionParameters": ["392", "76"] });
    assert_eq!(send(&gateway, "POST", &overrides, block).await.0, StatusCode::OK);
    let shown = gateway.data(&one).await;
    assert_eq!((&shown["conditionCheck"], &shown["conditionCheckOrigin"]), (&json!(true), &json!("Override")));
    assert_eq!(shown["conditionParameters"], json!(["392", "76"]));
    assert!(refused(&gateway, "POST", &overrides, json!({ "conditionCheck": false })).await.contains("priority"));
    assert!(refused(&gateway, "POST", &overrides, json!({ "conditionParameters": [" 76"] })).await.contains("blank"));
    send(&gateway, "POST", &overrides, json!({ "conditionCheck": false, "priority": 1 })).await;
    assert_eq!(gateway.data(&one).await["conditionCheck"], false);
    let list = gateway.data(&format!("{account}/authorization-restrictions")).await;
    assert_eq!(list.as_array().map(Vec::len), Some(6));
}

#[tokio::test]
async fn an_override_of_a_restriction_is_listed_changed_and_ended() {
    let gateway = gateway();
    let account = gateway.path("restriction-override").await;
    let one = format!("{account}/authorization-restrictions/RESTRICTION_ECOM_OFF");
    let overrides = format!("{one}/authorization-restriction-overrides");
    let planted = format!("{overrides}/planted-e-commerce-off");
    let listed = gateway.data(&overrides).await;
    assert_eq!((&listed[0]["conditionCheck"], &listed[0]["priority"]), (&json!(true), &json!("3")));
    let later = json!({ "conditionCheck": false, "activationStartTime": "2025-07-16T00:00:00Z" });
    let at_once = json!({ "conditionCheck": false, "priority": 3 });
    assert!(refused(&gateway, "POST", &overrides, at_once).await.contains("priority"));
    assert_eq!(send(&gateway, "POST", &overrides, later).await.0, StatusCode::OK);
    let rows = async |query: &str| gateway.data(&format!("{overrides}{query}")).await.as_array().map(Vec::len);
    assert_eq!((rows("").await, rows("?all=true").await), (Some(1), Some(2)), "what counts, and everything");

    let (status, answer) = send(&gateway, "PUT", &planted, json!({ "conditionParameters": ["392"] })).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let shown = gateway.data(&one).await;
    assert_eq!((&shown["conditionCheck"], &shown["conditionParameters"]), (&json!(true), &json!(["392"])));
    assert!(refused(&gateway, "PUT", &planted, json!({ "conditionParameters": ["a,b"] })).await.contains("comma"));
    assert!(refused(&gateway, "PUT", &planted, json!({ "priority": 0 })).await.contains("priority"));
    send(&gateway, "PUT", &planted, json!({ "conditionCheck": null })).await;
    assert_eq!(gateway.data(&one).await["conditionCheckOrigin"], "Default", "null gives it back");

    assert_eq!(send(&gateway, "DELETE", &planted, Value::Null).await.0, StatusCode::OK);
    assert_eq!(gateway.data(&one).await["conditionParameters"], Value::Null);
    assert_eq!((rows("").await, rows("?all=true").await), (Some(0), Some(2)), "what was ended is marked, not lost");
    assert_eq!(send(&gateway, "DELETE", &planted, Value::Null).await.0, StatusCode::NOT_FOUND);
}

/// Thirty-four causes that the answers contain, and seven that they do not.
#[tokio::test]
async fn every_planted_decline_is_the_only_thing_that_the_card_was_asked_for() {
    let gateway = gateway();
    let known = gateway.get("/sandbox/customers").await.json();
    let entries = known.as_array().expect("a list").iter();
    let planted: Vec<_> =
        entries.filter(|entry| entry["search"].as_str().is_some_and(|one| one.starts_with("declined-"))).collect();
    let causes =
        planted.iter().filter(|entry| entry["shows"].as_str().is_some_and(|shows| shows.starts_with("cause: ")));
    assert_eq!((causes.count(), planted.len()), (31, 41));
    for entry in planted {
        let address = entry["search"].as_str().and_then(|email| email.split('@').next()).expect("an address");
        let account = gateway.path(address).await;
        let period = "startTime=2025-07-08T00:00:00Z&endTime=2025-07-16T00:00:00Z";
        let listed = gateway.data(&format!("{account}/authorizations?{period}")).await;
        assert_eq!(listed.as_array().map(Vec::len), Some(1), "{address}");
        assert_eq!(listed[0]["declined"], true, "{address}");
        let id = listed[0]["authorizationIdentifier"]["transactionId"].as_str().expect("stated");
        let detail = gateway.data(&format!("{account}/authorizations/{id}?{period}")).await;
        assert_eq!(detail["declineReason"], listed[0]["declineReason"], "{address}");
        assert!(detail["velocityLimitChecks"].is_array(), "{address}");
    }
}
