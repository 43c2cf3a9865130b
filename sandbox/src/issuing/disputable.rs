//! Operations that known customers dispute: the guide's two, one that the scheme settled in another currency, and a credit.
//! What the guide does not print is made to fit.

use contract::{Instant, operations::issuing::operations::AccountOperation};
use serde_json::{Value, json};

use super::{
    calendar::{DAY, Millis, stamp},
    entry::{Entry, EntryKind},
    plan::Plan,
};

/// The operation of the guide's folder. The guide prints no reference for it.
pub(super) const GUIDES_DISPUTED: &str = "10000000000263980";
/// The operation that the guide disputes (seed 004:1915).
const GUIDES_UNDISPUTED: &str = "10000000000264015";
/// The card of the guide's folder.
const GUIDES_CARD: &str = "2000000000252082";

/// The operation of the guide's folder, and the one that the guide disputes in its example.
pub(super) fn guides() -> Vec<Entry> {
    let rio = json!({
        "issuerId": "1234", "operationIdentifier": { "operationId": "1000000000354726" },
        "operationKind": "TRN", "operationCode": "CASH_WITHDRAWAL", "description": "M.NAME-ATM RIO 076",
        "referenceAmount": euros(21_102), "reconciliationAmount": euros(21_102),
        "transactionAmount": { "value": 21101, "exponent": 2, "isoCode": "BRL" },
        "postingDate": "2022-11-15T18:04:40.000+00:00", "valueDate": "2022-11-14T23:00:00.000+00:00",
        "transactionDate": "2022-11-14T23:00:00.000+00:00", "externalOperationDate": "2022-11-15T18:04:39.000+00:00",
        "externalOperationReference": GUIDES_DISPUTED, "externalOperationServicePoster": "ITP",
        "externalOperationCode": "1037", "reversal": false, "status": "PROCESSED",
        "maskedPan": "454617******0010", "cardIdentifier": { "cardReference": GUIDES_CARD },
        "brand": "VISA", "cardScheme": "VIS", "cardAcceptorName": "M.NAME-ATM", "cardAcceptorCity": "RIO",
        "cardAcceptorCountry": "076", "cardAcceptorIdCode": "CARD1002319 ID", "cardAcceptorZipCode": "17520",
        "acquirerReferenceData": "74689342319113928021101", "schemeTransactionIdentifier": "002319180439001",
    });
    let shop = json!({
        "issuerId": "1234", "operationIdentifier": { "operationId": "1000000000354761" },
        "operationKind": "TRN", "operationCode": "NORMAL_PURCHASE", "description": "ELEKTROWELT24 4989555077 276",
        "referenceAmount": euros(7625), "reconciliationAmount": euros(7625), "transactionAmount": euros(7625),
        "postingDate": "2022-12-02T09:12:00.000+00:00", "valueDate": "2022-12-01T23:00:00.000+00:00",
        "transactionDate": "2022-11-30T23:00:00.000+00:00", "externalOperationDate": "2022-12-02T09:11:59.000+00:00",
        "externalOperationReference": GUIDES_UNDISPUTED, "externalOperationServicePoster": "ITP",
        "externalOperationCode": "1035", "reversal": false, "status": "PROCESSED",
        "maskedPan": "454617******0010", "cardIdentifier": { "cardReference": GUIDES_CARD },
        "brand": "VISA", "cardScheme": "VIS", "cardAcceptorName": "ELEKTROWELT24", "cardAcceptorCity": "4989555077",
        "cardAcceptorCountry": "276", "cardAcceptorIdCode": "CARD1002336 ID", "cardAcceptorZipCode": "80331",
        "acquirerReferenceData": "74689342336113928021102", "schemeTransactionIdentifier": "002336091159001",
    });
    [rio, shop].into_iter().map(entry).collect()
}

/// A purchase of 21.00 EUR that the scheme settled as 23.00 USD, and 50.00 EUR that a merchant put on the card.
pub(super) fn of_two_directions(plan: &Plan, now: Millis) -> Vec<Entry> {
    let bought = json!({
        "operationCode": "NORMAL_PURCHASE", "description": "HARBOUR DINER BOSTON 840", "cardAcceptorName": "HARBOUR DINER",
        "referenceAmount": euros(2100), "reconciliationAmount": dollars(2300), "transactionAmount": dollars(2300),
    });
    let credited = json!({
        "operationCode": "REFUND_PURCHASE", "description": "LANTERN BOOKS BOSTON 840", "cardAcceptorName": "LANTERN BOOKS",
        "referenceAmount": euros(-5000), "reconciliationAmount": euros(-5000), "transactionAmount": euros(-5000),
    });
    let card = plan.cards.first();
    let made = [bought, credited].into_iter().enumerate().map(|(place, mut facts)| {
        let posted = stamp(now - (6 - place as i64) * DAY);
        let common = json!({
            "issuerId": "1234", "operationIdentifier": { "operationId": format!("100000000035480{place}") },
            "operationKind": "TRN", "postingDate": posted, "valueDate": posted, "transactionDate": posted,
            "externalOperationDate": posted, "externalOperationReference": format!("1000000000026480{place}"),
            "externalOperationServicePoster": "ITP", "externalOperationCode": "1035", "reversal": false,
            "status": "PROCESSED", "maskedPan": card.map(|card| &card.masked),
            "cardIdentifier": { "cardReference": card.map(|card| &card.reference) },
            "brand": "VISA", "cardScheme": "VIS", "cardAcceptorCity": "BOSTON", "cardAcceptorCountry": "840",
        });
        if let (Some(facts), Value::Object(common)) = (facts.as_object_mut(), common) {
            facts.extend(common);
        }
        entry(facts)
    });
    made.collect()
}

fn euros(value: i64) -> Value {
    json!({ "value": value, "exponent": 2, "isoCode": "EUR" })
}

fn dollars(value: i64) -> Value {
    json!({ "value": value, "exponent": 2, "isoCode": "USD" })
}

fn entry(printed: Value) -> Entry {
    let operation: AccountOperation = serde_json::from_str(&printed.to_string()).expect("an operation");
    let millis = |instant: &Option<Instant>| instant.as_ref().map_or(0, Instant::epoch_millis);
    Entry {
        sequence: 0,
        posted: millis(&operation.posting_date),
        external_date: millis(&operation.external_operation_date),
        value_date: millis(&operation.value_date),
        cents: operation.reference_amount.as_ref().and_then(|amount| amount.value).unwrap_or_default(),
        counts: true,
        parent: None,
        kind: EntryKind::AsStated(Box::new(operation)),
    }
}
