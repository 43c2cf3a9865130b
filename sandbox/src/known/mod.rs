//! Customers that one can rely on: each is found by something memorable and shows one thing. A portal is driven into
//! trouble by looking somebody up, never by intercepting its requests.

mod accounts;
mod builder;
mod declined;
mod disputes;
mod failing_accounts;
mod failing_lookups;
mod failing_unlocks;
mod identities;
mod limits;
mod newer_platforms;
mod ordinary;
mod panels;
mod spellings;
mod unusual_names;
mod wallets;

use contract::WalletCustomer;

use crate::{
    faults::{Fault, Faults},
    issuing::calendar::Day,
    people::Person,
};

/// Something to type into the search, and what comes of it.
pub(crate) struct Known {
    pub(crate) search: String,
    pub(crate) shows: &'static str,
    people: Vec<Person>,
    /// All about the first of the people.
    faults: Vec<Fault>,
}

/// The whole table, in the order in which it is worth reading.
pub(crate) fn table(today: Day) -> Vec<Known> {
    [
        ordinary::customers(),
        failing_unlocks::customers(),
        failing_lookups::customers(),
        panels::customers(),
        accounts::customers(today),
        identities::customers(),
        failing_accounts::customers(),
        disputes::customers(),
        limits::customers(today),
        declined::customers(today),
        unusual_names::customers(),
        wallets::customers(),
        newer_platforms::customers(),
        spellings::customers(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The wallets of everybody in the table, as a gateway keeps them.
pub fn wallets_of_the_known() -> Vec<WalletCustomer> {
    population(Day(20_000)).0.into_iter().map(|person| person.record).collect()
}

/// Everybody in the table, and the faults that stand with them.
pub(crate) fn population(today: Day) -> (Vec<Person>, Faults) {
    let mut people = Vec::new();
    let mut faults = Faults::default();
    for known in table(today) {
        for fault in known.faults {
            faults.stand(people.len(), fault);
        }
        people.extend(known.people);
    }
    for (number, Person { record, .. }) in people.iter_mut().enumerate() {
        let WalletCustomer { phone, external_id, .. } = record;
        phone.get_or_insert_with(|| format!("508555{:04}", 1000 + number).into());
        external_id.get_or_insert_with(|| format!("PERSON-20230127{number:05}A").into());
    }
    (people, faults)
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;
    use crate::{names::LAST_NAMES, people::person};

    const TODAY: Day = Day(20_000);

    #[test]
    fn no_two_known_customers_share_what_must_be_unique() {
        let (people, _) = population(TODAY);
        let mut seen = HashSet::new();
        for Person { record, .. } in &people {
            let email = record.email.as_ref().expect("stated").in_clear().to_owned();
            let ids = [record.customer_id.as_ref().expect("stated").to_string(), record.customer_uri.to_string()];
            for identifier in ids.into_iter().chain([email]) {
                assert!(seen.insert(identifier.clone()), "{identifier} twice");
            }
        }
    }

    #[test]
    fn what_finds_a_known_customer_finds_nobody_else() {
        let (people, _) = population(TODAY);
        let phones: HashMap<_, _> = people
            .iter()
            .map(|person| (person.record.phone.as_ref().expect("stated").in_clear().to_owned(), ()))
            .collect();
        for number in 0..20_000 {
            let phone = person(number).record.phone.expect("stated");
            assert!(!phones.contains_key(phone.in_clear()), "person {number} has a known customer's number");
        }
        for known in table(TODAY).iter().filter(|known| !known.faults.is_empty()) {
            let last_name = known.people[0].record.last_name.as_deref().expect("stated");
            assert!(!LAST_NAMES.contains(&last_name), "{last_name} is not memorable");
        }
    }

    #[test]
    fn every_entry_says_what_to_type_and_what_one_sees() {
        let table = table(TODAY);
        let searches: HashSet<_> = table.iter().map(|known| known.search.as_str()).collect();
        assert_eq!(searches.len(), table.len());
        assert!(table.iter().all(|known| !known.shows.is_empty()));
    }
}
