//! Receipts: seeds 000 and 003.

use contract::{Family, Instant, Method, Operation, Sender, WalletDecimal, operations::wallet::*, wallet::Wallet};
use serde_json::json;

use super::check::{answered, key, sent, with_key};

/// Seed 003:993-1015.
#[test]
fn receipts_of_a_span_are_listed_page_by_page() {
    let request = sent::<RetrievePaginatedUserReceipts>(with_key(json!({"startDate": "2018-07-23 12:00:00",
        "endDate": "2018-07-24 12:00:00", "startIndex": 0, "maxRowsToReturn": 20})));
    let noon = |day: &str| Instant::parse(&format!("2018-07-{day}T14:00:00.000+0200")).expect("an instant");
    assert_eq!(request, RetrievePaginatedUserReceipts::of(&key(), noon("23"), noon("24"), 20));

    let receipts = answered::<RetrievePaginatedUserReceipts>().receipt_list.rows;
    assert_eq!(receipts[0].transaction_date, Instant::parse("2018-07-23T12:00:00Z"));
    assert_eq!(receipts[0].payment_tenders.rows.len(), 1);
    assert_eq!(receipts[1].total_amount, None);
}

/// Seed 003:1031-1043: nothing is sent but the path.
#[test]
fn one_receipt_is_read_by_its_name() {
    let request = RetrieveUserReceiptByPaydiantRefId { pydt_ref_id: "c98eca3b".into() };
    assert_eq!(serde_json::to_value(&request).expect("JSON"), json!({"pydtRefId": "c98eca3b"}));
    let spec = RetrieveUserReceiptByPaydiantRefId::SPEC;
    assert_eq!((spec.method, spec.path), (Method::Get, "/records/userreceipts/{pydtRefId}"));
    let wire = Wallet::seal(&request, &Sender::default()).expect("sendable");
    assert_eq!((wire.path.as_str(), wire.body), ("/records/userreceipts/c98eca3b", None));
    let receipt = answered::<RetrieveUserReceiptByPaydiantRefId>().receipt.expect("a receipt");
    assert_eq!(receipt.total_amount.as_ref().map(WalletDecimal::as_str), Some("42.00"));
}

#[test]
fn the_last_payments_are_listed() {
    let request = sent::<RetrieveCustomerTransactionsHistory>(with_key(json!({})));
    assert_eq!(request, RetrieveCustomerTransactionsHistory::of(&key()));
    assert_eq!(answered::<RetrieveCustomerTransactionsHistory>().customer_transaction_info.rows.len(), 1);
}
