//! Velocity limits and what overrides them.

use contract::{
    Amount, Rows, VelocityLimitReference,
    operations::issuing::limits::{
        CreateVelocityLimitOverride, DeleteVelocityLimitOverride, ListVelocityLimitOverrides, ListVelocityLimits,
        RetrieveVelocityLimit, RetrieveVelocityLimitOverride, UpdateVelocityLimitOverride, VelocityLimit,
        VelocityLimitOverride, VelocityLimitOverrideIdentifier,
    },
};

use super::super::{
    controls::{Override, VelocitySettings, moment, put},
    plan::Plan,
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<ListVelocityLimits> for World {
    fn concerns(&self, request: &ListVelocityLimits) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: ListVelocityLimits, _: &[PersonNumber]) -> Result<Rows<VelocityLimit>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        Ok(self.velocity_limits(&plan).into())
    }
}

impl Handle<RetrieveVelocityLimit> for World {
    fn concerns(&self, request: &RetrieveVelocityLimit) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.one_velocity_limit(&plan, &request.velocity_limit_reference).map(|_| vec![plan.number.person])
    }

    fn handle(&mut self, request: RetrieveVelocityLimit, _: &[PersonNumber]) -> Result<VelocityLimit, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        self.one_velocity_limit(&plan, &request.velocity_limit_reference)
    }
}

impl Handle<ListVelocityLimitOverrides> for World {
    fn concerns(&self, request: &ListVelocityLimitOverrides) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.one_velocity_limit(&plan, &request.velocity_limit_reference).map(|_| vec![plan.number.person])
    }

    /// Those that count or will; those that were ended are in another, public list.
    fn handle(
        &mut self,
        request: ListVelocityLimitOverrides,
        _: &[PersonNumber],
    ) -> Result<Rows<VelocityLimitOverride>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let now = self.now_on(&plan);
        let of = request.velocity_limit_reference.as_str();
        let all = self.account_state(plan.number).controls.velocity.iter();
        let there = all.filter(|one| one.of == of && !one.deleted && one.end.is_none_or(|end| now <= end));
        Ok(there.map(|one| one.shown()).collect::<Vec<_>>().into())
    }
}

impl Handle<RetrieveVelocityLimitOverride> for World {
    fn concerns(&self, request: &RetrieveVelocityLimitOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.velocity_override(&plan, request.velocity_limit_override_reference.as_str())?;
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: RetrieveVelocityLimitOverride,
        _: &[PersonNumber],
    ) -> Result<VelocityLimitOverride, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let place = self.velocity_override(&plan, request.velocity_limit_override_reference.as_str())?;
        Ok(self.account_state(plan.number).controls.velocity[place].shown())
    }
}

impl Handle<CreateVelocityLimitOverride> for World {
    fn concerns(&self, request: &CreateVelocityLimitOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.one_velocity_limit(&plan, &request.velocity_limit_reference)?;
        let sets = VelocitySettings {
            maximum_amount: request.maximum_amount.clone(),
            maximum_count: request.maximum_count,
            minimum_amount: request.minimum_amount.clone(),
            ..VelocitySettings::default()
        };
        self.velocity_in_order(
            &plan,
            &Override {
                reference: String::new(),
                of: request.velocity_limit_reference.to_string(),
                start: moment(&request.activation_start_time),
                end: moment(&request.activation_end_time),
                priority: request.priority.unwrap_or(0),
                deleted: false,
                sets,
            },
        )?;
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: CreateVelocityLimitOverride,
        _: &[PersonNumber],
    ) -> Result<VelocityLimitOverrideIdentifier, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let reference = self.issuing.hand.uuid();
        let made = Override {
            reference: reference.clone(),
            of: request.velocity_limit_reference.to_string(),
            start: moment(&request.activation_start_time),
            end: moment(&request.activation_end_time),
            priority: request.priority.unwrap_or(0),
            deleted: false,
            sets: VelocitySettings {
                maximum_amount: request.maximum_amount,
                maximum_amount_check: request.maximum_amount_check,
                maximum_count: request.maximum_count,
                maximum_count_check: request.maximum_count_check,
                minimum_amount: request.minimum_amount,
                minimum_amount_check: request.minimum_amount_check,
            },
        };
        self.account_state_mut(plan.number).controls.velocity.push(made);
        Ok(identifier(reference))
    }
}

