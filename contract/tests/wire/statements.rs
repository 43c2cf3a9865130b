//! Statements: what is sent is what the guide prints, and what it prints is read without a loss.

use contract::{
    Instant,
    operations::issuing::{
        operations::OperationKind,
        statements::{
            ListLastStatementOperations, ListNextStatementOperations, ListStatementOperations, ListStatements,
            ReprintLastStatement, ReprintStatement, RetrieveLastStatement, RetrieveNextStatement, RetrieveStatement,
            StatementEmbed,
        },
    },
};
use serde_json::{Value, json};

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

const ACCOUNT: &str = "12343037952407582600";
const STATEMENTS: &str = "/issuers/1234/accounts/12343037952407582600/statements";

/// Seed 004:39.
#[test]
fn statements_are_asked_for_with_their_reprints() {
    let request = ListStatements {
        account_reference: ACCOUNT.into(),
        period_start_date_time: None,
        period_end_date_time: None,
        include_original_account: None,
        embed: vec![StatementEmbed::ReprintHistory],
    };
    assert_eq!(sent(&request), (format!("{STATEMENTS}?embed=reprintHistory"), None));
}

/// The period's names are public; its form is seed 004:595's.
#[test]
fn statements_of_a_period_are_asked_for_in_whole_seconds() {
    let request = ListStatements {
        account_reference: ACCOUNT.into(),
        period_start_date_time: Instant::parse("2022-07-28T22:00:00.000+00:00"),
        period_end_date_time: Instant::parse("2022-11-29T23:00:00Z"),
        include_original_account: Some(false),
        embed: Vec::new(),
    };
    let query = "includeOriginalAccount=false&periodEndDateTime=2022-11-29T23%3A00%3A00Z\
                 &periodStartDateTime=2022-07-28T22%3A00%3A00Z";
    assert_eq!(sent(&request), (format!("{STATEMENTS}?{query}"), None));
}

#[test]
fn all_six_statements_are_read_and_written_back_whole() {
    let text = sample("issuing-v2/listStatements.response.json");
    let statements = answered::<ListStatements>(&text);
    assert_eq!((statements.rows.len(), statements.unreadable), (6, 0));
    assert_eq!(written_back::<ListStatements>(&text), json(&text)["data"]);
}

/// Seed 004:348, whose prefix is missing there.
#[test]
fn the_last_statement_is_asked_for_read_and_written_back_whole() {
    let request = RetrieveLastStatement { account_reference: ACCOUNT.into(), embed: Vec::new() };
    assert_eq!(sent(&request), (format!("{STATEMENTS}/last"), None));

    let text = sample("issuing-v2/retrieveLastStatement.response.json");
    assert_eq!(written_back::<RetrieveLastStatement>(&text), json(&text)["data"]);
}

/// Public: the period that the printed statement covers, in days without a time.
#[test]
fn a_statement_says_which_days_it_covers() {
    let data = json!({"cycleInformation": {
        "statementEffectiveStartDate": "2022-06-29", "statementEffectiveEndDate": "2022-07-28"
    }});
    let text = json!({ "data": data }).to_string();
    assert_eq!(written_back::<RetrieveLastStatement>(&text), data);
    let with_time = text.replace("2022-07-28", "2022-07-28T00:00:00Z");
    assert_eq!(written_back::<RetrieveLastStatement>(&with_time), data);
    let odd = text.replace("2022-07-28", "soon");
    assert!(written_back::<RetrieveLastStatement>(&odd)["cycleInformation"]["statementEffectiveEndDate"].is_null());
}

/// Seed 004:422.
#[test]
fn the_last_statements_operations_are_asked_for_read_and_written_back_whole() {
    let request = ListLastStatementOperations { account_reference: ACCOUNT.into() };
    assert_eq!(sent(&request), (format!("{STATEMENTS}/last/operations"), None));

    let text = sample("issuing-v2/listLastStatementOperations.response.json");
    assert_eq!(written_back::<ListLastStatementOperations>(&text), json(&text)["data"]);
}

/// Seed 004:476.
#[test]
fn a_reprint_of_the_last_statement_is_sent_without_a_body() {
    let request = ReprintLastStatement { account_reference: ACCOUNT.into() };
    assert_eq!(sent(&request), (format!("{STATEMENTS}/last/reprint"), None));

    let text = sample("issuing-v2/reprintLastStatement.response.json");
    assert_eq!(written_back::<ReprintLastStatement>(&text), json(&text)["data"]);
}

