//! Checks a user name and a password.

use contract::operations::wallet::{AuthenticateCustomerLogin, AuthenticateCustomerLoginAnswer};

use super::only;
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::questions::{details, to_answer},
    world::World,
};

impl Handle<AuthenticateCustomerLogin> for World {
    fn concerns(&self, request: &AuthenticateCustomerLogin) -> Result<Vec<PersonNumber>, Refusal> {
        self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)
    }

    fn handle(
        &mut self,
        request: AuthenticateCustomerLogin,
        concerned: &[PersonNumber],
    ) -> Result<AuthenticateCustomerLoginAnswer, Refusal> {
        self.alter(only(concerned)?, |wallet| {
            wallet.log_in(request.username.in_clear(), &request.password)?;
            let own = &wallet.credentials.questions;
            let count = to_answer(own);
            Ok(AuthenticateCustomerLoginAnswer {
                number_of_questions_to_answer: u32::try_from(count).ok(),
                question_details: details(own, count).into(),
                customer_uri: Some(wallet.record.customer_uri.clone()),
            })
        })
    }
}
