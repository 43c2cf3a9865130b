//! What is written into a folder: by the platform itself when it is made or sent to the scheme, and by whoever adds to it.

use contract::{
    Amount, DisputeFolderReference, Instant, IssuerId,
    operations::issuing::{
        disputes::{
            ChargebackScenario, ChargebackType, Dispute, DisputeDocument, DisputeEvent, DisputeFolderIdentifier,
            DisputeMessage, DisputePosting, DisputeStatus, GenerateChargeback, NewDisputeDocument, NewDisputeEvent,
            NewDisputePosting,
        },
        operations::{AccountOperation, OperationCode},
    },
};

use super::{
    ISSUER,
    calendar::{Day, Millis, stamp},
    plan::Plan,
    shown_operation::cents,
};

/// What the platform notes when a chargeback goes out, in the guide's own order, which is not that of time; the moment of
/// each in milliseconds after the first (seed 004:2087-2123).
const OF_A_CHARGEBACK: [(&str, Millis, Option<bool>); 6] = [
    ("DISPUTE_INITIATE", 2_905, Some(false)),
    ("ASSOCIATE_TRANSACTION", 3_148, None),
    ("LOCATE_TRANSACTION", 241, Some(false)),
    ("TRANSACTION_DETAILS", 246, Some(false)),
    ("CHARGEBACK_SUBMIT", 3_207, Some(false)),
    ("CREATE_CLAIM", 2_144, Some(false)),
];

/// A folder of the day: `D-V-1234-2319-19`.
pub(crate) fn reference(plan: &Plan, now: Millis, number: usize) -> DisputeFolderReference {
    let day = Day::containing(now);
    let year = day.date().year;
    let of_year = day.0 - Day::of(year, 1, 1).0 + 1;
    format!("D-{}-{ISSUER}-{}{of_year:03}-{number}", plan.wanted.product.scheme().letter, year % 10).into()
}

/// The card's scheme, by a folder's name.
pub(crate) fn is_visa(dispute: &Dispute) -> bool {
    dispute.dispute_folder_identifier.dispute_folder_reference.as_str().starts_with("D-V-")
}

/// A folder as the platform makes it: the merchant's bank has asked for the money, and nothing else has happened.
pub(crate) fn made(
    identifier: DisputeFolderIdentifier,
    operation: &AccountOperation,
    fees: i64,
    now: Millis,
) -> Dispute {
    let mut dispute = blank(identifier);
    let billed = operation.reference_amount.clone();
    let reconciled = operation.reconciliation_amount.clone().or_else(|| billed.clone());
    dispute.issuer_id = operation.issuer_id.clone().or_else(|| Some(IssuerId::from(ISSUER)));
    dispute.status_code = Some(DisputeStatus::Open);
    dispute.creation_date = Some(stamp(now));
    dispute.user_in_charge = Some("ADM - admin".into());
    dispute.card_identifier = operation.card_identifier.clone();
    dispute.card_status = Some("ACTIVE".into());
    dispute.acquirer_reference_data = operation.acquirer_reference_data.clone();
    let cash = operation.operation_code == Some(OperationCode::CashWithdrawal);
    dispute.transaction_type = Some(if cash { "CASH_WITHDRAWAL" } else { "SALES" }.into());
    dispute.transaction_time = operation.transaction_date.clone();
    dispute.transaction_amount = operation.transaction_amount.clone();
    dispute.outstanding_balance = billed.as_ref().and_then(|billed| billed.value).map(|billed| cents(billed + fees));
    dispute.billing_fees = Some(cents(fees));
    dispute.issuer_accounting_balance = Some(cents(0));
    dispute.card_acceptor_name = operation.card_acceptor_name.clone();
    dispute.card_acceptor_city = operation.card_acceptor_city.clone();
    dispute.card_acceptor_country = operation.card_acceptor_country.clone();
    dispute.card_acceptor_id_code = operation.card_acceptor_id_code.clone();
    dispute.card_acceptor_zip_code = operation.card_acceptor_zip_code.clone();
    let minus = reconciled.clone().map(|amount| Amount { value: amount.value.map(|value| -value), ..amount });
    dispute.postings = Some(
        vec![DisputePosting {
            posting_amount: minus,
            posting_type_reference: Some("Processing View".into()),
            message: Some("First Presentment processed".into()),
            immediate_reimbursement: Some(false),
            operation_reference: Some("TPFPPT".into()),
            creation_date: Some(stamp(now + 114)),
            ..DisputePosting::default()
        }]
        .into(),
    );
    dispute.messages = Some(
        vec![DisputeMessage {
            kind: Some("ORIGINAL".into()),
            status: Some("PROCESSED".into()),
            creation_date: Some(stamp(now - 2)),
            amount: reconciled.clone(),
            reverse_flag: Some(false),
            ..DisputeMessage::default()
        }]
        .into(),
    );
    dispute.events = Some(Vec::new().into());
    dispute.documents = Some(Vec::new().into());
    dispute.billing_amount = billed;
    dispute.reconciliation_amount = reconciled;
    told_last(&mut dispute);
    dispute
}

