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
        Ok(vec![self.customer_by_either(&request.customer_reference)?])
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

    /// Those that the customer owns: one on which they only hold a card is its owner's (seed 004:1714-1722).
    fn handle(&mut self, _: ListCustomerAccounts, concerned: &[PersonNumber]) -> Result<Rows<Account>, Refusal> {
        let plans = self.accounts_of(first(concerned)?);
        Ok(plans.iter().map(|plan| self.master_data(plan)).collect::<Vec<_>>().into())
    }
}

impl Handle<ListCustomerContracts> for World {
    fn concerns(&self, request: &ListCustomerContracts) -> Result<Vec<PersonNumber>, Refusal> {
        Ok(vec![self.customer_by_either(&request.customer_reference)?])
    }

    /// Whichever role the customer has in them (seed 004:1339), each as the guide prints it: its account on top, and no
    /// list of its accounts (seed 004:1366-1414).
    fn handle(
        &mut self,
        _: ListCustomerContracts,
        concerned: &[PersonNumber],
    ) -> Result<Rows<CustomerContract>, Refusal> {
        let person = first(concerned)?;
        let own = self.accounts_of(person);
        let roots = own.into_iter().filter(|plan| plan.wanted.below.is_none());
        let mut contracts: Vec<_> = roots.map(|root| self.contract(&root)).collect();
        for held in self.accounts_with_a_card_of(person) {
            let contract = self.contract(&held);
            if contracts.iter().all(|known| known.contract_identifier != contract.contract_identifier) {
                contracts.push(contract);
            }
        }
        for contract in &mut contracts {
            contract.number_of_free_cards_membership_fee = None;
            contract.number_of_free_cards_account_setup_fee = None;
            contract.membership_fee_anniversary_date = None;
        }
        Ok(contracts.into())
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
        let person = first(concerned)?;
        let mut plans = self.accounts_of(person);
        plans.extend(self.accounts_with_a_card_of(person));
        let mut contracts: Vec<_> = plans.iter().flat_map(|plan| self.card_contracts(plan)).collect();
        // Of the cardholder's alone (seed 004:1422).
        let holder = Some(self.customer_identifier(person));
        contracts.retain(|contract| contract.card_holder_identifier == holder);
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
