//! The fetch layer against a network that the test answers for.

use std::{cell::Cell, rc::Rc};

use care_portal::{
    config::Config,
    gateway::{Answered, Failure, Fault, Gateway, NotOffered, Outcome},
};
use contract::{
    Configuration, CustomerKey, Operation,
    operations::{
        RetrieveCustomerLookupInfo, UpdateCustomerActivation,
        issuing::{
            customers::{CustomerPart, ListCustomers, RetrieveCustomer},
            statements::ListStatements,
        },
    },
};
use futures::future::{AbortHandle, abortable};
use serde_json::{Value, json};
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fakes::{
    Fakes, answer, answer_with_header, answer_without_end, break_connection, go_offline, is_aborted, request_body,
    request_count, request_header, request_method, request_path, requests_come, settled, time_is_over, timer_count,
    timer_runs,
};

/// The gateway's whole patience with one request.
const TIME_OUT: (u32, u32) = (10_000, 10_000);
/// What a read waits before its one retry, with jitter.
const PAUSE: (u32, u32) = (150, 500);

const FOUND_NOBODY: &str = r#"{"retrieveCustomerLookUpInfoResponse":{"customerLookUpInfo":[],"status":{"statusCode":"SUCCESS","statusDescription":"","errors":[]}}}"#;
const CONFIRMED: &str =
    r#"{"updateCustomerActivationResponse":{"status":{"statusCode":"SUCCESS","statusDescription":"","errors":[]}}}"#;

#[wasm_bindgen_test]
async fn a_call_goes_to_the_issuers_path_and_carries_its_own_id_and_no_token() {
    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), lookup());
    requests_come(1).await;
    assert_eq!(request_path(0), "/b2b-gateway/customers/lookup");
    assert_eq!(request_method(0), "POST");
    assert_eq!(request_header(0, "Content-Type").as_deref(), Some("application/json"));
    assert_eq!(request_header(0, "Authorization"), None);
    let id = request_header(0, "WL-Correlation-ID").expect("an id");
    assert_eq!(id.len(), 36, "{id} is a UUID");
    let body = request_body(0).await;
    let header = &body["retrieveCustomerLookUpInfoRequest"]["messageHeader"];
    assert_eq!(header["messageId"], id.as_str());
    assert_eq!(header["partnerId"], "sandbox-partner");
    answer(0, 200, FOUND_NOBODY);
    assert_eq!(call.answered().await.correlation, id);
}

#[wasm_bindgen_test]
async fn an_issuer_corrects_a_path_without_a_build() {
    let _fakes = Fakes::begin();
    let corrected = gateway(|config| config["gateway"]["paths"]["updateCustomerActivation"] = json!("/corrected"));
    let _call = Calling::begin(&corrected, activation());
    requests_come(1).await;
    assert_eq!(request_path(0), "/b2b-gateway/corrected");
}

#[wasm_bindgen_test]
async fn c17_every_call_has_another_id() {
    let _fakes = Fakes::begin();
    let gateway = gateway(|_| {});
    let _calls = (Calling::begin(&gateway, lookup()), Calling::begin(&gateway, lookup()));
    requests_come(2).await;
    assert_ne!(request_header(0, "WL-Correlation-ID"), request_header(1, "WL-Correlation-ID"));
}

#[wasm_bindgen_test]
async fn c17_a_read_that_fails_for_a_moment_is_tried_once_more_under_the_same_id() {
    for fault in [502, 503, 504] {
        let _fakes = Fakes::begin();
        let call = Calling::begin(&gateway(|_| {}), lookup());
        requests_come(1).await;
        answer(0, fault, "<html>");
        let pause = timer_runs(PAUSE.0, PAUSE.1).await;
        assert_eq!(request_count(), 1, "not before its pause of {pause} ms");
        time_is_over(PAUSE.0, PAUSE.1);
        requests_come(2).await;
        assert_eq!(request_header(0, "WL-Correlation-ID"), request_header(1, "WL-Correlation-ID"));
        assert_eq!(request_body(0).await, request_body(1).await);
        answer(1, 200, FOUND_NOBODY);
        call.answered().await;
    }
}

