//! Fees by hand: posting one, and taking one back.

use serde::{Deserialize, Serialize};

use super::{
    identifiers::PostedOperation,
    stamp,
    triplet::{NewOperation, OriginalOperation},
    words::{AdjustmentReason, ReversalReason},
};
use crate::{
    identifier::{AccountReference, ExternalOperationReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
};

/// Posts a fee to an account.
///
/// Source: seed 004:2990-3044. `adjustment` is required by the public description and missing in the guide's request:
/// it is always sent, as `false` for a fee that corrects nothing. Errors: 400 (currency, value or reference refused), 401,
/// 403, 404, 500, 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostFeeOperation {
    /// The account.
    pub account_reference: AccountReference,
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
    /// From the list that the issuer agreed on (`choices.feeTypes`), which may hold words that no guide names.
    pub fee_type: String,
    /// Debit positive, credit negative; the account's currency.
    pub reference_amount: Amount,
    /// From when it counts; left out, the external date, or today when that is past.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub value_date: Option<Instant>,
    /// The issuer's code for this kind of operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_operation_code: Option<String>,
    /// Finer, in free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_fee_type: Option<String>,
    /// How often, in free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<String>,
    /// Whether it corrects something that was posted. Required (public description).
    pub adjustment: bool,
    /// Why; only with an adjustment, and then required. The public description ends this key with a blank.
    #[serde(
        default,
        rename = "adjustmentReason ",
        alias = "adjustmentReason",
        skip_serializing_if = "Option::is_none"
    )]
    pub adjustment_reason: Option<AdjustmentReason>,
}

impl Operation for PostFeeOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec = issuing("postFeeOperation", Method::Post, "/accounts/{accountReference}/post-fee-operation")
        .from_seed("004:2990")
        .path_from(PathSource::Seed("004:3010"))
        .asks(Action::Money)
        .settled_by(Settlement::InquireTriplet)
        .idempotent()
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// Takes back a fee, in full or in part.
///
/// Source: seed 004:3046-3102. The prose calls the fee type mandatory; neither the printed body nor the public description
/// has such a field, so it is sent only for an issuer whose configuration says so (`postings.reversalFeeType`). Errors:
/// 400 (currency, value or reference refused), 401, 403, 404, 500, 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReverseFeeOperation {
    /// The account.
    pub account_reference: AccountReference,
    /// The one documented reason.
    pub reversal_reason: ReversalReason,
    /// The original's type, where the issuer asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee_type: Option<String>,
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
}

impl ReverseFeeOperation {
    /// Takes back the whole of an operation of this account.
    pub fn of(account_reference: AccountReference, original: OriginalOperation, reversal: NewOperation) -> Self {
        Self {
            account_reference,
            reversal_reason: ReversalReason::OnDemand,
            fee_type: None,
            description: None,
            external_matching_operation_date: original.date,
            external_matching_operation_reference: original.reference,
            external_matching_operation_service_poster: original.service_poster,
            reference_amount: None,
            external_operation_date: reversal.date,
            external_operation_reference: reversal.reference,
            external_operation_service_poster: reversal.service_poster,
        }
    }

    /// States the amount as the guide does, with the sign turned: a fee of 1500 is reversed by -1500 (seed 004:3076).
    pub fn stating(mut self, posted: &Amount) -> Self {
        let value = posted.value.and_then(i64::checked_neg);
        self.reference_amount = value.map(|value| Amount { value: Some(value), ..posted.clone() });
        self
    }
}

impl Operation for ReverseFeeOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec =
        issuing("reverseFeeOperation", Method::Post, "/accounts/{accountReference}/reverse-fee-operation")
            .from_seed("004:3046")
            .path_from(PathSource::Seed("004:3066"))
            .asks(Action::Money)
            .settled_by(Settlement::InquireTriplet)
            .idempotent()
            .used_by(UsedBy::RepWithCare)
            .carries(Carries::Nothing);
}
