//! Reading what overrides an authorization restriction. Public: no seed names it.

use serde::{Deserialize, Serialize};

use super::{
    override_time::OverrideTime, priority, restriction::AuthorizationRestrictionIdentifier,
    restriction_override::AuthorizationRestrictionOverrideConfirmed as Identifier,
};
use crate::{
    identifier::{AccountReference, AuthorizationRestrictionOverrideReference, AuthorizationRestrictionReference},
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, Spec, issuing},
    operations::issuing::customers::lenient,
    rows::Rows,
    text_bool,
};

/// Lists the overrides of an authorization restriction: those that count, or all that ever did and will.
///
/// Source: public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListAuthorizationRestrictionOverrides {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub authorization_restriction_reference: AuthorizationRestrictionReference,
    /// Those that do not count now as well.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub all: Option<bool>,
}

/// Reads one of them.
///
/// Source: public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAuthorizationRestrictionOverride {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub authorization_restriction_reference: AuthorizationRestrictionReference,
    /// In the path.
    pub authorization_restriction_override_reference: AuthorizationRestrictionOverrideReference,
}

impl Operation for ListAuthorizationRestrictionOverrides {
    type Family = Issuing;
    type Answer = Rows<AuthorizationRestrictionOverride>;
    const SPEC: Spec = issuing(
        "listAuthorizationRestrictionOverrides",
        Method::Get,
        concat!(
            "/accounts/{accountReference}/authorization-restrictions/{authorizationRestrictionReference}",
            "/authorization-restriction-overrides"
        ),
    )
    .from_public_original()
    .asks(Action::Find)
    .carries(Carries::Nothing);
}

impl Operation for RetrieveAuthorizationRestrictionOverride {
    type Family = Issuing;
    type Answer = AuthorizationRestrictionOverride;
    const SPEC: Spec = issuing(
        "retrieveAuthorizationRestrictionOverride",
        Method::Get,
        concat!(
            "/accounts/{accountReference}/authorization-restrictions/{authorizationRestrictionReference}",
            "/authorization-restriction-overrides/{authorizationRestrictionOverrideReference}"
        ),
    )
    .from_public_original()
    .asks(Action::Find)
    .carries(Carries::Nothing);
}

/// An override of an authorization restriction (public).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthorizationRestrictionOverride {
    /// Which override it is.
    pub authorization_restriction_override_identifier: Identifier,
    /// Which restriction it overrides; an object, despite its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_authorization_restriction_reference: Option<AuthorizationRestrictionIdentifier>,
    /// From when: at once unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activation_start_time: Option<OverrideTime>,
    /// Until when: for ever unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activation_end_time: Option<OverrideTime>,
    /// Whether the rule is applied: true declines; left as it is unless stated.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub condition_check: Option<bool>,
    /// What it is applied to; left as it is unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition_parameters: Option<Vec<String>>,
    /// Which one wins among those that count at the same time; text on the wire.
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
