//! Keeps card numbers, security codes, PINs and track data out of what has no fields of its own: key/value pairs and
//! free-form objects.

use crate::masked_card::MaskedCard;

/// Whether a key of this name stands before something that must not be kept. `CARD_NUMBER`, `cardNumber` and
/// `card-number` are one name.
pub(crate) fn is_secret_name(name: &str) -> bool {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    SECRET_NAMES.contains(&plain.as_str())
}

/// The text, with every card number in it masked: for free text on its way to a screen or a file.
pub fn masked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let (run, behind) = from.split_at(length_of_run(from));
        shown += before;
        if is_card_number(run) {
            shown += &MaskedCard::new(run).to_string();
        } else {
            shown += run;
        }
        rest = behind;
    }
    shown + rest
}

const SECRET_NAMES: &[&str] = &[
    "pan",
    "fullpan",
    "clearpan",
    "primaryaccountnumber",
    "cardnumber",
    "fullcardnumber",
    "accountnumber",
    "cvv",
    "cvv2",
    "cvc",
    "cvc2",
    "csc",
    "cardsecuritycode",
    "securitycode",
    "cardverificationcode",
    "cardverificationvalue",
    "pin",
    "devicepin",
    "pinblock",
    "track1",
    "track2",
    "trackdata",
    "magneticstripe",
];

/// Digits, with single blanks or hyphens between them, from the start of the text.
fn length_of_run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let goes_on = |index: usize| {
        let after = bytes.get(index + 1).is_some_and(u8::is_ascii_digit);
        bytes[index].is_ascii_digit() || (matches!(bytes[index], b' ' | b'-') && after)
    };
    (0..bytes.len()).find(|index| !goes_on(*index)).unwrap_or(bytes.len())
}

/// Of a card's length, with a card scheme's first digit and the check digit of ISO/IEC 7812. The first digit spares
/// moments in milliseconds, which have thirteen digits and begin with a 1.
fn is_card_number(run: &str) -> bool {
    let digits: Vec<u32> = run.chars().filter_map(|c| c.to_digit(10)).collect();
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, digit)| if index % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    (13..=19).contains(&digits.len()) && (2..=6).contains(&digits[0]) && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_number_is_masked_wherever_it_stands() {
        assert_eq!(masked("4111111111111111"), "411111******1111");
        assert_eq!(masked("card 4111 1111 1111 1111 declined"), "card 4111 11** **** 1111 declined");
        assert_eq!(masked("a 5500-0055-5555-5559, b"), "a 5500-00**-****-5559, b");
    }

    #[test]
    fn other_digits_stay_as_they_are() {
        for text in ["", "5089991234", "1493069461632", "2018-07-23 12:00:00", "4111111111111112", "24.50 €", "é 7"]
        {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn a_name_is_known_in_every_spelling() {
        assert!(["CARD_NUMBER", "cardNumber", "card-number", "PAN", "Cvv2"].into_iter().all(is_secret_name));
        assert!(!["maskedPan", "company", "NICKNAME", ""].into_iter().any(is_secret_name));
    }
}
