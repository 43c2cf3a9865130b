//! Operations are listed by period and page, found across accounts, and opened one by one; so are authorizations.

mod common;

use axum::http::StatusCode;
use common::{gateway, issuing_request};
use serde_json::{Value, json};

const ALWAYS: &str = "startTime=2022-01-01T00:00:00Z&endTime=2025-12-31T00:00:00Z";

fn rows(data: &Value) -> &Vec<Value> {
    data.as_array().expect("a list")
}

#[tokio::test]
async fn more_than_ten_thousand_operations_come_page_by_page() {
    let gateway = gateway();
    let account = gateway.path("many-operations").await;
    let mut seen = std::collections::HashSet::new();
    for row in gateway.whole(&format!("{account}/operations?{ALWAYS}")).await {
        assert!(seen.insert(row["operationIdentifier"]["operationId"].as_str().expect("stated").to_owned()));
    }
    assert!(seen.len() > 10_000, "{}", seen.len());
}

#[tokio::test]
async fn a_page_holds_a_hundred_rows_whatever_is_asked_and_links_to_the_one_behind_it() {
    let gateway = gateway();
    let account = gateway.path("many-operations").await;
    let page = async |path: &str| {
        let answer = gateway.issuing("GET", path, Value::Null).await.json();
        (rows(&answer["data"]).len(), answer["responseMetadata"]["links"].clone())
    };
    for offset in ["", "&offset=100", "&offset=1000"] {
        let address = format!("{account}/operations?{ALWAYS}{offset}");
        let (held, links) = page(&address).await;
        assert_eq!(held, 100, "{offset}");
        assert_eq!(links["self"], format!("/api/v2/issuers/1234{address}"));
        let next = links["next"].as_str().and_then(|link| link.strip_prefix("/api/v2/issuers/1234")).expect("a link");
        assert!(next.ends_with("&page=1"), "{next}");
        assert_eq!(page(next).await.0, 100);
    }
    let (held, links) = page(&format!("{account}/authorizations?{ALWAYS}&offset=500")).await;
    assert!(held == 100 && links["next"].is_string(), "{held} {links}");
    let (held, links) = page(&format!("{account}/operations?{ALWAYS}&page=5000")).await;
    assert!(held == 0 && links["next"].is_null() && links["self"].is_string(), "{links}");
    let none = gateway.issuing("GET", &format!("{account}/operations?{ALWAYS}&offset=0"), Value::Null).await;
    assert_eq!(none.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn every_listed_operation_can_be_opened_and_says_the_same() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let listed = gateway.data(&format!("{account}/operations?{ALWAYS}&sort=desc&offset=60")).await;
    for row in rows(&listed) {
        let id = row["operationIdentifier"]["operationId"].as_str().expect("stated");
        let full = gateway.data(&format!("{account}/operations/{id}?embed=parentOperation")).await;
        for (name, value) in row.as_object().expect("an object") {
            assert_eq!(&full[name], value, "{name} of {id}");
        }
        assert_eq!(full["status"], "PROCESSED");
        if full["feeType"] == "MARKUP_FEE" {
            assert_eq!(full["parentOperation"]["operationKind"], "TRN");
        }
    }
    let dates: Vec<_> = rows(&listed).iter().map(|row| row["postingDate"].as_str().expect("stated")).collect();
    assert!(dates.windows(2).all(|pair| pair[0] >= pair[1]), "newest first");
}

#[tokio::test]
async fn the_hierarchy_is_listed_when_it_is_asked_for_and_the_account_above_pays() {
    let gateway = gateway();
    let account = gateway.path("several-accounts").await;
    let alone = gateway.whole(&format!("{account}/operations?{ALWAYS}")).await;
    let all = Value::from(gateway.whole(&format!("{account}/operations?{ALWAYS}&allAccountHierarchy=true")).await);
    assert!(rows(&all).len() > alone.len());
    let accounts: std::collections::HashSet<_> =
        rows(&all).iter().map(|row| row["postingAccountIdentifier"]["accountReference"].to_string()).collect();
    assert_eq!(accounts.len(), 2);
    let transfers: i64 = rows(&all)
        .iter()
        .filter(|row| row["operationKind"] == "BAL")
        .map(|row| row["referenceAmount"]["value"].as_i64().expect("stated"))
        .sum();
    assert_eq!(transfers, 0, "what the account below hands up arrives above");
}

#[tokio::test]
async fn yen_have_no_decimals_and_the_account_is_charged_in_euro() {
    let gateway = gateway();
    let account = gateway.path("japan").await;
    let listed = gateway.data(&format!("{account}/operations?{ALWAYS}&offset=50")).await;
    let purchases: Vec<_> = rows(&listed).iter().filter(|row| row["operationKind"] == "TRN").collect();
    assert!(purchases.iter().all(|row| row["transactionAmount"]["isoCode"] == "JPY"));
    assert!(purchases.iter().all(|row| row["transactionAmount"]["exponent"] == 0));
    assert!(purchases.iter().all(|row| row["referenceAmount"]["isoCode"] == "EUR"));
}

#[tokio::test]
async fn every_operation_of_the_scheme_was_authorized_and_declines_say_why() {
    let gateway = gateway();
    let account = gateway.path("declined").await;
    let period = "startTime=2025-01-01T00:00:00Z&endTime=2025-07-15T00:00:00Z";
    let authorizations = gateway.data(&format!("{account}/authorizations?{period}&offset=100")).await;
    let declined: Vec<_> = rows(&authorizations).iter().filter(|row| row["declined"] == true).collect();
    assert!(declined.iter().any(|row| row["declineReason"] == "OverCreditLimit"), "{declined:?}");
    for row in rows(&authorizations) {
        let id = row["authorizationIdentifier"]["transactionId"].as_str().expect("stated");
        assert_eq!(id.len(), 18);
        let full = gateway.data(&format!("{account}/authorizations/{id}?{period}")).await;
        assert_eq!(full["declineReason"], row["declineReason"]);
        let case = row["authorizationBusinessCaseIdentifier"]["businessCaseId"].as_str().expect("stated");
        let case = gateway.data(&format!("{account}/authorization-business-cases/{case}?{period}")).await;
        assert_eq!(case["firstAuthorizationIdentifier"]["transactionId"], id);
    }
    let approvals: std::collections::HashSet<_> =
        rows(&authorizations).iter().map(|row| row["approvalCode"].clone()).collect();
    let posted = "startTime=2025-06-01T00:00:00Z&endTime=2025-07-01T00:00:00Z";
    let operations = gateway.data(&format!("{account}/operations?{posted}&offset=1000")).await;
    for row in rows(&operations).iter().filter(|row| row["operationCode"] == "NORMAL_PURCHASE") {
        assert!(approvals.contains(&row["approvalCode"]), "{row}");
    }
}

#[tokio::test]
async fn a_search_keeps_the_rules_of_the_guide() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let reference = account.trim_start_matches("/accounts/");
    let search = async |body: Value, query: &str| {
        let mut request = issuing_request("POST", "", body);
        *request.uri_mut() = format!("/api/v2/search-operations{query}").parse().expect("an address");
        gateway.send(request).await
    };
    let of_account = json!({ "accountReference": reference });
    let (from, to) = ("2024-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z");
    for lacking in [
        json!({ "postingDateFrom": from, "postingDateTo": to }),
        json!({ "postingAccountIdentifier": of_account }),
        json!({ "postingAccountIdentifier": of_account, "postingDateFrom": from }),
        json!({
            "postingAccountIdentifier": of_account, "postingDateFrom": from, "postingDateTo": to,
            "transactionDateFrom": from, "transactionDateTo": to,
        }),
    ] {
        assert_eq!(search(lacking.clone(), "").await.status, StatusCode::BAD_REQUEST, "{lacking}");
    }
    let body = json!({
        "postingAccountIdentifier": of_account, "postingDateFrom": from, "postingDateTo": to,
        "cardAcceptorName": "FRISCHE%", "operationKinds": ["TRN"],
    });
    let found = search(body.clone(), "").await.json()["data"].clone();
    assert!(rows(&found).len() > 1 && rows(&found).len() <= 10, "{found}");
    assert!(rows(&found).iter().all(|row| row["cardAcceptorName"] == "FRISCHEMARKT NORD"));
    let page = search(body, "?page=0&offset=1").await.json()["data"].clone();
    assert_eq!(rows(&page), &rows(&found)[..1]);
    let id = found[0]["operationIdentifier"].clone();
    let named = search(json!({ "operationIdentifier": id }), "").await.json()["data"].clone();
    assert_eq!(rows(&named).len(), 1);
}

