//! Whether a wallet and an issuing customer are one person, as far as names and birth dates tell.

use contract::{CalendarDate, WalletCustomer};

use super::at_issuer::IssuerRecord;
use crate::input::fold;

/// What a comparison of one fact came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Both say the same.
    Same,
    /// They say different things.
    Differs,
    /// One of them does not say it, so nothing is known.
    NotStated,
}

/// What the two records say of who they are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The names.
    pub name: Agreement,
    /// The days of birth.
    pub born: Agreement,
}

impl Comparison {
    /// Of a wallet with the issuer's record of its owner.
    pub fn of(wallet: &WalletCustomer, record: &IssuerRecord) -> Self {
        let stated = |name: &Option<String>| name.as_deref().unwrap_or_default().to_owned();
        let of_wallet = Name::of(&stated(&wallet.first_name), "", &stated(&wallet.last_name));
        let second = stated(&record.second_first_name);
        let of_issuer = Name::of(&stated(&record.first_name), &second, &stated(&record.last_name));
        Self { name: of_wallet.agrees_with(&of_issuer), born: same_day(wallet.birth_date(), record.born) }
    }

    /// Whether they are about different people, until somebody says otherwise.
    pub fn differs(self) -> bool {
        [self.name, self.born].contains(&Agreement::Differs)
    }

    /// For the rep: what was compared, and what could not be.
    pub fn words(self) -> &'static str {
        use Agreement::{Differs, NotStated, Same};
        match (self.name, self.born) {
            (Differs, Differs) => "Another name and another birth date than the wallet",
            (Differs, _) => "Another name than the wallet",
            (_, Differs) => "Another birth date than the wallet",
            (Same, Same) => "Same name and birth date as the wallet",
            (Same, NotStated) => "Same name; the birth date is not stated in both",
            (NotStated, Same) => "Same birth date; the name is not stated in both",
            (NotStated, NotStated) => "Not compared: name and birth date are not stated in both",
        }
    }
}

fn same_day(one: Option<CalendarDate>, other: Option<CalendarDate>) -> Agreement {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Differs,
        _ => Agreement::NotStated,
    }
}

/// A name in plain small letters, word by word.
struct Name {
    first: Vec<String>,
    last: Vec<String>,
}

impl Name {
    fn of(first: &str, second: &str, last: &str) -> Self {
        Self { first: words(first).into_iter().chain(words(second)).collect(), last: words(last) }
    }

    /// A further given name that only one of them states is no difference, and neither is where a name is split, or which
    /// part comes first.
    fn agrees_with(&self, other: &Self) -> Agreement {
        if self.is_empty() || other.is_empty() {
            return Agreement::NotStated;
        }
        if self.whole() == other.whole() || self.sorted() == other.sorted() {
            return Agreement::Same;
        }
        let (few, many) = if self.first.len() <= other.first.len() {
            (&self.first, &other.first)
        } else {
            (&other.first, &self.first)
        };
        let first = few.iter().all(|word| many.contains(word));
        let last = self.last.is_empty() || other.last.is_empty() || self.last.concat() == other.last.concat();
        if first && last { Agreement::Same } else { Agreement::Differs }
    }

    fn is_empty(&self) -> bool {
        self.first.is_empty() && self.last.is_empty()
    }

    fn whole(&self) -> String {
        self.first.concat() + &self.last.concat()
    }

    fn sorted(&self) -> Vec<&String> {
        let mut words: Vec<_> = self.first.iter().chain(&self.last).collect();
        words.sort_unstable();
        words
    }
}

/// `Müller-Lüdenscheidt` and `MUELLER LUEDENSCHEIDT` are the same two words: case, accents and hyphens are left out, and what
/// stands for an umlaut or for one letter of two is folded.
fn words(name: &str) -> Vec<String> {
    let apart = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    let mut folded: String =
        fold(name).chars().filter(|letter| !matches!(letter, '\'' | '.' | '`')).map(apart).collect();
    for (pair, one) in [("ae", "a"), ("oe", "o"), ("ue", "u"), ("ss", "s")] {
        folded = folded.replace(pair, one);
    }
    folded.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(one: (&str, &str), other: (&str, &str)) -> Agreement {
        Name::of(one.0, "", one.1).agrees_with(&Name::of(other.0, "", other.1))
    }

    #[test]
    fn one_name_however_it_is_written() {
        for (one, other) in [
            (("Zoë", "Müller-Lüdenscheidt"), ("ZOE", "MUELLER LUEDENSCHEIDT")),
            (("Andre", "Switch"), ("Andre", "SWITCH")),
            (("José María", "Núñez"), ("Jose Maria", "Nunez")),
            (("Seán", "O’Brien"), ("SEAN", "OBRIEN")),
            (("Anna-Lena", "Groß"), ("Annalena", "Gross")),
            (("Łukasz", "Błaszczyk"), ("Lukasz", "Blaszczyk")),
            (("Søren", "Kjær"), ("Soeren", "Kjaer")),
            (("Rene\u{301}", " Descartes "), ("René", "Descartes")),
            (("Anna", "Smith"), ("Anna Maria", "Smith")),
            (("Maria de", "la Cruz"), ("Maria", "de la Cruz")),
            (("Smith", "Anna"), ("Anna", "Smith")),
            (("", "Smith"), ("Anna", "Smith")),
        ] {
            assert_eq!(names(one, other), Agreement::Same, "{one:?} {other:?}");
            assert_eq!(names(other, one), Agreement::Same, "{other:?} {one:?}");
        }
    }

    #[test]
    fn another_first_or_last_name_is_a_difference_and_none_at_all_is_not_stated() {
        for (one, other) in [
            (("Nora", "Newname"), ("Nora", "Oldname")),
            (("Nora", "Newname"), ("Olga", "Newname")),
            (("Anna", "Smith"), ("Anne", "Smith")),
            (("Anna Maria", "Smith"), ("Anna Lena", "Smith")),
        ] {
            assert_eq!(names(one, other), Agreement::Differs, "{one:?} {other:?}");
        }
        assert_eq!(names(("", " "), ("Anna", "Smith")), Agreement::NotStated);
    }

    #[test]
    fn a_second_given_name_of_the_issuers_counts() {
        let issuer = Name::of("Anna", "Maria", "Smith");
        assert_eq!(Name::of("Anna Maria", "", "Smith").agrees_with(&issuer), Agreement::Same);
        assert_eq!(Name::of("Maria", "", "Smith").agrees_with(&issuer), Agreement::Same);
        assert_eq!(Name::of("Eva", "", "Smith").agrees_with(&issuer), Agreement::Differs);
    }

    #[test]
    fn only_two_stated_days_can_differ() {
        let day = |day| CalendarDate::new(1960, 10, day);
        assert_eq!(same_day(day(22), day(22)), Agreement::Same);
        assert_eq!(same_day(day(22), day(23)), Agreement::Differs);
        assert_eq!(same_day(None, day(23)), Agreement::NotStated);
    }

    #[test]
    fn whatever_is_compared_is_said_and_what_was_not_too() {
        use Agreement::{Differs, NotStated, Same};
        let said = |name, born| {
            let comparison = Comparison { name, born };
            (comparison.differs(), comparison.words())
        };
        assert_eq!(said(Same, NotStated), (false, "Same name; the birth date is not stated in both"));
        assert_eq!(said(Differs, NotStated), (true, "Another name than the wallet"));
        assert_eq!(said(Same, Differs), (true, "Another birth date than the wallet"));
    }
}
