//! The gateway's side of a call: what the sandbox reads and writes.

use contract::{
    Family, Instant, Lists, Malformed, Opened, Operation, Sender,
    issuing::{Issuing, ResponseMetadata, write_answer, write_refusal},
    operation::Wire,
    operations::{
        RetrieveCustomerLookupInfo,
        issuing::{
            customers::{ListCustomers, RetrieveCustomer},
            operations::{ListOperations, SearchOperations},
            statements::{ReprintStatement, RetrieveStatement},
        },
        wallet::{RetrieveCustomerBlockedDevices, RetrieveUserReceiptByPaydiantRefId},
    },
};
use serde_json::{Value, json};

fn received<O: Operation>(path: &str, body: Option<Value>) -> Result<(Sender, O), Malformed> {
    O::Family::read(&Wire { path: path.into(), body: body.map(|body| body.to_string()) })
}

fn refused<O: Operation>(path: &str, body: Option<Value>) -> String {
    match received::<O>(path, body) {
        Ok(_) => panic!("{} is read from {path}", O::SPEC.name),
        Err(malformed) => malformed.to_string(),
    }
}

#[test]
fn placeholders_and_the_query_become_fields_again() {
    let path = "/issuers/1234/accounts/12343037952407582600/operations\
                ?startTime=2022-12-05T09%3A37%3A00Z&endTime=2022-12-06T00%3A00%3A00Z&page=0&offset=50\
                &excludeOperationKinds=SUBPAYOP";
    let (sender, read) = received::<ListOperations>(path, None).expect("readable");
    assert_eq!(sender.issuer_id.as_str(), "1234");
    assert_eq!(read.account_reference.as_str(), "12343037952407582600");
    assert_eq!((read.page, read.page_size, read.exclude_operation_kinds.len()), (Some(0), Some(50), 1));
}

#[test]
fn how_a_character_is_encoded_does_not_matter() {
    let closure = |path: &str| received::<RetrieveStatement>(path, None).expect("readable").1.cycle_closure_date;
    assert_eq!(
        closure("/issuers/1234/accounts/1/statements/2022-07-28T22:00:00Z"),
        closure("/issuers/1234/accounts/1/statements/2022-07-28T22%3a00%3A00Z")
    );
    let search = |query: &str| received::<ListCustomers>(&format!("/issuers/1234/customers?{query}"), None);
    assert!(
        search("lastName=de+la+Cruz").expect("readable").1 == search("lastName=de%20la%20Cruz").expect("readable").1
    );
}

#[test]
fn what_the_contract_would_not_write_is_refused_by_name() {
    let list = |query: &str| refused::<ListCustomers>(&format!("/issuers/1234/customers?{query}"), None);
    assert!(list("colour=red").contains("colour"));
    assert!(list("page=first").contains("page"));
    assert!(list("partialSearch=yes").contains("partialSearch"));
    assert!(list("page=1&page=2").contains("page"));
    assert!(list("lastName=%zz").contains("percent"));
    let statement =
        |stamp: &str| refused::<RetrieveStatement>(&format!("/issuers/1/accounts/1/statements/{stamp}"), None);
    for stamp in ["last", "2022-07-28T22:00:00.000+00:00", "2022-07-28"] {
        statement(stamp);
    }
    let reprint =
        |body| refused::<ReprintStatement>("/issuers/1/accounts/1/statements/2022-07-28T22:00:00Z/reprint", Some(body));
    assert!(reprint(json!({"accountReference": "1"})).contains("body"));
    refused::<RetrieveCustomer>("/issuers/1234/customers/7", Some(json!({"embed": "addresses"})));
}

#[test]
fn a_gateway_takes_lists_in_a_query_as_it_documents_them_and_no_other_way() {
    let read = |query: &str, lists: Lists| {
        let path = format!("/issuers/1234/customers/7?{query}");
        Issuing::read_with::<RetrieveCustomer>(&Wire { path, body: None }, lists).map(|(_, read)| read.embed.len())
    };
    let (repeated, joined) = ("embed=addresses&embed=contacts", "embed=addresses,contacts");
    assert_eq!(read(repeated, Lists::Repeated), Ok(2));
    assert_eq!(read(joined, Lists::Joined), Ok(2));
    assert_eq!(read("embed=addresses", Lists::Joined), read("embed=addresses", Lists::Repeated));
    for (query, lists) in [(repeated, Lists::Joined), (joined, Lists::Repeated)] {
        assert!(read(query, lists).is_err_and(|malformed| malformed.to_string().contains("embed")), "{query}");
    }
}

