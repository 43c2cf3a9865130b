//! What the platform pushes to a merchant's server, seed 003:937-981. Inbound: nobody here calls it, so it is no
//! [`Operation`](crate::Operation); its facts stand beside it all the same.

use serde::{Deserialize, Serialize};

use super::CheckoutToken;
use crate::{
    free_form::FreeForm,
    identifier::PaydiantReferenceId,
    open_enum,
    operation::{Action, Carries, PathSource, Settlement, Spec, UsedBy, post},
    rows::Rows,
};

/// Tells that a payment has come a step further. Not wrapped, without a header, and without what is null (seed
/// 003:952).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MobileTransactionMetadataPush {
    /// The payment's details.
    pub metadata: FreeForm,
    /// What else belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_meta_data: Option<FreeForm>,
    /// How far the payment is; no words are documented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_status: Option<String>,
    /// The token that began it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkout_token: Option<CheckoutToken>,
    /// Which payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paydiant_reference_id: Option<PaydiantReferenceId>,
    /// What happened elsewhere; one, or several.
    #[serde(default, skip_serializing_if = "Rows::is_empty")]
    pub external_events: Rows<FreeForm>,
}

impl MobileTransactionMetadataPush {
    /// The facts of the call. Its path is the merchant's own, so there is none.
    pub const SPEC: Spec = post("retrieveMobileTransactionMetadata webhook", "")
        .wrapped_as("")
        .from_seed("003:937")
        .path_from(PathSource::Seed("003:943"))
        .asks(Action::Find)
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::Platform)
        .carries(Carries::Nothing)
        .repeatable_after_read();
}

/// The merchant's answer, with HTTP 200. Without it the platform pushes again, so often as was configured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MobileTransactionMetadataReceived {
    /// Whether it was understood.
    pub status_code: PushOutcome,
}

open_enum! {
    /// Whether a push was understood (seed 003:978-981).
    pub enum PushOutcome {
        /// All of it.
        Success = "SUCCESS",
        /// Part of it.
        PartialSuccess = "PARTIAL_SUCCESS",
        /// Nothing of it.
        Failed = "FAILED",
    }
}
