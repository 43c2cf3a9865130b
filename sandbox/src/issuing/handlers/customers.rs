//! One customer: the person, their accounts, contracts and card contracts.

use contract::{
    CustomerReference, Rows,
    operations::issuing::{
        accounts::Account,
        customers::{
            CardContract, CardContractPart, Customer, CustomerContract, CustomerPart, ListCardContracts,
            ListCustomerAccounts, ListCustomerContracts, RetrieveCustomer,
        },
    },
};

use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<RetrieveCustomer> for World {
    fn concerns(&self, request: &RetrieveCustomer) -> Result<Vec<PersonNumber>, Refusal> {
        Ok(vec![self.customer(&request.customer_reference)?])
    }

    fn handle(&mut self, request: RetrieveCustomer, concerned: &[PersonNumber]) -> Result<Customer, Refusal> {
        let person = first(concerned)?;
        let mut customer = self.customer_record(person);
        let mut addresses = self.addresses(person).in_force(&self.moment());
        let wants = |part| request.embed.contains(&part);
        if wants(CustomerPart::AddressIdentifiers) {
            let names = addresses.iter().map(|address| address.address_identifier.clone());
            customer.address_identifiers = Some(names.collect::<Vec<_>>().into());
        }
        if wants(CustomerPart::Addresses) || wants(CustomerPart::AddressUsages) {
            if !wants(CustomerPart::AddressUsages) {
                addresses.iter_mut().for_each(|address| address.address_usages = None);
            }
            customer.addresses = Some(addresses.into());
        }
        let contacts = self.customer_contacts(person);
        if wants(CustomerPart::ContactIdentifiers) {
            let names = contacts.iter().filter_map(|contact| contact.contact_identifier.clone());
            customer.contact_identifiers = Some(names.collect::<Vec<_>>().into());
        }
        if wants(CustomerPart::Contacts) {
            customer.contacts = Some(contacts.into());
        }
        Ok(customer)
    }
}

impl Handle<ListCustomerAccounts> for World {
    fn concerns(&self, request: &ListCustomerAccounts) -> Result<Vec<PersonNumber>, Refusal> {
        concerned(self, &request.customer_reference)
    }

    fn handle(&mut self, _: ListCustomerAccounts, concerned: &[PersonNumber]) -> Result<Rows<Account>, Refusal> {
        let plans = self.accounts_of(first(concerned)?);
        Ok(plans.iter().map(|plan| self.master_data(plan)).collect::<Vec<_>>().into())
    }
}

impl Handle<ListCustomerContracts> for World {
    fn concerns(&self, request: &ListCustomerContracts) -> Result<Vec<PersonNumber>, Refusal> {
        concerned(self, &request.customer_reference)
    }

    fn handle(
        &mut self,
        _: ListCustomerContracts,
        concerned: &[PersonNumber],
    ) -> Result<Rows<CustomerContract>, Refusal> {
        let plans = self.accounts_of(first(concerned)?);
        let roots = plans.iter().filter(|plan| plan.wanted.below.is_none());
        Ok(roots.map(|root| self.contract(root)).collect::<Vec<_>>().into())
    }
}

impl Handle<ListCardContracts> for World {
    fn concerns(&self, request: &ListCardContracts) -> Result<Vec<PersonNumber>, Refusal> {
        concerned(self, &request.customer_reference)
    }

    fn handle(
        &mut self,
        request: ListCardContracts,
        concerned: &[PersonNumber],
    ) -> Result<Rows<CardContract>, Refusal> {
        let plans = self.accounts_of(first(concerned)?);
        let mut contracts: Vec<_> = plans.iter().flat_map(|plan| self.card_contracts(plan)).collect();
        if !request.embed.contains(&CardContractPart::CardIdentifiers) {
            contracts.iter_mut().for_each(|contract| contract.card_identifiers = None);
        }
        Ok(contracts.into())
    }
}

fn concerned(world: &World, reference: &CustomerReference) -> Result<Vec<PersonNumber>, Refusal> {
    Ok(vec![world.customer(reference)?])
}

pub(super) fn first(concerned: &[PersonNumber]) -> Result<PersonNumber, Refusal> {
    concerned.first().copied().ok_or_else(|| Refusal::not_found("No customer has this reference."))
}
