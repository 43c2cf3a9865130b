//! What an address is used for. Giving a usage to one address takes it from another.

use contract::operations::issuing::customers::{
    AddAddressUsage, AddedAddressUsage, AddressUsage, RemoveAddressUsage, RemovedAddressUsages,
};

use super::{addresses::unknown, customers::first};
use crate::{handlers::Handle, issuing::addresses::agreed, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<AddAddressUsage> for World {
    fn concerns(&self, request: &AddAddressUsage) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        if !self.addresses(person).is_known(request.address_reference.as_str()) {
            return Err(unknown());
        }
        agreed(&request.address_usage_name, &request.service_code)?;
        Ok(vec![person])
    }

    fn handle(&mut self, request: AddAddressUsage, concerned: &[PersonNumber]) -> Result<AddedAddressUsage, Refusal> {
        let person = first(concerned)?;
        let AddAddressUsage { address_usage_name, service_code, entity_reference, .. } = request;
        let usage = AddressUsage { address_usage_name, service_code, entity_reference };
        let mut addresses = self.addresses(person);
        addresses.give_usage(request.address_reference.as_str(), &usage);
        self.keep_addresses(person, addresses);
        Ok(AddedAddressUsage {
            address_usage_name: Some(usage.address_usage_name),
            service_code: Some(usage.service_code),
            entity_reference: usage.entity_reference,
        })
    }
}

impl Handle<RemoveAddressUsage> for World {
    fn concerns(&self, request: &RemoveAddressUsage) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        let mut addresses = self.addresses(person);
        if !addresses.is_known(request.address_reference.as_str()) {
            return Err(unknown());
        }
        let ended = addresses.end_usages(request.address_reference.as_str(), |usage| is_meant(request, usage));
        if ended.is_empty() {
            return Err(Refusal::not_found("The address has no such usage."));
        }
        Ok(vec![person])
    }

    fn handle(
        &mut self,
        request: RemoveAddressUsage,
        concerned: &[PersonNumber],
    ) -> Result<RemovedAddressUsages, Refusal> {
        let person = first(concerned)?;
        let mut addresses = self.addresses(person);
        let ended = addresses.end_usages(request.address_reference.as_str(), |usage| is_meant(&request, usage));
        self.keep_addresses(person, addresses);
        Ok(RemovedAddressUsages { address_usages: ended.into() })
    }
}

/// Without an entity the usage ends for every entity (seed 004:1150).
fn is_meant(request: &RemoveAddressUsage, usage: &AddressUsage) -> bool {
    usage.address_usage_name == request.address_usage_name
        && usage.service_code == request.service_code
        && (request.entity_reference.is_none() || usage.entity_reference == request.entity_reference)
}
