//! The folders that known customers have from the beginning, and the guide's own.

use contract::{
    issuing::Envelope,
    operations::issuing::disputes::{
        Dispute, DisputeFolderIdentifier, DisputeStatus, NewDisputeDocument, NewDisputeEvent,
    },
};

use super::{
    calendar::{DAY, MINUTE},
    disputable::{self, GUIDES_DISPUTED},
    disputes::Folder,
    entry::EntryKind,
    folders,
    plan::Plan,
    shown_operation::Detail,
};
use crate::world::World;

/// A folder of a known customer: whose, about which of the newest card uses, and why.
struct Seed {
    address: &'static str,
    /// Counted from the newest.
    use_of_card: usize,
    reason: &'static str,
    status: &'static str,
}

const fn seed(address: &'static str, use_of_card: usize, reason: &'static str) -> Seed {
    Seed { address, use_of_card, reason, status: "OPEN" }
}

const SEEDS: &[Seed] = &[
    seed("dispute-scenarios", 1, "BLOCKED_CARD"),
    seed("dispute-scenarios", 2, "DUPLICATE_TRANSACTION"),
    seed("dispute-scenarios", 3, "NO_CASH"),
    seed("dispute-mastercard", 1, "BLOCKED_CARD"),
    Seed { status: "CLOSED", ..seed("dispute-states", 1, "HIGH_AMOUNT") },
    seed("dispute-states", 3, "COUNTERFEIT_CARD"),
    seed("posting-lost", 1, "COUNTERFEIT_CARD"),
    seed("posting-never", 1, "COUNTERFEIT_CARD"),
    seed("posting-late", 1, "COUNTERFEIT_CARD"),
    seed("posting-refused", 1, "COUNTERFEIT_CARD"),
    seed("event-lost", 1, "COUNTERFEIT_CARD"),
    seed("document-lost", 1, "COUNTERFEIT_CARD"),
    seed("chargeback-lost", 1, "BLOCKED_CARD"),
    seed("chargeback-never", 1, "BLOCKED_CARD"),
    seed("folder-fails", 1, "BLOCKED_CARD"),
    seed("disputes-unreadable-row", 1, "BLOCKED_CARD"),
    seed("dispute-high-amount", 1, "HIGH_AMOUNT"),
    seed("dispute-mastercard", 2, "DUPLICATE_TRANSACTION"),
];

/// Whoever has the guide's folder.
const GUIDE: &str = "dispute-guide";
/// Whoever has operations in two directions, of which none is in dispute.
const TWO_DIRECTIONS: &str = "dispute-two-ways";

impl World {
    pub(super) fn prepare_disputes(&mut self) {
        for (index, seed) in SEEDS.iter().enumerate() {
            if let Some(folder) = self.seeded(seed, index + 1) {
                self.issuing.disputes.folders.push(folder);
            }
        }
        if let Some(plan) = self.first_account(GUIDE) {
            self.account_state_mut(plan.number).by_hand = disputable::guides();
            let text = include_str!("../../../contract/samples/issuing-v2/retrieveDispute.response.json");
            let printed: Envelope<Dispute> = serde_json::from_str(text).expect("the guide's folder");
            self.issuing.disputes.folders.push(Folder {
                dispute: printed.data,
                account: plan.number,
                operation: GUIDES_DISPUTED.into(),
                card: plan.cards.first().map(|card| card.reference.clone()),
            });
        }
        if let Some(plan) = self.first_account(TWO_DIRECTIONS) {
            let now = self.now();
            self.account_state_mut(plan.number).by_hand = disputable::of_two_directions(&plan, now);
        }
    }

    fn first_account(&self, address: &str) -> Option<Plan> {
        let person = self.by_email(&format!("{address}@sandbox.example"))?;
        self.accounts_of(person).into_iter().next()
    }

    fn seeded(&self, seed: &Seed, number: usize) -> Option<Folder> {
        let plan = self.first_account(seed.address)?;
        let ledger = self.ledger(&plan);
        let uses = ledger.posted().rev().filter(|entry| matches!(entry.kind, EntryKind::Purchase(_)));
        let entry = uses.into_iter().nth(seed.use_of_card)?;
        let operation = self.show(&plan, entry, Detail::Full);
        let made = (entry.posted + DAY + 4 * MINUTE).min(ledger.now - MINUTE);
        let identifier = DisputeFolderIdentifier {
            dispute_folder_reference: folders::reference(&plan, made, number),
            issuer_dispute_external_reference: Some(format!("SEED-{number:04}").into()),
        };
        let fees = ledger.posted().filter(|fee| fee.parent == Some(entry.sequence)).map(|fee| fee.cents).sum();
        let mut dispute = folders::made(identifier, &operation, fees, made);
        dispute.reason = Some(seed.reason.into());
        dispute.status_code = Some(DisputeStatus::from(seed.status));
        let told = NewDisputeEvent { kind: "Comment".into(), message: Some("Cardholder phone call".into()) };
        folders::note(&mut dispute, &told, made + 8 * MINUTE);
        let letter = NewDisputeDocument {
            data: "JVBERi0xLjcKJeA9eHJlZgo0OTEwOQolJUVPRgo=".to_owned().into(),
            kind: contract::operations::issuing::disputes::DocumentType::Pdf,
            file_name: "statement.pdf".into(),
            label: Some("Cardholder’s statement".into()),
            document_type_id: None,
        };
        folders::attach(&mut dispute, &letter, made + 9 * MINUTE);
        let card = operation.card_identifier.and_then(|card| card.card_reference).map(|card| card.to_string());
        Some(Folder { dispute, account: plan.number, operation: entry.external_reference(plan.code), card })
    }
}
