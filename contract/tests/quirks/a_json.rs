//! A: the shape of the JSON.

use contract::{
    Amount, Family, Opened, WalletCustomer, WalletState,
    issuing::{Issuing, ResponseMetadata},
    operations::{RetrieveCustomerDevices, RetrieveCustomerLookupInfo, UpdateCustomerActivation},
    rows::Rows,
    wallet::{MessageHeader, Wallet, read_request},
};
use serde_json::json;

use crate::{
    gateway::{activation_answered, json, looked_up, person_with, sent_fields, status},
    samples::sample,
    statement_probe::ReadStatement,
};

const OLIVIA: &str = r#"{"customerUri": "certnew:entity:customer#1", "firstName": "Olivia"}"#;
const PAUL: &str = r#"{"customerUri": "certnew:entity:customer#1", "firstName": "Paul"}"#;

/// Seed 001:52, 001:91.
#[test]
fn a1_duplicate_lookup_key_keeps_both_people() {
    let found = looked_up(&format!(r#""customerLookUpInfo": [{OLIVIA}], "customerLookUpInfo": [{PAUL}]"#));
    assert_eq!(first_names(&found), ["Olivia", "Paul"]);
}

/// Seed 001:52: the field is a list, so both may stand under one key.
#[test]
fn a2_one_lookup_key_with_several_people_keeps_all_of_them() {
    let found = looked_up(&format!(r#""customerLookUpInfo": [{OLIVIA}, {PAUL}]"#));
    assert_eq!(first_names(&found), ["Olivia", "Paul"]);
}

/// Seed 001:177, 001:197 send text; seed 001:68-69 answers real booleans.
#[test]
fn a3_booleans_travel_as_text_and_are_read_in_both_forms() {
    assert_eq!(sent_fields(&activation(true))["activate"], json!("true"));
    assert!(activate_read_from("\"true\"") && activate_read_from("true"));
    assert!(!activate_read_from("\"false\"") && !activate_read_from("false"));
    assert_eq!(person_with(r#""active": true, "locked": true"#).state(), WalletState::Locked);
    assert_eq!(person_with(r#""active": "true", "locked": "true""#).state(), WalletState::Locked);
}

/// Seed 003:739: "must be in lowercase".
#[test]
fn a4_booleans_are_written_in_lower_case() {
    for activate in [true, false] {
        let sent = sent_fields(&activation(activate))["activate"].clone();
        assert_eq!(sent, json!(activate.to_string()));
    }
}

/// Seed 002:262-266 writes TRUE and FALSE.
#[test]
fn a5_booleans_in_upper_case_are_read() {
    assert!(activate_read_from("\"TRUE\""));
    assert!(!activate_read_from("\"False\""));
    assert_eq!(person_with(r#""active": "FALSE", "locked": "TRUE""#).state(), WalletState::InactiveAndLocked);
}

/// A word that is neither must not become one of them: an unlock would start from it.
#[test]
fn a5_a_word_that_is_no_boolean_is_not_stated() {
    assert_eq!(person_with(r#""active": "yes", "locked": false"#).state(), WalletState::NotStated);
}

/// Seed 004:2143.
#[test]
fn a6_an_empty_amount_is_not_stated_and_never_nothing() {
    let dispute = json(&sample("issuing-v2/retrieveDispute.response.json"));
    let messages = dispute["data"]["messages"].as_array().expect("the dispute's messages");
    let empty = messages.iter().find(|message| message["amount"] == json!({})).expect("the empty amount");
    let amount: Amount = serde_json::from_value(empty["amount"].clone()).expect("an amount");
    assert_eq!(amount.stated(), None);
    assert_eq!(serde_json::to_value(amount).expect("JSON"), json!({}));

    let zero: Amount = serde_json::from_str(r#"{"value": 0, "exponent": 2, "isoCode": "EUR"}"#).expect("an amount");
    assert_eq!(zero.stated().map(|money| money.to_decimal()).as_deref(), Some("0.00"));
}

/// Seed 001:71, 86, 88.
#[test]
fn a7_null_beside_filled_facts_is_absence() {
    let person = person_with(r#""emailPending": null, "lastLoginDate": null, "emailVerifiedDate": null, "city": null"#);
    assert_eq!(person.email_pending, None);
    assert_eq!(person.last_login_date, None);
    assert_eq!(person.city, None);
    assert_eq!(person_with(r#""active": null, "locked": null"#).state(), WalletState::NotStated);
}

/// Seed 001:87-88.
#[test]
fn a8_a_verified_address_needs_no_date() {
    let person = person_with(r#""emailVerified": true, "emailVerifiedDate": null"#);
    assert_eq!((person.email_verified, person.email_verified_date), (Some(true), None));
}

/// Seed 001:116 and 001:23-26.
#[test]
fn a9_empty_text_is_known_as_absence_and_kept() {
    let person = person_with(r#""address2": """#);
    assert!(person.address2.as_ref().is_some_and(|line| line.is_empty()));
    assert_eq!(serde_json::to_value(&person).expect("JSON")["address2"], json!(""));

    let sent = sample("b2b-v1/retrieveCustomerLookupInfo.request.json");
    let (header, _) = read_request::<RetrieveCustomerLookupInfo>(&sent).expect("an empty header is a header");
    assert_eq!(header, MessageHeader::default());
}

/// Seed 003:37 (`"370"`), 004:484 (`200`): text in the one family, a number in the other.
#[test]
fn a14_codes_are_read_as_text_or_as_number() {
    let as_text = status(r#"{"statusCode": "FAILED", "statusDetails": [{"statusCode": "370"}]}"#);
    let as_number = status(r#"{"statusCode": "FAILED", "statusDetails": [{"statusCode": 370}]}"#);
    assert_eq!(as_text.details[0].code, "370");
    assert_eq!(as_text, as_number);

    let metadata: ResponseMetadata = serde_json::from_str(r#"{"statusCode": 200}"#).expect("metadata");
    assert_eq!(metadata.status_code, Some(200));
}

/// Seed 001:57-62.
#[test]
fn a16_a_free_fact_may_be_stated_twice() {
    let person = person_with(
        r#""additionalCustomerInformation": [
            {"key": "birthday", "value": "08281970"}, {"key": "pet", "value": "Rex"}, {"key": "pet", "value": "Bello"}
        ]"#,
    );
    let facts = &person.additional_customer_information.rows;
    let pets: Vec<&str> = facts.iter().filter(|fact| fact.key == "pet").map(|fact| fact.value.in_clear()).collect();
    assert_eq!(pets, ["Rex", "Bello"]);
    assert_eq!(person.birthday().map(|birthday| birthday.in_clear()), Some("08281970"));
}

/// The guides' blanks are often U+202F or U+00A0 (seed 004:433, 483), also inside of what the gateway says.
#[test]
fn a24_unusual_blanks_in_a_sentence_change_nothing() {
    let opened =
        activation_answered("{\"statusCode\": \"SUCCESS\", \"statusDescription\": \"Executed\u{202f}successfully\"}");
    assert!(matches!(opened, Ok(Opened::Done(_))));
    let failed = status("{\"statusCode\": \"FAILED\", \"statusDescription\": \"Not\u{a0}found\"}");
    assert_eq!(failed.description, "Not\u{a0}found");
}

/// Seed 004:734.
#[test]
fn a27_letters_beyond_ascii_survive_in_both_directions() {
    let person = person_with(r#""firstName": "Zoë", "lastName": "Müller-Łuczak", "city": "東京""#);
    assert_eq!(person.full_name(), "Zoë Müller-Łuczak");
    assert_eq!(person.city.as_deref(), Some("東京"));

    let request = RetrieveCustomerLookupInfo { last_name: Some("Müller-Łuczak".into()), ..Default::default() };
    assert_eq!(sent_fields(&request)["lastName"], json!("Müller-Łuczak"));
}

/// Seed 004:2607-2627 shows the item without the list around it.
#[test]
fn a28_a_single_item_where_a_list_should_be_is_a_list_of_one() {
    assert_eq!(first_names(&looked_up(&format!(r#""customerLookUpInfo": {OLIVIA}"#))), ["Olivia"]);
    let devices = r#"{"retrieveCustomerDevicesResponse": {
        "status": {"statusCode": "SUCCESS"}, "customerDevices": {"deviceUri": "certnew:iphone#7"}
    }}"#;
    let Ok(Opened::Done(answer)) = Wallet::open::<RetrieveCustomerDevices>(devices) else { panic!("not done") };
    assert_eq!((answer.customer_devices.rows.len(), answer.customer_devices.unreadable), (1, 0));
}

/// One row of another shape is counted and does not take the others with it.
#[test]
fn a28_an_unreadable_item_leaves_the_others_readable() {
    let found = looked_up(&format!(
        r#""customerLookUpInfo": [{OLIVIA}, "no person", {{"firstName": "Nobody"}}, [[], [], "c"], {PAUL}]"#
    ));
    assert_eq!(first_names(&found), ["Olivia", "Paul"]);
    assert_eq!(found.unreadable, 3);
    assert_eq!(looked_up(r#""customerLookUpInfo": null"#), Rows::default());
}

/// Seed 004:2601, 004:2710 print an answer as if it were the body of a GET.
#[test]
fn a29_what_is_read_with_get_carries_no_body() {
    let request = ReadStatement {
        account_reference: "12343037952407582600".into(),
        cycle_closure: "last".into(),
        period_start_date_time: None,
    };
    let wire = Issuing::seal(&request, &issuer()).expect("sendable");
    assert_eq!(wire.body, None);
    assert_eq!(wire.path, "/issuers/1234/accounts/12343037952407582600/statements/last");
}

fn first_names(found: &Rows<WalletCustomer>) -> Vec<&str> {
    found.rows.iter().filter_map(|person| person.first_name.as_deref()).collect()
}

fn activation(activate: bool) -> UpdateCustomerActivation {
    UpdateCustomerActivation {
        customer_uri: "certnew:entity:customer#1".into(),
        issuing_partner_uri: "certnew:entity:issuingpartner#1".into(),
        partner_uri: "paydiant:entity:partner#1".into(),
        activate,
    }
}

/// What the gateway's side understands when `activate` is written like this.
fn activate_read_from(written: &str) -> bool {
    let text = format!(
        r#"{{"updateCustomerActivationRequest": {{
            "messageHeader": {{"partnerId": "", "messageId": "", "versionId": "", "environmentId": ""}},
            "customerUri": "c", "issuingPartnerUri": "i", "partnerUri": "p", "activate": {written}
        }}}}"#
    );
    read_request::<UpdateCustomerActivation>(&text).expect("a boolean in some form").1.activate
}

fn issuer() -> contract::Sender {
    contract::Sender { issuer_id: "1234".into(), ..contract::Sender::default() }
}

/// Seed 001:28 asks for 5089991234, 001:82 and 001:121 answer 9991234444.
#[test]
fn f19_what_is_found_need_not_repeat_what_was_asked() {
    let asked = sample("b2b-v1/retrieveCustomerLookupInfo.request.json");
    let (_, asked) = read_request::<RetrieveCustomerLookupInfo>(&asked).expect("the request");
    let found = sample("b2b-v1/retrieveCustomerLookupInfo.response.json");
    let Ok(Opened::Done(found)) = Wallet::open::<RetrieveCustomerLookupInfo>(&found) else { panic!("not done") };
    let phone = |person: &WalletCustomer| person.phone.as_ref().map(|phone| phone.in_clear().to_owned());
    let phones: Vec<Option<String>> = found.customer_look_up_info.rows.iter().map(phone).collect();
    assert_eq!(phones.len(), 2);
    assert!(phones.iter().all(|phone| phone.as_deref() != asked.phone.as_ref().map(|phone| phone.in_clear())));
}

/// Seed 001:107-108: Paul is active and locked.
#[test]
fn h4_active_and_locked_make_four_states() {
    let state = |active: &str, locked: &str| person_with(&format!(r#""active": {active}, "locked": {locked}"#)).state();
    assert_eq!(state("true", "false"), WalletState::Active);
    assert_eq!(state("true", "true"), WalletState::Locked);
    assert_eq!(state("false", "false"), WalletState::Inactive);
    assert_eq!(state("false", "true"), WalletState::InactiveAndLocked);
    let found = sample("b2b-v1/retrieveCustomerLookupInfo.response.json");
    let Ok(Opened::Done(found)) = Wallet::open::<RetrieveCustomerLookupInfo>(&found) else { panic!("not done") };
    let paul = found.customer_look_up_info.rows.iter().find(|person| person.first_name.as_deref() == Some("Paul"));
    assert_eq!(paul.map(WalletCustomer::state), Some(WalletState::Locked));
}
