//! `POST /v2/transactions/mobile/cancel`, seed 003:171-214.

use serde::{Deserialize, Serialize};

use super::TenantIdentifier;
use crate::{
    identifier::{CustomerUri, DeviceUniqueId, DeviceUri, PaydiantReferenceId},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    wallet::{Confirmed, Wallet},
};

/// Stops a payment that is under way.
///
/// Errors: 304 invalid arguments, 386 error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CancelMobileTransaction {
    /// Whose app.
    pub tenant: TenantIdentifier,
    /// Whose wallet.
    pub customer_uri: CustomerUri,
    /// On which device; may be the caller's own name for it.
    pub device_uri: DeviceUri,
    /// The manufacturer's name for it.
    pub device_unique_id: DeviceUniqueId,
    /// Which payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paydiant_reference_id: Option<PaydiantReferenceId>,
}

impl Operation for CancelMobileTransaction {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = post("cancelMobileTransaction", "/v2/transactions/mobile/cancel")
        .from_seed("003:171")
        .path_from(PathSource::Seed("003:175"))
        .asks(Action::Money)
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::Nothing)
        .with_details()
        .repeatable_after_read();
}
