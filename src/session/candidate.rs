//! Somebody whom a search found, before anybody serves them.

use std::collections::HashMap;

use contract::{
    CalendarDate, CustomerReference, WalletCustomer, customer::KeyValue, operations::issuing::customers::Customer,
};
use leptos::prelude::*;

use super::opaque_key::{key_of_customer, opaque_key};
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
        /// What the paths of the issuing half call them.
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
    /// Somebody of the issuer's who has no wallet. `None` without a reference, by which alone they could be served.
    pub fn without_wallet(customer: Customer, link: Link) -> Option<Self> {
        let identifier = &customer.customer_identifier;
        let external = identifier.issuer_customer_external_reference.as_ref().map(|id| id.as_str().to_owned());
        let reference = external.clone().map(CustomerReference::from).or(identifier.customer_reference.clone())?;
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
    /// The full names of all of them.
    pub names: Vec<String>,
}

impl Conflict {
    /// Why nothing may be done.
    pub fn sentence(&self) -> String {
        format!(
            "The gateway gives one wallet identifier to {}. Acting on it could change the wrong wallet.",
            self.names.join(" and ")
        )
    }
}

/// Everybody in an answer, in its order. Records that claim one wallet are marked: acting on such a wallet could change
/// somebody else's.
pub fn candidates(people: Vec<Person>) -> Vec<Candidate> {
    let conflicts = conflicts(&people);
    let read_at = time::now();
    let candidate = |(person, conflict)| {
        let (key, without_wallet, record) = match person {
            Person::Wallet(record) => (opaque_key(&record), None, record),
            Person::NoWallet { record, customer } => (key_of_customer(&customer), Some(customer), record),
        };
        let (record, read_at) = (ArcRwSignal::new(record), ArcRwSignal::new(read_at));
        Candidate { key, conflict, without_wallet, record, read_at }
    };
    people.into_iter().zip(conflicts).map(candidate).collect()
}

/// For each person, the conflict that their record is part of.
fn conflicts(people: &[Person]) -> Vec<Option<Conflict>> {
    let mut by_uri: HashMap<&str, Vec<&WalletCustomer>> = HashMap::new();
    for person in people {
        if let Person::Wallet(record) = person {
            by_uri.entry(record.customer_uri.as_str()).or_default().push(record);
        }
    }
    let conflict = |person: &Person| {
        let Person::Wallet(record) = person else { return None };
        let claimants = by_uri.get(record.customer_uri.as_str())?;
        (claimants.len() > 1).then(|| Conflict { names: claimants.iter().map(|record| record.full_name()).collect() })
    };
    people.iter().map(conflict).collect()
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

    #[test]
    fn the_guides_two_people_under_one_wallet_are_a_conflict() {
        let text = include_str!("../../contract/samples/b2b-v1/retrieveCustomerLookupInfo.response.json");
        let Ok(Opened::Done(answer)) = Wallet::open::<RetrieveCustomerLookupInfo>(text) else {
            panic!("the guide's answer is read")
        };
        let people: Vec<_> = answer.customer_look_up_info.rows.into_iter().map(Person::Wallet).collect();
        let found = conflicts(&people);
        let names = vec!["Olivia Smith".to_owned(), "Paul Casey".to_owned()];
        assert_eq!(found, [Some(Conflict { names: names.clone() }), Some(Conflict { names })]);
    }

    #[test]
    fn customers_without_a_wallet_claim_none_together() {
        let nobodys =
            |reference: &str| Person::NoWallet { record: WalletCustomer::default(), customer: reference.into() };
        assert_eq!(conflicts(&[nobodys("1"), nobodys("2")]), [None, None]);
    }

    #[test]
    fn an_issuing_customer_is_known_by_name_birthday_and_the_id_that_joins() {
        let text = include_str!("../../contract/samples/issuing-v2/retrieveCustomer.response.json");
        let Ok(Opened::Done(customer)) = Issuing::open::<RetrieveCustomer>(text) else {
            panic!("the guide's customer")
        };
        let person = Person::without_wallet(customer, Link::CustomerId);
        let Some(Person::NoWallet { record, customer }) = person else { panic!("no wallet") };
        assert_eq!(customer.as_str(), "PERSON-2023012600010A");
        assert_eq!(record.customer_id.as_ref().map(|id| id.as_str()), Some(customer.as_str()));
        assert_eq!(record.birth_date(), CalendarDate::new(1960, 10, 22));
        assert!(record.customer_uri.is_empty());
    }
}
