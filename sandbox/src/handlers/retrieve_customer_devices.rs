//! Lists the devices of a wallet that exactly one identifier names.

use contract::operations::{RetrieveCustomerDevices, RetrieveCustomerDevicesAnswer};

use super::{Handle, known_issuer};
use crate::{
    population::{By, PersonNumber},
    refusal::Refusal,
    world::World,
};

impl Handle<RetrieveCustomerDevices> for World {
    fn concerns(&self, request: &RetrieveCustomerDevices) -> Result<Vec<PersonNumber>, Refusal> {
        known_issuer(&request.issuing_partner_uri)?;
        match (&request.customer_uri, &request.external_id) {
            (Some(customer_uri), None) => Ok(vec![self.wallet(customer_uri)?]),
            (None, Some(external_id)) => match self.find(By::ExternalId, external_id.as_str()).first() {
                Some(number) => Ok(vec![*number]),
                None => Err(Refusal::unknown_customer()),
            },
            _ => Err(Refusal::invalid("exactly one of customerUri, externalId")),
        }
    }

    fn handle(
        &mut self,
        _request: RetrieveCustomerDevices,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveCustomerDevicesAnswer, Refusal> {
        let devices: Vec<_> = concerned.iter().flat_map(|number| self.devices(*number)).collect();
        Ok(RetrieveCustomerDevicesAnswer { customer_devices: devices.into() })
    }
}
