//! What an account may spend follows from its limits, its overrides and nothing else, and what is wrong is refused.

mod common;

use std::sync::atomic::{AtomicU32, Ordering};

use axum::http::{HeaderValue, StatusCode};
use common::{Gateway, gateway, issuing_request};
use serde_json::{Value, json};

fn euros(value: i64) -> Value {
    json!({ "value": value, "exponent": 2, "isoCode": "EUR" })
}

fn temporary(value: i64, start: &str, end: &str) -> Value {
    json!({ "temporaryCreditLimitAmount": euros(value), "activationStartTime": start, "activationEndTime": end })
}

/// Each under a correlation id of its own.
async fn send(gateway: &Gateway, method: &str, path: &str, body: Value) -> (StatusCode, Value) {
    static SENT: AtomicU32 = AtomicU32::new(0);
    send_as(gateway, SENT.fetch_add(1, Ordering::Relaxed), method, path, body).await
}

async fn send_as(gateway: &Gateway, id: u32, method: &str, path: &str, body: Value) -> (StatusCode, Value) {
    let mut request = issuing_request(method, path, body);
    let id = HeaderValue::from_str(&format!("00000000-0000-4000-8000-{id:012}")).expect("a header");
    request.headers_mut().insert("wl-correlation-id", id);
    let answer = gateway.send(request).await;
    (answer.status, answer.json())
}

/// An override of a maximum amount, with its check and its priority.
fn up_to(value: i64, priority: i64) -> Value {
    json!({ "maximumAmount": euros(value), "maximumAmountCheck": true, "priority": priority })
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
    refused(&gateway, "POST", &path, endless).await;

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
    let (_, first) = send(&gateway, "POST", &overrides, up_to(0, 0)).await;
    assert_eq!(most().await, Some(0));
    let clash = refused(&gateway, "POST", &overrides, up_to(7, 0)).await;
    assert!(clash.contains("priority"), "{clash}");
    let (status, second) = send(&gateway, "POST", &overrides, up_to(7, 2)).await;
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
    let half = refused(&gateway, "PUT", &one, json!({ "maximumAmount": null })).await;
    assert!(half.contains("exactly where maximumAmountCheck is true"), "{half}");
    send(&gateway, "PUT", &one, json!({ "maximumAmount": null, "maximumAmountCheck": null })).await;
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
    let body = |start: &str, end: &str, priority: i64| {
        let mut body = up_to(1, priority);
        body["activationStartTime"] = start.into();
        body["activationEndTime"] = end.into();
        body
    };
    send(&gateway, "POST", &overrides, body("2025-07-16T00:00:00Z", "2025-07-17T00:00:00Z", 1)).await;
    assert_eq!(gateway.data(&limit).await["maximumAmountOrigin"], "Default");
    let backwards = body("2025-07-16T00:00:00Z", "2025-07-15T00:00:00Z", 2);
    assert!(refused(&gateway, "POST", &overrides, backwards).await.contains("later"));
    let apart = body("2025-07-18T00:00:00Z", "2025-07-19T00:00:00Z", 1);
    let clash = refused(&gateway, "POST", &overrides, apart).await;
    assert!(clash.contains("priority"), "whenever they count: {clash}");
    let apart = body("2025-07-18T00:00:00Z", "2025-07-19T00:00:00Z", 2);
    assert_eq!(send(&gateway, "POST", &overrides, apart).await.0, StatusCode::OK);
    let rows = async |query: &str| gateway.data(&format!("{overrides}{query}")).await.as_array().map(Vec::len);
    assert_eq!((rows("").await, rows("?all=true").await), (Some(0), Some(2)), "neither counts now");
}

/// Public: the priority is required, and a bound is given exactly where its check is true.
#[tokio::test]
async fn an_override_of_a_limit_states_its_priority_and_the_check_of_each_bound() {
    let gateway = gateway();
    let account = gateway.path("limits").await;
    let overrides = format!("{account}/{ECOM}/velocity-limit-overrides");
    let printed = json!({ "maximumAmount": euros(0) });
    assert!(refused(&gateway, "POST", &overrides, printed).await.contains("priority is needed"));
    for wrong in [
        json!({ "maximumAmount": euros(0), "priority": 1 }),
        json!({ "maximumAmount": euros(0), "maximumAmountCheck": false, "priority": 1 }),
        json!({ "maximumAmountCheck": true, "priority": 1 }),
        json!({ "maximumCount": 5, "priority": 1 }),
        json!({ "minimumAmount": euros(-1), "priority": 1 }),
    ] {
        let said = refused(&gateway, "POST", &overrides, wrong).await;
        assert!(said.contains("is given exactly where"), "{said}");
    }
    let off = json!({ "maximumAmountCheck": false, "maximumCount": 5, "maximumCountCheck": true, "priority": 1 });
    assert_eq!(send(&gateway, "POST", &overrides, off).await.0, StatusCode::OK);
}

