//! What is sent is what the guides print, and what they print is read without a loss.

use std::fmt::Debug;

use contract::{
    Family, Instant, MaskedCard, Opened, Operation, Sender, WalletState,
    operations::{
        RetrieveCustomerDevices, RetrieveCustomerLookupInfo, RetrieveCustomerLookupInfoAnswer,
        UpdateCustomerActivation, UpdateCustomerDeviceActivation,
    },
    status::{Outcome, Status},
    wallet::{Confirmed, MessageHeader, Wallet, read_request, write_answer},
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::{entries::Entries, samples::sample, written};

#[test]
fn a_lookup_by_phone_is_sent_as_the_guide_prints_it() {
    let request = RetrieveCustomerLookupInfo { phone: Some("5089991234".into()), ..Default::default() };
    check(&request, &sample("b2b-v1/retrieveCustomerLookupInfo.request.json"));
}

#[test]
fn a_deactivation_is_sent_as_the_guide_prints_it() {
    check(&activation(false), &sample("b2b-v1/updateCustomerActivation-deactivate.request.json"));
}

#[test]
fn an_activation_is_sent_as_the_guide_prints_it() {
    check(&activation(true), &sample("b2b-v1/updateCustomerActivation-activate.request.json"));
}

/// Attributes from seed 003:771-779; of `customerUri` and `externalId` one is enough.
#[test]
fn devices_are_asked_for_by_wallet_or_by_the_issuers_own_id() {
    let by_wallet = RetrieveCustomerDevices {
        customer_uri: Some("certnew:entity:customer#e1f42d4d".into()),
        external_id: None,
        issuing_partner_uri: "certnew:entity:issuingpartner#d72bb2cd".into(),
    };
    check(
        &by_wallet,
        r#"{"retrieveCustomerDevicesRequest": {
            "messageHeader": {"partnerId": "", "messageId": "", "versionId": "", "environmentId": ""},
            "customerUri": "certnew:entity:customer#e1f42d4d",
            "issuingPartnerUri": "certnew:entity:issuingpartner#d72bb2cd"
        }}"#,
    );
    let by_own_id =
        RetrieveCustomerDevices { customer_uri: None, external_id: Some("PERSON-1".into()), ..by_wallet.clone() };
    check(
        &by_own_id,
        r#"{"retrieveCustomerDevicesRequest": {
            "messageHeader": {"partnerId": "", "messageId": "", "versionId": "", "environmentId": ""},
            "externalId": "PERSON-1",
            "issuingPartnerUri": "certnew:entity:issuingpartner#d72bb2cd"
        }}"#,
    );
}

/// INFERRED from `updateCustomerActivation` (seed 001:166-179) and from what seed 001:153 says about devices.
#[test]
fn a_devices_activation_is_sent_like_a_wallets() {
    let request = UpdateCustomerDeviceActivation {
        customer_uri: "certnew:entity:customer#e1f42d4d".into(),
        issuing_partner_uri: "certnew:entity:issuingpartner#d72bb2cd".into(),
        partner_uri: "paydiant:entity:partner#5df9ba6e".into(),
        device_uri: "certnew:iphone#7c9e6679".into(),
        activate: false,
    };
    check(
        &request,
        r#"{"updateCustomerDeviceActivationRequest": {
            "messageHeader": {"partnerId": "", "messageId": "", "versionId": "", "environmentId": ""},
            "customerUri": "certnew:entity:customer#e1f42d4d",
            "issuingPartnerUri": "certnew:entity:issuingpartner#d72bb2cd",
            "partnerUri": "paydiant:entity:partner#5df9ba6e",
            "deviceUri": "certnew:iphone#7c9e6679",
            "activate": "false"
        }}"#,
    );
}

#[test]
fn the_lookups_answer_holds_olivia_and_paul() {
    let people = documented_lookup().customer_look_up_info;
    assert_eq!(people.unreadable, 0);
    let [olivia, paul] = people.rows.as_slice() else { panic!("two people, not {}", people.rows.len()) };

    assert_eq!((olivia.full_name().as_str(), olivia.state()), ("Olivia Smith", WalletState::Active));
    assert_eq!((paul.full_name().as_str(), paul.state()), ("Paul Casey", WalletState::Locked));
    assert_eq!(paul.birth_date().map(|day| day.to_string()).as_deref(), Some("10 Jul 1969"));
    assert_eq!(paul.create_date, Some(Instant::from_epoch_millis(1_454_792_210_632)));
    assert_eq!(paul.customer_id.as_ref().map(|id| id.as_str()), Some("vmiTxZcaSEym"));
    assert_eq!(paul.email.as_ref().map(|email| email.in_clear()), Some("pauls_wallet@yahoo.com"));
}

