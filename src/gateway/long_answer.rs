//! Answers that hold whole documents: read piece by piece, so that the page never stalls, and without the documents
//! themselves. A folder with a PDF of 10 MB is an answer of 13 MB, of which a screen shows a name and a date.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Answers of fewer bytes are read as they are.
pub(super) const LONG: u32 = 2 * 1024 * 1024;
/// Bytes of a piece; between two of them the page has its turn.
const PIECE: u64 = 256 * 1024;
/// A text of more bytes is no fact but a document.
const LONGEST: usize = 64 * 1024;
/// So much of it stays: enough to tell what it is.
const BEGIN: usize = 64;
/// What stays without the documents is never so much: ten thousand operations take fewer bytes.
const MOST_FACTS: usize = 16 * 1024 * 1024;

/// The answer without its documents; `None` where even that is too much.
pub(super) async fn read(answer: &Blob) -> Result<Option<Vec<u8>>, JsValue> {
    let mut short = Shortened::default();
    let (mut from, size) = (0, answer.size() as u64);
    while from < size {
        let to = (from + PIECE).min(size);
        let piece = answer.slice_with_f64_and_f64(from as f64, to as f64)?;
        let bytes = JsFuture::from(piece.array_buffer()).await?;
        short.take(&Uint8Array::new(&bytes).to_vec());
        if short.json.len() > MOST_FACTS {
            return Ok(None);
        }
        from = to;
    }
    Ok(Some(short.json))
}

/// JSON whose longest texts are cut.
#[derive(Default)]
struct Shortened {
    json: Vec<u8>,
    /// Where the text begins in which we are, and how long it is so far.
    text: Option<(usize, usize)>,
    escaped: bool,
}

impl Shortened {
    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let quote = *byte == b'"' && !self.escaped;
            self.escaped = self.text.is_some() && *byte == b'\\' && !self.escaped;
            match &mut self.text {
                None => {
                    self.json.push(*byte);
                    self.text = quote.then_some((self.json.len(), 0));
                }
                Some((begin, length)) if quote => {
                    if *length > LONGEST {
                        self.json.truncate(*begin + BEGIN);
                        // Half an escape would not be JSON.
                        if self.json[*begin..].contains(&b'\\') {
                            self.json.truncate(*begin);
                        }
                    }
                    self.json.push(b'"');
                    self.text = None;
                }
                Some((_, length)) => {
                    *length += 1;
                    if *length <= LONGEST {
                        self.json.push(*byte);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shortened(text: &str) -> String {
        let mut short = Shortened::default();
        // In pieces of any length.
        text.as_bytes().chunks(7).for_each(|piece| short.take(piece));
        String::from_utf8(short.json).expect("a text")
    }

    #[test]
    fn a_document_is_cut_and_everything_else_stays() {
        let document = "JVBERi0x".repeat(20_000);
        let answer = format!(r#"{{"documents":[{{"data":"{document}","fileName":"a \"b\" \\"}}],"reason":"x"}}"#);
        let short = shortened(&answer);
        assert_eq!(short, answer.replace(&document, &document[..BEGIN]));
        assert!(serde_json::from_str::<serde_json::Value>(&short).is_ok());
    }

    #[test]
    fn a_long_text_that_begins_with_an_escape_is_left_out() {
        let text = format!(r#"{{"message":"\n{}"}}"#, "x".repeat(LONGEST));
        assert_eq!(shortened(&text), r#"{"message":""}"#);
    }

    #[test]
    fn what_is_not_too_long_stays_as_it_is() {
        for text in [r#"{"a":"\\","b":"ü","c":[1,null]}"#.to_owned(), format!(r#"["{}"]"#, "x".repeat(LONGEST))] {
            assert_eq!(shortened(&text), text);
        }
    }
}