/// Seed 004:2588-2625 and 2632: what is used up, and the override in force, stand in the single read alone.
#[tokio::test]
async fn the_counters_of_a_velocity_limit_are_in_its_single_read_alone() {
    let gateway = gateway();
    let account = gateway.path("limits-override").await;
    let listed = gateway.data(&format!("{account}/velocity-limits")).await;
    let printed = std::fs::read_to_string(format!(
        "{}/../contract/samples/issuing-v2/listVelocityLimits.response.json",
        env!("CARGO_MANIFEST_DIR")
    ));
    let printed: Value = serde_json::from_str(&printed.expect("a sample")).expect("JSON");
    let known = |name: &String| printed[name] != Value::Null || name.starts_with("maximumCount");
    for limit in listed.as_array().expect("a list") {
        let unknown: Vec<_> = limit.as_object().expect("an object").keys().filter(|name| !known(name)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
    let one = gateway.data(&format!("{account}/{ECOM}")).await;
    assert_eq!((&one["amount"], &one["count"]), (&euros(0), &json!(0)));
    assert_eq!(one["velocityLimitOverrideReference"], "planted-e-commerce");
}

/// A reference of another limit's override is nothing below this one.
#[tokio::test]
async fn an_override_is_found_below_what_it_overrides_alone() {
    let gateway = gateway();
    let account = gateway.path("limits-override").await;
    let foreign = format!("{account}/velocity-limits/VELOCITY_LIMIT_POS/velocity-limit-overrides/planted-e-commerce");
    for (method, body) in [("GET", Value::Null), ("PUT", json!({ "priority": 5 })), ("DELETE", Value::Null)] {
        assert_eq!(send(&gateway, method, &foreign, body).await.0, StatusCode::NOT_FOUND, "{method}");
    }
    let history = format!("{foreign}/history");
    assert_eq!(send(&gateway, "GET", &history, Value::Null).await.0, StatusCode::NOT_FOUND);
    let account = gateway.path("restriction-override").await;
    let foreign = format!(
        "{account}/authorization-restrictions/RESTRICTION_ATM_OFF/authorization-restriction-overrides/planted-e-commerce-off"
    );
    for (method, body) in [("GET", Value::Null), ("PUT", json!({ "priority": 5 })), ("DELETE", Value::Null)] {
        assert_eq!(send(&gateway, method, &foreign, body).await.0, StatusCode::NOT_FOUND, "{method}");
    }
}

/// Public.
#[tokio::test]
async fn who_changed_an_override_is_told_newest_first_even_after_it_was_ended() {
    let gateway = gateway();
    let account = gateway.path("limits").await;
    let overrides = format!("{account}/{ECOM}/velocity-limit-overrides");
    let (_, made) = send(&gateway, "POST", &overrides, up_to(7, 3)).await;
    let one = format!("{overrides}/{}", made["data"]["velocityLimitOverrideReference"].as_str().expect("stated"));
    send(&gateway, "PUT", &one, json!({ "maximumAmount": euros(8) })).await;
    send(&gateway, "DELETE", &one, Value::Null).await;
    let changes = gateway.data(&format!("{one}/history")).await;
    let told = |change: &Value| change["changeType"].as_str().map(str::to_owned);
    let kinds: Vec<_> = changes.as_array().expect("a list").iter().filter_map(told).collect();
    assert_eq!(kinds, ["Delete", "Update", "Create"]);
    assert!(changes[0]["userReference"].is_string() && changes[0]["requestorReference"].is_string(), "{changes}");

    let overrides =
        format!("{account}/authorization-restrictions/RESTRICTION_ECOM_OFF/authorization-restriction-overrides");
    let (_, made) = send(&gateway, "POST", &overrides, json!({ "conditionCheck": true })).await;
    let reference = made["data"]["authorizationRestrictionOverrideReference"].as_str().expect("stated");
    let held = gateway.data(&format!("{overrides}/{reference}")).await;
    let of = &held["defaultAuthorizationRestrictionReference"]["authorizationRestrictionReference"];
    assert_eq!((of, &held["priority"]), (&json!("RESTRICTION_ECOM_OFF"), &json!("0")), "0 unless given");
    let changes = gateway.data(&format!("{overrides}/{reference}/history")).await;
    assert_eq!((&changes[0]["changeType"], &changes[0]["userReference"]), (&json!("Create"), &Value::Null));
}

/// Public: an overlap is refused, or with `manageOverlap` the newest wins and the dates of the others are adjusted.
#[tokio::test]
async fn an_overlap_is_refused_or_managed_by_the_newest() {
    let gateway = gateway();
    let account = gateway.path("limits").await;
    let path = format!("{account}/temporary-credit-limits");
    let managed = |value: i64, start: &str, end: &str| {
        let mut body = temporary(value, start, end);
        body["manageOverlap"] = json!(true);
        body
    };
    for (value, start, end) in [
        (1, "2025-08-01T00:00:00.000Z", "2025-08-05T00:00:00.000Z"),
        (2, "2025-08-06T00:00:00.000Z", "2025-08-07T00:00:00.000Z"),
        (3, "2025-08-08T00:00:00.000Z", "2025-08-12T00:00:00.000Z"),
    ] {
        assert_eq!(send(&gateway, "POST", &path, temporary(value, start, end)).await.0, StatusCode::OK);
    }
    let over_all = ("2025-08-04T00:00:00.000Z", "2025-08-10T00:00:00.000Z");
    refused(&gateway, "POST", &path, temporary(9, over_all.0, over_all.1)).await;
    assert_eq!(send(&gateway, "POST", &path, managed(9, over_all.0, over_all.1)).await.0, StatusCode::OK);
    let listed = gateway.data(&format!("{path}?all=true")).await;
    let told = |limit: &Value| {
        let day = |name: &str| limit[name].as_str().map(|text| text[8..10].to_owned()).expect("stated");
        (
            limit["temporaryCreditLimitAmount"]["value"].as_i64().expect("stated"),
            day("activationStartTime"),
            day("activationEndTime"),
        )
    };
    let told: Vec<_> = listed.as_array().expect("a list").iter().map(told).collect();
    let span = |value: i64, start: &str, end: &str| (value, start.to_owned(), end.to_owned());
    assert_eq!(told, [span(1, "01", "04"), span(3, "10", "12"), span(9, "04", "10")], "the one within it is ended");
}

/// Public: it is done once for each correlation id.
#[tokio::test]
async fn a_temporary_limit_is_made_once_for_each_correlation_id() {
    let gateway = gateway();
    let path = format!("{}/temporary-credit-limits", gateway.path("limits").await);
    let body = temporary(1, "2025-08-01T00:00:00.000Z", "2025-08-05T00:00:00.000Z");
    let (_, first) = send_as(&gateway, 900_001, "POST", &path, body.clone()).await;
    let (status, again) = send_as(&gateway, 900_001, "POST", &path, body.clone()).await;
    assert_eq!((status, &again["data"]), (StatusCode::OK, &first["data"]), "answered again, and not done again");
    assert_eq!(gateway.data(&format!("{path}?all=true")).await.as_array().map(Vec::len), Some(1));
    assert_eq!(send_as(&gateway, 900_002, "POST", &path, body).await.0, StatusCode::BAD_REQUEST, "another id overlaps");
}

/// Public: a limit of the account on top is one of those below it, too, and the answer names theirs.
#[tokio::test]
async fn a_temporary_limit_of_the_account_on_top_is_made_and_ended_for_those_below_it() {
    let gateway = gateway();
    let person = "limits-above@sandbox.example";
    let top = gateway.path("limits-above").await;
    let below = gateway.get(&format!("/sandbox/account?email={person}&place=1")).await.json();
    let below = format!("/accounts/{}", below["accountReference"].as_str().expect("stated"));
    let limits = async |account: &str| gateway.data(&format!("{account}/temporary-credit-limits")).await;
    let now = temporary(750_000, "2025-07-15T00:00:00.000Z", "2025-07-20T00:00:00.000Z");
    let (_, made) = send(&gateway, "POST", &format!("{top}/temporary-credit-limits"), now).await;
    let data = &made["data"];
    assert_eq!(
        (
            &data["root"],
            format!("/accounts/{}", data["accountIdentifier"]["accountReference"].as_str().expect("stated"))
        ),
        (&json!(true), top.clone())
    );
    let related = &data["relatedTemporaryCreditLimits"][0];
    assert_eq!(
        (&related["root"], related["accountIdentifier"]["accountReference"].as_str()),
        (&json!(false), below.strip_prefix("/accounts/"))
    );
    assert_eq!(limits(&below).await[0]["temporaryCreditLimitIdentifier"], related["temporaryCreditLimitIdentifier"]);
    let reference = data["temporaryCreditLimitIdentifier"]["temporaryCreditLimitReference"].as_str().expect("stated");
    let (_, gone) = send(&gateway, "DELETE", &format!("{top}/temporary-credit-limits/{reference}"), Value::Null).await;
    assert_eq!(gone["data"]["relatedTemporaryCreditLimits"], data["relatedTemporaryCreditLimits"]);
    assert_eq!((limits(&top).await, limits(&below).await), (json!([]), json!([])));
}

#[tokio::test]
async fn since_when_the_credit_limit_counts_is_told_and_follows_a_change() {
    let gateway = gateway();
    let path = format!("{}/credit-limit", gateway.path("limits").await);
    let before = gateway.data(&path).await["startDate"].clone();
    assert!(before.is_string());
    let (_, answer) = send(&gateway, "PUT", &path, json!({ "creditLimitAmount": euros(500_000) })).await;
    assert_eq!(answer["data"]["startDate"], Value::Null, "a change does not answer it");
    assert_ne!(gateway.data(&path).await["startDate"], before);
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
