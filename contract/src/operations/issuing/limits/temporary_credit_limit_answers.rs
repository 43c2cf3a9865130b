//! What making and deleting a temporary credit limit answer: the limit, and those of other accounts that the same call made
//! or ended.

use serde::{Deserialize, Serialize};

use super::temporary_credit_limit::TemporaryCreditLimitIdentifier;
use crate::{
    instant::{self, Instant},
    money::Amount,
    operations::issuing::customers::AccountIdentifier,
    rows::Rows,
    text_bool,
};

/// The limit that was made (seed 004:2470-2490); whose it is and what else was made are public.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreatedTemporaryCreditLimit {
    /// Whose limit it is (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// Whether that account is the one on top of its hierarchy (public).
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub root: Option<bool>,
    /// Which limit it is.
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
    /// Those of other accounts that were made by the same call (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub related_temporary_credit_limits: Option<Rows<RelatedTemporaryCreditLimit>>,
}

/// The limit that ended; a removal has a body, too (seed 004:2510). Whose it was and what else ended are public.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeletedTemporaryCreditLimit {
    /// Whose limit it was (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// Whether that account is the one on top of its hierarchy (public).
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub root: Option<bool>,
    /// Which limit it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temporary_credit_limit_identifier: Option<TemporaryCreditLimitIdentifier>,
    /// Those of other accounts that were ended by the same call (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub related_temporary_credit_limits: Option<Rows<RelatedTemporaryCreditLimit>>,
}

/// A temporary limit of another account that the same call made or ended (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RelatedTemporaryCreditLimit {
    /// Whose limit it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// Whether that account is the one on top of its hierarchy.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub root: Option<bool>,
    /// Which limit it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temporary_credit_limit_identifier: Option<TemporaryCreditLimitIdentifier>,
}
