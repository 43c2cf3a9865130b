//! Documents travel beside a request and not through it, and a refusal of the issuing family says why.

use care_portal::gateway::{Attachment, Fault, Outcome};
use contract::operations::issuing::disputes::{AddDisputeDocument, DocumentType};
use futures::future::join;
use js_sys::Array;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

use crate::{
    fakes::{Fakes, answer, request_body, request_count, request_header, request_path, requests_come},
    gateway::gateway,
};

fn kept(text: &str) -> Attachment {
    Attachment::keep(Blob::new_with_str_sequence(&Array::of1(&text.into())).expect("a blob"))
}

fn document(attachment: &Attachment) -> AddDisputeDocument {
    AddDisputeDocument {
        dispute_folder_reference: "D-V-1234-2319-19".into(),
        data: attachment.data(),
        kind: DocumentType::Pdf,
        file_name: "test1.pdf".into(),
        label: None,
        document_type_id: None,
    }
}

#[wasm_bindgen_test]
async fn a_document_goes_into_the_body_where_its_mark_stands() {
    let _fakes = Fakes::begin();
    let attachment = kept("JVBERi0xLjcK");
    let gateway = gateway(|_| {});
    let network = async {
        requests_come(1).await;
        let body = request_body(0).await;
        answer(0, 200, r#"{"data":{"fileName":"test1.pdf"}}"#);
        body
    };
    let (answered, body) = join(gateway.call(document(&attachment)), network).await;
    assert_eq!(answered.expect("added").answer.file_name.as_deref(), Some("test1.pdf"));
    assert_eq!(body, serde_json::json!({ "data": "JVBERi0xLjcK", "type": "application/pdf", "fileName": "test1.pdf" }));
    assert_eq!(request_path(0), "/api/v2/issuers/1234/disputes/D-V-1234-2319-19/documents");
    assert_eq!(request_header(0, "Content-Type").as_deref(), Some("application/json"));
}

#[wasm_bindgen_test]
async fn a_document_that_is_no_longer_kept_keeps_the_request_from_being_sent() {
    let _fakes = Fakes::begin();
    let request = document(&kept("JVBERi0xLjcK"));
    let failure = gateway(|_| {}).call(request).await.expect_err("nothing is kept any more");
    assert!(matches!(failure.fault, Fault::Unsendable(_)), "{:?}", failure.fault);
    assert_eq!((failure.outcome(), request_count()), (Outcome::NotDone, 0));
}

#[wasm_bindgen_test]
async fn a_refusal_says_why_in_the_gateways_own_words() {
    for (status, text, reason) in [
        (
            400,
            r#"{"responseMetadata":{"statusCode":400,"statusMessage":"Bad request: type"}}"#,
            Some("Bad request: type"),
        ),
        (400, "<html>", None),
        (404, r#"{"responseMetadata":{"statusCode":404,"statusMessage":"Not found"}}"#, Some("Not found")),
    ] {
        let _fakes = Fakes::begin();
        let attachment = kept("");
        let gateway = gateway(|_| {});
        let network = async {
            requests_come(1).await;
            answer(0, status, text);
        };
        let (refused, ()) = join(gateway.call(document(&attachment)), network).await;
        let failure = refused.expect_err("refused");
        assert_eq!(failure.outcome(), Outcome::NotDone);
        let said = failure.status().map(|said| (said.details[0].code.clone(), said.details[0].description.clone()));
        assert_eq!(said, reason.map(|reason| (status.to_string(), reason.to_owned())));
        assert_eq!(failure.fault, Fault::Http(status));
    }
}

#[wasm_bindgen_test]
async fn an_action_that_is_sent_again_as_the_same_one_has_the_same_id() {
    let _fakes = Fakes::begin();
    let attachment = kept("");
    let gateway = gateway(|_| {});
    for sent in 0..2 {
        let network = async {
            requests_come(sent + 1).await;
            answer(sent, 200, r#"{"data":{}}"#);
        };
        join(gateway.call_as("one-id".into(), document(&attachment)), network).await.0.expect("added");
        assert_eq!(request_header(sent, "WL-Correlation-ID").as_deref(), Some("one-id"));
    }
}
