//! Changes the profile of customer care.

use contract::{operations::wallet::UpdateCustomerInfo, wallet::Confirmed};

use super::only;
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, wallets::profile::Stated, world::World};

impl Handle<UpdateCustomerInfo> for World {
    fn concerns(&self, request: &UpdateCustomerInfo) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        Stated {
            first_name: request.first_name.as_deref(),
            last_name: request.last_name.as_deref(),
            email: request.email.as_ref(),
            phone: request.phone.as_ref(),
            state: request.state.as_deref(),
        }
        .check()?;
        let email = request.email.as_ref();
        if email.is_some_and(|email| self.is_email_taken(email.in_clear(), concerned.first().copied())) {
            return Err(Refusal::invalid("email: it is another customer's"));
        }
        Ok(concerned)
    }

    fn handle(&mut self, request: UpdateCustomerInfo, concerned: &[PersonNumber]) -> Result<Confirmed, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| wallet.change_profile(request, now));
        Ok(Confirmed {})
    }
}
