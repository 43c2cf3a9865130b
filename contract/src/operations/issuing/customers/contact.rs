//! A person or a department to speak to instead of the customer.

use serde::{Deserialize, Serialize};

use super::{address::PostalAddress, identifiers::ContactIdentifier};
use crate::{identifier::IssuerId, personal::Personal};

/// A contact as it is read with its customer. No guide prints one; the attributes are public.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// Which contact it is; without it, it can be neither changed nor removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_identifier: Option<ContactIdentifier>,
    /// Whose customer's contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
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

/// A contact as the customer's update carries it: without its reference.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContactDetails {
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

impl Contact {
    /// What an update repeats.
    pub fn details(&self) -> ContactDetails {
        let Self {
            contact_identifier: _,
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
        } = self.clone();
        ContactDetails {
            name,
            first_name,
            department_name,
            sex,
            description,
            courtesy_title,
            kind,
            birth_date,
            postal_address,
        }
    }
}
