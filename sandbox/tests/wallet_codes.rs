//! Codes that prove an e-mail address, an app on a new device, or the right to reset a credential.

mod common;

use common::{
    Gateway, gateway,
    typed::{answers, secret},
};
use contract::{
    CustomerKey,
    operations::wallet::{
        AuthenticateCustomerLogin, AuthenticateRecoveryCode, CompleteApplicationVerification,
        CompleteApplicationVerificationWithMFA, CompleteEmailVerification, CompleteEmailVerificationWithMFA,
        RecoveryType, ResetCustomerPasscode, ResetCustomerPassword, RetrieveApplicationVerificationCode,
        RetrieveCustomerMFAQuestions, RetrieveCustomersEmailByUri, RetrieveEmailVerificationCode, RetrieveRecoveryCode,
    },
};
use serde_json::json;

fn authenticate(key: &CustomerKey, recovery_type: RecoveryType, code: &str) -> AuthenticateRecoveryCode {
    let CustomerKey { issuing_partner_uri, partner_uri, .. } = key.clone();
    AuthenticateRecoveryCode {
        customer_uri: None,
        issuing_partner_uri,
        partner_uri,
        recovery_type,
        recovery_code: secret(code),
    }
}

fn reset_password(key: &CustomerKey, code: &str, password: &str) -> ResetCustomerPassword {
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    ResetCustomerPassword {
        customer_uri: Some(customer_uri),
        issuing_partner_uri,
        partner_uri,
        recovery_code: secret(code),
        new_password: secret(password),
    }
}

fn reset_passcode(key: &CustomerKey, code: &str, passcode: &str) -> ResetCustomerPasscode {
    let CustomerKey { issuing_partner_uri, partner_uri, .. } = key.clone();
    ResetCustomerPasscode {
        customer_uri: None,
        issuing_partner_uri,
        partner_uri,
        recovery_code: secret(code),
        new_passcode: secret(passcode),
    }
}

fn log_in(key: &CustomerKey, username: &str, password: &str) -> AuthenticateCustomerLogin {
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    AuthenticateCustomerLogin {
        customer_uri,
        issuing_partner_uri,
        partner_uri,
        password: secret(password),
        username: username.into(),
    }
}

async fn recovery_code(gateway: &Gateway, key: &CustomerKey, recovery_type: RecoveryType) -> String {
    let answer = gateway.done(&RetrieveRecoveryCode::of(key, recovery_type)).await;
    answer.recovery_code.expect("a code").relay()
}

async fn email_code(gateway: &Gateway, key: &CustomerKey) -> String {
    let answer = gateway.done(&RetrieveEmailVerificationCode::of(key)).await;
    answer.verification_code.expect("a code").relay()
}

fn complete_email(key: &CustomerKey, code: &str) -> CompleteEmailVerification {
    let CustomerKey { issuing_partner_uri, partner_uri, .. } = key.clone();
    CompleteEmailVerification { issuing_partner_uri, partner_uri, verification_code: secret(code) }
}

#[tokio::test]
async fn a_recovery_code_is_authenticated_once_and_resets_one_password() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let code = recovery_code(&gateway, &key, RecoveryType::ForgotPassword).await;
    let authenticated = gateway.done(&authenticate(&key, RecoveryType::ForgotPassword, &code)).await;
    assert_eq!(authenticated.customer_uri.as_ref(), Some(&key.customer_uri));
    assert_eq!(gateway.refused(&authenticate(&key, RecoveryType::ForgotPassword, &code)).await.0, "300");

    gateway.done(&reset_password(&key, &code, "A-new-1-at-last")).await;
    let (refused, why) = gateway.refused(&reset_password(&key, &code, "Another-1-yet")).await;
    assert_eq!((refused.as_str(), why.as_str()), ("300", "FAILURE: the code was used already"));

    let email = "questions-known@sandbox.example";
    gateway.refused(&log_in(&key, email, "Sandbox-2025")).await;
    let logged_in = gateway.done(&log_in(&key, email, "A-new-1-at-last")).await;
    assert_eq!(logged_in.number_of_questions_to_answer, Some(2));
    assert_eq!(logged_in.customer_uri, Some(key.customer_uri));
}

