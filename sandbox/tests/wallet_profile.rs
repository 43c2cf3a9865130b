//! Wallets that are made, changed, replaced and closed, and what the other operations show of it.

mod common;

use common::{Gateway, ISSUER, PARTNER, gateway, typed::secret};
use contract::{
    CustomerKey,
    operations::wallet::{
        AuthenticateCustomerLogin, CreateCustomerInfo, CustomerProfile, DeleteCustomer, IsCustomerExists,
        RetrieveCustomerByUri, RetrieveCustomerV2, RetrieveCustomersEmailByUri, UpdateCustomerInfo, UpdateCustomerV2,
    },
};
use serde_json::{Value, json};

fn new_customer(email: &str) -> CreateCustomerInfo {
    CreateCustomerInfo {
        issuing_partner_uri: ISSUER.into(),
        partner_uri: PARTNER.into(),
        first_name: "Newton".into(),
        last_name: "Brandnew".into(),
        email: email.into(),
        username: email.into(),
        password: secret("Fresh-start-1"),
        address1: Some("1 First St".into()),
        address2: None,
        city: Some("Worcester".into()),
        state: Some("MA".into()),
        zip: Some("01602".into()),
        country: Some("USA".into()),
        phone: Some("5085559999".into()),
        external_id: Some("PERSON-NEW-1".into()),
    }
}

fn exists(email: &str) -> IsCustomerExists {
    IsCustomerExists {
        customer_uri: None,
        email: Some(email.into()),
        external_id: None,
        issuing_partner_uri: ISSUER.into(),
        partner_uri: PARTNER.into(),
    }
}

fn mobile(key: &CustomerKey) -> RetrieveCustomerV2 {
    RetrieveCustomerV2 {
        customer_uri: Some(key.customer_uri.clone()),
        external_id: None,
        tenant_uri: ISSUER.into(),
        partner_uri: PARTNER.into(),
    }
}

async fn record(gateway: &Gateway, key: &CustomerKey) -> contract::WalletCustomer {
    gateway.done(&RetrieveCustomerByUri::of(key)).await.customer_look_up_info.rows.remove(0)
}

async fn found(gateway: &Gateway, criteria: Value) -> usize {
    gateway.look_up(criteria).await.found().len()
}

#[tokio::test]
async fn a_new_customer_is_found_by_everything_and_can_log_in() {
    let gateway = gateway();
    let made = gateway.done(&new_customer("newton@sandbox.example")).await;
    let customer_uri = made.customer_uri.expect("stated");
    for criteria in [
        json!({ "email": "newton@sandbox.example" }),
        json!({ "lastName": "Brandnew" }),
        json!({ "phone": "5085559999" }),
        json!({ "externalId": "PERSON-NEW-1" }),
    ] {
        let people = gateway.look_up(criteria.clone()).await.found();
        assert_eq!(people[0]["customerUri"], customer_uri.as_str(), "{criteria}");
    }
    let key = CustomerKey { customer_uri, issuing_partner_uri: ISSUER.into(), partner_uri: PARTNER.into() };
    let made = record(&gateway, &key).await;
    assert_eq!((made.active, made.locked, made.email_verified), (Some(true), Some(false), Some(false)));
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let username = "newton@sandbox.example".into();
    let password = secret("Fresh-start-1");
    let log_in = AuthenticateCustomerLogin { customer_uri, issuing_partner_uri, partner_uri, password, username };
    gateway.done(&log_in).await;
    assert_eq!(gateway.list_devices(key.customer_uri.as_str()).await.body()["customerDevices"], json!([]));
}

#[tokio::test]
async fn nobody_is_made_twice_or_without_what_must_be_there() {
    let gateway = gateway();
    let refused = async |change: fn(&mut CreateCustomerInfo)| {
        let mut request = new_customer("newton@sandbox.example");
        change(&mut request);
        gateway.refused(&request).await
    };
    let taken =
        refused(|new| (new.email, new.username) = ("ACTIVE@sandbox.example".into(), "ACTIVE@sandbox.example".into()));
    assert_eq!(taken.await, ("423".into(), "CUSTOMER ALREADY EXISTS".into()));
    assert_eq!(refused(|new| new.first_name = " ".into()).await.0, "304");
    assert_eq!(refused(|new| new.username = "somebody@else.example".into()).await.0, "304");
    assert_eq!(refused(|new| new.state = Some("Massachusetts".into())).await.0, "304");
    let (code, text) = refused(|new| new.password = secret("canary")).await;
    assert_eq!(code, "304");
    assert!(!text.contains("canary"), "{text}");
    assert_eq!(found(&gateway, json!({ "lastName": "Brandnew" })).await, 0, "nothing was made");
}

