//! The lasting credit limit.

use contract::operations::issuing::limits::{CreditLimit, RetrieveAccountCreditLimit};

use super::super::shown_operation::cents;
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<RetrieveAccountCreditLimit> for World {
    fn concerns(&self, request: &RetrieveAccountCreditLimit) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        if plan.is_credit() {
            Ok(vec![plan.number.person])
        } else {
            Err(Refusal::not_found("The account has no credit limit."))
        }
    }

    fn handle(&mut self, request: RetrieveAccountCreditLimit, _: &[PersonNumber]) -> Result<CreditLimit, Refusal> {
        let plan = self.account(&request.account_reference)?;
        Ok(CreditLimit { credit_limit_amount: Some(cents(self.credit_limit(&plan))) })
    }
}
