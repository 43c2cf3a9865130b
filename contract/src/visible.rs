//! Text that others wrote, as it may stand among ours.

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
    fn a_name_cannot_turn_the_text_around_it() {
        assert_eq!(visible("Ana\u{202e}gnorw\u{202c} \u{200b}Lee\u{7}"), "Anagnorw Lee");
    }

    #[test]
    fn names_of_every_script_stay_as_they_are() {
        for name in ["Zoë Müller", "李 小龍", "محمد", "O’Brien-Şahin"] {
            assert_eq!(visible(name), name);
        }
    }
}
