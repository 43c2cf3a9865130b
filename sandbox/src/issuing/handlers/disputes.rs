//! Dispute folders are made: from an operation, or on newer platforms from a transaction.

use contract::{
    AuthorizationId, Rows,
    operations::issuing::disputes::{
        CreateDispute, CreateDisputeFromTransaction, CreatedDispute, DisputeFolderIdentifier, DocumentAdded,
        EventAdded, NewDispute, NewDisputePosting, PostingAdded, RefundRedebit,
    },
};

use super::{
    super::{
        calendar::stamp,
        disputes::Folder,
        entry::{Entry, EntryKind},
        folders,
        numbers::AccountCode,
        plan::Plan,
        shown_operation::Detail,
    },
    dispute_parts::{check_document, check_event, check_posting},
};
use crate::{arguments::DisputesFrom, handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

/// What an issuer may write at most (public).
const LONGEST_REFERENCE: usize = 50;
/// The guide's first folder of a day, near enough.
const FIRST_OF_A_DAY: usize = 42;

impl Handle<CreateDispute> for World {
    fn concerns(&self, request: &CreateDispute) -> Result<Vec<PersonNumber>, Refusal> {
        self.makes_disputes_from(DisputesFrom::Operations)?;
        self.may_be_disputed(request.external_operation_reference.as_str(), &request.clone().into_dispute())
    }

    fn handle(&mut self, request: CreateDispute, _: &[PersonNumber]) -> Result<CreatedDispute, Refusal> {
        let reference = request.external_operation_reference.clone();
        self.dispute(reference.as_str(), request.into_dispute())
    }
}

impl Handle<CreateDisputeFromTransaction> for World {
    fn concerns(&self, request: &CreateDisputeFromTransaction) -> Result<Vec<PersonNumber>, Refusal> {
        self.makes_disputes_from(DisputesFrom::Transactions)?;
        let (plan, entry) = self.of_transaction(&request.transaction_id)?;
        self.may_be_disputed(&entry.external_reference(plan.code), &request.clone().into_dispute())
    }

    fn handle(&mut self, request: CreateDisputeFromTransaction, _: &[PersonNumber]) -> Result<CreatedDispute, Refusal> {
        let (plan, entry) = self.of_transaction(&request.transaction_id)?;
        self.dispute(&entry.external_reference(plan.code), request.into_dispute())
    }
}

impl World {
    /// Refuses the way of the other platform, as one does that never had it.
    pub(super) fn makes_disputes_from(&self, from: DisputesFrom) -> Result<(), Refusal> {
        if self.disputes_from == from {
            Ok(())
        } else {
            Err(Refusal::not_found("This platform does not offer this operation."))
        }
    }

    /// The operation that was posted for a transaction: what an authorization and a business case call `transactionId`.
    pub(super) fn of_transaction(&self, transaction: &AuthorizationId) -> Result<(Plan, Entry), Refusal> {
        let account = AccountCode::of_authorization(transaction.as_str());
        let found = account.and_then(|(code, sequence)| {
            let plan = self.account_of(code)?;
            let used = |entry: &&Entry| entry.sequence == sequence && matches!(entry.kind, EntryKind::Purchase(_));
            let entry = self.ledger(&plan).posted().find(used)?.clone();
            Some((plan, entry))
        });
        found.ok_or_else(|| Refusal::not_found("Nothing was posted for this transaction."))
    }

    fn may_be_disputed(&self, reference: &str, request: &NewDispute) -> Result<Vec<PersonNumber>, Refusal> {
        let (plan, entry) =
            self.operation_abroad(reference).ok_or_else(|| Refusal::not_found("No operation has this reference."))?;
        if self.issuing.disputes.about(reference).is_some() {
            return Err(Refusal::bad_request("the operation is in dispute already"));
        }
        let operation = self.show(&plan, &entry, Detail::Full);
        if operation.card_identifier.is_none() {
            return Err(Refusal::bad_request("only what was bought with a card can be disputed"));
        }
        let own = request.issuer_dispute_external_reference.as_ref();
        if own.is_some_and(|own| own.as_str().chars().count() > LONGEST_REFERENCE) {
            return Err(Refusal::bad_request("issuerDisputeExternalReference has more than 50 characters"));
        }
        if own.is_some_and(|own| self.issuing.disputes.made_under(own.as_str()).is_some()) {
            return Err(Refusal::bad_request("issuerDisputeExternalReference was used before"));
        }
        if request.refund_redebit_indicator == Some(RefundRedebit::Partial) && request.refund_redebit_amount.is_none() {
            return Err(Refusal::bad_request("refundRedebitAmount is needed for a part"));
        }
        let visa = plan.wanted.product.scheme().letter == "V";
        request
            .dispute_postings
            .iter()
            .try_for_each(|posting| check_posting(&posting.posting_type_reference, &posting.posting_amount))?;
        request.dispute_events.iter().try_for_each(|event| check_event(&event.kind))?;
        request
            .dispute_documents
            .iter()
            .try_for_each(|document| check_document(&document.data, &document.kind, &document.file_name, visa))?;
        Ok(vec![plan.number.person])
    }

    fn dispute(&mut self, reference: &str, request: NewDispute) -> Result<CreatedDispute, Refusal> {
        let (plan, entry) =
            self.operation_abroad(reference).ok_or_else(|| Refusal::not_found("No operation has this reference."))?;
        let operation = self.show(&plan, &entry, Detail::Full);
        let now = self.now();
        let fees = self.fees_of(&plan, entry.sequence);
        let identifier = DisputeFolderIdentifier {
            dispute_folder_reference: folders::reference(&plan, now, FIRST_OF_A_DAY + self.issuing.disputes.made),
            issuer_dispute_external_reference: request.issuer_dispute_external_reference,
        };
        self.issuing.disputes.made += 1;
        let mut dispute = folders::made(identifier.clone(), &operation, fees, now);
        dispute.reason = request.dispute_reason;
        dispute.original_value_date = request.original_value_date;
        let refund = match request.refund_redebit_indicator {
            Some(RefundRedebit::Full) => operation.reference_amount.clone(),
            Some(RefundRedebit::Partial) => request.refund_redebit_amount,
            _ => None,
        };
        let refund = refund.map(|amount| NewDisputePosting {
            posting_amount: amount,
            posting_type_reference: "Cardholder Account".into(),
            message: Some("Refund".into()),
            immediate_reimbursement: Some(true),
        });
        for posting in refund.iter().chain(&request.dispute_postings) {
            let booked = self.book_posting(&plan, &dispute, posting);
            folders::post(&mut dispute, posting, booked, now + 603);
        }
        request.dispute_events.iter().for_each(|event| folders::note(&mut dispute, event, now + 611));
        request.dispute_documents.iter().for_each(|document| folders::attach(&mut dispute, document, now + 626));
        let card = operation.card_identifier.and_then(|card| card.card_reference).map(|card| card.to_string());
        self.issuing.disputes.folders.push(Folder {
            dispute,
            account: plan.number,
            operation: reference.to_owned(),
            card,
        });
        let postings = request.dispute_postings.into_iter().map(|posting| PostingAdded {
            posting_amount: Some(posting.posting_amount),
            posting_type_reference: Some(posting.posting_type_reference),
            creation_date: Some(stamp(now + 603)),
        });
        let events = request.dispute_events.into_iter();
        let events = events.map(|event| EventAdded { kind: Some(event.kind), creation_date: Some(stamp(now + 611)) });
        let documents = request.dispute_documents.into_iter().map(|document| DocumentAdded {
            file_name: Some(document.file_name),
            document_type_id: document.document_type_id,
            creation_date: Some(stamp(now + 626)),
        });
        Ok(CreatedDispute {
            dispute_folder_identifier: Some(identifier),
            dispute_postings: answered(postings.collect()),
            dispute_events: answered(events.collect()),
            dispute_documents: answered(documents.collect()),
            dispute_folder_internal_id: None,
        })
    }

    /// What the issuer charged for the operation itself.
    fn fees_of(&self, plan: &Plan, operation: u32) -> i64 {
        let ledger = self.ledger(plan);
        let fees = ledger.posted().filter(|entry| entry.parent == Some(operation));
        fees.filter(|entry| matches!(entry.kind, EntryKind::Fee { .. })).map(|entry| entry.cents).sum()
    }
}

/// A part that was not asked for is not answered (seed 004:1968-1990).
fn answered<T>(rows: Vec<T>) -> Option<Rows<T>> {
    (!rows.is_empty()).then(|| rows.into())
}
