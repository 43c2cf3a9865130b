//! `POST /customers/devices/delete`, seed 000:69; path and attributes public.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    identifier::{DeviceUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    wallet::{Confirmed, Wallet},
};

/// Takes a device away from a wallet. To use it again its owner must link it again; switching it off is the milder way.
///
/// No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteCustomerDevice {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The device; there is no `customerUri`.
    pub device_uri: DeviceUri,
}

impl DeleteCustomerDevice {
    /// For a device of the wallet that this key names.
    pub fn of(customer: &CustomerKey, device_uri: &DeviceUri) -> Self {
        let CustomerKey { issuing_partner_uri, partner_uri, .. } = customer.clone();
        Self { issuing_partner_uri, partner_uri, device_uri: device_uri.clone() }
    }
}

impl Operation for DeleteCustomerDevice {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = post("deleteCustomerDevice", "/customers/devices/delete")
        .from_seed("000:69")
        .path_from(PathSource::Public)
        .asks(Action::Profile)
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing)
        .repeatable_after_read();
}
