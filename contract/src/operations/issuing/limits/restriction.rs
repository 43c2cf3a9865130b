//! `/accounts/{accountReference}/authorization-restrictions`, seed 004:2665-2740.

use serde::{Deserialize, Serialize};

use super::origin::LimitOrigin;
use crate::{
    identifier::{AccountReference, AuthorizationRestrictionReference, IssuerId},
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, issuing},
    rows::Rows,
    text_bool,
};

/// Lists where and how an account may not be used: channels, countries, regions, kinds of merchants.
///
/// Source: seed 004:2692, which prints one item instead of the list. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListAuthorizationRestrictions {
    /// In the path.
    pub account_reference: AccountReference,
}

/// Reads one of them.
///
/// Source: seed 004:2725, which prints the making of an override instead; the path is public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAuthorizationRestriction {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub authorization_restriction_reference: AuthorizationRestrictionReference,
}

impl Operation for ListAuthorizationRestrictions {
    type Family = Issuing;
    type Answer = Rows<AuthorizationRestriction>;
    const SPEC: Spec = issuing(
        "listAuthorizationRestrictions",
        Method::Get,
        "/accounts/{accountReference}/authorization-restrictions",
    )
    .from_seed("004:2692")
    .path_from(PathSource::Seed("004:2712"))
    .asks(Action::Find)
    .carries(Carries::Nothing);
}

impl Operation for RetrieveAuthorizationRestriction {
    type Family = Issuing;
    type Answer = AuthorizationRestriction;
    const SPEC: Spec = issuing(
        "retrieveAuthorizationRestriction",
        Method::Get,
        "/accounts/{accountReference}/authorization-restrictions/{authorizationRestrictionReference}",
    )
    .from_seed("004:2725")
    .asks(Action::Find)
    .carries(Carries::Nothing);
}

/// A rule that declines authorizations (seed 004:2715-2722), as it counts now; the parameters are public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthorizationRestriction {
    /// Which restriction it is.
    pub authorization_restriction_identifier: AuthorizationRestrictionIdentifier,
    /// The issuer; to be removed in public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// In words: "Euro European countries off". Trusted more than the guide's prose about it (seed 004:2708, 2727).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether the rule is applied: true declines, false lets through.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub condition_check: Option<bool>,
    /// Where that comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition_check_origin: Option<LimitOrigin>,
    /// What it applies to: countries, kinds of merchants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition_parameters: Option<Vec<String>>,
    /// Where those come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition_parameters_origin: Option<LimitOrigin>,
}

/// What names an authorization restriction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthorizationRestrictionIdentifier {
    /// `RESTRICTION_EURO_EUROPE_OFF`.
    pub authorization_restriction_reference: AuthorizationRestrictionReference,
}

impl AuthorizationRestriction {
    /// What it means for the cardholder. A check that is off restricts nothing, whatever the name says (seed 004:2708).
    pub fn words(&self) -> &'static str {
        match self.condition_check {
            Some(true) => "Blocked",
            Some(false) => "Allowed",
            None => "Not stated",
        }
    }

    /// Whether anything of it comes from an override on this account.
    pub fn is_overridden(&self) -> bool {
        let origins = [&self.condition_check_origin, &self.condition_parameters_origin];
        origins.into_iter().flatten().any(|origin| *origin == LimitOrigin::Override)
    }
}
