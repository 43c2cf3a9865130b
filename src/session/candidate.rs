//! Somebody whom a search found, before anybody serves them.

use std::collections::HashMap;

use contract::{
    CalendarDate, CustomerReference, WalletCustomer, customer::KeyValue, operations::issuing::customers::Customer,
};
use leptos::prelude::*;

use super::{
    Claims,
    opaque_key::{key_of_customer, key_of_wallet, opaque_key},
};
use crate::{browser::time, config::Link, routes::OpaqueKey};

/// Somebody whom a search found, in one of the issuer's two systems or in both.
#[derive(Clone, Debug, PartialEq)]
pub enum Person {
    /// A wallet. It leads to the issuing customer; whether there is one is seen when the accounts are read.
    Wallet(WalletCustomer),
    /// An issuing customer without a wallet.
    NoWallet {
        /// Who they are, as far as the issuer told. It names no wallet.
        record: WalletCustomer,
        /// What they are looked up by at the issuer.
        customer: CustomerReference,
    },
}

/// One of those whom the newest search found. Cheap to make and to clone: a search may find hundreds.
#[derive(Clone)]
pub struct Candidate {
    /// Stands for the customer in addresses and storage.
    pub key: OpaqueKey,
    /// Set when the record must not be acted on.
    pub conflict: Option<Conflict>,
    /// Set when there is no wallet: what leads to the issuing customer instead of one.
    pub without_wallet: Option<CustomerReference>,
    /// The wallet as it was last read, here or while it was open.
    pub record: ArcRwSignal<WalletCustomer>,
    /// When that was, in milliseconds since 1970.
    pub read_at: ArcRwSignal<i64>,
}

impl Person {
    /// What several records of one wallet have in common.
    fn name(&self) -> &str {
        match self {
            Self::Wallet(record) => record.customer_uri.as_str(),
            Self::NoWallet { customer, .. } => customer.as_str(),
        }
    }

    /// Somebody of the issuer's who has no wallet. `None` without a reference, by which alone they could be served.
    pub fn without_wallet(customer: Customer, link: Link) -> Option<Self> {
        let identifier = &customer.customer_identifier;
        let external = identifier.issuer_customer_external_reference.as_ref().map(|id| id.as_str().to_owned());
        let internal = identifier.customer_reference.clone().filter(|reference| !reference.is_empty());
        let reference = internal.or_else(|| external.clone().map(CustomerReference::from))?;
        let born = customer.born().map(month_day_year);
        let birthday = born.map(|born| KeyValue { key: "birthday".into(), value: born.into() });
        let mut record = WalletCustomer {
            additional_customer_information: birthday.into_iter().collect::<Vec<_>>().into(),
            first_name: customer.first_name,
            last_name: customer.last_name,
            ..WalletCustomer::default()
        };
        match link {
            Link::CustomerId => record.customer_id = external.map(Into::into),
            Link::ExternalId => record.external_id = external.map(Into::into),
        }
        Some(Self::NoWallet { record, customer: reference })
    }
}

/// As a wallet keeps a birthday (seed 001:60).
fn month_day_year(born: CalendarDate) -> String {
    format!("{:02}{:02}{:04}", born.month, born.day, born.year)
}

/// Several records claim one wallet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The full names of all of them; none where an earlier search has seen it, whose names are not kept.
    names: Vec<String>,
}

impl Conflict {
    /// Between these, by their full names.
    pub const fn between(names: Vec<String>) -> Self {
        Self { names }
    }

    /// Why nothing may be done.
    pub fn sentence(&self) -> String {
        const RISK: &str = "Acting on it could change the wrong wallet.";
        match self.names.as_slice() {
            [] => format!("An earlier search found several people under this wallet’s identifier. {RISK}"),
            names => format!("The gateway gives one wallet identifier to {}. {RISK}", names.join(" and ")),
        }
    }
}

