//! Addresses of an issuing customer: versions, usages, and what may not be done with them.

mod common;

use axum::http::StatusCode;
use common::{Gateway, gateway};
use serde_json::{Value, json};

/// Where the addresses of a known customer are.
async fn addresses(gateway: &Gateway, address: &str) -> String {
    let account = gateway.account(&format!("{address}@sandbox.example")).await;
    format!("/customers/{}/addresses", account["customerReference"].as_str().expect("stated"))
}

async fn done(gateway: &Gateway, method: &str, path: &str, body: Value) -> Value {
    let answer = gateway.issuing(method, path, body).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {answer:?}");
    answer.json()["data"].clone()
}

async fn refused(gateway: &Gateway, method: &str, path: &str, body: Value) -> (u16, String) {
    let answer = gateway.issuing(method, path, body).await;
    assert_ne!(answer.status, StatusCode::OK, "{path}");
    let message = answer.json()["responseMetadata"]["statusMessage"].as_str().expect("stated").to_owned();
    (answer.status.as_u16(), message)
}

fn second(street: &str) -> Value {
    json!({
        "addressLabel": "SECOND_POSTAL_ADDRESS", "addressType": "POSTAL_MAIL",
        "postalAddress": { "line3": street, "townName": "Worcester", "country": "US" },
    })
}

fn reference(changed: &Value) -> String {
    changed["addressIdentifier"]["addressReference"].as_str().expect("stated").to_owned()
}

fn with_label<'a>(listed: &'a Value, label: &str) -> Vec<&'a Value> {
    listed.as_array().expect("a list").iter().filter(|address| address["addressLabel"] == label).collect()
}

fn usages(address: &Value) -> Vec<&str> {
    let usages = address["addressUsages"].as_array().map(Vec::as_slice).unwrap_or_default();
    usages.iter().map(|usage| usage["addressUsageName"].as_str().expect("stated")).collect()
}

