//! Velocity limits and what overrides them.

use contract::{
    Amount, Rows, VelocityLimitOverrideReference, VelocityLimitReference,
    operations::issuing::limits::{
        Change, CreateVelocityLimitOverride, DeleteVelocityLimitOverride, ListVelocityLimitOverrideHistory,
        ListVelocityLimitOverrides, ListVelocityLimits, RetrieveVelocityLimit, RetrieveVelocityLimitOverride,
        UpdateVelocityLimitOverride, VelocityLimit, VelocityLimitOverride, VelocityLimitOverrideChange,
        VelocityLimitOverrideIdentifier,
    },
};

use super::{
    super::{
        controls::{Override, OverrideChange, VelocitySettings, moment, put},
        plan::Plan,
    },
    override_rules::{has_its_own_priority, in_order, listed, place},
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<ListVelocityLimits> for World {
    fn concerns(&self, request: &ListVelocityLimits) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: ListVelocityLimits, _: &[PersonNumber]) -> Result<Rows<VelocityLimit>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        Ok(self.listed_velocity_limits(&plan).into())
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

    /// Those that count, or with `all` everything that ever did or will, what was ended marked as such.
    fn handle(
        &mut self,
        request: ListVelocityLimitOverrides,
        _: &[PersonNumber],
    ) -> Result<Rows<VelocityLimitOverride>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let now = self.now_on(&plan);
        let held = &self.account_state(plan.number).controls.velocity;
        let rows = listed(held, request.velocity_limit_reference.as_str(), request.all, now);
        Ok(rows.map(|one| one.shown()).collect::<Vec<_>>().into())
    }
}

impl Handle<RetrieveVelocityLimitOverride> for World {
    fn concerns(&self, request: &RetrieveVelocityLimitOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let (of, reference) = (&request.velocity_limit_reference, &request.velocity_limit_override_reference);
        self.velocity_override(&plan, of, reference).map(|_| vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: RetrieveVelocityLimitOverride,
        _: &[PersonNumber],
    ) -> Result<VelocityLimitOverride, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let (of, reference) = (&request.velocity_limit_reference, &request.velocity_limit_override_reference);
        let place = self.velocity_override(&plan, of, reference)?;
        Ok(self.account_state(plan.number).controls.velocity[place].shown())
    }
}

impl Handle<ListVelocityLimitOverrideHistory> for World {
    fn concerns(&self, request: &ListVelocityLimitOverrideHistory) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let (of, reference) = (&request.velocity_limit_reference, &request.velocity_limit_override_reference);
        self.any_velocity_override(&plan, of, reference).map(|_| vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: ListVelocityLimitOverrideHistory,
        _: &[PersonNumber],
    ) -> Result<Rows<VelocityLimitOverrideChange>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let (of, reference) = (&request.velocity_limit_reference, &request.velocity_limit_override_reference);
        let place = self.any_velocity_override(&plan, of, reference)?;
        Ok(self.account_state(plan.number).controls.velocity[place].history().into())
    }
}

impl Handle<CreateVelocityLimitOverride> for World {
    fn concerns(&self, request: &CreateVelocityLimitOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.one_velocity_limit(&plan, &request.velocity_limit_reference)?;
        self.velocity_in_order(&plan, &wanted(request)?)?;
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: CreateVelocityLimitOverride,
        _: &[PersonNumber],
    ) -> Result<VelocityLimitOverrideIdentifier, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let wanted = wanted(&request)?;
        let reference = self.issuing.hand.uuid();
        let changes = vec![self.override_change(&plan, OverrideChange::CREATE)];
        let made = Override { reference: reference.clone(), changes, ..wanted };
        self.account_state_mut(plan.number).controls.velocity.push(made);
        Ok(identifier(reference))
    }
}

impl Handle<UpdateVelocityLimitOverride> for World {
    fn concerns(&self, request: &UpdateVelocityLimitOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let (of, reference) = (&request.velocity_limit_reference, &request.velocity_limit_override_reference);
        let place = self.velocity_override(&plan, of, reference)?;
        if request.priority == Change::Reset {
            return Err(Refusal::bad_request("priority cannot be taken away"));
        }
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
        let (of, reference) = (&request.velocity_limit_reference, &request.velocity_limit_override_reference);
        let (place, name) = (self.velocity_override(&plan, of, reference)?, reference.to_string());
        let noted = self.override_change(&plan, OverrideChange::UPDATE);
        let held = &mut self.account_state_mut(plan.number).controls.velocity[place];
        change(held, request);
        held.changes.push(noted);
        Ok(identifier(name))
    }
}

