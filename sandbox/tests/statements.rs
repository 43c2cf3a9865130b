//! Statements add up: each begins where the one before ended, and its operations lead from there to its balance.

mod common;

use std::collections::HashSet;

use axum::http::StatusCode;
use common::gateway;
use serde_json::{Value, json};

fn cents(amount: &Value) -> i64 {
    amount["value"].as_i64().expect("stated")
}

fn kind(operation: &Value) -> &str {
    operation["operationKind"].as_str().expect("stated")
}

/// What operations change: a payment whose parts are listed beside it does not count.
fn sum(operations: &[Value]) -> i64 {
    let date = |operation: &Value| operation["externalOperationDate"].as_str().expect("stated").to_owned();
    let parts: HashSet<_> = operations.iter().filter(|operation| kind(operation) == "SUBPAYOP").map(date).collect();
    let counts = |operation: &&Value| kind(operation) != "PAY" || !parts.contains(&date(operation));
    operations.iter().filter(counts).map(|operation| cents(&operation["referenceAmount"])).sum()
}

fn stamp(statement: &Value) -> String {
    statement["cycleClosureDate"].as_str().expect("stated").replace(".000+00:00", "Z")
}

#[tokio::test]
async fn statements_add_up_over_three_years_for_every_way_of_paying() {
    let gateway = gateway();
    for address in ["two-years", "half-payer", "self-payer", "late-payer", "declined", "clock-change", "japan"] {
        let account = gateway.path(address).await;
        let statements = gateway.data(&format!("{account}/statements")).await;
        let statements = statements.as_array().expect("a list");
        assert!(statements.len() > 30, "{address}: {}", statements.len());
        let mut parts = 0;
        for (newer, statement) in std::iter::once(&Value::Null).chain(statements).zip(statements) {
            if newer != &Value::Null {
                assert_eq!(newer["previousCycleBalance"], statement["cycleBalance"], "{address}");
                assert_eq!(newer["previousCycleClosureDate"], statement["cycleClosureDate"], "{address}");
                assert_eq!(statement["nextCycleClosureDate"], newer["cycleClosureDate"], "{address}");
            }
            let closure = stamp(statement);
            let operations = gateway.data(&format!("{account}/statements/{closure}/operations")).await;
            let operations = operations.as_array().expect("a list");
            let balance = cents(&statement["previousCycleBalance"]) + sum(operations);
            assert_eq!(cents(&statement["cycleBalance"]), balance, "{address} {closure}");
            let paid: i64 = operations
                .iter()
                .filter(|operation| kind(operation) == "PAY")
                .map(|operation| -cents(&operation["referenceAmount"]))
                .sum();
            assert_eq!(cents(&statement["totalOfPayment"]), paid, "{address} {closure}");
            let due = cents(&statement["amountDue"]);
            let past = statement["initialPastAmountDue"]["value"].as_i64().unwrap_or(0);
            assert_eq!(cents(&statement["initialRemainingAmountDue"]), due + past, "{address} {closure}");
            assert!(due + past <= cents(&statement["cycleBalance"]).max(0), "{address} {closure}");
            parts += operations.iter().filter(|operation| kind(operation) == "SUBPAYOP").count();
            assert_eq!(gateway.data(&format!("{account}/statements/{closure}")).await, *statement, "{address}");
        }
        assert!(address != "two-years" || parts > 10, "payments come in parts");
    }
}

#[tokio::test]
async fn what_a_statement_collects_is_paid_in_the_next_cycle() {
    let gateway = gateway();
    let account = gateway.path("half-payer").await;
    let statements = gateway.data(&format!("{account}/statements")).await;
    let statements = statements.as_array().expect("a list");
    for pair in statements.windows(2) {
        let [newer, older] = pair else { panic!("two") };
        assert_eq!(newer["totalOfPayment"], older["directDebitAmount"]);
        let half = (cents(&older["cycleBalance"]).max(0) + 1) / 2;
        assert!(cents(&older["theoricDirectDebitAmount"]) >= half);
    }
}

#[tokio::test]
async fn what_is_not_paid_is_overdue_on_the_next_statement() {
    let gateway = gateway();
    let account = gateway.path("late-payer").await;
    let statements = gateway.data(&format!("{account}/statements")).await;
    assert!(cents(&statements[0]["initialPastAmountDue"]) > 0, "{}", statements[0]);
    let closure = stamp(&statements[0]);
    let operations = gateway.data(&format!("{account}/statements/{closure}/operations")).await;
    let returned = operations.as_array().expect("a list").iter().find(|operation| operation["reversal"] == true);
    let returned = returned.expect("a direct debit came back");
    let original = operations.as_array().expect("a list").iter().find(|operation| {
        operation["externalOperationReference"] == returned["externalMatchingOperationReference"]
            && operation["externalOperationDate"] == returned["externalMatchingOperationDate"]
    });
    assert_eq!(cents(&original.expect("the direct debit")["referenceAmount"]), -cents(&returned["referenceAmount"]));
    assert_eq!(gateway.data(&account).await["delinquent"], true);
}

#[tokio::test]
async fn cycles_close_at_midnight_in_berlin_through_both_changes_of_the_clocks() {
    let gateway = gateway();
    let account = gateway.path("clock-change").await;
    let statements = gateway.data(&format!("{account}/statements")).await;
    let closures: Vec<_> = statements.as_array().expect("a list").iter().map(stamp).collect();
    for expected in ["2025-03-29T23:00:00Z", "2025-04-26T22:00:00Z", "2024-10-26T22:00:00Z", "2024-11-23T23:00:00Z"] {
        assert!(closures.iter().any(|closure| closure == expected), "{expected} in {closures:?}");
    }
}

