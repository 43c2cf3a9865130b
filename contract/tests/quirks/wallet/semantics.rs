//! Group H: what trips a portal.

use contract::{
    Action, Effect, Family as _, Opened, Operation, Settlement, WalletState,
    operations::{RetrieveCustomerDevices, UpdateCustomerActivation, UpdateCustomerDeviceActivation, wallet::*},
    wallet::{Confirmed, Wallet},
};
use serde_json::json;

use super::gateway::{done, fields, key, read};

/// Seed 001:157-159, 181.
#[test]
fn h1_an_unlock_is_two_activations_and_each_sets_a_state() {
    let activate =
        [false, true].map(|activate| fields(&UpdateCustomerActivation::of(&key(), activate))["activate"].clone());
    assert_eq!(activate, [json!("false"), json!("true")]);
    let spec = UpdateCustomerActivation::SPEC;
    assert_eq!((spec.effect, spec.settled_by), (Effect::SetsState, Settlement::ReadState));
    assert_eq!(done::<UpdateCustomerActivation>(json!({})), Confirmed {});
}

/// Seed 003:634-635 against 001:147.
#[test]
fn h3_the_newer_profile_has_one_word_where_the_lookup_has_two() {
    assert_eq!(done::<RetrieveCustomerV2>(json!({"active": false})).active, Some(false));
    let record = json!({"customerLookUpInfo": {"customerUri": "c", "active": true, "locked": true}});
    let people = done::<RetrieveCustomerByUri>(record).customer_look_up_info.rows;
    assert_eq!(people[0].state(), WalletState::Locked);
}

/// Seed 001:153, 003:665, 1253.
#[test]
fn h5_a_wallet_a_device_and_a_block_are_switched_by_three_operations() {
    let device = "certnew:iphone#1".into();
    let sent = [
        fields(&UpdateCustomerActivation::of(&key(), false)),
        fields(&UpdateCustomerDeviceActivation::of(&key(), &device, false)),
        fields(&UpdateDeviceBlockStatus::of(&key(), &device, true, None)),
    ];
    assert_eq!(
        [&sent[0]["activate"], &sent[1]["activate"], &sent[2]["blocked"]],
        [&json!("false"), &json!("false"), &json!(true)]
    );
    for spec in [UpdateCustomerActivation::SPEC, UpdateCustomerDeviceActivation::SPEC, UpdateDeviceBlockStatus::SPEC] {
        assert_eq!(spec.action, Action::Unlock, "{}", spec.name);
    }
}

/// Seed 003:665, 691.
#[test]
fn h6_a_device_that_was_ever_blocked_need_not_be_blocked_now() {
    let devices = json!({"customerDevices": [{"deviceUri": "d1", "blocked": false}, {"deviceUri": "d2"}]});
    let blocked: Vec<Option<bool>> =
        done::<RetrieveCustomerBlockedDevices>(devices).customer_devices.rows.iter().map(|one| one.blocked).collect();
    assert_eq!(blocked, [Some(false), None], "to be on the list says nothing about now");
}

/// Seed 003:1238, 1277.
#[test]
fn h7_a_device_made_elsewhere_cannot_be_blocked() {
    let text = json!({"updateDeviceBlockStatusResponse": {"status": {"statusCode": "FAILED", "statusDetails": [
        {"statusCode": "344", "statusDescription": "DEVICE_NOT_FOUND", "statusType": "PLATFORM"}]}}});
    match Wallet::open::<UpdateDeviceBlockStatus>(&text.to_string()) {
        Ok(Opened::Refused(status)) => assert_eq!(status.details[0].code, "344"),
        other => panic!("{other:?}"),
    }
}

/// Seed 002:547-549: what is not sent is gone, so a lost answer is never settled by sending again.
#[test]
fn h8_a_set_of_questions_is_replaced_as_a_whole() {
    for spec in [UpdateCustomerMFAQuestions::SPEC, UpdateCustomerSecurityInfo::SPEC] {
        assert_eq!((spec.effect, spec.settled_by), (Effect::Once, Settlement::AskRep), "{}", spec.name);
    }
    let without = json!({"customerUri": "c", "issuingPartnerUri": "i", "partnerUri": "p"});
    assert!(serde_json::from_value::<UpdateCustomerMFAQuestions>(without).is_err(), "the set is required");
}

