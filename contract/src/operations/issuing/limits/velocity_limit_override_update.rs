//! Changing what overrides a velocity limit, seed 004:2577; attributes public.

use serde::{Deserialize, Serialize};

use super::{
    change::Change,
    velocity_limit_override::{PeriodType, VelocityLimitOverrideIdentifier},
};
use crate::{
    identifier::{AccountReference, VelocityLimitOverrideReference, VelocityLimitReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
    operations::issuing::operations::stamp,
};

/// Changes an override. Although it is sent with PUT, only what is given changes, and null puts back what stands above
/// the override (public).
///
/// Source: seed 004:2577; the path is public. Errors: 400, 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateVelocityLimitOverride {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub velocity_limit_reference: VelocityLimitReference,
    /// In the path.
    pub velocity_limit_override_reference: VelocityLimitOverrideReference,
    /// From when, in whole seconds and UTC.
    #[serde(default, serialize_with = "stamp::change", skip_serializing_if = "Change::is_keep")]
    pub activation_start_time: Change<Instant>,
    /// Until when.
    #[serde(default, serialize_with = "stamp::change", skip_serializing_if = "Change::is_keep")]
    pub activation_end_time: Change<Instant>,
    /// The highest sum.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub maximum_amount: Change<Amount>,
    /// Whether to check it.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub maximum_amount_check: Change<bool>,
    /// The highest number.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub maximum_count: Change<i64>,
    /// Whether to check it.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub maximum_count_check: Change<bool>,
    /// The lowest sum.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub minimum_amount: Change<Amount>,
    /// Whether to check it.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub minimum_amount_check: Change<bool>,
    /// In what time sums and numbers are counted.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub period_type: Change<PeriodType>,
    /// In how many of those.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub period_length: Change<i64>,
    /// When the first of them begins.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub period_start: Change<i64>,
    /// 0 to 9999: which one wins among those that count at the same time.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub priority: Change<u16>,
}

impl Operation for UpdateVelocityLimitOverride {
    type Family = Issuing;
    type Answer = VelocityLimitOverrideIdentifier;
    const SPEC: Spec = issuing(
        "updateVelocityLimitOverride",
        Method::Put,
        concat!(
            "/accounts/{accountReference}/velocity-limits/{velocityLimitReference}",
            "/velocity-limit-overrides/{velocityLimitOverrideReference}"
        ),
    )
    .from_seed("004:2577")
    .asks(Action::Money)
    .repeatable_after_read()
    .settled_by(Settlement::ReadState)
    .used_by(UsedBy::RepWithCare)
    .carries(Carries::Nothing);
}
