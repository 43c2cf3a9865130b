//! Where a customer is reached: versions of an address, what each is used for, and what may be done with it.

use contract::{
    Instant,
    operations::issuing::customers::{
        AddressIdentifier, AddressStatus, AddressType, AddressUsage, AddressVersionIdentifier, CustomerAddress,
        EmailAddress, PhoneNumber, PostalAddress,
    },
};

use super::ISSUER;
use crate::refusal::Refusal;

/// What an address is to be, wherever it was sent.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    pub(crate) identifier: AddressIdentifier,
    pub(crate) label: String,
    pub(crate) kind: AddressType,
    pub(crate) post: Option<PostalAddress>,
    pub(crate) email: Option<EmailAddress>,
    pub(crate) phone: Option<PhoneNumber>,
    pub(crate) usages: Vec<AddressUsage>,
    pub(crate) start: Option<Instant>,
    pub(crate) end: Option<Instant>,
    pub(crate) temporary: bool,
}

/// What the issuer agreed on with the platform: usage and service.
#[rustfmt::skip]
const USAGES: &[(&str, &str)] = &[
    ("STATEMENT_SENDING", "ACCOUNT_SERVICE"),
    ("CARD_DELIVERY", "CARD_SERVICE"),
    ("PIN_MAILER_DELIVERY", "CARD_SERVICE"),
    ("CONTRACT_LETTER", "CONTRACT_SERVICE"),
    ("DISPUTE", "DISPUTE_SERVICE"),
];

/// Refuses a usage that the issuer did not agree on.
pub(crate) fn agreed(name: &str, service: &str) -> Result<(), Refusal> {
    if USAGES.contains(&(name, service)) {
        Ok(())
    } else {
        Err(Refusal::bad_request("addressUsageName and serviceCode are no usage that the issuer has"))
    }
}

impl Wanted {
    /// Refuses what cannot be an address. Attributes are named, never what they hold.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let bad = |what: &str| Err(Refusal::bad_request(what));
        let stated =
            |text: &Option<contract::Personal>| text.as_ref().is_some_and(|text| !text.in_clear().trim().is_empty());
        if self.label.trim().is_empty() {
            return bad("addressLabel is empty");
        }
        let whole = match self.kind {
            AddressType::PostalMail => {
                let country = self.post.as_ref().and_then(|post| post.country.as_deref());
                self.email.is_none() && self.phone.is_none() && country.is_some_and(|country| country.len() == 2)
            }
            AddressType::EMail => {
                let email = self.email.as_ref().and_then(|email| email.email.as_ref());
                self.post.is_none() && self.phone.is_none() && email.is_some_and(|text| text.in_clear().contains('@'))
            }
            AddressType::Phone => {
                let number = self.phone.as_ref().is_some_and(|phone| stated(&phone.local_phone_number));
                self.post.is_none() && self.email.is_none() && number
            }
            AddressType::Unknown(_) => return bad("addressType is none that is documented"),
        };
        if !whole {
            return bad("addressType says which of postalAddress, emailAddress, phone is needed, whole and alone");
        }
        match (&self.end, self.temporary) {
            (None, true) => return bad("a temporary address needs its endDate"),
            (Some(_), false) => return bad("only a temporary address has an endDate"),
            _ => {}
        }
        if self.end.is_some() && self.end <= self.start {
            return bad("endDate is not after startDate");
        }
        self.usages.iter().try_for_each(|usage| agreed(&usage.address_usage_name, &usage.service_code))
    }

    fn version(self, moment: Instant, version: String) -> CustomerAddress {
        CustomerAddress {
            address_identifier: self.identifier,
            issuer_id: Some(ISSUER.into()),
            address_version_identifier: Some(AddressVersionIdentifier {
                address_version_reference: Some(version.into()),
            }),
            address_label: Some(self.label),
            address_type: Some(self.kind),
            postal_address: self.post,
            email_address: self.email,
            phone: self.phone.map(whole_number),
            address_usages: Some(self.usages.into()),
            status: Some(AddressStatus::Active),
            status_date: Some(moment.clone()),
            start_date: Some(self.start.unwrap_or(moment)),
            end_date: self.end,
            invalid: None,
            temporary: self.temporary.then_some(true),
        }
    }
}

/// A customer's addresses, version by version, in the order in which they were made.
#[derive(Clone, Debug)]
pub(crate) struct Addresses(pub(crate) Vec<CustomerAddress>);

