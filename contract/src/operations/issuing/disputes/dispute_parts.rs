//! What hangs in a dispute folder. The words for types and statuses are open: some come from the platform, some from
//! the issuer, and the public specification closes none of the lists.

use serde::{Deserialize, Serialize};

use super::document::DocumentData;
use crate::{
    identifier::SchemeCaseId,
    instant::{self, Instant},
    money::Amount,
    text_bool,
};

/// Something that happened to a folder (seed 004:2087-2123).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputeEvent {
    /// `Comment` when a person wrote it, `DISPUTE_INITIATE` and others when the platform did.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Free text; may begin with a comma (seed 004:2107).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Whether it came from outside; not always stated (seed 004:2095).
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub external: Option<bool>,
    /// When. The list is not in this order.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
}

/// Something that was booked because of a dispute (seed 004:2124-2136).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputePosting {
    /// In the currency of the scheme; negative in the guide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posting_amount: Option<Amount>,
    /// `ISSUER_ACCOUNT` and others of the issuer's, `Processing View` of the platform's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posting_type_reference: Option<String>,
    /// What the statement says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Whether the cardholder's account was changed at once.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub immediate_reimbursement: Option<bool>,
    /// The operation of a posting to the cardholder: `TPFPPT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation_reference: Option<String>,
    /// What kind of adjustment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_adjustment_type: Option<String>,
    /// When.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
}

/// Something that was attached (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputeDocument {
    /// What the file is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// As it was declared; the content may be something else (seed 004:2022, 2026).
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What the event says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The document itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<DocumentData>,
    /// When.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
}

/// A message to or from the scheme (seed 004:2138-2163).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputeMessage {
    /// `ORIGINAL`, `FIRSTCHARGEBACK`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// `PROCESSED`, `PENDING_SCHEME`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// When.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
    /// In the currency of the scheme; may be an empty object, which is not 0 (seed 004:2143).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The scheme's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<String>,
    /// What it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code_description: Option<String>,
    /// Whether it was reversed (public).
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub reverse_flag: Option<bool>,
    /// The case at the scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme_case_id: Option<SchemeCaseId>,
}
