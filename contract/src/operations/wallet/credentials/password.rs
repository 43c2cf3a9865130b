//! The password of a wallet.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, put},
    operations::wallet::NOT_EXTERNAL,
    secret::Secret,
    wallet::{Confirmed, Wallet},
};

/// Sets a new password with a recovery code that was made for it.
///
/// Source: seed 000:85; attributes public, `customerUri` INFERRED from `authenticateRecoveryCode`. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ResetCustomerPassword {
    /// The wallet, where it is known: the code names it too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// What authorises the reset.
    pub recovery_code: Secret,
    /// What the owner chose.
    pub new_password: Secret,
}

impl Operation for ResetCustomerPassword {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = put("resetCustomerPassword", "/customers/security/password")
        .from_seed("000:85")
        .path_from(PathSource::Public)
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// Replaces a password that is too old by a new one, for a caller who knows the old one.
///
/// Source: seed 000:135. Path and attributes INFERRED. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateExpiredCustomerPassword {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The one that expired.
    pub old_password: Secret,
    /// What the owner chose.
    pub new_password: Secret,
}

impl Operation for UpdateExpiredCustomerPassword {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = put("updateExpiredCustomerPassword", "/customers/security/password/expired")
        .from_seed("000:135")
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}
