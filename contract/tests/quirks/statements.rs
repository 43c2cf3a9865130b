//! Where the documented statements differ from what a tidy mind expects.

use contract::{
    Instant, Money,
    operations::issuing::{
        operations::OperationKind,
        statements::{
            ListStatementOperations, ListStatements, ReprintLastStatement, ReprintStatement, RetrieveLastStatement,
            RetrieveStatement, Statement, StatementEmbed,
        },
    },
};

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

/// Seed 004:58: the German word with an English ending is the gateway's.
#[test]
fn b7_the_theoretical_direct_debit_keeps_its_spelling() {
    let (june, text) = (statement("2022-06-29T22:00:00Z"), sample("issuing-v2/listStatements.response.json"));
    assert_eq!(june.theoric_direct_debit_amount.and_then(|amount| amount.value), Some(30000));
    let written = written_back::<ListStatements>(&text);
    assert!(written.as_array().expect("a list").iter().all(|row| row.get("theoricDirectDebitAmount").is_some()));
}

/// Seed 004:50-52 and five more: it is deprecated, and says nothing that the closure does not.
#[test]
fn b23_the_payment_due_date_is_always_the_closure() {
    for statement in statements() {
        assert_eq!(statement.payment_due_date, statement.cycle_closure_date);
    }
}

/// Seed 004:28, 334 write a hyphen, seed 004:39 sends none.
#[test]
fn b27_reprints_are_asked_for_as_the_printed_request_does() {
    let request = RetrieveLastStatement {
        account_reference: "12343037952407582600".into(),
        embed: vec![StatementEmbed::ReprintHistory],
    };
    assert!(sent(&request).0.ends_with("/statements/last?embed=reprintHistory"));
}

/// Seed 004:737, 749 under the closure of seed 004:672: posted three weeks after it.
#[test]
fn d19_an_operation_may_be_posted_after_its_statement_closed() {
    let closure = Instant::parse("2022-07-28T22:00:00Z");
    let operations = answered::<ListStatementOperations>(&sample("issuing-v2/listStatementOperations.response.json"));
    assert_eq!(operations.unreadable, 0);
    assert!(operations.rows.iter().any(|operation| operation.posting_date > closure));
}

/// Seed 004:64, 110: the customer has money there.
#[test]
fn e4_a_negative_balance_is_in_the_customers_favour() {
    let november = statement("2022-11-29T23:00:00Z");
    let balance = november.cycle_balance.and_then(|amount| amount.stated()).expect("a stated balance");
    assert_eq!(balance, Money { value: -40946, exponent: 2, iso_code: "EUR".into() });
}

/// Seed 004:687-728, 245-258: 55465 = 60000 - 5000 + 465, while all payments are 30000. The part of a payment is told from
/// the payment, so that nobody adds both; the totals are the gateway's own.
#[test]
fn e9_a_payments_part_is_told_from_the_payment() {
    let operations = answered::<ListStatementOperations>(&sample("issuing-v2/listStatementOperations.response.json"));
    let of_kind = |kind: OperationKind| {
        let rows = operations.rows.iter().filter(|operation| operation.operation_kind.as_ref() == Some(&kind));
        rows.filter_map(|operation| operation.reference_amount.as_ref()?.value).sum::<i64>()
    };
    let parts = operations.rows.iter().filter(|operation| operation.apportions_a_payment()).count();
    let july = statement("2022-07-28T22:00:00Z");
    let value = |amount: Option<contract::Amount>| amount.and_then(|amount| amount.value).expect("stated");
    assert_eq!((parts, of_kind(OperationKind::Payment)), (1, -value(july.total_of_payment)));
    let balance = value(july.previous_cycle_balance)
        + of_kind(OperationKind::PaymentApportionment)
        + of_kind(OperationKind::Interest);
    assert_eq!(balance, value(july.cycle_balance));

    let request = ListStatementOperations {
        account_reference: "12343037952407582600".into(),
        cycle_closure_date: july.cycle_closure_date.expect("a closure"),
        exclude_operation_kinds: vec![OperationKind::PaymentApportionment],
    };
    assert!(sent(&request).0.ends_with("?excludeOperationKinds=SUBPAYOP"));
}

/// Seed 004:96-231, 277-321: four statements have no direct debit, the first nothing past due.
#[test]
fn e13_an_amount_that_is_not_stated_is_not_nought() {
    let not_stated = |amount: fn(&Statement) -> bool| statements().iter().filter(|row| amount(row)).count();
    assert_eq!(not_stated(|row| row.direct_debit_amount.is_none()), 4);
    assert_eq!(not_stated(|row| row.initial_past_amount_due.is_none()), 1);
    let june = statement("2022-06-29T22:00:00Z");
    assert_eq!((june.initial_past_amount_due, june.previous_cycle_closure_date), (None, None));
}

/// Seed 004:39: twenty digits, which no number holds.
#[test]
fn f1_an_account_reference_is_text() {
    let reference = statement("2022-06-29T22:00:00Z").account_identifier.and_then(|account| account.account_reference);
    assert_eq!(reference.as_ref().map(|reference| reference.as_str()), Some("12343037952407582600"));
    let as_number: f64 = "12343037952407582600".parse().expect("digits");
    assert_ne!(format!("{}", as_number as u64 + 1), "12343037952407582601", "a number would not do");
}

/// Seed 004:348 prints `/1234/accounts/…`.
#[test]
fn g4_the_last_statement_is_asked_for_below_its_issuer() {
    let request = RetrieveLastStatement { account_reference: "12343037952407582600".into(), embed: Vec::new() };
    assert_eq!(sent(&request).0, "/issuers/1234/accounts/12343037952407582600/statements/last");
}

/// Seed 004:490-495, 790-795: neither says how the statement stands, so it is read again.
#[test]
fn h25_a_reprint_answers_no_new_state() {
    for name in ["reprintLastStatement", "reprintStatement"] {
        let text = sample(&format!("issuing-v2/{name}.response.json"));
        let keys: Vec<String> = json(&text)["data"].as_object().expect("an object").keys().cloned().collect();
        assert_eq!(keys, ["accountIdentifier", "requestedDate"], "{name}");
        assert!(answered::<ReprintStatement>(&text).requested_date.is_some());
        assert!(answered::<ReprintLastStatement>(&text).requested_date.is_some());
    }
}

/// Every field may be missing or null, and more may come.
#[test]
fn a_statement_of_which_nothing_is_known_is_read() {
    for data in ["{}", r#"{"cycleBalance": null, "amountDue": {}, "reprintHistory": null, "newFact": [1]}"#] {
        let statement = answered::<RetrieveStatement>(&format!(r#"{{"data": {data}}}"#));
        assert_eq!((statement.cycle_closure_date, statement.cycle_balance), (None, None), "{data}");
    }
}

fn statements() -> Vec<Statement> {
    answered::<ListStatements>(&sample("issuing-v2/listStatements.response.json")).rows
}

/// The one that closed then.
fn statement(closure: &str) -> Statement {
    let closure = Instant::parse(closure);
    statements().into_iter().find(|row| row.cycle_closure_date == closure).expect("a listed closure")
}
