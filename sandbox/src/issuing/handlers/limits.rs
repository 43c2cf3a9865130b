//! The permanent credit limit, and those that stand above it for a while.

use contract::{
    Amount, Instant, Rows,
    operations::issuing::limits::{
        CreateTemporaryCreditLimit, CreditLimit, DeleteTemporaryCreditLimit, DeletedTemporaryCreditLimit,
        ListTemporaryCreditLimits, RetrieveAccountCreditLimit, TemporaryCreditLimit, TemporaryCreditLimitIdentifier,
        UpdateAccountCreditLimit,
    },
};

use super::super::{
    calendar::{Millis, stamp},
    limits::Temporary,
    plan::Plan,
    shown_operation::cents,
};
use crate::{
    configuration::{CREDIT_LIMIT_MAXIMUM, TEMPORARY_LIMIT_MAXIMUM},
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    world::World,
};

impl Handle<RetrieveAccountCreditLimit> for World {
    fn concerns(&self, request: &RetrieveAccountCreditLimit) -> Result<Vec<PersonNumber>, Refusal> {
        self.with_credit(&request.account_reference).map(|plan| vec![plan.number.person])
    }

    fn handle(&mut self, request: RetrieveAccountCreditLimit, _: &[PersonNumber]) -> Result<CreditLimit, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        Ok(CreditLimit { credit_limit_amount: Some(cents(self.credit_limit(&plan))) })
    }
}

impl Handle<UpdateAccountCreditLimit> for World {
    fn concerns(&self, request: &UpdateAccountCreditLimit) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.with_credit(&request.account_reference)?;
        within(&request.credit_limit_amount, CREDIT_LIMIT_MAXIMUM, "creditLimitAmount")?;
        Ok(vec![plan.number.person])
    }

    fn handle(&mut self, request: UpdateAccountCreditLimit, _: &[PersonNumber]) -> Result<CreditLimit, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        self.account_state_mut(plan.number).limits.permanent = request.credit_limit_amount.value;
        Ok(CreditLimit { credit_limit_amount: Some(cents(self.credit_limit(&plan))) })
    }
}

impl Handle<ListTemporaryCreditLimits> for World {
    fn concerns(&self, request: &ListTemporaryCreditLimits) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    /// Those that count, or all that were not deleted: past, present and to come (seed 004:2407).
    fn handle(
        &mut self,
        request: ListTemporaryCreditLimits,
        _: &[PersonNumber],
    ) -> Result<Rows<TemporaryCreditLimit>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let now = self.now_on(&plan);
        let all = self.account_state(plan.number).limits.temporary.iter().filter(|one| one.deleted.is_none());
        let wanted = all.filter(|one| request.all == Some(true) || one.counts(now));
        Ok(wanted.map(|one| one.limit.clone()).collect::<Vec<_>>().into())
    }
}

impl Handle<CreateTemporaryCreditLimit> for World {
    fn concerns(&self, request: &CreateTemporaryCreditLimit) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.with_credit(&request.account_reference)?;
        within(&request.temporary_credit_limit_amount, TEMPORARY_LIMIT_MAXIMUM, "temporaryCreditLimitAmount")?;
        let Some(end) = request.activation_end_time.as_ref().map(Instant::epoch_millis) else {
            return Err(Refusal::bad_request("activationEndTime is needed"));
        };
        let start = request.activation_start_time.as_ref().map_or_else(|| self.now_on(&plan), Instant::epoch_millis);
        if end <= start {
            return Err(Refusal::bad_request("activationEndTime must be later than activationStartTime"));
        }
        if self.account_state(plan.number).limits.temporary.iter().any(|other| overlaps(other, start, end)) {
            return Err(Refusal::bad_request("the period overlaps that of another temporary credit limit"));
        }
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: CreateTemporaryCreditLimit,
        _: &[PersonNumber],
    ) -> Result<TemporaryCreditLimit, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let now = self.now_on(&plan);
        let written = |instant: Option<Instant>| instant.map(|instant| stamp(instant.epoch_millis()));
        let limit = TemporaryCreditLimit {
            temporary_credit_limit_identifier: Some(TemporaryCreditLimitIdentifier {
                temporary_credit_limit_reference: Some(self.issuing.hand.uuid().into()),
            }),
            temporary_credit_limit_amount: Some(request.temporary_credit_limit_amount),
            activation_start_time: written(request.activation_start_time).or_else(|| Some(stamp(now))),
            activation_end_time: written(request.activation_end_time),
        };
        self.account_state_mut(plan.number).limits.temporary.push(Temporary { limit: limit.clone(), deleted: None });
        Ok(limit)
    }
}

impl Handle<DeleteTemporaryCreditLimit> for World {
    fn concerns(&self, request: &DeleteTemporaryCreditLimit) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let place = self.temporary_limit(&plan, request.temporary_credit_limit_reference.as_str())?;
        let limit = &self.account_state(plan.number).limits.temporary[place].limit;
        let end = limit.activation_end_time.as_ref().map(Instant::epoch_millis);
        if end.is_some_and(|end| end <= self.now_on(&plan)) {
            return Err(Refusal::bad_request("the temporary credit limit is over"));
        }
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: DeleteTemporaryCreditLimit,
        _: &[PersonNumber],
    ) -> Result<DeletedTemporaryCreditLimit, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let now = self.now_on(&plan);
        let place = self.temporary_limit(&plan, request.temporary_credit_limit_reference.as_str())?;
        let deleted = &mut self.account_state_mut(plan.number).limits.temporary[place];
        deleted.deleted = Some(now);
        Ok(DeletedTemporaryCreditLimit {
            temporary_credit_limit_identifier: deleted.limit.temporary_credit_limit_identifier.clone(),
        })
    }
}

impl World {
    /// An account that spends credit.
    fn with_credit(&self, reference: &contract::AccountReference) -> Result<Plan, Refusal> {
        let plan = self.account(reference)?;
        if plan.is_credit() { Ok(plan) } else { Err(Refusal::not_found("The account has no credit limit.")) }
    }

    fn temporary_limit(&self, plan: &Plan, reference: &str) -> Result<usize, Refusal> {
        let named = |one: &Temporary| {
            let identifier = one.limit.temporary_credit_limit_identifier.as_ref();
            let reference_of = identifier.and_then(|one| one.temporary_credit_limit_reference.as_ref());
            one.deleted.is_none() && reference_of.is_some_and(|one| one.as_str() == reference)
        };
        let place = self.account_state(plan.number).limits.temporary.iter().position(named);
        place.ok_or_else(|| Refusal::not_found("The account has no temporary credit limit of this reference."))
    }
}

fn overlaps(other: &Temporary, start: Millis, end: Millis) -> bool {
    let begins = other.limit.activation_start_time.as_ref().map_or(Millis::MIN, Instant::epoch_millis);
    let ends = other.limit.activation_end_time.as_ref().map_or(Millis::MAX, Instant::epoch_millis);
    other.deleted.is_none() && begins < end && start < ends
}

/// The issuer's range, which the configuration states too.
fn within(amount: &Amount, most: i64, name: &str) -> Result<(), Refusal> {
    match amount.stated() {
        Some(money) if money.iso_code != "EUR" || money.exponent != 2 => {
            Err(Refusal::bad_request(format!("{name} must be in EUR, with two decimals")))
        }
        Some(money) if !(0..=most).contains(&money.value) => {
            Err(Refusal::bad_request(format!("{name} lies outside of the issuer's range, 0 to {most}")))
        }
        Some(_) => Ok(()),
        None => Err(Refusal::bad_request(format!("{name} is needed"))),
    }
}
