//! `/v2/transactions/mobile/token`, seed 003:462-516, 560-605: begins a payment, or gives up before it was scanned.

use serde::{Deserialize, Serialize};

use super::{CheckoutToken, CheckoutTokenType, TenantIdentifier};
use crate::{
    identifier::{CustomerUri, DeviceUniqueId, DeviceUri, PaydiantReferenceId},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    secret::Secret,
    wallet::{Confirmed, Wallet},
};

/// Makes a token that a terminal can scan. A lost one is of no use to anybody; the app makes another.
///
/// Source: seed 003:462. Errors: 304 invalid arguments, 386 error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ObtainMobileDeviceCheckoutToken {
    /// Whose app.
    pub tenant: TenantIdentifier,
    /// Whose wallet.
    pub customer_uri: CustomerUri,
    /// On which device; may be the caller's own name for it.
    pub device_uri: DeviceUri,
    /// The manufacturer's name for it.
    pub device_unique_id: DeviceUniqueId,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkout_token_type: Option<CheckoutTokenType>,
    /// Which payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paydiant_reference_id: Option<PaydiantReferenceId>,
}

impl Operation for ObtainMobileDeviceCheckoutToken {
    type Family = Wallet;
    type Answer = ObtainMobileDeviceCheckoutTokenAnswer;
    const SPEC: Spec = post("obtainMobileDeviceCheckoutToken", "/v2/transactions/mobile/token")
        .from_seed("003:462")
        .path_from(PathSource::Seed("003:466"))
        .asks(Action::Money)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::Credential)
        .with_details();
}

/// The token.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ObtainMobileDeviceCheckoutTokenAnswer {
    /// Not always stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checkout_token: Option<CheckoutToken>,
}

/// Gives a token back that nobody scanned. It cannot be used again.
///
/// Source: seed 003:560. Errors: 304 invalid arguments, 386 error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseMobileDeviceCheckoutToken {
    /// Whose app.
    pub tenant: TenantIdentifier,
    /// Whose wallet.
    pub customer_uri: CustomerUri,
    /// On which device; may be the caller's own name for it.
    pub device_uri: DeviceUri,
    /// The manufacturer's name for it.
    pub device_unique_id: DeviceUniqueId,
    /// The token.
    pub checkout_token_value: Secret,
}

impl Operation for ReleaseMobileDeviceCheckoutToken {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = post("releaseMobileDeviceCheckoutToken", "/v2/transactions/mobile/token/release")
        .from_seed("003:560")
        .path_from(PathSource::Seed("003:566"))
        .asks(Action::Money)
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::Nothing)
        .with_details()
        .repeatable_after_read();
}
