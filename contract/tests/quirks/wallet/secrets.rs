//! Credentials and codes are relayed and told to nobody.

use contract::operations::wallet::*;
use serde_json::json;

use super::gateway::{done, read};

/// Seed 002:251, 331, 448.
#[test]
fn h33_a_code_that_comes_back_is_told_to_no_log() {
    let recovery = done::<RetrieveRecoveryCode>(json!({"recoveryCode": "RC-9X41-22"}));
    let email = done::<RetrieveEmailVerificationCode>(json!({"verificationCode": "RC-9X41-22"}));
    let app = done::<RetrieveApplicationVerificationCode>(json!({"verificationCode": "RC-9X41-22"}));
    for told in [format!("{recovery:?}"), format!("{email:?}"), format!("{app:?}")] {
        assert!(told.contains("Secret(…)") && !told.contains("RC-9X41-22"), "{told}");
    }
    let code = recovery.recovery_code.map(contract::Secret::relay);
    assert_eq!(code.as_deref(), Some("RC-9X41-22"), "relayed once");
}

/// Whatever a rep passes on for a caller.
#[test]
fn h33_what_is_sent_for_a_caller_is_told_to_no_log() {
    let key = json!({"customerUri": "c", "issuingPartnerUri": "i", "partnerUri": "p"});
    let with = |more: serde_json::Value| {
        let mut attributes = key.clone();
        attributes.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        attributes
    };
    let answers = json!([{"question": "First pet?", "answer": "hidden"}]);
    let told = [
        format!("{:?}", read::<AuthenticateCustomerLogin>(with(json!({"password": "hidden", "username": "hidden"})))),
        format!("{:?}", read::<AuthenticateCustomerMFA>(with(json!({"questionAnswers": answers})))),
        format!("{:?}", read::<UpdateCustomerPIN>(with(json!({"newPasscode": "hidden"})))),
        format!(
            "{:?}",
            read::<ResetCustomerPassword>(with(json!({"recoveryCode": "hidden", "newPassword": "hidden"})))
        ),
        format!(
            "{:?}",
            read::<AddCustomerCard>(with(json!({"cardDetails": [{"key": "CARD_NUMBER", "value": "hidden"}]})))
        ),
        format!("{:?}", read::<CompleteEmailVerification>(with(json!({"verificationCode": "hidden"})))),
    ];
    for one in told {
        assert!(!one.contains("hidden"), "{one}");
    }
}
