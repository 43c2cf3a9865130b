//! Where a customer is reached, as it is sent: what is required within its object is no option here. An address that was
//! read is turned into one, or it is said what it lacks, so that the rep can be told at the field.

use serde::{Deserialize, Serialize};

use super::address::{CustomerAddress, EmailAddress, PhoneNumber, PostalAddress};
use crate::personal::Personal;

/// An address for letters. Some issuers have the lines built from the other parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewPostalAddress {
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub courtesy_title: Option<String>,
    /// First line: usually the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line1: Option<Personal>,
    /// Second line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line2: Option<Personal>,
    /// Third line: usually street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line3: Option<Personal>,
    /// Fourth line: usually postal code and town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line4: Option<Personal>,
    /// Fifth line: usually the country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line5: Option<Personal>,
    /// House number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building_number: Option<Personal>,
    /// Post box.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub box_number: Option<Personal>,
    /// Street.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street_name: Option<Personal>,
    /// Postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_code: Option<Personal>,
    /// Town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town_name: Option<String>,
    /// Region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country_subdivision: Option<String>,
    /// `DE`. Required.
    pub country: String,
}

/// An address for e-mails.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewEmailAddress {
    /// Required.
    pub email: Personal,
}

/// A phone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewPhoneNumber {
    /// `+49`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country_code: Option<Personal>,
    /// Required. With the country in it where the code is not given.
    pub local_phone_number: Personal,
}

/// What an address that was read lacks, so that it could not be sent as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressLacks {
    /// What names it in a path.
    Reference,
    /// Its label.
    Label,
    /// Which kind it is.
    Type,
    /// The country of a postal address: old records have none.
    Country,
    /// The e-mail itself.
    Email,
    /// The number itself.
    PhoneNumber,
}

impl PostalAddress {
    /// As it is sent. The country in words is not.
    pub fn to_be_sent(self) -> Result<NewPostalAddress, AddressLacks> {
        let country = self.country.filter(|country| !country.trim().is_empty()).ok_or(AddressLacks::Country)?;
        Ok(NewPostalAddress {
            courtesy_title: self.courtesy_title,
            line1: self.line1,
            line2: self.line2,
            line3: self.line3,
            line4: self.line4,
            line5: self.line5,
            building_number: self.building_number,
            box_number: self.box_number,
            street_name: self.street_name,
            post_code: self.post_code,
            town_name: self.town_name,
            country_subdivision: self.country_subdivision,
            country,
        })
    }
}

impl EmailAddress {
    /// As it is sent.
    pub fn to_be_sent(self) -> Result<NewEmailAddress, AddressLacks> {
        self.email.filter(is_stated).map(|email| NewEmailAddress { email }).ok_or(AddressLacks::Email)
    }
}

impl PhoneNumber {
    /// As it is sent. Both parts together are not.
    pub fn to_be_sent(self) -> Result<NewPhoneNumber, AddressLacks> {
        let local_phone_number = self.local_phone_number.filter(is_stated).ok_or(AddressLacks::PhoneNumber)?;
        Ok(NewPhoneNumber { country_code: self.country_code, local_phone_number })
    }
}

fn is_stated(text: &Personal) -> bool {
    !text.in_clear().trim().is_empty()
}

/// As it is kept.
impl From<NewPostalAddress> for PostalAddress {
    fn from(sent: NewPostalAddress) -> Self {
        Self {
            courtesy_title: sent.courtesy_title,
            line1: sent.line1,
            line2: sent.line2,
            line3: sent.line3,
            line4: sent.line4,
            line5: sent.line5,
            building_number: sent.building_number,
            box_number: sent.box_number,
            street_name: sent.street_name,
            post_code: sent.post_code,
            town_name: sent.town_name,
            country_subdivision: sent.country_subdivision,
            country: Some(sent.country),
            country_name: None,
        }
    }
}

impl From<NewEmailAddress> for EmailAddress {
    fn from(sent: NewEmailAddress) -> Self {
        Self { email: Some(sent.email) }
    }
}

impl From<NewPhoneNumber> for PhoneNumber {
    fn from(sent: NewPhoneNumber) -> Self {
        Self {
            country_code: sent.country_code,
            local_phone_number: Some(sent.local_phone_number),
            international_phone_number: None,
        }
    }
}

impl CustomerAddress {
    /// What it lacks so that it could be saved as it was read; nothing is sent before the rep filled it in.
    pub fn lacks(&self) -> Option<AddressLacks> {
        let parts = [
            self.address_identifier.address_reference.is_none().then_some(AddressLacks::Reference),
            self.address_label.is_none().then_some(AddressLacks::Label),
            self.address_type.is_none().then_some(AddressLacks::Type),
            self.postal_address.clone().and_then(|part| part.to_be_sent().err()),
            self.email_address.clone().and_then(|part| part.to_be_sent().err()),
            self.phone.clone().and_then(|part| part.to_be_sent().err()),
        ];
        parts.into_iter().flatten().next()
    }
}
