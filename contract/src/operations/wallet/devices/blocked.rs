//! `GET /v2/customers/devices/block/search`, seed 003:663-713.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    device::DeviceType,
    identifier::{CustomerUri, DeviceUri, ExternalId, IssuingPartnerUri, PartnerUri},
    instant::Instant,
    operation::{Action, Carries, Operation, PathSource, Spec, get},
    rows::Rows,
    wallet::Wallet,
};

/// Lists the devices of a wallet that were ever blocked on suspicion of fraud: not those that are blocked now.
///
/// The guide sends its envelope with GET. The customer is named by exactly one of the two identifiers, and the issuer's
/// own has another name than elsewhere (seed 003:676, 776). Errors: 301 customer does not exist, 304, 316 invalid
/// customer URI, 322 invalid issuing partner URI, 386, 388 customer not found, 389 no guest accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomerBlockedDevices {
    /// The wallet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// Or the id in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_external_id: Option<ExternalId>,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
}

impl RetrieveCustomerBlockedDevices {
    /// For the wallet that this key names.
    pub fn of(customer: &CustomerKey) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri: Some(customer_uri), customer_external_id: None, partner_uri, issuing_partner_uri }
    }
}

impl Operation for RetrieveCustomerBlockedDevices {
    type Family = Wallet;
    type Answer = RetrieveCustomerBlockedDevicesAnswer;
    const SPEC: Spec = get("retrieveCustomerBlockedDevices", "/v2/customers/devices/block/search")
        .from_seed("003:663")
        .path_from(PathSource::Seed("003:667"))
        .asks(Action::Find)
        .carries(Carries::Personal)
        .with_details();
}

/// Every device that was blocked at some time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveCustomerBlockedDevicesAnswer {
    /// In the gateway's order; none is documented as an absent list.
    pub customer_devices: Rows<BlockedDevice>,
}

/// A device that was blocked at some time. The guide calls it a `CustomerDevice` without listing its fields; what is
/// not in [`CustomerDevice`](crate::CustomerDevice) is INFERRED.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockedDevice {
    /// Opaque, and holds a `#`.
    pub device_uri: DeviceUri,
    /// Platform, where it is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_type_unique_name: Option<DeviceType>,
    /// What its owner calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_name: Option<String>,
    /// Whether it is switched on: independent of the block.
    #[serde(
        default,
        deserialize_with = "crate::text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub active: Option<bool>,
    /// Whether it is blocked now, where it is stated.
    #[serde(
        default,
        alias = "block",
        deserialize_with = "crate::text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub blocked: Option<bool>,
    /// When it was last blocked.
    #[serde(default, deserialize_with = "crate::instant::optional", skip_serializing_if = "Option::is_none")]
    pub blocked_date: Option<Instant>,
}
