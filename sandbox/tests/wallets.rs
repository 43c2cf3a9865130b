//! What the wallet operations do when nothing goes wrong.

mod common;

use common::{ISSUER, PAUL, gateway, with};
use contract::{Configuration, Family, Opened, operations::RetrieveCustomerLookupInfo, wallet::Wallet};
use sandbox::Settings;
use serde_json::json;

const SEED_ANSWER: &str = include_str!("../../contract/samples/b2b-v1/retrieveCustomerLookupInfo.response.json");

#[tokio::test]
async fn the_seeds_telephone_gets_the_seeds_answer_word_for_word() {
    let gateway = gateway();
    let answer = gateway.look_up(json!({ "phone": "5089991234" })).await;
    assert_eq!(answer.text(), SEED_ANSWER);
    assert_eq!(answer.text().matches("\"customerLookUpInfo\"").count(), 2);
    gateway.activate(PAUL, false).await;
    assert_eq!(gateway.look_up(json!({ "phone": "5089991234" })).await.text(), SEED_ANSWER);
}

#[tokio::test]
async fn pauls_email_finds_him_alone_locked_and_under_the_identifier_of_the_seeds_activation() {
    let found = gateway().look_up(json!({ "email": "Pauls_Wallet@yahoo.com" })).await.found();
    let [paul] = found.as_slice() else { panic!("one person") };
    assert_eq!(paul["customerUri"], PAUL);
    assert_eq!((&paul["active"], &paul["locked"]), (&json!(true), &json!(true)));
    assert_eq!(paul["customerId"], "vmiTxZcaSEym");
}

#[tokio::test]
async fn two_people_on_one_telephone_are_told_apart_and_the_locked_one_is_helped() {
    let gateway = gateway();
    let found = gateway.look_up(json!({ "phone": "5085550142" })).await.found();
    let [maria, miguel] = found.as_slice() else { panic!("two people") };
    for attribute in ["customerUri", "city", "email", "createDate", "additionalCustomerInformation", "customerId"] {
        assert_ne!(maria[attribute], miguel[attribute], "{attribute}");
    }
    assert_eq!((&maria["locked"], &miguel["locked"]), (&json!(false), &json!(true)));

    let uri = miguel["customerUri"].as_str().expect("stated");
    assert_eq!(gateway.activate(uri, false).await.word(), "SUCCESS");
    assert_eq!(gateway.activate(uri, true).await.word(), "SUCCESS");
    let found = gateway.look_up(json!({ "phone": "5085550142" })).await.found();
    assert!(found.iter().all(|person| person["active"] == true && person["locked"] == false));
}

#[tokio::test]
async fn activating_a_wallet_that_is_active_already_does_not_unlock_it() {
    let gateway = gateway();
    assert_eq!(gateway.activate(PAUL, true).await.word(), "SUCCESS");
    assert_eq!(gateway.really("pauls_wallet@yahoo.com").await["locked"], true);
}

#[tokio::test]
async fn deactivating_leaves_the_lock_and_activating_clears_it() {
    let gateway = gateway();
    gateway.activate(PAUL, false).await;
    let state = gateway.really("pauls_wallet@yahoo.com").await;
    assert_eq!((&state["active"], &state["locked"]), (&json!(false), &json!(true)));
    gateway.activate(PAUL, true).await;
    let state = gateway.really("pauls_wallet@yahoo.com").await;
    assert_eq!((&state["active"], &state["locked"]), (&json!(true), &json!(false)));
}

#[tokio::test]
async fn one_device_is_switched_and_the_wallet_and_the_other_device_stay() {
    let gateway = gateway();
    let devices = gateway.list_devices(PAUL).await.body()["customerDevices"].clone();
    let uri = |place: usize| devices[place]["deviceUri"].as_str().expect("stated").to_owned();
    assert_eq!(gateway.activate_device(PAUL, &uri(1), false).await.word(), "SUCCESS");
    let state = gateway.really("pauls_wallet@yahoo.com").await;
    assert_eq!(state["active"], true);
    let switched: Vec<_> = (0..2).map(|place| state["deviceStates"][place]["active"] == true).collect();
    assert_eq!(switched, [true, false]);

    gateway.activate(PAUL, false).await;
    gateway.activate(PAUL, true).await;
    let state = gateway.really("pauls_wallet@yahoo.com").await;
    assert_eq!(state["deviceStates"][1]["active"], false, "an unlock leaves devices alone");
}

