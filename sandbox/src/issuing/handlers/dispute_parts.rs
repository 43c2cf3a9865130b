//! What is added to a folder: postings, notes, documents, and the chargeback.

use contract::{
    Amount, Instant,
    operations::issuing::{
        disputes::{
            AddDisputeDocument, ChargebackScenario, ChargebackType, CreateDisputeEvent, CreateDisputePosting, Dispute,
            DisputeStatus, DocumentAdded, DocumentData, DocumentType, EventAdded, GenerateChargeback,
            GeneratedChargeback, NewDisputeDocument, NewDisputeEvent, NewDisputePosting, PostingAdded,
        },
        operations::{AdjustmentReason, OperationKind},
    },
};

use super::super::{
    calendar::stamp,
    disputes::Folder,
    entry::Entry,
    folders,
    plan::Plan,
    shown_operation::{Detail, blank, cents},
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

/// Where a posting may go: back to the cardholder (public).
const TO_CARDHOLDER: [&str; 2] = ["Cardholder Account", "POST TO OTHER ACCOUNT"];
/// Or onto an account of the issuer's (public).
const TO_ISSUER: [&str; 5] =
    ["ISSUER_ACCOUNT", "PROFIT AND LOSS", "FRAUD", "FOREIGN_EXCHANGE_FEE", "ADVANCE_EXCHANGE_RATE_DIFFERENCE"];
/// What a rep may note (public: configured per issuer, generally this).
const EVENTS: [&str; 1] = ["Comment"];
/// The first case that the scheme opens (seed 004:2044).
const FIRST_CASE: u64 = 6_064_286_006;

impl Handle<CreateDisputePosting> for World {
    fn concerns(&self, request: &CreateDisputePosting) -> Result<Vec<PersonNumber>, Refusal> {
        let folder = self.open_folder(request.dispute_folder_reference.as_str())?;
        check_posting(&request.posting_type_reference, &request.posting_amount)?;
        Ok(vec![folder.account.person])
    }

    fn handle(&mut self, request: CreateDisputePosting, _: &[PersonNumber]) -> Result<PostingAdded, Refusal> {
        let now = self.now();
        let folder = self.open_folder(request.dispute_folder_reference.as_str())?.clone();
        let posting = NewDisputePosting {
            posting_amount: request.posting_amount,
            posting_type_reference: request.posting_type_reference,
            message: request.message,
            immediate_reimbursement: request.immediate_reimbursement,
        };
        let plan = self.account_numbered(folder.account).ok_or_else(|| Refusal::not_found("The account is gone."))?;
        let booked = self.book_posting(&plan, &folder.dispute, &posting);
        folders::post(self.dispute_mut(&folder)?, &posting, booked, now);
        Ok(PostingAdded {
            posting_amount: Some(posting.posting_amount),
            posting_type_reference: Some(posting.posting_type_reference),
            creation_date: Some(stamp(now)),
        })
    }
}

impl Handle<CreateDisputeEvent> for World {
    fn concerns(&self, request: &CreateDisputeEvent) -> Result<Vec<PersonNumber>, Refusal> {
        let folder = self.open_folder(request.dispute_folder_reference.as_str())?;
        check_event(&request.kind)?;
        Ok(vec![folder.account.person])
    }

    fn handle(&mut self, request: CreateDisputeEvent, _: &[PersonNumber]) -> Result<EventAdded, Refusal> {
        let now = self.now();
        let folder = self.open_folder(request.dispute_folder_reference.as_str())?.clone();
        let event = NewDisputeEvent { kind: request.kind, message: request.message };
        folders::note(self.dispute_mut(&folder)?, &event, now);
        Ok(EventAdded { kind: Some(event.kind), creation_date: Some(stamp(now)) })
    }
}

impl Handle<AddDisputeDocument> for World {
    fn concerns(&self, request: &AddDisputeDocument) -> Result<Vec<PersonNumber>, Refusal> {
        let folder = self.open_folder(request.dispute_folder_reference.as_str())?;
        check_document(&request.data, &request.kind, &request.file_name, folders::is_visa(&folder.dispute))?;
        Ok(vec![folder.account.person])
    }

    fn handle(&mut self, request: AddDisputeDocument, _: &[PersonNumber]) -> Result<DocumentAdded, Refusal> {
        let now = self.now();
        let folder = self.open_folder(request.dispute_folder_reference.as_str())?.clone();
        let document = NewDisputeDocument {
            data: request.data,
            kind: request.kind,
            file_name: request.file_name,
            label: request.label,
            document_type_id: request.document_type_id,
        };
        folders::attach(self.dispute_mut(&folder)?, &document, now);
        Ok(DocumentAdded {
            file_name: Some(document.file_name),
            document_type_id: document.document_type_id,
            creation_date: Some(stamp(now)),
        })
    }
}

impl Handle<GenerateChargeback> for World {
    fn concerns(&self, request: &GenerateChargeback) -> Result<Vec<PersonNumber>, Refusal> {
        let folder = self.open_folder(request.dispute_folder_reference.as_str())?;
        check_chargeback(&folder.dispute, request)?;
        self.check_duplicate(folder, request)?;
        Ok(vec![folder.account.person])
    }

    fn handle(&mut self, request: GenerateChargeback, _: &[PersonNumber]) -> Result<GeneratedChargeback, Refusal> {
        let now = self.now();
        let folder = self.open_folder(request.dispute_folder_reference.as_str())?.clone();
        let case = FIRST_CASE + self.writes() as u64;
        let dispute = self.dispute_mut(&folder)?;
        folders::charge_back(dispute, &request, case, now);
        if let Some(document) = request.chargeback_document {
            let file_name = document.file_name.unwrap_or_else(|| "chargeback".into());
            let document = NewDisputeDocument {
                data: document.data,
                kind: document.kind,
                file_name,
                label: document.label,
                document_type_id: None,
            };
            folders::attach(dispute, &document, now + 1);
        }
        Ok(GeneratedChargeback {
            creation_date: Some(Instant::with_offset(now, 60)),
            scheme_case_id: Some(case.to_string().into()),
        })
    }
}

impl World {
    /// The other transaction of a duplicate is one of the same account, under the scheme's own identifier (public).
    fn check_duplicate(&self, folder: &Folder, request: &GenerateChargeback) -> Result<(), Refusal> {
        let Some(other) = &request.duplicated_transaction_identifier else { return Ok(()) };
        let plan = self.account_numbered(folder.account).ok_or_else(|| Refusal::not_found("The account is gone."))?;
        let ledger = self.ledger(&plan);
        let is_it = |entry: &&Entry| {
            let shown = self.show(&plan, entry, Detail::List);
            shown.scheme_transaction_identifier.as_ref() == Some(other)
                && entry.external_reference(plan.code) != folder.operation
        };
        let found = ledger.posted().find(is_it);
        found.map(|_| ()).ok_or_else(|| {
            Refusal::bad_request("duplicatedTransactionIdentifier names no other transaction of this account")
        })
    }

    /// The folder that a path names, as long as it takes more.
    fn open_folder(&self, reference: &str) -> Result<&Folder, Refusal> {
        let folder = self.folder(reference)?;
        match folder.dispute.status_code {
            Some(DisputeStatus::Open) => Ok(folder),
            _ => Err(Refusal::bad_request("the dispute folder is not open")),
        }
    }

    fn dispute_mut(&mut self, folder: &Folder) -> Result<&mut Dispute, Refusal> {
        let name = folder.dispute.dispute_folder_identifier.dispute_folder_reference.as_str();
        let found = self.issuing.disputes.named_mut(name).map(|folder| &mut folder.dispute);
        found.ok_or_else(|| Refusal::not_found("No Dispute Folder has this reference."))
    }

    /// What a posting books on the cardholder's account, when it does so at once: a refund, or a debt that is written off.
    pub(crate) fn book_posting(
        &mut self,
        plan: &Plan,
        dispute: &Dispute,
        posting: &NewDisputePosting,
    ) -> Option<String> {
        if posting.immediate_reimbursement != Some(true) {
            return None;
        }
        let refund = TO_CARDHOLDER.contains(&posting.posting_type_reference.as_str());
        let mut operation = blank("");
        operation.operation_kind = Some(if refund { OperationKind::Dispute } else { OperationKind::WriteOff });
        operation.description = Some(match &posting.message {
            Some(message) => message.clone(),
            None if refund => "Gutschrift Reklamation".into(),
            None => "Ausbuchung Reklamation".into(),
        });
        operation.reference_amount = Some(cents(-posting.posting_amount.value.unwrap_or_default()));
        operation.external_operation_code = Some(if refund { "1095" } else { "1096" }.into());
        operation.adjustment = Some(true);
        operation.adjustment_reason = Some(AdjustmentReason::DisputeResult);
        operation.card_identifier = dispute.card_identifier.clone();
        Some(self.book(plan, operation))
    }
}

pub(super) fn check_posting(kind: &str, amount: &Amount) -> Result<(), Refusal> {
    if !TO_CARDHOLDER.contains(&kind) && !TO_ISSUER.contains(&kind) {
        return Err(Refusal::bad_request("postingTypeReference is none that the issuer has"));
    }
    match amount.stated() {
        Some(money) if money.iso_code != "EUR" || money.exponent != 2 => {
            Err(Refusal::bad_request("postingAmount is in another currency than the account"))
        }
        Some(money) if money.value != 0 => Ok(()),
        _ => Err(Refusal::bad_request("postingAmount states no amount")),
    }
}

pub(super) fn check_event(kind: &str) -> Result<(), Refusal> {
    if EVENTS.contains(&kind) { Ok(()) } else { Err(Refusal::bad_request("type is none that the issuer has")) }
}

/// Type by content, size and name (seed 004:2295; public).
pub(super) fn check_document(data: &DocumentData, kind: &DocumentType, name: &str, visa: bool) -> Result<(), Refusal> {
    let most = match kind {
        DocumentType::Zip if visa => return Err(Refusal::bad_request("an archive is taken for Mastercard only")),
        DocumentType::Zip => 15 * 1024 * 1024,
        _ => 10 * 1024 * 1024,
    };
    let base64 = data.base64();
    if base64.is_empty() || !base64.len().is_multiple_of(4) {
        return Err(Refusal::bad_request("data is not base64"));
    }
    if base64.len() / 4 * 3 > most + 2 {
        return Err(Refusal::bad_request("data is longer than documented"));
    }
    if data.begins_like().as_ref() != Some(kind) {
        return Err(Refusal::bad_request("data is not of the stated type; JPEG, TIFF and PDF are supported"));
    }
    let fits =
        |stem: &str| stem.len() <= 16 && stem.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'.');
    if name.is_empty() || (!visa && !fits(name)) {
        return Err(Refusal::bad_request("fileName is missing, or not 16 letters and digits at most"));
    }
    Ok(())
}

