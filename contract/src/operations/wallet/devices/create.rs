//! `POST /v2/customers/devices`, seed 003:298-344.

use serde::{Deserialize, Serialize};

use crate::{
    device::DeviceType,
    identifier::{CustomerUri, DeviceUri, ExternalId, IssuingPartnerUri, PartnerUri},
    instant::Instant,
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    wallet::Wallet,
};

/// Makes a device known to the platform and links it with a customer, who is named by exactly one of the two
/// identifiers.
///
/// Errors: 304 invalid arguments, 386 error, 389 no guest devices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateDevice {
    /// The device in the calling system.
    pub device_external_id: ExternalId,
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
    /// Its platform.
    pub device_type_unique_name: DeviceType,
}

impl Operation for CreateDevice {
    type Family = Wallet;
    type Answer = CreateDeviceAnswer;
    const SPEC: Spec = post("createDevice", "/v2/customers/devices")
        .from_seed("003:298")
        .path_from(PathSource::Seed("003:304"))
        .asks(Action::Profile)
        .settled_by(Settlement::CompareList)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::Personal)
        .with_details();
}

/// The device as it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CreateDeviceAnswer {
    /// Not always stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<WalletDevice>,
}

/// A device with both of its names. The guide names the type without listing its fields; they follow from the request
/// (seed 003:311-322), the date is INFERRED.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct WalletDevice {
    /// The platform's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_uri: Option<DeviceUri>,
    /// The calling system's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_external_id: Option<ExternalId>,
    /// Its platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_type_unique_name: Option<DeviceType>,
    /// What its owner calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_name: Option<String>,
    /// Whether it may be used.
    #[serde(deserialize_with = "crate::text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// When it was made.
    #[serde(deserialize_with = "crate::instant::optional", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<Instant>,
}
