//! Reimbursements: a credit balance goes back to the customer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    identifiers::PostedOperation,
    stamp,
    triplet::{NewOperation, OriginalOperation},
    words::{ReimbursementType, ReversalReason},
};
use crate::{
    identifier::{AccountReference, ExternalOperationReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
    personal::Personal,
};

/// Transfers a credit balance to the customer's bank account.
///
/// Source: named in passing (seed 004:2780); path and fields public. The portal does not call it yet. Errors: 400
/// (currency, value or reference refused), 401, 403, 404, 500, 502. Not stated to be idempotent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostReimbursementOperation {
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
    /// The issuer's code for this kind of operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_operation_code: Option<String>,
    /// Left out, the account's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination_iban: Option<Personal>,
    /// Left out, `MAX`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reimbursement_type: Option<ReimbursementType>,
    /// Must be left out for `FULL`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference_amount: Option<Amount>,
    /// From the issuer's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reimbursement_reason: Option<String>,
    /// Free facts under the issuer's labels, passed through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specific_fields: Option<BTreeMap<String, String>>,
}

impl Operation for PostReimbursementOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec = issuing(
        "postReimbursementOperation",
        Method::Post,
        "/accounts/{accountReference}/post-reimbursement-operation",
    )
    .from_seed("004:2780")
    .asks(Action::Money)
    .settled_by(Settlement::InquireTriplet)
    .used_by(UsedBy::InPassing)
    .carries(Carries::Nothing);
}

/// Takes back a reimbursement, always in full. A beta of the platform's.
///
/// Source: named in passing (seed 004:2780); path and fields public. The portal does not call it yet. Errors: 400
/// (currency, value or reference refused), 401, 403, 404, 500, 502. Not stated to be idempotent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReverseReimbursementOperation {
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

impl ReverseReimbursementOperation {
    /// Takes back the whole of an operation of this account.
    pub fn of(account_reference: AccountReference, original: OriginalOperation, reversal: NewOperation) -> Self {
        Self {
            account_reference,
            reversal_reason: ReversalReason::OnDemand,
            description: None,
            external_matching_operation_date: original.date,
            external_matching_operation_reference: original.reference,
            external_matching_operation_service_poster: original.service_poster,
            external_operation_date: reversal.date,
            external_operation_reference: reversal.reference,
            external_operation_service_poster: reversal.service_poster,
            specific_fields: None,
        }
    }
}

impl Operation for ReverseReimbursementOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec = issuing(
        "reverseReimbursementOperation",
        Method::Post,
        "/accounts/{accountReference}/reverse-reimbursement-operation",
    )
    .from_seed("004:2780")
    .asks(Action::Money)
    .settled_by(Settlement::InquireTriplet)
    .used_by(UsedBy::InPassing)
    .carries(Carries::Nothing);
}
