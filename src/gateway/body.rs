//! An answer's text, read as it comes: how long it becomes is known only when it is there, whatever it says of itself. What
//! would end the page's memory or its stack is given up.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, Response};

use super::{failure::Fault, long_answer};

/// No answer of so many bytes is read to its end: a folder with four documents of 10 MB has fewer.
const MOST: u32 = 64 * 1024 * 1024;

/// Objects and lists inside each other. Every printed answer has fewer than ten; each takes a part of the stack.
const MOST_LEVELS: u32 = 48;

/// Some programs write it before a text; no JSON begins with it.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text of an answer, without the documents in it where it is long.
pub(super) async fn text(response: &Response) -> Result<String, Fault> {
    // As they come, and not in the module's memory, which never becomes smaller again.
    let pieces = Array::new();
    let length = collect(response, &pieces).await.map_err(|_| Fault::Unreachable)?.ok_or(Fault::TooLong)?;
    let bytes = if length > long_answer::LONG {
        let whole = Blob::new_with_u8_array_sequence(&pieces).map_err(|_| Fault::Unreachable)?;
        long_answer::read(&whole).await.map_err(|_| Fault::Unreachable)?.ok_or(Fault::TooLong)?
    } else {
        pieces.iter().flat_map(|piece| piece.unchecked_into::<Uint8Array>().to_vec()).collect()
    };
    let text = text_of(bytes);
    if nests_too_deep(&text) { Err(Fault::TooLong) } else { Ok(text) }
}

/// How many bytes came; `None` where there were too many.
async fn collect(response: &Response, pieces: &Array) -> Result<Option<u32>, JsValue> {
    let Some(body) = response.body() else { return Ok(Some(0)) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut length = 0_u32;
    loop {
        let read = JsFuture::from(reader.read()).await?;
        let piece = Reflect::get(&read, &"value".into())?;
        if piece.is_undefined() {
            return Ok(Some(length));
        }
        let piece: Uint8Array = piece.unchecked_into();
        length = length.saturating_add(piece.length());
        if length > MOST {
            // Nobody waits for the rest; whoever asked gives the request up.
            return Ok(None);
        }
        pieces.push(&piece);
    }
}

/// Whole, where a text would be handed over sign by sign.
fn text_of(bytes: Vec<u8>) -> String {
    let mut text =
        String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    if text.starts_with(BYTE_ORDER_MARK) {
        text.remove(0);
    }
    text
}

fn nests_too_deep(json: &str) -> bool {
    let (mut level, mut in_text, mut escaped) = (0_u32, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_text,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                level += 1;
                if level > MOST_LEVELS {
                    return true;
                }
            }
            b'}' | b']' if !in_text => level = level.saturating_sub(1),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(levels: usize) -> String {
        format!("{}{}", r#"{"parentOperation":"#.repeat(levels) + "1", "}".repeat(levels))
    }

    #[test]
    fn what_is_nested_deeper_than_any_answer_is_told_from_what_only_holds_braces() {
        let most = MOST_LEVELS as usize;
        assert!(!nests_too_deep(&nested(most)));
        assert!(nests_too_deep(&nested(most + 1)));
        assert!(nests_too_deep(&"[".repeat(1_000_000)));
        // One beside the other, or inside a text.
        assert!(!nests_too_deep(&format!("[{}]", "{},".repeat(10_000))));
        assert!(!nests_too_deep(&format!(r#"["{}"]"#, "{".repeat(10_000))));
        assert!(!nests_too_deep(&format!(r#"["\"{}\\"]"#, "[".repeat(10_000))));
        assert!(nests_too_deep(&format!(r#"["a\\",{}"#, "[".repeat(most))));
    }

    #[test]
    fn a_mark_before_the_text_is_left_out_and_bytes_that_are_no_text_are_replaced() {
        assert_eq!(text_of("\u{feff}{}".into()), "{}");
        assert_eq!(text_of(vec![b'"', 0xff, b'"']), "\"\u{fffd}\"");
    }
}
