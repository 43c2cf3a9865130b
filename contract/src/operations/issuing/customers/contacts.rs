//! `/customers/{customerReference}/contacts`, seed 004:1812-1855; attributes public, where all three are called beta.

use serde::{Deserialize, Serialize};

use super::{
    contact::{Contact, ContactObstacle},
    identifiers::ContactIdentifier,
    new_address::NewPostalAddress,
};
use crate::{
    calendar_date::{self, CalendarDate},
    identifier::{ContactReference, CustomerReference},
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, issuing},
};

/// Adds a person or a department to speak to.
///
/// Source: seed 004:1812. The correlation id makes it safe to repeat (public), yet the list is read first. Errors: 400
/// when neither name nor department is given, 404.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateCustomerContact {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// Family name. Required unless the department is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Required unless the name is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department_name: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    /// The contact's role: "sales manager".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub courtesy_title: Option<String>,
    /// Among the issuer's own words: `Legal_Representative`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// A day that travels as midnight in UTC, although it is answered as a day (public).
    #[serde(default, with = "calendar_date::midnight", skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<CalendarDate>,
    /// Where the contact is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_address: Option<NewPostalAddress>,
}

/// Replaces a contact; what is missing becomes empty (seed 004:1839). Made from a fresh read, by
/// [`UpdateCustomerContact::of`].
///
/// Errors: 400, 404.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerContact {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// In the path.
    pub contact_reference: ContactReference,
    /// Family name. Required unless the department is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Required unless the name is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department_name: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    /// The contact's role: "sales manager".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub courtesy_title: Option<String>,
    /// Among the issuer's own words: `Legal_Representative`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// A day that travels as midnight in UTC, although it is answered as a day (public).
    #[serde(default, with = "calendar_date::midnight", skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<CalendarDate>,
    /// Where the contact is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_address: Option<NewPostalAddress>,
}

/// Removes a contact.
///
/// Source: seed 004:1845. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RemoveCustomerContact {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// In the path.
    pub contact_reference: ContactReference,
}

impl Operation for CreateCustomerContact {
    type Family = Issuing;
    type Answer = ChangedContact;
    const SPEC: Spec = issuing("createCustomerContact", Method::Post, "/customers/{customerReference}/contacts")
        .from_seed("004:1812")
        .asks(Action::Profile)
        .settled_by(Settlement::CompareList)
        .carries(Carries::Nothing);
}

impl Operation for UpdateCustomerContact {
    type Family = Issuing;
    type Answer = ChangedContact;
    const SPEC: Spec =
        issuing("updateCustomerContact", Method::Put, "/customers/{customerReference}/contacts/{contactReference}")
            .from_seed("004:1827")
            .asks(Action::Profile)
            .repeatable_after_read()
            .settled_by(Settlement::ReadState)
            .carries(Carries::Nothing);
}

impl Operation for RemoveCustomerContact {
    type Family = Issuing;
    type Answer = ChangedContact;
    const SPEC: Spec =
        issuing("removeCustomerContact", Method::Delete, "/customers/{customerReference}/contacts/{contactReference}")
            .from_seed("004:1845")
            .asks(Action::Profile)
            .repeatable_after_read()
            .settled_by(Settlement::ReadState)
            .carries(Carries::Nothing);
}

/// Which contact was made, changed or removed. A removal has a body, too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangedContact {
    /// The contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_identifier: Option<ContactIdentifier>,
}

impl UpdateCustomerContact {
    /// The contact as just read, to be changed before it is sent; or why it cannot be.
    pub fn of(customer_reference: &CustomerReference, contact: &Contact) -> Result<Self, ContactObstacle> {
        let reference = contact.contact_identifier.clone().and_then(|identifier| identifier.contact_reference);
        Ok(Self {
            customer_reference: customer_reference.clone(),
            contact_reference: reference.ok_or(ContactObstacle::NoReference)?,
            name: contact.name.clone(),
            first_name: contact.first_name.clone(),
            department_name: contact.department_name.clone(),
            sex: contact.sex.clone(),
            description: contact.description.clone(),
            courtesy_title: contact.courtesy_title.clone(),
            kind: contact.kind.clone(),
            birth_date: contact.born()?,
            postal_address: contact.address_to_be_sent()?,
        })
    }
}
