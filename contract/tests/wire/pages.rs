//! What an answer says of the page behind it.

use contract::{
    Family, Instant, Opened,
    issuing::{Issuing, Links, ResponseMetadata, write_answer},
    operations::issuing::{customers::ListCustomers, operations::AcrossIssuers},
};
use serde_json::{Value, json};

fn answer(links: &Value) -> String {
    json!({"responseMetadata": {"correlationId": "1", "statusCode": 200, "links": links}, "data": []}).to_string()
}

#[test]
fn a_page_that_states_links_says_whether_another_follows() {
    let next = json!({"self": "/customers?page=0", "next": "/customers?page=1"});
    assert_eq!(Issuing::more(&answer(&next)), Some(true));
    assert_eq!(AcrossIssuers::more(&answer(&next)), Some(true));
    for last in [json!({"self": "/customers?page=1"}), json!({}), json!({"next": null}), json!({"next": ""})] {
        assert_eq!(Issuing::more(&answer(&last)), Some(false), "{last}");
    }
    assert_eq!(Issuing::more(&answer(&json!({"next": {"href": "/customers?page=1"}}))), Some(true));
}

#[test]
fn a_page_without_links_says_nothing() {
    for text in [
        r#"{"data":[]}"#.to_owned(),
        "[]".into(),
        answer(&Value::Null),
        r#"{"responseMetadata":{"statusCode":200},"data":[{"links":{"next":"x"}}]}"#.into(),
        r#"{"data":["the word \"responseMetadata\""]}"#.into(),
        "<html>".into(),
    ] {
        assert_eq!(Issuing::more(&text), None, "{text}");
    }
}

#[test]
fn links_behind_the_rows_are_found_however_many_rows_there_are() {
    let rows = vec![json!({"customerIdentifier": {"customerReference": "Ü"}}); 500];
    let metadata = json!({"statusCode": 200, "links": {"self": "a", "next": "b"}});
    let text = format!(r#"{{ "data": {}, "responseMetadata": {metadata} }}"#, json!(rows));
    assert_eq!(Issuing::more(&text), Some(true));
}

#[test]
fn what_is_no_link_does_not_take_the_answer_with_it() {
    let more = |links: Value| {
        let text = answer(&links);
        assert!(matches!(Issuing::open::<ListCustomers>(&text), Ok(Opened::Done(_))), "{links}");
        Issuing::more(&text)
    };
    assert_eq!([more(json!("next")), more(json!([])), more(json!(7))], [None; 3]);
    // A list goes on rather than ends too early.
    assert_eq!([more(json!({"next": 1})), more(json!({"next": ["a"]}))], [Some(true); 2]);
}

#[test]
fn links_are_written_as_they_are_read() {
    let links = Links { this: Some("/customers?page=0".into()), next: Some("/customers?page=1".into()) };
    let metadata = ResponseMetadata::executed("1", Instant::with_offset(0, 60)).with_links(links.clone());
    let text = write_answer::<ListCustomers>(Some(metadata), &Vec::new().into());
    let written: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(written["responseMetadata"]["links"], json!({"self": "/customers?page=0", "next": "/customers?page=1"}));
    let read: ResponseMetadata = serde_json::from_value(written["responseMetadata"].clone()).expect("metadata");
    assert_eq!(read.links, Some(links));
    assert_eq!(Issuing::more(&text), Some(true));
}
