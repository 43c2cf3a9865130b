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
    if text.bytes().filter(u8::is_ascii_digit).count() < SHORTEST {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        shown += before;
        let card = length_of_card(from);
        let (piece, behind) = from.split_at(card.unwrap_or_else(|| length_of_group(from)));
        if card.is_some() {
            shown += &MaskedCard::new(piece).to_string();
        } else {
            shown += piece;
        }
        rest = behind;
    }
    shown + rest
}

/// A card number has so many digits at least, and so many at most (ISO/IEC 7812).
const SHORTEST: usize = 13;
const LONGEST: usize = 19;

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

/// How long the card number is with which the text begins. It may be written in groups, and other digits may stand before
/// and behind it: an expiry date, a count. Of several that fit the longest is taken, which hides the most.
fn length_of_card(text: &str) -> Option<usize> {
    let mut digits = Vec::with_capacity(LONGEST);
    let (mut end, mut card) = (0, None);
    // Wider gaps and other signs than a card is written with join only groups that look like a card's: no dates.
    let (mut usual_gaps, mut long_groups) = (true, true);
    loop {
        let group = length_of_group(&text[end..]);
        if digits.len() + group > LONGEST {
            return card;
        }
        digits.extend(text[end..end + group].bytes().map(|digit| u32::from(digit - b'0')));
        end += group;
        if (usual_gaps || long_groups) && is_card_number(&digits) {
            card = Some(end);
        }
        long_groups &= group >= 3;
        let gap = length_of_gap(&text[end..]);
        if gap == 0 {
            return card;
        }
        usual_gaps &= matches!(&text[end..end + gap], " " | "-");
        end += gap;
    }
}

fn length_of_group(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// What stands between two groups of digits; nothing where no other group follows soon.
fn length_of_gap(text: &str) -> usize {
    let parts = |c: char| c.is_whitespace() || matches!(c, '-' | '.' | '/' | ',' | '_' | '·' | '\u{2010}'..='\u{2015}');
    let gap: usize = text.chars().take_while(|c| parts(*c)).take(3).map(char::len_utf8).sum();
    if text[gap..].starts_with(|c: char| c.is_ascii_digit()) { gap } else { 0 }
}

/// Of a card's length, with a card scheme's first digit and the check digit of ISO/IEC 7812. The first digit spares
/// moments in milliseconds, which have thirteen digits and begin with a 1.
fn is_card_number(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let values = digits.iter().rev().enumerate();
    let sum: u32 = values.map(|(index, digit)| if index % 2 == 1 { doubled(*digit) } else { *digit }).sum();
    (SHORTEST..=LONGEST).contains(&digits.len()) && (2..=6).contains(&digits[0]) && sum.is_multiple_of(10)
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
    fn a_card_number_is_masked_whatever_digits_stand_beside_it_and_however_it_is_grouped() {
        for (written, shown) in [
            ("Karte 4242424242424242 12/27", "Karte 424242******4242 12/27"),
            ("4242424242424242 15.07.2025", "424242******4242 15.07.2025"),
            ("Ersatzkarte 2 4242424242424242", "Ersatzkarte 2 424242******4242"),
            ("Brief 2025 4242424242424242", "Brief 2025 424242******4242"),
            ("4242.4242.4242.4242", "4242.42**.****.4242"),
            ("4242/4242/4242/4242", "4242/42**/****/4242"),
            ("4242  4242  4242  4242", "4242  42**  ****  4242"),
            ("4242\u{a0}4242\u{a0}4242\u{a0}4242", "4242\u{a0}42**\u{a0}****\u{a0}4242"),
            ("3782 822463 10005, 4111111111111111", "3782 82**** *0005, 411111******1111"),
        ] {
            assert_eq!(masked(written), shown);
        }
    }

    #[test]
    fn other_digits_stay_as_they_are() {
        for text in [
            "",
            "5089991234",
            "1493069461632",
            "2018-07-23 12:00:00",
            "4111111111111112",
            "24.50 €",
            "é 7",
            "from 20.07.2025 to 28.07.2025, 23.07.2025, 24.07.2025, 25.07.2025",
            "12345678901234567890",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn a_name_is_known_in_every_spelling() {
        assert!(["CARD_NUMBER", "cardNumber", "card-number", "PAN", "Cvv2"].into_iter().all(is_secret_name));
        assert!(!["maskedPan", "company", "NICKNAME", ""].into_iter().any(is_secret_name));
    }
}
