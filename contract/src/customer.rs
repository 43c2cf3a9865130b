//! A wallet customer as the lookup shows them.

use serde::{Deserialize, Serialize};

use crate::{
    calendar_date::CalendarDate,
    device::CustomerDevice,
    identifier::{CustomerId, CustomerUri, ExternalId, IssuingPartnerUri, PartnerUri},
    instant::{self, Instant},
    personal::Personal,
    reading::empty_when_null,
    rows::Rows,
    text_bool,
    visible::free_text,
};

/// One record of a lookup (seed 001:52-129).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WalletCustomer {
    /// Devices; empty in the guide's answer, asked for by an operation of their own.
    #[serde(default)]
    pub devices: Rows<CustomerDevice>,
    /// Keys and values; a key may repeat.
    #[serde(default)]
    pub additional_customer_information: Rows<KeyValue>,
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    #[serde(default, deserialize_with = "empty_when_null")]
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    #[serde(default, deserialize_with = "empty_when_null")]
    pub partner_uri: PartnerUri,
    /// Since when there is a wallet.
    #[serde(default, deserialize_with = "instant::optional")]
    pub create_date: Option<Instant>,
    /// The issuer's short name.
    #[serde(default)]
    pub issuing_partner_short_name: Option<String>,
    /// Whether the wallet works at all.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize")]
    pub active: Option<bool>,
    /// Whether too many failed log-ins locked it.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize")]
    pub locked: Option<bool>,
    /// Unique among an issuer's customers (public).
    #[serde(default)]
    pub email: Option<Personal>,
    /// A new address that waits for its confirmation.
    #[serde(default)]
    pub email_pending: Option<Personal>,
    /// The wallet user's own id.
    #[serde(default)]
    pub customer_id: Option<CustomerId>,
    /// The id in the issuer's own system; not in the guide's answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
    /// What the customer logs in with.
    #[serde(default)]
    pub username: Option<Personal>,
    /// Given name.
    #[serde(default)]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(default)]
    pub last_name: Option<String>,
    /// Street and number.
    #[serde(default)]
    pub address1: Option<Personal>,
    /// Flat, floor.
    #[serde(default)]
    pub address2: Option<Personal>,
    /// City.
    #[serde(default)]
    pub city: Option<String>,
    /// Country as the gateway writes it: `USA` here, `DE` in the issuing family.
    #[serde(default)]
    pub country: Option<String>,
    /// State or province.
    #[serde(default)]
    pub state: Option<String>,
    /// Postal code.
    #[serde(default)]
    pub zip: Option<Personal>,
    /// Not unique among an issuer's customers (seed 001:32).
    #[serde(default)]
    pub phone: Option<Personal>,
    /// When the password was last changed.
    #[serde(default, deserialize_with = "instant::optional")]
    pub password_changed_date: Option<Instant>,
    /// When the passcode was last changed.
    #[serde(default, deserialize_with = "instant::optional")]
    pub passcode_changed_date: Option<Instant>,
    /// When the security questions were last changed.
    #[serde(default, deserialize_with = "instant::optional")]
    pub security_questions_changed_date: Option<Instant>,
    /// Null when never, or not known.
    #[serde(default, deserialize_with = "instant::optional")]
    pub last_login_date: Option<Instant>,
    /// Independent of the date beside it (seed 001:87).
    #[serde(default, deserialize_with = "text_bool::optional::deserialize")]
    pub email_verified: Option<bool>,
    /// May be null although the address is verified.
    #[serde(default, deserialize_with = "instant::optional")]
    pub email_verified_date: Option<Instant>,
}

/// A free fact: `birthday`, `08281970`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyValue {
    /// What it is.
    pub key: String,
    /// What it says; nothing where only the key is stated.
    #[serde(default, deserialize_with = "empty_when_null")]
    pub value: Personal,
}

/// What identifies a wallet in every call about it: taken from the record that the rep picked, never made up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CustomerKey {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
}

/// The two flags of a wallet in one word (seed 001:147).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WalletState {
    /// Works.
    Active,
    /// Works, but too many failed log-ins closed the door.
    Locked,
    /// Switched off.
    Inactive,
    /// Switched off, and locked besides.
    InactiveAndLocked,
    /// The gateway did not state both flags; nothing is assumed.
    NotStated,
}

impl WalletState {
    /// In the words of every screen.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Locked => "Locked",
            Self::Inactive => "Inactive",
            Self::InactiveAndLocked => "Inactive and locked",
            Self::NotStated => "Not stated",
        }
    }
}

impl WalletCustomer {
    /// What every call about this wallet carries.
    pub fn key(&self) -> CustomerKey {
        CustomerKey {
            customer_uri: self.customer_uri.clone(),
            issuing_partner_uri: self.issuing_partner_uri.clone(),
            partner_uri: self.partner_uri.clone(),
        }
    }

    /// The wallet's state as this record shows it.
    pub fn state(&self) -> WalletState {
        match (self.active, self.locked) {
            (Some(true), Some(false)) => WalletState::Active,
            (Some(true), Some(true)) => WalletState::Locked,
            (Some(false), Some(false)) => WalletState::Inactive,
            (Some(false), Some(true)) => WalletState::InactiveAndLocked,
            _ => WalletState::NotStated,
        }
    }

    /// "Paul Casey", or the user name's stand-in when neither name is stated.
    pub fn full_name(&self) -> String {
        let names = [self.first_name.as_deref(), self.last_name.as_deref()];
        let name = names.into_iter().flatten().map(str::trim).filter(|n| !n.is_empty()).collect::<Vec<_>>().join(" ");
        let name = free_text(&name);
        if name.is_empty() { "Name not stated".to_owned() } else { name }
    }

    /// The birthday as it is kept: opaque text.
    pub fn birthday(&self) -> Option<&Personal> {
        let facts = &self.additional_customer_information.rows;
        facts.iter().find(|fact| fact.key == "birthday").map(|fact| &fact.value)
    }

    /// The birthday as a day, when the text looks like one.
    pub fn birth_date(&self) -> Option<CalendarDate> {
        self.birthday().and_then(|text| CalendarDate::from_month_day_year(text.in_clear()))
    }
}