impl Handle<DeleteVelocityLimitOverride> for World {
    fn concerns(&self, request: &DeleteVelocityLimitOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let (of, reference) = (&request.velocity_limit_reference, &request.velocity_limit_override_reference);
        self.velocity_override(&plan, of, reference).map(|_| vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: DeleteVelocityLimitOverride,
        _: &[PersonNumber],
    ) -> Result<VelocityLimitOverrideIdentifier, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let (of, reference) = (&request.velocity_limit_reference, &request.velocity_limit_override_reference);
        let place = self.velocity_override(&plan, of, reference)?;
        let noted = self.override_change(&plan, OverrideChange::DELETE);
        let held = &mut self.account_state_mut(plan.number).controls.velocity[place];
        held.deleted = true;
        held.changes.push(noted);
        Ok(identifier(reference.to_string()))
    }
}

/// What a request makes, without a reference yet. The priority is required when one is made (public).
fn wanted(request: &CreateVelocityLimitOverride) -> Result<Override<VelocitySettings>, Refusal> {
    let Some(priority) = request.priority else { return Err(Refusal::bad_request("priority is needed")) };
    Ok(Override {
        reference: String::new(),
        of: request.velocity_limit_reference.to_string(),
        start: moment(&request.activation_start_time),
        end: moment(&request.activation_end_time),
        priority,
        deleted: false,
        sets: VelocitySettings {
            maximum_amount: request.maximum_amount.clone(),
            maximum_amount_check: request.maximum_amount_check,
            maximum_count: request.maximum_count,
            maximum_count_check: request.maximum_count_check,
            minimum_amount: request.minimum_amount.clone(),
            minimum_amount_check: request.minimum_amount_check,
        },
        changes: Vec::new(),
    })
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

    /// The place of an override of this limit.
    fn any_velocity_override(
        &self,
        plan: &Plan,
        of: &VelocityLimitReference,
        reference: &VelocityLimitOverrideReference,
    ) -> Result<usize, Refusal> {
        let place = place(&self.account_state(plan.number).controls.velocity, of.as_str(), reference.as_str());
        place.ok_or_else(|| Refusal::not_found("The limit has no override of this reference."))
    }

    /// The place of one that was not ended.
    fn velocity_override(
        &self,
        plan: &Plan,
        of: &VelocityLimitReference,
        reference: &VelocityLimitOverrideReference,
    ) -> Result<usize, Refusal> {
        let place = self.any_velocity_override(plan, of, reference)?;
        match self.account_state(plan.number).controls.velocity[place].deleted {
            true => Err(Refusal::not_found("The override was ended.")),
            false => Ok(place),
        }
    }

    fn velocity_in_order(&self, plan: &Plan, wanted: &Override<VelocitySettings>) -> Result<(), Refusal> {
        let sets = &wanted.sets;
        let in_euro = |amount: &Amount| amount.iso_code.as_deref() == Some("EUR") && amount.exponent == Some(2);
        let amounts = [&sets.maximum_amount, &sets.minimum_amount];
        if amounts.into_iter().flatten().any(|amount| !in_euro(amount) || amount.value.is_none()) {
            return Err(Refusal::bad_request("an amount must be in EUR, with two decimals"));
        }
        if sets.maximum_count.is_some_and(|count| !(0..=999_999_999).contains(&count)) {
            return Err(Refusal::bad_request("maximumCount is from 0 to 999999999"));
        }
        for (name, is_given, check) in [
            ("maximumAmount", sets.maximum_amount.is_some(), sets.maximum_amount_check),
            ("maximumCount", sets.maximum_count.is_some(), sets.maximum_count_check),
            ("minimumAmount", sets.minimum_amount.is_some(), sets.minimum_amount_check),
        ] {
            if is_given != (check == Some(true)) {
                return Err(Refusal::bad_request(format!("{name} is given exactly where {name}Check is true")));
            }
        }
        in_order(wanted)?;
        has_its_own_priority(wanted, &self.account_state(plan.number).controls.velocity)
    }
}
