//! Picking among what has been read: instantly, and without asking the gateway.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use super::pages::{Book, Entry};
use crate::ui::long_table::{Line, Lines};

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
        let text = text.trim().to_lowercase();
        let mut hasher = DefaultHasher::new();
        (book.question, &text, kind).hash(&mut hasher);
        let (question, unreadable) = (hasher.finish() as u32, book.unreadable);
        if text.is_empty() && kind.is_empty() {
            return Self { entries: book.entries.clone(), places: None, question, unreadable };
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let fits = |entry: &Arc<dyn Entry>| {
            (kind.is_empty() || entry.kind() == kind) && words.iter().all(|word| entry.haystack().contains(word))
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

/// "10,000 operations", "12 of 10,000 operations"; `number` writes a number.
pub fn counted(
    picked: usize,
    all: usize,
    complete: bool,
    noun: (&str, &str),
    number: impl Fn(usize) -> String,
) -> String {
    let noun = if all == 1 { noun.0 } else { noun.1 };
    let of = if picked == all { String::new() } else { format!("{} of ", number(picked)) };
    let more = if complete { "" } else { " read; there are more" };
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
            |picked, all, complete| counted(picked, all, complete, ("operation", "operations"), |n| n.to_string());
        assert_eq!(said(10, 10, true), "10 operations");
        assert_eq!(said(2, 10, true), "2 of 10 operations");
        assert_eq!(said(10, 10, false), "10 operations read; there are more");
        assert_eq!(said(1, 1, true), "1 operation");
    }
}