#[wasm_bindgen_test]
async fn a_read_is_not_tried_a_third_time() {
    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), lookup());
    requests_come(1).await;
    break_connection(0);
    timer_runs(PAUSE.0, PAUSE.1).await;
    time_is_over(PAUSE.0, PAUSE.1);
    requests_come(2).await;
    break_connection(1);
    assert_eq!(call.failed().await.fault, Fault::Unreachable);
    assert_eq!(request_count(), 2);
}

#[wasm_bindgen_test]
async fn a_read_that_gets_no_answer_in_ten_seconds_is_given_up_and_tried_once_more() {
    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), lookup());
    requests_come(1).await;
    time_is_over(TIME_OUT.0, TIME_OUT.1);
    timer_runs(PAUSE.0, PAUSE.1).await;
    assert!(is_aborted(0));
    time_is_over(PAUSE.0, PAUSE.1);
    requests_come(2).await;
    time_is_over(TIME_OUT.0, TIME_OUT.1);
    assert_eq!(call.failed().await.fault, Fault::TimedOut);
    assert!(is_aborted(1));
}

#[wasm_bindgen_test]
async fn an_answer_whose_body_never_ends_counts_as_none() {
    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), activation());
    requests_come(1).await;
    answer_without_end(0);
    settled().await;
    time_is_over(TIME_OUT.0, TIME_OUT.1);
    let failure = call.failed().await;
    assert_eq!((failure.fault.clone(), failure.outcome()), (Fault::TimedOut, Outcome::Unknown));
}

#[wasm_bindgen_test]
async fn a_write_is_sent_once_whatever_becomes_of_it() {
    type End = fn();
    let ends: [(End, Fault); 4] = [
        (|| answer(0, 502, "<html>"), Fault::Http(502)),
        (|| answer(0, 503, ""), Fault::Http(503)),
        (|| break_connection(0), Fault::Unreachable),
        (|| time_is_over(TIME_OUT.0, TIME_OUT.1), Fault::TimedOut),
    ];
    for (end, fault) in ends {
        let _fakes = Fakes::begin();
        let call = Calling::begin(&gateway(|_| {}), activation());
        requests_come(1).await;
        end();
        let failure = call.failed().await;
        settled().await;
        assert_eq!((&failure.fault, failure.outcome()), (&fault, Outcome::Unknown));
        assert_eq!((request_count(), timer_count()), (1, 0), "nothing more is sent or waited for after {fault:?}");
    }
}

#[wasm_bindgen_test]
async fn a_call_that_nobody_waits_for_any_more_is_given_up() {
    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), lookup());
    requests_come(1).await;
    assert!(!is_aborted(0));
    call.drop_it();
    settled().await;
    assert!(is_aborted(0));
    assert_eq!((request_count(), timer_count()), (1, 0));
}

#[wasm_bindgen_test]
async fn too_many_requests_says_how_long_to_wait_and_asks_nothing_by_itself() {
    for (header, seconds) in [
        (("Retry-After", "7"), 7),
        (("Retry-After", "86400"), 120),
        (("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT"), 0),
        (("Retry-After", "soon"), 5),
        (("X-Other", "1"), 5),
    ] {
        let _fakes = Fakes::begin();
        let call = Calling::begin(&gateway(|_| {}), lookup());
        requests_come(1).await;
        answer_with_header(0, 429, header);
        assert_eq!(call.failed().await.fault, Fault::Busy { retry_after_seconds: seconds });
        assert_eq!(request_count(), 1);
    }
}

#[wasm_bindgen_test]
async fn what_is_not_permitted_did_not_happen() {
    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), activation());
    requests_come(1).await;
    answer(0, 403, "");
    let failure = call.failed().await;
    assert_eq!((failure.fault.clone(), failure.outcome()), (Fault::NotPermitted, Outcome::NotDone));
}

