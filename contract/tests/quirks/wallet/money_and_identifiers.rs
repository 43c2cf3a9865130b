//! Groups E and F: money and identifiers.

use contract::{
    Amount, Operation, WalletDecimal,
    operations::{UpdateCustomerActivation, wallet::*},
};
use serde_json::json;

use super::gateway::{done, fields, key, sealed};

/// Seed 003:1312 and the public data objects: doubles here, whole minor units in the issuing family.
#[test]
fn e12_a_wallets_balance_keeps_its_digits_and_is_no_amount() {
    let text = r#"{"availableBalance":0.1000000000000000055511151231257827,"availableCredit":100.10}"#;
    let balance: CardBalance = serde_json::from_str(text).expect("a balance");
    assert_eq!(serde_json::to_string(&balance).expect("JSON"), text);
    assert!(serde_json::from_str::<Amount>(text).is_ok_and(|amount| amount.stated().is_none()), "nothing in common");
    let unreadable = done::<RefreshCustomerCardBalances>(json!({"accountBalances": [{"availableBalance": "n/a"}]}));
    assert_eq!(unreadable.account_balances.rows[0].available_balance, None, "not stated, and never 0");
    assert!(WalletDecimal::parse("2.10").is_some());
}

/// Seed 004:531, 560 for the issuing family; the same care here.
#[test]
fn f6_a_full_number_beside_the_masked_one_is_not_kept() {
    let answer = done::<RetrieveCustomerCardInfo>(json!({"pan": "4111111111111111", "cards": [{
        "cardUri": "certnew:card#1", "pan": "4111111111111111", "maskedCardNumber": "4111111111111111",
        "metaData": [{"key": "CARD_NUMBER", "value": "4111111111111111"}, {"key": "CVV", "value": "123"},
            {"key": "NOTE", "value": "was 4111 1111 1111 1111"}]}]}));
    let written = serde_json::to_string(&answer).expect("JSON").replace(' ', "");
    assert!(!written.contains("4111111111111111") && !written.contains("123"), "{written}");
    assert!(written.contains("411111******1111"));
}

/// Seed 001:63, 102, 174: one URI stands for two people, and the activation's is a third.
#[test]
fn f7_a_request_takes_its_key_from_the_record_that_was_picked() {
    let by_uri = json!({"customerLookUpInfo": [
        {"customerUri": "certnew:entity:customer#bb3c", "firstName": "Olivia"},
        {"customerUri": "certnew:entity:customer#bb3c", "firstName": "Paul"}]});
    assert_eq!(done::<RetrieveCustomerByUri>(by_uri).customer_look_up_info.rows.len(), 2);
    for sent in [fields(&UpdateCustomerActivation::of(&key(), true)), fields(&RetrieveCustomerCardInfo::of(&key()))] {
        assert_eq!(sent["customerUri"], "certnew:entity:customer#bb3c20c6");
    }
}

/// Seed 001:63-65.
#[test]
fn f8_a_uri_with_its_hash_stands_in_the_body_and_in_no_path() {
    let sent = sealed(&RetrieveCustomerByUri::of(&key()));
    assert_eq!(sent["retrieveCustomerByUriRequest"]["customerUri"], "certnew:entity:customer#bb3c20c6");
    assert!(!RetrieveCustomerByUri::SPEC.path.contains(['#', '{']));
}

/// Seed 002:453: HTTP never sends a fragment.
#[test]
fn f9_two_operations_on_one_path_are_told_apart_by_their_wrapper() {
    let (avs, post) = (SubmitAVSVerification::SPEC, SubmitPostVerification::SPEC);
    assert_eq!((avs.method, avs.path), (post.method, post.path));
    assert!(!avs.path.contains('#'));
    assert_ne!(avs.wrapper, post.wrapper);
}

/// Seed 003:193-198.
#[test]
fn f21_a_device_may_have_a_name_of_the_callers_making() {
    let request = UpdateDeviceBlockStatus::of(&key(), &"bp.uk.bpme:android#342d233211".into(), true, None);
    assert_eq!(fields(&request)["deviceUri"], "bp.uk.bpme:android#342d233211");
}
