//! The cycle that is still open: its money so far, and what was posted in it (seed 004:498-569, 798-804).

use serde::{Deserialize, Serialize};

use super::statement::Statement;
use crate::{
    identifier::AccountReference,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, UsedBy, issuing},
    operations::issuing::operations::AccountOperation,
    rows::Rows,
};

/// Reads the statement that is to come: its balance so far and its dates. What is due, what was paid and how it ends
/// are not known yet, and not stated.
///
/// Source: seed 004:798-804; path public. Errors: 400, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveNextStatement {
    /// The account.
    pub account_reference: AccountReference,
}

impl Operation for RetrieveNextStatement {
    type Family = Issuing;
    type Answer = Statement;
    const SPEC: Spec = issuing("retrieveNextStatement", Method::Get, "/accounts/{accountReference}/statements/next")
        .from_seed("004:798")
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Personal);
}

/// Lists what was posted since the last closure.
///
/// Source: seed 004:498-569. Errors: 400, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListNextStatementOperations {
    /// The account.
    pub account_reference: AccountReference,
}

impl Operation for ListNextStatementOperations {
    type Family = Issuing;
    type Answer = Rows<AccountOperation>;
    const SPEC: Spec =
        issuing("listNextStatementOperations", Method::Get, "/accounts/{accountReference}/statements/next/operations")
            .from_seed("004:498")
            .path_from(PathSource::Seed("004:514"))
            .asks(Action::Find)
            .used_by(UsedBy::Rep)
            .carries(Carries::Card);

    fn read_answer(data: &str) -> serde_json::Result<Self::Answer> {
        AccountOperation::listed(data)
    }
}
