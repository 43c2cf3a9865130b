//! What an answer holds that others wrote, cleaned before anything is read from it: nothing invisible, no card number, in
//! whatever field it stands. So no type and no screen has to think of it: names, cities, codes and words that no guide names
//! come clean.

use std::borrow::Cow;

use serde_json::Value;

use crate::{
    card_numbers::masked,
    digits::ascii_digit,
    visible::{is_invisible, visible_lines},
};

/// The answer with clean texts. What names something (an id, a reference) stays as it came, because it travels back:
/// `shown_id` is how it is shown.
pub(crate) fn cleaned(json: &str) -> Cow<'_, str> {
    let (mut clean, mut copied) = (String::new(), 0);
    let (mut name, mut at) = ("", 0);
    // Long lists hold hundreds of thousands of strings, so each byte is looked at once.
    while let Some(begin) = string_after(json.as_bytes(), at) {
        let (end, is_suspicious) = end_of_string(json.as_bytes(), begin);
        at = (end + 1).min(json.len());
        let text = &json[begin..end];
        let is_name = is_colon_next(json.as_bytes(), at);
        if is_suspicious && (is_name || !stays(name, text)) && !is_plain(text) {
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

/// Where the next string begins, behind its quote.
fn string_after(json: &[u8], mut at: usize) -> Option<usize> {
    while *json.get(at)? != b'"' {
        at += 1;
    }
    Some(at + 1)
}

/// Where the string ends, before its quote, and whether there may be something to clean: nearly every text is cleared by
/// this. Thirteen digits may be a card's number; what is escaped or no ASCII may be anything.
fn end_of_string(json: &[u8], begin: usize) -> (usize, bool) {
    let (mut at, mut digits) = (begin, 0);
    // Eight bytes at once, as long as they are printable ASCII. The highest bit of a byte marks what was looked for.
    while let Some(bytes) = json[at..].first_chunk() {
        let word = u64::from_le_bytes(*bytes);
        let is_odd = word | word.wrapping_add(each(1)) | equal_to(word, b'\\');
        if is_odd & each(0x80) != 0 {
            break;
        }
        let quotes = equal_to(word, b'"');
        let before_quote = (quotes & quotes.wrapping_neg()).wrapping_sub(1);
        digits += (at_least(word, b'0') & !at_least(word, b'9' + 1) & each(0x80) & before_quote).count_ones();
        if quotes != 0 {
            return (at + quotes.trailing_zeros() as usize / 8, digits > 12);
        }
        at += 8;
    }
    let mut is_odd = false;
    while let Some(&byte) = json.get(at) {
        match byte {
            b'"' => break,
            b'\\' => {
                is_odd = true;
                at += 1;
            }
            b'0'..=b'9' => digits += 1,
            _ => is_odd |= byte >= 0x7f,
        }
        at += 1;
    }
    (at.min(json.len()), is_odd || digits > 12)
}

const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Marks the bytes that are this one; behind the first of them others may be marked, too.
const fn equal_to(word: u64, byte: u8) -> u64 {
    let differing = word ^ each(byte);
    differing.wrapping_sub(each(1)) & !differing & each(0x80)
}

/// Marks the bytes that are at least this one, where all of them are ASCII.
const fn at_least(word: u64, byte: u8) -> u64 {
    word.wrapping_add(each(0x80 - byte))
}

/// Whether the string that ends here names a value.
fn is_colon_next(json: &[u8], mut at: usize) -> bool {
    while let Some(b' ' | b'\t' | b'\n' | b'\r') = json.get(at) {
        at += 1;
    }
    json.get(at) == Some(&b':')
}

/// Whether everything in it can be seen, and too little of it is digits for a card's number.
fn is_plain(text: &str) -> bool {
    let mut digits = 0;
    text.chars().all(|c| {
        digits += usize::from(ascii_digit(c).is_some());
        c != '\\' && (matches!(c, ' '..='~') || !is_invisible(c)) && digits < 13
    })
}

/// Whether the value of this name is no text that a person wrote.
fn stays(name: &str, value: &str) -> bool {
    // An international phone number has at most 15 digits, and hardly any has more than 14.
    let is_phone = || name.to_ascii_lowercase().contains("phone") && value.chars().filter_map(ascii_digit).count() < 15;
    is_moment(value) || names_something(name) || is_phone()
}

/// Whether it is written as a moment is: `2022-07-28T22:00:00.000+00:00`, of these centuries or the last year that there is.
fn is_moment(value: &str) -> bool {
    let digits = |range: &[u8]| range.iter().all(u8::is_ascii_digit);
    match value.as_bytes() {
        &[c1, c2, y1, y2, b'-', m1 @ b'0'..=b'1', m2, b'-', d1 @ b'0'..=b'3', d2, b'T' | b' ', ref time @ ..] => {
            matches!([c1, c2], [b'1', b'9'] | [b'2', b'0'] | [b'9', b'9'])
                && digits(&[y1, y2, m1, m2, d1, d2])
                && matches!(time, [b'0'..=b'2', _, b':', b'0'..=b'5', _, b':', b'0'..=b'6', _, ..])
                && time.len() <= "22:00:00.000000000+00:00".len()
                && time.iter().all(|byte| matches!(byte, b'0'..=b'9' | b':' | b'.' | b'+' | b'-' | b'Z'))
        }
        _ => false,
    }
}

fn names_something(name: &str) -> bool {
    let last = |text: &str| text.as_bytes().last().copied();
    NAMES_OF_IDS.iter().any(|end| last(end) == last(name) && name.ends_with(end))
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
    fn strings_of_every_length_end_where_they_end() {
        for length in 0..40 {
            for (fill, is_suspicious) in [("a", false), ("7", length > 12), ("é", length > 0), ("\\u0041", length > 0)]
            {
                let text = fill.repeat(length);
                for behind in ["", ":7777777777777777", ",\"é", "\\"] {
                    let json = format!("{{\"{text}\"{behind}");
                    let end = 2 + text.len();
                    assert_eq!(end_of_string(json.as_bytes(), 2), (end, is_suspicious), "{json}");
                }
            }
        }
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
    fn a_card_number_is_no_moment_however_it_is_grouped() {
        for text in ["2022-07-28T22:00:00.000+00:00", "1999-12-31 23:59:60", "9999-12-31T00:00:00.123456789+00:00"] {
            assert!(is_moment(text), "{text}");
        }
        for text in [
            "2022-07-28",
            "4242-42-42T42:42:42.42Z",
            "2022-07-28T22:00:00.4242424242424242Z",
            "2022-07-28T22:00:00 4242 4242 42",
            "2221-00-42T42:42:42.42Z",
        ] {
            assert!(!is_moment(text), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_left_to_whoever_reads_it() {
        for text in ["", "\"", "\"a\\", "{\"a\":\"4242424242424242", "<html lang=\"de\">"] {
            assert_eq!(clean(text), text);
        }
    }
}