#[tokio::test]
async fn a_code_for_a_passcode_resets_no_password() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let code = recovery_code(&gateway, &key, RecoveryType::ForgotPasscode).await;
    assert_eq!(
        gateway.refused(&reset_password(&key, &code, "A-new-1-at-last")).await.1,
        "FAILURE: the code is not known"
    );
    gateway.done(&reset_passcode(&key, &code, "7410")).await;
    let record = gateway.look_up(json!({ "email": "questions-known@sandbox.example" })).await.found().remove(0);
    assert_ne!(record["passcodeChangedDate"], record["passwordChangedDate"]);
}

#[tokio::test]
async fn a_new_code_voids_the_one_before_and_another_customers_code_is_not_known() {
    let gateway = gateway();
    let (key, other) = (gateway.key("questions-known").await, gateway.key("active").await);
    let first = recovery_code(&gateway, &key, RecoveryType::ForgotPassword).await;
    let second = recovery_code(&gateway, &key, RecoveryType::ForgotPassword).await;
    assert_ne!(first, second);
    gateway.refused(&authenticate(&key, RecoveryType::ForgotPassword, &first)).await;
    gateway.refused(&reset_password(&other, &second, "A-new-1-at-last")).await;
    gateway.done(&authenticate(&key, RecoveryType::ForgotPassword, &second)).await;
}

#[tokio::test]
async fn an_expired_code_proves_nothing() {
    let gateway = gateway();
    let key = gateway.key("codes-expired").await;
    let code = recovery_code(&gateway, &key, RecoveryType::ForgotPassword).await;
    let expired = ("300".to_owned(), "FAILURE: the code has expired".to_owned());
    assert_eq!(gateway.refused(&authenticate(&key, RecoveryType::ForgotPassword, &code)).await, expired);
    assert_eq!(gateway.refused(&reset_password(&key, &code, "A-new-1-at-last")).await, expired);
    let code = email_code(&gateway, &key).await;
    assert_eq!(gateway.refused(&complete_email(&key, &code)).await, expired);
}

#[tokio::test]
async fn a_first_address_is_proven_by_its_code_alone_where_nothing_else_can_be_asked() {
    let gateway = gateway();
    let key = gateway.key("email-unverified").await;
    let code = email_code(&gateway, &key).await;
    assert_eq!(email_code(&gateway, &key).await, code, "the code that was made holds");
    let done = gateway.done(&complete_email(&key, &code)).await;
    assert_eq!((done.customer_uri.as_ref(), done.question_details.rows.len()), (Some(&key.customer_uri), 0));
    let info = gateway.done(&RetrieveCustomersEmailByUri::of(&key)).await.customer_email_info.expect("stated");
    assert_eq!(info.email_verified, Some(true));
    assert!(info.email_verified_date.is_some());
    let (refused, why) = gateway.refused(&RetrieveEmailVerificationCode::of(&key)).await;
    assert_eq!((refused.as_str(), why.as_str()), ("300", "FAILURE: no e-mail address waits for its verification"));
}

