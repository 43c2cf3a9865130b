//! Finds people without going through all of them, however many there are.

use std::{borrow::Cow, collections::HashMap};

use contract::{Personal, WalletCustomer};

use crate::people::{self, Person};

/// Somebody's place among all people.
pub(crate) type PersonNumber = usize;

/// What people are looked up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum By {
    Uri,
    Phone,
    Email,
    LastName,
    ExternalId,
    CustomerId,
}

/// The known people, who are kept and indexed, and after them the generated ones, who are made when somebody asks: what
/// identifies them leads back to their number, so a hundred thousand cost neither time at the start nor memory.
pub(crate) struct Population {
    known: Vec<Person>,
    generated: usize,
    index: HashMap<(By, String), Vec<PersonNumber>>,
}

impl Population {
    pub(crate) fn new(known: Vec<Person>, generated: usize) -> Self {
        let mut index: HashMap<_, Vec<_>> = HashMap::new();
        for (number, person) in known.iter().enumerate() {
            for by in [By::Uri, By::Phone, By::Email, By::LastName, By::ExternalId, By::CustomerId] {
                if let Some(fact) = by.fact(&person.record) {
                    index.entry((by, by.folded(fact))).or_default().push(number);
                }
            }
        }
        for number in 0..generated {
            let last_name = By::LastName.folded(people::last_name(number));
            index.entry((By::LastName, last_name)).or_default().push(known.len() + number);
        }
        Self { known, generated, index }
    }

    pub(crate) fn person(&self, number: PersonNumber) -> Cow<'_, Person> {
        match self.known.get(number) {
            Some(person) => Cow::Borrowed(person),
            None => Cow::Owned(people::person(number - self.known.len())),
        }
    }

    /// Everybody of whom this is true, the known ones first. E-mail and last name are found in any case, everything else
    /// only as it is.
    pub(crate) fn find(&self, by: By, text: &str) -> Vec<PersonNumber> {
        let text = by.folded(text);
        let generated = people::candidates(by, &text)
            .into_iter()
            .filter(|number| *number < self.generated)
            .filter(|number| by.fact(&people::person(*number).record).is_some_and(|fact| by.folded(fact) == text));
        let generated: Vec<_> = generated.map(|number| self.known.len() + number).collect();
        let mut found = self.index.get(&(by, text)).cloned().unwrap_or_default();
        found.extend(generated);
        found
    }
}

impl By {
    fn fact(self, record: &WalletCustomer) -> Option<&str> {
        match self {
            Self::Uri => Some(record.customer_uri.as_str()),
            Self::Phone => record.phone.as_ref().map(Personal::in_clear),
            Self::Email => record.email.as_ref().map(Personal::in_clear),
            Self::LastName => record.last_name.as_deref(),
            Self::ExternalId => record.external_id.as_ref().map(|id| id.as_str()),
            Self::CustomerId => record.customer_id.as_ref().map(|id| id.as_str()),
        }
    }

    fn folded(self, text: &str) -> String {
        match self {
            Self::Email | Self::LastName => text.to_lowercase(),
            _ => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::known;

    #[test]
    fn everybody_is_found_by_each_of_their_facts_among_a_hundred_thousand() {
        let (known, _) = known::population();
        let first = known.len();
        let population = Population::new(known, 100_000);
        for number in (0..first).chain((first..first + 100_000).step_by(97)) {
            let record = population.person(number).into_owned().record;
            for by in [By::Uri, By::Phone, By::Email, By::LastName, By::ExternalId, By::CustomerId] {
                let Some(fact) = by.fact(&record) else { continue };
                let found = population.find(by, fact);
                assert!(found.contains(&number), "{number} by {by:?}");
                let unique = !matches!(by, By::Phone | By::LastName);
                assert!(!unique || found.len() == 1, "{number} by {by:?} is not alone");
            }
        }
    }

    #[test]
    fn a_telephone_finds_the_whole_family_and_a_name_everybody_who_bears_it() {
        let population = Population::new(Vec::new(), 2_000);
        let phone = |number| population.person(number).record.phone.clone().expect("stated");
        assert_eq!(population.find(By::Phone, phone(24).in_clear()), [23, 24]);
        assert_eq!(population.find(By::Phone, phone(22).in_clear()), [22]);
        let name = population.person(7).record.last_name.clone().expect("stated");
        let bearers = (0..2_000).filter(|number| population.person(*number).record.last_name.as_ref() == Some(&name));
        assert_eq!(population.find(By::LastName, &name.to_uppercase()), bearers.collect::<Vec<_>>());
    }

    #[test]
    fn nobody_beyond_the_last_one_is_found() {
        let population = Population::new(Vec::new(), 10);
        let stranger = people::person(10).record;
        for by in [By::Uri, By::Phone, By::Email, By::ExternalId, By::CustomerId] {
            assert!(population.find(by, by.fact(&stranger).expect("stated")).is_empty(), "{by:?}");
        }
    }
}
