//! Bonuses by hand: money or loyalty points.

use serde::{Deserialize, Serialize};

use super::{
    identifiers::{OperationIdentifier, PostedOperation},
    stamp,
    triplet::{NewOperation, OriginalOperation},
};
use crate::{
    identifier::{AccountReference, ExternalOperationReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
    operations::issuing::accounts::LoyaltyPoint,
};

/// Rewards an account, or corrects a reward that was too high, too low or missing.
///
/// Source: seed 004:3144-3165; fields public, path INFERRED from its reversal. Either money or points; the rewarded
/// operation either by its number or by its triplet. Errors: 400 (currency, value or reference refused), 401, 403, 404,
/// 500, 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostBonusOperation {
    /// The account.
    pub account_reference: AccountReference,
    /// The programme, as the issuer defined it.
    pub bonus_program_reference: String,
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
    /// Money: debit positive, credit negative; the account's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference_amount: Option<Amount>,
    /// Or points, with the same signs; the unit is the programme's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loyalty_point_amount: Option<LoyaltyPoint>,
    /// The rewarded operation by its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rewarded_operation_identifier: Option<OperationIdentifier>,
    /// Or by its external reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rewarded_external_matching_operation_reference: Option<ExternalOperationReference>,
    /// And date.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub rewarded_external_matching_operation_date: Option<Instant>,
    /// And poster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rewarded_external_matching_operation_service_poster: Option<String>,
}

impl Operation for PostBonusOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec = issuing("postBonusOperation", Method::Post, "/accounts/{accountReference}/post-bonus-operation")
        .from_seed("004:3144")
        .path_from(PathSource::Inferred)
        .asks(Action::Money)
        .settled_by(Settlement::InquireTriplet)
        .idempotent()
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// Takes back a bonus, always in full.
///
/// Source: seed 004:3167-3177; fields public. Errors: 400 (currency, value or reference refused), 401, 403, 404, 500,
/// 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReverseBonusOperation {
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

impl ReverseBonusOperation {
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

impl Operation for ReverseBonusOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec =
        issuing("reverseBonusOperation", Method::Post, "/accounts/{accountReference}/reverse-bonus-operation")
            .from_seed("004:3167")
            .asks(Action::Money)
            .settled_by(Settlement::InquireTriplet)
            .idempotent()
            .used_by(UsedBy::RepWithCare)
            .carries(Carries::Nothing);
}
