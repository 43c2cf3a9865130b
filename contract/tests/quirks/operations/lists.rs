//! A, B, F, H: what operations are called, and what names them.

use contract::{
    Instant,
    operations::issuing::{
        operations::{
            AccountOperation, ListOperations, MailPhoneEcommerceAndPaymentIndicator, PointOfSaleEnvironment,
            RetrieveOperation,
        },
        statements::ListNextStatementOperations,
    },
};

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

/// Seed 004:565, 2869-2870: a blank is a word, and is not trimmed.
#[test]
fn a10_a_single_blank_means_that_it_does_not_apply() {
    let purchase = purchase();
    assert_eq!(purchase.point_of_sale_environment, Some(PointOfSaleEnvironment::Default));
    let indicator = purchase.mail_phone_ecommerce_and_payment_indicator;
    assert_eq!(indicator, Some(MailPhoneEcommerceAndPaymentIndicator::NotApplicable));
    let text = sample("issuing-v2/retrieveOperation.response.json");
    assert_eq!(written_back::<RetrieveOperation>(&text)["pointOfSaleEnvironment"], " ");
}

/// Seed 004:552, 557, 2976: three dates of one purchase; a dispute's `transactionTime` is a fourth elsewhere.
#[test]
fn b20_the_dates_of_an_operation_are_not_one_date() {
    let purchase = purchase();
    assert_eq!(purchase.transaction_date, Instant::parse("2022-12-04T23:00:00Z"));
    assert_eq!(purchase.external_operation_date, Instant::parse("2022-12-05T09:37:27.644Z"));
    assert_eq!(purchase.posting_date, Instant::parse("2022-12-05T09:37:27.670Z"));
    let text =
        r#"{"data": {"operationIdentifier": {"operationId": "1"}, "operationDate": "2022-12-05T09:37:27.644+00:00"}}"#;
    let only_one = answered::<RetrieveOperation>(text).operation;
    assert!(only_one.operation_date.is_some());
    assert_eq!(
        (only_one.transaction_date, only_one.external_operation_date, only_one.posting_date),
        (None, None, None)
    );
}

/// Seed 004:2799, 2818: `offset` is how many, `page` is which.
#[test]
fn b24_the_page_size_travels_as_offset() {
    let request = ListOperations {
        page: Some(3),
        page_size: Some(50),
        ..serde_json::from_str(
            r#"{"accountReference": "1", "startTime": "2022-12-05T09:37:00Z", "endTime": "2022-12-06T00:00:00Z"}"#,
        )
        .expect("a request")
    };
    assert!(sent(&request).0.contains("&offset=50&page=3&"));
    let read: ListOperations = serde_json::from_str(
        r#"{"accountReference": "1", "startTime": "2022-12-05T09:37:00Z", "endTime": "2022-12-06T00:00:00Z",
            "offset": "50", "page": "3", "allAccountHierarchy": "true", "excludeOperationKinds": "SUBPAYOP,FEE"}"#,
    )
    .expect("a query, in which everything is text");
    assert_eq!((read.page, read.page_size, read.all_account_hierarchy), (Some(3), Some(50), Some(true)));
    assert_eq!(read.exclude_operation_kinds.len(), 2);
}

/// Seed 004:2827, 2862, 702, 3016: 16 digits inside; 17 digits, 32 hex digits or words outside. They are different types, so
/// that none is sent in the other's place.
#[test]
fn f3_an_operation_has_an_id_and_an_external_reference() {
    let purchase = purchase();
    assert_eq!(purchase.operation_identifier.operation_id.as_str().len(), 16);
    let references = answered::<ListOperations>(&sample("issuing-v2/listOperations.response.json")).rows;
    let lengths: Vec<usize> = references
        .iter()
        .filter_map(|operation| operation.external_operation_reference.as_ref())
        .map(|reference| reference.as_str().len())
        .collect();
    assert_eq!(lengths, [17, 32]);
}

/// Seed 004:2917: the path of the details holds the inner id.
#[test]
fn f5_an_operation_is_read_by_its_id() {
    let request = RetrieveOperation {
        account_reference: "12343571015282598154".into(),
        operation_id: purchase().operation_identifier.operation_id,
        embed: Vec::new(),
    };
    assert!(sent(&request).0.ends_with("/operations/1000000000354873"));
}

