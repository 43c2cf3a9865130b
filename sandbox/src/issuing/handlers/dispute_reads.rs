//! Dispute folders are read: by folder, by the issuer's own reference, by operation, by transaction and by card.

use contract::{
    CardReference, Rows,
    operations::issuing::disputes::{
        Dispute, DisputePart, ListCardDisputes, RetrieveDispute, RetrieveDisputeByExternalReference,
        RetrieveDisputeByOperation, RetrieveDisputeByTransaction,
    },
};

use super::super::{disputes::Folder, numbers::AccountCode, plan::Plan};
use crate::{arguments::DisputesFrom, handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<RetrieveDispute> for World {
    fn concerns(&self, request: &RetrieveDispute) -> Result<Vec<PersonNumber>, Refusal> {
        self.folder(request.dispute_folder_reference.as_str()).map(|folder| vec![folder.account.person])
    }

    fn handle(&mut self, request: RetrieveDispute, _: &[PersonNumber]) -> Result<Dispute, Refusal> {
        let folder = self.folder(request.dispute_folder_reference.as_str())?;
        Ok(with_parts(&folder.dispute, &request.embed))
    }
}

impl Handle<RetrieveDisputeByOperation> for World {
    fn concerns(&self, request: &RetrieveDisputeByOperation) -> Result<Vec<PersonNumber>, Refusal> {
        self.makes_disputes_from(DisputesFrom::Operations)?;
        let reference = request.external_operation_reference.as_str();
        let disputed = self.issuing.disputes.about(reference).map(|folder| folder.account);
        let owner = disputed.or_else(|| self.operation_abroad(reference).map(|(plan, _)| plan.number));
        owner.map(|owner| vec![owner.person]).ok_or_else(not_disputed)
    }

    fn handle(&mut self, request: RetrieveDisputeByOperation, _: &[PersonNumber]) -> Result<Dispute, Refusal> {
        let folder = self.issuing.disputes.about(request.external_operation_reference.as_str());
        folder.map(|folder| with_parts(&folder.dispute, &request.embed)).ok_or_else(not_disputed)
    }
}

impl Handle<RetrieveDisputeByTransaction> for World {
    fn concerns(&self, request: &RetrieveDisputeByTransaction) -> Result<Vec<PersonNumber>, Refusal> {
        self.makes_disputes_from(DisputesFrom::Transactions)?;
        self.of_transaction(&request.transaction_id).map(|(plan, _)| vec![plan.number.person])
    }

    fn handle(&mut self, request: RetrieveDisputeByTransaction, _: &[PersonNumber]) -> Result<Dispute, Refusal> {
        let (plan, entry) = self.of_transaction(&request.transaction_id)?;
        let folder = self.issuing.disputes.about(&entry.external_reference(plan.code));
        folder.map(|folder| with_parts(&folder.dispute, &request.embed)).ok_or_else(not_disputed)
    }
}

impl Handle<RetrieveDisputeByExternalReference> for World {
    fn concerns(&self, request: &RetrieveDisputeByExternalReference) -> Result<Vec<PersonNumber>, Refusal> {
        self.makes_disputes_from(DisputesFrom::Transactions)?;
        let folder = self.issuing.disputes.made_under(request.issuer_dispute_external_reference.as_str());
        folder.map(|folder| vec![folder.account.person]).ok_or_else(not_disputed)
    }

    fn handle(&mut self, request: RetrieveDisputeByExternalReference, _: &[PersonNumber]) -> Result<Dispute, Refusal> {
        let folder = self.issuing.disputes.made_under(request.issuer_dispute_external_reference.as_str());
        folder.map(|folder| with_parts(&folder.dispute, &request.embed)).ok_or_else(not_disputed)
    }
}

impl Handle<ListCardDisputes> for World {
    fn concerns(&self, request: &ListCardDisputes) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner_of_card(&request.card_reference).map(|person| vec![person])
    }

    fn handle(&mut self, request: ListCardDisputes, _: &[PersonNumber]) -> Result<Rows<Dispute>, Refusal> {
        let folders = self.issuing.disputes.of_card(request.card_reference.as_str());
        Ok(folders.map(|folder| with_parts(&folder.dispute, &request.embed)).collect::<Vec<_>>().into())
    }
}

impl World {
    /// The folder that a path names.
    pub(crate) fn folder(&self, reference: &str) -> Result<&Folder, Refusal> {
        self.issuing
            .disputes
            .named(reference)
            .ok_or_else(|| Refusal::not_found("No Dispute Folder has this reference."))
    }

    fn owner_of_card(&self, card: &CardReference) -> Result<PersonNumber, Refusal> {
        if let Some(folder) = self.issuing.disputes.of_card(card.as_str()).next() {
            return Ok(folder.account.person);
        }
        let account = AccountCode::of_card(card.as_str()).and_then(|(code, _)| self.account_of(code));
        let has_it = |plan: &Plan| plan.cards.iter().any(|one| one.reference == card.as_str());
        account
            .filter(has_it)
            .map(|plan| plan.number.person)
            .ok_or_else(|| Refusal::not_found("No card has this reference."))
    }
}

fn not_disputed() -> Refusal {
    Refusal::not_found("No Dispute Folder has been found.")
}

/// The facts, and of the rest what was asked for.
fn with_parts(dispute: &Dispute, embed: &[DisputePart]) -> Dispute {
    let mut shown = dispute.clone();
    if !embed.contains(&DisputePart::Events) {
        shown.events = None;
    }
    if !embed.contains(&DisputePart::Postings) {
        shown.postings = None;
    }
    if !embed.contains(&DisputePart::Documents) {
        shown.documents = None;
    }
    if !embed.contains(&DisputePart::Messages) {
        shown.messages = None;
    }
    shown
}
