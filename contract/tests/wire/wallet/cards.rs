//! Cards: seeds 000, 002, 003.

use contract::{MaskedCard, WalletDecimal, operations::wallet::*};
use serde_json::json;

use super::check::{DEVICE, answered, key, opened, sent, with_key};

/// Attributes public.
#[test]
fn a_new_card_is_relayed_and_answered_by_its_name() {
    let details =
        json!({"cardDetails": [{"key": "CARD_NUMBER", "value": "4111111111111111"}], "applicationId": "app-1"});
    sent::<AddCustomerCard>(with_key(details.clone()));
    sent::<ProvisionCustomerCard>(with_key(details));
    let answer = answered::<AddCustomerCard>();
    assert_eq!(answer.payment_status.and_then(|status| status.status_code), Some(210));
    assert_eq!(answered::<ProvisionCustomerCard>().verification_type, Some(VerificationType::NoValidation));
}

/// Seed 003:727-759.
#[test]
fn all_cards_of_a_wallet_are_listed() {
    let request =
        sent::<RetrieveCustomerCardInfo>(with_key(json!({"paymentAccountUri": null, "includeMetaData": true})));
    assert_eq!(request, RetrieveCustomerCardInfo::of(&key()));
    sent::<RetrieveCustomerCardInfo>(with_key(json!({"paymentAccountUri": "certnew:card#1", "includeMetaData": false,
        "applicationId": "app-1", "deviceUri": DEVICE})));

    let cards = answered::<RetrieveCustomerCardInfo>().cards;
    let [first, second] = cards.rows.as_slice() else { panic!("two cards") };
    assert_eq!(first.masked_card_number, Some(MaskedCard::new("411111******1111")));
    let balance = first.account_balance.as_ref().and_then(|balance| balance.available_balance.clone());
    assert_eq!(balance.as_ref().map(WalletDecimal::as_str), Some("120.5"));
    assert!(second.meta_data.is_empty());
}

#[test]
fn a_card_is_changed_and_deleted() {
    let request = sent::<DeleteCustomerCardInfo>(with_key(json!({"paymentAccountUri": "certnew:card#1"})));
    assert_eq!(request, DeleteCustomerCardInfo::of(&key(), &"certnew:card#1".into()));
    answered::<DeleteCustomerCardInfo>();

    let change = json!({"cardUri": "certnew:card#1", "cardDetails": [{"key": "NICKNAME", "value": "Fuel"}]});
    sent::<UpdateCustomerCardInfo>(with_key(change.clone()));
    answered::<UpdateCustomerCardInfo>();
    let mut of_the_app = change;
    of_the_app["applicationId"] = "app-1".into();
    sent::<UpdateCustomerCard>(with_key(of_the_app));
    answered::<UpdateCustomerCard>();
}

/// Seed 003:530-546.
#[test]
fn balances_are_refreshed_in_both_versions() {
    assert_eq!(sent::<RefreshCustomerCardBalances>(with_key(json!({}))), RefreshCustomerCardBalances::of(&key()));
    assert_eq!(sent::<RefreshCustomerCardBalancesV2>(with_key(json!({}))), RefreshCustomerCardBalancesV2::of(&key()));
    let balances = answered::<RefreshCustomerCardBalances>().account_balances.rows;
    assert_eq!(balances[0].available_credit.as_ref().map(WalletDecimal::as_str), Some("0.1"));
    let failed = &answered::<RefreshCustomerCardBalancesV2>().account_balances.rows[1];
    assert_eq!((failed.available_balance.as_ref(), failed.balance_error_code), (None, Some(374)));
}

/// Seed 002:462-492, 505-539.
#[test]
fn the_owner_of_an_account_is_proven_by_two_deposits() {
    let account = json!({"paymentAccountTypeUri": "certnew:accounttype#debit", "paymentAccountUri": null,
        "paymentNetworkTypeUri": "certnew:network#ach", "doubleDeposit": {"firstAmount": 0.75, "secondAmount": 0.25}});
    let with = |more: serde_json::Value| {
        let mut attributes = with_key(account.clone());
        attributes.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        attributes
    };
    let request = sent::<SubmitAVSVerification>(with(json!({"cardDetails": []})));
    assert_eq!(request.double_deposit.first_amount.as_str(), "0.75");
    sent::<SubmitPostVerification>(with(json!({"deviceUri": DEVICE, "applicationId": "app-1", "additionalData": []})));
    let answer = answered::<SubmitAVSVerification>();
    assert_eq!(answer.verification_type, Some(VerificationType::DoubleDeposit));
    answered::<SubmitPostVerification>();
}

/// Seed 002:483, 003:748: the table lists `paymentResponse` as an attribute, whose content the samples show beside the others.
#[test]
fn what_answers_have_in_common_is_read_in_its_attribute_and_beside_the_others() {
    let status = json!({"statusCode": "SUCCESS", "statusDescription": "Success", "errors": []});
    let payment = json!({"statusCode": 210, "statusDescription": "Approved"});
    let flat = json!({"submitAVSVerificationResponse": {
        "status": status, "paymentStatus": payment, "verificationType": "DOUBLE_DEPOSIT"
    }});
    let nested = json!({"submitAVSVerificationResponse": {
        "paymentResponse": {"status": status, "paymentStatus": payment}, "verificationType": "DOUBLE_DEPOSIT"
    }});
    let read = |answer: &serde_json::Value| opened::<SubmitAVSVerification>(&answer.to_string());
    assert_eq!(read(&nested), read(&flat));
    assert_eq!(read(&nested).payment_status.and_then(|payment| payment.status_code), Some(210));
    let cards = json!({"retrieveCustomerCardInfoResponse": {
        "paymentResponse": {"status": status}, "cards": [{"cardUri": "certnew:card#1"}]
    }});
    assert_eq!(opened::<RetrieveCustomerCardInfo>(&cards.to_string()).cards.rows.len(), 1);
    let refused = json!({"submitAVSVerificationResponse": {"paymentResponse": {"status": {
        "statusCode": "FAILED", "errors": [{"statusCode": "386", "statusDescription": "ERROR", "statusType": "PLATFORM"}]
    }}}});
    let opened = <contract::wallet::Wallet as contract::Family>::open::<SubmitAVSVerification>(&refused.to_string());
    assert!(matches!(opened, Ok(contract::Opened::Refused(_))));
}
