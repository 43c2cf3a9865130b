//! Codes: seed 002.

use contract::{Instant, operations::wallet::*};
use serde_json::json;

use super::check::{DEVICE, answered, key, sent, with_issuer, with_key};

#[test]
fn a_recovery_code_is_made_and_relayed_once() {
    for reason in ["FORGOT_PASSWORD", "FORGOT_PASSCODE", "EXPIRED_PASSWORD"] {
        let request = sent::<RetrieveRecoveryCode>(with_key(json!({"recoveryType": reason})));
        assert_eq!(request, RetrieveRecoveryCode::of(&key(), RecoveryType::from(reason)));
    }
    let answer = answered::<RetrieveRecoveryCode>();
    assert_eq!(answer.recovery_code.map(contract::Secret::relay).as_deref(), Some("RC-9X41-22"));
}

#[test]
fn a_recovery_code_is_checked_with_and_without_its_customer() {
    let said = json!({"recoveryType": "FORGOT_PASSWORD", "recoveryCode": "RC-9X41-22"});
    sent::<AuthenticateRecoveryCode>(with_key(said.clone()));
    sent::<AuthenticateRecoveryCode>(with_issuer(said));
    let whose = answered::<AuthenticateRecoveryCode>().customer_uri;
    assert_eq!(whose, Some("certnew:entity:customer#e1f42d4d".into()));
}

#[test]
fn an_email_code_is_asked_for_with_its_date() {
    assert_eq!(sent::<RetrieveEmailVerificationCode>(with_key(json!({}))), RetrieveEmailVerificationCode::of(&key()));
    let answer = answered::<RetrieveEmailVerificationCode>();
    assert_eq!(answer.valid_until_date, Some(Instant::from_epoch_millis(1_493_069_461_632)));
}

#[test]
fn an_email_verification_is_completed_by_code_or_by_question() {
    sent::<CompleteEmailVerification>(with_issuer(json!({"verificationCode": "482913"})));
    assert!(answered::<CompleteEmailVerification>().question_details.is_empty());
    sent::<CompleteEmailVerificationWithMFA>(with_key(json!({"questionAnswers": [{"answer": "Rex"}]})));
    answered::<CompleteEmailVerificationWithMFA>();
}

#[test]
fn an_apps_code_is_asked_for_with_its_application() {
    let attributes = json!({"deviceUri": DEVICE, "applicationId": "app-1"});
    let request = sent::<RetrieveApplicationVerificationCode>(with_key(attributes));
    assert_eq!(request, RetrieveApplicationVerificationCode::of(&key(), &DEVICE.into(), "app-1".into()));
    let answer = answered::<RetrieveApplicationVerificationCode>();
    assert_eq!(answer.valid_until_date, Instant::parse("2022-12-05T09:37:27.670Z"));
}

#[test]
fn an_apps_verification_is_completed_by_code_or_by_questions() {
    sent::<CompleteApplicationVerification>(with_issuer(json!({"verificationCode": "K3-7719"})));
    let answer = answered::<CompleteApplicationVerification>();
    assert_eq!(answer.device_uri, Some("certnew:iphone#7c9e6679".into()));
    sent::<CompleteApplicationVerificationWithMFA>(with_key(json!({
        "deviceUri": DEVICE, "applicationId": "app-1", "questionAnswers": [{"question": "First pet?", "answer": "Rex"}]
    })));
    answered::<CompleteApplicationVerificationWithMFA>();
}
