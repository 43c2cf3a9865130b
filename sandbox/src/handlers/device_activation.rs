//! Switches one device of a wallet.

use contract::{operations::UpdateCustomerDeviceActivation, wallet::Confirmed};

use super::{Handle, known_issuer, known_partner};
use crate::{population::PersonNumber, refusal::Refusal, world::World};

impl Handle<UpdateCustomerDeviceActivation> for World {
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
            self.alter(*number, |wallet| {
                let meant = wallet.devices.iter_mut().filter(|device| device.shown.device_uri == request.device_uri);
                meant.for_each(|device| device.shown.active = Some(request.activate));
            });
        }
        Ok(Confirmed {})
    }

    fn activates(request: &UpdateCustomerDeviceActivation) -> Option<bool> {
        Some(request.activate)
    }
}