#[test]
fn another_path_is_refused() {
    for path in
        ["/issuers/1234/customers", "/issuers/1234/customers/7/addresses", "/customers/7", "/issuers//customers/7", ""]
    {
        refused::<RetrieveCustomer>(path, None);
    }
}

#[test]
fn a_search_across_issuers_has_its_page_in_the_query_and_the_rest_in_the_body() {
    let body = json!({"issuerCompanyExternalReference": "C1", "postingDateFrom": "2023-01-01T00:00:00Z",
        "postingDateTo": "2023-02-01T00:00:00Z"});
    let (sender, read) =
        received::<SearchOperations>("/search-operations?page=2&offset=10", Some(body.clone())).expect("readable");
    assert_eq!((sender, read.page, read.missing()), (Sender::default(), Some(2), None));
    refused::<SearchOperations>("/search-operations?colour=red", Some(body));
    refused::<SearchOperations>("/search-operations", Some(json!({"page": 2})));
}

#[test]
fn a_wallet_read_comes_with_its_query_and_without_a_header() {
    let path = "/v2/customers/devices/block/search?customerUri=certnew%3Aentity%3Acustomer%231&partnerUri=p&issuingPartnerUri=i";
    let (_, read) = received::<RetrieveCustomerBlockedDevices>(path, None).expect("readable");
    assert_eq!(read.customer_uri.as_ref().map(|uri| uri.as_str()), Some("certnew:entity:customer#1"));
    assert!(received::<RetrieveUserReceiptByPaydiantRefId>("/records/userreceipts", None).is_err());
}

#[test]
fn a_wallet_request_in_another_form_is_refused_by_name() {
    let header = json!({"partnerId": "", "messageId": "", "versionId": "", "environmentId": ""});
    let lookup = |name: &str, value: Value| {
        let mut fields = json!({"messageHeader": header, "phone": "5089991234"});
        fields[name] = value;
        let body = json!({"retrieveCustomerLookUpInfoRequest": fields});
        received::<RetrieveCustomerLookupInfo>("/customers/lookup", Some(body))
    };
    for (name, value) in [("colour", json!("red")), ("email", json!(null))] {
        let malformed = lookup(name, value).expect_err("refused");
        assert!(malformed.to_string().contains(name), "{malformed}");
    }
}

#[test]
fn an_answer_is_written_with_and_without_metadata() {
    let moment = Instant::with_offset(1_671_620_201_712, 60);
    let metadata = ResponseMetadata::executed("df9b036c-d8d3-4445-bb3f-c80d8cd8fe12", moment);
    let customer =
        serde_json::from_value(json!({"customerIdentifier": {"customerReference": "7"}})).expect("a customer");
    let text = write_answer::<RetrieveCustomer>(Some(metadata), &customer);
    let written: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        written["responseMetadata"],
        json!({"correlationId": "df9b036c-d8d3-4445-bb3f-c80d8cd8fe12", "statusMessage": "Executed successfully",
            "statusCode": 200, "responseDateTime": "2022-12-21T11:56:41.712+0100"})
    );
    assert!(Issuing::open::<RetrieveCustomer>(&text) == Ok(Opened::Done(customer.clone())));
    assert!(!write_answer::<RetrieveCustomer>(None, &customer).contains("responseMetadata"));
}

#[test]
fn a_refusal_holds_nothing_but_metadata() {
    let metadata = ResponseMetadata::stating(404, "Not found", "1", Instant::with_offset(0, -210));
    let written: Value = serde_json::from_str(&write_refusal(metadata)).expect("JSON");
    let expected = json!({"responseMetadata": {"correlationId": "1", "statusMessage": "Not found", "statusCode": 404,
        "responseDateTime": "1969-12-31T20:30:00.000-0330"}});
    assert_eq!(written, expected);
}

#[test]
fn an_instant_in_an_answer_is_written_as_the_guide_writes_it() {
    let instant = Instant::in_answers(1_671_620_201_681);
    assert_eq!(serde_json::to_value(&instant).expect("JSON"), json!("2022-12-21T10:56:41.681+00:00"));
    assert_eq!(instant, Instant::from_epoch_millis(1_671_620_201_681));
}
