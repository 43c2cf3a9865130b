//! Cards in a wallet: listed, added, changed, verified, removed, and what is on them.

mod common;

use common::{Gateway, gateway, typed::secret};
use contract::{
    CustomerKey, WalletDecimal,
    operations::wallet::{
        AddCustomerCard, Card, CardDetail, DeleteCustomerCardInfo, DoubleDeposit, RefreshCustomerCardBalances,
        RefreshCustomerCardBalancesV2, RetrieveCustomerCardInfo, SubmitAVSVerification, SubmitPostVerification,
        UpdateCustomerCard, UpdateCustomerCardInfo, VerificationType,
    },
};

fn detail(key: &str, value: &str) -> CardDetail {
    CardDetail { key: key.into(), value: secret(value) }
}

fn add(key: &CustomerKey, card_details: Vec<CardDetail>) -> AddCustomerCard {
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    AddCustomerCard { customer_uri, issuing_partner_uri, partner_uri, application_id: None, card_details }
}

fn change(key: &CustomerKey, card: &Card, card_details: Vec<CardDetail>) -> UpdateCustomerCardInfo {
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let card_uri = card.card_uri.clone();
    UpdateCustomerCardInfo { customer_uri, issuing_partner_uri, partner_uri, card_uri, card_details }
}

fn deposits(key: &CustomerKey, card: &Card, first: &str, second: &str) -> SubmitAVSVerification {
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let amount = |text| WalletDecimal::parse(text).expect("an amount");
    SubmitAVSVerification {
        issuing_partner_uri,
        partner_uri,
        customer_uri,
        payment_account_type_uri: card.payment_account_type_uri.clone().expect("stated"),
        payment_network_type_uri: card.payment_network_type_uri.clone().expect("stated"),
        payment_account_uri: None,
        double_deposit: DoubleDeposit { first_amount: amount(first), second_amount: amount(second) },
        card_details: vec![],
    }
}

async fn cards(gateway: &Gateway, key: &CustomerKey) -> Vec<Card> {
    gateway.done(&RetrieveCustomerCardInfo::of(key)).await.cards.rows
}

#[tokio::test]
async fn cards_are_listed_masked_one_of_them_first_with_or_without_what_is_known_of_them() {
    let gateway = gateway();
    let key = gateway.key("cards-three").await;
    let all = cards(&gateway, &key).await;
    assert_eq!(all.iter().filter(|card| card.default_card == Some(true)).count(), 1);
    for card in &all {
        let masked = card.masked_card_number.as_ref().expect("stated").to_string();
        assert_eq!(masked.matches('*').count(), 6, "{masked}");
        assert!(!card.meta_data.is_empty());
    }
    let one = RetrieveCustomerCardInfo {
        payment_account_uri: Some(all[1].card_uri.clone()),
        include_meta_data: false,
        ..RetrieveCustomerCardInfo::of(&key)
    };
    let answer = gateway.done(&one).await;
    assert_eq!((answer.cards.rows.len(), answer.customer_uri), (1, Some(key.customer_uri.clone())));
    assert!(answer.cards.rows[0].meta_data.is_empty());
    let unknown = RetrieveCustomerCardInfo { payment_account_uri: Some("certnew:card#0".into()), ..one };
    assert_eq!(gateway.refused(&unknown).await.0, "301");
    assert!(cards(&gateway, &gateway.key("cards-none").await).await.is_empty());
}

#[tokio::test]
async fn a_new_card_is_in_the_wallet_and_its_number_nowhere() {
    let gateway = gateway();
    let key = gateway.key("cards-none").await;
    let number = "4111111111111111";
    let details = vec![detail("CARD_NUMBER", number), detail("CVV", "737"), detail("NICKNAME", "Fuel")];
    let answer = gateway.done(&add(&key, details.clone())).await;
    assert_eq!(answer.verification_type, Some(VerificationType::SimpleAuth));
    let [card] = cards(&gateway, &key).await.try_into().expect("one card");
    assert_eq!(Some(&card.card_uri), answer.card_uri.as_ref());
    assert_eq!(card.masked_card_number.expect("stated").to_string(), "411111******1111");
    assert_eq!((card.nick_name.as_deref(), card.default_card), (Some("Fuel"), Some(true)));
    assert_eq!(gateway.refused(&add(&key, details)).await.1, "FAILURE: the card is in the wallet already");

    let said = gateway.wire(&RetrieveCustomerCardInfo::of(&key)).await.text().to_owned();
    let log = gateway.get("/sandbox/log").await;
    for text in [said.as_str(), log.text()] {
        assert!(!text.contains(number) && !text.contains("737"), "{text}");
    }
}

