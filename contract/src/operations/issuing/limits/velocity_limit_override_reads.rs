//! Reading what overrides a velocity limit, seed 004:2572-2580; paths and answers public.

use serde::{Deserialize, Serialize};

use super::{
    override_time::OverrideTime, priority, velocity_limit::VelocityLimitIdentifier,
    velocity_limit_override::VelocityLimitOverrideIdentifier,
};
use crate::{
    identifier::{AccountReference, VelocityLimitOverrideReference, VelocityLimitReference},
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, Spec, issuing},
    operations::issuing::customers::lenient,
    rows::Rows,
    text_bool,
};

/// Lists the overrides of a velocity limit: those that count, or all that ever did and will.
///
/// Source: seed 004:2580; `all` is public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListVelocityLimitOverrides {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub velocity_limit_reference: VelocityLimitReference,
    /// Those that do not count now as well.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub all: Option<bool>,
}

/// Reads one of them.
///
/// Source: seed 004:2576. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveVelocityLimitOverride {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub velocity_limit_reference: VelocityLimitReference,
    /// In the path.
    pub velocity_limit_override_reference: VelocityLimitOverrideReference,
}

impl Operation for ListVelocityLimitOverrides {
    type Family = Issuing;
    type Answer = Rows<VelocityLimitOverride>;
    const SPEC: Spec = issuing(
        "listVelocityLimitOverrides",
        Method::Get,
        "/accounts/{accountReference}/velocity-limits/{velocityLimitReference}/velocity-limit-overrides",
    )
    .from_seed("004:2580")
    .asks(Action::Find)
    .carries(Carries::Nothing);
}

impl Operation for RetrieveVelocityLimitOverride {
    type Family = Issuing;
    type Answer = VelocityLimitOverride;
    const SPEC: Spec = issuing(
        "retrieveVelocityLimitOverride",
        Method::Get,
        concat!(
            "/accounts/{accountReference}/velocity-limits/{velocityLimitReference}",
            "/velocity-limit-overrides/{velocityLimitOverrideReference}"
        ),
    )
    .from_seed("004:2576")
    .asks(Action::Find)
    .carries(Carries::Nothing);
}

/// An override of a velocity limit (public).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VelocityLimitOverride {
    /// Which override it is.
    pub velocity_limit_override_identifier: VelocityLimitOverrideIdentifier,
    /// Which limit it overrides; an object, despite its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_velocity_limit_reference: Option<VelocityLimitIdentifier>,
    /// From when: at once unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activation_start_time: Option<OverrideTime>,
    /// Until when: for ever unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activation_end_time: Option<OverrideTime>,
    /// The highest sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_amount: Option<Amount>,
    /// Whether it is checked.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub maximum_amount_check: Option<bool>,
    /// The highest number.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub maximum_count: Option<i64>,
    /// Whether it is checked.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub maximum_count_check: Option<bool>,
    /// The lowest sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_amount: Option<Amount>,
    /// Whether it is checked.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub minimum_amount_check: Option<bool>,
    /// Which one wins among those that count at the same time: no other override of the limit has the same, whenever it
    /// counts. Text on the wire.
    #[serde(
        default,
        deserialize_with = "lenient::whole_number",
        skip_serializing_if = "Option::is_none",
        serialize_with = "priority::as_text"
    )]
    pub priority: Option<u16>,
    /// Whether it was ended.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}
