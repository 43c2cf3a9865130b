//! What a chargeback needs, by scheme: decided from what the form holds, before anything is sent.

use contract::{
    Amount, DisputeFolderReference, Money,
    operations::issuing::disputes::{
        ChargebackDocument, ChargebackScenario, ChargebackType, Dispute, DisputeMessage, GenerateChargeback,
    },
};

use super::{
    balance::{amount_of, too_much},
    readiness::{Judged, Meter, Situation, situation_of},
    scheme::Scheme,
};
use crate::config::{NeedKind, ReasonRule};

/// Visa's scenarios, with what they are for.
pub const SCENARIOS: [(ChargebackScenario, &str); 3] = [
    (ChargebackScenario::EcommerceFraud, "Fraud on the internet (10)"),
    (ChargebackScenario::DuplicateProcessing, "Charged twice (12.6)"),
    (ChargebackScenario::NonReceiptOfCash, "No cash came out (13.9)"),
];

/// How much can be charged back.
pub const TYPES: [(ChargebackType, &str); 3] = [
    (ChargebackType::Full, "All of it"),
    (ChargebackType::Partial, "A part of it"),
    (ChargebackType::High, "Twice as much: debited where a refund was due"),
];

/// What the form holds, as it was typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intent {
    /// `FULL`, `PARTIAL`, `HIGH`.
    pub kind: String,
    /// How much, for a part; `None` where what was typed is no amount.
    pub amount: Option<Money>,
    /// Visa's scenario.
    pub scenario: String,
    /// Mastercard's reason code.
    pub reason_code: String,
    /// Another transaction, for a duplicate.
    pub duplicate: String,
    /// The proof.
    pub document: Option<ChargebackDocument>,
}

/// Which part of the form something is wrong with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// How much.
    Kind,
    /// The part.
    Amount,
    /// Visa's scenario.
    Scenario,
    /// Mastercard's code.
    ReasonCode,
    /// The other transaction.
    Duplicate,
    /// The proof.
    Document,
}

/// Why a folder takes no chargeback at all: the newest one that is with the scheme and was not reversed.
pub fn hindrance(folder: &Dispute) -> Option<&DisputeMessage> {
    let ours = folder.messages.iter().flat_map(|list| &list.rows).filter(|message| is_one(message));
    ours.filter(|message| message.reverse_flag != Some(true)).max_by_key(|message| message.creation_date.clone())
}

/// Whether a message is a chargeback of ours.
pub fn is_one(message: &DisputeMessage) -> bool {
    message.kind.as_deref().is_some_and(|kind| kind.to_ascii_uppercase().contains("CHARGEBACK"))
}

/// How much a chargeback asks for: what was reconciled, twice that, or the part.
pub fn asks_for(folder: &Dispute, intent: &Intent) -> Option<Amount> {
    let reconciled = folder.reconciliation_amount.as_ref().and_then(Amount::stated);
    match ChargebackType::from(intent.kind.as_str()) {
        ChargebackType::Full => reconciled.map(|all| amount_of(&all)),
        ChargebackType::High => {
            let all = reconciled?;
            Some(amount_of(&Money { value: all.value.checked_mul(2)?, ..all }))
        }
        ChargebackType::Partial => intent.amount.as_ref().map(amount_of),
        ChargebackType::Unknown(_) => None,
    }
}

/// Whether a part is more than the whole.
pub fn is_too_much(folder: &Dispute, intent: &Intent) -> bool {
    let part = intent.amount.clone().filter(|_| intent.kind == ChargebackType::Partial.as_str());
    part.is_some_and(|part| too_much(folder.reconciliation_amount.as_ref(), &[part]))
}

/// In which currency a part is stated: the scheme's, and where that is not stated none is known.
pub fn currency(folder: &Dispute) -> Option<Money> {
    folder.reconciliation_amount.as_ref().and_then(Amount::stated)
}

/// Whether the form asks for another transaction: Visa's duplicate wants it, and for Mastercard so may the reason.
pub fn asks_for_other(scheme: Option<Scheme>, scenario: &str, rule: &ReasonRule) -> bool {
    let of_reason = rule.needs.iter().any(|need| need.kind == NeedKind::OtherTransaction);
    scenario == ChargebackScenario::DuplicateProcessing.as_str() || (of_reason && scheme != Some(Scheme::Visa))
}

