//! Card numbers that people type or paste where none belongs.

use contract::holds_card_number;

/// What is said instead of sending one.
pub const NO_CARD_NUMBER: &str = "Write no full card number: the last four digits are enough.";

/// Whether a text holds a number that could be a card's, whatever stands beside it. It is not sent then.
pub fn may_be_card(text: &str) -> bool {
    holds_card_number(text)
}

/// The same for a field that takes a reference. The references of the platform are long numbers, in which some digits look
/// like a card's by chance: what is one unbroken number longer than a card's is no card.
pub fn reference_may_be_card(text: &str) -> bool {
    let is_long_number = text.len() > LONGEST && text.bytes().all(|byte| byte.is_ascii_digit());
    !is_long_number && holds_card_number(text)
}

/// Digits of the longest card number (ISO/IEC 7812).
const LONGEST: usize = 19;
