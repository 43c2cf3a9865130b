//! `/customers/{customerReference}/contacts`, seed 004:1812-1855; attributes public, where all three are called beta.

use serde::{Deserialize, Serialize};

use super::{address::PostalAddress, contact::Contact, identifiers::ContactIdentifier};
use crate::{
    identifier::{ContactReference, CustomerReference},
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, issuing},
    personal::Personal,
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
    /// As written: answered as a day, asked for as an instant (public). A day that cannot be read as an instant must
    /// not be lost by a full update.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Personal>,
    /// Where the contact is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_address: Option<PostalAddress>,
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
    /// As written: answered as a day, asked for as an instant (public). A day that cannot be read as an instant must
    /// not be lost by a full update.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Personal>,
    /// Where the contact is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_address: Option<PostalAddress>,
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
    /// The contact as just read, to be changed before it is sent. `None` when the gateway did not state its reference.
    pub fn of(customer_reference: &CustomerReference, contact: &Contact) -> Option<Self> {
        let Contact {
            contact_identifier,
            issuer_id: _,
            name,
            first_name,
            department_name,
            sex,
            description,
            courtesy_title,
            kind,
            birth_date,
            postal_address,
        } = contact.clone();
        Some(Self {
            customer_reference: customer_reference.clone(),
            contact_reference: contact_identifier?.contact_reference?,
            name,
            first_name,
            department_name,
            sex,
            description,
            courtesy_title,
            kind,
            birth_date,
            postal_address,
        })
    }
}
