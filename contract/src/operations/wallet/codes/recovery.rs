//! The code that authorises one reset of a password or passcode.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    open_enum,
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    operations::wallet::NOT_EXTERNAL,
    secret::Secret,
    wallet::Wallet,
};

/// Makes a code with which the caller may reset one credential, once. Each call may make another code.
///
/// Source: seed 002:420. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveRecoveryCode {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Why the credential must be reset.
    pub recovery_type: RecoveryType,
}

impl RetrieveRecoveryCode {
    /// For the wallet that this key names.
    pub fn of(customer: &CustomerKey, recovery_type: RecoveryType) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri, recovery_type }
    }
}

impl Operation for RetrieveRecoveryCode {
    type Family = Wallet;
    type Answer = RetrieveRecoveryCodeAnswer;
    const SPEC: Spec = post("retrieveRecoveryCode", "/customers/security/recovery")
        .from_seed("002:420")
        .path_from(PathSource::Seed("002:424"))
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Credential);
}

/// The code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveRecoveryCodeAnswer {
    /// To be read to the caller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recovery_code: Option<Secret>,
}

/// Checks the code that the caller says. Without a wallet the answer tells whose it is.
///
/// Source: seed 002:65. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthenticateRecoveryCode {
    /// The wallet, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// For which the code was made.
    pub recovery_type: RecoveryType,
    /// What the caller says.
    pub recovery_code: Secret,
}

impl Operation for AuthenticateRecoveryCode {
    type Family = Wallet;
    type Answer = AuthenticateRecoveryCodeAnswer;
    const SPEC: Spec = post("authenticateRecoveryCode", "/customers/security/recovery/authenticate")
        .from_seed("002:65")
        .path_from(PathSource::Seed("002:69"))
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Find)
        .settled_by(Settlement::AskRep)
        .carries(Carries::Nothing);
}

/// Whose code it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AuthenticateRecoveryCodeAnswer {
    /// The wallet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
}

open_enum! {
    /// Why a credential must be reset (seed 002:82-86).
    pub enum RecoveryType {
        /// The caller no longer knows the password.
        ForgotPassword = "FORGOT_PASSWORD",
        /// The caller no longer knows the passcode.
        ForgotPasscode = "FORGOT_PASSCODE",
        /// The password is too old.
        ExpiredPassword = "EXPIRED_PASSWORD",
    }
}
