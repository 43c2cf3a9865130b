//! Takes away what came along unseen, and writes what has several spellings in one.

use contract::{digits::ascii_digit, visible};

use crate::browser::unicode::composed;

/// Text as it is meant: composed letters, without invisible marks, in one line, without blanks around it and with one between
/// words.
pub fn clean(text: &str) -> String {
    let seen = visible(text);
    let mut tidy = String::with_capacity(seen.len());
    for word in seen.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy += word;
    }
    composed(&tidy)
}

/// The same line by line: an empty line stays one.
pub fn clean_lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(clean).collect();
    lines.join("\n").trim().to_owned()
}

/// Text to be recognised: cleaned, with ASCII signs for the digits, hyphens, apostrophes and other signs for which keyboards,
/// contact lists and word processors have spellings of their own.
pub fn plain(text: &str) -> String {
    clean(text).chars().map(sign).collect()
}

fn sign(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    if let Some(digit) = ascii_digit(c) {
        return digit;
    }
    match c {
        // Hyphens, dashes and the minus.
        '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{30fb}'
        | '\u{58a}'
        | '\u{5be}' => '-',
        // Apostrophes, primes, and the letters that stand for one.
        '\u{2018}'..='\u{201b}'
        | '\u{2032}'
        | '\u{b4}'
        | '\u{2b9}'..='\u{2bd}'
        | '\u{2c8}'
        | '\u{2ca}'
        | '\u{2cb}'
        | '\u{5f3}'
        | '\u{a78b}'
        | '\u{a78c}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2039}' | '\u{27e8}' | '\u{3008}' => '<',
        '\u{203a}' | '\u{27e9}' | '\u{3009}' => '>',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{207a}' | '\u{fe62}' => '+',
        '\u{fe6b}' => '@',
        '\u{2024}' | '\u{3002}' | '\u{ff61}' => '.',
        '\u{60c}' | '\u{66b}' | '\u{3001}' | '\u{ff64}' => ',',
        // The forms that are as wide as a Chinese character.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_goes_and_words_stay_apart() {
        assert_eq!(clean("\u{202d}+1 508 555 0142\u{202c}"), "+1 508 555 0142");
        assert_eq!(clean(" Paul\u{a0}\u{2009}Casey\u{200b}\r\n"), "Paul Casey");
        assert_eq!(clean("Mu\u{308}ller"), "Müller");
        assert_eq!(clean("\u{feff}"), "");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(clean_lines("One\u{200b}  line\r\n\r\nTwo \n"), "One line\n\nTwo");
    }

    #[test]
    fn what_has_several_spellings_has_one() {
        assert_eq!(plain("508\u{2212}555\u{2012}0142"), "508-555-0142");
        assert_eq!(plain("５０８５５５０１４２"), "5085550142");
        assert_eq!(plain("٥٠٨ ٥٥٥ ٠١٤٢"), "508 555 0142");
        for apostrophe in ["’", "‘", "ʻ", "ʼ", "´", "′", "＇"] {
            assert_eq!(plain(&format!("O{apostrophe}Brien")), "O'Brien");
        }
        assert_eq!(plain("paul＠example．com"), "paul@example.com");
    }

    #[test]
    fn names_of_every_script_stay() {
        for name in ["Zoë Müller", "李小龍", "محمد", "Ωμέγα-Ольга", "Şahin", "O'Brien"] {
            assert_eq!(plain(name), name);
        }
    }
}
