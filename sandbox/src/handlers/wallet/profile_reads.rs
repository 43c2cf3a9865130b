//! Reads one wallet's profile, its e-mail address, or only whether there is one.

use contract::operations::wallet::{
    CustomerEmailInfo, IsCustomerExists, IsCustomerExistsAnswer, RetrieveCustomerByUri, RetrieveCustomerByUriAnswer,
    RetrieveCustomersEmailByUri, RetrieveCustomersEmailByUriAnswer,
};

use super::{at_issuer, only};
use crate::{
    handlers::Handle,
    population::{By, PersonNumber},
    refusal::Refusal,
    world::World,
};

impl Handle<RetrieveCustomerByUri> for World {
    fn concerns(&self, request: &RetrieveCustomerByUri) -> Result<Vec<PersonNumber>, Refusal> {
        self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)
    }

    fn handle(
        &mut self,
        _request: RetrieveCustomerByUri,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveCustomerByUriAnswer, Refusal> {
        let record = self.record(only(concerned)?);
        Ok(RetrieveCustomerByUriAnswer { customer_look_up_info: vec![record].into() })
    }
}

impl Handle<RetrieveCustomersEmailByUri> for World {
    fn concerns(&self, request: &RetrieveCustomersEmailByUri) -> Result<Vec<PersonNumber>, Refusal> {
        self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)
    }

    fn handle(
        &mut self,
        _request: RetrieveCustomersEmailByUri,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveCustomersEmailByUriAnswer, Refusal> {
        let record = self.record(only(concerned)?);
        Ok(RetrieveCustomersEmailByUriAnswer {
            customer_email_info: Some(CustomerEmailInfo {
                email: record.email,
                email_pending: record.email_pending,
                email_verified: record.email_verified,
                email_verified_date: record.email_verified_date,
            }),
        })
    }
}

impl Handle<IsCustomerExists> for World {
    /// "No" is an answer here, so an unknown customer is nobody and not a refusal.
    fn concerns(&self, request: &IsCustomerExists) -> Result<Vec<PersonNumber>, Refusal> {
        at_issuer(&request.issuing_partner_uri, &request.partner_uri)?;
        let IsCustomerExists { customer_uri, email, external_id, .. } = request;
        let stated = [
            customer_uri.as_ref().map(|uri| (By::Uri, uri.as_str())),
            email.as_ref().map(|email| (By::Email, email.in_clear())),
            external_id.as_ref().map(|id| (By::ExternalId, id.as_str())),
        ];
        let mut stated = stated.into_iter().flatten();
        let Some((by, text)) = stated.next() else {
            return Err(Refusal::invalid("one of customerUri, email, externalId"));
        };
        let mut found = self.find(by, text);
        stated.for_each(|(by, text)| found.retain(|number| self.find(by, text).contains(number)));
        Ok(found)
    }

    fn handle(
        &mut self,
        _request: IsCustomerExists,
        concerned: &[PersonNumber],
    ) -> Result<IsCustomerExistsAnswer, Refusal> {
        Ok(IsCustomerExistsAnswer { exists: Some(!concerned.is_empty()) })
    }
}