/// Seed 004:531 and 560, 2835 and 2864, 2933 and 2962. A masked field that holds a full number is masked too.
#[test]
fn f6_a_full_card_number_is_dropped_wherever_it_stands() {
    for name in ["listOperations", "listNextStatementOperations", "retrieveOperation"] {
        let text = sample(&format!("issuing-v2/{name}.response.json"));
        let data = &json(&text)["data"];
        let first = if data.is_array() { &data[0] } else { data };
        let full = first["pan"].as_str().expect("the guide prints it");
        let kept = match name {
            "listOperations" => {
                let answer = answered::<ListOperations>(&text);
                format!("{answer:?}{}", serde_json::to_string(&answer).expect("JSON"))
            }
            "listNextStatementOperations" => {
                let answer = answered::<ListNextStatementOperations>(&text);
                format!("{answer:?}{}", serde_json::to_string(&answer).expect("JSON"))
            }
            _ => {
                let answer = answered::<RetrieveOperation>(&text);
                format!("{answer:?}{}", serde_json::to_string(&answer).expect("JSON"))
            }
        };
        assert!(!kept.contains(full), "{name} keeps the card number");
        assert!(kept.contains(first["maskedPan"].as_str().expect("masked")), "{name} lost the masked number");
    }
    let careless = r#"{"data": {"operationIdentifier": {"operationId": "1"}, "maskedPan": "4242010796210010"}}"#;
    assert_eq!(written_back::<RetrieveOperation>(careless)["maskedPan"], "424201******0010");
}

/// Seed 004:527, 2831: numeric here, a name in disputes; both are text.
#[test]
fn h22_a_country_is_whatever_the_gateway_writes() {
    assert_eq!(purchase().card_acceptor_country.as_deref(), Some("392"));
    assert_eq!(next_purchase().card_acceptor_country.as_deref(), Some("276"));
}

/// Seed 004:526.
#[test]
fn h23_a_city_may_be_a_telephone_number() {
    assert_eq!(next_purchase().card_acceptor_city.as_deref(), Some("44131447816"));
}

/// Seed 004:2970, 2972: two words for one scheme, neither of them closed.
#[test]
fn h24_brand_and_scheme_are_two_words() {
    let purchase = purchase();
    assert_eq!((purchase.brand.as_deref(), purchase.card_scheme.as_deref()), (Some("VISA"), Some("VIS")));
}

/// Seed 004:429-453, 520-566, 2824-2897 leave out what the public specification requires.
#[test]
fn h27_a_list_states_neither_status_nor_posting_account() {
    let operations = answered::<ListOperations>(&sample("issuing-v2/listOperations.response.json"));
    assert_eq!((operations.rows.len(), operations.unreadable), (2, 0));
    for operation in operations.rows {
        assert_eq!((operation.status, operation.posting_account_identifier), (None, None));
    }
    assert!(purchase().status.is_some());
}

/// A word that nobody documented is shown; a row without its id takes no other row with it.
#[test]
fn unknown_words_are_kept_and_unnamed_rows_are_counted() {
    let text = r#"{"data": [{"operationKind": "FEE"}, null,
        {"operationIdentifier": {"operationId": "1"}, "operationKind": "NEW_KIND", "reversal": "false", "x": {}}]}"#;
    let operations = answered::<ListOperations>(text);
    assert_eq!((operations.rows.len(), operations.unreadable), (1, 2));
    let kind = operations.rows[0].operation_kind.as_ref().map(|kind| kind.as_str().to_owned());
    assert_eq!((kind.as_deref(), operations.rows[0].reversal), (Some("NEW_KIND"), Some(false)));
}

fn purchase() -> AccountOperation {
    answered::<RetrieveOperation>(&sample("issuing-v2/retrieveOperation.response.json")).operation
}

/// The purchase on the internet of seed 004:520-566.
fn next_purchase() -> AccountOperation {
    let text = sample("issuing-v2/listNextStatementOperations.response.json");
    answered::<ListNextStatementOperations>(&text).rows.remove(0)
}
