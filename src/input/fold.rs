//! Two spellings of one name.

use super::plain;
use crate::browser::{lower_case::lower_case, unicode::decomposed};

/// A name without case, accents and the spelling of its apostrophes and hyphens: equal for what is one name to a reader.
/// `İnce` and `ince`, `O’Brien` and `O'Brien`, `Mu\u{308}ller` and `MÜLLER`.
pub fn fold(text: &str) -> String {
    // Most are: long lists are folded row by row.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain = plain(text);
    let mut folded = String::with_capacity(plain.len());
    for letter in decomposed(&lower_case(&plain)).chars() {
        match letter {
            // An accent of its own.
            '\u{300}'..='\u{36f}' => {}
            // Letters that are not made of a letter and an accent.
            'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ŧ' => folded.push('t'),
            'þ' => folded.push_str("th"),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            letter => folded.push(letter),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_however_it_is_written() {
        for (one, other) in [
            ("O’Brien", "O'BRIEN"),
            ("Mu\u{308}ller", "Müller"),
            ("ince", "İnce"),
            ("IŞIK", "Işık"),
            ("Smith\u{2011}Jones", "smith-jones"),
            ("Ｓｍｉｔｈ", "Smith"),
            ("STRASSE", "Straße"),
            ("Łukasz", "LUKASZ"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        assert_ne!(fold("Smith"), fold("Smyth"));
    }

    #[test]
    fn other_scripts_keep_their_letters() {
        assert_eq!(fold("Ольга"), fold("ОЛЬГА"));
        assert_ne!(fold("李"), fold("王"));
    }
}