impl Addresses {
    /// Those in force at this moment, one a reference: a temporary one stands in for the permanent one.
    pub(crate) fn in_force(&self, now: &Instant) -> Vec<CustomerAddress> {
        let stands_in = |address: &CustomerAddress| {
            let other =
                |other: &&CustomerAddress| other.temporary == Some(true) && other.in_force(now) && same(other, address);
            address.temporary != Some(true) && self.0.iter().any(|one| other(&one))
        };
        self.0.iter().filter(|address| address.in_force(now) && !stands_in(address)).cloned().collect()
    }

    /// The permanent version of this address that counts now, or was the last to count.
    pub(crate) fn permanent(&self, reference: &str, now: &Instant) -> Option<usize> {
        let named = |address: &CustomerAddress| is(address, reference) && address.temporary != Some(true);
        let begun = |address: &CustomerAddress| address.start_date.as_ref().is_none_or(|start| start <= now);
        let newest = |begun_only: bool| {
            let fits = |address: &CustomerAddress| named(address) && (!begun_only || begun(address));
            self.0.iter().rposition(fits)
        };
        newest(true).or_else(|| newest(false))
    }

    /// Adds an address. A label in use gets a new version under its reference; a temporary one removes those that it
    /// overlaps. What it is used for is taken from the others.
    pub(crate) fn add(
        &mut self,
        mut wanted: Wanted,
        now: &Instant,
        reference: &str,
        version: String,
    ) -> AddressIdentifier {
        let in_use = |address: &&CustomerAddress| {
            address.address_label.as_deref() == Some(&wanted.label) && address.status != Some(AddressStatus::Inactive)
        };
        let known = self.0.iter().rev().find(in_use).map(|address| address.address_identifier.clone());
        if let Some(known) = known {
            wanted.identifier.address_reference = known.address_reference;
            let external = &mut wanted.identifier.issuer_address_external_reference;
            *external = external.take().or(known.issuer_address_external_reference);
        } else {
            wanted.identifier.address_reference = Some(reference.into());
            // A day ahead is for labels that are in use (public).
            wanted.start = wanted.start.filter(|start| start <= now);
        }
        let start = wanted.start.clone().unwrap_or_else(|| now.clone());
        let identifier = wanted.identifier.clone();
        let is_same =
            |address: &CustomerAddress| address.address_identifier.address_reference == identifier.address_reference;
        if wanted.temporary {
            let overlaps = |address: &CustomerAddress| {
                address.temporary == Some(true)
                    && address.start_date.as_ref() < wanted.end.as_ref()
                    && Some(&start) < address.end_date.as_ref()
            };
            self.0.retain(|address| !(is_same(address) && overlaps(address)));
        } else {
            self.end_permanent(&identifier, &start);
            wanted.usages = self.kept_usages(&identifier, wanted.usages);
        }
        self.take_usages(&wanted.usages, &identifier);
        self.0.push(wanted.version(now.clone(), version));
        identifier
    }

    /// Replaces a permanent address from now on. An inactive one stays as it is, and a new one is made (seed 004:1001).
    pub(crate) fn replace(
        &mut self,
        place: usize,
        mut wanted: Wanted,
        now: &Instant,
        reference: &str,
        version: String,
    ) -> AddressIdentifier {
        let old = self.0[place].address_identifier.clone();
        // What is not sent stays: the reference is not to be sent any more (public).
        let external = &mut wanted.identifier.issuer_address_external_reference;
        *external = external.take().or_else(|| old.issuer_address_external_reference.clone());
        if self.0[place].status == Some(AddressStatus::Inactive) {
            wanted.identifier.address_reference = Some(reference.into());
        } else {
            wanted.identifier.address_reference = old.address_reference.clone();
            self.end_permanent(&old, now);
            wanted.usages = self.kept_usages(&old, wanted.usages);
        }
        let identifier = wanted.identifier.clone();
        self.take_usages(&wanted.usages, &identifier);
        self.0.push(wanted.version(now.clone(), version));
        identifier
    }

    /// Gives an address a usage, and takes it from whichever had it (seed 004:919).
    pub(crate) fn give_usage(&mut self, reference: &str, usage: &AddressUsage) {
        let whose = AddressIdentifier { address_reference: Some(reference.into()), ..AddressIdentifier::default() };
        self.take_usages(std::slice::from_ref(usage), &whose);
        for address in self.0.iter_mut().filter(|address| is(address, reference)) {
            let usages = &mut address.address_usages.get_or_insert_default().rows;
            if !usages.contains(usage) {
                usages.push(usage.clone());
            }
        }
    }

