//! `PUT /v2/customers/devices/block`, seed 003:1234-1278.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    identifier::{DeviceUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, put},
    wallet::Wallet,
};

/// Blocks a device on suspicion of fraud, or lifts the block. Works only for a device that was created on the platform.
///
/// Errors: 304 invalid arguments, 344 device not found (made elsewhere), 386 error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateDeviceBlockStatus {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The device; there is no `customerUri`.
    pub device_uri: DeviceUri,
    /// A real boolean. The answer calls it `block`.
    pub blocked: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audit_info: Option<AuditInfo>,
}

impl UpdateDeviceBlockStatus {
    /// For a device of the wallet that this key names.
    pub fn of(customer: &CustomerKey, device_uri: &DeviceUri, blocked: bool, audit_info: Option<AuditInfo>) -> Self {
        let CustomerKey { issuing_partner_uri, partner_uri, .. } = customer.clone();
        Self { issuing_partner_uri, partner_uri, device_uri: device_uri.clone(), blocked, audit_info }
    }
}

impl Operation for UpdateDeviceBlockStatus {
    type Family = Wallet;
    type Answer = UpdateDeviceBlockStatusAnswer;
    const SPEC: Spec = put("updateDeviceBlockStatus", "/v2/customers/devices/block")
        .from_seed("003:1234")
        .path_from(PathSource::Seed("003:1240"))
        .asks(Action::Unlock)
        .settled_by(Settlement::ReadState)
        .carries(Carries::Nothing)
        .with_details()
        .repeatable_after_read();
}

/// What the device is now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UpdateDeviceBlockStatusAnswer {
    /// The request calls it `blocked`.
    #[serde(deserialize_with = "crate::text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub block: Option<bool>,
}

/// What triggered a change, such as a fraud alert. Fields public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuditInfo {
    /// Where it comes from.
    pub source: String,
    /// The issuer's own code for the reason.
    pub reason_code: String,
    /// The reason in words: no personal data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Names the call in the issuer's own logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correlation_id: Option<String>,
}