/// Everybody in an answer, in its order, each once. Records that claim one wallet are marked: acting on such a wallet could
/// change somebody else's. What an earlier search has seen of that stays.
pub fn candidates(people: Vec<Person>, claims: &mut Claims) -> Vec<Candidate> {
    let (people, claimants) = each_once(people);
    let read_at = time::now();
    let conflicts: Vec<_> = (0..people.len()).map(|place| conflict(&people, &claimants, place)).collect();
    let candidate = |(person, conflict)| {
        let (without_wallet, record) = match person {
            Person::Wallet(record) => (None, record),
            Person::NoWallet { record, customer } => (Some(customer), record),
        };
        let (key, conflict) = match &without_wallet {
            None => {
                let key = opaque_key(&record);
                let conflict = remembered(conflict, key_of_wallet(&record), &key, claims);
                (key, conflict)
            }
            Some(customer) => (key_of_customer(customer), None),
        };
        let (record, read_at) = (ArcRwSignal::new(record), ArcRwSignal::new(read_at));
        Candidate { key, conflict, without_wallet, record, read_at }
    };
    people.into_iter().zip(conflicts).map(candidate).collect()
}

/// The conflict that was seen now, or else the one that an earlier search has seen, unless a read of the wallet showed since
/// that it is this record's.
fn remembered(now: Option<Conflict>, wallet: OpaqueKey, own: &OpaqueKey, claims: &mut Claims) -> Option<Conflict> {
    if now.is_some() {
        claims.insert(wallet, None);
        return now;
    }
    let settled = claims.get(&wallet)?;
    (settled.as_ref() != Some(own)).then(|| Conflict::between(Vec::new()))
}

/// Where the records lie that claim one wallet, by its identifier or by the reference of a customer who has none.
type Claimants = HashMap<String, Vec<usize>>;

/// The same record twice is one record: the same wallet with the same identity, or the same customer.
fn each_once(people: Vec<Person>) -> (Vec<Person>, Claimants) {
    let mut kept: Vec<Person> = Vec::with_capacity(people.len());
    let mut claimants = Claimants::new();
    for person in people {
        let same = claimants.entry(person.name().to_owned()).or_default();
        if !same.iter().any(|place| is_same(&kept[*place], &person)) {
            same.push(kept.len());
            kept.push(person);
        }
    }
    (kept, claimants)
}

fn is_same(one: &Person, other: &Person) -> bool {
    match (one, other) {
        (Person::Wallet(one), Person::Wallet(other)) => {
            one.customer_uri == other.customer_uri
                && one.customer_id == other.customer_id
                && one.full_name() == other.full_name()
                && one.birthday() == other.birthday()
        }
        (Person::NoWallet { customer: one, .. }, Person::NoWallet { customer: other, .. }) => one == other,
        _ => false,
    }
}

/// The conflict that this person's record is part of.
fn conflict(people: &[Person], claimants: &Claimants, place: usize) -> Option<Conflict> {
    let wallet = |place: &usize| match &people[*place] {
        Person::Wallet(record) => Some(record),
        Person::NoWallet { .. } => None,
    };
    let record = wallet(&place)?;
    let claimants = claimants.get(record.customer_uri.as_str())?;
    let names: Vec<String> = claimants.iter().filter_map(wallet).map(|record| record.full_name()).collect();
    (names.len() > 1).then(|| Conflict::between(names))
}

#[cfg(test)]
mod tests {
    use contract::{
        Family, Opened,
        issuing::Issuing,
        operations::{RetrieveCustomerLookupInfo, issuing::customers::RetrieveCustomer},
        wallet::Wallet,
    };

    use super::*;

    fn conflicts(people: Vec<Person>) -> Vec<Option<Conflict>> {
        let (people, claimants) = each_once(people);
        (0..people.len()).map(|place| conflict(&people, &claimants, place)).collect()
    }

