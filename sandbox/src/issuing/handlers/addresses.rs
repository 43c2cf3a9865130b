//! A customer's addresses: listed with their history, added, replaced, switched off and on, marked as wrong.

use contract::{
    Instant, Rows,
    operations::issuing::customers::{
        ActivateCustomerAddress, AddressIdentifier, AddressStatus, AddressType, AddressVersionIdentifier,
        ChangedAddress, CreateCustomerAddress, CustomerAddress, DeactivateCustomerAddress, DeleteAddressVersion,
        DeletedAddressVersion, InvalidateCustomerAddress, ListCustomerAddresses, RetrieveCustomerAddress, Sendable,
        UpdateCustomerAddress,
    },
};

use super::customers::first;
use crate::{
    handlers::Handle,
    issuing::{
        addresses::{Addresses, Wanted},
        calendar::stamp,
    },
    population::PersonNumber,
    refusal::Refusal,
    world::World,
};

impl Handle<ListCustomerAddresses> for World {
    fn concerns(&self, request: &ListCustomerAddresses) -> Result<Vec<PersonNumber>, Refusal> {
        if request.service_code.is_some() != request.address_usage_name.is_some() {
            return Err(Refusal::bad_request("serviceCode and addressUsageName are given together"));
        }
        Ok(vec![self.customer(&request.customer_reference)?])
    }

    fn handle(
        &mut self,
        request: ListCustomerAddresses,
        concerned: &[PersonNumber],
    ) -> Result<Rows<CustomerAddress>, Refusal> {
        let addresses = self.addresses(first(concerned)?);
        let mut listed = match request.show_history {
            Some(true) => addresses.0,
            _ => addresses.in_force(&self.moment()),
        };
        listed.retain(|address| {
            let usages = address.address_usages.as_ref().map_or(&[][..], |usages| &usages.rows);
            let anything = request.service_code.is_none() && request.entity_reference.is_none();
            anything
                || usages.iter().any(|usage| {
                    let entity =
                        request.entity_reference.is_none() || usage.entity_reference == request.entity_reference;
                    let service = request.service_code.as_ref().is_none_or(|code| *code == usage.service_code);
                    let name = request.address_usage_name.as_ref().is_none_or(|name| *name == usage.address_usage_name);
                    entity && service && name
                })
        });
        Ok(listed.into())
    }
}

impl Handle<RetrieveCustomerAddress> for World {
    fn concerns(&self, request: &RetrieveCustomerAddress) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        self.current_address(person, request.address_reference.as_str())?;
        Ok(vec![person])
    }

    fn handle(
        &mut self,
        request: RetrieveCustomerAddress,
        concerned: &[PersonNumber],
    ) -> Result<Rows<CustomerAddress>, Refusal> {
        let current = self.current_address(first(concerned)?, request.address_reference.as_str())?;
        Ok(vec![current].into())
    }
}

impl Handle<CreateCustomerAddress> for World {
    fn concerns(&self, request: &CreateCustomerAddress) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        let wanted = wanted(request.clone());
        wanted.check()?;
        self.is_external_free(person, &wanted)?;
        Ok(vec![person])
    }

    fn handle(
        &mut self,
        request: CreateCustomerAddress,
        concerned: &[PersonNumber],
    ) -> Result<ChangedAddress, Refusal> {
        Ok(self.add_address(first(concerned)?, wanted(request)))
    }
}

impl Handle<UpdateCustomerAddress> for World {
    fn concerns(&self, request: &UpdateCustomerAddress) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        let (addresses, place) = self.permanent_address(person, request.address_reference.as_str())?;
        let kept = &addresses.0[place];
        if kept.address_label.as_ref() != Some(&request.address_label)
            || kept.address_type.as_ref() != Some(&request.address_type)
        {
            return Err(Refusal::bad_request("addressLabel and addressType are sent as they are kept"));
        }
        replacement(request.clone()).check()?;
        Ok(vec![person])
    }

    fn handle(
        &mut self,
        request: UpdateCustomerAddress,
        concerned: &[PersonNumber],
    ) -> Result<ChangedAddress, Refusal> {
        let person = first(concerned)?;
        let (mut addresses, place) = self.permanent_address(person, request.address_reference.as_str())?;
        let (reference, version) = self.new_references(&request.address_label);
        let now = self.moment();
        let identifier = addresses.replace(place, replacement(request), &now, &reference, version);
        self.keep_addresses(person, addresses);
        Ok(ChangedAddress { address_identifier: Some(identifier), ..ChangedAddress::default() })
    }
}