/// What the reason needs and neither the folder nor the form has, each at the place of the form that can give it.
pub fn missing(folder: &Dispute, scheme: Option<Scheme>, intent: &Intent, rule: &ReasonRule) -> Vec<(Place, String)> {
    let there = situation_of(folder, rule);
    let asked_for = asks_for_other(scheme, &intent.scenario, rule);
    let situation = Situation {
        documents: there.documents + usize::from(intent.document.is_some()),
        amount: there.amount || (intent.kind == ChargebackType::Partial.as_str() && intent.amount.is_some()),
        other_transaction: asked_for && !intent.duplicate.trim().is_empty(),
        ..there
    };
    let at = |judged: &Judged| match judged.kind {
        NeedKind::Document => (Place::Document, ""),
        NeedKind::Amount => (Place::Kind, " Charge back a part of it, or add a posting first."),
        NeedKind::OtherTransaction if asked_for => (Place::Duplicate, ""),
        NeedKind::OtherTransaction => (Place::Scenario, " “Charged twice” names it."),
        NeedKind::Comment | NeedKind::Asked => (Place::Kind, " Add an event first."),
    };
    let meter = Meter::of(rule, &situation);
    let missing = meter.0.iter().filter(|judged| !judged.met);
    let sentence = |judged: &Judged| {
        let (place, way) = at(judged);
        (place, format!("Missing: {}.{way}", judged.text.trim_end_matches('.')))
    };
    missing.map(sentence).collect()
}

/// The request, or everything that is wrong with the form, in the order of the form.
pub fn request(
    folder: &Dispute,
    scheme: Option<Scheme>,
    intent: &Intent,
) -> Result<GenerateChargeback, Vec<(Place, String)>> {
    let mut wrong = Vec::new();
    let kind = ChargebackType::from(intent.kind.as_str());
    if matches!(kind, ChargebackType::Unknown(_)) {
        wrong.push((Place::Kind, "Choose how much.".to_owned()));
    }
    let amount = if kind == ChargebackType::Partial { part(folder, intent, &mut wrong) } else { None };
    let scenario = Some(ChargebackScenario::from(intent.scenario.as_str())).filter(|_| !intent.scenario.is_empty());
    let code = Some(intent.reason_code.trim()).filter(|code| !code.is_empty());
    match scheme {
        Some(Scheme::Visa) if !matches!(scenario, Some(ref known) if !matches!(known, ChargebackScenario::Unknown(_))) =>
        {
            wrong.push((Place::Scenario, "Choose a scenario.".into()));
        }
        Some(Scheme::Mastercard) if !code.is_some_and(is_code) => {
            wrong.push((Place::ReasonCode, "Write Mastercard’s reason code: four digits, such as 4837.".into()));
        }
        None if scenario.is_some() == code.is_some() => {
            wrong.push((Place::Scenario, "Choose Visa’s scenario, or write Mastercard’s reason code.".into()));
        }
        None if code.is_some_and(|code| !is_code(code)) => {
            wrong.push((Place::ReasonCode, "A reason code has four digits, such as 4837.".into()));
        }
        _ => {}
    }
    let scenario = scenario.filter(|_| scheme != Some(Scheme::Mastercard));
    let code = code.filter(|_| scheme != Some(Scheme::Visa));
    let twice = scenario == Some(ChargebackScenario::DuplicateProcessing);
    let duplicate = Some(intent.duplicate.trim()).filter(|_| twice || scenario.is_none());
    if twice && duplicate == Some("") {
        wrong.push((Place::Duplicate, "Name the transaction that is not disputed.".into()));
    }
    let duplicate = duplicate.filter(|duplicate| !duplicate.is_empty());
    if intent.document.is_none() && scenario.as_ref().is_some_and(ChargebackScenario::needs_document) {
        wrong.push((Place::Document, "Visa wants a document with this scenario.".into()));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(GenerateChargeback {
        dispute_folder_reference: reference(folder),
        chargeback_type: kind,
        chargeback_amount: amount.as_ref().map(amount_of),
        chargeback_scenario: scenario,
        reason_code: code.map(str::to_owned),
        chargeback_document: intent.document.clone(),
        duplicated_transaction_identifier: duplicate.map(str::to_owned),
    })
}

fn part(folder: &Dispute, intent: &Intent, wrong: &mut Vec<(Place, String)>) -> Option<Money> {
    let all = folder.reconciliation_amount.as_ref().and_then(Amount::stated);
    let sentence = match (&intent.amount, all) {
        (None, _) => "Write how much.",
        (Some(part), Some(all)) if part.iso_code != all.iso_code || part.exponent != all.exponent => {
            "Write it in the currency of the scheme."
        }
        (Some(part), Some(all)) if part.value >= all.value => "A part is less than the whole.",
        (Some(part), _) => return Some(part.clone()),
    };
    wrong.push((Place::Amount, sentence.to_owned()));
    None
}

fn is_code(code: &str) -> bool {
    code.len() == 4 && code.bytes().all(|digit| digit.is_ascii_digit())
}

fn reference(folder: &Dispute) -> DisputeFolderReference {
    folder.dispute_folder_identifier.dispute_folder_reference.clone()
}

#[cfg(test)]
mod tests;