#[tokio::test]
async fn a_new_address_is_listed_and_read_and_takes_a_usage_from_the_main_one() {
    let gateway = gateway();
    let path = addresses(&gateway, "two-years").await;
    let with_usages = format!("{path}?embed=addressUsages");
    let before = gateway.data(&with_usages).await;
    assert!(usages(with_label(&before, "MAIN_POSTAL_ADDRESS")[0]).contains(&"CARD_DELIVERY"));
    let mut new = second("5 Elm St");
    new["addressUsages"] = json!([{ "addressUsageName": "CARD_DELIVERY", "serviceCode": "CARD_SERVICE" }]);
    let made = reference(&done(&gateway, "POST", &path, new).await);

    let unasked = gateway.data(&path).await;
    assert!(unasked.as_array().expect("a list").iter().all(|address| address.get("addressUsages").is_none()));
    let now = gateway.data(&with_usages).await;
    assert_eq!(usages(with_label(&now, "SECOND_POSTAL_ADDRESS")[0]), ["CARD_DELIVERY"]);
    assert!(!usages(with_label(&now, "MAIN_POSTAL_ADDRESS")[0]).contains(&"CARD_DELIVERY"));
    let read = gateway.data(&format!("{path}/{made}")).await;
    assert_eq!(read[0]["postalAddress"]["line3"], "5 Elm St");
    let by_usage = gateway.data(&format!("{path}?serviceCode=CARD_SERVICE&addressUsageName=CARD_DELIVERY")).await;
    assert_eq!(by_usage.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_label_in_use_gets_a_new_version_under_its_reference_once_the_day_has_come() {
    let gateway = gateway();
    let path = addresses(&gateway, "two-years").await;
    let first = reference(&done(&gateway, "POST", &path, second("1 Past St")).await);
    let now = reference(&done(&gateway, "POST", &path, second("2 Present St")).await);
    let mut coming = second("3 Future St");
    coming["startDate"] = json!("2025-09-01T00:00:00Z");
    let later = reference(&done(&gateway, "POST", &path, coming).await);
    assert!(first == now && now == later, "one reference, three versions");

    let listed = gateway.data(&path).await;
    let streets = |rows: Vec<&Value>| rows.iter().map(|row| row["postalAddress"]["line3"].clone()).collect::<Vec<_>>();
    assert_eq!(streets(with_label(&listed, "SECOND_POSTAL_ADDRESS")), ["2 Present St"]);
    let history = gateway.data(&format!("{path}?showHistory=true")).await;
    let versions = with_label(&history, "SECOND_POSTAL_ADDRESS");
    assert_eq!(streets(versions.clone()), ["1 Past St", "2 Present St", "3 Future St"]);
    assert!(versions.iter().all(|version| version["status"] == "ACTIVE"), "the dates tell them apart");
    assert_eq!(versions[0]["endDate"], versions[1]["startDate"]);
    assert_eq!(versions[1]["endDate"], "2025-09-01T00:00:00Z");
}

#[tokio::test]
async fn a_temporary_address_stands_in_and_a_newer_one_removes_what_it_overlaps() {
    let gateway = gateway();
    let path = addresses(&gateway, "two-years").await;
    done(&gateway, "POST", &path, second("1 Home St")).await;
    let away = |street: &str, from: &str, to: &str| {
        let mut away = second(street);
        (away["temporary"], away["startDate"], away["endDate"]) = (json!(true), json!(from), json!(to));
        away
    };
    let summer = away("9 Beach Rd", "2025-07-01T00:00:00Z", "2025-08-01T00:00:00Z");
    done(&gateway, "POST", &path, summer).await;
    let listed = gateway.data(&path).await;
    let shown = with_label(&listed, "SECOND_POSTAL_ADDRESS");
    assert_eq!((shown.len(), &shown[0]["postalAddress"]["line3"]), (1, &json!("9 Beach Rd")));
    done(&gateway, "POST", &path, away("7 Hill Rd", "2025-07-10T00:00:00Z", "2025-07-20T00:00:00Z")).await;
    let history = gateway.data(&format!("{path}?showHistory=true")).await;
    let temporary = with_label(&history, "SECOND_POSTAL_ADDRESS").into_iter().filter(|row| row["temporary"] == true);
    assert_eq!(temporary.map(|row| row["postalAddress"]["line3"].clone()).collect::<Vec<_>>(), ["7 Hill Rd"]);
    for wrong in [
        away("x", "2025-08-01T00:00:00Z", "2025-07-01T00:00:00Z"),
        json!({ "addressLabel": "X", "addressType": "POSTAL_MAIL", "postalAddress": { "country": "US" }, "temporary": true }),
        json!({ "addressLabel": "X", "addressType": "POSTAL_MAIL", "postalAddress": { "country": "US" }, "endDate": "2025-08-01T00:00:00Z" }),
        json!({ "addressLabel": "X", "addressType": "POSTAL_MAIL", "postalAddress": { "line3": "no country" } }),
        json!({ "addressLabel": "X", "addressType": "PHONE", "postalAddress": { "country": "US" } }),
        json!({ "addressLabel": "X", "addressType": "E_MAIL", "emailAddress": { "email": "nobody" } }),
        json!({ "addressLabel": "X", "addressType": "PHONE", "phone": { "localPhoneNumber": "1" },
                "addressUsages": [{ "addressUsageName": "CARD_DELIVERY", "serviceCode": "ACCOUNT_SERVICE" }] }),
    ] {
        assert_eq!(refused(&gateway, "POST", &path, wrong.clone()).await.0, 400, "{wrong}");
    }
}

#[tokio::test]
async fn an_update_makes_a_version_keeps_usages_and_makes_an_invalid_address_valid() {
    let gateway = gateway();
    let path = addresses(&gateway, "two-years").await;
    let main = reference(with_label(&gateway.data(&path).await, "MAIN_POSTAL_ADDRESS")[0]);
    let invalid = done(&gateway, "POST", &format!("{path}/{main}/invalidate"), Value::Null).await;
    assert_eq!(invalid["invalid"], true);
    assert_eq!(gateway.data(&format!("{path}/{main}")).await[0]["invalid"], true);
    let change = |label: &str| {
        json!({ "addressLabel": label, "addressType": "POSTAL_MAIL",
                "postalAddress": { "line3": "1 Corrected St", "townName": "Boston", "country": "US" } })
    };
    let changed = done(&gateway, "PUT", &format!("{path}/{main}"), change("MAIN_POSTAL_ADDRESS")).await;
    assert_eq!(reference(&changed), main);
    let now = gateway.data(&format!("{path}/{main}?embed=addressUsages")).await[0].clone();
    assert_eq!(now["postalAddress"]["line3"], "1 Corrected St");
    assert!(now.get("invalid").is_none() && usages(&now).contains(&"STATEMENT_SENDING"), "{now}");
    assert!(now["postalAddress"].get("line1").is_none(), "what is not sent is lost");
    let (status, message) = refused(&gateway, "PUT", &format!("{path}/{main}"), change("OTHER")).await;
    assert_eq!(status, 400, "{message}");
    assert_eq!(refused(&gateway, "PUT", &format!("{path}/ADDREF_X"), change("OTHER")).await.0, 404);
}

#[tokio::test]
async fn an_address_is_switched_off_only_if_nothing_is_sent_there_and_then_changed_under_a_new_name() {
    let gateway = gateway();
    let path = addresses(&gateway, "two-years").await;
    let main = reference(with_label(&gateway.data(&path).await, "MAIN_POSTAL_ADDRESS")[0]);
    let off =
        async |reference: &str| refused(&gateway, "POST", &format!("{path}/{reference}/deactivate"), Value::Null).await;
    assert_eq!(off(&main).await.1, "Bad request: the main postal address cannot be deactivated");
    let other = reference(&done(&gateway, "POST", &path, second("5 Elm St")).await);
    let usage = json!({ "addressUsageName": "DISPUTE", "serviceCode": "DISPUTE_SERVICE" });
    done(&gateway, "POST", &format!("{path}/{other}/address-usages"), usage).await;
    assert_eq!(off(&other).await.1, "Bad request: a usage is linked to the address");
    let query = "serviceCode=DISPUTE_SERVICE&addressUsageName=DISPUTE";
    let ended = done(&gateway, "DELETE", &format!("{path}/{other}/address-usages?{query}"), Value::Null).await;
    assert_eq!(ended["addressUsages"][0]["addressUsageName"], "DISPUTE");
    let again = refused(&gateway, "DELETE", &format!("{path}/{other}/address-usages?{query}"), Value::Null).await;
    assert_eq!(again.0, 404);

    let switched = done(&gateway, "POST", &format!("{path}/{other}/deactivate"), Value::Null).await;
    assert_eq!(switched["status"], "INACTIVE");
    assert!(with_label(&gateway.data(&path).await, "SECOND_POSTAL_ADDRESS").is_empty());
    let changed = done(&gateway, "PUT", &format!("{path}/{other}"), second("6 Elm St")).await;
    assert_ne!(reference(&changed), other, "an inactive address is not changed");
    done(&gateway, "POST", &format!("{path}/{other}/activate"), Value::Null).await;
    assert_eq!(with_label(&gateway.data(&path).await, "SECOND_POSTAL_ADDRESS").len(), 2);
}

#[tokio::test]
async fn a_usage_without_its_entity_ends_for_every_entity_and_only_post_can_come_back() {
    let gateway = gateway();
    let path = addresses(&gateway, "two-years").await;
    let listed = gateway.data(&path).await;
    let phone = reference(with_label(&listed, "PRIVATE_MOBILE_PHONE")[0]);
    let (status, message) = refused(&gateway, "POST", &format!("{path}/{phone}/invalidate"), Value::Null).await;
    assert_eq!((status, message.as_str()), (400, "Bad request: only a postal address can be invalidated"));
    let other = reference(&done(&gateway, "POST", &path, second("5 Elm St")).await);
    for entity in ["1", "2"] {
        let usage =
            json!({ "addressUsageName": "CARD_DELIVERY", "serviceCode": "CARD_SERVICE", "entityReference": entity });
        done(&gateway, "POST", &format!("{path}/{other}/address-usages"), usage).await;
    }
    let query = "serviceCode=CARD_SERVICE&addressUsageName=CARD_DELIVERY";
    let only_one = format!("{path}/{other}/address-usages?{query}&entityReference=1");
    let one = done(&gateway, "DELETE", &only_one, Value::Null).await;
    assert_eq!(one["addressUsages"].as_array().map(Vec::len), Some(1));
    done(
        &gateway,
        "POST",
        &format!("{path}/{other}/address-usages"),
        json!({ "addressUsageName": "CARD_DELIVERY", "serviceCode": "CARD_SERVICE", "entityReference": "1" }),
    )
    .await;
    let both = done(&gateway, "DELETE", &format!("{path}/{other}/address-usages?{query}"), Value::Null).await;
    assert_eq!(both["addressUsages"].as_array().map(Vec::len), Some(2));
    let unknown = json!({ "addressUsageName": "BIRTHDAY_CARD", "serviceCode": "CARD_SERVICE" });
    assert_eq!(refused(&gateway, "POST", &format!("{path}/{other}/address-usages"), unknown).await.0, 400);
}

#[tokio::test]
async fn a_version_ahead_is_taken_back_and_the_one_before_it_goes_on() {
    let gateway = gateway();
    let path = addresses(&gateway, "two-years").await;
    let one = reference(&done(&gateway, "POST", &path, second("1 Present St")).await);
    let mut coming = second("2 Future St");
    coming["startDate"] = json!("2025-09-01T00:00:00Z");
    done(&gateway, "POST", &path, coming).await;
    let history = gateway.data(&format!("{path}?showHistory=true")).await;
    let versions = with_label(&history, "SECOND_POSTAL_ADDRESS");
    let version = |place: usize| {
        let reference =
            versions[place]["addressVersionIdentifier"]["addressVersionReference"].as_str().expect("stated");
        format!("{path}/{one}/address-versions/{reference}")
    };
    assert_eq!(refused(&gateway, "DELETE", &version(0), Value::Null).await.0, 400, "it counts now");
    let gone = done(&gateway, "DELETE", &version(1), Value::Null).await;
    assert_eq!(gone["addressIdentifier"]["addressReference"], one);
    let again = format!("{path}/{one}/address-versions/ADDVER_0");
    assert_eq!(refused(&gateway, "DELETE", &again, Value::Null).await.0, 404);
    let left = gateway.data(&format!("{path}?showHistory=true")).await;
    let left = with_label(&left, "SECOND_POSTAL_ADDRESS");
    assert_eq!((left.len(), left[0].get("endDate")), (1, None));
}

#[tokio::test]
async fn a_new_label_counts_at_once_whatever_day_is_given() {
    let gateway = gateway();
    let path = addresses(&gateway, "two-years").await;
    let mut ahead = second("1 Future St");
    ahead["startDate"] = json!("2025-09-01T00:00:00Z");
    done(&gateway, "POST", &path, ahead).await;
    let listed = gateway.data(&path).await;
    assert_eq!(with_label(&listed, "SECOND_POSTAL_ADDRESS").len(), 1, "in force now");
}

#[tokio::test]
async fn an_update_leaves_the_reference_in_the_issuers_own_system() {
    let gateway = gateway();
    let path = addresses(&gateway, "two-years").await;
    let mut new = second("1 Elm St");
    new["issuerAddressExternalReference"] = json!("OURS-1");
    let made = reference(&done(&gateway, "POST", &path, new).await);
    done(&gateway, "PUT", &format!("{path}/{made}"), second("2 Elm St")).await;
    let read = gateway.data(&format!("{path}/{made}")).await[0].clone();
    assert_eq!(read["addressIdentifier"]["issuerAddressExternalReference"], "OURS-1");
    assert_eq!(read["postalAddress"]["line3"], "2 Elm St");
}
