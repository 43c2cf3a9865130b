//! What was done to wallets outlives a restart, and no secret is in the file.

mod common;

use common::{
    Gateway,
    typed::{answers, secret},
    with,
};
use contract::{
    CalendarDate, CustomerKey,
    operations::wallet::{
        AddCustomerCard, AuthenticateCustomerLogin, AuthenticateCustomerMFA, CardDetail, CreateCustomerInfo,
        DeleteCustomer, RecoveryType, ResetCustomerPassword, RetrieveCustomerCardInfo, RetrieveCustomerMFAQuestions,
        RetrieveRecoveryCode, UpdateCustomerMFAQuestions,
    },
};
use sandbox::Settings;
use serde_json::json;

async fn log_in(gateway: &Gateway, key: &CustomerKey, email: &str, password: &str) -> String {
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let (password, username) = (secret(password), email.into());
    let login = AuthenticateCustomerLogin { customer_uri, issuing_partner_uri, partner_uri, password, username };
    gateway.wire(&login).await.word()
}

#[tokio::test]
async fn everything_is_done_again_and_nothing_secret_was_kept() {
    let path = std::env::temp_dir().join(format!("sandbox-wallets-{}.json", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let today = CalendarDate::new(2025, 7, 15);
    let settings = Settings { customers: 0, today, state: Some(path.clone()), ..Settings::default() };
    let gateway = with(settings.clone());

    let key = gateway.key("questions-known").await;
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let own = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await.question_details.rows;
    let update = UpdateCustomerMFAQuestions {
        customer_uri: customer_uri.clone(),
        issuing_partner_uri: issuing_partner_uri.clone(),
        partner_uri: partner_uri.clone(),
        questions_answers: answers(&own[..2], &["Canary  Parrot", "Canary Road"]),
    };
    gateway.done(&update).await;
    let code = gateway.done(&RetrieveRecoveryCode::of(&key, RecoveryType::ForgotPassword)).await;
    let code = code.recovery_code.expect("a code").relay();
    let reset = ResetCustomerPassword {
        customer_uri: None,
        issuing_partner_uri: issuing_partner_uri.clone(),
        partner_uri: partner_uri.clone(),
        recovery_code: secret(&code),
        new_password: secret("Canary-word-1"),
    };
    gateway.done(&reset).await;
    let card = AddCustomerCard {
        customer_uri,
        issuing_partner_uri: issuing_partner_uri.clone(),
        partner_uri: partner_uri.clone(),
        application_id: None,
        card_details: vec![
            CardDetail { key: "CARD_NUMBER".into(), value: secret("5454545454545454") },
            CardDetail { key: "CVV".into(), value: secret("731") },
        ],
    };
    gateway.done(&card).await;
    let new = CreateCustomerInfo {
        issuing_partner_uri,
        partner_uri,
        first_name: "Newton".into(),
        last_name: "Brandnew".into(),
        email: "newton@sandbox.example".into(),
        username: "newton@sandbox.example".into(),
        password: secret("Canary-new-1"),
        address1: None,
        address2: None,
        city: None,
        state: None,
        zip: None,
        country: None,
        phone: None,
        external_id: None,
    };
    gateway.done(&new).await;
    gateway.done(&DeleteCustomer::of(&gateway.key("active").await)).await;
    let guesses = gateway.key("cards-none").await;
    for _ in 0..3 {
        assert_eq!(log_in(&gateway, &guesses, "cards-none@sandbox.example", "Canary-guess-1").await, "FAILED");
    }
    let cards = gateway.done(&RetrieveCustomerCardInfo::of(&key)).await.cards;

    let kept = std::fs::read_to_string(&path).expect("a state file");
    for canary in ["Canary", "5454545454545454", "731\"", code.as_str()] {
        assert!(!kept.contains(canary), "{canary} is in the state file");
    }
    let restarted = with(settings);
    assert_eq!(restarted.done(&RetrieveCustomerCardInfo::of(&key)).await.cards, cards);
    assert_eq!(log_in(&restarted, &key, "questions-known@sandbox.example", "Canary-word-1").await, "SUCCESS");
    let spoken = answers(&own[..2], &["canary parrot", "Canary road"]);
    restarted.done(&AuthenticateCustomerMFA::of(&key, spoken)).await;
    let newton = restarted.look_up(json!({ "lastName": "Brandnew" })).await.found().remove(0);
    let newton = CustomerKey { customer_uri: newton["customerUri"].as_str().expect("stated").into(), ..key };
    assert_eq!(log_in(&restarted, &newton, "newton@sandbox.example", "Canary-new-1").await, "SUCCESS");
    assert_eq!(restarted.look_up(json!({ "email": "active@sandbox.example" })).await.found().len(), 0);
    assert_eq!(restarted.really("cards-none@sandbox.example").await["locked"], true, "wrong passwords count on");
    std::fs::remove_file(path).expect("removed");
}
