//! Where a customer is reached: by post, by e-mail, by phone (seed 004:806-841).

use serde::{Deserialize, Serialize};

use super::identifiers::{AddressIdentifier, AddressVersionIdentifier};
use crate::{
    identifier::{AddressReference, IssuerId},
    instant::{self, Instant},
    open_enum,
    personal::Personal,
    rows::Rows,
    text_bool,
};

/// One version of an address (seed 004:1567-1710); what the guide does not print is public.
///
/// Several versions share one reference, and past, current and future ones are all called active: the dates tell them
/// apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerAddress {
    /// Which address it is.
    pub address_identifier: AddressIdentifier,
    /// The issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// Which version of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_version_identifier: Option<AddressVersionIdentifier>,
    /// Its place among the customer's addresses: `MAIN_POSTAL_ADDRESS`, or another of the issuer's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_label: Option<String>,
    /// Which of the three below is filled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_type: Option<AddressType>,
    /// By post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_address: Option<PostalAddress>,
    /// By e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_address: Option<EmailAddress>,
    /// By phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<PhoneNumber>,
    /// What it is used for, where that was asked for: nothing is known of it otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_usages: Option<Rows<AddressUsage>>,
    /// Whether it may be used; says nothing about which version is the current one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<AddressStatus>,
    /// Since when.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub status_date: Option<Instant>,
    /// From when this version counts.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub start_date: Option<Instant>,
    /// Until when; open where it is missing.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Instant>,
    /// Whether post comes back from it.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub invalid: Option<bool>,
    /// Whether it stands in for another for a while.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub temporary: Option<bool>,
}

open_enum! {
    /// How an address reaches the customer (public).
    pub enum AddressType {
        /// By post.
        PostalMail = "POSTAL_MAIL",
        /// By e-mail.
        EMail = "E_MAIL",
        /// By phone.
        Phone = "PHONE",
    }
}

open_enum! {
    /// Whether an address may be used (seed 004:1058).
    pub enum AddressStatus {
        /// It may.
        Active = "ACTIVE",
        /// It was switched off.
        Inactive = "INACTIVE",
    }
}

/// An address for letters, as it is read. Some issuers have the lines built from the other parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostalAddress {
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
    /// `DE`. Required of what is sent; old records lack it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// In words, where it is answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country_name: Option<String>,
}

/// An address for e-mails.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EmailAddress {
    /// The address itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal>,
}

/// A phone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PhoneNumber {
    /// `+49`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country_code: Option<Personal>,
    /// The number itself. With the country in it where the code is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_phone_number: Option<Personal>,
    /// Both together, where they are answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub international_phone_number: Option<Personal>,
}

/// A process that uses an address. Giving it to one address takes it from another (seed 004:919).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddressUsage {
    /// Among the issuer's own words: `CARD_DELIVERY`, `STATEMENT_SENDING`.
    pub address_usage_name: String,
    /// Among the issuer's own words: `CARD_SERVICE`, `ACCOUNT_SERVICE`.
    pub service_code: String,
    /// For which card contract or account alone, where it is not for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity_reference: Option<String>,
}

impl CustomerAddress {
    /// The label that every person has one address under.
    pub const MAIN_POSTAL: &'static str = "MAIN_POSTAL_ADDRESS";

    /// What tells this version from the others: the reference is shared (seed 004:1615, 1640, 1665).
    pub fn version(&self) -> (Option<&AddressReference>, Option<i64>) {
        (self.address_identifier.address_reference.as_ref(), self.start_date.as_ref().map(Instant::epoch_millis))
    }

    /// Whether this version is the one in force at that moment. The status alone cannot say so (seed 004:1583-1709).
    pub fn in_force(&self, now: &Instant) -> bool {
        self.status != Some(AddressStatus::Inactive)
            && self.start_date.as_ref().is_none_or(|start| start <= now)
            && self.end_date.as_ref().is_none_or(|end| now < end)
    }
}
