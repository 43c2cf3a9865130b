//! Who changed an override, and when. Public: no seed names it. Only the paths and these attributes are known of the public
//! specification; whether an entry repeats what the override set is not, so nothing else is read.

use serde::{Deserialize, Serialize};

use super::override_time::OverrideTime;
use crate::{
    identifier::{
        AccountReference, AuthorizationRestrictionOverrideReference, AuthorizationRestrictionReference,
        VelocityLimitOverrideReference, VelocityLimitReference,
    },
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, Spec, issuing},
    rows::Rows,
};

/// Lists the changes of an override of a velocity limit.
///
/// Source: public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListVelocityLimitOverrideHistory {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub velocity_limit_reference: VelocityLimitReference,
    /// In the path.
    pub velocity_limit_override_reference: VelocityLimitOverrideReference,
}

/// Lists the changes of an override of an authorization restriction.
///
/// Source: public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListAuthorizationRestrictionOverrideHistory {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub authorization_restriction_reference: AuthorizationRestrictionReference,
    /// In the path.
    pub authorization_restriction_override_reference: AuthorizationRestrictionOverrideReference,
}

impl Operation for ListVelocityLimitOverrideHistory {
    type Family = Issuing;
    type Answer = Rows<VelocityLimitOverrideChange>;
    const SPEC: Spec = history(
        "listVelocityLimitOverrideHistory",
        concat!(
            "/accounts/{accountReference}/velocity-limits/{velocityLimitReference}",
            "/velocity-limit-overrides/{velocityLimitOverrideReference}/history"
        ),
    );
}

impl Operation for ListAuthorizationRestrictionOverrideHistory {
    type Family = Issuing;
    type Answer = Rows<AuthorizationRestrictionOverrideChange>;
    const SPEC: Spec = history(
        "listAuthorizationRestrictionOverrideHistory",
        concat!(
            "/accounts/{accountReference}/authorization-restrictions/{authorizationRestrictionReference}",
            "/authorization-restriction-overrides/{authorizationRestrictionOverrideReference}/history"
        ),
    );
}

/// A list of changes.
const fn history(name: &'static str, path: &'static str) -> Spec {
    issuing(name, Method::Get, path).from_public_original().asks(Action::Find).carries(Carries::Personal)
}

/// One change of an override of a velocity limit (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VelocityLimitOverrideChange {
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_time: Option<OverrideTime>,
    /// Of which kind, in a word that no list is known of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_type: Option<String>,
    /// Which system asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requestor_reference: Option<String>,
    /// Who asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_reference: Option<String>,
}

/// One change of an override of an authorization restriction (public); by whom is not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthorizationRestrictionOverrideChange {
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_time: Option<OverrideTime>,
    /// Of which kind, in a word that no list is known of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_type: Option<String>,
}
