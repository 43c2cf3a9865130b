//! In which fields candidates differ, and which one question separates them.

use std::collections::HashSet;

use leptos::prelude::WithUntracked;

use crate::{browser::time, session::Candidate, ui::mask};

/// A candidate's fields as they are shown, in the order of [`Field::ALL`].
pub(super) type Shown = [String; 6];

/// A field of a candidate, as the list shows it; a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    City,
    Phone,
    Email,
    Birthday,
    CustomerSince,
    LastLogin,
}

/// What tells the candidates apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Apart {
    /// Fields that differ as they are shown, and that a caller can be asked about. Of many candidates only the one to ask
    /// about: when everything stands out, nothing does.
    pub(super) differing: Vec<Field>,
    /// What to ask the caller; the answer is compared with what is shown.
    pub(super) question: Option<&'static str>,
    /// Whether it leaves one candidate for every answer.
    pub(super) separates: bool,
    /// "City and birthday differ."
    pub(super) note: String,
}

impl Field {
    pub(super) const ALL: [Self; 6] =
        [Self::City, Self::Phone, Self::Email, Self::Birthday, Self::CustomerSince, Self::LastLogin];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::City => "City",
            Self::Phone => "Phone",
            Self::Email => "E-mail",
            Self::Birthday => "Birthday",
            Self::CustomerSince => "Customer since",
            Self::LastLogin => "Last login",
        }
    }

    /// What is said of a day where no column head does.
    pub(super) const fn alone(self) -> Option<&'static str> {
        match self {
            Self::CustomerSince => Some("since "),
            Self::LastLogin => Some("login "),
            _ => None,
        }
    }

    /// Whether it is shown as a mask.
    pub(super) const fn is_masked(self) -> bool {
        matches!(self, Self::Phone | Self::Email | Self::Birthday)
    }

    /// What a caller can be asked, and be right about. A caller knows where they live, not when they last logged in.
    const fn question(self) -> Option<&'static str> {
        match self {
            Self::City => Some("In which city do you live?"),
            Self::Birthday => Some("In which year were you born?"),
            Self::Email => Some("Which e-mail address do you log in with?"),
            Self::Phone => Some("What are the last four digits of your phone number?"),
            Self::CustomerSince => Some("In which year did you open your wallet?"),
            Self::LastLogin => None,
        }
    }
}

/// The fields of a candidate. Masks are shown whatever is verified: at this point nobody knows which of them is calling.
pub(super) fn shown(candidate: &Candidate) -> Shown {
    let day = |instant: &Option<contract::Instant>| instant.as_ref().map(time::date).unwrap_or_default();
    let never = if candidate.without_wallet.is_none() { "Never" } else { "" };
    candidate.record.with_untracked(|record| {
        [
            record.city.clone().unwrap_or_default(),
            record.phone.as_ref().map(|phone| mask::phone(phone.in_clear())).unwrap_or_default(),
            record.email.as_ref().map(|email| mask::email(email.in_clear())).unwrap_or_default(),
            record.birth_date().map(mask::birth_date).unwrap_or_default(),
            day(&record.create_date),
            record.last_login_date.as_ref().map_or_else(|| never.into(), time::date),
        ]
    })
}

/// What tells candidates apart that are shown so; `None` when there is only one.
pub(super) fn tell_apart<T: AsRef<str>>(rows: &[[T; 6]]) -> Option<Apart> {
    if rows.len() < 2 {
        return None;
    }
    let texts = |field: Field| rows.iter().map(move |row| row[field as usize].as_ref());
    let distinct = Field::ALL.map(|field| texts(field).collect::<HashSet<_>>().len());
    let stated = |field: Field| texts(field).all(|text| !text.is_empty());
    let differs = |field: &&Field| distinct[**field as usize] > 1;
    let separating = ASKABLE.iter().find(|field| distinct[**field as usize] == rows.len() && stated(**field));
    // Of equals the first: `max_by_key` would take the last. Everybody's wallet was opened on another day, so that is
    // asked only when nothing else differs.
    let narrowing = || {
        let (since, others) = ASKABLE.split_last()?;
        let most = others.iter().filter(differs).rev().max_by_key(|field| distinct[**field as usize]);
        most.or(Some(since).filter(differs))
    };
    let chosen = separating.or_else(narrowing);
    let differing: Vec<Field> = match chosen {
        Some(field) if rows.len() > MANY => vec![*field],
        _ => Field::ALL.into_iter().filter(|field| ASKABLE.contains(field) && differs(&field)).collect(),
    };
    Some(Apart {
        question: chosen.and_then(|field| field.question()),
        separates: separating.is_some(),
        note: note(&differing),
        differing,
    })
}

