//! What an answer holds that others wrote, cleaned before anything is read from it: nothing invisible, no card number, in
//! whatever field it stands. So no type and no screen has to think of it: names, cities, codes and words that no guide names
//! come clean.

use std::borrow::Cow;

use serde_json::Value;

use crate::{card_numbers::masked, digits::ascii_digit, instant::Instant, reading::BLANKS, visible::visible_lines};

/// The answer with clean texts. What names something (an id, a reference) stays as it came, because it travels back:
/// `shown_id` is how it is shown.
pub(crate) fn cleaned(json: &str) -> Cow<'_, str> {
    let (mut clean, mut copied) = (String::new(), 0);
    let (mut name, mut at) = ("", 0);
    while let Some(quote) = json[at..].find('"') {
        let begin = at + quote + 1;
        let end = begin + length_of_string(&json[begin..]);
        at = (end + 1).min(json.len());
        let text = &json[begin..end];
        let is_name = json[at..].trim_start_matches(BLANKS).starts_with(':');
        if is_suspicious(text) && (is_name || !stays(name, text)) {
            let Ok(written) = serde_json::from_str::<String>(&json[begin - 1..at]) else { continue };
            let shown = masked(&visible_lines(&written.replace("\r\n", "\n")));
            if shown != written {
                clean += &json[copied..begin - 1];
                clean += &Value::from(shown).to_string();
                copied = at;
            }
        }
        if is_name {
            name = text;
        }
    }
    if copied == 0 { Cow::Borrowed(json) } else { Cow::Owned(clean + &json[copied..]) }
}

/// Up to the quote that ends it.
fn length_of_string(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.unwrap_or(text.len())
}

/// Whether there may be something to clean. Nearly every text is cleared by this.
fn is_suspicious(text: &str) -> bool {
    let mut digits = 0;
    text.bytes().any(|byte| {
        digits += usize::from(byte.is_ascii_digit());
        byte >= 0x7f || byte == b'\\' || digits > 12
    })
}

/// Whether the value of this name is no text that a person wrote.
fn stays(name: &str, value: &str) -> bool {
    let is_id = NAMES_OF_IDS.iter().any(|end| name.ends_with(end));
    // An international phone number has at most 15 digits, and hardly any has more than 14.
    let is_phone = || name.to_ascii_lowercase().contains("phone") && value.chars().filter_map(ascii_digit).count() < 15;
    is_id || Instant::parse(value).is_some() || is_phone()
}

/// How the names end of what names something. The content of a document, `data`, is judged by whoever opens it.
const NAMES_OF_IDS: [&str; 15] = [
    "Reference",
    "reference",
    "Id",
    "Ids",
    "Uri",
    "Uris",
    "uri",
    "Identifier",
    "iin",
    "iban",
    "Iban",
    "Poster",
    "ReferenceData",
    "IdCode",
    "data",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(json: &str) -> String {
        cleaned(json).into_owned()
    }

    #[test]
    fn whatever_field_a_card_number_stands_in_it_is_masked() {
        assert_eq!(
            clean(r#"{"statusCode":"Card 4242424242424242","list":["x","4242 4242 4242 4242"],"4242424242424242":{}}"#),
            r#"{"statusCode":"Card 424242******4242","list":["x","4242 42** **** 4242"],"424242******4242":{}}"#
        );
    }

    #[test]
    fn nothing_invisible_is_left_however_it_is_written() {
        let written = "{\"city\":\"\u{202e}APSU\",\"b\" : \"\\u202eAPSU\",\"c\":\"4242\\u200b42424242\\u20664242\"}";
        assert_eq!(clean(written), r#"{"city":"APSU","b" : "APSU","c":"424242******4242"}"#);
    }

    #[test]
    fn lines_stay_apart() {
        let text = r#"{"message":"one\ntwo\u2028three\r\nfour"}"#;
        assert_eq!(clean(text), r#"{"message":"one\ntwo three\nfour"}"#);
    }

    #[test]
    fn what_names_something_stays_as_it_came() {
        for text in [
            r#"{"externalOperationReference":"4242424242424242","customerUri":"a\u0023b","cardUris":["4242424242424242"]}"#,
            r#"{"postingDate":"2022-07-28T22:00:00.000+00:00","phone":"+4915123456789","data":"JVBERi04242424242424242"}"#,
            r#"{"operationId":"4242424242424242","iban":"DE89370400440532013000","firstName":"Zoë","u":"caf\u00e9 \"x\""}"#,
        ] {
            assert!(matches!(cleaned(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_left_to_whoever_reads_it() {
        for text in ["", "\"", "\"a\\", "{\"a\":\"4242424242424242", "<html lang=\"de\">"] {
            assert_eq!(clean(text), text);
        }
    }
}
