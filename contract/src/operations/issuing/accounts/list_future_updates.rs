//! Scheduled changes of an account: all of them, and one (seed 004:3567-3626).

use serde::{Deserialize, Serialize};

use super::future_update::AccountFutureUpdate;
use crate::{
    identifier::{AccountReference, FutureChangeReference},
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, UsedBy, issuing},
    rows::Rows,
    text_bool,
};

/// Lists the changes of an account that wait for their day, or also those that have happened.
///
/// Source: seed 004:3567-3614. Errors: 404 no such account, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListAccountFutureUpdates {
    /// The account.
    pub account_reference: AccountReference,
    /// With those that have happened.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub all: Option<bool>,
}

impl Operation for ListAccountFutureUpdates {
    type Family = Issuing;
    type Answer = Rows<AccountFutureUpdate>;
    const SPEC: Spec =
        issuing("listAccountFutureUpdates", Method::Get, "/accounts/{accountReference}/account-future-updates")
            .from_seed("004:3567")
            .path_from(PathSource::Seed("004:3587"))
            .asks(Action::Find)
            .used_by(UsedBy::Rep)
            .carries(Carries::Personal);
}

/// Reads one scheduled change.
///
/// Source: seed 004:3616-3626; path public. Errors: 404 no such change, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAccountFutureUpdate {
    /// The account.
    pub account_reference: AccountReference,
    /// The change.
    pub future_change_reference: FutureChangeReference,
}

impl Operation for RetrieveAccountFutureUpdate {
    type Family = Issuing;
    type Answer = AccountFutureUpdate;
    const SPEC: Spec = issuing(
        "retrieveAccountFutureUpdate",
        Method::Get,
        "/accounts/{accountReference}/account-future-updates/{futureChangeReference}",
    )
    .from_seed("004:3616")
    .asks(Action::Find)
    .used_by(UsedBy::Rep)
    .carries(Carries::Personal);
}
