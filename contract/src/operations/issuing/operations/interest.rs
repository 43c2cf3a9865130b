//! Interest by hand.

use serde::{Deserialize, Serialize};

use super::{
    identifiers::PostedOperation,
    stamp,
    triplet::{NewOperation, OriginalOperation},
    words::InterestType,
};
use crate::{
    identifier::{AccountReference, ExternalOperationReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
};

/// Posts interest to an account. It counts at once or later, as its value date says.
///
/// Source: seed 004:3179-3195; fields public, but for the value date, which the guide names (004:3193) and the public
/// description does not: sent only when it is given. Errors: 400 (currency, value or reference refused), 401, 403, 404, 500,
/// 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostInterestOperation {
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
    /// Which way it goes; the amount's sign must agree.
    pub interest_type: InterestType,
    /// Debit positive, credit negative; the account's currency.
    pub reference_amount: Amount,
    /// From when it counts in the balance; left out, at once.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub value_date: Option<Instant>,
}

impl Operation for PostInterestOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec =
        issuing("postInterestOperation", Method::Post, "/accounts/{accountReference}/post-interest-operation")
            .from_seed("004:3179")
            .asks(Action::Money)
            .settled_by(Settlement::InquireTriplet)
            .idempotent()
            .used_by(UsedBy::RepWithCare)
            .carries(Carries::Nothing);
}

/// Takes back interest, always in full.
///
/// Source: seed 004:3197-3207; fields public. Errors: 400 (currency, value or reference refused), 401, 403, 404, 500,
/// 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReverseInterestOperation {
    /// The account.
    pub account_reference: AccountReference,
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
}

impl ReverseInterestOperation {
    /// Takes back the whole of an operation of this account.
    pub fn of(account_reference: AccountReference, original: OriginalOperation, reversal: NewOperation) -> Self {
        Self {
            account_reference,
            description: None,
            external_matching_operation_date: original.date,
            external_matching_operation_reference: original.reference,
            external_matching_operation_service_poster: original.service_poster,
            external_operation_date: reversal.date,
            external_operation_reference: reversal.reference,
            external_operation_service_poster: reversal.service_poster,
        }
    }
}

impl Operation for ReverseInterestOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec =
        issuing("reverseInterestOperation", Method::Post, "/accounts/{accountReference}/reverse-interest-operation")
            .from_seed("004:3197")
            .asks(Action::Money)
            .settled_by(Settlement::InquireTriplet)
            .idempotent()
            .used_by(UsedBy::RepWithCare)
            .carries(Carries::Nothing);
}
