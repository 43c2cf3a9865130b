//! `POST /v2/transactions/mobile/additionalprocess`, seed 003:400-460.

use serde::{Deserialize, Serialize};

use super::TenantIdentifier;
use crate::{
    customer::KeyValue,
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    rows::Rows,
    wallet::Wallet,
};

/// Puts a step of its own into a payment, before or after its authorisation.
///
/// A success may hold `PARTIAL_SUCCESS` as one of its details (seed 003:435-438). Errors: 831 failed, with 241, 242,
/// 250 or 304 as the reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvokeAdditionalProcess {
    /// Whose app; called `tenant` elsewhere.
    pub tenant_identifier: TenantIdentifier,
    /// What the step needs.
    pub additional_process_info: AdditionalProcessInfo,
}

impl Operation for InvokeAdditionalProcess {
    type Family = Wallet;
    type Answer = InvokeAdditionalProcessAnswer;
    const SPEC: Spec = post("invokeAdditionalProcess", "/v2/transactions/mobile/additionalprocess")
        .from_seed("003:400")
        .path_from(PathSource::Seed("003:404"))
        .asks(Action::Money)
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::PersonalAndCard)
        .with_details();
}

/// What the step told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct InvokeAdditionalProcessAnswer {
    /// Whose app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_identifier: Option<TenantIdentifier>,
    /// Need not hold what was sent (seed 003:426).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_process_info: Option<AdditionalProcessInfo>,
}

/// Keys and values of a step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AdditionalProcessInfo {
    /// A key may repeat.
    pub additional_information: Rows<KeyValue>,
}
