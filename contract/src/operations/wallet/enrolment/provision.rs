//! `POST /v2/customers/devices/wallet`, seed 003:346-398.

use serde::{Deserialize, Serialize};

use super::{NewPaymentAccount, PaymentAccount};
use crate::{
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    operations::wallet::{CustomerProfile, WalletDevice},
    wallet::Wallet,
};

/// Makes customer, device and payment account at once from a profile elsewhere. Reserved for select partners (seed
/// 003:103).
///
/// Errors: 304 invalid arguments, 370 tender not supported, 386, 389 no guest accounts, 523 to 525 the card was
/// declined, does not allow provisioning, or cannot be changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EnrollCustomerAndProvisionCard {
    /// Who.
    pub customer: CustomerProfile,
    /// Where the app runs.
    pub device: WalletDevice,
    /// What is paid with.
    pub payment_account: NewPaymentAccount,
}

impl Operation for EnrollCustomerAndProvisionCard {
    type Family = Wallet;
    type Answer = EnrollCustomerAndProvisionCardAnswer;
    const SPEC: Spec = post("enrollCustomerAndProvisionCard", "/v2/customers/devices/wallet")
        .from_seed("003:346")
        .path_from(PathSource::Seed("003:352"))
        .asks(Action::Money)
        .settled_by(Settlement::ReadReference)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::PersonalAndCard)
        .with_details();
}

/// What was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct EnrollCustomerAndProvisionCardAnswer {
    /// With the platform's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerProfile>,
    /// With the platform's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<WalletDevice>,
    /// With the platform's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_account: Option<PaymentAccount>,
}
