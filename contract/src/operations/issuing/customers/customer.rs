//! A person of the issuing family.

use serde::{Deserialize, Serialize};

use super::{
    address::CustomerAddress,
    contact::Contact,
    identifiers::{AddressIdentifier, ContactIdentifier, CustomerIdentifier},
};
use crate::{
    calendar_date::CalendarDate,
    free_form::FreeForm,
    identifier::IssuerId,
    instant::{self, Instant},
    open_enum,
    personal::Personal,
    rows::Rows,
    secret::Secret,
    text_bool,
    visible::free_text,
};

/// A customer as the search and the single read show them (seed 004:1267, 004:1317); what the guide does not print is
/// public.
///
/// A wallet profile and this are two records of one person: the external reference joins them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    /// Which customer it is.
    pub customer_identifier: CustomerIdentifier,
    /// Whose customer: the issuer's, or a sub-issuer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// Deprecated by the platform, and still answered (seed 004:1275).
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// "Herr", "Mrs": free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub courtesy_title: Option<String>,
    /// Given name; required by the full update.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Family name; required by the full update.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Second given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_first_name: Option<String>,
    /// Family name before marriage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maiden_name: Option<String>,
    /// The name to write to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correspondence_name: Option<String>,
    /// `M` in the guide; free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    /// A day that travels as midnight in UTC (seed 004:1276); never shifted.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Instant>,
    /// Where born.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_place: Option<Personal>,
    /// `DE` in the guide; free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationality: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marital_status: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profession: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer_name: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer_address: Option<Personal>,
    /// A number that travels as text: `"0"` (seed 004:1282).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_salary: Option<Personal>,
    /// Whether the issuer employs the customer.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub employee: Option<bool>,
    /// Kept for later use by the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_class: Option<String>,
    /// Among the issuer's own words: `Normal`, `Bankruptcy`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commercial_status: Option<String>,
    /// Among the issuer's own words: `Standard`, `Student`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offline_risk_category: Option<String>,
    /// Among the issuer's own words: `Standard`, `Student`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online_risk_category: Option<String>,
    /// ISO 639-1 is recommended: `de`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred_correspondence_language: Option<String>,
    /// Whether the customer asked not to be contacted.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub do_not_contact: Option<bool>,
    /// Where the customer's picture is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// A page of the customer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url1: Option<String>,
    /// Another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url2: Option<String>,
    /// Tax number, where the person is a company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_number: Option<Personal>,
    /// Its country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_country: Option<String>,
    /// The customer at a partner of the issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_external_reference: Option<String>,
    /// Asked to know the customer. Carried so that a full update does not lose it; shown nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_question: Option<Secret>,
    /// What the customer answered once. Carried likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_answer: Option<Secret>,
    /// Facts of the issuer's own, passed through by the platform. What is not sent stays (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specific_fields: Option<FreeForm>,
    /// What makes the customer vulnerable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vulnerabilities: Option<Rows<Vulnerability>>,
    /// Whether the customer is vulnerable.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub vulnerability_indicator: Option<bool>,
    /// What to mind, in free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vulnerability_note: Option<Personal>,
    /// The same language under the platform's older, misspelt key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred_correspondance_language: Option<String>,
    /// When the record was last changed.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub last_update_date: Option<Instant>,
    /// Active addresses by name, where they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_identifiers: Option<Rows<AddressIdentifier>>,
    /// Active addresses, where they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Rows<CustomerAddress>>,
    /// Contacts by name, where they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_identifiers: Option<Rows<ContactIdentifier>>,
    /// Contacts, where they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacts: Option<Rows<Contact>>,
}

/// A reason to take special care of a customer (public).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Vulnerability {
    /// Free text.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Personal>,
}

open_enum! {
    /// What a customer can be read with (public: `embed`).
    pub enum CustomerPart {
        /// The names of the active addresses.
        AddressIdentifiers = "addressIdentifiers",
        /// The active addresses.
        Addresses = "addresses",
        /// What each of them is used for.
        AddressUsages = "addresses.addressUsages",
        /// The names of the contacts.
        ContactIdentifiers = "contactIdentifiers",
        /// The contacts.
        Contacts = "contacts",
    }
}

impl Customer {
    /// "Andre SWITCH", in the gateway's own capitals.
    pub fn full_name(&self) -> String {
        let names = [self.first_name.as_deref(), self.last_name.as_deref()];
        let name = names.into_iter().flatten().map(str::trim).filter(|n| !n.is_empty()).collect::<Vec<_>>().join(" ");
        let name = free_text(&name);
        if name.is_empty() { "Name not stated".to_owned() } else { name }
    }

    /// The day of birth.
    pub fn born(&self) -> Option<CalendarDate> {
        self.birth_date.as_ref().map(CalendarDate::of_instant_in_utc)
    }

    /// The language to write in, under whichever key it came.
    pub fn language(&self) -> Option<&str> {
        self.preferred_correspondence_language.as_deref().or(self.preferred_correspondance_language.as_deref())
    }
}