#[tokio::test]
async fn an_unknown_account_is_not_found_and_another_issuer_neither() {
    let gateway = gateway();
    for path in ["/accounts/1/balance", "/accounts/12340000000000000001/statements", "/customers/CUS1"] {
        assert_eq!(gateway.issuing("GET", path, Value::Null).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let account = gateway.path("two-years").await;
    let mut request = issuing_request("GET", &format!("{account}/balance"), Value::Null);
    *request.uri_mut() = format!("/api/v2/issuers/99{account}/balance").parse().expect("an address");
    assert_eq!(gateway.send(request).await.status, StatusCode::NOT_FOUND);
}

/// Public: `embed=authorization` for lists and details, `embed=parentOperation` for details.
#[tokio::test]
async fn what_comes_only_with_embed_comes_only_with_it() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let list = format!("{account}/operations?startTime=2025-05-01T00:00:00Z&endTime=2025-07-16T00:00:00Z");
    let data = gateway.data(&list).await;
    assert!(rows(&data).iter().all(|row| row["authorization"].is_null()));
    let data = gateway.data(&format!("{list}&embed=authorization")).await;
    let approved: Vec<_> =
        rows(&data).iter().filter(|row| row["authorization"]["transactionDate"].is_string()).collect();
    assert!(!approved.is_empty());
    let id = approved[0]["operationIdentifier"]["operationId"].as_str().expect("stated");
    let one = format!("{account}/operations/{id}");
    assert!(gateway.data(&one).await["authorization"].is_null());
    let with = gateway.data(&format!("{one}?embed=authorization")).await;
    assert_eq!(with["authorization"], approved[0]["authorization"]);
}

/// Public: rates, parts and triggers stand in the details alone; the scheme's identifier in the list, too.
#[tokio::test]
async fn one_operation_in_full_says_how_its_amount_came_about() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let data = gateway
        .data(&format!("{account}/operations?startTime=2023-01-01T00:00:00Z&endTime=2025-07-16T00:00:00Z"))
        .await;
    let id = |row: &Value| row["operationIdentifier"]["operationId"].as_str().expect("stated").to_owned();
    let foreign = rows(&data).iter().find(|row| row["transactionAmount"]["isoCode"] == "USD").expect("a use abroad");
    assert!(foreign["schemeTransactionIdentifier"].as_str().is_some_and(|id| id.len() == 15));
    assert!(foreign["overallExhangeRate"].is_null());
    let full = gateway.data(&format!("{account}/operations/{}", id(foreign))).await;
    assert_eq!((&full["overallExhangeRate"], &full["dccIndicator"]), (&json!(0.925), &json!(" ")));
    let fee = rows(&data).iter().find(|row| row["feeType"] == "MARKUP_FEE").expect("its fee");
    let full = gateway.data(&format!("{account}/operations/{}", id(fee))).await;
    assert_eq!(full["detailedFeeAmounts"][0]["percentage"], "1.99");
    let payment = rows(&data).iter().find(|row| row["operationKind"] == "PAY").expect("a payment");
    let full = gateway.data(&format!("{account}/operations/{}", id(payment))).await;
    assert_eq!((&full["paymentTrigger"], &full["automaticPayment"]), (&json!("CYCLIC"), &json!(true)));
}

/// Public: a business case says how much is held back, a reservation until when.
#[tokio::test]
async fn what_is_held_back_says_until_when() {
    let gateway = gateway();
    let mut found = 0;
    for address in ["two-years", "many-operations", "declined", "japan"] {
        let account = gateway.path(address).await;
        let reserves = gateway.data(&format!("{account}/reserves")).await;
        for reserve in rows(&reserves) {
            found += 1;
            let case = reserve["businessCaseIdentifier"]["businessCaseId"].as_str().expect("stated");
            let period = "startTime=2025-06-01T00:00:00Z&endTime=2025-08-01T00:00:00Z";
            let case = gateway.data(&format!("{account}/authorization-business-cases/{case}?{period}")).await;
            assert_eq!(case["accountReserveStatus"], "Active");
            assert_eq!(case["accountReserveBillingAmount"], reserve["reserveBillingAmount"]);
            assert!(reserve["expiryTime"].as_str().expect("stated") > "2025-07-15");
        }
    }
    assert!(found > 0);
}