#[wasm_bindgen_test]
async fn a_proxys_page_is_no_answer_and_is_not_repeated_in_the_failure() {
    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), activation());
    requests_come(1).await;
    answer(0, 200, "<html>secret page</html>");
    requests_come(2).await;
    answer(1, 200, r#"{"subject":"rep-1","name":"Robin Keller"}"#);
    let failure = call.failed().await;
    assert!(matches!(failure.fault, Fault::Malformed(_)), "{failure:?}");
    assert!(!format!("{failure:?}").contains("secret"), "{failure:?}");
    assert_eq!(failure.outcome(), Outcome::Unknown);
}

#[wasm_bindgen_test]
async fn a_confirmed_write_names_its_call() {
    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), activation());
    requests_come(1).await;
    answer(0, 200, CONFIRMED);
    assert_eq!(Some(call.answered().await.correlation), request_header(0, "WL-Correlation-ID"));
}

#[wasm_bindgen_test]
async fn without_a_network_nothing_is_sent() {
    let _fakes = Fakes::begin();
    go_offline();
    let failure = Calling::begin(&gateway(|_| {}), activation()).failed().await;
    assert_eq!((failure.fault.clone(), failure.outcome()), (Fault::Offline, Outcome::NotDone));
    assert_eq!(request_count(), 0);
}

#[wasm_bindgen_test]
async fn what_the_issuer_does_not_offer_is_not_sent() {
    let _fakes = Fakes::begin();
    let external = gateway(|config| config["tenant"]["configuration"] = json!("EXTERNAL"));
    let failure = Calling::begin(&external, activation()).failed().await;
    assert_eq!(failure.fault, Fault::NotOffered(NotOffered::Configuration(Configuration::External)));
    let not_bought = gateway(|config| config["gateway"]["notOffered"] = json!(["updateCustomerActivation"]));
    let failure = Calling::begin(&not_bought, activation()).failed().await;
    assert_eq!((failure.fault.clone(), failure.outcome()), (Fault::NotOffered(NotOffered::Issuer), Outcome::NotDone));
    assert_eq!(request_count(), 0);
}

#[wasm_bindgen_test]
async fn a_corrected_path_has_its_placeholders_filled_and_the_rest_stays_where_it_was() {
    let _fakes = Fakes::begin();
    let corrected = gateway(|config| {
        config["gateway"]["paths"]["listStatements"] = json!("/konten/{accountReference}/abschluesse")
    });
    let _call = Calling::begin(&corrected, statements("12343037952407582600", Some(true)));
    requests_come(1).await;
    assert_eq!(
        request_path(0),
        "/api/v2/issuers/1234/konten/12343037952407582600/abschluesse?includeOriginalAccount=true"
    );
}

#[wasm_bindgen_test]
async fn the_issuing_gateways_own_words_are_kept_beside_an_http_error() {
    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), statements("1", None));
    requests_come(1).await;
    answer(0, 404, r#"{"responseMetadata": {"statusCode": 404, "statusMessage": "No such account"}}"#);
    let failure = call.failed().await;
    assert_eq!(failure.fault, Fault::Http(404));
    let status = failure.status().expect("the gateway's words");
    assert_eq!((status.details[0].code.as_str(), status.details[0].description.as_str()), ("404", "No such account"));
}

#[wasm_bindgen_test]
async fn a_list_in_a_query_is_written_as_the_issuers_gateway_takes_it() {
    for (lists, query) in [("repeated", "embed=addresses&embed=contacts"), ("joined", "embed=addresses%2Ccontacts")] {
        let _fakes = Fakes::begin();
        let gateway = gateway(|config| config["gateway"]["lists"] = json!(lists));
        let embed = vec![CustomerPart::Addresses, CustomerPart::Contacts];
        let _call = Calling::begin(&gateway, RetrieveCustomer { customer_reference: "CUS1".into(), embed });
        requests_come(1).await;
        assert_eq!(request_path(0), format!("/api/v2/issuers/1234/customers/CUS1?{query}"));
    }
}

