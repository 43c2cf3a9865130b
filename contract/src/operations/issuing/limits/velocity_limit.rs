//! `/accounts/{accountReference}/velocity-limits`, seed 004:2528-2638.

use serde::{Deserialize, Serialize};

use super::{origin::LimitOrigin, override_time::OverrideTime};
use crate::{
    identifier::{AccountReference, IssuerId, VelocityLimitOverrideReference, VelocityLimitReference},
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, issuing},
    operations::issuing::customers::lenient,
    rows::Rows,
    text_bool,
};

/// Lists how much and how often an account may be used in a time: at machines, in shops, in e-commerce, without
/// contact.
///
/// Source: seed 004:2582, which prints one item instead of the list. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListVelocityLimits {
    /// In the path.
    pub account_reference: AccountReference,
}

/// Reads one of them, with what is used up of it.
///
/// Source: seed 004:2632; the path is public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveVelocityLimit {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub velocity_limit_reference: VelocityLimitReference,
}

impl Operation for ListVelocityLimits {
    type Family = Issuing;
    type Answer = Rows<VelocityLimit>;
    const SPEC: Spec = issuing("listVelocityLimits", Method::Get, "/accounts/{accountReference}/velocity-limits")
        .from_seed("004:2582")
        .path_from(PathSource::Seed("004:2559"))
        .asks(Action::Find)
        .carries(Carries::Nothing);
}

impl Operation for RetrieveVelocityLimit {
    type Family = Issuing;
    type Answer = VelocityLimit;
    const SPEC: Spec = issuing(
        "retrieveVelocityLimit",
        Method::Get,
        "/accounts/{accountReference}/velocity-limits/{velocityLimitReference}",
    )
    .from_seed("004:2632")
    .asks(Action::Find)
    .carries(Carries::Nothing);
}

/// A limit on the sum or the number of authorizations in a time (seed 004:2607-2625), as it counts now; what is used up
/// is public. An amount or a number is missing where it is not checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VelocityLimit {
    /// Which limit it is.
    pub velocity_limit_identifier: VelocityLimitIdentifier,
    /// The issuer; to be removed in public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// In words: "E-commerce".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The highest sum; 0 declines everything. Up to 10^18 minor units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_amount: Option<Amount>,
    /// Where that comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_amount_origin: Option<LimitOrigin>,
    /// Whether it is checked.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub maximum_amount_check: Option<bool>,
    /// Where that comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_amount_check_origin: Option<LimitOrigin>,
    /// The highest number.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub maximum_count: Option<i64>,
    /// Where that comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_count_origin: Option<LimitOrigin>,
    /// Whether it is checked.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub maximum_count_check: Option<bool>,
    /// Where that comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_count_check_origin: Option<LimitOrigin>,
    /// The lowest sum; usually negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_amount: Option<Amount>,
    /// Where that comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_amount_origin: Option<LimitOrigin>,
    /// Whether it is checked.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub minimum_amount_check: Option<bool>,
    /// Where that comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_amount_check_origin: Option<LimitOrigin>,
    /// The sum so far; debits are positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The number so far.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// The override in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub velocity_limit_override_reference: Option<VelocityLimitOverrideReference>,
    /// Since when; the key is written in this way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub velocity_limit_override_startdate: Option<OverrideTime>,
    /// Until when; the key is written in this way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub velocity_limit_override_enddate: Option<OverrideTime>,
}

/// What names a velocity limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VelocityLimitIdentifier {
    /// `VELOCITY_LIMIT_ECOM`.
    pub velocity_limit_reference: VelocityLimitReference,
}

impl VelocityLimit {
    /// Whether anything of it comes from an override on this account.
    pub fn is_overridden(&self) -> bool {
        let origins = [
            &self.maximum_amount_origin,
            &self.maximum_amount_check_origin,
            &self.maximum_count_origin,
            &self.maximum_count_check_origin,
            &self.minimum_amount_origin,
            &self.minimum_amount_check_origin,
        ];
        origins.into_iter().flatten().any(|origin| *origin == LimitOrigin::Override)
    }
}
