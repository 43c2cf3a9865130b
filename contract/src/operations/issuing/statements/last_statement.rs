//! The last statement that was made: its money, its operations, and a reprint of it (seed 004:325-496).

use serde::{Deserialize, Serialize};

use super::statement::{ReprintRequested, Statement, StatementEmbed};
use crate::{
    identifier::AccountReference,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
    operations::issuing::{customers::lenient, operations::AccountOperation},
    rows::Rows,
};

/// Reads the last statement of an account. One comes, although the prose speaks of a list (seed 004:338, 353).
///
/// Source: seed 004:325-404, whose printed path lacks its prefix (seed 004:348). Errors: 404 nothing closed yet, 400,
/// 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveLastStatement {
    /// The account.
    pub account_reference: AccountReference,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<StatementEmbed>,
}

impl Operation for RetrieveLastStatement {
    type Family = Issuing;
    type Answer = Statement;
    const SPEC: Spec = issuing("retrieveLastStatement", Method::Get, "/accounts/{accountReference}/statements/last")
        .from_seed("004:325")
        .path_from(PathSource::Seed("004:348"))
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Personal);
}

/// Lists the operations on the last statement.
///
/// Source: seed 004:406-456. Errors: 404 nothing closed yet, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListLastStatementOperations {
    /// The account.
    pub account_reference: AccountReference,
}

impl Operation for ListLastStatementOperations {
    type Family = Issuing;
    type Answer = Rows<AccountOperation>;
    const SPEC: Spec =
        issuing("listLastStatementOperations", Method::Get, "/accounts/{accountReference}/statements/last/operations")
            .from_seed("004:406")
            .path_from(PathSource::Seed("004:422"))
            .asks(Action::Find)
            .used_by(UsedBy::Rep)
            .carries(Carries::Card);

    fn read_answer(data: &str) -> serde_json::Result<Self::Answer> {
        AccountOperation::listed(data)
    }
}

/// Has the last statement printed and sent again. Each request is one more letter: after an unknown outcome the
/// `reprintHistory` is compared.
///
/// Source: seed 004:458-496; sent without a body. Errors: 404 nothing closed yet, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReprintLastStatement {
    /// The account.
    pub account_reference: AccountReference,
}

impl Operation for ReprintLastStatement {
    type Family = Issuing;
    type Answer = ReprintRequested;
    const SPEC: Spec =
        issuing("reprintLastStatement", Method::Post, "/accounts/{accountReference}/statements/last/reprint")
            .from_seed("004:458")
            .path_from(PathSource::Seed("004:476"))
            .asks(Action::Reveal)
            .settled_by(Settlement::CompareList)
            .used_by(UsedBy::Rep)
            .carries(Carries::Nothing);
}
