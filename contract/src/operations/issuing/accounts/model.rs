//! By what rules an account works, and how it is repaid.

use serde::{Deserialize, Serialize};

use crate::open_enum;

/// A model that was chosen for an account: `statementModel`, `M_1234_STATMT_DEFAULT` (seed 004:3668-3689). A list of
/// them is a map of a kind in which a type may come twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AccountModel {
    /// Which kind of rule. The guide shows `reimbursementModel` beside the public nine, so it is plain text.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub model_type: Option<String>,
    /// Which one was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// In a change of fees: which one it replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_model_reference: Option<String>,
}

/// A model that an account is to work by from a day ahead: what falls due (`accountAmountDueModel`) and what is taken
/// (`directDebitAmountModel`) alone can be scheduled (public).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScheduledModel {
    /// Which kind of rule.
    #[serde(rename = "type")]
    pub model_type: String,
    /// Which one is chosen.
    pub reference: String,
}

open_enum! {
    /// Where a case of dunning or of collection stands (public).
    pub enum CaseStatus {
        /// It is open.
        Active = "ACTIVE",
        /// It is over.
        Closed = "CLOSED",
    }
}

open_enum! {
    /// How an account is repaid (public; the guide shows `AUTOPAYMENT`).
    pub enum PaymentMode {
        /// The customer transfers.
        CardholderDetermined = "CARDHOLDER_DETERMINED",
        /// Direct debit.
        Autopayment = "AUTOPAYMENT",
        /// Direct debit, and the issuer confirms it.
        DirectDebitWithConfirmation = "DIRECTDEBIT_WITH_CONFIRMATION",
    }
}
