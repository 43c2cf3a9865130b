//! Makes a wallet, and closes one for ever.

use contract::{
    operations::wallet::{CreateCustomerInfo, CreateCustomerInfoAnswer, DeleteCustomer},
    wallet::Confirmed,
};

use super::{at_issuer, only};
use crate::{
    handlers::Handle,
    people::Person,
    population::{By, PersonNumber},
    refusal::Refusal,
    wallets::{credentials::PASSWORD, profile::Stated},
    world::World,
};

impl Handle<CreateCustomerInfo> for World {
    fn concerns(&self, request: &CreateCustomerInfo) -> Result<Vec<PersonNumber>, Refusal> {
        let nobody_yet = at_issuer(&request.issuing_partner_uri, &request.partner_uri)?;
        Stated {
            first_name: Some(&request.first_name),
            last_name: Some(&request.last_name),
            email: Some(&request.email),
            phone: request.phone.as_ref(),
            state: request.state.as_deref(),
        }
        .check()?;
        if request.username != request.email {
            return Err(Refusal::invalid("username: it is the e-mail address"));
        }
        PASSWORD.allows("password", &request.password)?;
        let has_email = self.is_email_taken(request.email.in_clear(), None);
        let external_id = request.external_id.as_ref();
        if has_email || external_id.is_some_and(|id| !self.find(By::ExternalId, id.as_str()).is_empty()) {
            return Err(Refusal::customer_exists());
        }
        Ok(nobody_yet)
    }

    fn handle(
        &mut self,
        request: CreateCustomerInfo,
        _concerned: &[PersonNumber],
    ) -> Result<CreateCustomerInfoAnswer, Refusal> {
        let now = self.now();
        let mut person = Person::just_made(&request.first_name, &request.last_name, &request.email, now, self.made());
        let record = &mut person.record;
        record.external_id = request.external_id;
        record.address1 = request.address1;
        record.address2 = request.address2;
        record.city = request.city;
        record.state = request.state;
        record.zip = request.zip;
        record.country = request.country;
        record.phone = request.phone;
        let customer_uri = Some(record.customer_uri.clone());
        let number = self.take_in(&person);
        self.alter(number, |wallet| wallet.set_password(&request.password, now));
        Ok(CreateCustomerInfoAnswer { customer_uri })
    }
}

impl Handle<DeleteCustomer> for World {
    fn concerns(&self, request: &DeleteCustomer) -> Result<Vec<PersonNumber>, Refusal> {
        self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)
    }

    fn handle(&mut self, _request: DeleteCustomer, concerned: &[PersonNumber]) -> Result<Confirmed, Refusal> {
        self.alter(only(concerned)?, |wallet| wallet.deleted = true);
        Ok(Confirmed {})
    }
}