/// In the order in which a rep would ask: what is shown in clear and everybody knows comes first.
const ASKABLE: [Field; 5] = [Field::City, Field::Birthday, Field::Email, Field::Phone, Field::CustomerSince];

/// More candidates than a rep compares field by field.
const MANY: usize = 12;

fn note(differing: &[Field]) -> String {
    let names: Vec<String> = differing.iter().map(|field| field.name().to_ascii_lowercase()).collect();
    let list = match names.as_slice() {
        [] => return "Nothing that is shown differs.".into(),
        [only] => return format!("Look at {only}."),
        [rest @ .., last] => format!("{} and {last} differ.", rest.join(", ")),
    };
    list.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(list.chars().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(rows: &[[&str; 6]]) -> (Vec<Field>, &'static str, bool) {
        let apart = tell_apart(rows).expect("several candidates");
        (apart.differing, apart.question.unwrap_or_default(), apart.separates)
    }

    #[test]
    fn one_candidate_needs_no_question() {
        assert_eq!(tell_apart(&[["Newton", "", "", "", "", ""]]), None);
    }

    #[test]
    fn the_city_is_asked_first_when_it_separates() {
        let rows =
            [["Newton", "4444", "o@h", "1970", "2017", "x"], ["Laguna Beach", "4444", "p@y", "1969", "2016", "y"]];
        let (differing, question, separates) = apart(&rows);
        assert_eq!(question, "In which city do you live?");
        assert!(separates);
        assert!(!differing.contains(&Field::Phone));
    }

    #[test]
    fn a_city_that_is_shared_or_missing_is_not_asked() {
        let shared = [["Newton", "1", "a", "1970", "", ""], ["Newton", "1", "a", "1969", "", ""]];
        assert_eq!(apart(&shared).1, "In which year were you born?");
        let missing = [["Newton", "1", "a", "1970", "", ""], ["", "1", "a", "1969", "", ""]];
        assert_eq!(apart(&missing).1, "In which year were you born?");
    }

    #[test]
    fn many_candidates_are_narrowed_down_by_what_differs_most() {
        let rows = [
            ["A", "1", "a", "1970", "", ""],
            ["A", "1", "a", "1971", "", ""],
            ["B", "1", "a", "1972", "", ""],
            ["B", "1", "a", "1972", "", ""],
        ];
        assert_eq!(apart(&rows), (vec![Field::City, Field::Birthday], "In which year were you born?", false));
    }

    #[test]
    fn of_many_candidates_only_what_to_ask_about_stands_out() {
        let year = |n: usize| if n.is_multiple_of(2) { "1970" } else { "1971" };
        let rows: Vec<[&str; 6]> = (0..20).map(|n| ["A", "1", "a", year(n), "x", ""]).collect();
        assert_eq!(apart(&rows), (vec![Field::Birthday], "In which year were you born?", false));
    }

    #[test]
    fn twins_that_look_alike_are_said_to_look_alike() {
        let rows = [["A", "1", "a", "1970", "", ""]; 2];
        let apart = tell_apart(&rows).expect("two candidates");
        assert_eq!((apart.question, apart.note.as_str()), (None, "Nothing that is shown differs."));
    }

    #[test]
    fn the_note_names_what_differs() {
        assert_eq!(note(&[Field::City, Field::Birthday]), "City and birthday differ.");
        assert_eq!(note(&[Field::Email]), "Look at e-mail.");
    }
}