fn check_chargeback(dispute: &Dispute, request: &GenerateChargeback) -> Result<(), Refusal> {
    let refuse = |what: &str| Err(Refusal::bad_request(what));
    let visa = folders::is_visa(dispute);
    let messages = dispute.messages.iter().flat_map(|messages| &messages.rows);
    if messages.clone().any(|message| message.kind.as_deref() == Some("FIRSTCHARGEBACK")) {
        return refuse("a chargeback has been generated already");
    }
    match (visa, &request.chargeback_scenario, &request.reason_code) {
        (true, None, _) => return refuse("chargebackScenario is needed for Visa"),
        (true, _, Some(_)) => return refuse("reasonCode is not for Visa"),
        (false, Some(_), _) => return refuse("chargebackScenario is not for Mastercard"),
        (false, None, None) => return refuse("reasonCode is needed for Mastercard"),
        _ => {}
    }
    let code = request.reason_code.as_deref();
    if code.is_some_and(|code| code.len() != 4 || !code.bytes().all(|digit| digit.is_ascii_digit())) {
        return refuse("reasonCode is none of Mastercard's");
    }
    if request.chargeback_type == ChargebackType::Partial && request.chargeback_amount.is_none() {
        return refuse("chargebackAmount is needed for a part");
    }
    let scenario = request.chargeback_scenario.as_ref();
    if scenario.is_some_and(ChargebackScenario::needs_document) && request.chargeback_document.is_none() {
        return refuse("chargebackDocument is needed for this scenario");
    }
    if scenario == Some(&ChargebackScenario::DuplicateProcessing) && request.duplicated_transaction_identifier.is_none()
    {
        return refuse("duplicatedTransactionIdentifier is needed for a duplicate");
    }
    match &request.chargeback_document {
        Some(document) => {
            let name = document.file_name.as_deref().unwrap_or("chargeback");
            check_document(&document.data, &document.kind, name, visa)
        }
        None => Ok(()),
    }
}
