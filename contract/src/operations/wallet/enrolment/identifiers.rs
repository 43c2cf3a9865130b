//! Who and where, as the enrolments name them.

use serde::{Deserialize, Serialize};

use crate::identifier::{CustomerUri, DeviceUri, ExternalId};

/// A wallet's owner by either name. The guide calls the type `EntityIdentifier`; its `uri` is public, the other name
/// INFERRED.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct WalletCustomerIdentifier {
    /// The wallet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri: Option<CustomerUri>,
    /// The id in the issuer's own system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
}

/// A device by either name; its `uri` is required (seed 003:1113).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct WalletDeviceIdentifier {
    /// The device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri: Option<DeviceUri>,
    /// The id in the calling system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
}
