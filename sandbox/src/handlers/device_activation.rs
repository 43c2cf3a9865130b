//! Switches one device of a wallet.

use contract::{operations::UpdateCustomerDeviceActivation, wallet::Confirmed};

use super::{Handle, known_issuer, known_partner};
use crate::{population::PersonNumber, refusal::Refusal, world::World};

impl Handle<UpdateCustomerDeviceActivation> for World {
    const KEPT: bool = false;

    fn concerns(&self, request: &UpdateCustomerDeviceActivation) -> Result<Vec<PersonNumber>, Refusal> {
        known_issuer(&request.issuing_partner_uri)?;
        known_partner(&request.partner_uri)?;
        let number = self.wallet(&request.customer_uri)?;
        if self.devices(number).iter().any(|device| device.device_uri == request.device_uri) {
            Ok(vec![number])
        } else {
            Err(Refusal::unknown_device())
        }
    }

    fn handle(
        &mut self,
        request: UpdateCustomerDeviceActivation,
        concerned: &[PersonNumber],
    ) -> Result<Confirmed, Refusal> {
        for number in concerned {
            self.activate_device(*number, request.device_uri.as_str(), request.activate);
        }
        Ok(Confirmed {})
    }

    fn activates(request: &UpdateCustomerDeviceActivation) -> Option<bool> {
        Some(request.activate)
    }
}
