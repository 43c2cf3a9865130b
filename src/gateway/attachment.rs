//! A text that is too long to go through a request's value: it stays in the browser's memory and goes into the body where
//! its mark stands. A document of 10 MB is 13 MB of base64; to build the body from one text would stall the page.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    sync::Arc,
};

use contract::{Malformed, operations::issuing::disputes::DocumentData};
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

use super::transport;

/// What every mark begins with; a UUID follows.
const MARK: &str = "attachment:";
const MARK_LENGTH: usize = MARK.len() + 36;

/// A body, and how many bytes of it were attached.
type Body = Result<(JsValue, u32), Malformed>;
/// Puts what a text names into it.
type PutTogether = fn(&str) -> Body;

thread_local! {
    static KEPT: RefCell<HashMap<String, Blob>> = RefCell::default();
    /// Whoever keeps a text brings along what puts it into a request, so that the first load does without.
    static PUT_TOGETHER: Cell<Option<PutTogether>> = const { Cell::new(None) };
}

/// Keeps a long text for as long as a request may need it. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment(Arc<Mark>);

#[derive(Debug, PartialEq, Eq)]
struct Mark(String);

impl Drop for Mark {
    fn drop(&mut self) {
        KEPT.with_borrow_mut(|kept| kept.remove(&self.0));
    }
}

impl Attachment {
    /// Keeps a text that needs no escape in JSON, such as base64.
    pub fn keep(text: Blob) -> Self {
        PUT_TOGETHER.set(Some(put_together));
        let mark = format!("{MARK}{}", transport::new_id());
        KEPT.with_borrow_mut(|kept| kept.insert(mark.clone(), text));
        Self(Arc::new(Mark(mark)))
    }

    /// What stands for it in a request.
    pub fn data(&self) -> DocumentData {
        DocumentData::from(self.0.0.clone())
    }
}

/// The body of a request.
pub(super) fn body(text: &str) -> Body {
    match PUT_TOGETHER.get() {
        Some(put_together) => put_together(text),
        None => Ok((text.into(), 0)),
    }
}

fn put_together(text: &str) -> Body {
    let parts = split(text);
    if parts.len() == 1 {
        return Ok((text.into(), 0));
    }
    let pieces = Array::new();
    let mut bytes = 0;
    for part in parts {
        match part {
            Part::Text(text) => pieces.push(&text.into()),
            Part::Mark(mark) => {
                let kept = KEPT.with_borrow(|kept| kept.get(mark).cloned());
                let blob = kept.ok_or_else(|| Malformed::new("a document that is still at hand"))?;
                bytes += blob.size() as u32;
                pieces.push(&blob)
            }
        };
    }
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let whole = Blob::new_with_blob_sequence_and_options(&pieces, &options);
    whole.map(|whole| (whole.into(), bytes)).map_err(|_| Malformed::new("a body that the browser can build"))
}

#[derive(Debug, PartialEq, Eq)]
enum Part<'a> {
    Text(&'a str),
    Mark(&'a str),
}

/// Takes the marks out. Only a value that is a mark and nothing else is one, so nothing that a person types becomes one
/// in passing.
fn split(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut rest, mut from) = (text, 0);
    while let Some(at) = rest[from..].find(MARK).map(|at| at + from) {
        let end = at + MARK_LENGTH;
        let alone = at > 0 && rest.as_bytes()[at - 1] == b'"' && rest.as_bytes().get(end) == Some(&b'"');
        if alone && rest[at..end].bytes().skip(MARK.len()).all(|byte| byte.is_ascii_hexdigit() || byte == b'-') {
            parts.push(Part::Text(&rest[..at]));
            parts.push(Part::Mark(&rest[at..end]));
            (rest, from) = (&rest[end..], 0);
        } else {
            from = at + MARK.len();
        }
    }
    parts.push(Part::Text(rest));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "45f014d5-bc8a-4074-a707-8e20f272a9a3";

    #[test]
    fn a_mark_is_taken_out_and_the_text_around_it_stays() {
        let text = format!(r#"{{"data":"attachment:{ID}","type":"application/pdf"}}"#);
        let mark = format!("attachment:{ID}");
        assert_eq!(
            split(&text),
            [Part::Text(r#"{"data":""#), Part::Mark(&mark), Part::Text(r#"","type":"application/pdf"}"#)]
        );
    }

    #[test]
    fn what_a_person_types_is_no_mark() {
        for text in [
            r#"{"message":"attachment: see mail"}"#.to_owned(),
            format!(r#"{{"message":"see attachment:{ID}"}}"#),
            format!(r#"{{"message":"attachment:{ID} was lost"}}"#),
            r#"{"message":"attachment:éééééééééééééééééé"}"#.to_owned(),
            "attachment:".to_owned(),
        ] {
            assert_eq!(split(&text), [Part::Text(text.as_str())], "{text}");
        }
    }

    #[test]
    fn several_marks_are_taken_out_one_after_the_other() {
        let text = format!(r#"["attachment:{ID}","attachment:{ID}"]"#);
        assert_eq!(split(&text).iter().filter(|part| matches!(part, Part::Mark(_))).count(), 2);
    }
}