#[test]
fn each_person_of_the_lookup_is_written_back_whole() {
    let text = sample("b2b-v1/retrieveCustomerLookupInfo.response.json");
    let printed: Vec<Value> = body_of(&text)
        .all("customerLookUpInfo")
        .into_iter()
        .flat_map(|list| list.as_array().expect("a list of people").clone())
        .collect();
    let written: Vec<Value> = documented_lookup().customer_look_up_info.rows.iter().map(to_json).collect();
    assert_eq!(written, printed);
}

#[test]
fn devices_are_read_and_written_back_whole() {
    let devices = done::<RetrieveCustomerDevices>(written::DEVICES).customer_devices;
    assert_eq!(devices.unreadable, 0);
    assert_eq!(json!([to_json(&devices)]), json!(body_of(written::DEVICES).all("customerDevices")));
}

#[test]
fn an_activation_is_confirmed_by_its_status_alone() {
    assert_eq!(done::<UpdateCustomerActivation>(written::ACTIVATION), Confirmed {});
    assert_eq!(done::<UpdateCustomerDeviceActivation>(written::DEVICE_ACTIVATION), Confirmed {});
}

#[test]
fn what_the_sandbox_writes_is_what_the_portal_reads() {
    let header = MessageHeader { message_id: "m-1".into(), ..MessageHeader::default() };
    let success = Status { outcome: Outcome::Success, ..Status::default() };

    let people = documented_lookup();
    let text = write_answer::<RetrieveCustomerLookupInfo>(&header, &success, Some(&people));
    assert_eq!(done::<RetrieveCustomerLookupInfo>(&text), people);

    let devices = done::<RetrieveCustomerDevices>(written::DEVICES);
    let text = write_answer::<RetrieveCustomerDevices>(&header, &success, Some(&devices));
    assert_eq!(done::<RetrieveCustomerDevices>(&text), devices);

    let text = write_answer::<UpdateCustomerActivation>(&header, &success, Some(&Confirmed {}));
    assert_eq!(done::<UpdateCustomerActivation>(&text), Confirmed {});

    let refusal = Status::refusal("388", "Customer not found");
    let text = write_answer::<UpdateCustomerActivation>(&header, &refusal, None);
    assert_eq!(Wallet::open::<UpdateCustomerActivation>(&text), Ok(Opened::Refused(refusal)));
}

#[test]
fn a_masked_card_is_written_back_as_it_was_read() {
    let masked = json!("424201******0010");
    let card: MaskedCard = serde_json::from_value(masked.clone()).expect("a masked number");
    assert_eq!(to_json(&card), masked);
}

/// Sends the request and reads it as the gateway would: both ways give what is printed.
fn check<O: Operation + PartialEq + Debug>(request: &O, printed: &str) {
    let header = MessageHeader::default();
    let sealed = Wallet::seal(request, &Sender { header: header.clone(), ..Sender::default() })
        .expect("every value may be sent");
    assert_eq!(sealed.path, O::SPEC.path);
    assert_eq!(parsed(&sealed.body.expect("the wallet family always sends a body")), parsed(printed));

    let (header_read, request_read) = read_request::<O>(printed).expect("the printed request is readable");
    assert_eq!((&header_read, &request_read), (&header, request));
    let sealed_again = Wallet::seal(&request_read, &Sender { header: header_read, ..Sender::default() })
        .expect("every value may be sent");
    assert_eq!(sealed_again.body.as_deref().map(parsed), Some(parsed(printed)));
}

/// The request of seed 001:166-199.
fn activation(activate: bool) -> UpdateCustomerActivation {
    UpdateCustomerActivation {
        customer_uri: "certnew:entity:customer#e1f42d4d-587a-46c1-8de9-2b21846c02c0".into(),
        issuing_partner_uri: "certnew:entity:issuingpartner#d72bb2cd-34f9-441e-9daf-4f3ef2838bcb".into(),
        partner_uri: "paydiant:entity:partner#5df9ba6e-c3a5-4c7e-9f22-6812a069683a".into(),
        activate,
    }
}

fn documented_lookup() -> RetrieveCustomerLookupInfoAnswer {
    done::<RetrieveCustomerLookupInfo>(&sample("b2b-v1/retrieveCustomerLookupInfo.response.json"))
}

fn done<O: Operation>(text: &str) -> O::Answer {
    match Wallet::open::<O>(text) {
        Ok(Opened::Done(answer)) => answer,
        Ok(_) => panic!("{} was not done", O::SPEC.name),
        Err(malformed) => panic!("{}: {malformed}", O::SPEC.name),
    }
}

/// What stands behind the answer's one key.
fn body_of(text: &str) -> Entries {
    let wrapped: std::collections::BTreeMap<String, Entries> = serde_json::from_str(text).expect("a wrapped answer");
    wrapped.into_values().next().expect("one key")
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn to_json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("JSON")
}
