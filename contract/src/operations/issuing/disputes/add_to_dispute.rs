//! `POST /disputes/{disputeFolderReference}/postings`, `…/events`, `…/documents`, seed 004:2258-2301, and public.

use serde::{Deserialize, Serialize};

use super::{
    document::{DocumentData, DocumentType},
    new_parts::{DocumentAdded, EventAdded, PostingAdded},
};
use crate::{
    identifier::DisputeFolderReference,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
    text_bool,
};

/// Books money because of a dispute: back to the cardholder, or onto an account of the issuer's.
///
/// Source: seed 004:2258. The correlation id makes it safe to repeat (public), yet the folder is read first. Errors:
/// 400, 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateDisputePosting {
    /// In the path.
    pub dispute_folder_reference: DisputeFolderReference,
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

/// Adds a note to a folder: what the caller said, what was sent.
///
/// Source: seed 004:2277. Errors: 400, 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateDisputeEvent {
    /// In the path.
    pub dispute_folder_reference: DisputeFolderReference,
    /// Among the issuer's own words: usually `Comment`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// Attaches a document to a folder.
///
/// Source: seed 004:2289. Errors: 400 for another type than JPEG, TIFF, PDF (or ZIP, for Mastercard); 404.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddDisputeDocument {
    /// In the path.
    pub dispute_folder_reference: DisputeFolderReference,
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

impl Operation for CreateDisputePosting {
    type Family = Issuing;
    type Answer = PostingAdded;
    const SPEC: Spec = issuing("createDisputePosting", Method::Post, "/disputes/{disputeFolderReference}/postings")
        .from_seed("004:2258")
        .asks(Action::Money)
        .settled_by(Settlement::ReadFolder)
        .idempotent()
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

impl Operation for CreateDisputeEvent {
    type Family = Issuing;
    type Answer = EventAdded;
    const SPEC: Spec = issuing("createDisputeEvent", Method::Post, "/disputes/{disputeFolderReference}/events")
        .from_seed("004:2277")
        .asks(Action::Money)
        .settled_by(Settlement::ReadFolder)
        .idempotent()
        .carries(Carries::Nothing);
}

impl Operation for AddDisputeDocument {
    type Family = Issuing;
    type Answer = DocumentAdded;
    const SPEC: Spec = issuing("addDisputeDocument", Method::Post, "/disputes/{disputeFolderReference}/documents")
        .from_seed("004:2289")
        .asks(Action::Money)
        .settled_by(Settlement::ReadFolder)
        .idempotent()
        .carries(Carries::Nothing);
}
