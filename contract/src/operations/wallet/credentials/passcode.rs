//! The short code with which a wallet's owner opens the app.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, put},
    operations::wallet::NOT_EXTERNAL,
    secret::Secret,
    wallet::{Confirmed, Wallet},
};

/// Sets a new passcode with a recovery code that was made for it.
///
/// Source: seed 000:81 (listed twice, 000:83, as one operation); attributes public, `customerUri` INFERRED from
/// `authenticateRecoveryCode`. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ResetCustomerPasscode {
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
    pub new_passcode: Secret,
}

impl Operation for ResetCustomerPasscode {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = put("resetCustomerPasscode", "/customers/security/passcode")
        .from_seed("000:81")
        .path_from(PathSource::Public)
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// Sets a new passcode for a caller, without a recovery code.
///
/// Source: seed 000:131. Path and attributes INFERRED; the new code has the name that the reset gives it, since no type
/// here has a place for a PIN. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerPIN {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// What the owner chose.
    pub new_passcode: Secret,
}

impl Operation for UpdateCustomerPIN {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = put("updateCustomerPIN", "/customers/security/pin")
        .from_seed("000:131")
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}