impl Handle<DeactivateCustomerAddress> for World {
    fn concerns(&self, request: &DeactivateCustomerAddress) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        let reference = request.address_reference.as_str();
        let (addresses, place) = self.permanent_address(person, reference)?;
        if addresses.0[place].address_label.as_deref() == Some(CustomerAddress::MAIN_POSTAL) {
            return Err(Refusal::bad_request("the main postal address cannot be deactivated"));
        }
        if addresses.is_used(reference) {
            return Err(Refusal::bad_request("a usage is linked to the address"));
        }
        Ok(vec![person])
    }

    fn handle(
        &mut self,
        request: DeactivateCustomerAddress,
        concerned: &[PersonNumber],
    ) -> Result<ChangedAddress, Refusal> {
        self.switch_address(first(concerned)?, request.address_reference.as_str(), AddressStatus::Inactive)
    }
}

impl Handle<ActivateCustomerAddress> for World {
    fn concerns(&self, request: &ActivateCustomerAddress) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        self.permanent_address(person, request.address_reference.as_str())?;
        Ok(vec![person])
    }

    fn handle(
        &mut self,
        request: ActivateCustomerAddress,
        concerned: &[PersonNumber],
    ) -> Result<ChangedAddress, Refusal> {
        self.switch_address(first(concerned)?, request.address_reference.as_str(), AddressStatus::Active)
    }
}

impl Handle<InvalidateCustomerAddress> for World {
    fn concerns(&self, request: &InvalidateCustomerAddress) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        let (addresses, place) = self.permanent_address(person, request.address_reference.as_str())?;
        if addresses.0[place].address_type != Some(AddressType::PostalMail) {
            return Err(Refusal::bad_request("only a postal address can be invalidated"));
        }
        Ok(vec![person])
    }

    fn handle(
        &mut self,
        request: InvalidateCustomerAddress,
        concerned: &[PersonNumber],
    ) -> Result<ChangedAddress, Refusal> {
        let person = first(concerned)?;
        let (mut addresses, place) = self.permanent_address(person, request.address_reference.as_str())?;
        addresses.0[place].invalid = Some(true);
        let identifier = addresses.0[place].address_identifier.clone();
        self.keep_addresses(person, addresses);
        Ok(ChangedAddress { address_identifier: Some(identifier), status: None, invalid: Some(true) })
    }
}

impl Handle<DeleteAddressVersion> for World {
    fn concerns(&self, request: &DeleteAddressVersion) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        match self.addresses(person).take_back(
            request.address_reference.as_str(),
            request.address_version_reference.as_str(),
            &self.moment(),
        ) {
            Some(true) => Ok(vec![person]),
            Some(false) => Err(Refusal::bad_request("only a future or a temporary version can be taken back")),
            None => Err(Refusal::not_found("No version of this address has this reference.")),
        }
    }

    fn handle(
        &mut self,
        request: DeleteAddressVersion,
        concerned: &[PersonNumber],
    ) -> Result<DeletedAddressVersion, Refusal> {
        let person = first(concerned)?;
        let mut addresses = self.addresses(person);
        let version = request.address_version_reference;
        addresses.take_back(request.address_reference.as_str(), version.as_str(), &self.moment());
        self.keep_addresses(person, addresses);
        Ok(DeletedAddressVersion {
            address_identifier: Some(AddressIdentifier {
                address_reference: Some(request.address_reference),
                issuer_address_external_reference: None,
            }),
            address_version_identifier: Some(AddressVersionIdentifier { address_version_reference: Some(version) }),
        })
    }
}

impl World {
    /// Every version of every address of a customer.
    pub(super) fn addresses(&self, person: PersonNumber) -> Addresses {
        Addresses(self.customer_addresses(person))
    }

    pub(super) fn keep_addresses(&mut self, person: PersonNumber, addresses: Addresses) {
        self.customer_state_mut(person).addresses = Some(addresses.0);
    }