/// Seed 002:262-268, 376-380.
#[test]
fn h9_an_issuer_without_questions_says_so() {
    let answer = done::<RetrieveCustomerMFAQuestions>(json!({"mfaEnabled": false, "numberOfQuestionsToAnswer": "0"}));
    assert_eq!((answer.mfa_enabled, answer.number_of_questions_to_answer), (Some(false), Some(0)));
    assert!(answer.question_details.is_empty());
}

/// Seed 002:285-292.
#[test]
fn h10_of_six_kinds_of_questions_no_unsupported_one_is_sent() {
    assert!(fields(&RetrieveCustomerMFAQuestions::of(&key())).get("operationType").is_none());
    let supported = RetrieveCustomerMFAQuestions {
        operation_type: Some(QuestionedOperation::UserRegistration),
        ..RetrieveCustomerMFAQuestions::of(&key())
    };
    assert_eq!(fields(&supported)["operationType"], "USER_REGISTRATION");
    let unknown = RetrieveCustomerMFAQuestions { operation_type: Some("CARD_LOSS".into()), ..supported };
    assert!(serde_json::to_value(&unknown).is_err(), "an unknown word is never sent");
}

/// Seed 002:472, 516; 003:734-735.
#[test]
fn h11_what_is_required_and_null_is_sent_as_null() {
    assert_eq!(fields(&RetrieveCustomerCardInfo::of(&key())).get("paymentAccountUri"), Some(&json!(null)));
    let account = json!({"customerUri": "c", "issuingPartnerUri": "i", "partnerUri": "p", "deviceUri": "d",
        "applicationId": "app-1", "paymentAccountTypeUri": "t", "paymentNetworkTypeUri": "n", "cardDetails": [], "additionalData": [],
        "doubleDeposit": {"firstAmount": 0.75, "secondAmount": 0.25}});
    let avs = fields(&read::<SubmitAVSVerification>(account.clone()));
    let post = fields(&read::<SubmitPostVerification>(account));
    for sent in [avs, post] {
        assert_eq!(sent.get("paymentAccountUri"), Some(&json!(null)));
    }
}

/// Seed 003:627, 683, 774-777.
#[test]
fn h12_of_two_identifiers_that_are_both_optional_exactly_one_is_sent() {
    let devices = fields(&RetrieveCustomerDevices::of(&key()));
    let blocked = fields(&RetrieveCustomerBlockedDevices::of(&key()));
    assert!(devices.get("customerUri").is_some() && devices.get("externalId").is_none());
    assert!(blocked.get("customerUri").is_some() && blocked.get("customerExternalId").is_none());
}

/// Seed 002:127, 153; 003:736, 1192: required, contextual or optional, with the same words. Where a guide calls it required,
/// no request can be made without it; the application is the issuer's, and stands in the configuration.
#[test]
fn h13_an_application_is_named_wherever_a_guide_requires_it() {
    let code = RetrieveApplicationVerificationCode::of(&key(), &"certnew:iphone#1".into(), "app-1".into());
    assert_eq!(fields(&code)["applicationId"], "app-1");
    let card =
        json!({"cardUri": "a", "customerUri": "c", "issuingPartnerUri": "i", "partnerUri": "p", "cardDetails": []});
    assert!(serde_json::from_value::<UpdateCustomerCard>(card.clone()).is_err());
    let mut named = card;
    named["applicationId"] = "app-1".into();
    assert_eq!(read::<UpdateCustomerCard>(named).application_id.as_str(), "app-1");
    let new = json!({"customerUri": "c", "issuingPartnerUri": "i", "partnerUri": "p", "cardDetails": []});
    assert_eq!(read::<AddCustomerCard>(new).application_id, None);
}

/// Seed 001:79 against 004:888.
#[test]
fn h22_a_country_is_kept_as_it_was_written() {
    for country in ["USA", "DE", "BRAZIL", "276"] {
        let answer = done::<RetrieveCustomerV2>(json!({"customer": {"country": country}}));
        assert_eq!(answer.customer.and_then(|customer| customer.country).as_deref(), Some(country));
    }
}
