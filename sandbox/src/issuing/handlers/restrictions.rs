//! Authorization restrictions and what overrides them.

use contract::{
    AuthorizationRestrictionOverrideReference, AuthorizationRestrictionReference, Rows,
    operations::issuing::limits::{
        AuthorizationRestriction, AuthorizationRestrictionOverride, AuthorizationRestrictionOverrideChange,
        AuthorizationRestrictionOverrideConfirmed, CreateAuthorizationRestrictionOverride,
        DeleteAuthorizationRestrictionOverride, ListAuthorizationRestrictionOverrideHistory,
        ListAuthorizationRestrictionOverrides, ListAuthorizationRestrictions, RetrieveAuthorizationRestriction,
        RetrieveAuthorizationRestrictionOverride, UpdateAuthorizationRestrictionOverride,
    },
};

use super::{
    super::{
        controls::{Override, OverrideChange, RestrictionSettings, moment, put},
        plan::Plan,
    },
    override_rules::{in_order, listed, place, wins_or_loses},
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<ListAuthorizationRestrictions> for World {
    fn concerns(&self, request: &ListAuthorizationRestrictions) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(
        &mut self,
        request: ListAuthorizationRestrictions,
        _: &[PersonNumber],
    ) -> Result<Rows<AuthorizationRestriction>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        Ok(self.restrictions(&plan).into())
    }
}

impl Handle<RetrieveAuthorizationRestriction> for World {
    fn concerns(&self, request: &RetrieveAuthorizationRestriction) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.one_restriction(&plan, &request.authorization_restriction_reference).map(|_| vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: RetrieveAuthorizationRestriction,
        _: &[PersonNumber],
    ) -> Result<AuthorizationRestriction, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        self.one_restriction(&plan, &request.authorization_restriction_reference)
    }
}

impl Handle<CreateAuthorizationRestrictionOverride> for World {
    fn concerns(&self, request: &CreateAuthorizationRestrictionOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.one_restriction(&plan, &request.authorization_restriction_reference)?;
        self.restriction_in_order(&plan, &wanted(request))?;
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: CreateAuthorizationRestrictionOverride,
        _: &[PersonNumber],
    ) -> Result<AuthorizationRestrictionOverrideConfirmed, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let reference = self.issuing.hand.uuid();
        let changes = vec![self.override_change(&plan, OverrideChange::CREATE)];
        let made = Override { reference: reference.clone(), changes, ..wanted(&request) };
        self.account_state_mut(plan.number).controls.restrictions.push(made);
        Ok(confirmed(reference))
    }
}

impl Handle<ListAuthorizationRestrictionOverrides> for World {
    fn concerns(&self, request: &ListAuthorizationRestrictionOverrides) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.one_restriction(&plan, &request.authorization_restriction_reference).map(|_| vec![plan.number.person])
    }

    /// Those that count, or with `all` everything that ever did or will, what was ended marked as such.
    fn handle(
        &mut self,
        request: ListAuthorizationRestrictionOverrides,
        _: &[PersonNumber],
    ) -> Result<Rows<AuthorizationRestrictionOverride>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let now = self.now_on(&plan);
        let held = &self.account_state(plan.number).controls.restrictions;
        let rows = listed(held, request.authorization_restriction_reference.as_str(), request.all, now);
        Ok(rows.map(|one| one.shown()).collect::<Vec<_>>().into())
    }
}

impl Handle<RetrieveAuthorizationRestrictionOverride> for World {
    fn concerns(&self, request: &RetrieveAuthorizationRestrictionOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let of = &request.authorization_restriction_reference;
        let place = self.restriction_override(&plan, of, &request.authorization_restriction_override_reference);
        place.map(|_| vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: RetrieveAuthorizationRestrictionOverride,
        _: &[PersonNumber],
    ) -> Result<AuthorizationRestrictionOverride, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let of = &request.authorization_restriction_reference;
        let place = self.restriction_override(&plan, of, &request.authorization_restriction_override_reference)?;
        Ok(self.account_state(plan.number).controls.restrictions[place].shown())
    }
}

impl Handle<ListAuthorizationRestrictionOverrideHistory> for World {
    fn concerns(&self, request: &ListAuthorizationRestrictionOverrideHistory) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let of = &request.authorization_restriction_reference;
        let place = self.any_restriction_override(&plan, of, &request.authorization_restriction_override_reference);
        place.map(|_| vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: ListAuthorizationRestrictionOverrideHistory,
        _: &[PersonNumber],
    ) -> Result<Rows<AuthorizationRestrictionOverrideChange>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let of = &request.authorization_restriction_reference;
        let place = self.any_restriction_override(&plan, of, &request.authorization_restriction_override_reference)?;
        Ok(self.account_state(plan.number).controls.restrictions[place].history().into())
    }
}

