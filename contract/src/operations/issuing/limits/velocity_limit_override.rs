//! Making and ending what overrides a velocity limit, seed 004:2563-2660; attributes public but for the maximum.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{AccountReference, VelocityLimitOverrideReference, VelocityLimitReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    open_enum,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
    operations::issuing::{customers::lenient, operations::stamp},
    text_bool,
};

/// Overrides a velocity limit of an account. A maximum of 0 declines everything (seed 004:2642). A bound is given exactly
/// where its check is true (public, said of the answer).
///
/// Source: seed 004:2640. Errors: 400 when another override of the limit has the same priority, 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateVelocityLimitOverride {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub velocity_limit_reference: VelocityLimitReference,
    /// From when, in whole seconds and UTC: at once unless given.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub activation_start_time: Option<Instant>,
    /// Until when: for ever unless given.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub activation_end_time: Option<Instant>,
    /// The highest sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_amount: Option<Amount>,
    /// Whether to check it.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub maximum_amount_check: Option<bool>,
    /// The highest number.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub maximum_count: Option<i64>,
    /// Whether to check it.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub maximum_count_check: Option<bool>,
    /// The lowest sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_amount: Option<Amount>,
    /// Whether to check it.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub minimum_amount_check: Option<bool>,
    /// In what time sums and numbers are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_type: Option<PeriodType>,
    /// In how many of those.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub period_length: Option<i64>,
    /// When the first of them begins.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub period_start: Option<i64>,
    /// 0 to 9999: which one wins among those that count at the same time. Called required, and unique among all overrides of
    /// the limit, whenever they count (public); the guide's own request lacks it (seed 004:2655).
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub priority: Option<u16>,
}

/// Ends an override: what stands above it counts again.
///
/// Source: seed 004:2578; the path is public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteVelocityLimitOverride {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub velocity_limit_reference: VelocityLimitReference,
    /// In the path.
    pub velocity_limit_override_reference: VelocityLimitOverrideReference,
}

impl Operation for CreateVelocityLimitOverride {
    type Family = Issuing;
    type Answer = VelocityLimitOverrideIdentifier;
    const SPEC: Spec = issuing(
        "createVelocityLimitOverride",
        Method::Post,
        "/accounts/{accountReference}/velocity-limits/{velocityLimitReference}/velocity-limit-overrides",
    )
    .from_seed("004:2640")
    .path_from(PathSource::Seed("004:2651"))
    .asks(Action::Money)
    .settled_by(Settlement::CompareList)
    .used_by(UsedBy::RepWithCare)
    .carries(Carries::Nothing);
}

impl Operation for DeleteVelocityLimitOverride {
    type Family = Issuing;
    type Answer = VelocityLimitOverrideIdentifier;
    const SPEC: Spec = issuing(
        "deleteVelocityLimitOverride",
        Method::Delete,
        concat!(
            "/accounts/{accountReference}/velocity-limits/{velocityLimitReference}",
            "/velocity-limit-overrides/{velocityLimitOverrideReference}"
        ),
    )
    .from_seed("004:2578")
    .asks(Action::Money)
    .repeatable_after_read()
    .settled_by(Settlement::ReadState)
    .used_by(UsedBy::RepWithCare)
    .carries(Carries::Nothing);
}

open_enum! {
    /// In what time authorizations are counted (public).
    pub enum PeriodType {
        /// Days.
        Day = "Day",
        /// Weeks.
        Week = "Week",
        /// Months.
        Month = "Month",
    }
}

/// What names an override, and all that a change of one answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VelocityLimitOverrideIdentifier {
    /// The platform's reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub velocity_limit_override_reference: Option<VelocityLimitOverrideReference>,
}
