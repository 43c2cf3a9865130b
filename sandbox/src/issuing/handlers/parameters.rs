//! An account's parameters, changed at once, and its SEPA mandate. Both are read again in the account and its history.

use contract::{
    Instant,
    operations::issuing::{
        accounts::{AccountMandate, CancelMandate, CreateMandate, UpdateAccountParameters, UpdatedAccount},
        customers::CustomerIdentifier,
    },
};
use serde_json::{Value, json};

use super::{
    super::{blocks::well_reasoned, plan::Plan, shown_operation::account_identifier},
    future_updates::{well_formed, without_address},
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<UpdateAccountParameters> for World {
    fn concerns(&self, request: &UpdateAccountParameters) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let change = without_address(request, &["accountReference"]);
        if change.is_empty() {
            return Err(Refusal::bad_request("at least one parameter is needed"));
        }
        well_formed(&change)?;
        if let Some(status) = &request.hierarchy_operation_status {
            well_reasoned(status)?;
        }
        let calendar = plan.wanted.closures.reference();
        if request.closure_calendar_reference.as_ref().is_some_and(|wanted| *wanted != calendar) {
            return Err(Refusal::bad_request("the product does not allow this closureCalendarReference"));
        }
        if let Some(guarantor) = &request.account_guarantor_identifier {
            self.customer_identified(guarantor)?;
        }
        Ok(vec![plan.number.person])
    }

    fn handle(&mut self, request: UpdateAccountParameters, _: &[PersonNumber]) -> Result<UpdatedAccount, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let mut change = without_address(&request, &["accountReference"]);
        let now = self.now_on(&plan);
        self.keep_block(&plan, now, &mut change);
        if !change.is_empty() {
            self.change_parameters(&plan, now, Value::Object(change));
        }
        Ok(UpdatedAccount { account_identifier: Some(account_identifier(&plan)) })
    }
}

impl Handle<CreateMandate> for World {
    fn concerns(&self, request: &CreateMandate) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let made = request.iban.is_some() && request.iban_owner_name.is_some() && request.mandate_sign_date.is_some();
        if !made && request.sepa_mandate_umr.is_none() {
            return Err(Refusal::bad_request("iban, ibanOwnerName and mandateSignDate are needed, or sepaMandateUmr"));
        }
        well_formed(&without_address(request, &[]))?;
        // The mandates that exist elsewhere are those of this issuer.
        if request.sepa_mandate_umr.as_ref().is_some_and(|umr| !umr.starts_with("UMR-1234-")) {
            return Err(Refusal::bad_request("no active mandate has this sepaMandateUmr"));
        }
        match self.parameters_now(&plan).sepa_mandate_status.as_deref() {
            Some("ACTIVE") => Err(Refusal::conflict("the account has an active mandate")),
            _ => Ok(vec![plan.number.person]),
        }
    }

    fn handle(&mut self, request: CreateMandate, _: &[PersonNumber]) -> Result<AccountMandate, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let number = self.issuing.hand.number();
        let umr = request.sepa_mandate_umr.unwrap_or_else(|| format!("UMR-1234-{}-{number}", plan.reference));
        let mut change = json!({
            "sepaIndicator": true, "sepaMandate": true, "sepaMandateStatus": "ACTIVE", "sepaMandateUmr": umr,
        });
        let stated = [
            ("iban", request.iban.map(|iban| json!(iban))),
            ("bic", request.bic.map(|bic| json!(bic))),
            ("ibanOwnerName", request.iban_owner_name.map(|name| json!(name))),
        ];
        for (name, value) in stated {
            if let Some(value) = value {
                change[name] = value;
            }
        }
        self.change_parameters(&plan, self.now_on(&plan), change);
        Ok(self.mandate(&plan, "ACTIVE", Some(umr)))
    }
}

impl Handle<CancelMandate> for World {
    fn concerns(&self, request: &CancelMandate) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let past = |date: &Instant| date.epoch_millis() < self.now_on(&plan);
        if request.cancellation_date.as_ref().is_some_and(past) {
            return Err(Refusal::bad_request("cancellationDate lies in the past"));
        }
        match self.parameters_now(&plan).sepa_mandate_status.as_deref() {
            Some("ACTIVE") => Ok(vec![plan.number.person]),
            _ => Err(Refusal::bad_request("the account has no active mandate")),
        }
    }

    /// On a day ahead it stays active until then (seed 004:3809).
    fn handle(&mut self, request: CancelMandate, _: &[PersonNumber]) -> Result<AccountMandate, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let umr = self.parameters_now(&plan).sepa_mandate_umr;
        let at = request.cancellation_date.as_ref().map(Instant::epoch_millis);
        let change = json!({ "sepaMandate": false, "sepaMandateStatus": "REVOKED" });
        self.change_parameters(&plan, at.unwrap_or_else(|| self.now_on(&plan)), change);
        Ok(self.mandate(&plan, if at.is_some() { "ACTIVE" } else { "REVOKED" }, umr))
    }
}

impl World {
    fn change_parameters(&mut self, plan: &Plan, at: i64, change: Value) {
        self.account_state_mut(plan.number).parameters.push((at, change));
    }

    fn mandate(&self, plan: &Plan, status: &str, umr: Option<String>) -> AccountMandate {
        AccountMandate {
            account_identifier: Some(account_identifier(plan)),
            sepa_mandate_status: Some(status.into()),
            sepa_mandate_uir: umr.as_ref().map(|umr| umr.replace("UMR", "UIR")),
            sepa_mandate_umr: umr,
        }
    }

    fn customer_identified(&self, identifier: &CustomerIdentifier) -> Result<PersonNumber, Refusal> {
        let internal = identifier.customer_reference.as_ref().map(|reference| reference.as_str());
        let external = identifier.issuer_customer_external_reference.as_ref().map(|reference| reference.as_str());
        let found = internal.or(external).and_then(|reference| self.population.with_accounts_named(reference));
        found.ok_or_else(|| Refusal::bad_request("no customer has the reference of the guarantor"))
    }
}