#[tokio::test]
async fn what_is_no_card_or_not_accepted_is_refused_without_repeating_it() {
    let gateway = gateway();
    let key = gateway.key("cards-none").await;
    for (details, expected) in [
        (vec![], "304"),
        (vec![detail("CARD_NUMBER", "4111111111111112")], "304"),
        (vec![detail("CARD_NUMBER", "4111111111111111"), detail("PIN", "1234")], "304"),
        (vec![detail("CARD_NUMBER", "4111111111111111"), detail("CARD_NUMBER", "4111111111111111")], "304"),
        (vec![detail("CARD_NUMBER", "6011000990139424")], "370"),
    ] {
        let (code, text) = gateway.refused(&add(&key, details)).await;
        assert_eq!(code, expected, "{text}");
        assert!(!text.contains("4111") && !text.contains("6011"), "{text}");
    }
}

#[tokio::test]
async fn a_card_gets_another_name_in_both_versions_and_nothing_else_is_changed() {
    let gateway = gateway();
    let key = gateway.key("cards-three").await;
    let card = cards(&gateway, &key).await.remove(0);
    let renamed = gateway.done(&change(&key, &card, vec![detail("NICKNAME", "Rainy day")])).await;
    assert_eq!(renamed.verification_type, Some(VerificationType::NoValidation));
    let now = cards(&gateway, &key).await.remove(0);
    assert_eq!(now.nick_name.as_deref(), Some("Rainy day"));
    assert_eq!((now.masked_card_number, now.card_uri), (card.masked_card_number.clone(), card.card_uri.clone()));
    for details in [vec![], vec![detail("CARD_NUMBER", "4111111111111111")], vec![detail("NICKNAME", " ")]] {
        assert_eq!(gateway.refused(&change(&key, &card, details)).await.0, "304");
    }

    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    let newer = |card_uri| UpdateCustomerCard {
        card_uri,
        device_uri: None,
        customer_uri: customer_uri.clone(),
        application_id: "app-1".into(),
        issuing_partner_uri: issuing_partner_uri.clone(),
        partner_uri: partner_uri.clone(),
        card_details: vec![detail("EXPIRATION_DATE", "12/31")],
    };
    let wire = gateway.wire(&newer(card.card_uri.clone())).await.json();
    let body = &wire["updateCustomerCard"];
    assert_eq!(body["verificationType"], "SIMPLE_AUTH", "the wrapper has no suffix: {wire}");
    assert!(body["status"].get("statusDetails").is_some() && body["status"].get("errors").is_none(), "{wire}");
    let (code, text) = gateway.refused(&newer("certnew:card#0".into())).await;
    assert_eq!((code.as_str(), text.as_str()), ("386", "ERROR: Failed to retrieve card info"));
}

#[tokio::test]
async fn a_removed_card_is_gone_and_another_is_offered_first() {
    let gateway = gateway();
    let key = gateway.key("cards-three").await;
    let first = cards(&gateway, &key).await.remove(0);
    gateway.done(&DeleteCustomerCardInfo::of(&key, &first.card_uri)).await;
    let left = cards(&gateway, &key).await;
    assert_eq!((left.len(), left[0].default_card), (2, Some(true)));
    assert_eq!(gateway.refused(&DeleteCustomerCardInfo::of(&key, &first.card_uri)).await.0, "301");
}

