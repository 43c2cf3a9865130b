//! `POST /v2/customers/cards/multistep/cancel`, seed 003:125-169.

use serde::{Deserialize, Serialize};

use super::{WalletCustomerIdentifier, WalletDeviceIdentifier};
use crate::{
    identifier::PaydiantCorrelationId,
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, post},
    wallet::Wallet,
};

/// Clears an enrolment that got stuck, so that its owner can begin anew.
///
/// Errors: 300 failure, 301 no such enrolment, 304 invalid arguments, 386 error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CancelPaymentAccountEnrollment {
    /// Who began it.
    pub customer_identifier: WalletCustomerIdentifier,
    /// Where.
    pub device_identifier: WalletDeviceIdentifier,
    /// Which; from the list of incomplete ones.
    pub paydiant_correlation_id: PaydiantCorrelationId,
}

impl Operation for CancelPaymentAccountEnrollment {
    type Family = Wallet;
    type Answer = CancelPaymentAccountEnrollmentAnswer;
    const SPEC: Spec = post("cancelPaymentAccountEnrollment", "/v2/customers/cards/multistep/cancel")
        .from_seed("003:125")
        .path_from(PathSource::Seed("003:129"))
        .asks(Action::Profile)
        .settled_by(Settlement::ReadState)
        .carries(Carries::Nothing)
        .with_details()
        .repeatable_after_read();
}

/// What was cancelled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CancelPaymentAccountEnrollmentAnswer {
    /// Which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paydiant_correlation_id: Option<PaydiantCorrelationId>,
    /// Whose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_identifier: Option<WalletCustomerIdentifier>,
    /// Where it was begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_identifier: Option<WalletDeviceIdentifier>,
}
