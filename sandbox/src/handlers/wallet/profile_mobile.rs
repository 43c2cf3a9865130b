//! Reads and replaces the profile of the mobile transactions. Their tables know 304 for whatever a request is to blame for.

use contract::{
    Instant, TenantUri,
    operations::wallet::{CustomerProfile, RetrieveCustomerV2, RetrieveCustomerV2Answer, UpdateCustomerV2},
    wallet::Confirmed,
};

use super::{at_issuer, only};
use crate::{
    handlers::{Handle, known_partner},
    people::ISSUING_PARTNER_URI,
    population::{By, PersonNumber},
    refusal::Refusal,
    wallets::profile::Stated,
    world::World,
};

const NAMES: &str = "customerUri, externalId";

impl Handle<RetrieveCustomerV2> for World {
    fn concerns(&self, request: &RetrieveCustomerV2) -> Result<Vec<PersonNumber>, Refusal> {
        known_tenant(&request.tenant_uri)?;
        known_partner(&request.partner_uri).map_err(Refusal::into_invalid)?;
        self.wallet_by_either(request.customer_uri.as_ref(), request.external_id.as_ref(), NAMES)
            .map(|number| vec![number])
            .map_err(Refusal::into_invalid)
    }

    /// One word for the wallet's state: `active` is false for a locked one too (seed 003:634-635).
    fn handle(
        &mut self,
        _request: RetrieveCustomerV2,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveCustomerV2Answer, Refusal> {
        let wallet = self.wallet_now(only(concerned)?);
        let record = &wallet.record;
        Ok(RetrieveCustomerV2Answer {
            active: record.active.map(|active| active && record.locked != Some(true)),
            create_date: record.create_date.clone(),
            modified_time: wallet.modified.as_ref().and_then(|moment| Instant::parse(&moment.to_seconds_and_z())),
            tenant_name: record.issuing_partner_short_name.clone(),
            customer_id: record.customer_id.clone(),
            stub: Some(false),
            customer: Some(wallet.profile()),
        })
    }
}

impl Handle<UpdateCustomerV2> for World {
    fn concerns(&self, request: &UpdateCustomerV2) -> Result<Vec<PersonNumber>, Refusal> {
        let number = self.whose_profile(&request.customer).map_err(Refusal::into_invalid)?;
        Ok(vec![number])
    }

    fn handle(&mut self, request: UpdateCustomerV2, concerned: &[PersonNumber]) -> Result<Confirmed, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| wallet.replace_profile(request.customer, now));
        Ok(Confirmed {})
    }
}

impl World {
    /// The profile's own identifiers tell whose it is. What the gateway gave must be as the gateway gave it.
    fn whose_profile(&self, profile: &CustomerProfile) -> Result<PersonNumber, Refusal> {
        let CustomerProfile { customer_uri, external_id, issuing_partner_uri, partner_uri, .. } = profile;
        if let (Some(issuer), Some(partner)) = (issuing_partner_uri, partner_uri) {
            at_issuer(issuer, partner)?;
        }
        let number = match customer_uri {
            Some(customer_uri) => self.wallet(customer_uri)?,
            None => self.wallet_by_either(None, external_id.as_ref(), NAMES)?,
        };
        Stated {
            first_name: profile.first_name.as_deref(),
            last_name: profile.last_name.as_deref(),
            email: profile.email.as_ref(),
            phone: profile.phone.as_ref(),
            state: profile.state.as_deref(),
        }
        .check()?;
        let email = profile.email.as_ref().ok_or_else(|| Refusal::invalid("customer.email"))?;
        let others = |by, text: &str| self.find(by, text).into_iter().any(|other| other != number);
        if self.is_email_taken(email.in_clear(), Some(number)) {
            return Err(Refusal::invalid("customer.email: it is another customer's"));
        }
        if external_id.as_ref().is_some_and(|id| others(By::ExternalId, id.as_str())) {
            return Err(Refusal::invalid("customer.externalId: it is another customer's"));
        }
        Ok(number)
    }
}

fn known_tenant(tenant_uri: &TenantUri) -> Result<(), Refusal> {
    if tenant_uri.as_str() == ISSUING_PARTNER_URI { Ok(()) } else { Err(Refusal::invalid("tenantUri")) }
}
