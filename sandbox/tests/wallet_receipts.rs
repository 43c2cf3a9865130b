//! Receipts of a span, page by page, one by its name, and the last payments.

mod common;

use common::gateway;
use contract::{
    CustomerKey, Instant,
    operations::wallet::{
        DeleteCustomer, RetrieveCustomerTransactionsHistory, RetrievePaginatedUserReceipts,
        RetrieveUserReceiptByPaydiantRefId, UserReceipt,
    },
};

const DAY: i64 = 86_400_000;

fn within(key: &CustomerKey, from: i64, to: i64, start_index: u32, rows: u32) -> RetrievePaginatedUserReceipts {
    let moment = |millis| Instant::parse(&Instant::from_epoch_millis(millis).to_utc_without_zone()).expect("a moment");
    RetrievePaginatedUserReceipts {
        start_index,
        ..RetrievePaginatedUserReceipts::of(key, moment(from), moment(to), rows)
    }
}

fn moment(receipt: &UserReceipt) -> i64 {
    receipt.transaction_date.as_ref().expect("stated").epoch_millis()
}

#[tokio::test]
async fn many_receipts_come_page_by_page_the_newest_first_and_none_twice() {
    let gateway = gateway();
    let key = gateway.key("receipts-many").await;
    let mut seen: Vec<UserReceipt> = Vec::new();
    loop {
        let page = within(&key, 0, 4_000_000_000_000, u32::try_from(seen.len()).expect("few"), 100);
        let rows = gateway.done(&page).await.receipt_list.rows;
        if rows.is_empty() {
            break;
        }
        seen.extend(rows);
    }
    assert_eq!(seen.len(), 1_234);
    assert!(seen.is_sorted_by(|earlier, later| moment(earlier) > moment(later)));
    let history = gateway.done(&RetrieveCustomerTransactionsHistory::of(&key)).await.customer_transaction_info.rows;
    assert_eq!(history.len(), 200);
    assert_eq!(history[..], seen[..200]);
}

#[tokio::test]
async fn a_span_holds_what_was_paid_in_it_and_nothing_else() {
    let gateway = gateway();
    let key = gateway.key("receipts-many").await;
    let newest = moment(&gateway.done(&within(&key, 0, 4_000_000_000_000, 0, 1)).await.receipt_list.rows[0]);
    let span = (newest - 30 * DAY)..=(newest - 10 * DAY);
    let rows = gateway.done(&within(&key, *span.start(), *span.end(), 0, 500)).await.receipt_list.rows;
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|receipt| span.contains(&moment(receipt))));
    assert_eq!(gateway.refused(&within(&key, newest, newest - DAY, 0, 10)).await.0, "304");
    assert_eq!(gateway.refused(&within(&key, newest - DAY, newest, 0, 0)).await.0, "304");
}

#[tokio::test]
async fn a_receipt_is_read_by_its_name_with_a_masked_card_until_its_wallet_is_closed() {
    let gateway = gateway();
    let key = gateway.key("receipts-many").await;
    let listed = gateway.done(&within(&key, 0, 4_000_000_000_000, 700, 1)).await.receipt_list.rows.remove(0);
    let read =
        RetrieveUserReceiptByPaydiantRefId { pydt_ref_id: listed.paydiant_reference_id.clone().expect("stated") };
    assert_eq!(gateway.done(&read).await.receipt.as_ref(), Some(&listed));
    let card = listed.payment_tenders.rows[0].masked_card_number.as_ref().expect("stated").to_string();
    assert_eq!(card.matches('*').count(), 6, "{card}");
    gateway.done(&DeleteCustomer::of(&key)).await;
    assert_eq!(gateway.refused(&read).await, ("404".into(), "RESOURCE_NOT_FOUND".into()));
}

#[tokio::test]
async fn anybodys_receipt_is_found_by_its_name() {
    let gateway = gateway();
    let people = gateway.look_up(serde_json::json!({ "phone": "5085550200" })).await.found();
    let key = gateway.key("active").await;
    for person in people.iter().take(10) {
        let customer_uri = person["customerUri"].as_str().expect("stated").into();
        let key = CustomerKey { customer_uri, ..key.clone() };
        for receipt in gateway.done(&within(&key, 0, 4_000_000_000_000, 0, 3)).await.receipt_list.rows {
            let pydt_ref_id = receipt.paydiant_reference_id.clone().expect("stated");
            let read = gateway.done(&RetrieveUserReceiptByPaydiantRefId { pydt_ref_id }).await;
            assert_eq!(read.receipt, Some(receipt));
        }
    }
}

#[tokio::test]
async fn an_unknown_wallet_or_receipt_is_404_in_the_status() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    let nobody = CustomerKey { customer_uri: "certnew:entity:customer#0".into(), ..key };
    assert_eq!(gateway.refused(&within(&nobody, 0, DAY, 0, 10)).await.0, "404");
    let unknown = RetrieveUserReceiptByPaydiantRefId { pydt_ref_id: "c98eca3b".into() };
    assert_eq!(gateway.refused(&unknown).await.0, "404");
    assert_eq!(gateway.refused(&RetrieveCustomerTransactionsHistory::of(&nobody)).await.0, "388");
    let none = gateway.key("receipts-none").await;
    assert!(gateway.done(&within(&none, 0, 4_000_000_000_000, 0, 10)).await.receipt_list.is_empty());
}
