//! What is put into a dispute folder, and what the gateway says of each part. The keys are the same whether a part
//! comes with its folder or later.

use serde::{Deserialize, Serialize};

use super::document::{DocumentData, DocumentType};
use crate::{
    instant::{self, Instant},
    money::Amount,
    text_bool,
};

/// Money to book because of a dispute (seed 004:1925-1936).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewDisputePosting {
    /// What to book; may be negative.
    pub posting_amount: Amount,
    /// Among the issuer's own words: `ISSUER_ACCOUNT` writes off, `Cardholder Account` refunds.
    pub posting_type_reference: String,
    /// What the statement says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Whether to change the cardholder's account at once.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub immediate_reimbursement: Option<bool>,
}

/// A note to add (seed 004:1937-1942).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewDisputeEvent {
    /// Among the issuer's own words: usually `Comment`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// A document to attach (seed 004:1943-1950).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewDisputeDocument {
    /// The document itself.
    pub data: DocumentData,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: DocumentType,
    /// What the file is called: for Mastercard at most 16 letters and digits (public).
    pub file_name: String,
    /// What the event says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Which kind of document, among the issuer's own (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_type_id: Option<String>,
}

/// A posting that was made (seed 004:1968-1978).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostingAdded {
    /// What was booked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posting_amount: Option<Amount>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posting_type_reference: Option<String>,
    /// When.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
}

/// A note that was added (seed 004:1979-1984).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EventAdded {
    /// What kind.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// When.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
}

/// A document that was attached (seed 004:1985-1990).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentAdded {
    /// What the file is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// Which kind of document (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_type_id: Option<String>,
    /// When.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
}
