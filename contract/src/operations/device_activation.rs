//! `POST /customers/devices/activation`, seed 000:125; path and attributes INFERRED from `updateCustomerActivation`.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    identifier::{CustomerUri, DeviceUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Configuration, Operation, Settlement, Spec, post},
    text_bool,
    wallet::{Confirmed, Wallet},
};

/// Switches one device of a wallet on or off, without touching the wallet or the other devices (seed 001:153).
///
/// No guide lists its codes. INFERRED from the other calls: 304 invalid arguments, 344 device not found, 388 customer not
/// found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerDeviceActivation {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The device.
    pub device_uri: DeviceUri,
    /// Travels as text.
    #[serde(with = "text_bool")]
    pub activate: bool,
}

impl UpdateCustomerDeviceActivation {
    /// For one device of the wallet that this key names.
    pub fn of(customer: &CustomerKey, device_uri: &DeviceUri, activate: bool) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri, device_uri: device_uri.clone(), activate }
    }
}

impl Operation for UpdateCustomerDeviceActivation {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = post("updateCustomerDeviceActivation", "/customers/devices/activation")
        .from_seed("000:125")
        .in_configurations(&[Configuration::Wlw])
        .asks(Action::Unlock)
        .settled_by(Settlement::ReadState)
        .carries(Carries::Nothing)
        .repeatable_after_read();
}
