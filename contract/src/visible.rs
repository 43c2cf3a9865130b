//! Text that others wrote, as it may stand among ours.

use crate::card_numbers::{holds, masked, masked_id};

/// Free text on its way to a screen or a file: a description, a merchant, a remark. What nobody sees goes, and a card number
/// that somebody wrote into it is masked.
pub fn free_text(text: &str) -> String {
    // In this order: what nobody sees may stand between the digits.
    masked(&visible(text))
}

/// An id that others made, as it is shown and copied: an outside reference, a poster, a merchant's number. By chance some
/// digits of it may look like a card's, so only a number that stands alone is masked.
pub fn shown_id(id: &str) -> String {
    masked_id(&visible(id))
}

/// Whether somebody wrote a card number into it.
pub fn holds_card_number(text: &str) -> bool {
    holds(&visible(text))
}

/// Without the characters that nobody sees and that change how the text around them reads: direction marks, invisible
/// separators, control characters (Unicode TR 36, TR 9). Line breaks and tabs become a blank, because they hold apart what
/// stands on both sides. What is left is shown as text and nothing else.
pub fn visible(text: &str) -> String {
    kept(text, is_break)
}

/// The same with its lines as they are, for text that is read line by line.
pub(crate) fn visible_lines(text: &str) -> String {
    kept(text, |c| is_break(c) && c != '\n')
}

fn kept(text: &str, becomes_blank: fn(char) -> bool) -> String {
    let mut seen = String::with_capacity(text.len());
    for c in text.chars() {
        if becomes_blank(c) {
            // One blank for a line break of two signs.
            if !seen.ends_with([' ', '\n']) {
                seen.push(' ');
            }
        } else if c == '\n' || !is_invisible(c) {
            seen.push(c);
        }
    }
    seen
}

/// Line breaks, tabs and the separators of files and records.
const fn is_break(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{1c}'..='\u{1f}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What takes no room on a screen (Unicode, `Default_Ignorable_Code_Point` and `Cc`), and the frame around a keycap.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{20e3}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
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
