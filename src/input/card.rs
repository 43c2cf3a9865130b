//! Card numbers that people type or paste where none belongs.

use contract::{holds_card_number, shown_id, visible};

/// What is said instead of sending one.
pub const NO_CARD_NUMBER: &str = "Write no full card number: the last four digits are enough.";

/// Whether a text holds a number that could be a card's, whatever stands beside it. It is not sent then.
pub fn may_be_card(text: &str) -> bool {
    holds_card_number(text)
}

/// The same for a field that takes a reference. The references of the platform are long numbers, in the middle of which some
/// digits look like a card's by chance: only a number that stands alone is one.
pub fn reference_may_be_card(text: &str) -> bool {
    shown_id(text) != visible(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_no_card_number_and_a_card_number_is_one_wherever_it_is_typed() {
        for reference in ["12349485785398617383", "10000000000264015", "D-V-1234-2319-19", "PERSON-2023012600011A"] {
            assert!(!reference_may_be_card(reference), "{reference}");
        }
        for card in [
            "4111111111111111",
            "4111 1111 1111 1111",
            "378282246310005",
            "4111111111111111 12/27",
            "x4111111111111111",
        ] {
            assert!(reference_may_be_card(card) && may_be_card(card), "{card}");
        }
    }
}