#[tokio::test]
async fn a_new_address_takes_the_old_ones_place_after_code_and_question() {
    let gateway = gateway();
    let key = gateway.key("email-pending").await;
    let code = email_code(&gateway, &key).await;
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let answer_with = |texts: &[&str], questions: &[_]| CompleteEmailVerificationWithMFA {
        customer_uri: customer_uri.clone(),
        issuing_partner_uri: issuing_partner_uri.clone(),
        partner_uri: partner_uri.clone(),
        question_answers: answers(questions, texts),
    };
    let own = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await.question_details.rows;
    let (refused, why) = gateway.refused(&answer_with(&["Biscuit"], &own[..1])).await;
    assert_eq!((refused.as_str(), why.as_str()), ("300", "FAILURE: no code was accepted before"));

    let asked = gateway.done(&complete_email(&key, &code)).await.question_details.rows;
    assert_eq!(asked.len(), 1);
    let info = async || gateway.done(&RetrieveCustomersEmailByUri::of(&key)).await.customer_email_info.expect("stated");
    assert!(info().await.email_pending.is_some(), "not proven yet");
    gateway.refused(&answer_with(&["Rex"], &asked)).await;
    gateway.done(&answer_with(&["Biscuit"], &asked)).await;
    let info = info().await;
    assert_eq!(info.email, Some("email-new@sandbox.example".into()));
    assert_eq!(info.email_pending, None);
    assert_eq!(gateway.look_up(json!({ "email": "email-pending@sandbox.example" })).await.found().len(), 0);
    let found = gateway.look_up(json!({ "email": "email-new@sandbox.example" })).await.found();
    assert_eq!(found[0]["username"], "email-new@sandbox.example");
}

#[tokio::test]
async fn an_app_is_proven_by_its_code_and_the_customers_answers() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let before = gateway.list_devices(key.customer_uri.as_str()).await.body()["customerDevices"][0].clone();
    let device_uri = before["deviceUri"].as_str().expect("stated").into();
    let retrieve = RetrieveApplicationVerificationCode::of(&key, &device_uri, "app-1".into());
    let code = gateway.done(&retrieve).await.verification_code.expect("a code").relay();
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let complete = CompleteApplicationVerification {
        issuing_partner_uri: issuing_partner_uri.clone(),
        partner_uri: partner_uri.clone(),
        verification_code: secret(&code),
    };
    let begun = gateway.done(&complete).await;
    assert_eq!((begun.customer_uri, begun.device_uri), (Some(customer_uri.clone()), Some(device_uri.clone())));
    assert_eq!(begun.application_id, Some("app-1".into()));
    let questions = begun.question_details.rows;
    let with_answers = |device_uri: &contract::DeviceUri| CompleteApplicationVerificationWithMFA {
        issuing_partner_uri: issuing_partner_uri.clone(),
        partner_uri: partner_uri.clone(),
        customer_uri: customer_uri.clone(),
        device_uri: device_uri.clone(),
        application_id: "app-1".into(),
        question_answers: answers(&questions[..2], &["Biscuit", "Elm Street"]),
    };
    assert_eq!(gateway.refused(&with_answers(&"certnew:entity:device#other".into())).await.0, "300");
    gateway.done(&with_answers(&device_uri)).await;
    assert_eq!(gateway.refused(&complete).await.1, "FAILURE: the code was used already");
    let after = gateway.list_devices(key.customer_uri.as_str()).await.body()["customerDevices"][0].clone();
    assert_ne!(after["lastUsedDate"], before["lastUsedDate"]);
}

#[tokio::test]
async fn a_code_for_an_unknown_device_or_an_unknown_code_is_refused() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let device = "certnew:entity:device#00000000-0000-4000-8000-000000000000".into();
    assert_eq!(gateway.refused(&RetrieveApplicationVerificationCode::of(&key, &device, "app-1".into())).await.0, "344");
    let CustomerKey { issuing_partner_uri, partner_uri, .. } = key.clone();
    let complete =
        CompleteApplicationVerification { issuing_partner_uri, partner_uri, verification_code: secret("Z9-0000") };
    for refusal in [
        gateway.refused(&complete).await,
        gateway.refused(&complete_email(&key, "000000")).await,
        gateway.refused(&authenticate(&key, RecoveryType::ForgotPassword, "RC-0000-00")).await,
    ] {
        assert_eq!(refusal, ("300".into(), "FAILURE: the code is not known".into()));
    }
}
