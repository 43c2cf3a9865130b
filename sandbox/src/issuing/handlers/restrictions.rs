//! Authorization restrictions and what overrides them.

use contract::{
    AuthorizationRestrictionReference, Rows,
    operations::issuing::limits::{
        AuthorizationRestriction, AuthorizationRestrictionOverrideConfirmed, CreateAuthorizationRestrictionOverride,
        ListAuthorizationRestrictions, RetrieveAuthorizationRestriction,
    },
};

use super::{
    super::{
        controls::{Override, RestrictionSettings, moment},
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
        let bad = |item: &String| item.is_empty() || item.contains(',') || item.trim() != item;
        if request.condition_parameters.iter().flatten().any(bad) {
            return Err(Refusal::bad_request(
                "an item of conditionParameters must hold no comma and neither begin nor end with a blank",
            ));
        }
        in_order(&wanted(request, String::new()), &self.account_state(plan.number).controls.restrictions)?;
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
        Ok(AuthorizationRestrictionOverrideConfirmed {
            authorization_restriction_override_reference: Some(reference.into()),
        })
    }
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
}
