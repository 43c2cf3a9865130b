//! `GET /accounts/{accountReference}/statements`, seed 004:18-323.

use serde::{Deserialize, Serialize};

use super::statement::{Statement, StatementEmbed};
use crate::{
    identifier::AccountReference,
    instant::Instant,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, UsedBy, issuing},
    operations::issuing::{customers::lenient, operations::stamp},
    rows::Rows,
    text_bool,
};

/// Lists the statements of a paying account, newest first, all of them or those of a period.
///
/// Source: seed 004:18-323; the names of the period and `includeOriginalAccount` are public. An empty list is 200.
/// Errors: 400, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListStatements {
    /// The account.
    pub account_reference: AccountReference,
    /// Closed from, included.
    #[serde(default, with = "stamp::optional_seconds", skip_serializing_if = "Option::is_none")]
    pub period_start_date_time: Option<Instant>,
    /// Closed to, included.
    #[serde(default, with = "stamp::optional_seconds", skip_serializing_if = "Option::is_none")]
    pub period_end_date_time: Option<Instant>,
    /// With what was before a product change or a reallocation of a corporate card.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub include_original_account: Option<bool>,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<StatementEmbed>,
}

impl Operation for ListStatements {
    type Family = Issuing;
    type Answer = Rows<Statement>;
    const SPEC: Spec = issuing("listStatements", Method::Get, "/accounts/{accountReference}/statements")
        .from_seed("004:18")
        .path_from(PathSource::Seed("004:39"))
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Personal);
}
