//! Balance adjustments.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    identifiers::PostedOperation,
    stamp,
    triplet::{NewOperation, OriginalOperation},
    words::ReversalReason,
};
use crate::{
    identifier::{AccountReference, ExternalOperationReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
};

/// Adjusts the balance of an account.
///
/// Source: named in passing (seed 004:2780); path and fields public. The portal does not call it yet. Errors: 400
/// (currency, value or reference refused), 401, 403, 404, 500, 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostBalanceAdjustmentOperation {
    /// The account.
    pub account_reference: AccountReference,
    /// From the issuer's list: `DISPUTE_ADJUSTMENT`. The public specification ends this key with a blank.
    #[serde(rename = "balanceAdjustmentReason ", alias = "balanceAdjustmentReason")]
    pub balance_adjustment_reason: String,
    /// Free text that the customer may see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// First of the three facts that name the new operation: when it is made.
    #[serde(with = "stamp")]
    pub external_operation_date: Instant,
    /// Second: made once per intent.
    pub external_operation_reference: ExternalOperationReference,
    /// Third: which system posts it. Free text.
    pub external_operation_service_poster: String,
    /// The issuer's code for this kind of operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_operation_code: Option<String>,
    /// Debit positive, credit negative; the account's currency.
    pub reference_amount: Amount,
    /// From when it counts; left out, the external date, or today when that is past.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub value_date: Option<Instant>,
    /// Free facts under the issuer's labels, passed through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specific_fields: Option<BTreeMap<String, String>>,
}

impl Operation for PostBalanceAdjustmentOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec = issuing(
        "postBalanceAdjustmentOperation",
        Method::Post,
        "/accounts/{accountReference}/post-balance-adjustment-operation",
    )
    .from_seed("004:2780")
    .asks(Action::Money)
    .settled_by(Settlement::InquireTriplet)
    .idempotent()
    .used_by(UsedBy::InPassing)
    .carries(Carries::Nothing);
}

/// Takes back a balance adjustment, in full or in part.
///
/// Source: named in passing (seed 004:2780); path and fields public. The portal does not call it yet. Errors: 400
/// (currency, value or reference refused), 401, 403, 404, 500, 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReverseBalanceAdjustmentOperation {
    /// The account.
    pub account_reference: AccountReference,
    /// The one documented reason.
    pub reversal_reason: ReversalReason,
    /// Free text that the customer may see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The original's `externalOperationDate`.
    #[serde(with = "stamp")]
    pub external_matching_operation_date: Instant,
    /// The original's `externalOperationReference`.
    pub external_matching_operation_reference: ExternalOperationReference,
    /// The original's `externalOperationServicePoster`.
    pub external_matching_operation_service_poster: String,
    /// Only for a partial reversal, with the opposite sign; without it the whole amount is reversed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference_amount: Option<Amount>,
    /// First of the three facts that name the new operation: when it is made.
    #[serde(with = "stamp")]
    pub external_operation_date: Instant,
    /// Second: made once per intent.
    pub external_operation_reference: ExternalOperationReference,
    /// Third: which system posts it. Free text.
    pub external_operation_service_poster: String,
    /// Free facts under the issuer's labels, passed through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specific_fields: Option<BTreeMap<String, String>>,
}

impl ReverseBalanceAdjustmentOperation {
    /// Takes back the whole of an operation of this account.
    pub fn of(account_reference: AccountReference, original: OriginalOperation, reversal: NewOperation) -> Self {
        Self {
            account_reference,
            reversal_reason: ReversalReason::OnDemand,
            description: None,
            external_matching_operation_date: original.date,
            external_matching_operation_reference: original.reference,
            external_matching_operation_service_poster: original.service_poster,
            reference_amount: None,
            external_operation_date: reversal.date,
            external_operation_reference: reversal.reference,
            external_operation_service_poster: reversal.service_poster,
            specific_fields: None,
        }
    }
}

impl Operation for ReverseBalanceAdjustmentOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec = issuing(
        "reverseBalanceAdjustmentOperation",
        Method::Post,
        "/accounts/{accountReference}/reverse-balance-adjustment-operation",
    )
    .from_seed("004:2780")
    .asks(Action::Money)
    .settled_by(Settlement::InquireTriplet)
    .idempotent()
    .used_by(UsedBy::InPassing)
    .carries(Carries::Nothing);
}
