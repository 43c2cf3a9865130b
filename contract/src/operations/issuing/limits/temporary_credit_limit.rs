//! `/accounts/{accountReference}/temporary-credit-limits`, seed 004:2403-2524.

use serde::{Deserialize, Serialize};

use super::temporary_credit_limit_answers::{CreatedTemporaryCreditLimit, DeletedTemporaryCreditLimit};
use crate::{
    identifier::{AccountReference, TemporaryCreditLimitReference},
    instant::{self, Instant},
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
    operations::issuing::operations::stamp,
    rows::Rows,
    text_bool,
};

/// Lists the temporary credit limits of an account: those that count, or all that ever did.
///
/// Source: seed 004:2403. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListTemporaryCreditLimits {
    /// In the path.
    pub account_reference: AccountReference,
    /// The history as well.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub all: Option<bool>,
}

/// Sets another credit limit for a while: higher or lower than the permanent one, up to what the product allows. The
/// platform does it once for each correlation id (public).
///
/// Source: seed 004:2437; `manageOverlap` and that the end is required are public. Errors: 400 for an overlap unless it is
/// managed, and above the exceptional amount; 404.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateTemporaryCreditLimit {
    /// In the path.
    pub account_reference: AccountReference,
    /// The limit.
    pub temporary_credit_limit_amount: Amount,
    /// From when: at once unless given.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub activation_start_time: Option<Instant>,
    /// Until when; whether that moment still belongs to it is not documented.
    #[serde(with = "stamp")]
    pub activation_end_time: Instant,
    /// What becomes of an overlap with another temporary limit: refused unless true; with true this one wins, and the dates
    /// of the others are adjusted (public).
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub manage_overlap: Option<bool>,
}

/// Ends a temporary credit limit, whether it counts already or not yet.
///
/// Source: seed 004:2492, whose path lacks its beginning (seed 004:2506). Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteTemporaryCreditLimit {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub temporary_credit_limit_reference: TemporaryCreditLimitReference,
}

impl Operation for ListTemporaryCreditLimits {
    type Family = Issuing;
    type Answer = Rows<TemporaryCreditLimit>;
    const SPEC: Spec =
        issuing("listTemporaryCreditLimits", Method::Get, "/accounts/{accountReference}/temporary-credit-limits")
            .from_seed("004:2403")
            .path_from(PathSource::Seed("004:2416"))
            .asks(Action::Find)
            .carries(Carries::Nothing);
}

impl Operation for CreateTemporaryCreditLimit {
    type Family = Issuing;
    type Answer = CreatedTemporaryCreditLimit;
    const SPEC: Spec =
        issuing("createTemporaryCreditLimit", Method::Post, "/accounts/{accountReference}/temporary-credit-limits")
            .from_seed("004:2437")
            .path_from(PathSource::Seed("004:2452"))
            .asks(Action::Money)
            .settled_by(Settlement::CompareList)
            .idempotent()
            .used_by(UsedBy::RepWithCare)
            .carries(Carries::Nothing);
}

impl Operation for DeleteTemporaryCreditLimit {
    type Family = Issuing;
    type Answer = DeletedTemporaryCreditLimit;
    const SPEC: Spec = issuing(
        "deleteTemporaryCreditLimit",
        Method::Delete,
        "/accounts/{accountReference}/temporary-credit-limits/{temporaryCreditLimitReference}",
    )
    .from_seed("004:2492")
    .path_from(PathSource::Seed("004:2506"))
    .asks(Action::Money)
    .repeatable_after_read()
    .settled_by(Settlement::ReadState)
    .used_by(UsedBy::RepWithCare)
    .carries(Carries::Nothing);
}

/// A credit limit for a while.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemporaryCreditLimit {
    /// Which limit it is; without it, it cannot be deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temporary_credit_limit_identifier: Option<TemporaryCreditLimitIdentifier>,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temporary_credit_limit_amount: Option<Amount>,
    /// From when.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub activation_start_time: Option<Instant>,
    /// Until when.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub activation_end_time: Option<Instant>,
}

/// What names a temporary credit limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemporaryCreditLimitIdentifier {
    /// The platform's reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temporary_credit_limit_reference: Option<TemporaryCreditLimitReference>,
}