/// Money goes from what the cardholder carries to what the issuer carries.
pub(crate) fn post(dispute: &mut Dispute, posting: &NewDisputePosting, operation: Option<String>, now: Millis) {
    let value = posting.posting_amount.value.unwrap_or_default();
    let moved = |balance: &Option<Amount>, by: i64| {
        balance.as_ref().and_then(|amount| amount.value).map(|balance| cents(balance + by))
    };
    dispute.outstanding_balance = moved(&dispute.outstanding_balance, -value);
    dispute.issuer_accounting_balance = moved(&dispute.issuer_accounting_balance, value);
    dispute.postings.get_or_insert_default().rows.push(DisputePosting {
        posting_amount: Some(posting.posting_amount.clone()),
        posting_type_reference: Some(posting.posting_type_reference.clone()),
        message: posting.message.clone(),
        immediate_reimbursement: Some(posting.immediate_reimbursement.unwrap_or_default()),
        operation_reference: operation,
        dispute_adjustment_type: None,
        creation_date: Some(stamp(now)),
    });
}

/// A note from outside.
pub(crate) fn note(dispute: &mut Dispute, event: &NewDisputeEvent, now: Millis) {
    dispute.events.get_or_insert_default().rows.push(DisputeEvent {
        kind: Some(event.kind.clone()),
        message: event.message.clone(),
        external: Some(true),
        creation_date: Some(stamp(now)),
    });
}

/// A document, as it was sent.
pub(crate) fn attach(dispute: &mut Dispute, document: &NewDisputeDocument, now: Millis) {
    dispute.documents.get_or_insert_default().rows.push(DisputeDocument {
        file_name: Some(document.file_name.clone()),
        kind: Some(document.kind.as_str().to_owned()),
        label: document.label.clone(),
        data: Some(document.data.clone()),
        creation_date: Some(stamp(now)),
    });
}

/// A chargeback goes to the scheme, which opens a case. How much it is about is stated for a part only: for the whole the
/// guide prints an empty amount (seed 004:2143).
pub(crate) fn charge_back(dispute: &mut Dispute, request: &GenerateChargeback, case: u64, now: Millis) {
    let (code, text) = match &request.chargeback_scenario {
        Some(ChargebackScenario::EcommerceFraud) => ("10".to_owned(), "Fraud"),
        Some(ChargebackScenario::DuplicateProcessing) => ("12".to_owned(), "Processing Error"),
        Some(_) => ("13".to_owned(), "Consumer Dispute"),
        None => (request.reason_code.clone().unwrap_or_default(), "Chargeback"),
    };
    let amount = match request.chargeback_type {
        ChargebackType::Partial => request.chargeback_amount.clone().unwrap_or_default(),
        _ => Amount::default(),
    };
    dispute.messages.get_or_insert_default().rows.push(DisputeMessage {
        kind: Some("FIRSTCHARGEBACK".into()),
        status: Some("PENDING_SCHEME".into()),
        creation_date: Some(stamp(now)),
        amount: Some(amount),
        reason_code: Some(code),
        reason_code_description: Some(text.into()),
        reverse_flag: Some(false),
        scheme_case_id: Some(case.to_string().into()),
    });
    let number = case % 100_000;
    let events = OF_A_CHARGEBACK.map(|(kind, after, external)| DisputeEvent {
        kind: Some(kind.into()),
        message: Some(match kind {
            "DISPUTE_INITIATE" => format!("Dispute id : {number}"),
            "ASSOCIATE_TRANSACTION" => format!("ATR Counter: 1, Purchase Inquiry ID: {case}, Credit Intent: true"),
            "LOCATE_TRANSACTION" => format!("ROL transaction id : {}", case / 2),
            "TRANSACTION_DETAILS" => {
                ", RDR Eligible Indicator: false, Purchase Inquiry Eligible Indicator: true, Jurisdiction: DOM".into()
            }
            "CHARGEBACK_SUBMIT" => format!("Chargeback scheme id : {number}"),
            _ => format!("Scheme Case number : {case}"),
        }),
        external,
        creation_date: Some(stamp(now + after)),
    });
    dispute.events.get_or_insert_default().rows.extend(events);
    told_last(dispute);
}

/// The newest message stands among the facts, too.
fn told_last(dispute: &mut Dispute) {
    let messages = dispute.messages.iter().flat_map(|messages| &messages.rows);
    let Some(last) = messages.max_by_key(|message| message.creation_date.as_ref().map(Instant::epoch_millis)).cloned()
    else {
        return;
    };
    dispute.last_message_type = last.kind;
    dispute.last_message_date = last.creation_date;
    dispute.last_message_status = last.status;
}

/// A folder of which nothing is known but its name.
fn blank(identifier: DisputeFolderIdentifier) -> Dispute {
    let text = serde_json::json!({ "disputeFolderIdentifier": identifier }).to_string();
    serde_json::from_str(&text).expect("a folder needs its name only")
}
