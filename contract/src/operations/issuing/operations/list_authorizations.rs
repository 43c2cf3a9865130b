//! Authorizations of an account: the list of a period, and one in full.

use serde::{Deserialize, Serialize};

use super::{authorization::Authorization, stamp};
use crate::{
    identifier::{AccountReference, AuthorizationId},
    instant::Instant,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, Spec, UsedBy, issuing},
    operations::issuing::customers::lenient,
    rows::Rows,
};

/// Lists what the cards of an account were asked for in a period: approved and refused.
///
/// Source: seed 004:3104-3112; path, query and fields public. Errors: 400, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListAuthorizations {
    /// The account.
    pub account_reference: AccountReference,
    /// From, included.
    #[serde(with = "stamp::seconds")]
    pub start_time: Instant,
    /// To, excluded.
    #[serde(with = "stamp::seconds")]
    pub end_time: Instant,
    /// Number of the page, from 0.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// How many rows a page has, at most 100; travels as `offset`.
    #[serde(
        default,
        rename = "offset",
        deserialize_with = "lenient::whole_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub page_size: Option<u32>,
}

impl Operation for ListAuthorizations {
    type Family = Issuing;
    type Answer = Rows<Authorization>;
    const SPEC: Spec = issuing("listAuthorizations", Method::Get, "/accounts/{accountReference}/authorizations")
        .from_seed("004:3104")
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Card);
}

/// Reads one authorization in full. Its period is asked for although the id is unique, so the list's is carried along.
///
/// Source: seed 004:3114-3120; path, query and fields public. Errors: 404 no such authorization in the period, 400,
/// 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAuthorization {
    /// The account.
    pub account_reference: AccountReference,
    /// 18 characters: the list's `transactionId`.
    pub authorization_id: AuthorizationId,
    /// From, included.
    #[serde(with = "stamp::seconds")]
    pub start_time: Instant,
    /// To, excluded.
    #[serde(with = "stamp::seconds")]
    pub end_time: Instant,
}

impl Operation for RetrieveAuthorization {
    type Family = Issuing;
    type Answer = Authorization;
    const SPEC: Spec =
        issuing("retrieveAuthorization", Method::Get, "/accounts/{accountReference}/authorizations/{authorizationId}")
            .from_seed("004:3114")
            .asks(Action::Find)
            .used_by(UsedBy::Rep)
            .carries(Carries::Card);
}
