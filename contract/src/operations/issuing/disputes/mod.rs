//! Dispute folders: made, read, added to, and sent to the scheme (seed 004:1866-2301).

mod add_to_dispute;
mod create_dispute;
mod dispute;
mod dispute_parts;
mod document;
mod generate_chargeback;
mod new_parts;
mod reads;

pub use add_to_dispute::{AddDisputeDocument, CreateDisputeEvent, CreateDisputePosting};
pub use create_dispute::{CreateDispute, CreateDisputeFromTransaction, CreatedDispute, NewDispute, RefundRedebit};
pub use dispute::{Dispute, DisputeFolderIdentifier, DisputePart, DisputeStatus};
pub use dispute_parts::{DisputeDocument, DisputeEvent, DisputeMessage, DisputePosting};
pub use document::{DocumentData, DocumentType};
pub use generate_chargeback::{
    ChargebackDocument, ChargebackScenario, ChargebackType, GenerateChargeback, GeneratedChargeback,
};
pub use new_parts::{DocumentAdded, EventAdded, NewDisputeDocument, NewDisputeEvent, NewDisputePosting, PostingAdded};
pub use reads::{
    ListCardDisputes, RetrieveDispute, RetrieveDisputeByExternalReference, RetrieveDisputeByOperation,
    RetrieveDisputeByTransaction,
};
