//! How every request goes out, and answers of any length: whole, in pieces, without an end, nested.

use care_portal::gateway::{Failure, Fault, Outcome, read_file};
use contract::{
    Instant,
    operations::issuing::{disputes::RetrieveDispute, operations::ListOperations},
};
use futures::future::join;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    fakes::{
        Fakes, answer, answer_endlessly, answer_in_pieces, answer_with_header, request_count, request_setting,
        requests_come, settled, time_is_over, timer_count,
    },
    gateway::{Calling, activation, gateway, lookup},
};

#[wasm_bindgen_test]
async fn nothing_that_is_asked_for_comes_from_a_cache_goes_elsewhere_or_says_where_it_comes_from() {
    let _fakes = Fakes::begin();
    let _calls = (Calling::begin(&gateway(|_| {}), lookup()), Calling::begin(&gateway(|_| {}), activation()));
    requests_come(2).await;
    let file = async {
        requests_come(3).await;
        answer(2, 200, "{}");
    };
    assert_eq!(join(read_file("/config.json"), file).await.0.as_deref(), Ok("{}"));
    for request in 0..3 {
        for (setting, value) in [
            ("cache", "no-store"),
            ("mode", "same-origin"),
            ("credentials", "same-origin"),
            ("redirect", "manual"),
            ("referrerPolicy", "no-referrer"),
        ] {
            assert_eq!(request_setting(request, setting), value, "{setting}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_file_that_is_never_answered_is_not_waited_for() {
    let _fakes = Fakes::begin();
    let patience = async {
        requests_come(1).await;
        time_is_over(10_000, 10_000);
    };
    assert_eq!(join(read_file("/config.json"), patience).await.0, Err("no connection".into()));
}

/// A folder with a document of so many signs.
fn folder(document: usize) -> String {
    let data = "JVBERi0x".repeat(document / 8);
    let documents = format!(r#"[{{"fileName":"a.pdf","type":"application/pdf","data":"{data}"}}]"#);
    let identifier = r#"{"disputeFolderReference":"D-V-1"}"#;
    format!(r#"{{"data":{{"disputeFolderIdentifier":{identifier},"documents":{documents}}}}}"#)
}

#[wasm_bindgen_test]
async fn a_long_answer_that_does_not_say_how_long_it_is_comes_without_its_documents() {
    let _fakes = Fakes::begin();
    let question = RetrieveDispute { dispute_folder_reference: "D-V-1".into(), embed: vec![] };
    let call = Calling::begin(&gateway(|_| {}), question);
    requests_come(1).await;
    // Whoever sends so much may well write a mark before it.
    answer_in_pieces(0, &format!("\u{feff}{}", folder(3 * 1024 * 1024)));
    let documents = call.answered().await.answer.documents.expect("documents");
    let document = documents.rows.first().expect("one");
    assert_eq!(document.file_name.as_deref(), Some("a.pdf"));
    let data = document.data.as_ref().expect("its beginning");
    assert_eq!(data.base64().len(), 64);
}

#[wasm_bindgen_test]
async fn a_shorter_one_comes_as_it_is_in_however_many_pieces() {
    let _fakes = Fakes::begin();
    let question = RetrieveDispute { dispute_folder_reference: "D-V-1".into(), embed: vec![] };
    let call = Calling::begin(&gateway(|_| {}), question);
    requests_come(1).await;
    answer_in_pieces(0, &folder(80_000));
    let documents = call.answered().await.answer.documents.expect("documents");
    assert_eq!(documents.rows[0].data.as_ref().expect("data").base64().len(), 80_000);
}

#[wasm_bindgen_test]
async fn an_answer_without_end_is_given_up_before_it_fills_the_memory() {
    for (writes, outcome) in [(false, Outcome::NotDone), (true, Outcome::Unknown)] {
        let _fakes = Fakes::begin();
        let failure = if writes {
            let call = Calling::begin(&gateway(|_| {}), activation());
            requests_come(1).await;
            answer_endlessly(0);
            call.failed().await
        } else {
            let call = Calling::begin(&gateway(|_| {}), lookup());
            requests_come(1).await;
            answer_endlessly(0);
            call.failed().await
        };
        settled().await;
        assert_eq!((&failure.fault, failure.outcome()), (&Fault::TooLong, outcome));
        assert_eq!((request_count(), timer_count()), (1, 0), "it is not asked for again");
    }
}

/// An operation as the guide prints it.
const PRINTED: &str = include_str!("../../contract/samples/issuing-v2/retrieveOperation.response.json");

/// Operations that name each other as parents, so many levels deep.
async fn listed(levels: usize) -> Result<usize, Failure> {
    let _fakes = Fakes::begin();
    let (from, to) = (Instant::from_epoch_millis(0), Instant::from_epoch_millis(1));
    let question = ListOperations::between("1".into(), from, to);
    let call = Calling::begin(&gateway(|_| {}), question);
    requests_come(1).await;
    let printed: Value = serde_json::from_str(PRINTED).expect("JSON");
    let operation = printed["data"].to_string();
    let around = format!("{},\"parentOperation\":", operation.strip_suffix('}').expect("an object"));
    let nested = format!("{}{operation}{}", around.repeat(levels), "}".repeat(levels));
    answer(0, 200, &format!(r#"{{"data":[{nested}]}}"#));
    call.ended().await.map(|answered| answered.answer.rows.len())
}

#[wasm_bindgen_test]
async fn operations_inside_each_other_do_not_end_the_stack() {
    assert_eq!(listed(1).await.ok(), Some(1));
    // As deep as anything is read.
    assert_eq!(listed(42).await.ok(), Some(1));
    for levels in [60, 120, 100_000] {
        assert_eq!(listed(levels).await.map_err(|failure| failure.fault), Err(Fault::TooLong), "{levels}");
    }
}

#[wasm_bindgen_test]
async fn a_gateway_that_is_not_available_and_asks_to_wait_is_waited_for_by_reads_alone() {
    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), lookup());
    requests_come(1).await;
    answer_with_header(0, 503, ("Retry-After", "7"));
    let failure = call.failed().await;
    assert_eq!(failure.fault, Fault::Unavailable { retry_after_seconds: 7 });
    assert!(failure.wait_millis().is_some_and(|millis| (7_000..9_000).contains(&millis)));
    assert_eq!((request_count(), timer_count()), (1, 0), "not before that");

    let _fakes = Fakes::begin();
    let call = Calling::begin(&gateway(|_| {}), activation());
    requests_come(1).await;
    answer_with_header(0, 503, ("Retry-After", "7"));
    let failure = call.failed().await;
    assert_eq!((failure.fault.clone(), failure.outcome()), (Fault::Http(503), Outcome::Unknown));
}
