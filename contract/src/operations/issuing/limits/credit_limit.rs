//! `/accounts/{accountReference}/credit-limit`, seed 004:2335-2401.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::AccountReference,
    instant::{self, Instant},
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
};

/// Reads the permanent credit limit of an account.
///
/// Source: seed 004:2335. Errors: 404, also for an account without credit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAccountCreditLimit {
    /// In the path.
    pub account_reference: AccountReference,
}

/// Sets the permanent credit limit of an account, within the range that the issuer allows; it counts from the next
/// authorization on.
///
/// Source: seed 004:2360. Errors: 400 outside of the range, 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateAccountCreditLimit {
    /// In the path.
    pub account_reference: AccountReference,
    /// The new limit.
    pub credit_limit_amount: Amount,
}

impl Operation for RetrieveAccountCreditLimit {
    type Family = Issuing;
    type Answer = CreditLimit;
    const SPEC: Spec = issuing("retrieveAccountCreditLimit", Method::Get, "/accounts/{accountReference}/credit-limit")
        .from_seed("004:2335")
        .path_from(PathSource::Seed("004:2346"))
        .asks(Action::Find)
        .carries(Carries::Nothing);
}

impl Operation for UpdateAccountCreditLimit {
    type Family = Issuing;
    type Answer = CreditLimit;
    const SPEC: Spec = issuing("updateAccountCreditLimit", Method::Put, "/accounts/{accountReference}/credit-limit")
        .from_seed("004:2360")
        .path_from(PathSource::Seed("004:2371"))
        .asks(Action::Money)
        .repeatable_after_read()
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// The permanent credit limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreditLimit {
    /// How much; a temporary limit may stand above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_limit_amount: Option<Amount>,
    /// Since when it is that (public); a change does not answer it.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub start_date: Option<Instant>,
}
