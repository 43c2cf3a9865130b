//! Finds people without going through all of them.

use std::collections::HashMap;

use contract::Personal;

use crate::people::Person;

/// Somebody's place in the list of people.
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

/// Everybody's entries. E-mail and last name are found in any case, everything else only as it is.
pub(crate) struct Directory(HashMap<(By, String), Vec<PersonNumber>>);

impl Directory {
    pub(crate) fn of(people: &[Person]) -> Self {
        let mut entries: HashMap<_, Vec<_>> = HashMap::with_capacity(people.len() * 6);
        for (number, Person { record, .. }) in people.iter().enumerate() {
            let in_clear = |text: &Option<Personal>| text.as_ref().map(|text| text.in_clear().to_owned());
            let facts = [
                (By::Uri, Some(record.customer_uri.to_string())),
                (By::Phone, in_clear(&record.phone)),
                (By::Email, in_clear(&record.email)),
                (By::LastName, record.last_name.clone()),
                (By::ExternalId, record.external_id.as_ref().map(ToString::to_string)),
                (By::CustomerId, record.customer_id.as_ref().map(ToString::to_string)),
            ];
            for (by, text) in facts {
                if let Some(text) = text {
                    entries.entry((by, by.folded(&text))).or_default().push(number);
                }
            }
        }
        Self(entries)
    }

    /// Everybody of whom this is true, in the order in which they came.
    pub(crate) fn find(&self, by: By, text: &str) -> &[PersonNumber] {
        self.0.get(&(by, by.folded(text))).map_or(&[], Vec::as_slice)
    }
}

impl By {
    fn folded(self, text: &str) -> String {
        match self {
            Self::Email | Self::LastName => text.to_lowercase(),
            _ => text.to_owned(),
        }
    }
}
