//! The people and departments to speak to instead of the customer.

use contract::{
    ContactReference,
    operations::issuing::customers::{
        ChangedContact, Contact, ContactDetails, ContactIdentifier, CreateCustomerContact, RemoveCustomerContact,
        Sendable, UpdateCustomerContact,
    },
};

use super::customers::first;
use crate::{handlers::Handle, issuing::ISSUER, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<CreateCustomerContact> for World {
    fn concerns(&self, request: &CreateCustomerContact) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        somebody(request.name.as_deref(), request.department_name.as_deref())?;
        Ok(vec![person])
    }

    fn handle(
        &mut self,
        request: CreateCustomerContact,
        concerned: &[PersonNumber],
    ) -> Result<ChangedContact, Refusal> {
        let person = first(concerned)?;
        let details = ContactDetails {
            name: request.name,
            first_name: request.first_name,
            sex: request.sex,
            description: request.description,
            courtesy_title: request.courtesy_title,
            kind: request.kind,
            birth_date: request.birth_date,
            postal_address: request.postal_address,
        };
        let contact = contact(details, request.department_name, self.issuing.hand.uuid().into());
        let contact_identifier = contact.contact_identifier.clone();
        let mut contacts = self.customer_contacts(person);
        contacts.push(contact);
        self.customer_state_mut(person).contacts = Some(contacts);
        Ok(ChangedContact { contact_identifier })
    }
}

impl Handle<UpdateCustomerContact> for World {
    fn concerns(&self, request: &UpdateCustomerContact) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        self.contact_place(person, &request.contact_reference)?;
        somebody(request.name.as_deref(), request.department_name.as_deref())?;
        Ok(vec![person])
    }

    /// What is missing becomes empty (seed 004:1839).
    fn handle(
        &mut self,
        request: UpdateCustomerContact,
        concerned: &[PersonNumber],
    ) -> Result<ChangedContact, Refusal> {
        let person = first(concerned)?;
        let place = self.contact_place(person, &request.contact_reference)?;
        let details = ContactDetails {
            name: request.name,
            first_name: request.first_name,
            sex: request.sex,
            description: request.description,
            courtesy_title: request.courtesy_title,
            kind: request.kind,
            birth_date: request.birth_date,
            postal_address: request.postal_address,
        };
        let mut contacts = self.customer_contacts(person);
        contacts[place] = contact(details, request.department_name, request.contact_reference);
        let contact_identifier = contacts[place].contact_identifier.clone();
        self.customer_state_mut(person).contacts = Some(contacts);
        Ok(ChangedContact { contact_identifier })
    }
}

impl Handle<RemoveCustomerContact> for World {
    fn concerns(&self, request: &RemoveCustomerContact) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        self.contact_place(person, &request.contact_reference)?;
        Ok(vec![person])
    }

    fn handle(
        &mut self,
        request: RemoveCustomerContact,
        concerned: &[PersonNumber],
    ) -> Result<ChangedContact, Refusal> {
        let person = first(concerned)?;
        let place = self.contact_place(person, &request.contact_reference)?;
        let mut contacts = self.customer_contacts(person);
        let contact_identifier = contacts.remove(place).contact_identifier;
        self.customer_state_mut(person).contacts = Some(contacts);
        Ok(ChangedContact { contact_identifier })
    }
}

impl World {
    fn contact_place(&self, person: PersonNumber, reference: &ContactReference) -> Result<usize, Refusal> {
        let is_it = |contact: &Contact| {
            let own = contact.contact_identifier.as_ref().and_then(|own| own.contact_reference.as_ref());
            own == Some(reference)
        };
        let place = self.customer_contacts(person).iter().position(is_it);
        place.ok_or_else(|| Refusal::not_found("No contact of this customer has this reference."))
    }
}

/// A contact as it is kept: its day of birth is asked for as an instant, and answered as a day (public).
pub(super) fn contact(
    details: ContactDetails,
    department_name: Option<String>,
    reference: ContactReference,
) -> Contact {
    Contact {
        contact_identifier: Some(ContactIdentifier { contact_reference: Some(reference) }),
        issuer_id: Some(ISSUER.into()),
        name: details.name,
        first_name: details.first_name,
        department_name,
        sex: details.sex,
        description: details.description,
        courtesy_title: details.courtesy_title,
        kind: details.kind,
        birth_date: details.birth_date.map(|day| day.to_iso().into()),
        postal_address: details.postal_address.map(Sendable::into_kept),
    }
}

/// A name or a department is needed (public).
pub(super) fn somebody(name: Option<&str>, department: Option<&str>) -> Result<(), Refusal> {
    let stated = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    if stated(name) || stated(department) {
        Ok(())
    } else {
        Err(Refusal::bad_request("a contact needs name or departmentName"))
    }
}