impl Handle<UpdateVelocityLimitOverride> for World {
    fn concerns(&self, request: &UpdateVelocityLimitOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let place = self.velocity_override(&plan, request.velocity_limit_override_reference.as_str())?;
        let mut changed = self.account_state(plan.number).controls.velocity[place].clone();
        change(&mut changed, request.clone());
        self.velocity_in_order(&plan, &changed)?;
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: UpdateVelocityLimitOverride,
        _: &[PersonNumber],
    ) -> Result<VelocityLimitOverrideIdentifier, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let reference = request.velocity_limit_override_reference.to_string();
        let place = self.velocity_override(&plan, &reference)?;
        change(&mut self.account_state_mut(plan.number).controls.velocity[place], request);
        Ok(identifier(reference))
    }
}

impl Handle<DeleteVelocityLimitOverride> for World {
    fn concerns(&self, request: &DeleteVelocityLimitOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.velocity_override(&plan, request.velocity_limit_override_reference.as_str())?;
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: DeleteVelocityLimitOverride,
        _: &[PersonNumber],
    ) -> Result<VelocityLimitOverrideIdentifier, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let reference = request.velocity_limit_override_reference.to_string();
        let place = self.velocity_override(&plan, &reference)?;
        self.account_state_mut(plan.number).controls.velocity[place].deleted = true;
        Ok(identifier(reference))
    }
}

fn change(held: &mut Override<VelocitySettings>, request: UpdateVelocityLimitOverride) {
    held.move_to(request.activation_start_time, request.activation_end_time, request.priority);
    put(request.maximum_amount, &mut held.sets.maximum_amount);
    put(request.maximum_amount_check, &mut held.sets.maximum_amount_check);
    put(request.maximum_count, &mut held.sets.maximum_count);
    put(request.maximum_count_check, &mut held.sets.maximum_count_check);
    put(request.minimum_amount, &mut held.sets.minimum_amount);
    put(request.minimum_amount_check, &mut held.sets.minimum_amount_check);
}

fn identifier(reference: String) -> VelocityLimitOverrideIdentifier {
    VelocityLimitOverrideIdentifier { velocity_limit_override_reference: Some(reference.into()) }
}

impl World {
    fn one_velocity_limit(&self, plan: &Plan, reference: &VelocityLimitReference) -> Result<VelocityLimit, Refusal> {
        let all = self.velocity_limits(plan);
        let found =
            all.into_iter().find(|limit| limit.velocity_limit_identifier.velocity_limit_reference == *reference);
        found.ok_or_else(|| Refusal::not_found("The account has no velocity limit of this reference."))
    }

    /// The place of an override that was not ended.
    fn velocity_override(&self, plan: &Plan, reference: &str) -> Result<usize, Refusal> {
        let all = &self.account_state(plan.number).controls.velocity;
        let place = all.iter().position(|one| one.reference == reference && !one.deleted);
        place.ok_or_else(|| Refusal::not_found("The limit has no override of this reference."))
    }

    fn velocity_in_order(&self, plan: &Plan, wanted: &Override<VelocitySettings>) -> Result<(), Refusal> {
        let in_euro = |amount: &Amount| amount.iso_code.as_deref() == Some("EUR") && amount.exponent == Some(2);
        let amounts = [&wanted.sets.maximum_amount, &wanted.sets.minimum_amount];
        if amounts.into_iter().flatten().any(|amount| !in_euro(amount) || amount.value.is_none()) {
            return Err(Refusal::bad_request("an amount must be in EUR, with two decimals"));
        }
        if wanted.sets.maximum_count.is_some_and(|count| !(0..=999_999_999).contains(&count)) {
            return Err(Refusal::bad_request("maximumCount is from 0 to 999999999"));
        }
        in_order(wanted, &self.account_state(plan.number).controls.velocity)
    }
}

/// A period that ends after it begins, and a priority that no other has at the same time.
pub(super) fn in_order<S>(wanted: &Override<S>, all: &[Override<S>]) -> Result<(), Refusal> {
    if wanted.start.zip(wanted.end).is_some_and(|(start, end)| end <= start) {
        return Err(Refusal::bad_request("activationEndTime must be later than activationStartTime"));
    }
    if wanted.priority > 9999 {
        return Err(Refusal::bad_request("priority is from 0 to 9999"));
    }
    let clashes = |other: &Override<S>| {
        other.of == wanted.of
            && other.reference != wanted.reference
            && other.priority == wanted.priority
            && other.overlaps(wanted.start, wanted.end)
    };
    if all.iter().any(clashes) {
        return Err(Refusal::bad_request("another override with this priority counts at the same time"));
    }
    Ok(())
}
