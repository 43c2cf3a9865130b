//! `POST /transactions/{transactionId}/dispute` (public): what replaces `createDispute` on newer platforms.

use serde::{Deserialize, Serialize};

use super::{
    create_dispute::{CreateDispute, CreatedDispute, RefundRedebit},
    new_parts::{NewDisputeDocument, NewDisputeEvent, NewDisputePosting},
};
use crate::{
    identifier::{AuthorizationId, ExternalOperationReference, IssuerDisputeExternalReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
    operations::issuing::operations::stamp,
    text_bool,
};

/// Makes a dispute folder for a transaction, and in the same call books, notes and attaches what belongs to it. Body and
/// answer are those of [`CreateDispute`]; unlike that one it is done once for each correlation id.
///
/// Source: public. Errors: 400 for a reference that was used before, 404 no such transaction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateDisputeFromTransaction {
    /// In the path: what an authorization and a business case call `transactionId`.
    pub transaction_id: AuthorizationId,
    /// Among the issuer's own words: `COUNTERFEIT_CARD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_reason: Option<String>,
    /// Whether the scheme is told of a fraud; not unless given.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub declare_fraud_indicator: Option<bool>,
    /// Made once per intent, and unique per issuer: at most 50 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_dispute_external_reference: Option<IssuerDisputeExternalReference>,
    /// Whether the cardholder gets the money back at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund_redebit_indicator: Option<RefundRedebit>,
    /// How much of it, for a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund_redebit_amount: Option<Amount>,
    /// The value date to state.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub original_value_date: Option<Instant>,
    /// What to book.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dispute_postings: Vec<NewDisputePosting>,
    /// What to note.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dispute_events: Vec<NewDisputeEvent>,
    /// What to attach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dispute_documents: Vec<NewDisputeDocument>,
    /// `DISPUTE_REASON` gives the folder to whoever works on that reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auto_assignment_rule: Option<String>,
}

impl CreateDisputeFromTransaction {
    /// The same dispute, made from a transaction instead of an operation.
    pub fn of(transaction_id: AuthorizationId, dispute: CreateDispute) -> Self {
        let CreateDispute {
            external_operation_reference: _,
            dispute_reason,
            declare_fraud_indicator,
            issuer_dispute_external_reference,
            refund_redebit_indicator,
            refund_redebit_amount,
            original_value_date,
            dispute_postings,
            dispute_events,
            dispute_documents,
            auto_assignment_rule,
        } = dispute;
        Self {
            transaction_id,
            dispute_reason,
            declare_fraud_indicator,
            issuer_dispute_external_reference,
            refund_redebit_indicator,
            refund_redebit_amount,
            original_value_date,
            dispute_postings,
            dispute_events,
            dispute_documents,
            auto_assignment_rule,
        }
    }

    /// The same dispute about the operation of this reference.
    pub fn about(self, external_operation_reference: ExternalOperationReference) -> CreateDispute {
        CreateDispute {
            external_operation_reference,
            dispute_reason: self.dispute_reason,
            declare_fraud_indicator: self.declare_fraud_indicator,
            issuer_dispute_external_reference: self.issuer_dispute_external_reference,
            refund_redebit_indicator: self.refund_redebit_indicator,
            refund_redebit_amount: self.refund_redebit_amount,
            original_value_date: self.original_value_date,
            dispute_postings: self.dispute_postings,
            dispute_events: self.dispute_events,
            dispute_documents: self.dispute_documents,
            auto_assignment_rule: self.auto_assignment_rule,
        }
    }
}

impl Operation for CreateDisputeFromTransaction {
    type Family = Issuing;
    type Answer = CreatedDispute;
    const SPEC: Spec = issuing("createDisputeFromTransaction", Method::Post, "/transactions/{transactionId}/dispute")
        .from_public_original()
        .asks(Action::Money)
        .settled_by(Settlement::ReadReference)
        .idempotent()
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}
