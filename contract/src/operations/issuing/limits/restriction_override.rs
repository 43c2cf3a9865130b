//! Making what overrides an authorization restriction, seed 004:2742-2764; attributes public but for the check.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{AccountReference, AuthorizationRestrictionOverrideReference, AuthorizationRestrictionReference},
    instant::Instant,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
    operations::issuing::{customers::lenient, operations::stamp},
    text_bool,
};

/// Overrides an authorization restriction of an account: blocks what the product allows, or the other way round.
///
/// Source: seed 004:2742. Errors: 400 when another one with the same priority counts at the same time, 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateAuthorizationRestrictionOverride {
    /// In the path.
    pub account_reference: AccountReference,
    /// In the path.
    pub authorization_restriction_reference: AuthorizationRestrictionReference,
    /// From when: at once unless given.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub activation_start_time: Option<Instant>,
    /// Until when: for ever unless given.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub activation_end_time: Option<Instant>,
    /// Whether to apply the rule: true declines (seed 004:2746).
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub condition_check: Option<bool>,
    /// What to apply it to; none may hold a comma or begin or end with a blank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition_parameters: Option<Vec<String>>,
    /// 0 to 9999: which one wins among those that count at the same time. 0 unless given.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub priority: Option<u16>,
}

impl Operation for CreateAuthorizationRestrictionOverride {
    type Family = Issuing;
    type Answer = AuthorizationRestrictionOverrideConfirmed;
    const SPEC: Spec = issuing(
        "createAuthorizationRestrictionOverride",
        Method::Post,
        concat!(
            "/accounts/{accountReference}/authorization-restrictions/{authorizationRestrictionReference}",
            "/authorization-restriction-overrides"
        ),
    )
    .from_seed("004:2742")
    .path_from(PathSource::Seed("004:2754"))
    .asks(Action::Money)
    .settled_by(Settlement::CompareList)
    .used_by(UsedBy::RepWithCare)
    .carries(Carries::Nothing);
}

/// What names an override, and all that a change of one answers (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthorizationRestrictionOverrideConfirmed {
    /// The platform's reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorization_restriction_override_reference: Option<AuthorizationRestrictionOverrideReference>,
}
