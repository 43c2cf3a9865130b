//! Phone numbers as people type them.

/// Whether a text can only be a phone number: at least seven digits, and nothing but what is written between them.
pub(super) fn is_phone(text: &str) -> bool {
    let text = number_in(text);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let rest_is_punctuation = text.chars().all(|c| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '+' | '-' | '.' | '/' | '(' | ')' | '\u{2010}'..='\u{2013}')
    });
    (7..=15).contains(&digits) && rest_is_punctuation
}

/// The digits as the gateway keeps them: national, without signs (seed 001:28). The North American country code is
/// dropped; another country's digits are sent as they are, because only the issuer knows how it keeps them.
pub(super) fn national_digits(text: &str) -> String {
    let digits: String = number_in(text).chars().filter(char::is_ascii_digit).collect();
    let international = digits.strip_prefix("00").unwrap_or(&digits);
    match international.strip_prefix('1') {
        Some(national) if national.len() == 10 => national.to_owned(),
        _ => international.to_owned(),
    }
}

/// The number without what is written around it when it is copied: `tel:`, an extension, "(home)".
fn number_in(text: &str) -> &str {
    let text = text.trim();
    let text = match text.get(..4) {
        Some(scheme) if scheme.eq_ignore_ascii_case("tel:") => &text[4..],
        _ => text,
    };
    // What a number is followed by begins with a letter, and may stand in brackets; a number of letters is none.
    let end = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, behind) = text.split_at(end);
    let word: String = behind.chars().take_while(char::is_ascii_alphabetic).collect();
    let is_known = ["ext", "extension", "x", "home", "mobile", "cell", "work", "office"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known));
    if is_known { number.trim_end_matches(['(', ' ', ',', ';', '\u{a0}']) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_however_it_is_typed() {
        for text in [
            "5089991234",
            "508 999 1234",
            "(508) 999-1234",
            "508.999.1234",
            "+1 508 999 1234",
            "1-508-999-1234",
            "001 508 999 1234",
            "508\u{2013}999\u{2013}1234",
            "\u{a0}508 999 1234 ",
            "tel:+1-508-999-1234",
            "(508) 999-1234 ext. 3",
            "508-999-1234x31",
            "508-999-1234 (home)",
            "508-999-1234, Mobile",
        ] {
            assert!(is_phone(text), "{text}");
            assert_eq!(national_digits(text), "5089991234", "{text}");
        }
    }

    #[test]
    fn another_country_keeps_its_code() {
        assert_eq!(national_digits("+49 170 555 4444"), "491705554444");
    }

    #[test]
    fn what_is_too_short_or_holds_letters_is_no_phone_number() {
        for text in ["123456", "1234567890123456", "508-999-CALL", "5089991234 Casey", "ext 3", "tel:", "", "()"] {
            assert!(!is_phone(text), "{text}");
        }
    }
}