#[wasm_bindgen_test]
async fn a_list_is_read_until_the_gateway_says_that_it_is_over() {
    let _fakes = Fakes::begin();
    let gateway = gateway(|config| config["gateway"]["pageSize"] = json!(2));
    let (tell, over) = futures::channel::oneshot::channel();
    let asking = gateway.clone();
    spawn_local(async move {
        let question = ListCustomers { last_name: Some("A".into()), ..ListCustomers::default() };
        let _ = tell.send(asking.read_list(100, question).await);
    });
    let page = |rows: &[&str], next: bool| {
        let rows: Vec<_> =
            rows.iter().map(|name| json!({ "customerIdentifier": { "customerReference": name } })).collect();
        let links = if next { json!({ "self": "a", "next": "b" }) } else { json!({ "self": "a" }) };
        json!({ "responseMetadata": { "statusCode": 200, "links": links }, "data": rows }).to_string()
    };
    // It gives one at a time, and somebody came in before the second.
    let pages = [page(&["1"], true), page(&["1"], true), page(&["2"], true), page(&["3"], false)];
    for (index, text) in (0..).zip(&pages) {
        requests_come(index + 1).await;
        assert_eq!(request_path(index), format!("/api/v2/issuers/1234/customers?lastName=A&offset=2&page={index}"));
        answer(index, 200, text);
    }
    let read = over.await.expect("an end").expect("a list");
    assert!(read.is_complete);
    assert_eq!(read.rows.len(), 3);
}

/// A call on its way.
pub struct Calling<A> {
    handle: AbortHandle,
    over: futures::channel::oneshot::Receiver<Result<Answered<A>, Failure>>,
    running: Rc<Cell<bool>>,
}

impl<A: 'static> Calling<A> {
    pub fn begin<O: Operation<Answer = A>>(gateway: &Gateway, request: O) -> Self {
        let gateway = gateway.clone();
        let (tell, over) = futures::channel::oneshot::channel();
        let running = Rc::new(Cell::new(true));
        let (task, handle) = abortable(async move { gateway.call(request).await });
        let still = running.clone();
        spawn_local(async move {
            if let Ok(result) = task.await {
                let _ = tell.send(result);
            }
            still.set(false);
        });
        Self { handle, over, running }
    }

    pub async fn ended(self) -> Result<Answered<A>, Failure> {
        self.over.await.expect("an end")
    }

    pub async fn answered(self) -> Answered<A> {
        self.ended().await.unwrap_or_else(|failure| panic!("{failure:?}"))
    }

    pub async fn failed(self) -> Failure {
        self.ended().await.err().expect("a failure")
    }

    fn drop_it(self) {
        assert!(self.running.get());
        self.handle.abort();
    }
}

pub fn gateway(change: impl FnOnce(&mut Value)) -> Gateway {
    Gateway::new(config(change), || {})
}

pub fn config(change: impl FnOnce(&mut Value)) -> Config {
    let mut value = json!({
        "environment": { "label": "Test", "production": false },
        "gateway": { "wallet": "/b2b-gateway", "issuing": "/api/v2", "paths": {} },
        "tenant": {
            "partnerId": "sandbox-partner", "versionId": "1.0", "environmentId": "test", "partnerUri": "partner#1",
            "issuingPartnerUri": "issuing#1", "issuerId": "1234", "link": "customerId", "configuration": "WLW"
        },
        "locale": "en-GB", "timeZone": "Europe/Berlin",
        "session": { "url": "/session", "idleMinutes": 15, "warnMinutes": 13 },
        "verification": { "reveal": "none", "unlock": "none", "profile": "none", "money": "none", "credentials": "none" }
    });
    change(&mut value);
    Config::parse(&value.to_string()).expect("a configuration")
}

pub fn lookup() -> RetrieveCustomerLookupInfo {
    RetrieveCustomerLookupInfo { last_name: Some("Casey".into()), ..RetrieveCustomerLookupInfo::default() }
}

fn statements(account: &str, include_original_account: Option<bool>) -> ListStatements {
    ListStatements {
        account_reference: account.into(),
        period_start_date_time: None,
        period_end_date_time: None,
        include_original_account,
        embed: vec![],
    }
}

pub fn activation() -> UpdateCustomerActivation {
    let key = CustomerKey {
        customer_uri: "customer#1".into(),
        issuing_partner_uri: "issuing#1".into(),
        partner_uri: "partner#1".into(),
    };
    UpdateCustomerActivation::of(&key, true)
}
