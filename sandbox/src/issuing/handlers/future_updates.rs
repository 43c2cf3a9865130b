//! Changes of an account that wait for their day: listed, read, scheduled, changed, cancelled.

use contract::{
    AccountReference, FutureChangeReference, Instant, Rows,
    operations::issuing::accounts::{
        AccountFutureUpdate, CancelAccountFutureUpdate, CancelledFutureUpdate, FutureUpdateIdentifier,
        FutureUpdateStatus, ListAccountFutureUpdates, RetrieveAccountFutureUpdate, ScheduleAccountFutureUpdate,
        ScheduledFutureUpdate, UpdateAccountFutureUpdate,
    },
};
use serde::Serialize;
use serde_json::{Map, Value};

use super::super::{
    calendar::{Millis, stamp},
    plan::Plan,
    shown_operation::account_identifier,
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<ListAccountFutureUpdates> for World {
    fn concerns(&self, request: &ListAccountFutureUpdates) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(
        &mut self,
        request: ListAccountFutureUpdates,
        _: &[PersonNumber],
    ) -> Result<Rows<AccountFutureUpdate>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let mut updates = self.future_updates(&plan);
        if request.all != Some(true) {
            updates.retain(waits);
        }
        Ok(updates.into())
    }
}

impl Handle<RetrieveAccountFutureUpdate> for World {
    fn concerns(&self, request: &RetrieveAccountFutureUpdate) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.future_update(&plan, &request.future_change_reference).map(|_| vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: RetrieveAccountFutureUpdate,
        _: &[PersonNumber],
    ) -> Result<AccountFutureUpdate, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        self.future_update(&plan, &request.future_change_reference)
    }
}

impl Handle<ScheduleAccountFutureUpdate> for World {
    fn concerns(&self, request: &ScheduleAccountFutureUpdate) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.ahead(&plan, &request.future_change_date)?;
        let not_a_change = ["accountReference", "futureChangeDate", "accountFutureUpdateIdentifier", "updateReason"];
        let change = without_address(request, &not_a_change);
        if change.is_empty() {
            return Err(Refusal::bad_request("at least one parameter is needed"));
        }
        well_formed(&change)?;
        let mandate = request.sepa_mandate.as_ref();
        let is_signed =
            mandate.is_some_and(|mandate| mandate.sepa_mandate_umr.is_some() || mandate.mandate_sign_date.is_some());
        if mandate.is_some() && !is_signed {
            return Err(Refusal::bad_request("a mandate needs mandateSignDate or sepaMandateUmr"));
        }
        let own = request.account_future_update_identifier.as_ref();
        match own.and_then(|own| own.future_change_reference.as_ref()) {
            Some(own) if self.future_update(&plan, own).is_ok() => {
                Err(Refusal::conflict("a scheduled change has this futureChangeReference"))
            }
            _ => Ok(vec![plan.number.person]),
        }
    }

    fn handle(
        &mut self,
        request: ScheduleAccountFutureUpdate,
        _: &[PersonNumber],
    ) -> Result<ScheduledFutureUpdate, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let now = stamp(self.now_on(&plan));
        let made = FutureUpdateIdentifier { future_change_reference: Some(self.issuing.hand.uuid().into()) };
        let mut update = changed(&AccountFutureUpdate::default(), &without_address(&request, &["accountReference"]));
        update.issuer_id = Some(plan.wanted.issuer.into());
        update.account_identifier = Some(account_identifier(&plan));
        update.account_future_update_identifier.get_or_insert(made);
        update.future_change_date = Some(stamp(request.future_change_date.epoch_millis()));
        update.creation_date = Some(now);
        update.update_status = Some(FutureUpdateStatus::Created);
        let answer = scheduled(&update);
        self.account_state_mut(plan.number).future_updates.push(update);
        Ok(answer)
    }
}

impl Handle<UpdateAccountFutureUpdate> for World {
    fn concerns(&self, request: &UpdateAccountFutureUpdate) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.still_waiting(&request.account_reference, &request.future_change_reference)?;
        if let Some(date) = &request.future_change_date {
            self.ahead(&plan, date)?;
        }
        well_formed(&without_address(request, &[]))?;
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: UpdateAccountFutureUpdate,
        _: &[PersonNumber],
    ) -> Result<ScheduledFutureUpdate, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let now = stamp(self.now_on(&plan));
        let change = without_address(&request, &["accountReference", "futureChangeReference"]);
        self.alter_future_update(&plan, &request.future_change_reference, |update| {
            *update = changed(update, &change);
            update.future_change_date = update.future_change_date.as_ref().map(|date| stamp(date.epoch_millis()));
            update.last_update_date = Some(now);
        });
        self.future_update(&plan, &request.future_change_reference).map(|update| scheduled(&update))
    }
}

impl Handle<CancelAccountFutureUpdate> for World {
    fn concerns(&self, request: &CancelAccountFutureUpdate) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.still_waiting(&request.account_reference, &request.future_change_reference)?;
        let update = self.future_update(&plan, &request.future_change_reference)?;
        if update.future_change_date.as_ref() != Some(&request.future_change_date) {
            return Err(Refusal::bad_request("futureChangeDate is not the day of this change"));
        }
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: CancelAccountFutureUpdate,
        _: &[PersonNumber],
    ) -> Result<CancelledFutureUpdate, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let now = stamp(self.now_on(&plan));
        self.alter_future_update(&plan, &request.future_change_reference, |update| {
            update.update_status = Some(FutureUpdateStatus::Cancelled);
            update.update_reason = Some(request.update_reason.clone());
            update.last_update_date = Some(now);
        });
        let update = self.future_update(&plan, &request.future_change_reference)?;
        Ok(CancelledFutureUpdate {
            account_identifier: update.account_identifier,
            account_future_update_identifier: update.account_future_update_identifier,
            update_status: update.update_status,
        })
    }
}

