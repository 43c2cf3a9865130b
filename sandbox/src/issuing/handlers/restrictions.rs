//! Authorization restrictions and what overrides them.

use contract::{
    AuthorizationRestrictionReference, Rows,
    operations::issuing::limits::{
        AuthorizationRestriction, AuthorizationRestrictionOverride, AuthorizationRestrictionOverrideConfirmed,
        CreateAuthorizationRestrictionOverride, DeleteAuthorizationRestrictionOverride,
        ListAuthorizationRestrictionOverrides, ListAuthorizationRestrictions, RetrieveAuthorizationRestriction,
        UpdateAuthorizationRestrictionOverride,
    },
};

use super::{
    super::{
        controls::{Override, RestrictionSettings, moment, put},
        plan::Plan,
    },
    velocity_limits::in_order,
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
        self.restriction_in_order(&plan, &wanted(request, String::new()))?;
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: CreateAuthorizationRestrictionOverride,
        _: &[PersonNumber],
    ) -> Result<AuthorizationRestrictionOverrideConfirmed, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let reference = self.issuing.hand.uuid();
        let made = wanted(&request, reference.clone());
        self.account_state_mut(plan.number).controls.restrictions.push(made);
        Ok(confirmed(reference))
    }
}

impl Handle<ListAuthorizationRestrictionOverrides> for World {
    fn concerns(&self, request: &ListAuthorizationRestrictionOverrides) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.one_restriction(&plan, &request.authorization_restriction_reference).map(|_| vec![plan.number.person])
    }

    /// Those that count, or with `all` everything that ever was, what was ended marked as such.
    fn handle(
        &mut self,
        request: ListAuthorizationRestrictionOverrides,
        _: &[PersonNumber],
    ) -> Result<Rows<AuthorizationRestrictionOverride>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let (now, all) = (self.now_on(&plan), request.all == Some(true));
        let of = request.authorization_restriction_reference.as_str();
        let held = self.account_state(plan.number).controls.restrictions.iter().filter(|one| one.of == of);
        Ok(held.filter(|one| all || one.counts(now)).map(|one| one.shown()).collect::<Vec<_>>().into())
    }
}

impl Handle<UpdateAuthorizationRestrictionOverride> for World {
    fn concerns(&self, request: &UpdateAuthorizationRestrictionOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        let place = self.restriction_override(&plan, request.authorization_restriction_override_reference.as_str())?;
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
        let reference = request.authorization_restriction_override_reference.to_string();
        let place = self.restriction_override(&plan, &reference)?;
        change(&mut self.account_state_mut(plan.number).controls.restrictions[place], request);
        Ok(confirmed(reference))
    }
}

impl Handle<DeleteAuthorizationRestrictionOverride> for World {
    fn concerns(&self, request: &DeleteAuthorizationRestrictionOverride) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        self.restriction_override(&plan, request.authorization_restriction_override_reference.as_str())?;
        Ok(vec![plan.number.person])
    }

    fn handle(
        &mut self,
        request: DeleteAuthorizationRestrictionOverride,
        _: &[PersonNumber],
    ) -> Result<AuthorizationRestrictionOverrideConfirmed, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let reference = request.authorization_restriction_override_reference.to_string();
        let place = self.restriction_override(&plan, &reference)?;
        self.account_state_mut(plan.number).controls.restrictions[place].deleted = true;
        Ok(confirmed(reference))
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

fn wanted(request: &CreateAuthorizationRestrictionOverride, reference: String) -> Override<RestrictionSettings> {
    Override {
        reference,
        of: request.authorization_restriction_reference.to_string(),
        start: moment(&request.activation_start_time),
        end: moment(&request.activation_end_time),
        priority: request.priority.unwrap_or(0),
        deleted: false,
        sets: RestrictionSettings {
            condition_check: request.condition_check,
            condition_parameters: request.condition_parameters.clone(),
        },
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

    /// The place of an override that was not ended.
    fn restriction_override(&self, plan: &Plan, reference: &str) -> Result<usize, Refusal> {
        let all = &self.account_state(plan.number).controls.restrictions;
        let place = all.iter().position(|one| one.reference == reference && !one.deleted);
        place.ok_or_else(|| Refusal::not_found("The restriction has no override of this reference."))
    }

    fn restriction_in_order(&self, plan: &Plan, wanted: &Override<RestrictionSettings>) -> Result<(), Refusal> {
        let bad = |item: &String| item.is_empty() || item.contains(',') || item.trim() != item;
        if wanted.sets.condition_parameters.iter().flatten().any(bad) {
            return Err(Refusal::bad_request(
                "an item of conditionParameters must hold no comma and neither begin nor end with a blank",
            ));
        }
        in_order(wanted, &self.account_state(plan.number).controls.restrictions)
    }
}