impl Handle<UpdateAuthorizationRestrictionOverride> for World {
    fn concerns(&self, request: &UpdateAuthorizationRestrictionOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let of = &request.authorization_restriction_reference;
        let place = self.restriction_override(&plan, of, &request.authorization_restriction_override_reference)?;
        let mut changed = self.account_state(plan.number).controls.restrictions[place].clone();
        change(&mut changed, request.clone());
        self.restriction_in_order(&plan, &changed)?;
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: UpdateAuthorizationRestrictionOverride,
        _: &[PersonNumber],
    ) -> Result<AuthorizationRestrictionOverrideConfirmed, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let of = &request.authorization_restriction_reference;
        let reference = request.authorization_restriction_override_reference.clone();
        let place = self.restriction_override(&plan, of, &reference)?;
        let noted = self.override_change(&plan, OverrideChange::UPDATE);
        let held = &mut self.account_state_mut(plan.number).controls.restrictions[place];
        change(held, request);
        held.changes.push(noted);
        Ok(confirmed(reference.to_string()))
    }
}

impl Handle<DeleteAuthorizationRestrictionOverride> for World {
    fn concerns(&self, request: &DeleteAuthorizationRestrictionOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let of = &request.authorization_restriction_reference;
        let place = self.restriction_override(&plan, of, &request.authorization_restriction_override_reference);
        place.map(|_| vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: DeleteAuthorizationRestrictionOverride,
        _: &[PersonNumber],
    ) -> Result<AuthorizationRestrictionOverrideConfirmed, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let of = &request.authorization_restriction_reference;
        let reference = &request.authorization_restriction_override_reference;
        let place = self.restriction_override(&plan, of, reference)?;
        let noted = self.override_change(&plan, OverrideChange::DELETE);
        let held = &mut self.account_state_mut(plan.number).controls.restrictions[place];
        held.deleted = true;
        held.changes.push(noted);
        Ok(confirmed(reference.to_string()))
    }
}

fn change(held: &mut Override<RestrictionSettings>, request: UpdateAuthorizationRestrictionOverride) {
    held.move_to(request.activation_start_time, request.activation_end_time, request.priority);
    put(request.condition_check, &mut held.sets.condition_check);
    put(request.condition_parameters, &mut held.sets.condition_parameters);
}

fn confirmed(reference: String) -> AuthorizationRestrictionOverrideConfirmed {
    AuthorizationRestrictionOverrideConfirmed { authorization_restriction_override_reference: Some(reference.into()) }
}

/// What a request makes, without a reference yet; its priority is 0 unless given (public).
fn wanted(request: &CreateAuthorizationRestrictionOverride) -> Override<RestrictionSettings> {
    Override {
        reference: String::new(),
        of: request.authorization_restriction_reference.to_string(),
        start: moment(&request.activation_start_time),
        end: moment(&request.activation_end_time),
        priority: request.priority.unwrap_or(0),
        deleted: false,
        sets: RestrictionSettings {
            condition_check: request.condition_check,
            condition_parameters: request.condition_parameters.clone(),
        },
        changes: Vec::new(),
    }
}

impl World {
    fn one_restriction(
        &self,
        plan: &Plan,
        reference: &AuthorizationRestrictionReference,
    ) -> Result<AuthorizationRestriction, Refusal> {
        let is_it = |one: &AuthorizationRestriction| {
            one.authorization_restriction_identifier.authorization_restriction_reference == *reference
        };
        let found = self.restrictions(plan).into_iter().find(is_it);
        found.ok_or_else(|| Refusal::not_found("The account has no restriction of this reference."))
    }

    /// The place of an override of this restriction.
    fn any_restriction_override(
        &self,
        plan: &Plan,
        of: &AuthorizationRestrictionReference,
        reference: &AuthorizationRestrictionOverrideReference,
    ) -> Result<usize, Refusal> {
        let place = place(&self.account_state(plan.number).controls.restrictions, of.as_str(), reference.as_str());
        place.ok_or_else(|| Refusal::not_found("The restriction has no override of this reference."))
    }

    /// The place of one that was not ended.
    fn restriction_override(
        &self,
        plan: &Plan,
        of: &AuthorizationRestrictionReference,
        reference: &AuthorizationRestrictionOverrideReference,
    ) -> Result<usize, Refusal> {
        let place = self.any_restriction_override(plan, of, reference)?;
        match self.account_state(plan.number).controls.restrictions[place].deleted {
            true => Err(Refusal::not_found("The override was ended.")),
            false => Ok(place),
        }
    }

    fn restriction_in_order(&self, plan: &Plan, wanted: &Override<RestrictionSettings>) -> Result<(), Refusal> {
        let bad = |item: &String| item.is_empty() || item.contains(',') || item.trim() != item;
        if wanted.sets.condition_parameters.iter().flatten().any(bad) {
            return Err(Refusal::bad_request(
                "an item of conditionParameters must hold no comma and neither begin nor end with a blank",
            ));
        }
        in_order(wanted)?;
        wins_or_loses(wanted, &self.account_state(plan.number).controls.restrictions)
    }
}
