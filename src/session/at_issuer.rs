//! Who a caller is to the issuer: looked up before anything of the issuing half is read, and compared with the wallet before
//! anything is changed.

use contract::{
    CalendarDate, CustomerReference,
    operations::issuing::customers::{Customer, CustomerIdentifier},
};
use leptos::prelude::*;

use super::{Caller, same_person::Comparison};
use crate::config::References;

/// What the issuer says of who a customer is (seed 004:1315-1333).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuerRecord {
    /// What every path about the customer takes.
    pub reference: CustomerReference,
    /// Both references.
    pub identifier: CustomerIdentifier,
    /// Given name.
    pub first_name: Option<String>,
    /// Second given name.
    pub second_first_name: Option<String>,
    /// Family name.
    pub last_name: Option<String>,
    /// Day of birth.
    pub born: Option<CalendarDate>,
}

/// How far it is known who a caller is to the issuer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AtIssuer {
    /// Nobody has asked yet.
    #[default]
    NotAsked,
    /// It is being read.
    BeingRead,
    /// It could not be read.
    Unread,
    /// The issuer knows nobody by the wallet's id, or the wallet has none.
    Nobody,
    /// This customer.
    Known(IssuerRecord),
}

/// What a rep says about a wallet and an issuer's record that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Both are about this caller.
    SamePerson,
    /// The issuer's record is somebody else's: nothing of it is shown or changed.
    TwoPeople,
}

/// Whether what is known of the two records stands in the way of a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Records {
    /// They agree as far as they were read, or a rep has settled it.
    #[default]
    Agree,
    /// The issuer's is being read.
    BeingCompared,
    /// They differ, and nobody has settled it.
    Differ,
    /// A rep has said that the issuer's is another person's.
    TwoPeople,
}

impl IssuerRecord {
    /// From the issuer's answer; `None` when it states no reference.
    pub fn of(customer: Customer, references: References) -> Option<Self> {
        let born = customer.born();
        let identifier = customer.customer_identifier;
        let internal = identifier.customer_reference.clone().filter(|reference| !reference.is_empty());
        let external = identifier.issuer_customer_external_reference.as_ref();
        let external = external.map(|id| id.as_str()).filter(|id| !id.is_empty()).map(CustomerReference::from);
        let reference = match references {
            References::Internal => internal.or(external),
            References::External => external.or(internal),
        }?;
        let Customer { first_name, second_first_name, last_name, .. } = customer;
        Some(Self { reference, identifier, first_name, second_first_name, last_name, born })
    }

    /// Whether an identifier is this customer's, by either reference.
    pub fn is(&self, other: &CustomerIdentifier) -> bool {
        let internal = self.identifier.customer_reference.as_ref();
        let external = self.identifier.issuer_customer_external_reference.as_ref();
        let same_internal = internal.is_some() && internal == other.customer_reference.as_ref();
        same_internal || external.is_some() && external == other.issuer_customer_external_reference.as_ref()
    }
}

impl Caller {
    /// How the wallet and the issuer's record compare; `None` while there are not both. Tracked.
    pub fn comparison(&self) -> Option<Comparison> {
        if !self.has_wallet() {
            return None;
        }
        self.at_issuer().with(|at_issuer| match at_issuer {
            AtIssuer::Known(record) => Some(self.record().with(|wallet| Comparison::of(wallet, record))),
            _ => None,
        })
    }

    /// Whether they stand in the way of a change. What was settled stays settled for as long as this caller is open, unless
    /// one of the records changes. Tracked.
    pub fn records(&self) -> Records {
        if self.has_wallet() && self.at_issuer().with(|at_issuer| *at_issuer == AtIssuer::BeingRead) {
            return Records::BeingCompared;
        }
        match (self.comparison(), self.decision()) {
            (_, Some(Decision::TwoPeople)) => Records::TwoPeople,
            (Some(comparison), None) if comparison.differs() => Records::Differ,
            _ => Records::Agree,
        }
    }

    /// What the rep said about these two records. Tracked.
    pub fn decision(&self) -> Option<Decision> {
        let basis = self.basis()?;
        self.decided().with(|decided| decided.as_ref().filter(|(of, _)| *of == basis).map(|(_, decision)| *decision))
    }

    /// Keeps what the rep says about them; `None` takes it back.
    pub fn decide(&self, decision: Option<Decision>) {
        let basis = untrack(|| self.basis());
        self.decided().set(basis.zip(decision));
    }

    /// What a decision is about: other names or days are another question.
    fn basis(&self) -> Option<Basis> {
        self.at_issuer().with(|at_issuer| {
            let AtIssuer::Known(record) = at_issuer else { return None };
            let wallet = self.record();
            let (name, born) = wallet.with(|wallet| (wallet.full_name(), wallet.birth_date()));
            Some((name, born, record.clone()))
        })
    }
}

/// The wallet's name and day of birth, and the issuer's record.
pub(super) type Basis = (String, Option<CalendarDate>, IssuerRecord);

#[cfg(test)]
mod tests {
    use contract::{Family, Opened, issuing::Issuing, operations::issuing::customers::RetrieveCustomer};

    use super::*;

    fn andre() -> Customer {
        let text = include_str!("../../contract/samples/issuing-v2/retrieveCustomer.response.json");
        let Ok(Opened::Done(customer)) = Issuing::open::<RetrieveCustomer>(text) else {
            panic!("the guide's customer")
        };
        customer
    }

    #[test]
    fn paths_take_the_reference_that_the_issuer_says() {
        let reference = |references| IssuerRecord::of(andre(), references).map(|record| record.reference.to_string());
        assert_eq!(reference(References::Internal).as_deref(), Some("CUS10000375046"));
        assert_eq!(reference(References::External).as_deref(), Some("PERSON-2023012600010A"));
    }

    #[test]
    fn a_record_without_a_reference_cannot_be_served() {
        let nameless = Customer { customer_identifier: CustomerIdentifier::default(), ..andre() };
        assert_eq!(IssuerRecord::of(nameless, References::Internal), None);
        let mut external = andre();
        external.customer_identifier.customer_reference = None;
        let record = IssuerRecord::of(external, References::Internal).expect("the other reference");
        assert_eq!(record.reference.as_str(), "PERSON-2023012600010A");
    }

    #[test]
    fn a_customer_is_recognised_by_either_reference() {
        let record = IssuerRecord::of(andre(), References::Internal).expect("a record");
        let internal = CustomerIdentifier { issuer_customer_external_reference: None, ..record.identifier.clone() };
        let external = CustomerIdentifier { customer_reference: None, ..record.identifier.clone() };
        assert!(record.is(&internal) && record.is(&external));
        assert!(!record.is(&CustomerIdentifier::default()));
    }
}