    /// Takes back a version that has not begun or stands in for another. `None` where there is no such version, and `false`
    /// where it is neither.
    pub(crate) fn take_back(&mut self, reference: &str, version: &str, now: &Instant) -> Option<bool> {
        let bears = |address: &CustomerAddress| {
            let own =
                address.address_version_identifier.as_ref().and_then(|own| own.address_version_reference.as_ref());
            is(address, reference) && own.is_some_and(|own| own.as_str() == version)
        };
        let place = self.0.iter().position(bears)?;
        if !self.0[place].can_be_taken_back(now) {
            return Some(false);
        }
        let gone = self.0.remove(place);
        // The version that it was to follow goes on.
        if gone.temporary != Some(true) {
            for address in self.0.iter_mut().filter(|address| is(address, reference)) {
                if address.temporary != Some(true) && address.end_date == gone.start_date {
                    address.end_date = None;
                }
            }
        }
        Some(true)
    }

    /// Ends the usages of an address that this is true of, and tells which.
    pub(crate) fn end_usages(&mut self, reference: &str, ends: impl Fn(&AddressUsage) -> bool) -> Vec<AddressUsage> {
        let mut ended = Vec::new();
        for address in self.0.iter_mut().filter(|address| is(address, reference)) {
            let Some(usages) = &mut address.address_usages else { continue };
            for usage in usages.rows.extract_if(.., |usage| ends(usage)) {
                if !ended.contains(&usage) {
                    ended.push(usage);
                }
            }
        }
        ended
    }

    /// Whether anything is sent there.
    pub(crate) fn is_used(&self, reference: &str) -> bool {
        let used =
            |address: &&CustomerAddress| address.address_usages.as_ref().is_some_and(|usages| !usages.is_empty());
        self.0.iter().filter(|address| is(address, reference)).any(|address| used(&address))
    }

    pub(crate) fn is_known(&self, reference: &str) -> bool {
        self.0.iter().any(|address| is(address, reference))
    }

    /// Versions that have not begun when another one begins are never in force.
    fn end_permanent(&mut self, identifier: &AddressIdentifier, start: &Instant) {
        let meant = |address: &CustomerAddress| {
            address.temporary != Some(true)
                && address.address_identifier.address_reference == identifier.address_reference
        };
        self.0.retain(|address| !(meant(address) && address.start_date.as_ref() >= Some(start)));
        let open =
            |address: &&mut CustomerAddress| meant(address) && address.end_date.as_ref().is_none_or(|end| end > start);
        self.0.iter_mut().filter(open).for_each(|address| address.end_date = Some(start.clone()));
    }

    /// An update adds usages and takes none away (seed 004:991).
    fn kept_usages(&self, identifier: &AddressIdentifier, more: Vec<AddressUsage>) -> Vec<AddressUsage> {
        let same =
            |address: &&CustomerAddress| address.address_identifier.address_reference == identifier.address_reference;
        let before = self.0.iter().rev().find(same).and_then(|address| address.address_usages.clone());
        let mut usages = before.map(|usages| usages.rows).unwrap_or_default();
        for usage in more {
            if !usages.contains(&usage) {
                usages.push(usage);
            }
        }
        usages
    }

    fn take_usages(&mut self, usages: &[AddressUsage], except: &AddressIdentifier) {
        let other =
            |address: &&mut CustomerAddress| address.address_identifier.address_reference != except.address_reference;
        for address in self.0.iter_mut().filter(other) {
            if let Some(own) = &mut address.address_usages {
                own.rows.retain(|usage| !usages.contains(usage));
            }
        }
    }
}

fn is(address: &CustomerAddress, reference: &str) -> bool {
    let AddressIdentifier { address_reference, issuer_address_external_reference } = &address.address_identifier;
    address_reference.as_ref().is_some_and(|own| own.as_str() == reference)
        || issuer_address_external_reference.as_ref().is_some_and(|own| own.as_str() == reference)
}

fn same(one: &CustomerAddress, other: &CustomerAddress) -> bool {
    one.address_identifier.address_reference == other.address_identifier.address_reference
}

/// Both parts together, as they are answered.
fn whole_number(phone: PhoneNumber) -> PhoneNumber {
    let clear =
        |text: &Option<contract::Personal>| text.as_ref().map(|text| text.in_clear().to_owned()).unwrap_or_default();
    let whole = format!("{}{}", clear(&phone.country_code), clear(&phone.local_phone_number));
    PhoneNumber { international_phone_number: Some(whole.into()), ..phone }
}
