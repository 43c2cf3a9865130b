//! Changing what overrides an authorization restriction, and ending it. Public: no seed names it.

use serde::{Deserialize, Serialize};

use super::{change::Change, restriction_override::AuthorizationRestrictionOverrideConfirmed};
use crate::{
    identifier::{AccountReference, AuthorizationRestrictionOverrideReference, AuthorizationRestrictionReference},
    instant::Instant,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
    operations::issuing::operations::stamp,
};

/// Changes an override. Although it is sent with PUT, only what is given changes, and null puts back what stands above
/// the override.
///
/// Source: public. Errors: 400 when another one with the same priority counts at the same time, 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateAuthorizationRestrictionOverride {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub authorization_restriction_reference: AuthorizationRestrictionReference,
    /// In the path.
    pub authorization_restriction_override_reference: AuthorizationRestrictionOverrideReference,
    /// From when, in whole seconds and UTC.
    #[serde(default, serialize_with = "stamp::change", skip_serializing_if = "Change::is_keep")]
    pub activation_start_time: Change<Instant>,
    /// Until when.
    #[serde(default, serialize_with = "stamp::change", skip_serializing_if = "Change::is_keep")]
    pub activation_end_time: Change<Instant>,
    /// Whether to apply the rule.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub condition_check: Change<bool>,
    /// What to apply it to; none may hold a comma or begin or end with a blank.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub condition_parameters: Change<Vec<String>>,
    /// 0 to 9999: which one wins among those that count at the same time.
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub priority: Change<u16>,
}

/// Ends an override: what stands above it counts again.
///
/// Source: public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteAuthorizationRestrictionOverride {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub authorization_restriction_reference: AuthorizationRestrictionReference,
    /// In the path.
    pub authorization_restriction_override_reference: AuthorizationRestrictionOverrideReference,
}

impl Operation for UpdateAuthorizationRestrictionOverride {
    type Family = Issuing;
    type Answer = AuthorizationRestrictionOverrideConfirmed;
    const SPEC: Spec = sets("updateAuthorizationRestrictionOverride", Method::Put);
}

impl Operation for DeleteAuthorizationRestrictionOverride {
    type Family = Issuing;
    type Answer = AuthorizationRestrictionOverrideConfirmed;
    const SPEC: Spec = sets("deleteAuthorizationRestrictionOverride", Method::Delete);
}

/// What is done to one override, which is read afterwards.
const fn sets(name: &'static str, method: Method) -> Spec {
    issuing(
        name,
        method,
        concat!(
            "/accounts/{accountReference}/authorization-restrictions/{authorizationRestrictionReference}",
            "/authorization-restriction-overrides/{authorizationRestrictionOverrideReference}"
        ),
    )
    .from_public_original()
    .asks(Action::Money)
    .repeatable_after_read()
    .settled_by(Settlement::ReadState)
    .used_by(UsedBy::RepWithCare)
    .carries(Carries::Nothing)
}
