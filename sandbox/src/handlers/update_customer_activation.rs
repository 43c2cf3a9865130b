//! Activates or deactivates a wallet: the two halves of an unlock.

use contract::{operations::UpdateCustomerActivation, wallet::Confirmed};

use super::{Handle, known_issuer, known_partner};
use crate::{population::PersonNumber, refusal::Refusal, world::World};

impl Handle<UpdateCustomerActivation> for World {
    fn concerns(&self, request: &UpdateCustomerActivation) -> Result<Vec<PersonNumber>, Refusal> {
        known_issuer(&request.issuing_partner_uri)?;
        known_partner(&request.partner_uri)?;
        Ok(vec![self.wallet(&request.customer_uri)?])
    }

    fn handle(&mut self, request: UpdateCustomerActivation, concerned: &[PersonNumber]) -> Result<Confirmed, Refusal> {
        for number in concerned {
            self.alter(*number, |wallet| wallet.activate(request.activate));
        }
        Ok(Confirmed {})
    }

    fn activates(request: &UpdateCustomerActivation) -> Option<bool> {
        Some(request.activate)
    }
}