    #[test]
    fn the_guides_two_people_under_one_wallet_are_a_conflict() {
        let text = include_str!("../../contract/samples/b2b-v1/retrieveCustomerLookupInfo.response.json");
        let Ok(Opened::Done(answer)) = Wallet::open::<RetrieveCustomerLookupInfo>(text) else {
            panic!("the guide's answer is read")
        };
        let people = answer.customer_look_up_info.rows.into_iter().map(Person::Wallet).collect();
        let found = conflicts(people);
        let names = vec!["Olivia Smith".to_owned(), "Paul Casey".to_owned()];
        assert_eq!(found, [Some(Conflict::between(names.clone())), Some(Conflict::between(names))]);
    }

    fn wallet(uri: &str, id: &str, first: &str) -> Person {
        Person::Wallet(WalletCustomer {
            customer_uri: uri.into(),
            customer_id: Some(id.into()),
            first_name: Some(first.into()),
            ..WalletCustomer::default()
        })
    }

    #[test]
    fn the_same_record_twice_is_one_record_and_no_conflict() {
        let people = vec![wallet("u", "a", "Ada"), wallet("u", "a", "Ada"), wallet("v", "b", "Bob")];
        assert_eq!(conflicts(people), [None, None]);
        let count = |people| each_once(people).0.len();
        assert_eq!(count(vec![wallet("u", "a", "Ada"), wallet("u", "a", "Eve")]), 2, "another name");
        assert_eq!(count(vec![wallet("u", "a", "Ada"), wallet("u", "b", "Ada")]), 2, "another person");
        let nobodys =
            |reference: &str| Person::NoWallet { record: WalletCustomer::default(), customer: reference.into() };
        assert_eq!(count(vec![nobodys("1"), nobodys("1"), nobodys("2")]), 2);
    }

    #[test]
    fn a_conflict_once_seen_stays_until_a_read_of_the_wallet_settles_it() {
        let key = |name: &str| OpaqueKey(name.into());
        let (wallet, ada, eve) = (key("wallet"), key("ada"), key("eve"));
        let mut claims = Claims::new();
        let seen = Some(Conflict::between(vec!["Ada".into(), "Eve".into()]));
        assert_eq!(remembered(None, wallet.clone(), &ada, &mut claims), None);
        assert_eq!(remembered(seen.clone(), wallet.clone(), &ada, &mut claims), seen);
        let later = remembered(None, wallet.clone(), &ada, &mut claims).expect("a later search settles nothing");
        assert!(later.sentence().starts_with("An earlier search found several people"));
        claims.insert(wallet.clone(), Some(ada.clone()));
        assert_eq!(remembered(None, wallet.clone(), &ada, &mut claims), None);
        assert!(remembered(None, wallet.clone(), &eve, &mut claims).is_some(), "it is not hers");
        assert_eq!(remembered(seen.clone(), wallet.clone(), &ada, &mut claims), seen, "seen anew");
        assert!(remembered(None, wallet, &ada, &mut claims).is_some());
    }

    #[test]
    fn customers_without_a_wallet_claim_none_together() {
        let nobodys =
            |reference: &str| Person::NoWallet { record: WalletCustomer::default(), customer: reference.into() };
        assert_eq!(conflicts(vec![nobodys("1"), nobodys("2")]), [None, None]);
    }

    #[test]
    fn an_issuing_customer_is_known_by_name_birthday_and_the_id_that_joins() {
        let text = include_str!("../../contract/samples/issuing-v2/retrieveCustomer.response.json");
        let Ok(Opened::Done(customer)) = Issuing::open::<RetrieveCustomer>(text) else {
            panic!("the guide's customer")
        };
        let person = Person::without_wallet(customer, Link::CustomerId);
        let Some(Person::NoWallet { record, customer }) = person else { panic!("no wallet") };
        assert_eq!(customer.as_str(), "CUS10000375046");
        assert_eq!(record.customer_id.as_ref().map(|id| id.as_str()), Some("PERSON-2023012600010A"));
        assert_eq!(record.birth_date(), CalendarDate::new(1960, 10, 22));
        assert!(record.customer_uri.is_empty());
    }
}
