//! Who a customer is to the issuer: by which reference the paths know them, whose the accounts are, and who keeps them.

mod common;

use axum::http::StatusCode;
use common::{Gateway, gateway, with};
use sandbox::{References, Settings};
use serde_json::{Value, json};

async fn references(gateway: &Gateway, last_name: &str) -> (String, String) {
    let found = gateway.data(&format!("/customers?lastName={last_name}")).await;
    let identifier = &found[0]["customerIdentifier"];
    let text = |name: &str| identifier[name].as_str().expect("stated").to_owned();
    (text("customerReference"), text("issuerCustomerExternalReference"))
}

async fn status(gateway: &Gateway, path: &str) -> StatusCode {
    gateway.issuing("GET", path, Value::Null).await.status
}

const EITHER: [&str; 2] = ["", "/contracts"];
const ONE_ONLY: [&str; 3] = ["/accounts", "/card-contracts", "/addresses"];

#[tokio::test]
async fn issuing_paths_take_the_internal_reference_and_only_two_take_either() {
    let gateway = gateway();
    let (internal, external) = references(&gateway, "Statementful").await;
    for below in EITHER {
        assert_eq!(status(&gateway, &format!("/customers/{internal}{below}")).await, StatusCode::OK, "{below}");
        assert_eq!(status(&gateway, &format!("/customers/{external}{below}")).await, StatusCode::OK, "{below}");
    }
    for below in ONE_ONLY {
        assert_eq!(status(&gateway, &format!("/customers/{internal}{below}")).await, StatusCode::OK, "{below}");
        assert_eq!(status(&gateway, &format!("/customers/{external}{below}")).await, StatusCode::NOT_FOUND, "{below}");
    }
    let changed = gateway.issuing("PATCH", &format!("/customers/{external}"), json!({ "lastName": "New" })).await;
    assert_eq!(changed.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_issuer_of_external_references_takes_the_external_one() {
    let gateway = with(Settings { references: References::External, customers: 50, ..Settings::default() });
    let (internal, external) = references(&gateway, "Statementful").await;
    for below in EITHER {
        assert_eq!(status(&gateway, &format!("/customers/{internal}{below}")).await, StatusCode::OK, "{below}");
        assert_eq!(status(&gateway, &format!("/customers/{external}{below}")).await, StatusCode::OK, "{below}");
    }
    for below in ONE_ONLY {
        assert_eq!(status(&gateway, &format!("/customers/{internal}{below}")).await, StatusCode::NOT_FOUND, "{below}");
        assert_eq!(status(&gateway, &format!("/customers/{external}{below}")).await, StatusCode::OK, "{below}");
    }
}

#[tokio::test]
async fn an_account_is_named_by_either_reference() {
    let gateway = gateway();
    let (internal, _) = references(&gateway, "Statementful").await;
    let accounts = gateway.data(&format!("/customers/{internal}/accounts")).await;
    let identifier = &accounts[0]["accountIdentifier"];
    for name in ["accountReference", "issuerAccountExternalReference"] {
        let reference = identifier[name].as_str().expect("stated");
        assert_eq!(gateway.data(&format!("/accounts/{reference}")).await["accountIdentifier"], *identifier, "{name}");
    }
}

#[tokio::test]
async fn accounts_are_their_owners_and_a_cardholder_finds_theirs_by_the_contracts() {
    let gateway = gateway();
    let (sam, _) = references(&gateway, "Supplementary").await;
    let (petra, _) = references(&gateway, "Principal").await;
    assert_eq!(gateway.data(&format!("/customers/{sam}/accounts")).await, json!([]));
    let contracts = gateway.data(&format!("/customers/{sam}/contracts")).await;
    assert_eq!(contracts.as_array().map(Vec::len), Some(1));
    let contract = &contracts[0];
    assert_eq!(contract["contractOwnerIdentifier"]["customerReference"], petra);
    let accounts = gateway.data(&format!("/customers/{petra}/accounts")).await;
    assert_eq!(contract["rootAccountIdentifier"], accounts[0]["accountIdentifier"]);

    let cards = |customer: &str| format!("/customers/{customer}/card-contracts");
    let of_sam = gateway.data(&cards(&sam)).await;
    assert_eq!(of_sam.as_array().map(Vec::len), Some(1));
    assert_eq!(of_sam[0]["cardHolderIdentifier"]["customerReference"], sam);
    assert_eq!(of_sam[0]["principalSupplementaryCardIndicator"], "SUPPLEMENTARY");
    assert_eq!(of_sam[0]["forcedEmbossingName"], "SAM SUPPLEMENTARY");
    let of_petra = gateway.data(&cards(&petra)).await;
    assert_eq!(of_petra.as_array().map(Vec::len), Some(1), "the second card of her account is not hers");
}

/// What the guide prints of a contract and of a card contract (seed 004:1366-1414, 1452-1486).
#[tokio::test]
async fn contracts_and_card_contracts_name_what_the_guide_prints_and_nothing_more() {
    let gateway = gateway();
    let (customer, _) = references(&gateway, "Manyfold").await;
    let names = |row: &Value| row.as_object().expect("a row").keys().cloned().collect::<Vec<_>>();
    let printed = |sample: &str| {
        let sample: Value = serde_json::from_str(sample).expect("a sample");
        let rows = sample["data"].as_array().expect("a list").clone();
        rows.iter().flat_map(names).collect::<std::collections::BTreeSet<_>>()
    };
    let contract = printed(include_str!("../../contract/samples/issuing-v2/listCustomerContracts.response.json"));
    for row in gateway.data(&format!("/customers/{customer}/contracts")).await.as_array().expect("a list") {
        assert!(names(row).iter().all(|name| contract.contains(name)), "{row}");
        assert!(row["rootAccountIdentifier"]["accountReference"].is_string());
    }
    let card_contract = printed(include_str!("../../contract/samples/issuing-v2/listCardContracts.response.json"));
    let path = format!("/customers/{customer}/card-contracts");
    for row in gateway.data(&path).await.as_array().expect("a list") {
        assert!(names(row).iter().all(|name| card_contract.contains(name)), "{row}");
    }
    let with_cards = gateway.data(&format!("{path}?embed=cardIdentifiers")).await;
    assert!(with_cards[0]["cardIdentifiers"][0]["cardReference"].is_string());
}

#[tokio::test]
async fn the_guides_cardholder_owns_one_account_and_holds_a_card_on_another() {
    let gateway = gateway();
    let accounts = gateway.data("/customers/CUS10000375046/accounts").await;
    assert_eq!(accounts.as_array().map(Vec::len), Some(1));
    assert_eq!(accounts[0]["accountIdentifier"]["accountReference"], "12345560829491606922");
    let of_another = gateway.data("/customers/CUS10000375048/accounts").await;
    assert_eq!(of_another[0]["accountIdentifier"]["accountReference"], "12349095353652134625");
    let together = gateway.data("/accounts/12349095353652134625/contract?embed=accountIdentifiers").await;
    assert_eq!(together["accountIdentifiers"][0]["accountReference"], "12349095353652134625");
    let cards = gateway.data("/customers/CUS10000375046/card-contracts?embed=cardIdentifiers").await;
    assert!(cards.as_array().is_some_and(|rows| rows.iter().all(|row| row["cardIdentifiers"].is_array())), "{cards}");
}

#[tokio::test]
async fn an_account_of_a_sub_issuer_is_found_under_that_one_only() {
    let gateway = gateway();
    let (customer, _) = references(&gateway, "Subissuer").await;
    let accounts = gateway.data(&format!("/customers/{customer}/accounts")).await;
    let issuers =
        |list: &Value| list.as_array().expect("a list").iter().map(|row| row["issuerId"].clone()).collect::<Vec<_>>();
    assert_eq!(issuers(&accounts), ["1234", "1235"]);
    assert_eq!(issuers(&gateway.data(&format!("/customers/{customer}/contracts")).await), ["1234", "1235"]);
    assert_eq!(
        issuers(&gateway.data(&format!("/customers/{customer}/card-contracts")).await).last(),
        Some(&json!("1235"))
    );

    for (account, own, other) in [(&accounts[0], "1234", "1235"), (&accounts[1], "1235", "1234")] {
        let reference = account["accountIdentifier"]["accountReference"].as_str().expect("stated");
        let under = |issuer: &str, below: &str| format!("/api/v2/issuers/{issuer}/accounts/{reference}{below}");
        for below in ["", "/balance", "/contract", "/velocity-limits"] {
            assert_eq!(gateway.get(&under(own, below)).await.status, StatusCode::OK, "{own} {below}");
            assert_eq!(gateway.get(&under(other, below)).await.status, StatusCode::NOT_FOUND, "{other} {below}");
        }
    }
    let of_the_customer = format!("/api/v2/issuers/1235/customers/{customer}/accounts");
    assert_eq!(gateway.get(&of_the_customer).await.status, StatusCode::NOT_FOUND);
    assert_eq!(gateway.get("/api/v2/issuers/1236/accounts/1").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_issuer_may_know_somebody_under_another_name_or_day_of_birth() {
    let gateway = gateway();
    let wallet = async |address: &str| {
        gateway.look_up(json!({ "email": format!("{address}@sandbox.example") })).await.found().remove(0)
    };
    let at_issuer = async |wallet: &Value| {
        gateway.data(&format!("/customers/{}", wallet["customerId"].as_str().expect("stated"))).await
    };
    let nora = wallet("other-name").await;
    assert_eq!((&nora["lastName"], &at_issuer(&nora).await["lastName"]), (&json!("Newname"), &json!("Oldname")));
    assert_eq!(gateway.data("/customers?lastName=Oldname").await.as_array().map(Vec::len), Some(1));
    assert_eq!(gateway.data("/customers?lastName=Newname").await, json!([]));
    let bodo = wallet("other-birthday").await;
    assert!(at_issuer(&bodo).await["birthDate"].as_str().is_some_and(|day| day.starts_with("1960-02-28")));
    assert!(at_issuer(&wallet("no-birthday").await).await.get("birthDate").is_none());
    let twice = gateway.look_up(json!({ "email": "listed-twice@sandbox.example" })).await.found();
    assert_eq!((twice.len(), &twice[0]), (2, &twice[1]));
}
