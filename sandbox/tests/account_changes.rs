//! What is changed about an account shows in the account, its history and its future.

mod common;

use axum::http::StatusCode;
use common::{Gateway, gateway, with};
use contract::CalendarDate;
use sandbox::Settings;
use serde_json::{Value, json};

const IBAN: &str = "DE89370400440532013000";

async fn status(gateway: &Gateway, method: &str, path: &str, body: Value) -> u16 {
    gateway.issuing(method, path, body).await.status.as_u16()
}

#[tokio::test]
async fn a_changed_parameter_shows_in_the_account_and_as_the_newest_of_its_history() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let before = gateway.data(&account).await;
    let answer = gateway.issuing("PATCH", &account, json!({ "bic": "BNKDEBBB" })).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let after = gateway.data(&account).await;
    assert_eq!((&after["bic"], &after["iban"]), (&json!("BNKDEBBB"), &before["iban"]), "what is not sent stays");
    let history = gateway.data(&format!("{account}/account-history")).await;
    assert_eq!((&history[0]["bic"], &history[1]["bic"]), (&after["bic"], &before["bic"]));
    for wrong in [json!({}), json!({ "iban": "12" }), json!({ "bic": "x" }), json!({ "closureCalendarReference": "C" })]
    {
        assert_eq!(status(&gateway, "PATCH", &account, wrong.clone()).await, 400, "{wrong}");
    }
}

#[tokio::test]
async fn free_facts_are_added_and_removed_by_the_word_null() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let fields = |body: Value| json!({ "specificFields": body });
    gateway.issuing("PATCH", &account, fields(json!({ "branch": "7", "note": "x" }))).await;
    gateway.issuing("PATCH", &account, fields(json!({ "note": "null" }))).await;
    assert_eq!(gateway.data(&account).await["specificFields"], json!({ "branch": "7" }));
}