#[tokio::test]
async fn every_kind_of_criterion_finds_the_same_person() {
    let gateway = gateway();
    let ada = gateway.look_up(json!({ "email": "active@sandbox.example" })).await.found().remove(0);
    for criteria in [
        json!({ "email": "ACTIVE@SANDBOX.EXAMPLE" }),
        json!({ "phone": ada["phone"] }),
        json!({ "lastName": "ordinary" }),
        json!({ "lastName": "Ordinary", "firstName": "ada" }),
        json!({ "externalId": ada["externalId"] }),
        json!({ "customerId": ada["customerId"] }),
    ] {
        let found = gateway.look_up(criteria.clone()).await.found();
        assert_eq!(found.as_slice(), std::slice::from_ref(&ada), "{criteria}");
    }
}

#[tokio::test]
async fn nobody_found_is_a_success_with_an_empty_list() {
    for criteria in [
        json!({ "lastName": "Nowhere" }),
        json!({ "lastName": "Ordinary", "firstName": "Zelda" }),
        json!({ "customerId": "vmitxzcaseym" }),
    ] {
        assert_eq!(gateway().look_up(criteria).await.found().len(), 0);
    }
}

#[tokio::test]
async fn the_switchboard_is_two_hundred_people() {
    let found = gateway().look_up(json!({ "phone": "5085550200" })).await.found();
    assert_eq!(found.len(), 200);
}

#[tokio::test]
async fn answers_open_as_the_contract_documents_them() {
    let answer = gateway().look_up(json!({ "lastName": "Alvarez" })).await;
    let opened = Wallet::open::<RetrieveCustomerLookupInfo>(answer.text()).expect("an answer");
    let Opened::Done(found) = opened else { panic!("done") };
    assert_eq!(found.customer_look_up_info.rows.len(), 2);
    assert_eq!(found.customer_look_up_info.unreadable, 0);
}

#[tokio::test]
async fn devices_are_listed_by_the_issuers_own_id_too() {
    let gateway = gateway();
    let ada = gateway.look_up(json!({ "email": "active@sandbox.example" })).await.found().remove(0);
    let attributes = json!({ "externalId": ada["externalId"], "issuingPartnerUri": ISSUER });
    let answer = gateway.call("/customers/devices/search", "retrieveCustomerDevices", attributes).await;
    assert_eq!(answer.body()["customerDevices"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn only_wlw_issuers_activate_and_every_issuer_looks_up() {
    for (configuration, activation) in
        [(Configuration::Wlw, "SUCCESS"), (Configuration::WlwIdp, "FAILED"), (Configuration::External, "FAILED")]
    {
        let gateway = with(Settings { configuration, customers: 0, ..Settings::default() });
        let devices = gateway.list_devices(PAUL).await;
        assert_eq!(devices.word(), "SUCCESS", "{configuration:?}");
        let device = devices.body()["customerDevices"][0]["deviceUri"].as_str().expect("stated").to_owned();
        assert_eq!(gateway.look_up(json!({ "email": "pauls_wallet@yahoo.com" })).await.found().len(), 1);
        assert_eq!(gateway.activate(PAUL, false).await.word(), activation, "{configuration:?}");
        assert_eq!(gateway.activate_device(PAUL, &device, false).await.word(), activation, "{configuration:?}");
        let stays = activation == "FAILED";
        assert_eq!(gateway.really("pauls_wallet@yahoo.com").await["active"], stays, "{configuration:?}");
        assert_eq!(gateway.get("/config.json").await.json()["tenant"]["configuration"], configuration.name());
    }
}

#[tokio::test]
async fn what_has_changed_outlives_a_restart_with_a_state_file() {
    let path = std::env::temp_dir().join(format!("sandbox-restart-{}.json", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let settings = Settings { customers: 0, state: Some(path.clone()), ..Settings::default() };
    with(settings.clone()).activate(PAUL, false).await;

    let restarted = with(settings.clone());
    assert_eq!(restarted.really("pauls_wallet@yahoo.com").await["active"], false);
    restarted.post("/sandbox/reset").await;
    assert_eq!(with(settings.clone()).really("pauls_wallet@yahoo.com").await["active"], true);

    std::fs::write(&path, "not a state").expect("written");
    assert!(sandbox::router(&settings).expect_err("refused").contains("is not a state file"));
    std::fs::remove_file(path).expect("removed");
}
