//! Picking among what has been read: instantly, and without asking the gateway.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use super::pages::{Book, Entry};
use crate::{
    gateway::Remaining,
    input::fold,
    ui::long_table::{Line, Lines},
};

/// Those rows of a book that were picked.
#[derive(Clone)]
pub struct Picked {
    entries: Arc<Vec<Arc<dyn Entry>>>,
    /// `None` for all of them.
    places: Option<Arc<[u32]>>,
    /// Differs when something else was asked or picked.
    pub question: u32,
    /// Rows of another shape than documented.
    pub unreadable: usize,
}

impl Picked {
    /// Those that hold every word of the text, in whatever order, and are of the kind; an empty text or kind picks all.
    pub fn of(book: &Book, text: &str, kind: &str) -> Self {
        let text = fold(text.trim());
        let mut hasher = DefaultHasher::new();
        (book.question, &text, kind).hash(&mut hasher);
        let (question, unreadable) = (hasher.finish() as u32, book.unreadable);
        if text.is_empty() && kind.is_empty() {
            return Self { entries: book.entries.clone(), places: None, question, unreadable };
        }
        let words: Vec<Word> = text.split_whitespace().map(Word::of).collect();
        let fits = |entry: &Arc<dyn Entry>| {
            (kind.is_empty() || entry.kind() == kind) && words.iter().all(|word| word.is_in(entry.haystack()))
        };
        let places = book.entries.iter().enumerate().filter(|(_, entry)| fits(entry)).map(|(place, _)| place as u32);
        Self { entries: book.entries.clone(), places: Some(places.collect()), question, unreadable }
    }

    /// Of how many it was picked.
    pub fn of_all(&self) -> usize {
        self.entries.len()
    }
}

impl Lines for Picked {
    fn count(&self) -> usize {
        self.places.as_ref().map_or(self.entries.len(), |places| places.len())
    }

    fn line(&self, index: usize) -> Line {
        let place = self.places.as_ref().map_or(index, |places| places[index] as usize);
        self.entries[place].line()
    }
}

/// One word of what is looked for, in every way in which a list may hold it.
struct Word(Vec<String>);

impl Word {
    /// An amount is written with whatever sets thousands and decimals apart where the issuer is, and with either minus;
    /// lists hold `-1482.22`. "1,482.22" may be that, and "1.482,22", too.
    fn of(word: &str) -> Self {
        let mut ways = vec![word.to_owned()];
        let unsigned = word.trim_start_matches(['-', '\u{2212}', '\u{2013}']);
        if unsigned.starts_with(|first: char| first.is_ascii_digit())
            && unsigned.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '.' | '\'' | '\u{2019}'))
        {
            let sign = if unsigned.len() < word.len() { "-" } else { "" };
            let without = |apart: &[char]| format!("{sign}{}", unsigned.replace(apart, ""));
            ways.push(without(&[',', '\'', '\u{2019}']));
            ways.push(without(&['.', '\'', '\u{2019}']).replace(',', "."));
        }
        Self(ways)
    }

    fn is_in(&self, haystack: &str) -> bool {
        self.0.iter().any(|way| haystack.contains(way.as_str()))
    }
}

/// "10,000 operations", "12 of 10,000 operations"; `number` writes a number.
pub fn counted(
    picked: usize,
    all: usize,
    remaining: Remaining,
    noun: (&str, &str),
    number: impl Fn(usize) -> String,
) -> String {
    let noun = if all == 1 { noun.0 } else { noun.1 };
    let of = if picked == all { String::new() } else { format!("{} of ", number(picked)) };
    let more = match remaining {
        Remaining::Nothing => "",
        Remaining::More => " read; there are more",
        Remaining::Unknown | Remaining::Unreachable => " read; there may be more",
    };
    format!("{of}{} {noun}{more}", number(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Row(&'static str, &'static str);

    impl Entry for Row {
        fn line(&self) -> Line {
            Line { href: self.0.into(), cells: Vec::new(), below: false }
        }

        fn haystack(&self) -> &str {
            self.0
        }

        fn kind(&self) -> &str {
            self.1
        }

        fn identity(&self) -> std::borrow::Cow<'_, str> {
            self.0.into()
        }
    }

    fn book() -> Book {
        let rows =
            [Row("ryokan-hotel in japan 55.09", "TRN"), Row("hotel adler 80.00", "TRN"), Row("mark-up 1.10", "FEE")];
        let entries = rows.into_iter().map(|row| Arc::new(row) as Arc<dyn Entry>).collect();
        Book { entries: Arc::new(entries), ..Book::default() }
    }

    fn picks(text: &str, kind: &str) -> Vec<String> {
        let picked = Picked::of(&book(), text, kind);
        (0..picked.count()).map(|index| picked.line(index).href).collect()
    }

    #[test]
    fn every_word_must_be_there_in_whatever_order() {
        assert_eq!(picks("hotel", "").len(), 2);
        assert_eq!(picks(" JAPAN  hotel ", ""), ["ryokan-hotel in japan 55.09"]);
        assert_eq!(picks("55.09", ""), ["ryokan-hotel in japan 55.09"]);
        assert!(picks("nobody", "").is_empty());
    }

    #[test]
    fn an_amount_is_found_as_it_is_shown_wherever_the_issuer_is() {
        let held = "kleiderkammer\n-1482.22 eur\n103725";
        let finds = |text: &str| text.split_whitespace().all(|word| Word::of(word).is_in(held));
        let shown =
            ["1,482.22", "\u{2212}1,482.22", "\u{2212}1482.22", "-1.482,22", "1\u{202f}482,22", "1’482.22", "1,482"];
        for text in shown.into_iter().chain(["1482.22", "482.22 eur", "103725"]) {
            assert!(finds(text), "{text}");
        }
        for text in ["1,482.23", "+1482.22", "14,822.20", "\u{2212}482.22", "2303"] {
            assert!(!finds(text), "{text}");
        }
    }

    #[test]
    fn a_kind_picks_among_them_and_nothing_picks_all() {
        assert_eq!(picks("", "FEE"), ["mark-up 1.10"]);
        assert!(picks("hotel", "FEE").is_empty());
        assert_eq!(picks("", "").len(), 3);
    }

    #[test]
    fn what_else_was_picked_begins_at_the_top() {
        let question = |text| Picked::of(&book(), text, "").question;
        assert_ne!(question(""), question("hotel"));
        assert_eq!(question("hotel"), question(" Hotel"));
    }

    #[test]
    fn the_count_says_what_is_missing() {
        let said =
            |picked, all, remaining| counted(picked, all, remaining, ("operation", "operations"), |n| n.to_string());
        assert_eq!(said(10, 10, Remaining::Nothing), "10 operations");
        assert_eq!(said(2, 10, Remaining::Nothing), "2 of 10 operations");
        assert_eq!(said(10, 10, Remaining::More), "10 operations read; there are more");
        assert_eq!(said(10, 10, Remaining::Unknown), "10 operations read; there may be more");
        assert_eq!(said(10, 10, Remaining::Unreachable), "10 operations read; there may be more");
        assert_eq!(said(1, 1, Remaining::Nothing), "1 operation");
    }
}