/// No example is printed; which facts an open cycle has is said at seed 004:800, their names are the statement's.
#[test]
fn the_next_statement_states_what_is_known_of_an_open_cycle() {
    let request = RetrieveNextStatement { account_reference: ACCOUNT.into() };
    assert_eq!(sent(&request), (format!("{STATEMENTS}/next"), None));

    let text = r#"{"data": {
        "issuerId": "1234",
        "accountIdentifier": {"accountReference": "12343037952407582600"},
        "cycleClosureDate": "2022-12-29T23:00:00.000+00:00",
        "paymentDueDate": "2022-12-29T23:00:00.000+00:00",
        "cycleBalance": {"value": 33879, "exponent": 2, "isoCode": "EUR"},
        "nextCycleClosureDate": "2023-01-30T23:00:00.000+00:00"
    }}"#;
    let next = answered::<RetrieveNextStatement>(text);
    assert_eq!((next.amount_due, next.total_of_payment, next.previous_cycle_balance), (None, None, None));
    assert_eq!(written_back::<RetrieveNextStatement>(text), json(text)["data"]);
}

/// Seed 004:514. The full card number of seed 004:560 is dropped.
#[test]
fn the_next_statements_operations_are_written_back_without_the_card_number() {
    let request = ListNextStatementOperations { account_reference: ACCOUNT.into() };
    assert_eq!(sent(&request), (format!("{STATEMENTS}/next/operations"), None));

    let text = sample("issuing-v2/listNextStatementOperations.response.json");
    assert_eq!(written_back::<ListNextStatementOperations>(&text), without_pan(&json(&text)["data"]));
}

/// Seed 004:595; the list gave the stamp in another form (seed 004:237).
#[test]
fn a_statement_is_asked_for_by_its_closure_read_and_written_back_whole() {
    let request = RetrieveStatement {
        account_reference: ACCOUNT.into(),
        cycle_closure_date: listed("2022-07-28T22:00:00.000+00:00"),
        embed: Vec::new(),
    };
    assert_eq!(sent(&request), (format!("{STATEMENTS}/2022-07-28T22%3A00%3A00Z"), None));

    let text = sample("issuing-v2/retrieveStatement.response.json");
    assert_eq!(written_back::<RetrieveStatement>(&text), json(&text)["data"]);
}

/// Seed 004:674.
#[test]
fn a_statements_operations_are_asked_for_read_and_written_back_whole() {
    let request = ListStatementOperations {
        account_reference: ACCOUNT.into(),
        cycle_closure_date: listed("2022-07-28T22:00:00.000+00:00"),
        exclude_operation_kinds: vec![OperationKind::PaymentApportionment],
    };
    let path = format!("{STATEMENTS}/2022-07-28T22%3A00%3A00Z/operations?excludeOperationKinds=SUBPAYOP");
    assert_eq!(sent(&request), (path, None));

    let text = sample("issuing-v2/listStatementOperations.response.json");
    assert_eq!(written_back::<ListStatementOperations>(&text), json(&text)["data"]);
}

/// Seed 004:776.
#[test]
fn a_reprint_is_sent_without_a_body() {
    let request =
        ReprintStatement { account_reference: ACCOUNT.into(), cycle_closure_date: listed("2022-10-28T00:00:00Z") };
    assert_eq!(sent(&request), (format!("{STATEMENTS}/2022-10-28T00%3A00%3A00Z/reprint"), None));

    let text = sample("issuing-v2/reprintStatement.response.json");
    assert_eq!(written_back::<ReprintStatement>(&text), json(&text)["data"]);
}

/// Fields of `reprintHistory` are public; the guide asks for them and shows none (seed 004:39-322).
#[test]
fn reprints_are_read_and_written_back_whole() {
    let text = r#"{"data": [{"cycleClosureDate": "2022-11-29T23:00:00.000+00:00", "reprintHistory": [
        {"requestedDate": "2022-12-21T10:56:41.681+00:00", "origin": "API", "username": "rep-7"}
    ]}]}"#;
    assert_eq!(written_back::<ListStatements>(text), json(text)["data"]);
}

fn listed(stamp: &str) -> Instant {
    Instant::parse(stamp).expect("a documented stamp")
}

/// Each operation without its full card number.
fn without_pan(operations: &Value) -> Value {
    let rows = operations.as_array().expect("a list").iter().map(|row| {
        let mut row = row.as_object().expect("an operation").clone();
        row.remove("pan");
        Value::Object(row)
    });
    json!(rows.collect::<Vec<_>>())
}
