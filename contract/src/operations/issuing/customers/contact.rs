//! A person or a department to speak to instead of the customer.

use serde::{Deserialize, Serialize};

use super::{
    address::PostalAddress,
    identifiers::ContactIdentifier,
    new_address::{AddressLacks, AddressPart, NewPostalAddress},
};
use crate::{
    calendar_date::{self, CalendarDate},
    identifier::IssuerId,
    personal::Personal,
};

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
    /// As written: answered as a day, and sent as an instant (public). One that is written otherwise must not be lost by
    /// an update.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Personal>,
    /// Where the contact is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_address: Option<PostalAddress>,
}

/// A contact as the customer's update carries it: without its reference, and without a department, which has no place there
/// (public). A contact with one is changed by its own path.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContactDetails {
    /// Family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
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

/// Why a contact that was read cannot be sent as it is: it would be refused, or lose something without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactObstacle {
    /// The gateway did not state what names it.
    NoReference,
    /// It has a department, for which a customer's update has no place: it is changed by its own path.
    Department,
    /// Its day of birth is written as nobody documents it.
    BirthDate,
    /// Its address lacks what is required of one that is sent.
    Address(AddressLacks),
}

impl Contact {
    /// What a customer's update repeats.
    pub fn details(&self) -> Result<ContactDetails, ContactObstacle> {
        if self.department_name.as_ref().is_some_and(|department| !department.is_empty()) {
            return Err(ContactObstacle::Department);
        }
        Ok(ContactDetails {
            name: self.name.clone(),
            first_name: self.first_name.clone(),
            sex: self.sex.clone(),
            description: self.description.clone(),
            courtesy_title: self.courtesy_title.clone(),
            kind: self.kind.clone(),
            birth_date: self.born()?,
            postal_address: self.address_to_be_sent()?,
        })
    }

    /// The day of birth, however it is written: as a day, or as an instant.
    pub(super) fn born(&self) -> Result<Option<CalendarDate>, ContactObstacle> {
        let Some(written) = self.birth_date.as_ref().filter(|written| !written.is_empty()) else { return Ok(None) };
        CalendarDate::from_day_or_instant(written.in_clear()).map(Some).ok_or(ContactObstacle::BirthDate)
    }

    pub(super) fn address_to_be_sent(&self) -> Result<Option<NewPostalAddress>, ContactObstacle> {
        let address = self.postal_address.clone().map(|address| address.to_be_sent());
        address.transpose().map_err(ContactObstacle::Address)
    }
}
