//! The folders that known customers have from the beginning, and the guide's own.

use contract::{
    Instant,
    issuing::Envelope,
    operations::issuing::{
        disputes::{Dispute, DisputeFolderIdentifier, DisputeStatus, NewDisputeDocument, NewDisputeEvent},
        operations::AccountOperation,
    },
};

use super::{
    calendar::{DAY, MINUTE},
    disputes::Folder,
    entry::{Entry, EntryKind},
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
];

/// Whoever has the guide's folder.
const GUIDE: &str = "dispute-guide";
/// The operation of the guide's folder. The guide prints no reference for it.
const GUIDES_DISPUTED: &str = "10000000000263980";
/// The operation that the guide disputes (seed 004:1915).
const GUIDES_UNDISPUTED: &str = "10000000000264015";
/// The card of the guide's folder.
const GUIDES_CARD: &str = "2000000000252082";

impl World {
    pub(super) fn prepare_disputes(&mut self) {
        for (index, seed) in SEEDS.iter().enumerate() {
            if let Some(folder) = self.seeded(seed, index + 1) {
                self.issuing.disputes.folders.push(folder);
            }
        }
        if let Some(plan) = self.first_account(GUIDE) {
            self.account_state_mut(plan.number).by_hand = guides_operations();
            let text = include_str!("../../../contract/samples/issuing-v2/retrieveDispute.response.json");
            let printed: Envelope<Dispute> = serde_json::from_str(text).expect("the guide's folder");
            self.issuing.disputes.folders.push(Folder {
                dispute: printed.data,
                account: plan.number,
                operation: GUIDES_DISPUTED.into(),
                card: plan.cards.first().map(|card| card.reference.clone()),
            });
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

/// The operation of the guide's folder, and the one that the guide disputes in its example. What the guide does not print
/// is made to fit.
fn guides_operations() -> Vec<Entry> {
    let rio = serde_json::json!({
        "issuerId": "1234", "operationIdentifier": { "operationId": "1000000000354726" },
        "operationKind": "TRN", "operationCode": "CASH_WITHDRAWAL", "description": "M.NAME-ATM RIO 076",
        "referenceAmount": euros(21_102), "reconciliationAmount": euros(21_102),
        "transactionAmount": { "value": 21101, "exponent": 2, "isoCode": "BRL" },
        "postingDate": "2022-11-15T18:04:40.000+00:00", "valueDate": "2022-11-14T23:00:00.000+00:00",
        "transactionDate": "2022-11-14T23:00:00.000+00:00", "externalOperationDate": "2022-11-15T18:04:39.000+00:00",
        "externalOperationReference": GUIDES_DISPUTED, "externalOperationServicePoster": "ITP",
        "externalOperationCode": "1037", "reversal": false, "status": "PROCESSED",
        "maskedPan": "454617******0010", "cardIdentifier": { "cardReference": GUIDES_CARD },
        "brand": "VISA", "cardScheme": "VIS", "cardAcceptorName": "M.NAME-ATM", "cardAcceptorCity": "RIO",
        "cardAcceptorCountry": "076", "cardAcceptorIdCode": "CARD1002319 ID", "cardAcceptorZipCode": "17520",
        "acquirerReferenceData": "74689342319113928021101",
    });
    let shop = serde_json::json!({
        "issuerId": "1234", "operationIdentifier": { "operationId": "1000000000354761" },
        "operationKind": "TRN", "operationCode": "NORMAL_PURCHASE", "description": "ELEKTROWELT24 4989555077 276",
        "referenceAmount": euros(7625), "reconciliationAmount": euros(7625), "transactionAmount": euros(7625),
        "postingDate": "2022-12-02T09:12:00.000+00:00", "valueDate": "2022-12-01T23:00:00.000+00:00",
        "transactionDate": "2022-11-30T23:00:00.000+00:00", "externalOperationDate": "2022-12-02T09:11:59.000+00:00",
        "externalOperationReference": GUIDES_UNDISPUTED, "externalOperationServicePoster": "ITP",
        "externalOperationCode": "1035", "reversal": false, "status": "PROCESSED",
        "maskedPan": "454617******0010", "cardIdentifier": { "cardReference": GUIDES_CARD },
        "brand": "VISA", "cardScheme": "VIS", "cardAcceptorName": "ELEKTROWELT24", "cardAcceptorCity": "4989555077",
        "cardAcceptorCountry": "276", "cardAcceptorIdCode": "CARD1002336 ID", "cardAcceptorZipCode": "80331",
        "acquirerReferenceData": "74689342336113928021102",
    });
    [rio, shop].iter().map(|printed| entry(serde_json::from_str(&printed.to_string()).expect("an operation"))).collect()
}

fn euros(value: i64) -> serde_json::Value {
    serde_json::json!({ "value": value, "exponent": 2, "isoCode": "EUR" })
}

fn entry(operation: AccountOperation) -> Entry {
    let millis = |instant: &Option<Instant>| instant.as_ref().map_or(0, Instant::epoch_millis);
    Entry {
        sequence: 0,
        posted: millis(&operation.posting_date),
        external_date: millis(&operation.external_operation_date),
        value_date: millis(&operation.value_date),
        cents: operation.reference_amount.as_ref().and_then(|amount| amount.value).unwrap_or_default(),
        counts: true,
        parent: None,
        kind: EntryKind::AsStated(Box::new(operation)),
    }
}
