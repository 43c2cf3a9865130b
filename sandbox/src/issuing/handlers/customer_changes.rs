//! Changes a customer's record, in part or as a whole.

use contract::{
    Rows,
    operations::issuing::customers::{
        ChangedCustomer, ContactDetails, Customer, CustomerIdentifier, NewVulnerability, UpdateCustomer,
        UpdateCustomerPartially, Vulnerability,
    },
};

use super::{
    contacts::{contact, somebody},
    customers::first,
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

/// The two updates carry the same attributes under one name each.
macro_rules! attributes {
    ($do:ident) => {
        $do!(
            courtesy_title,
            second_first_name,
            maiden_name,
            correspondence_name,
            sex,
            birth_date,
            birth_place,
            nationality,
            marital_status,
            profession,
            employer_name,
            employer_address,
            monthly_salary,
            employee,
            customer_class,
            commercial_status,
            offline_risk_category,
            online_risk_category,
            preferred_correspondence_language,
            do_not_contact,
            picture,
            url1,
            url2,
            vat_number,
            vat_country,
            partner_external_reference,
            secret_question,
            secret_answer,
            vulnerability_indicator,
            vulnerability_note
        )
    };
}

impl Handle<UpdateCustomerPartially> for World {
    fn concerns(&self, request: &UpdateCustomerPartially) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        named(request.first_name.as_deref(), "firstName")?;
        named(request.last_name.as_deref(), "lastName")?;
        each(request.contacts.as_deref())?;
        Ok(vec![person])
    }

    fn handle(
        &mut self,
        request: UpdateCustomerPartially,
        concerned: &[PersonNumber],
    ) -> Result<ChangedCustomer, Refusal> {
        let person = first(concerned)?;
        let mut record = self.customer_record(person);
        macro_rules! change {
            ($($attribute:ident),*) => {
                $(if request.$attribute.is_some() { record.$attribute = request.$attribute; })*
            };
        }
        attributes!(change);
        record.first_name = request.first_name.or(record.first_name);
        record.last_name = request.last_name.or(record.last_name);
        if let Some(vulnerabilities) = request.vulnerabilities {
            record.vulnerabilities = Some(kept(vulnerabilities));
        }
        record.specific_fields = request.specific_fields.or(record.specific_fields);
        Ok(self.keep_record(person, record, request.contacts))
    }
}

impl Handle<UpdateCustomer> for World {
    fn concerns(&self, request: &UpdateCustomer) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        named(Some(&request.first_name), "firstName")?;
        named(Some(&request.last_name), "lastName")?;
        each(request.contacts.as_deref())?;
        Ok(vec![person])
    }

    /// What is missing is lost, but for the issuer's own facts (public).
    fn handle(&mut self, request: UpdateCustomer, concerned: &[PersonNumber]) -> Result<ChangedCustomer, Refusal> {
        let person = first(concerned)?;
        let mut record = self.customer_record(person);
        macro_rules! replace {
            ($($attribute:ident),*) => { $(record.$attribute = request.$attribute;)* };
        }
        attributes!(replace);
        record.first_name = Some(request.first_name);
        record.last_name = Some(request.last_name);
        record.vulnerabilities = request.vulnerabilities.map(kept);
        record.specific_fields = request.specific_fields.or(record.specific_fields);
        Ok(self.keep_record(person, record, request.contacts))
    }
}

impl World {
    /// The contacts that are sent replace those that are kept (seed 004:1766). The answer bears the internal reference
    /// twice (seed 004:1807).
    fn keep_record(
        &mut self,
        person: PersonNumber,
        mut record: Customer,
        contacts: Option<Vec<ContactDetails>>,
    ) -> ChangedCustomer {
        record.last_update_date = Some(self.moment());
        let internal = record.customer_identifier.customer_reference.clone();
        if let Some(contacts) = contacts {
            let kept =
                contacts.into_iter().map(|details| contact(details, None, self.issuing.hand.uuid().into())).collect();
            self.customer_state_mut(person).contacts = Some(kept);
        }
        self.customer_state_mut(person).record = Some(record);
        ChangedCustomer {
            customer_identifier: Some(CustomerIdentifier {
                issuer_customer_external_reference: internal.as_ref().map(|reference| reference.as_str().into()),
                customer_reference: internal,
            }),
        }
    }
}

/// A name that is stated is not empty.
fn named(name: Option<&str>, attribute: &str) -> Result<(), Refusal> {
    match name {
        Some(name) if name.trim().is_empty() => Err(Refusal::bad_request(format!("{attribute} is empty"))),
        _ => Ok(()),
    }
}

fn each(contacts: Option<&[ContactDetails]>) -> Result<(), Refusal> {
    let contacts = contacts.unwrap_or_default();
    contacts.iter().try_for_each(|contact| somebody(contact.name.as_deref(), None))
}

fn kept(vulnerabilities: Vec<NewVulnerability>) -> Rows<Vulnerability> {
    let kept = vulnerabilities.into_iter().map(|sent| Vulnerability { kind: Some(sent.kind), comment: sent.comment });
    kept.collect::<Vec<_>>().into()
}
