//! Where a customer is reached, as it is sent: what is required within its object is there. An address that was read is
//! turned into one, or it is said what it lacks, so that the rep can be told at the field.

use serde::{Deserialize, Deserializer, Serialize, de::Error};

use super::address::{CustomerAddress, EmailAddress, PhoneNumber, PostalAddress};
use crate::personal::Personal;

/// A part of an address that states everything that is required of what is sent, and nothing that is only answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Sendable<Part>(Part);

/// An address for letters. It states its country.
pub type NewPostalAddress = Sendable<PostalAddress>;
/// An address for e-mails. It states the address itself.
pub type NewEmailAddress = Sendable<EmailAddress>;
/// A phone. It states its number.
pub type NewPhoneNumber = Sendable<PhoneNumber>;

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

impl AddressLacks {
    /// The field on the wire.
    const fn field(self) -> &'static str {
        match self {
            Self::Reference => "addressReference",
            Self::Label => "addressLabel",
            Self::Type => "addressType",
            Self::Country => "country",
            Self::Email => "email",
            Self::PhoneNumber => "localPhoneNumber",
        }
    }
}

/// A part of an address that can be sent.
pub trait AddressPart: Sized {
    /// As it is sent.
    fn to_be_sent(self) -> Result<Sendable<Self>, AddressLacks>;
}

impl<Part> Sendable<Part> {
    /// As it is kept.
    pub fn into_kept(self) -> Part {
        self.0
    }
}

impl AddressPart for PostalAddress {
    /// The country in words is not sent.
    fn to_be_sent(self) -> Result<Sendable<Self>, AddressLacks> {
        match &self.country {
            Some(country) if !country.trim().is_empty() => Ok(Sendable(Self { country_name: None, ..self })),
            _ => Err(AddressLacks::Country),
        }
    }
}

impl AddressPart for EmailAddress {
    fn to_be_sent(self) -> Result<Sendable<Self>, AddressLacks> {
        if is_stated(self.email.as_ref()) { Ok(Sendable(self)) } else { Err(AddressLacks::Email) }
    }
}

impl AddressPart for PhoneNumber {
    /// Both parts together are not sent.
    fn to_be_sent(self) -> Result<Sendable<Self>, AddressLacks> {
        if is_stated(self.local_phone_number.as_ref()) {
            Ok(Sendable(Self { international_phone_number: None, ..self }))
        } else {
            Err(AddressLacks::PhoneNumber)
        }
    }
}

fn is_stated(text: Option<&Personal>) -> bool {
    text.is_some_and(|text| !text.in_clear().trim().is_empty())
}

/// For the sandbox, which reads what is sent.
impl<'de, Part: AddressPart + Deserialize<'de>> Deserialize<'de> for Sendable<Part> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Part::deserialize(deserializer)?.to_be_sent().map_err(|lacks| D::Error::missing_field(lacks.field()))
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
