//! Records and lists what earns points.

use contract::operations::wallet::{
    LoyaltyActivity, ProcessExternalActivity, ProcessExternalActivityAnswer, QueryActivities, QueryActivitiesAnswer,
};

use super::{at_issuer, only};
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::{activities::ONDEMAND_AWARD, cards::cents},
    world::World,
};

impl Handle<ProcessExternalActivity> for World {
    fn concerns(&self, request: &ProcessExternalActivity) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let LoyaltyActivity { activity_type, reference_id, points, points_status, .. } = &request.external_activity;
        if activity_type.as_deref() != Some(ONDEMAND_AWARD) {
            return Err(Refusal::invalid(format!("externalActivity.activityType: {ONDEMAND_AWARD}")));
        }
        if reference_id.as_ref().is_none_or(contract::ExternalId::is_empty) {
            return Err(Refusal::invalid("externalActivity.referenceId"));
        }
        if points.as_ref().and_then(cents).is_none_or(|points| points == 0) || points_status.is_some() {
            return Err(Refusal::invalid("externalActivity.points: more than none; pointsStatus is not for a request"));
        }
        let wallet = self.wallet_now(only(&concerned)?);
        if wallet.activities.iter().any(|earlier| earlier.reference_id == *reference_id) {
            return Err(Refusal::failure("the activity is recorded already"));
        }
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: ProcessExternalActivity,
        concerned: &[PersonNumber],
    ) -> Result<ProcessExternalActivityAnswer, Refusal> {
        let now = contract::Instant::from_epoch_millis(self.now());
        let mut activity = request.external_activity;
        activity.points_status = Some("GIVEN".into());
        activity.activity_date.get_or_insert(now);
        self.alter(only(concerned)?, |wallet| wallet.activities.push(activity.clone()));
        Ok(ProcessExternalActivityAnswer { activity_results: Some(activity) })
    }
}

impl Handle<QueryActivities> for World {
    fn concerns(&self, request: &QueryActivities) -> Result<Vec<PersonNumber>, Refusal> {
        match &request.customer_uri {
            Some(customer) => self.wallet_of(customer, &request.issuing_partner_uri, &request.partner_uri),
            None => at_issuer(&request.issuing_partner_uri, &request.partner_uri),
        }
    }

    /// Without a wallet: what was recorded since the beginning, whosever it is.
    fn handle(
        &mut self,
        request: QueryActivities,
        concerned: &[PersonNumber],
    ) -> Result<QueryActivitiesAnswer, Refusal> {
        let people = if concerned.is_empty() { self.everybody_changed() } else { concerned.to_vec() };
        let all = people.into_iter().flat_map(|number| self.wallet_now(number).activities.clone());
        let meant = all.filter(|activity| {
            let kind = request.activity_type.is_none() || activity.activity_type == request.activity_type;
            kind && (request.reference_id.is_none() || activity.reference_id == request.reference_id)
        });
        Ok(QueryActivitiesAnswer { activities: meant.collect::<Vec<_>>().into() })
    }
}
