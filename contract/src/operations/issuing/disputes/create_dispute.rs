//! `POST /operations/{externalOperationReference}/disputes`, seed 004:1886-1992, and what replaces it on newer platforms:
//! `POST /transactions/{transactionId}/dispute` (public).

use serde::{Deserialize, Serialize};

use super::{
    dispute::DisputeFolderIdentifier,
    new_parts::{DocumentAdded, EventAdded, NewDisputeDocument, NewDisputeEvent, NewDisputePosting, PostingAdded},
};
use crate::{
    identifier::{AuthorizationId, ExternalOperationReference, IssuerDisputeExternalReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    open_enum,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
    operations::issuing::operations::stamp,
    rows::Rows,
    text_bool,
};

/// A dispute is made from an operation, or on newer platforms from a transaction, with the same attributes.
macro_rules! new_dispute {
    (@of $(#[$doc:meta])* $name:ident { $(#[$path_doc:meta])* $path:ident: $reference:ty, }) => {
        new_dispute! { $(#[$doc])* $name { $(#[$path_doc])* $path: $reference, } }

        impl $name {
            /// Makes this dispute from what is named.
            pub fn of($path: $reference, dispute: NewDispute) -> Self {
                let NewDispute { dispute_reason, declare_fraud_indicator, issuer_dispute_external_reference, refund_redebit_indicator, refund_redebit_amount, original_value_date, dispute_postings, dispute_events, dispute_documents, auto_assignment_rule } = dispute;
                Self { $path, dispute_reason, declare_fraud_indicator, issuer_dispute_external_reference, refund_redebit_indicator, refund_redebit_amount, original_value_date, dispute_postings, dispute_events, dispute_documents, auto_assignment_rule }
            }

            /// What is made, without what it is made from.
            pub fn into_dispute(self) -> NewDispute {
                let Self { $path: _, dispute_reason, declare_fraud_indicator, issuer_dispute_external_reference, refund_redebit_indicator, refund_redebit_amount, original_value_date, dispute_postings, dispute_events, dispute_documents, auto_assignment_rule } = self;
                NewDispute { dispute_reason, declare_fraud_indicator, issuer_dispute_external_reference, refund_redebit_indicator, refund_redebit_amount, original_value_date, dispute_postings, dispute_events, dispute_documents, auto_assignment_rule }
            }
        }
    };
    ($(#[$doc:meta])* $name:ident { $($(#[$path_doc:meta])* $path:ident: $reference:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $($(#[$path_doc])* pub $path: $reference,)*
            /// Among the issuer's own words: `COUNTERFEIT_CARD`.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub dispute_reason: Option<String>,
            /// Whether the scheme is told of a fraud; not unless given.
            #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
            pub declare_fraud_indicator: Option<bool>,
            /// Made once per intent, and unique per issuer: at most 50 characters. What finds the folder again when the answer
            /// is lost.
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
    };
}

new_dispute! {
    /// A dispute folder that is to be made, and what belongs to it.
    NewDispute {}
}

new_dispute! {
    @of
    /// Makes a dispute folder for an operation, and in the same call books, notes and attaches what belongs to it.
    ///
    /// Source: seed 004:1886; the attributes around refunds and assignment are public. One call with several parts, of
    /// which none has a status of its own: what is answered is compared with what was sent. Deprecated in public in favour
    /// of [`CreateDisputeFromTransaction`]. Errors: 400 for a reference that was used before, 404.
    CreateDispute {
        /// In the path: the operation's external reference and not its id, although the path says "operations" (seed
        /// 004:1906).
        external_operation_reference: ExternalOperationReference,
    }
}

new_dispute! {
    @of
    /// Makes a dispute folder for a transaction, and in the same call books, notes and attaches what belongs to it. Body and
    /// answer are those of [`CreateDispute`]; unlike that one it is done once for each correlation id.
    ///
    /// Source: public. Errors: 400 for a reference that was used before, 404 no such transaction.
    CreateDisputeFromTransaction {
        /// In the path: what an authorization and a business case call `transactionId`.
        transaction_id: AuthorizationId,
    }
}

impl Operation for CreateDispute {
    type Family = Issuing;
    type Answer = CreatedDispute;
    const SPEC: Spec = issuing("createDispute", Method::Post, "/operations/{externalOperationReference}/disputes")
        .from_seed("004:1886")
        .path_from(PathSource::Seed("004:1917"))
        .asks(Action::Money)
        .settled_by(Settlement::ReadReference)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
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

open_enum! {
    /// Whether a disputed amount goes back at once (public).
    pub enum RefundRedebit {
        /// All of it.
        Full = "FULL",
        /// The stated part.
        Partial = "PARTIAL",
        /// Nothing.
        None = "NONE",
    }
}

/// The folder that was made, and its parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreatedDispute {
    /// Which folder it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_folder_identifier: Option<DisputeFolderIdentifier>,
    /// What was booked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_postings: Option<Rows<PostingAdded>>,
    /// What was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_events: Option<Rows<EventAdded>>,
    /// What was attached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_documents: Option<Rows<DocumentAdded>>,
    /// Another id of the platform's (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_folder_internal_id: Option<String>,
}