    /// Now, as the issuing API writes it.
    pub(super) fn moment(&self) -> Instant {
        stamp(self.now())
    }

    /// Adds an address that was found to be in order.
    pub(super) fn add_address(&mut self, person: PersonNumber, wanted: Wanted) -> ChangedAddress {
        let (reference, version) = self.new_references(&wanted.label);
        let now = self.moment();
        let mut addresses = self.addresses(person);
        let identifier = addresses.add(wanted, &now, &reference, version);
        self.keep_addresses(person, addresses);
        ChangedAddress { address_identifier: Some(identifier), ..ChangedAddress::default() }
    }

    /// An external reference belongs to one address (seed 004:903).
    pub(super) fn is_external_free(&self, person: PersonNumber, wanted: &Wanted) -> Result<(), Refusal> {
        let Some(external) = &wanted.identifier.issuer_address_external_reference else { return Ok(()) };
        let taken = self.customer_addresses(person).iter().any(|address| {
            address.address_identifier.issuer_address_external_reference.as_ref() == Some(external)
                && address.address_label.as_ref() != Some(&wanted.label)
        });
        if taken { Err(Refusal::bad_request("issuerAddressExternalReference is another address's")) } else { Ok(()) }
    }

    fn current_address(&self, person: PersonNumber, reference: &str) -> Result<CustomerAddress, Refusal> {
        let addresses = self.addresses(person);
        let bears = |address: &CustomerAddress| {
            let own = address.address_identifier.address_reference.as_ref();
            own.is_some_and(|own| own.as_str() == reference)
        };
        let current = addresses.in_force(&self.moment()).into_iter().find(bears);
        // One that is switched off, or has not begun, is still read by its reference.
        let other = || addresses.0.into_iter().rfind(bears);
        current.or_else(other).ok_or_else(unknown)
    }

    fn permanent_address(&self, person: PersonNumber, reference: &str) -> Result<(Addresses, usize), Refusal> {
        let addresses = self.addresses(person);
        let place = addresses.permanent(reference, &self.moment()).ok_or_else(unknown)?;
        Ok((addresses, place))
    }

    fn switch_address(
        &mut self,
        person: PersonNumber,
        reference: &str,
        status: AddressStatus,
    ) -> Result<ChangedAddress, Refusal> {
        let (mut addresses, place) = self.permanent_address(person, reference)?;
        let address = &mut addresses.0[place];
        address.status = Some(status.clone());
        address.status_date = Some(self.moment());
        let identifier = address.address_identifier.clone();
        self.keep_addresses(person, addresses);
        Ok(ChangedAddress { address_identifier: Some(identifier), status: Some(status), invalid: None })
    }

    /// For an address and for a version that are new.
    fn new_references(&mut self, label: &str) -> (String, String) {
        let number = FIRST_REFERENCE + self.issuing.hand.number();
        (format!("ADDREF_{label}_{number}"), format!("ADDVER_{number}"))
    }
}

/// In the guide's own form (seed 004:975).
const FIRST_REFERENCE: u64 = 1_000_000_001_000_000;

pub(super) fn unknown() -> Refusal {
    Refusal::not_found("No address of this customer has this reference.")
}

fn wanted(request: CreateCustomerAddress) -> Wanted {
    Wanted {
        identifier: AddressIdentifier {
            address_reference: None,
            issuer_address_external_reference: request.issuer_address_external_reference,
        },
        label: request.address_label,
        kind: request.address_type,
        post: request.postal_address.map(Sendable::into_kept),
        email: request.email_address.map(Sendable::into_kept),
        phone: request.phone.map(Sendable::into_kept),
        usages: request.address_usages,
        start: request.start_date,
        end: request.end_date,
        temporary: request.temporary == Some(true),
    }
}

fn replacement(request: UpdateCustomerAddress) -> Wanted {
    Wanted {
        identifier: AddressIdentifier {
            address_reference: Some(request.address_reference),
            issuer_address_external_reference: request.issuer_address_external_reference,
        },
        label: request.address_label,
        kind: request.address_type,
        post: request.postal_address.map(Sendable::into_kept),
        email: request.email_address.map(Sendable::into_kept),
        phone: request.phone.map(Sendable::into_kept),
        usages: request.address_usages,
        start: None,
        end: None,
        temporary: false,
    }
}
