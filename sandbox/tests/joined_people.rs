//! One person, two systems.

mod common;

use axum::http::StatusCode;
use common::gateway;
use serde_json::{Value, json};

#[tokio::test]
async fn a_wallets_customer_id_is_the_issuers_external_reference() {
    let gateway = gateway();
    let wallet = gateway.look_up(json!({ "email": "two-years@sandbox.example" })).await.found().remove(0);
    let customer_id = wallet["customerId"].as_str().expect("stated");
    let found = gateway.data("/customers?lastName=tementful&partialSearch=true").await;
    let tilda = &found[0];
    assert_eq!(tilda["customerIdentifier"]["issuerCustomerExternalReference"], customer_id);
    let by_external = gateway.data(&format!("/customers/{customer_id}")).await;
    assert_eq!(&by_external, tilda);
    assert_eq!((&tilda["firstName"], &tilda["lastName"]), (&json!("Tilda"), &json!("Statementful")));
}

#[tokio::test]
async fn some_people_have_only_one_half() {
    let gateway = gateway();
    let wallet = gateway.look_up(json!({ "email": "wallet-only@sandbox.example" })).await.found().remove(0);
    let customer_id = wallet["customerId"].as_str().expect("stated");
    let answer = gateway.issuing("GET", &format!("/customers/{customer_id}"), Value::Null).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(gateway.data("/customers?lastName=Halfwallet").await, json!([]));

    assert_eq!(gateway.look_up(json!({ "lastName": "Halfaccount" })).await.found().len(), 0);
    let found = gateway.data("/customers?lastName=Halfaccount").await;
    let reference = found[0]["customerIdentifier"]["customerReference"].as_str().expect("stated");
    assert_eq!(gateway.data(&format!("/customers/{reference}/accounts")).await.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn several_accounts_are_listed_with_their_kind_and_their_place() {
    let gateway = gateway();
    let account = gateway.account("several-accounts@sandbox.example").await;
    let customer = account["customerReference"].as_str().expect("stated");
    let accounts = gateway.data(&format!("/customers/{customer}/accounts")).await;
    let of = |name: &str| {
        accounts.as_array().expect("a list").iter().map(|account| account[name].clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("contractType"), ["CONSUMER", "CONSUMER", "CONSUMER", "CORPORATE"]);
    assert_eq!(of("workingMode"), ["PAY_LATER", "PAY_LATER", "PAY_NOW", "PAY_LATER"]);
    assert_eq!(of("root"), [true, false, true, true]);
    let contracts = gateway.data(&format!("/customers/{customer}/contracts")).await;
    assert_eq!(contracts.as_array().map(Vec::len), Some(3));
    let cards = gateway.data(&format!("/customers/{customer}/card-contracts?embed=cardIdentifiers")).await;
    assert!(cards[0]["cardIdentifiers"][0]["cardReference"].is_string());
    let business = accounts[3]["accountIdentifier"]["accountReference"].as_str().expect("stated");
    let company =
        gateway.data(&format!("/accounts/{business}/corporate-contract?embed=corporateEmployeeAccounts")).await;
    assert_eq!(company["corporateEmployeeAccounts"].as_array().map(Vec::len), Some(1));
    let debit = accounts[2]["accountIdentifier"]["accountReference"].as_str().expect("stated");
    assert_eq!(gateway.data(&format!("/accounts/{debit}/statements")).await, json!([]));
    assert!(gateway.data(&format!("/accounts/{debit}/balance")).await.get("openToBuy").is_none());
    let limit = gateway.issuing("GET", &format!("/accounts/{debit}/credit-limit"), Value::Null).await;
    assert_eq!(limit.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_customer_is_found_by_e_mail_and_telephone_too() {
    let gateway = gateway();
    let found = gateway.data("/customers?emailAddress.email=two-years%40sandbox.example").await;
    assert_eq!(found[0]["lastName"], "Statementful");
    let found = gateway.data("/customers?phone.localPhoneNumber=5085550142").await;
    assert_eq!(found.as_array().map(Vec::len), Some(2), "Maria and Miguel");
    assert_eq!(gateway.data("/customers?emailAddress.email=wallet-only%40sandbox.example").await, json!([]));
    let found = gateway.data("/customers?postalAddress.townName=Worcester&lastName=Statementful").await;
    assert_eq!(found.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_search_in_part_finds_what_a_whole_search_does_not() {
    let gateway = gateway();
    assert_eq!(gateway.data("/customers?lastName=matis").await, json!([]));
    assert_eq!(gateway.data("/customers?lastName=matis&partialSearch=true").await.as_array().map(Vec::len), Some(1));
    let nothing = gateway.issuing("GET", "/customers?partialSearch=true", Value::Null).await;
    assert_eq!(nothing.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn somebody_else_does_something_behind_the_reps_back() {
    let gateway = gateway();
    let account = gateway.path("fee-forbidden").await;
    let fee = json!({
        "externalOperationReference": "X1", "externalOperationDate": "2025-07-15T10:00:00.000Z",
        "externalOperationServicePoster": "BACKOFFICE", "feeType": "MANUAL_FEE", "adjustment": false,
        "referenceAmount": { "value": 900, "exponent": 2, "isoCode": "EUR" },
    });
    assert_eq!(
        gateway.issuing("POST", &format!("{account}/post-fee-operation"), fee.clone()).await.status,
        StatusCode::FORBIDDEN
    );
    let path = format!("/sandbox/call?operation=postFeeOperation&path={account}/post-fee-operation&as=Kim");
    let request = axum::http::Request::post(path).body(axum::body::Body::from(fee.to_string())).expect("a request");
    assert_eq!(gateway.send(request).await.status, StatusCode::OK);
    let by_hand = gateway.account("fee-forbidden@sandbox.example").await["byHand"].clone();
    assert_eq!(by_hand[0]["value"], 900);
}
