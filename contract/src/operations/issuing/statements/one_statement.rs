//! A statement by the stamp at which its cycle closed (seed 004:571-796).
//!
//! The stamp is the one that the list gave, written in whole seconds with `Z` (seed 004:237, 595). A newer description
//! wants `23:59:59` as its time: whoever asks tries the listed stamp first, and on 404 its local day at 23:59:59. One
//! printed reprint names a stamp that is in no list (seed 004:776).

use serde::{Deserialize, Serialize};

use super::statement::{ReprintRequested, Statement, StatementEmbed};
use crate::{
    identifier::AccountReference,
    instant::Instant,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
    operations::issuing::{
        customers::lenient,
        operations::{AccountOperation, OperationKind, stamp},
    },
    rows::Rows,
};

/// Reads one statement.
///
/// Source: seed 004:571-653; `embed` is public. Errors: 404 no cycle closed then, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveStatement {
    /// The account.
    pub account_reference: AccountReference,
    /// When its cycle closed.
    #[serde(with = "stamp::seconds")]
    pub cycle_closure_date: Instant,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<StatementEmbed>,
}

impl Operation for RetrieveStatement {
    type Family = Issuing;
    type Answer = Statement;
    const SPEC: Spec =
        issuing("retrieveStatement", Method::Get, "/accounts/{accountReference}/statements/{cycleClosureDate}")
            .from_seed("004:571")
            .path_from(PathSource::Seed("004:595"))
            .asks(Action::Find)
            .used_by(UsedBy::Rep)
            .carries(Carries::Personal);
}

/// Lists the operations on one statement. Payments come together with their parts, unless these are left out.
///
/// Source: seed 004:655-755, whose printed path holds a stray blank; `excludeOperationKinds` is public. Errors: 404 no
/// cycle closed then, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListStatementOperations {
    /// The account.
    pub account_reference: AccountReference,
    /// When its cycle closed.
    #[serde(with = "stamp::seconds")]
    pub cycle_closure_date: Instant,
    /// Documented for `SUBPAYOP` only.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub exclude_operation_kinds: Vec<OperationKind>,
}

impl Operation for ListStatementOperations {
    type Family = Issuing;
    type Answer = Rows<AccountOperation>;
    const SPEC: Spec = issuing(
        "listStatementOperations",
        Method::Get,
        "/accounts/{accountReference}/statements/{cycleClosureDate}/operations",
    )
    .from_seed("004:655")
    .path_from(PathSource::Seed("004:674"))
    .asks(Action::Find)
    .used_by(UsedBy::Rep)
    .carries(Carries::Card);

    fn read_answer(data: &str) -> serde_json::Result<Self::Answer> {
        AccountOperation::listed(data)
    }
}

/// Has one statement printed and sent again. Each request is one more letter: after an unknown outcome the
/// `reprintHistory` is compared.
///
/// Source: seed 004:757-796; sent without a body. Errors: 404 no cycle closed then, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReprintStatement {
    /// The account.
    pub account_reference: AccountReference,
    /// When its cycle closed.
    #[serde(with = "stamp::seconds")]
    pub cycle_closure_date: Instant,
}

impl Operation for ReprintStatement {
    type Family = Issuing;
    type Answer = ReprintRequested;
    const SPEC: Spec =
        issuing("reprintStatement", Method::Post, "/accounts/{accountReference}/statements/{cycleClosureDate}/reprint")
            .from_seed("004:757")
            .path_from(PathSource::Seed("004:776"))
            .asks(Action::Reveal)
            .settled_by(Settlement::CompareList)
            .used_by(UsedBy::Rep)
            .carries(Carries::Nothing);
}