impl World {
    /// Scheduled changes as they stand: one whose day has come has been processed.
    fn future_updates(&self, plan: &Plan) -> Vec<AccountFutureUpdate> {
        let now = self.now_on(plan);
        let mut updates = self.account_state(plan.number).future_updates.clone();
        for update in &mut updates {
            let come = update.future_change_date.as_ref().is_some_and(|date| date.epoch_millis() <= now);
            if come && update.update_status == Some(FutureUpdateStatus::Created) {
                update.update_status = Some(FutureUpdateStatus::Processed);
            }
        }
        updates
    }

    fn future_update(&self, plan: &Plan, reference: &FutureChangeReference) -> Result<AccountFutureUpdate, Refusal> {
        let found = self.future_updates(plan).into_iter().find(|update| update.reference() == Some(reference));
        found.ok_or_else(|| Refusal::not_found("No scheduled change of this account has this reference."))
    }

    fn still_waiting(&self, account: &AccountReference, change: &FutureChangeReference) -> Result<Plan, Refusal> {
        let plan = self.account(account)?;
        match self.future_update(&plan, change)?.update_status {
            Some(FutureUpdateStatus::Created) => Ok(plan),
            Some(FutureUpdateStatus::Cancelled) => Err(Refusal::conflict("the change has been cancelled")),
            _ => Err(Refusal::bad_request("the day of the change has come")),
        }
    }

    fn ahead(&self, plan: &Plan, date: &Instant) -> Result<(), Refusal> {
        let now: Millis = self.now_on(plan);
        if date.epoch_millis() > now { Ok(()) } else { Err(Refusal::bad_request("futureChangeDate is not ahead")) }
    }

    fn alter_future_update(
        &mut self,
        plan: &Plan,
        reference: &FutureChangeReference,
        with: impl FnOnce(&mut AccountFutureUpdate),
    ) {
        let mut updates = self.account_state_mut(plan.number).future_updates.iter_mut();
        if let Some(update) = updates.find(|update| update.reference() == Some(reference)) {
            with(update);
        }
    }
}

fn waits(update: &AccountFutureUpdate) -> bool {
    // The guide's own state no status.
    matches!(update.update_status, None | Some(FutureUpdateStatus::Created))
}

fn scheduled(update: &AccountFutureUpdate) -> ScheduledFutureUpdate {
    ScheduledFutureUpdate {
        creation_date: update.creation_date.clone(),
        last_update_date: update.last_update_date.clone(),
        future_change_date: update.future_change_date.clone(),
        account_identifier: update.account_identifier.clone(),
        account_future_update_identifier: update.account_future_update_identifier.clone(),
    }
}

/// The scheduled change with what a request states, which names it as the change does. What it does not state stays.
fn changed(update: &AccountFutureUpdate, request: &Map<String, Value>) -> AccountFutureUpdate {
    let Ok(Value::Object(mut whole)) = serde_json::to_value(update) else { return update.clone() };
    let mut stated = request.clone();
    // Scheduling names a mandate's facts together, changing and reading one by one (public).
    if let Some(Value::Object(mandate)) = stated.remove("sepaMandate") {
        whole.extend(mandate);
    }
    whole.extend(stated);
    serde_json::from_str(&Value::Object(whole).to_string()).unwrap_or_else(|_| update.clone())
}

/// What a request states, but for these.
pub(super) fn without_address(request: &impl Serialize, but: &[&str]) -> Map<String, Value> {
    let Ok(Value::Object(mut stated)) = serde_json::to_value(request) else { return Map::new() };
    stated.retain(|name, _| !but.contains(&name.as_str()));
    stated
}

/// The forms that any bank's system checks. The check digits are not among them: the guide's own example has wrong ones
/// (seed 004:3543).
pub(super) fn well_formed(change: &Map<String, Value>) -> Result<(), Refusal> {
    for name in ["iban", "secondIban"] {
        let Some(Value::String(iban)) = change.get(name) else { continue };
        let (country, rest) = iban.split_at_checked(2).unwrap_or_default();
        let is_one = (15..=34).contains(&iban.len())
            && country.bytes().all(|byte| byte.is_ascii_uppercase())
            && rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if !is_one {
            return Err(Refusal::bad_request(format!("{name} has not the form of an IBAN")));
        }
    }
    if let Some(Value::String(bic)) = change.get("bic")
        && !(matches!(bic.len(), 8 | 11) && bic.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()))
    {
        return Err(Refusal::bad_request("bic has not the form of a BIC"));
    }
    let models = change.get("selectedModels").and_then(Value::as_array).into_iter().flatten();
    let named = |model: &Value| model["reference"].as_str().is_some_and(|reference| reference.starts_with("M_1234_"));
    if models.into_iter().all(named) { Ok(()) } else { Err(Refusal::bad_request("a model is none of the product's")) }
}
