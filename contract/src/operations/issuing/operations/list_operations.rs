//! Operations of an account: the list of a period, and one in full.

use serde::{Deserialize, Serialize};

use super::{account_operation::AccountOperation, operation_details::DetailedOperation, stamp, words::OperationKind};
use crate::{
    identifier::{AccountReference, OperationId, PanReference},
    instant::Instant,
    issuing::Issuing,
    open_enum,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, UsedBy, issuing},
    operations::issuing::customers::lenient,
    rows::Rows,
    text_bool,
};

/// Lists what was posted to an account in a period, page by page, the most important facts of each.
///
/// Source: seed 004:2782-2899; `printOnStatement`, `panReference`, `excludeOperationKinds`, `sort` and `embed` are
/// public. An empty list is 200. Errors: 400, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListOperations {
    /// The account.
    pub account_reference: AccountReference,
    /// From, included; sent in whole seconds with `Z`, although the guide's prose leaves the zone away (seed 004:2811).
    #[serde(with = "stamp::seconds")]
    pub start_time: Instant,
    /// To.
    #[serde(with = "stamp::seconds")]
    pub end_time: Instant,
    /// Number of the page, from 0.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// How many rows a page has; travels as `offset`. A gateway may give 100 at most, whatever is asked for.
    #[serde(
        default,
        rename = "offset",
        deserialize_with = "lenient::whole_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub page_size: Option<u32>,
    /// With the accounts below this one.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub all_account_hierarchy: Option<bool>,
    /// False also lists internal operations that no statement shows, such as rejections.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub print_on_statement: Option<bool>,
    /// Only those of one card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pan_reference: Option<PanReference>,
    /// Documented for `SUBPAYOP` only.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub exclude_operation_kinds: Vec<OperationKind>,
    /// By posting date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<SortDirection>,
    /// With what was before a product change or a reallocation of a corporate card.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub include_original_account: Option<bool>,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<OperationEmbed>,
}

impl ListOperations {
    /// Everything that is listed of an account between two moments, as the gateway lists it unless told otherwise.
    pub fn between(account_reference: AccountReference, start_time: Instant, end_time: Instant) -> Self {
        Self {
            account_reference,
            start_time,
            end_time,
            page: None,
            page_size: None,
            all_account_hierarchy: None,
            print_on_statement: None,
            pan_reference: None,
            exclude_operation_kinds: Vec::new(),
            sort: None,
            include_original_account: None,
            embed: Vec::new(),
        }
    }
}

impl Operation for ListOperations {
    type Family = Issuing;
    type Answer = Rows<AccountOperation>;
    const SPEC: Spec = issuing("listOperations", Method::Get, "/accounts/{accountReference}/operations")
        .from_seed("004:2782")
        .path_from(PathSource::Seed("004:2818"))
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Card);

    fn read_answer(data: &str) -> serde_json::Result<Self::Answer> {
        AccountOperation::listed(data)
    }
}

/// Reads one operation in full: exchange rate, brand, status and, when asked for, the operation to which it belongs and
/// when it was approved.
///
/// Source: seed 004:2901-2988. Errors: 404 no such operation on this account, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveOperation {
    /// The account.
    pub account_reference: AccountReference,
    /// The gateway's own number of 16 digits, not the external reference (seed 004:2917).
    pub operation_id: OperationId,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<OperationEmbed>,
}

impl Operation for RetrieveOperation {
    type Family = Issuing;
    type Answer = DetailedOperation;
    const SPEC: Spec =
        issuing("retrieveOperation", Method::Get, "/accounts/{accountReference}/operations/{operationId}")
            .from_seed("004:2901")
            .path_from(PathSource::Seed("004:2917"))
            .asks(Action::Find)
            .used_by(UsedBy::Rep)
            .carries(Carries::PersonalAndCard);

    /// One object: nothing is gained by reading it in one go first.
    fn read_answer(data: &str) -> serde_json::Result<Self::Answer> {
        serde_json::from_str(data)
    }
}

open_enum! {
    /// What may come with an operation. Travel details (`addendum`) are left out: no screen shows them.
    pub enum OperationEmbed {
        /// The operation to which it belongs; with one operation only.
        ParentOperation = "parentOperation",
        /// When its authorization was approved.
        Authorization = "authorization",
    }
}

open_enum! {
    /// Order of a list.
    pub enum SortDirection {
        /// Oldest first.
        Ascending = "asc",
        /// Newest first.
        Descending = "desc",
    }
}
