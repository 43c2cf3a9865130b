//! An issuing customer's own facts, contacts and paid services.

mod common;

use axum::http::StatusCode;
use common::{Gateway, gateway};
use serde_json::{Value, json};

async fn customer(gateway: &Gateway, address: &str) -> String {
    let account = gateway.account(&format!("{address}@sandbox.example")).await;
    format!("/customers/{}", account["customerReference"].as_str().expect("stated"))
}

async fn done(gateway: &Gateway, method: &str, path: &str, body: Value) -> Value {
    let answer = gateway.issuing(method, path, body).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {answer:?}");
    answer.json()["data"].clone()
}

async fn status(gateway: &Gateway, method: &str, path: &str, body: Value) -> u16 {
    gateway.issuing(method, path, body).await.status.as_u16()
}

#[tokio::test]
async fn a_partial_change_leaves_what_is_not_sent_and_answers_a_reference_not_to_be_believed() {
    let gateway = gateway();
    let path = customer(&gateway, "two-years").await;
    let before = gateway.data(&path).await;
    let changed =
        done(&gateway, "PATCH", &path, json!({ "lastName": "Newname", "commercialStatus": "Bankruptcy" })).await;
    let after = gateway.data(&path).await;
    assert_eq!((&after["lastName"], &after["firstName"]), (&json!("Newname"), &before["firstName"]));
    assert_eq!(after["commercialStatus"], "Bankruptcy");
    assert_eq!(after["customerIdentifier"], before["customerIdentifier"]);
    let answered = &changed["customerIdentifier"];
    assert_eq!(answered["issuerCustomerExternalReference"], answered["customerReference"]);
    assert_ne!(
        answered["issuerCustomerExternalReference"],
        after["customerIdentifier"]["issuerCustomerExternalReference"]
    );
    assert_eq!(status(&gateway, "PATCH", &path, json!({ "lastName": " " })).await, 400);
    assert_eq!(status(&gateway, "PATCH", "/customers/CUS9", json!({ "lastName": "X" })).await, 404);
}

#[tokio::test]
async fn a_full_change_loses_what_is_not_sent_and_needs_both_names() {
    let gateway = gateway();
    let path = customer(&gateway, "two-years").await;
    assert_eq!(status(&gateway, "PUT", &path, json!({ "lastName": "Newname" })).await, 400);
    done(&gateway, "PUT", &path, json!({ "firstName": "Tilda", "lastName": "Newname" })).await;
    let after = gateway.data(&path).await;
    assert_eq!(after["lastName"], "Newname");
    assert!(after.get("nationality").is_none() && after.get("birthDate").is_none(), "{after}");
}

#[tokio::test]
async fn contacts_are_made_changed_removed_and_replaced_as_a_list() {
    let gateway = gateway();
    let path = customer(&gateway, "two-years").await;
    let list = async || gateway.data(&format!("{path}?embed=contacts")).await["contacts"].clone();
    assert_eq!(status(&gateway, "POST", &format!("{path}/contacts"), json!({ "firstName": "Kim" })).await, 400);
    let made = done(
        &gateway,
        "POST",
        &format!("{path}/contacts"),
        json!({ "name": "Guardian", "type": "Legal_Representative" }),
    )
    .await;
    let reference = made["contactIdentifier"]["contactReference"].as_str().expect("stated").to_owned();
    let one = format!("{path}/contacts/{reference}");
    done(&gateway, "PUT", &one, json!({ "departmentName": "Accounts" })).await;
    let now = list().await;
    assert_eq!(now[0]["departmentName"], "Accounts");
    assert!(now[0].get("name").is_none(), "what is missing becomes empty");
    done(&gateway, "PATCH", &path, json!({ "contacts": [{ "name": "First" }, { "name": "Second" }] })).await;
    let now = list().await;
    assert_eq!(now.as_array().map(Vec::len), Some(2), "the list replaces the list");
    assert_eq!(status(&gateway, "DELETE", &one, Value::Null).await, 404);
    let first = now[0]["contactIdentifier"]["contactReference"].as_str().expect("stated");
    done(&gateway, "DELETE", &format!("{path}/contacts/{first}"), Value::Null).await;
    assert_eq!(list().await[0]["name"], "Second");
}

#[tokio::test]
async fn an_address_and_a_paid_service_come_together_and_the_fee_is_posted_once() {
    let gateway = gateway();
    let path = customer(&gateway, "two-years").await;
    let account = gateway.path("two-years").await;
    let contracts = gateway.data(&format!("{path}/contracts")).await;
    let request = |addon: &str, kind: &str| {
        json!({
            "createAddressRequest": { "addressLabel": "HOME_PHONE_NUMBER", "addressType": "PHONE",
                                      "phone": { "countryCode": "+1", "localPhoneNumber": "5085550199" } },
            "createAddOnSubscriptionRequest": {
                "addonReference": addon, "serviceTypeReference": kind,
                "accountIdentifier": { "accountReference": account.strip_prefix("/accounts/").expect("a path") } },
            "contractReference": contracts[0]["contractIdentifier"]["contractReference"],
        })
    };
    let together = format!("{path}/addresses-and-subscriptions");
    assert_eq!(status(&gateway, "POST", &together, request("ROCKET", "INSURANCE")).await, 400);
    let mut foreign = request("ALERT", "NOTIFICATION");
    foreign["contractReference"] = json!("other");
    assert_eq!(status(&gateway, "POST", &together, foreign).await, 400);
    let owed = gateway.data(&format!("{account}/balance")).await["accountBalance"]["value"].as_i64();
    for _ in 0..2 {
        let sent = request("TRAVEL_INSURANCE", "INSURANCE");
        let made = gateway.issuing_as(1, "POST", &together, sent).await.json()["data"].clone();
        assert!(made["createAddressResponse"]["addressIdentifier"]["addressReference"].is_string());
        assert_eq!(made["createAddOnSubscriptionResponse"]["addonReference"], "TRAVEL_INSURANCE");
    }
    let now = gateway.data(&format!("{account}/balance")).await["accountBalance"]["value"].as_i64();
    assert_eq!(now, owed.map(|owed| owed + 990), "one correlation id, one fee");
    let listed = gateway.data(&format!("{path}/addresses")).await;
    let phones = listed.as_array().expect("a list").iter().filter(|row| row["addressLabel"] == "HOME_PHONE_NUMBER");
    assert_eq!(
        phones.map(|row| row["phone"]["internationalPhoneNumber"].clone()).collect::<Vec<_>>(),
        ["+15085550199"]
    );
}
