//! Lists, details and searches.

use contract::{
    Family, Opened, Sender,
    operations::issuing::operations::{
        AcrossIssuers, InquireOperation, ListOperations, OperationEmbed, OperationKind, RetrieveOperation,
        SearchOperations, SortDirection,
    },
};
use serde_json::{Value, json};

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    operations::documented::{ACCOUNT, BELOW_ACCOUNT, BELOW_FEE_ACCOUNT, FEE_ACCOUNT, instant, reversal, without_pan},
    samples::sample,
};

/// Seed 004:2818; the order of a query says nothing.
#[test]
fn operations_of_a_period_are_asked_for_as_the_guide_prints_it() {
    let (path, body) = sent(&operations());
    let (path, query) = path.split_once('?').expect("a query");
    assert_eq!((path, body), (format!("{BELOW_ACCOUNT}/operations").as_str(), None));
    let mut asked: Vec<&str> = query.split('&').collect();
    let mut printed = vec![
        "offset=100",
        "page=0",
        "allAccountHierarchy=true",
        "startTime=2022-12-05T09%3A37%3A00Z",
        "endTime=2022-12-06T00%3A00%3A00Z",
    ];
    asked.sort_unstable();
    printed.sort_unstable();
    assert_eq!(asked, printed);
}

/// What is public beside it.
#[test]
fn operations_can_be_narrowed_down() {
    let request = ListOperations {
        page: None,
        page_size: None,
        all_account_hierarchy: None,
        print_on_statement: Some(false),
        pan_reference: Some("1006f041ae6814bf4f068aa501141c85d57d".into()),
        exclude_operation_kinds: vec![OperationKind::PaymentApportionment],
        sort: Some(SortDirection::Descending),
        include_original_account: Some(true),
        embed: vec![OperationEmbed::Authorization],
        ..operations()
    };
    let (path, _) = sent(&request);
    for asked in [
        "printOnStatement=false",
        "panReference=1006f041ae6814bf4f068aa501141c85d57d",
        "excludeOperationKinds=SUBPAYOP",
        "sort=desc",
        "includeOriginalAccount=true",
        "embed=authorization",
    ] {
        assert!(path.contains(asked), "{asked} in {path}");
    }
}

/// The full card number of seed 004:2864 is dropped.
#[test]
fn operations_are_written_back_without_the_card_number() {
    let text = sample("issuing-v2/listOperations.response.json");
    let operations = answered::<ListOperations>(&text);
    assert_eq!((operations.rows.len(), operations.unreadable), (2, 0));
    let printed: Vec<Value> = json(&text)["data"].as_array().expect("a list").iter().map(without_pan).collect();
    assert_eq!(written_back::<ListOperations>(&text), json!(printed));
}

/// Seed 004:2917. The full card number of seed 004:2962 is dropped.
#[test]
fn an_operation_is_asked_for_and_written_back_without_the_card_number() {
    let request = RetrieveOperation {
        account_reference: ACCOUNT.into(),
        operation_id: "1000000000354873".into(),
        embed: Vec::new(),
    };
    assert_eq!(sent(&request), (format!("{BELOW_ACCOUNT}/operations/1000000000354873"), None));
    let with_approval = RetrieveOperation { embed: vec![OperationEmbed::Authorization], ..request.clone() };
    assert!(sent(&with_approval).0.ends_with("?embed=authorization"));
    let with_parent = RetrieveOperation { embed: vec![OperationEmbed::ParentOperation], ..request };
    assert!(sent(&with_parent).0.ends_with("?embed=parentOperation"));

    let text = sample("issuing-v2/retrieveOperation.response.json");
    assert_eq!(written_back::<RetrieveOperation>(&text), without_pan(&json(&text)["data"]));
}

/// Seed 004:2903 says what a parent is; the fields are public.
#[test]
fn a_fee_is_read_with_the_purchase_to_which_it_belongs() {
    let text = r#"{"data": {
        "operationIdentifier": {"operationId": "1000000000354874"}, "operationKind": "FEE", "feeType": "MARKUP_FEE",
        "parentOperationIdentifier": {"operationId": "1000000000354873"},
        "parentOperation": {"operationIdentifier": {"operationId": "1000000000354873"}, "operationKind": "TRN"},
        "disputed": false, "specificFields": {"label1": "value1"}
    }}"#;
    assert_eq!(written_back::<RetrieveOperation>(text), json(text)["data"]);
}

