//! A phone that is linked with a wallet.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::DeviceUri,
    instant::{self, Instant},
    open_enum, text_bool,
};

open_enum! {
    /// The device's platform (seed 003:325).
    pub enum DeviceType {
        /// Apple's.
        Iphone = "iphone",
        /// Google's.
        Android = "android",
    }
}

impl DeviceType {
    /// In words.
    pub fn words(&self) -> &str {
        match self {
            Self::Iphone => "iPhone",
            Self::Android => "Android phone",
            Self::Unknown(text) => text,
        }
    }
}

/// A device of a wallet, with an activation of its own: one of two phones can be switched off while the wallet and the
/// other stay in use (seed 001:153).
///
/// The guides name the type without listing its fields. `deviceUri` and `active` follow from seed 001:153 and 003:763,
/// `deviceTypeUniqueName` from 003:324; `deviceName` and the dates are INFERRED and optional.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerDevice {
    /// Opaque, and holds a `#`.
    pub device_uri: DeviceUri,
    /// Platform, where it is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_type_unique_name: Option<DeviceType>,
    /// What its owner calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_name: Option<String>,
    /// Whether it may be used. Independent of the wallet's own state, and not the same as "blocked".
    #[serde(default, deserialize_with = "text_bool::optional::deserialize")]
    pub active: Option<bool>,
    /// When it was linked.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<Instant>,
    /// When it was last seen.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub last_used_date: Option<Instant>,
}
