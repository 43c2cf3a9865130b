//! What an account's parameters are, were and will be: the beginning, what reps changed, and scheduled changes whose day
//! has come.

use contract::{
    FreeForm, Instant, IssuerId, Personal,
    operations::issuing::accounts::{AccountHistoryEntry, AccountModel, FutureUpdateStatus, PaymentMode},
};
use serde_json::{Map, Value, map::Entry};

use super::{
    calendar::{Millis, stamp},
    customers::customer_name,
    plan::{Plan, Repayment},
    shown_operation::{account_identifier, cents, payment_mode},
};
use crate::world::World;

impl World {
    /// Every state of the parameters up to now, oldest first; each is the whole (seed 004:3650).
    pub(crate) fn parameters(&self, plan: &Plan) -> Vec<AccountHistoryEntry> {
        let now = self.now_on(plan);
        let state = self.account_state(plan.number);
        let mut changes = state.parameters.clone();
        let waiting =
            state.future_updates.iter().filter(|update| update.update_status == Some(FutureUpdateStatus::Created));
        changes.extend(waiting.filter_map(|update| {
            let at = update.future_change_date.as_ref().map(Instant::epoch_millis)?;
            (at <= now).then(|| Some((at, serde_json::to_value(update).ok()?)))?
        }));
        changes.retain(|(at, _)| *at <= now);
        changes.sort_by_key(|(at, _)| *at);
        let mut states = vec![self.first_parameters(plan)];
        for (at, change) in changes {
            let mut next = overlaid(states.last(), &change);
            next.effective_date = Some(stamp(at));
            states.push(next);
        }
        states
    }

    /// As they are now.
    pub(crate) fn parameters_now(&self, plan: &Plan) -> AccountHistoryEntry {
        self.parameters(plan).pop().unwrap_or_default()
    }

    /// The account's own free facts.
    pub(super) fn specific_fields(&self, plan: &Plan) -> Option<FreeForm> {
        let now = self.now_on(plan);
        let mut whole = Map::new();
        for (_, change) in self.account_state(plan.number).parameters.iter().filter(|(at, _)| *at <= now) {
            if let Some(Value::Object(fields)) = change.get("specificFields") {
                set_fields(whole.entry("specificFields"), fields);
            }
        }
        whole.remove("specificFields").and_then(|fields| serde_json::from_value(fields).ok())
    }

    /// How it is repaid from when on, where that was changed.
    pub(super) fn repayments(&self, plan: &Plan) -> Vec<(Millis, Repayment)> {
        let states = self.parameters(plan);
        let changed = states.windows(2).filter(|pair| pair[0].payment_mode != pair[1].payment_mode);
        changed
            .filter_map(|pair| Some((pair[1].effective_date.as_ref()?.epoch_millis(), repayment(plan, &pair[1]))))
            .collect()
    }

    fn first_parameters(&self, plan: &Plan) -> AccountHistoryEntry {
        let person = self.population.person(plan.number.person).into_owned();
        let owner = customer_name(person.record.first_name.as_deref(), person.record.last_name.as_deref());
        let direct_debit = matches!(plan.wanted.repayment, Repayment::DirectDebit(_));
        let share = match plan.wanted.repayment {
            Repayment::DirectDebit(share) => Some(share.to_string()),
            Repayment::Transfer => None,
        };
        let model = |model_type: &str, reference: &str| AccountModel {
            model_type: Some(model_type.into()),
            reference: Some(reference.into()),
            original_model_reference: None,
        };
        AccountHistoryEntry {
            issuer_id: Some(IssuerId::from(plan.wanted.issuer)),
            account_identifier: Some(account_identifier(plan)),
            effective_date: Some(stamp(plan.wanted.opened.at(14, 36))),
            bic: Some(plan.bic.clone()),
            iban: Some(Personal::from(plan.iban.clone())),
            iban_owner_name: Some(Personal::from(owner)),
            closure_calendar_reference: Some(plan.wanted.closures.reference()),
            overlimit_contribution: Some("0.0".into()),
            payment_mode: Some(payment_mode(plan.wanted.repayment)),
            direct_debit_percentage: share,
            amount_due_fixed_amount: plan.is_credit().then(|| cents(5_000)),
            sepa_indicator: Some(direct_debit),
            sepa_mandate: Some(direct_debit),
            sepa_mandate_status: direct_debit.then(|| "ACTIVE".into()),
            sepa_mandate_umr: direct_debit.then(|| format!("UMR-1234-{}", plan.reference)),
            spare_change_saving: Some(false),
            reset_credit_limit: Some(false),
            selected_models: Some(
                vec![
                    model("eventFeeModel", "M_1234_EVENTFEE_STATEMENT_ONLY"),
                    model("restrictionModel", "M_1234_RESTR_ROOT_STANDARD"),
                    model("statementModel", "M_1234_STATMT_DEFAULT"),
                    model("debitInterestModel", "M_1234_INTEREST_0890"),
                ]
                .into(),
            ),
            ..AccountHistoryEntry::default()
        }
    }
}

fn repayment(plan: &Plan, state: &AccountHistoryEntry) -> Repayment {
    match (&state.payment_mode, plan.wanted.repayment) {
        (Some(PaymentMode::CardholderDetermined), _) => Repayment::Transfer,
        (_, unchanged @ Repayment::DirectDebit(_)) => unchanged,
        (_, Repayment::Transfer) => Repayment::DirectDebit(100),
    }
}

/// The parameters after a change: what it does not state stays. Requests and scheduled changes name what they change as
/// the history does.
fn overlaid(before: Option<&AccountHistoryEntry>, change: &Value) -> AccountHistoryEntry {
    let (Ok(Value::Object(mut whole)), Value::Object(change)) = (serde_json::to_value(before), change) else {
        return AccountHistoryEntry::default();
    };
    for (name, value) in change.iter().filter(|(name, _)| name.as_str() != "accountIdentifier") {
        match (name.as_str(), value) {
            ("selectedModels", Value::Array(models)) => replace_models(&mut whole, models),
            ("accountHierarchySpecificFields", Value::Object(fields)) => set_fields(whole.entry(name), fields),
            _ => drop(whole.insert(name.clone(), value.clone())),
        }
    }
    // Lists are read from text only.
    serde_json::from_str(&Value::Object(whole).to_string()).unwrap_or_default()
}

/// A model takes the place of the one of its type.
fn replace_models(whole: &mut Map<String, Value>, models: &[Value]) {
    let Some(Value::Array(present)) = whole.get_mut("selectedModels") else { return };
    present.retain(|old| models.iter().all(|new| new["type"] != old["type"]));
    present.extend(models.iter().cloned());
}

/// Free facts are added or changed, and removed by the word `null` as text (public).
fn set_fields(kept: Entry<'_>, fields: &Map<String, Value>) {
    let Value::Object(kept) = kept.or_insert_with(|| Value::Object(Map::new())) else { return };
    for (label, value) in fields {
        if value == "null" {
            kept.remove(label);
        } else {
            kept.insert(label.clone(), value.clone());
        }
    }
}