#[tokio::test]
async fn a_scheduled_change_waits_happens_on_its_day_and_can_be_taken_back_before() {
    let path = std::env::temp_dir().join(format!("sandbox-schedule-{}.json", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let on = |day| Settings {
        customers: 0,
        state: Some(path.clone()),
        today: CalendarDate::new(2025, 7, day),
        ..Settings::default()
    };
    let before = with(on(10));
    let account = before.path("two-years").await;
    let updates = format!("{account}/account-future-updates");
    let change = |day: &str| json!({ "futureChangeDate": format!("2025-07-{day}T00:00:00.000Z"), "iban": IBAN });
    assert_eq!(status(&before, "POST", &updates, change("09")).await, 400, "not ahead");
    let made = before.issuing_as(1, "POST", &updates, change("14")).await.json()["data"].clone();
    assert!(made["accountFutureUpdateIdentifier"]["futureChangeReference"].is_string(), "{made}");
    let other = before.issuing_as(1, "POST", &updates, change("20")).await;
    assert_eq!(other.json()["data"], made, "a repeat with the same correlation id is not done again");

    let reference = made["accountFutureUpdateIdentifier"]["futureChangeReference"].as_str().expect("stated");
    let one = format!("{updates}/{reference}");
    assert_eq!(before.data(&one).await["updateStatus"], "CREATED");
    let other_bank = json!({ "bic": "BNKDEBBB", "updateReason": "moved" });
    assert_eq!(status(&before, "PATCH", &one, json!({ "bic": "BNKDEBBB" })).await, 400, "a change needs its reason");
    assert_eq!(status(&before, "PATCH", &one, other_bank.clone()).await, 200);
    assert_ne!(before.data(&account).await["iban"], IBAN);
    assert_eq!(before.data(&updates).await.as_array().map(Vec::len), Some(1));

    let after = with(on(16));
    let now = after.data(&account).await;
    assert_eq!((&now["iban"], &now["bic"]), (&json!(IBAN), &json!("BNKDEBBB")));
    assert_eq!(after.data(&updates).await, json!([]));
    assert_eq!(after.data(&format!("{updates}?all=true")).await[0]["updateStatus"], "PROCESSED");
    assert_eq!(status(&after, "PATCH", &one, other_bank.clone()).await, 400, "its day has come");

    let again = with(on(10));
    let cancel = |day: &str| {
        let day = format!("2025-07-{day}T00:00:00.000Z");
        json!({ "futureChangeDate": day, "updateReason": "the caller changed their mind" })
    };
    let undated = json!({ "updateReason": "the caller changed their mind" });
    assert_eq!(status(&again, "POST", &format!("{one}/cancel"), undated).await, 400);
    assert_eq!(status(&again, "POST", &format!("{one}/cancel"), cancel("15")).await, 400, "not its day");
    assert_eq!(status(&again, "POST", &format!("{one}/cancel"), cancel("14")).await, 200);
    assert_eq!(again.data(&one).await["updateStatus"], "CANCELLED");
    assert_eq!(status(&again, "PATCH", &one, other_bank).await, 409);
    assert_ne!(with(on(16)).data(&account).await["iban"], IBAN);
    std::fs::remove_file(path).expect("removed");
}

#[tokio::test]
async fn a_mandate_is_made_once_and_cancelled_at_once_or_ahead() {
    let gateway = gateway();
    let account = gateway.path("self-payer").await;
    let (create, cancel) = (format!("{account}/create-mandate"), format!("{account}/cancel-mandate"));
    let facts =
        json!({ "iban": IBAN, "ibanOwnerName": "Selma Transferman", "mandateSignDate": "2025-07-01T00:00:00.000Z" });
    assert_eq!(
        status(&gateway, "POST", &cancel, json!({ "cancellationReason": "USER_ACTION" })).await,
        400,
        "there is none"
    );
    assert_eq!(status(&gateway, "POST", &create, json!({ "iban": IBAN })).await, 400);
    let made = gateway.issuing("POST", &create, facts.clone()).await.json()["data"].clone();
    assert_eq!(made["sepaMandateStatus"], "ACTIVE");
    let now = gateway.data(&account).await;
    assert_eq!((&now["sepaMandateUmr"], &now["iban"]), (&made["sepaMandateUmr"], &json!(IBAN)));
    assert_eq!(status(&gateway, "POST", &create, facts).await, 409);

    let ahead = json!({ "cancellationReason": "USER_ACTION", "cancellationDate": "2025-08-01T00:00:00.000Z" });
    assert_eq!(gateway.issuing("POST", &cancel, ahead).await.json()["data"]["sepaMandateStatus"], "ACTIVE");
    assert_eq!(gateway.data(&account).await["sepaMandate"], true);
    let at_once = json!({ "cancellationReason": "REVOCATION_ASKED_BY_DEBTOR" });
    assert_eq!(gateway.issuing("POST", &cancel, at_once).await.json()["data"]["sepaMandateStatus"], "REVOKED");
    assert_eq!(gateway.data(&account).await["sepaMandate"], false);
}

#[tokio::test]
async fn another_way_of_paying_counts_from_its_day_on() {
    let gateway = gateway();
    let account = gateway.path("half-payer").await;
    let statements = gateway.data(&format!("{account}/statements")).await;
    gateway.issuing("PATCH", &account, json!({ "paymentMode": "CARDHOLDER_DETERMINED" })).await;
    assert_eq!(gateway.data(&account).await["paymentMode"], "CARDHOLDER_DETERMINED");
    assert_eq!(gateway.data(&format!("{account}/statements")).await, statements, "the past stays");
}

#[tokio::test]
async fn the_guides_scheduled_changes_have_no_reference_and_stay_beside_a_new_one() {
    let gateway = gateway();
    let updates = "/accounts/12343360952787614799/account-future-updates";
    let change = json!({ "futureChangeDate": "2023-03-01T00:00:00.000Z", "iban": "DE27999999350209299700" });
    assert_eq!(status(&gateway, "POST", updates, change).await, 200, "the guide's own request");
    let listed = gateway.data(updates).await;
    assert_eq!(listed.as_array().map(Vec::len), Some(3));
    assert!(listed[0].get("accountFutureUpdateIdentifier").is_none());
}

#[tokio::test]
async fn a_block_has_its_reason_is_lifted_without_one_and_says_why_only_when_asked() {
    let gateway = gateway();
    let account = gateway.path("blocked").await;
    let history = format!("{account}?embed=hierarchyOperationStatusHistory");
    let now = gateway.data(&account).await;
    assert_eq!(now["hierarchyOperationStatus"]["paymentsBlocking"], true);
    assert!(now.get("hierarchyOperationStatusHistory").is_none() && !now.to_string().contains("COURT_ORDER"), "{now}");
    assert_eq!(gateway.data(&history).await["hierarchyOperationStatusHistory"][0]["blockingReason"], "COURT_ORDER");

    let change = |status: Value| json!({ "hierarchyOperationStatus": status });
    let unblocked =
        json!({ "paymentsBlocking": false, "reimbursementsBlocking": false, "authorizationsBlocking": false });
    for wrong in [
        json!({ "paymentsBlocking": true }),
        json!({ "paymentsBlocking": false, "authorizationsBlocking": false, "blockingReason": "COURT_ORDER" }),
        json!({ "paymentsBlocking": true, "blockingReason": "COURT_ORDER", "colour": "red" }),
    ] {
        assert_eq!(status(&gateway, "PATCH", &account, change(wrong.clone())).await, 400, "{wrong}");
    }
    assert_eq!(status(&gateway, "PATCH", &account, change(unblocked)).await, 200);
    let lifted = gateway.data(&history).await;
    assert_eq!(lifted["hierarchyOperationStatus"]["paymentsBlocking"], false);
    assert_eq!(lifted["hierarchyOperationStatusHistory"].as_array().map(Vec::len), Some(2));
    assert!(lifted["hierarchyOperationStatusHistory"][0].get("blockingReason").is_none());
}

#[tokio::test]
async fn parameters_beside_the_history_are_read_again_too() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let change = json!({ "dunningCaseStatus": "ACTIVE", "liabilityType": "JOINT", "accountDebitOrderDueDateDelay": 3 });
    assert_eq!(status(&gateway, "PATCH", &account, change.clone()).await, 200);
    let now = gateway.data(&account).await;
    for (name, value) in change.as_object().expect("an object") {
        assert_eq!(&now[name], value, "{name}");
    }
}

#[tokio::test]
async fn another_bank_account_waits_with_its_mandate() {
    let gateway = gateway();
    let updates = format!("{}/account-future-updates", gateway.path("two-years").await);
    let change = |mandate: Value| json!({ "futureChangeDate": "2025-08-01T00:00:00.000Z", "iban": IBAN, "sepaMandate": mandate });
    assert_eq!(status(&gateway, "POST", &updates, change(json!({ "mandateSignCity": "Berlin" }))).await, 400);
    let signed = json!({ "mandateSignDate": "2025-07-10T00:00:00.000Z", "mandateSignCity": "Berlin" });
    assert_eq!(status(&gateway, "POST", &updates, change(signed)).await, 200);
    let waiting = gateway.data(&updates).await[0].clone();
    assert_eq!((&waiting["iban"], &waiting["mandateSignCity"]), (&json!(IBAN), &json!("Berlin")));
    assert!(waiting.get("sepaMandate").is_none(), "{waiting}");
}
