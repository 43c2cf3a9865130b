//! Text that others wrote, as it may stand among ours.

use crate::card_secrets::masked;

/// Free text on its way to a screen or a file: a description, a merchant, a remark. What nobody sees goes, and a card number
/// that somebody wrote into it is masked. An id is no free text: by chance its digits may look like a card's.
pub fn free_text(text: &str) -> String {
    // In this order: what nobody sees may stand between the digits.
    masked(&visible(text))
}

/// Whether somebody wrote a card number into it.
pub fn holds_card_number(text: &str) -> bool {
    let seen = visible(text);
    masked(&seen) != seen
}

/// Without the characters that nobody sees and that change how the text around them reads: direction marks, invisible
/// separators, control characters (Unicode TR 36, TR 9). What is left is shown as text and nothing else.
pub fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_number_is_noticed_however_it_is_written() {
        assert!(holds_card_number("card 4111 1111 1111 1111 was used"));
        assert!(holds_card_number("4111\u{200b}111111111111"));
        assert!(!holds_card_number("card ending in 1111, 10000000000264015"));
    }

    #[test]
    fn a_name_cannot_turn_the_text_around_it() {
        assert_eq!(visible("Ana\u{202e}gnorw\u{202c} \u{200b}Lee\u{7}"), "Anagnorw Lee");
    }

    #[test]
    fn a_card_number_in_free_text_is_masked_even_where_something_invisible_is_written_into_it() {
        assert_eq!(free_text("Ersatz 4242424242424242"), "Ersatz 424242******4242");
        assert_eq!(free_text("Ersatz 42424242\u{200b}42424242\u{7}"), "Ersatz 424242******4242");
    }

    #[test]
    fn names_of_every_script_stay_as_they_are() {
        for name in ["Zoë Müller", "李 小龍", "محمد", "O’Brien-Şahin"] {
            assert_eq!(visible(name), name);
        }
    }
}