#[tokio::test]
async fn the_open_cycle_goes_on_from_the_last_statement_and_agrees_with_the_balance() {
    let gateway = gateway();
    for address in ["two-years", "half-payer", "several-accounts"] {
        let account = gateway.path(address).await;
        let last = gateway.data(&format!("{account}/statements/last")).await;
        let next = gateway.data(&format!("{account}/statements/next")).await;
        let operations = gateway.data(&format!("{account}/statements/next/operations")).await;
        let balance = gateway.data(&format!("{account}/balance")).await;
        let so_far = cents(&last["cycleBalance"]) + sum(operations.as_array().expect("a list"));
        assert_eq!(cents(&next["cycleBalance"]), so_far, "{address}");
        assert_eq!(cents(&balance["accountBalance"]), so_far, "{address}");
        assert_eq!(next["previousCycleClosureDate"], last["cycleClosureDate"], "{address}");
        assert_eq!(last["nextCycleClosureDate"], next["cycleClosureDate"], "{address}");
        assert!(next.get("totalOfPayment").is_none() && next.get("amountDue").is_none(), "not yet known");
        let accepted = cents(&balance["acceptedAmount"]);
        assert_eq!(cents(&balance["openToBuy"]), cents(&balance["activeCreditLimitAmount"]) - accepted, "{address}");
    }
}

#[tokio::test]
async fn the_past_is_the_same_on_another_day() {
    use common::with;
    use contract::CalendarDate;
    use sandbox::Settings;
    let on = |year, month, day| {
        with(Settings { customers: 50, today: CalendarDate::new(year, month, day), ..Settings::default() })
    };
    let (then, later) = (on(2025, 2, 3), on(2026, 11, 25));
    let account = then.path("two-years").await;
    let path = format!("{account}/statements?periodEndDateTime=2025-01-01T00:00:00Z");
    assert_eq!(then.data(&path).await, later.data(&path).await);
    let path = format!("{account}/operations?startTime=2024-01-01T00:00:00Z&endTime=2024-12-31T00:00:00Z&offset=1000");
    assert_eq!(then.data(&path).await, later.data(&path).await);
}

#[tokio::test]
async fn a_period_is_listed_and_a_new_account_has_nothing() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let path =
        format!("{account}/statements?periodStartDateTime=2024-01-01T00:00:00Z&periodEndDateTime=2024-12-31T23:59:59Z");
    assert_eq!(gateway.data(&path).await.as_array().map(Vec::len), Some(12));

    let account = gateway.path("new-account").await;
    assert_eq!(gateway.data(&format!("{account}/statements")).await, json!([]));
    let last = gateway.issuing("GET", &format!("{account}/statements/last"), Value::Null).await;
    assert_eq!(last.status, StatusCode::NOT_FOUND);
    assert_eq!(last.json()["responseMetadata"]["statusCode"], 404);
    let next = gateway.data(&format!("{account}/statements/next")).await;
    assert_eq!(next["cycleBalance"]["value"], 0);
    assert!(next.get("previousCycleClosureDate").is_none());
}

#[tokio::test]
async fn a_reprint_is_in_the_history_of_its_statement_and_only_there() {
    let gateway = gateway();
    let account = gateway.path("two-years").await;
    let statements = format!("{account}/statements");
    let listed = gateway.data(&statements).await;
    let (first, second) = (stamp(&listed[0]), stamp(&listed[1]));
    let answer = gateway.issuing("POST", &format!("{statements}/{second}/reprint"), Value::Null).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert!(answer.json()["data"]["requestedDate"].is_string());

    let embed = "embed=reprintHistory";
    let history = gateway.data(&format!("{statements}/{second}?{embed}")).await["reprintHistory"].clone();
    assert_eq!(history[0]["username"], "Robin Keller");
    assert_eq!(gateway.data(&format!("{statements}/{first}?{embed}")).await["reprintHistory"], json!([]));
    let nowhere = format!("{statements}/2024-01-01T00:00:00Z/reprint");
    assert_eq!(gateway.issuing("POST", &nowhere, Value::Null).await.status, StatusCode::NOT_FOUND);
}

/// Public: 23:59:59 as the time of the closure; the listed stamp is not found there.
#[tokio::test]
async fn a_newer_platform_finds_a_statement_at_the_end_of_its_local_day_and_under_no_other_stamp() {
    let gateway = gateway();
    let statements = format!("{}/statements", gateway.path("statements-at-end-of-day").await);
    let listed = stamp(&gateway.data(&statements).await[0]);
    assert!(listed.ends_with("T22:00:00Z"), "{listed}: midnight in Berlin");
    let midnight = contract::Instant::parse(&listed).expect("a stamp").epoch_millis() + 2 * 3_600_000;
    let end = contract::Instant::from_epoch_millis(midnight + 86_400_000 - 1_000).to_seconds_and_z();
    assert!(end.ends_with("T23:59:59Z"), "{end}");
    for (stamp, status) in [(&listed, StatusCode::NOT_FOUND), (&end, StatusCode::OK)] {
        for path in [format!("{statements}/{stamp}"), format!("{statements}/{stamp}/operations")] {
            assert_eq!(gateway.issuing("GET", &path, Value::Null).await.status, status, "{path}");
        }
        let reprint = gateway.issuing("POST", &format!("{statements}/{stamp}/reprint"), Value::Null).await;
        assert_eq!(reprint.status, status, "{stamp}");
    }
    let ordinary = format!("{}/statements", gateway.path("two-years").await);
    let listed = stamp(&gateway.data(&ordinary).await[0]);
    let end = format!("{}T23:59:59Z", &listed[..10]);
    let strict = gateway.issuing("GET", &format!("{ordinary}/{end}"), Value::Null).await;
    assert_eq!(strict.status, StatusCode::NOT_FOUND, "the guides' platform knows the listed stamp alone");
}