#[tokio::test]
async fn refreshed_balances_are_what_the_list_shows_from_then_on() {
    let gateway = gateway();
    let key = gateway.key("cards-three").await;
    let before = cards(&gateway, &key).await;
    let one = RefreshCustomerCardBalances {
        card_uris: vec![before[1].card_uri.clone()].into(),
        ..RefreshCustomerCardBalances::of(&key)
    };
    let fresh = gateway.done(&one).await.account_balances.rows.remove(0);
    let after = cards(&gateway, &key).await;
    assert_eq!(after[1].account_balance.as_ref(), Some(&fresh));
    assert!(fresh.balance_as_of_date > before[1].account_balance.as_ref().expect("stated").balance_as_of_date);
    assert_eq!(after[0].account_balance, before[0].account_balance, "the others were not asked for");

    let wire = gateway.wire(&RefreshCustomerCardBalancesV2::of(&key)).await.json();
    assert_eq!(wire["refreshCustomerCardBalances"]["accountBalances"].as_array().map(Vec::len), Some(3), "{wire}");
    let unknown = RefreshCustomerCardBalancesV2 {
        card_uris: vec!["certnew:card#0".into()].into(),
        ..RefreshCustomerCardBalancesV2::of(&key)
    };
    assert_eq!(gateway.refused(&unknown).await.0, "304");
}

#[tokio::test]
async fn a_balance_that_nobody_tells_is_not_nought() {
    let gateway = gateway();
    let key = gateway.key("balances-silent").await;
    for balance in gateway.done(&RefreshCustomerCardBalances::of(&key)).await.account_balances.rows {
        assert_eq!((balance.available_balance, balance.balance_error_code), (None, Some(374)));
    }
}

#[tokio::test]
async fn the_right_amounts_open_a_card_and_a_third_wrong_try_is_the_last() {
    let gateway = gateway();
    let key = gateway.key("deposits-awaited").await;
    let card = cards(&gateway, &key).await.remove(0);
    assert_eq!(card.active, Some(false));
    assert_eq!(gateway.refused(&deposits(&key, &card, "0.32", "0.54")).await.0, "300");
    let done = gateway.done(&deposits(&key, &card, "0.45", "0.320")).await;
    assert_eq!(done.verification_type, Some(VerificationType::DoubleDeposit));
    assert_eq!(cards(&gateway, &key).await[0].active, Some(true));

    gateway.post("/sandbox/reset").await;
    for _ in 0..3 {
        assert_eq!(
            gateway.refused(&deposits(&key, &card, "0.01", "0.02")).await.1,
            "FAILURE: the amounts do not match"
        );
    }
    let (_, why) = gateway.refused(&deposits(&key, &card, "0.32", "0.45")).await;
    assert_eq!(why, "FAILURE: no such account waits for its verification");
}

#[tokio::test]
async fn the_twin_on_the_same_address_is_told_apart_by_its_wrapper() {
    let gateway = gateway();
    let key = gateway.key("deposits-awaited").await;
    let card = cards(&gateway, &key).await.remove(0);
    let devices = gateway.list_devices(key.customer_uri.as_str()).await.body()["customerDevices"].clone();
    let on = |place: usize| {
        let plain = deposits(&key, &card, "0.32", "0.45");
        SubmitPostVerification {
            issuing_partner_uri: plain.issuing_partner_uri,
            partner_uri: plain.partner_uri,
            customer_uri: plain.customer_uri,
            payment_account_type_uri: plain.payment_account_type_uri,
            payment_network_type_uri: plain.payment_network_type_uri,
            payment_account_uri: Some(card.card_uri.clone()),
            device_uri: devices[place]["deviceUri"].as_str().expect("stated").into(),
            application_id: "app-1".into(),
            double_deposit: plain.double_deposit,
            additional_data: vec![],
        }
    };
    assert_eq!(gateway.refused(&on(1)).await.1, "FAILURE: the account is not on this device");
    let wire = gateway.wire(&on(0)).await.json();
    assert_eq!(wire["submitPostVerificationResponse"]["verificationType"], "DOUBLE_DEPOSIT", "{wire}");
    let log = gateway.get("/sandbox/log").await.json();
    assert_eq!(log[log.as_array().map_or(0, Vec::len) - 1]["operation"], "submitPostVerification");
}
