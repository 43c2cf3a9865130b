//! Profiles: seeds 000 and 003.

use contract::{WalletState, operations::wallet::*};
use serde_json::json;

use super::check::{CUSTOMER, PARTNER, answered, key, sent, with_issuer, with_key};

/// Attributes public: what is required and not filled is null.
#[test]
fn a_new_wallet_is_made() {
    let request = sent::<CreateCustomerInfo>(with_issuer(json!({"firstName": "Paul", "lastName": "Casey",
        "email": "pauls_wallet@yahoo.com", "username": "pauls_wallet@yahoo.com", "password": "s3cret",
        "address1": null, "address2": null, "city": null, "state": null, "zip": null, "country": null, "phone": null})));
    assert_eq!(request.first_name, "Paul");
    assert_eq!(answered::<CreateCustomerInfo>().customer_uri, Some("certnew:entity:customer#e1f42d4d".into()));
}

#[test]
fn a_wallet_is_read_changed_and_deleted_by_its_key() {
    assert_eq!(sent::<RetrieveCustomerByUri>(with_key(json!({}))), RetrieveCustomerByUri::of(&key()));
    let people = answered::<RetrieveCustomerByUri>().customer_look_up_info.rows;
    let [paul] = people.as_slice() else { panic!("one person") };
    assert_eq!(paul.state(), WalletState::Locked);

    let change = UpdateCustomerInfo::of(paul);
    let as_sent = serde_json::to_value(&change).expect("JSON");
    assert_eq!(as_sent["address2"], "", "an empty text is kept");
    assert_eq!(sent::<UpdateCustomerInfo>(as_sent), change);
    answered::<UpdateCustomerInfo>();

    assert_eq!(sent::<DeleteCustomer>(with_key(json!({}))), DeleteCustomer::of(&key()));
    answered::<DeleteCustomer>();
}

#[test]
fn whether_there_is_a_wallet_is_asked_by_any_name() {
    sent::<IsCustomerExists>(with_key(json!({})));
    sent::<IsCustomerExists>(with_issuer(json!({"email": "pauls_wallet@yahoo.com"})));
    sent::<IsCustomerExists>(with_issuer(json!({"externalId": "PERSON-1"})));
    assert_eq!(answered::<IsCustomerExists>().exists, Some(true));
}

#[test]
fn an_email_address_is_read_by_its_customers_key() {
    assert_eq!(sent::<RetrieveCustomersEmailByUri>(with_key(json!({}))), RetrieveCustomersEmailByUri::of(&key()));
    let email = answered::<RetrieveCustomersEmailByUri>().customer_email_info.expect("an address");
    assert_eq!((email.email_verified, email.email_verified_date), (Some(true), None));
}

/// Seed 003:617-649.
#[test]
fn the_newer_profile_is_read_by_either_name() {
    let tenant = json!({"tenantUri": "certnew:tenant#1", "partnerUri": PARTNER});
    for (name, value) in [("customerUri", CUSTOMER), ("externalId", "PERSON-1")] {
        let mut attributes = tenant.clone();
        attributes[name] = json!(value);
        sent::<RetrieveCustomerV2>(attributes);
    }
    let answer = answered::<RetrieveCustomerV2>();
    assert_eq!((answer.active, answer.stub), (Some(false), Some(false)));
    assert_eq!(answer.customer.and_then(|customer| customer.external_id), Some("PERSON-1".into()));
}

/// Seed 003:270-280, 1151-1157.
#[test]
fn the_newer_profile_is_made_and_replaced() {
    let profile =
        json!({"customer": {"externalId": "PERSON-1", "firstName": "Paul", "email": "pauls_wallet@yahoo.com"}});
    sent::<CreateCustomer>(profile.clone());
    answered::<CreateCustomer>();
    sent::<UpdateCustomerV2>(profile);
    answered::<UpdateCustomerV2>();
}
