//! `POST /disputes/{disputeFolderReference}/generate-chargeback`, seed 004:1994-2046.

use serde::{Deserialize, Serialize};

use super::document::{DocumentData, DocumentType};
use crate::{
    identifier::{DisputeFolderReference, SchemeCaseId},
    instant::{self, Instant},
    issuing::Issuing,
    money::Amount,
    open_enum,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
};

/// Sends a chargeback to the scheme, at once and for good. For Visa a scenario is stated, for Mastercard a reason code.
///
/// Source: seed 004:1994; when what is required is public. Errors: 400 for an unknown scenario or code and for a
/// missing document or duplicate; 404.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GenerateChargeback {
    /// In the path.
    pub dispute_folder_reference: DisputeFolderReference,
    /// How much.
    pub chargeback_type: ChargebackType,
    /// How much exactly, for a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chargeback_amount: Option<Amount>,
    /// Why, for Visa.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chargeback_scenario: Option<ChargebackScenario>,
    /// Why, for Mastercard: a code of its own lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<String>,
    /// The proof; required for two of the scenarios.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chargeback_document: Option<ChargebackDocument>,
    /// The transaction that is not disputed; required for a duplicate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicated_transaction_identifier: Option<String>,
}

impl Operation for GenerateChargeback {
    type Family = Issuing;
    type Answer = GeneratedChargeback;
    const SPEC: Spec =
        issuing("generateChargeback", Method::Post, "/disputes/{disputeFolderReference}/generate-chargeback")
            .from_seed("004:1994")
            .path_from(PathSource::Seed("004:2014"))
            .asks(Action::Money)
            .settled_by(Settlement::ReadFolder)
            .used_by(UsedBy::RepWithCare)
            .carries(Carries::Nothing);
}

open_enum! {
    /// How much is charged back (public).
    pub enum ChargebackType {
        /// The reconciliation amount.
        Full = "FULL",
        /// The stated amount.
        Partial = "PARTIAL",
        /// Twice the reconciliation amount: where the merchant debited instead of refunding.
        High = "HIGH",
    }
}

open_enum! {
    /// Why, for Visa. Any other word is refused (public).
    pub enum ChargebackScenario {
        /// 10: fraud in e-commerce. Needs a document.
        EcommerceFraud = "VISECOMFRAUD",
        /// 12.6: processed twice. Needs the other transaction.
        DuplicateProcessing = "VISDUPLIC",
        /// 13.9: no cash came out. Needs a document.
        NonReceiptOfCash = "VISNOCASH",
    }
}

impl ChargebackScenario {
    /// Whether the scheme wants a document with it.
    pub fn needs_document(&self) -> bool {
        matches!(self, Self::EcommerceFraud | Self::NonReceiptOfCash)
    }
}

/// The proof of a chargeback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChargebackDocument {
    /// The document itself.
    pub data: DocumentData,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: DocumentType,
    /// What the event says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What the file is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
}

/// What the scheme was told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GeneratedChargeback {
    /// When; its offset has no colon (seed 004:2043).
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
    /// The case at the scheme, where it took it at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme_case_id: Option<SchemeCaseId>,
}