/// Public: what leads from the merchant's amount to the account's, and what a fee is made of. One key is misspelt there.
#[test]
fn an_operation_in_full_says_how_its_amount_came_about() {
    let amount = |value: i64| json!({"value": value, "exponent": 2, "isoCode": "EUR"});
    let data = json!({
        "operationIdentifier": {"operationId": "1000000000354873"}, "operationKind": "TRN",
        "schemeTransactionIdentifier": "302340123456789", "authorization": {"transactionDate": "2022-12-03T18:20:00Z"},
        "billingAmount": amount(5509), "intermediateAmount": amount(5510), "overallExhangeRate": 0.006609,
        "exchangeRateDate": "2022-12-04T00:00:00Z", "exchangeRateSource": "VISA", "dccIndicator": "1",
        "poiAmountAccountCurrency": amount(1), "cashAmountAccountCurrency": amount(2),
        "gratuityAmountAccountCurrency": amount(3), "surchargeAmountAccountCurrency": amount(4),
        "detailedFeeAmounts": [{"name": "Foreign exchange", "percentage": "1.5", "feeAmount": amount(83),
            "externalOperationCode": "1071", "includeInOtherDetailFeeAmount": false}],
        "paymentTrigger": "CYCLIC", "reimbursementTrigger": "ON_TERMINATION", "automaticPayment": true, "sepa": true,
        "directDebitEndToEndId": "E2E-1", "interestCondition": "STANDARD", "operationType": "PURCHASE",
        "origin": "WLP-CAS", "correction": false, "printOnStatement": true, "cardAcceptorAddress": "1 Ginza",
        "overPaymentAccountIdentifier": {"accountReference": ACCOUNT}
    });
    let text = json!({"data": data}).to_string();
    assert_eq!(written_back::<RetrieveOperation>(&text), data);
    let spelt_well = text.replace("overallExhangeRate", "overallExchangeRate");
    assert_eq!(written_back::<RetrieveOperation>(&spelt_well), data, "it is written as the gateway spells it");
    let odd = text.replace("\"1 Ginza\"", "17");
    let read = answered::<RetrieveOperation>(&odd);
    assert!(read.operation.scheme_transaction_identifier.is_some(), "an odd detail takes the operation with it");
}

/// The triplet is named at seed 004:3244.
#[test]
fn an_operation_whose_answer_was_lost_is_asked_for_by_its_triplet() {
    let request = InquireOperation::of(FEE_ACCOUNT.into(), &reversal());
    let body = json!({
        "externalOperationDate": "2023-01-02T14:56:16.402Z",
        "externalOperationReference": "1234R123456",
        "externalOperationServicePoster": "ISSUER"
    });
    assert_eq!(sent(&request), (format!("{BELOW_FEE_ACCOUNT}/inquire-operation"), Some(body)));
}

/// Criteria of seed 004:3214-3225 under their public names; the path has no issuer, the page stands in the query.
#[test]
fn a_search_across_accounts_names_no_issuer_in_its_path() {
    let request = SearchOperations {
        posting_account_identifier: Some(
            serde_json::from_value(json!({"accountReference": ACCOUNT})).expect("an account"),
        ),
        posting_date_from: Some(instant("2022-12-05T00:00:00Z")),
        posting_date_to: Some(instant("2022-12-06T00:00:00Z")),
        card_acceptor_name: Some("Plat%".into()),
        operation_kinds: vec![OperationKind::Transaction, OperationKind::Fee],
        page: Some(0),
        page_size: Some(50),
        ..SearchOperations::default()
    };
    let read: SearchOperations =
        serde_json::from_str(&serde_json::to_string(&request).expect("JSON")).expect("readable");
    assert_eq!(read, request);
    let wire = AcrossIssuers::seal(&request, &Sender::default()).expect("sendable");
    assert_eq!(wire.path, "/search-operations?page=0&offset=50");
    assert_eq!(
        wire.body.as_deref().map(json),
        Some(json!({
            "postingAccountIdentifier": {"accountReference": ACCOUNT},
            "postingDateFrom": "2022-12-05T00:00:00Z",
            "postingDateTo": "2022-12-06T00:00:00Z",
            "cardAcceptorName": "Plat%",
            "operationKinds": ["TRN", "FEE"]
        }))
    );
    let answer = AcrossIssuers::open::<SearchOperations>(&sample("issuing-v2/listOperations.response.json"));
    assert!(matches!(answer, Ok(Opened::Done(found)) if found.rows.len() == 2));
}

/// The period of seed 004:2818.
fn operations() -> ListOperations {
    ListOperations {
        account_reference: ACCOUNT.into(),
        start_time: instant("2022-12-05T09:37:00Z"),
        end_time: instant("2022-12-06T00:00:00Z"),
        page: Some(0),
        page_size: Some(100),
        all_account_hierarchy: Some(true),
        print_on_statement: None,
        pan_reference: None,
        exclude_operation_kinds: Vec::new(),
        sort: None,
        include_original_account: None,
        embed: Vec::new(),
    }
}
