//! Every known customer shows what the table says. Time is paused: what takes long in life takes nothing here.

mod common;

use std::time::Duration;

use common::{Gateway, gateway};
use serde_json::{Value, json};
use tokio::time::Instant;

/// Calls in their order with the word that each is answered with, and whether the wallet is then active and locked.
type Story = (&'static str, &'static [(bool, &'static str)], (bool, bool));

const OFF: bool = false;
const ON: bool = true;
const UNLOCKED: (bool, bool) = (true, false);
const STILL_LOCKED: (bool, bool) = (true, true);
const LEFT_INACTIVE: (bool, bool) = (false, true);

#[rustfmt::skip]
const UNLOCKS: &[Story] = &[
    ("first-call-fails-once", &[(OFF, "502")], STILL_LOCKED),
    ("first-call-fails-once", &[(OFF, "502"), (OFF, "SUCCESS"), (ON, "SUCCESS")], UNLOCKED),
    ("first-call-fails-always", &[(OFF, "502"), (OFF, "502"), (OFF, "502")], STILL_LOCKED),
    ("first-call-answer-lost", &[(OFF, "broken")], LEFT_INACTIVE),
    ("first-call-answer-lost", &[(OFF, "broken"), (ON, "SUCCESS")], UNLOCKED),
    ("first-call-times-out", &[(OFF, "504")], STILL_LOCKED),
    ("first-call-times-out", &[(OFF, "504"), (OFF, "SUCCESS"), (ON, "SUCCESS")], UNLOCKED),
    ("first-call-times-out-done", &[(OFF, "504")], LEFT_INACTIVE),
    ("first-call-times-out-done", &[(OFF, "504"), (ON, "SUCCESS")], UNLOCKED),
    ("first-call-refused", &[(OFF, "FAILED"), (OFF, "FAILED")], STILL_LOCKED),
    ("first-call-forbidden", &[(OFF, "403"), (OFF, "403")], STILL_LOCKED),
    ("first-call-too-many", &[(OFF, "429"), (OFF, "SUCCESS"), (ON, "SUCCESS")], UNLOCKED),
    ("first-call-partly", &[(OFF, "PARTIAL_SUCCESS")], LEFT_INACTIVE),
    ("second-call-fails-once", &[(OFF, "SUCCESS"), (ON, "502")], LEFT_INACTIVE),
    ("second-call-fails-once", &[(OFF, "SUCCESS"), (ON, "502"), (ON, "SUCCESS")], UNLOCKED),
    ("second-call-fails-always", &[(OFF, "SUCCESS"), (ON, "502"), (ON, "502"), (ON, "502"), (ON, "502")], LEFT_INACTIVE),
    ("second-call-answer-lost", &[(OFF, "SUCCESS"), (ON, "broken")], UNLOCKED),
    ("second-call-times-out", &[(OFF, "SUCCESS"), (ON, "504")], LEFT_INACTIVE),
    ("second-call-times-out", &[(OFF, "SUCCESS"), (ON, "504"), (ON, "SUCCESS")], UNLOCKED),
    ("second-call-times-out-done", &[(OFF, "SUCCESS"), (ON, "504")], UNLOCKED),
    ("second-call-refused", &[(OFF, "SUCCESS"), (ON, "FAILED"), (ON, "FAILED")], LEFT_INACTIVE),
    ("second-call-forbidden", &[(OFF, "SUCCESS"), (ON, "403"), (ON, "403")], LEFT_INACTIVE),
    ("second-call-signed-out", &[(OFF, "SUCCESS"), (ON, "401"), (ON, "SUCCESS")], UNLOCKED),
    ("second-call-too-many", &[(OFF, "SUCCESS"), (ON, "429"), (ON, "SUCCESS")], UNLOCKED),
    ("second-call-partly", &[(OFF, "SUCCESS"), (ON, "PARTIAL_SUCCESS")], UNLOCKED),
    ("second-call-partly-undone", &[(OFF, "SUCCESS"), (ON, "PARTIAL_SUCCESS")], LEFT_INACTIVE),
    ("second-call-noted", &[(OFF, "SUCCESS"), (ON, "SUCCESS")], UNLOCKED),
    ("second-call-html", &[(OFF, "SUCCESS"), (ON, "page")], UNLOCKED),
    ("second-call-truncated", &[(OFF, "SUCCESS"), (ON, "truncated")], UNLOCKED),
    ("second-call-unclear", &[(OFF, "SUCCESS"), (ON, "ACCEPTED")], UNLOCKED),
    ("locked-again", &[(OFF, "SUCCESS"), (ON, "SUCCESS")], STILL_LOCKED),
    ("slow-unlock", &[(OFF, "SUCCESS"), (ON, "SUCCESS")], UNLOCKED),
    ("inactive", &[(ON, "SUCCESS")], UNLOCKED),
    ("inactive-and-locked", &[(ON, "SUCCESS")], UNLOCKED),
];

#[tokio::test(start_paused = true)]
async fn an_unlock_goes_wrong_as_the_table_says_and_the_lookup_shows_how_it_stands() {
    let gateway = gateway();
    for (address, calls, (active, locked)) in UNLOCKS {
        gateway.post("/sandbox/reset").await;
        let email = format!("{address}@sandbox.example");
        let uri = gateway.uri(&email).await;
        for (place, (activate, word)) in calls.iter().enumerate() {
            assert_eq!(gateway.activate(&uri, *activate).await.word(), *word, "{address}, call {place}");
        }
        let person = gateway.look_up(json!({ "email": email })).await.found().remove(0);
        assert_eq!((&person["active"], &person["locked"]), (&json!(active), &json!(locked)), "{address}");
    }
}

/// What successive look-ups of somebody are answered with.
#[rustfmt::skip]
const LOOKUPS: &[(&str, &[&str])] = &[
    ("lookup-times-out", &["504", "504", "504"]),
    ("lookup-slow", &["SUCCESS"]),
    ("lookup-502", &["502", "502", "502"]),
    ("lookup-503-once", &["503", "SUCCESS"]),
    ("lookup-html", &["page", "page"]),
    ("lookup-truncated", &["truncated", "truncated"]),
    ("lookup-answer-lost", &["broken", "SUCCESS"]),
    ("lookup-failed", &["FAILED", "FAILED"]),
    ("lookup-partial", &["PARTIAL_SUCCESS", "PARTIAL_SUCCESS"]),
    ("lookup-unclear", &["PENDING", "PENDING"]),
    ("lookup-429", &["429", "SUCCESS"]),
    ("lookup-403", &["403", "403"]),
    ("lookup-401-once", &["401", "SUCCESS"]),
    ("unreadable-1", &["SUCCESS"]),
];

#[tokio::test(start_paused = true)]
async fn a_lookup_goes_wrong_as_the_table_says() {
    let gateway = gateway();
    for (address, words) in LOOKUPS {
        for (place, word) in words.iter().enumerate() {
            let answer = gateway.look_up(json!({ "email": format!("{address}@sandbox.example") })).await;
            assert_eq!(answer.word(), *word, "{address}, look-up {place}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_customer_behind_a_fault_is_found_by_it_whatever_was_asked() {
    let gateway = gateway();
    assert_eq!(gateway.look_up(json!({ "lastName": "Badgateway" })).await.word(), "502");
    assert_eq!(gateway.look_up(json!({ "lastName": "Ordinary" })).await.word(), "SUCCESS");
}

#[tokio::test(start_paused = true)]
async fn too_many_calls_are_answered_with_the_time_to_wait() {
    let answer = gateway().look_up(json!({ "email": "lookup-429@sandbox.example" })).await;
    assert_eq!(answer.headers["retry-after"], "3");
}

#[tokio::test(start_paused = true)]
async fn a_hanging_call_takes_longer_than_ten_seconds_and_a_slow_one_does_not() {
    let gateway = gateway();
    for (address, at_least, at_most) in [("lookup-times-out", 15, 30), ("lookup-slow", 3, 4), ("active", 0, 0)] {
        let began = Instant::now();
        gateway.look_up(json!({ "email": format!("{address}@sandbox.example") })).await;
        let took = began.elapsed();
        assert!((Duration::from_secs(at_least)..=Duration::from_secs(at_most)).contains(&took), "{address}: {took:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_row_of_another_shape_comes_among_good_ones() {
    let found = gateway().look_up(json!({ "lastName": "Unreadable" })).await.found();
    assert_eq!(found.len(), 3);
    assert_eq!(found.iter().filter(|row| row["customerUri"].is_string()).count(), 2);
}

#[tokio::test(start_paused = true)]
async fn looking_again_fails_after_the_first_change_three_times_or_always() {
    let gateway = gateway();
    for (address, words) in [
        ("reread-fails-3-times", ["502", "502", "502", "SUCCESS", "SUCCESS"]),
        ("reread-fails-always", ["502", "502", "502", "502", "502"]),
    ] {
        let email = json!({ "email": format!("{address}@sandbox.example") });
        let person = gateway.look_up(email.clone()).await.found().remove(0);
        gateway.activate(person["customerUri"].as_str().expect("stated"), false).await;
        for word in words {
            assert_eq!(gateway.look_up(email.clone()).await.word(), word, "{address}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn devices_go_wrong_as_the_table_says() {
    let gateway = gateway();
    let lists: &[(&str, &[&str])] = &[
        ("devices-fail", &["502", "502", "502"]),
        ("devices-fail-twice", &["502", "502", "SUCCESS"]),
        ("devices-slow", &["SUCCESS"]),
        ("devices-none", &["SUCCESS"]),
    ];
    for (address, words) in lists {
        let uri = gateway.uri(&format!("{address}@sandbox.example")).await;
        for word in *words {
            assert_eq!(gateway.list_devices(&uri).await.word(), *word, "{address}");
        }
    }
    let switches: &[(&str, &[&str], bool)] = &[
        ("device-call-fails-once", &["502"], true),
        ("device-call-fails-once", &["SUCCESS"], false),
        ("device-answer-lost", &["broken"], false),
        ("device-refused", &["FAILED", "FAILED"], true),
        ("device-partly", &["PARTIAL_SUCCESS"], false),
        ("device-noted", &["SUCCESS"], false),
    ];
    for (address, words, active) in switches {
        let email = format!("{address}@sandbox.example");
        let before = gateway.really(&email).await;
        let uri = |value: &Value| value.as_str().expect("stated").to_owned();
        let (customer, device) = (uri(&before["customerUri"]), uri(&before["deviceStates"][0]["deviceUri"]));
        for word in *words {
            assert_eq!(gateway.activate_device(&customer, &device, false).await.word(), *word, "{address}");
        }
        assert_eq!(gateway.really(&email).await["deviceStates"][0]["active"], *active, "{address}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_known_customer_with_an_email_is_there() {
    let gateway = gateway();
    for entry in known(&gateway).await {
        let search = entry["search"].as_str().expect("stated");
        if search.contains('@') {
            assert!(gateway.really(search).await["customerUri"].is_string(), "{search}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn unusual_names_travel_unharmed() {
    let gateway = gateway();
    let name = async |address: &str| {
        let email = format!("name-{address}@sandbox.example");
        gateway.look_up(json!({ "email": email })).await.found().remove(0)["firstName"].clone()
    };
    assert_eq!(name("markup").await, "<img src=x onerror=alert(1)>");
    assert_eq!(name("bidi").await, "Ana\u{202e}gnorw");
    assert_eq!(name("missing").await, Value::Null);
}

async fn known(gateway: &Gateway) -> Vec<Value> {
    gateway.get("/sandbox/customers").await.json().as_array().expect("a list").clone()
}
