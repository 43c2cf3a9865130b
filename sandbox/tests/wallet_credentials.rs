//! Passwords, passcodes, and all of it at once.

mod common;

use common::{
    gateway,
    typed::{answers, secret},
};
use contract::{
    CustomerKey,
    operations::wallet::{
        AuthenticateCustomerLogin, AuthenticateCustomerMFA, RetrieveCustomerCredentialsSpecification,
        RetrieveCustomerMFAQuestions, RetrieveMFAQuestions, UpdateCustomerPIN, UpdateCustomerSecurityInfo,
        UpdateExpiredCustomerPassword,
    },
};
use serde_json::json;

fn log_in(key: &CustomerKey, address: &str, password: &str) -> AuthenticateCustomerLogin {
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let username = format!("{address}@sandbox.example").into();
    AuthenticateCustomerLogin { customer_uri, issuing_partner_uri, partner_uri, password: secret(password), username }
}

fn passcode(key: &CustomerKey, passcode: &str) -> UpdateCustomerPIN {
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    UpdateCustomerPIN { customer_uri, issuing_partner_uri, partner_uri, new_passcode: secret(passcode) }
}

fn renew(key: &CustomerKey, old: &str, new: &str) -> UpdateExpiredCustomerPassword {
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let (old_password, new_password) = (secret(old), secret(new));
    UpdateExpiredCustomerPassword { customer_uri, issuing_partner_uri, partner_uri, old_password, new_password }
}

#[tokio::test]
async fn what_the_issuer_demands_is_what_is_checked() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    let CustomerKey { issuing_partner_uri, partner_uri, .. } = key.clone();
    let rules = gateway.done(&RetrieveCustomerCredentialsSpecification { issuing_partner_uri, partner_uri }).await;
    let passcodes = rules.passcode_specification.expect("stated");
    assert_eq!((passcodes.min_length, passcodes.max_length), (Some(4), Some(4)));
    assert_eq!(rules.password_specification.expect("stated").min_length, Some(8));
    for refused in ["123", "12345", "12a4", "2580"] {
        let (code, text) = gateway.refused(&passcode(&key, refused)).await;
        assert_eq!(code, "304");
        assert!(text.contains("newPasscode") && !text.contains(refused), "{text}");
    }
    let before = gateway.look_up(json!({ "email": "active@sandbox.example" })).await.found().remove(0);
    gateway.done(&passcode(&key, "7410")).await;
    let after = gateway.look_up(json!({ "email": "active@sandbox.example" })).await.found().remove(0);
    assert_ne!(after["passcodeChangedDate"], before["passcodeChangedDate"]);
    assert_eq!(after["passwordChangedDate"], before["passwordChangedDate"]);
}

#[tokio::test]
async fn an_expired_password_is_renewed_by_whoever_knows_the_old_one() {
    let gateway = gateway();
    let key = gateway.key("password-expired").await;
    let (_, why) = gateway.refused(&log_in(&key, "password-expired", "Sandbox-2025")).await;
    assert_eq!(why, "FAILURE: the password has expired");
    assert_eq!(gateway.refused(&renew(&key, "Guess-1-wrong", "Fresh-start-1")).await.0, "300");
    assert_eq!(gateway.refused(&renew(&key, "Sandbox-2025", "Sandbox-2025")).await.0, "304");
    gateway.done(&renew(&key, "Sandbox-2025", "Fresh-start-1")).await;
    gateway.done(&log_in(&key, "password-expired", "Fresh-start-1")).await;
    let (code, why) = gateway.refused(&renew(&key, "Fresh-start-1", "Once-more-2")).await;
    assert_eq!((code.as_str(), why.as_str()), ("300", "FAILURE: the password has not expired"));
}

#[tokio::test]
async fn three_wrong_passwords_lock_the_wallet_and_a_locked_wallet_lets_nobody_in() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    for _ in 0..3 {
        gateway.refused(&log_in(&key, "active", "Guess-1-wrong")).await;
    }
    assert_eq!(gateway.really("active@sandbox.example").await["locked"], true);
    let (code, why) = gateway.refused(&log_in(&key, "active", "Sandbox-2025")).await;
    assert_eq!((code.as_str(), why.as_str()), ("300", "FAILURE: the wallet is locked or not active"));
    gateway.activate(key.customer_uri.as_str(), false).await;
    gateway.activate(key.customer_uri.as_str(), true).await;
    gateway.done(&log_in(&key, "active", "Sandbox-2025")).await;
}

#[tokio::test]
async fn password_passcode_and_questions_are_set_at_once_or_not_at_all() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let offered = RetrieveMFAQuestions {
        customer_uri: Some(customer_uri.clone()),
        issuing_partner_uri: issuing_partner_uri.clone(),
        partner_uri: partner_uri.clone(),
        operation_type: None,
    };
    let offer = gateway.done(&offered).await.question_details.rows;
    let all = |password: &str, passcode: &str| UpdateCustomerSecurityInfo {
        customer_uri: customer_uri.clone(),
        issuing_partner_uri: issuing_partner_uri.clone(),
        partner_uri: partner_uri.clone(),
        new_password: secret(password),
        new_passcode: secret(passcode),
        questions_answers: answers(&offer, &["Luna", "Mill Road"]),
    };
    assert_eq!(gateway.refused(&all("Fresh-start-1", "12")).await.0, "304");
    gateway.done(&log_in(&key, "questions-known", "Sandbox-2025")).await;

    gateway.done(&all("Fresh-start-1", "7410")).await;
    gateway.done(&log_in(&key, "questions-known", "Fresh-start-1")).await;
    let now = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await.question_details.rows;
    gateway.done(&AuthenticateCustomerMFA::of(&key, answers(&now, &["Luna", "Mill Road"]))).await;
    assert_eq!(
        gateway.refused(&passcode(&key, "7410")).await.1,
        "INVALID_ARGUMENTS: newPasscode: it is in use already"
    );
}

#[tokio::test]
async fn passwords_are_nowhere_in_what_the_gateway_says_or_notes() {
    let gateway = gateway();
    let key = gateway.key("password-expired").await;
    let mut said = gateway.wire(&renew(&key, "Canary-old-1", "Canary-new-1")).await.text().to_owned();
    said += gateway.wire(&renew(&key, "Sandbox-2025", "Canary-new-1")).await.text();
    said += gateway.wire(&renew(&key, "Sandbox-2025", "canary")).await.text();
    said += gateway.get("/sandbox/log").await.text();
    said += gateway.get("/sandbox/customer?email=password-expired@sandbox.example").await.text();
    assert!(!said.to_lowercase().contains("canary"), "{said}");
}
