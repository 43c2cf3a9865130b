//! E: money.

use contract::{
    Money,
    operations::issuing::operations::{AccountOperation, ListOperations, RetrieveOperation},
};

use crate::{
    issuing_wire::{answered, written_back},
    samples::sample,
};

/// Seed 004:2851-2855: 8335 is 8,335 yen and not 83.35.
#[test]
fn e1_the_exponent_says_where_the_point_is() {
    let amount = purchase().transaction_amount.and_then(|amount| amount.stated()).expect("a stated amount");
    assert_eq!(amount, Money { value: 8335, exponent: 0, iso_code: "JPY".into() });
    assert_eq!(amount.to_decimal(), "8335");
}

/// Seed 004:439, 2851: what the customer pays is positive.
#[test]
fn e2_debit_is_positive() {
    let purchase = purchase();
    assert_eq!((purchase.debit, purchase.reference_amount.and_then(|amount| amount.value)), (Some(true), Some(5509)));
}

/// Seed 004:2840-2855: yen, euro, euro; the last one is what the account is charged with.
#[test]
fn e6_three_amounts_are_three_facts() {
    let purchase = purchase();
    let currency = |amount: Option<contract::Amount>| amount.and_then(|amount| amount.iso_code);
    let currencies = [purchase.transaction_amount, purchase.reconciliation_amount, purchase.reference_amount];
    assert_eq!(currencies.map(currency), [Some("JPY".into()), Some("EUR".into()), Some("EUR".into())]);
}

/// Seed 004:2975: 8335 times 0.007087 is 59.07, and 55.09 was charged. The digits are shown, and nothing more can be done
/// with them.
#[test]
fn e7_an_exchange_rate_is_shown_as_it_came() {
    assert_eq!(purchase().exchange_rate.map(|rate| rate.to_string()).as_deref(), Some("0.007087"));
    for (rate, shown) in [("1.10", "1.10"), ("\"0.0070870\"", "0.0070870"), ("1e-3", "1e-3")] {
        let text = with_facts(&format!(r#""exchangeRate": {rate}"#));
        let read = answered::<RetrieveOperation>(&text).operation.exchange_rate;
        assert_eq!(read.map(|rate| rate.to_string()).as_deref(), Some(shown));
    }
    for nothing in ["null", "\"about one\"", "{}"] {
        let text = with_facts(&format!(r#""exchangeRate": {nothing}"#));
        assert_eq!(answered::<RetrieveOperation>(&text).operation.exchange_rate, None, "{nothing}");
    }
}

/// Public: amounts go up to 10^18, a browser's numbers are exact up to 2^53.
#[test]
fn e14_an_amount_beyond_a_browsers_numbers_is_kept_to_the_last_digit() {
    let text = with_facts(r#""referenceAmount": {"value": 999999999999999999, "exponent": 2, "isoCode": "EUR"}"#);
    let amount = answered::<RetrieveOperation>(&text).operation.reference_amount.and_then(|amount| amount.stated());
    assert_eq!(amount.map(|amount| amount.to_decimal()).as_deref(), Some("9999999999999999.99"));
    assert_eq!(written_back::<RetrieveOperation>(&text)["referenceAmount"]["value"], 999_999_999_999_999_999_i64);
}

/// Seed 004:2143 shows an empty amount; in an operation it is not stated either.
#[test]
fn an_empty_amount_of_an_operation_is_not_stated() {
    let text =
        r#"{"data": [{"operationIdentifier": {"operationId": "1"}, "referenceAmount": {}, "cashAmount": null}]}"#;
    let operations = answered::<ListOperations>(text);
    assert_eq!(operations.rows[0].reference_amount.as_ref().and_then(|amount| amount.stated()), None);
    assert_eq!(operations.rows[0].cash_amount, None);
}

fn purchase() -> AccountOperation {
    answered::<RetrieveOperation>(&sample("issuing-v2/retrieveOperation.response.json")).operation
}

fn with_facts(facts: &str) -> String {
    format!(r#"{{"data": {{"operationIdentifier": {{"operationId": "1"}}, {facts}}}}}"#)
}
