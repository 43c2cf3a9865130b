//! `POST /partners/devicetypes/search`, seed 000:111; path public.

use serde::{Deserialize, Serialize};

use crate::{
    device::DeviceType,
    identifier::{IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, PathSource, Spec, post},
    rows::Rows,
    wallet::Wallet,
};

/// Lists the kinds of devices that the issuer supports: why a caller's phone cannot be linked.
///
/// No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveIssuingPartnerDeviceTypes {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
}

impl Operation for RetrieveIssuingPartnerDeviceTypes {
    type Family = Wallet;
    type Answer = RetrieveIssuingPartnerDeviceTypesAnswer;
    const SPEC: Spec = post("retrieveIssuingPartnerDeviceTypes", "/partners/devicetypes/search")
        .from_seed("000:111")
        .path_from(PathSource::Public)
        .asks(Action::Find)
        .carries(Carries::Nothing)
        .reads();
}

/// The supported kinds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveIssuingPartnerDeviceTypesAnswer {
    /// Its name is INFERRED from the public data object `DeviceTypesInfo`.
    pub device_types_info: Rows<DeviceTypeInfo>,
}

/// One kind of device. Fields INFERRED; the first follows from seed 003:321.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeviceTypeInfo {
    /// Its platform.
    pub device_type_unique_name: DeviceType,
    /// In the issuer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}