#[tokio::test]
async fn a_closed_wallet_is_gone_for_everybody_and_its_address_is_free() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    assert_eq!(gateway.done(&exists("active@sandbox.example")).await.exists, Some(true));
    gateway.done(&DeleteCustomer::of(&key)).await;
    assert_eq!(gateway.done(&exists("active@sandbox.example")).await.exists, Some(false));
    assert_eq!(found(&gateway, json!({ "email": "active@sandbox.example" })).await, 0);
    assert_eq!(found(&gateway, json!({ "lastName": "Ordinary" })).await, 0);
    assert_eq!(gateway.refused(&RetrieveCustomerByUri::of(&key)).await.0, "388");
    assert_eq!(gateway.refused(&DeleteCustomer::of(&key)).await.0, "388");
    assert_eq!(gateway.activate(key.customer_uri.as_str(), true).await.refusal().0, "388");
    gateway.done(&new_customer("active@sandbox.example")).await;
    assert_eq!(found(&gateway, json!({ "email": "active@sandbox.example" })).await, 1);
}

#[tokio::test]
async fn one_identifier_is_enough_to_ask_whether_somebody_exists_and_all_must_be_one_persons() {
    let gateway = gateway();
    let active = gateway.key("active").await;
    let asked = |email: Option<&str>, key: Option<&CustomerKey>| IsCustomerExists {
        customer_uri: key.map(|key| key.customer_uri.clone()),
        email: email.map(Into::into),
        ..exists("")
    };
    assert_eq!(gateway.done(&asked(None, Some(&active))).await.exists, Some(true));
    assert_eq!(gateway.done(&asked(Some("active@sandbox.example"), Some(&active))).await.exists, Some(true));
    assert_eq!(gateway.done(&asked(Some("inactive@sandbox.example"), Some(&active))).await.exists, Some(false));
    assert_eq!(gateway.refused(&asked(None, None)).await.0, "304");
}

#[tokio::test]
async fn a_changed_profile_is_what_every_read_shows_and_a_new_address_waits() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    let mut change = UpdateCustomerInfo::of(&record(&gateway, &key).await);
    change.last_name = Some("Moved".into());
    change.city = Some("Lowell".into());
    change.email = Some("ada@elsewhere.example".into());
    gateway.done(&change).await;
    let now = record(&gateway, &key).await;
    assert_eq!((now.last_name.as_deref(), now.city.as_deref()), (Some("Moved"), Some("Lowell")));
    assert_eq!(now.email, Some("active@sandbox.example".into()), "until it is proven");
    assert_eq!(now.email_pending, Some("ada@elsewhere.example".into()));
    assert_eq!(found(&gateway, json!({ "lastName": "Ordinary" })).await, 0);
    assert_eq!(found(&gateway, json!({ "lastName": "moved" })).await, 1);
    let mobile = gateway.done(&mobile(&key)).await;
    assert_eq!(mobile.customer.and_then(|profile| profile.city).as_deref(), Some("Lowell"));
    assert!(mobile.modified_time > mobile.create_date);
    let email = gateway.done(&RetrieveCustomersEmailByUri::of(&key)).await.customer_email_info.expect("stated");
    assert_eq!(email.email_pending, Some("ada@elsewhere.example".into()));

    let somebody_elses = UpdateCustomerInfo { email: Some("inactive@sandbox.example".into()), ..change.clone() };
    assert_eq!(gateway.refused(&somebody_elses).await.1, "INVALID_ARGUMENTS: email: it is another customer's");
    let nameless = UpdateCustomerInfo { first_name: Some(String::new()), ..change };
    assert_eq!(gateway.refused(&nameless).await.0, "304");
}

#[tokio::test]
async fn the_mobile_profile_is_replaced_as_a_whole() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    let before = gateway.done(&mobile(&key)).await;
    let profile = before.customer.expect("stated");
    assert_eq!((before.active, before.stub, before.tenant_name.as_deref()), (Some(true), Some(false), Some("certnew")));
    let shortened = CustomerProfile { city: Some("Lowell".into()), phone: None, zip: None, ..profile.clone() };
    gateway.done(&UpdateCustomerV2 { customer: shortened }).await;
    let now = record(&gateway, &key).await;
    assert_eq!((now.city.as_deref(), now.phone, now.zip), (Some("Lowell"), None, None), "what is not sent is gone");
    let anonymous = CustomerProfile { customer_uri: None, external_id: None, ..profile.clone() };
    assert_eq!(gateway.refused(&UpdateCustomerV2 { customer: anonymous }).await.0, "304");
    let without_email = CustomerProfile { email: None, ..profile };
    assert_eq!(gateway.refused(&UpdateCustomerV2 { customer: without_email }).await.0, "304");
}

#[tokio::test]
async fn a_locked_wallet_is_not_active_in_the_newer_version_whose_refusals_are_304() {
    let gateway = gateway();
    let key = gateway.key("first-call-fails-once").await;
    assert_eq!(gateway.done(&mobile(&key)).await.active, Some(false));
    let by_both = RetrieveCustomerV2 { external_id: Some("PERSON-1".into()), ..mobile(&key) };
    assert_eq!(gateway.refused(&by_both).await.0, "304");
    let unknown = RetrieveCustomerV2 { customer_uri: Some("certnew:entity:customer#0".into()), ..mobile(&key) };
    assert_eq!(gateway.refused(&unknown).await.0, "304");
    let status = gateway.wire(&unknown).await.body()["status"].clone();
    assert_eq!(status["statusDetails"][0]["statusCode"], "304");
    assert!(status.get("errors").is_none());
}
