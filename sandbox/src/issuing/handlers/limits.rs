//! The permanent credit limit, and those that stand above it for a while.

use contract::{
    Amount, Instant, Rows,
    operations::issuing::limits::{
        CreateTemporaryCreditLimit, CreatedTemporaryCreditLimit, CreditLimit, DeleteTemporaryCreditLimit,
        DeletedTemporaryCreditLimit, ListTemporaryCreditLimits, RelatedTemporaryCreditLimit,
        RetrieveAccountCreditLimit, TemporaryCreditLimit, TemporaryCreditLimitIdentifier, UpdateAccountCreditLimit,
    },
};

use super::super::{
    calendar::{Millis, stamp},
    limits::Temporary,
    plan::Plan,
    shown_operation::{account_identifier, cents},
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
        Ok(self.shown_credit_limit(&plan))
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
        let now = self.now_on(&plan);
        let limits = &mut self.account_state_mut(plan.number).limits;
        limits.permanent = request.credit_limit_amount.value;
        limits.permanent_since = Some(now);
        // Since when it counts is not answered here (public).
        Ok(CreditLimit { credit_limit_amount: Some(cents(self.credit_limit(&plan))), start_date: None })
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
        let (start, end) = self.period(&plan, request);
        if end <= start {
            return Err(Refusal::bad_request("activationEndTime must be later than activationStartTime"));
        }
        let is_in_the_way = |other: &Plan| {
            self.account_state(other.number).limits.temporary.iter().any(|limit| limit.overlaps(start, end))
        };
        if request.manage_overlap != Some(true) && self.and_below(&plan).iter().any(is_in_the_way) {
            return Err(Refusal::bad_request("the period overlaps that of another temporary credit limit"));
        }
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: CreateTemporaryCreditLimit,
        _: &[PersonNumber],
    ) -> Result<CreatedTemporaryCreditLimit, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let (now, (start, end)) = (self.now_on(&plan), self.period(&plan, &request));
        let reference = self.issuing.hand.uuid();
        let mut related = Vec::new();
        for account in self.and_below(&plan) {
            let is_it = account.number == plan.number;
            let own = if is_it { reference.clone() } else { self.issuing.hand.uuid() };
            if !is_it {
                related.push(named(&account, Some(identifier(&own))));
            }
            let limit = TemporaryCreditLimit {
                temporary_credit_limit_identifier: Some(identifier(&own)),
                temporary_credit_limit_amount: Some(request.temporary_credit_limit_amount.clone()),
                activation_start_time: Some(stamp(start)),
                activation_end_time: Some(stamp(end)),
            };
            let made_with = (!is_it).then(|| reference.clone());
            let all = &mut self.account_state_mut(account.number).limits.temporary;
            all.iter_mut().for_each(|other| other.make_room(start, end, now));
            all.push(Temporary { limit, deleted: None, made_with });
        }
        let RelatedTemporaryCreditLimit { account_identifier, root, .. } = named(&plan, None);
        Ok(CreatedTemporaryCreditLimit {
            account_identifier,
            root,
            temporary_credit_limit_identifier: Some(identifier(&reference)),
            temporary_credit_limit_amount: Some(request.temporary_credit_limit_amount),
            activation_start_time: Some(stamp(start)),
            activation_end_time: Some(stamp(end)),
            related_temporary_credit_limits: (!related.is_empty()).then(|| related.into()),
        })
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
        let reference = request.temporary_credit_limit_reference.as_str();
        let place = self.temporary_limit(&plan, reference)?;
        self.account_state_mut(plan.number).limits.temporary[place].deleted = Some(now);
        let mut related = Vec::new();
        for account in self.accounts_below(&plan) {
            let all = &mut self.account_state_mut(account.number).limits.temporary;
            let with_it = |one: &&mut Temporary| one.deleted.is_none() && one.made_with.as_deref() == Some(reference);
            for ended in all.iter_mut().filter(with_it) {
                ended.deleted = Some(now);
                related.push(named(&account, ended.limit.temporary_credit_limit_identifier.clone()));
            }
        }
        let RelatedTemporaryCreditLimit { account_identifier, root, .. } = named(&plan, None);
        Ok(DeletedTemporaryCreditLimit {
            account_identifier,
            root,
            temporary_credit_limit_identifier: Some(identifier(reference)),
            related_temporary_credit_limits: (!related.is_empty()).then(|| related.into()),
        })
    }
}

fn identifier(reference: &str) -> TemporaryCreditLimitIdentifier {
    TemporaryCreditLimitIdentifier { temporary_credit_limit_reference: Some(reference.into()) }
}

/// An account and its limit, as a call names it that made or ended several.
fn named(account: &Plan, limit: Option<TemporaryCreditLimitIdentifier>) -> RelatedTemporaryCreditLimit {
    RelatedTemporaryCreditLimit {
        account_identifier: Some(account_identifier(account)),
        root: Some(account.wanted.below.is_none()),
        temporary_credit_limit_identifier: limit,
    }
}

impl World {
    /// The account, and those for which it pays: a temporary limit of the one on top counts for all of them.
    fn and_below(&self, plan: &Plan) -> Vec<Plan> {
        let mut all = self.accounts_below(plan);
        all.insert(0, plan.clone());
        all
    }

    /// The permanent limit and since when it is that: the product's is since the account was opened, and the guide states no
    /// date (seed 004:2350).
    fn shown_credit_limit(&self, plan: &Plan) -> CreditLimit {
        let changed = self.account_state(plan.number).limits.permanent_since;
        let since = changed.or_else(|| plan.wanted.printed.is_none().then(|| plan.wanted.opened.midnight()));
        CreditLimit { credit_limit_amount: Some(cents(self.credit_limit(plan))), start_date: since.map(stamp) }
    }

    /// From when until when a limit would count: at once unless its beginning is given.
    fn period(&self, plan: &Plan, request: &CreateTemporaryCreditLimit) -> (Millis, Millis) {
        let start = request.activation_start_time.as_ref().map_or_else(|| self.now_on(plan), Instant::epoch_millis);
        (start, request.activation_end_time.epoch_millis())
    }

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
