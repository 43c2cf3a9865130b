//! Adds an address and, in the same call, a paid service for a card contract or an account.

use contract::operations::issuing::{
    customers::{
        AddOnSubscribed, AddressIdentifier, CreateAddressAndAddOnSubscription, CreatedAddressAndAddOn,
        NewAddOnSubscription, NewAddress, Sendable,
    },
    operations::{FeeType, OperationKind},
};

use super::customers::first;
use crate::{
    handlers::Handle,
    issuing::{
        addresses::Wanted,
        plan::Plan,
        shown_operation::{blank, cents},
    },
    population::PersonNumber,
    refusal::Refusal,
    world::World,
};

/// What the products offer: service, kind, and what it costs in cents when it begins.
const ADD_ONS: &[(&str, &str, i64)] =
    &[("ALERT", "NOTIFICATION", 0), ("PAPER_STATEMENT", "LETTER", 150), ("TRAVEL_INSURANCE", "INSURANCE", 990)];

impl Handle<CreateAddressAndAddOnSubscription> for World {
    fn concerns(&self, request: &CreateAddressAndAddOnSubscription) -> Result<Vec<PersonNumber>, Refusal> {
        let person = self.customer(&request.customer_reference)?;
        let wanted = wanted(request.create_address_request.clone());
        wanted.check()?;
        self.is_external_free(person, &wanted)?;
        let service = &request.create_add_on_subscription_request;
        price(service)?;
        let plan = self.subscriber(person, service)?;
        if self.contract(&plan).contract_identifier.contract_reference.as_ref() != Some(&request.contract_reference) {
            return Err(Refusal::bad_request("contractReference is not the contract of this account or card contract"));
        }
        Ok(vec![person])
    }

    /// A service that costs something is posted as a fee at once (seed 004:1228).
    fn handle(
        &mut self,
        request: CreateAddressAndAddOnSubscription,
        concerned: &[PersonNumber],
    ) -> Result<CreatedAddressAndAddOn, Refusal> {
        let person = first(concerned)?;
        let service = request.create_add_on_subscription_request;
        let plan = self.subscriber(person, &service)?;
        let address = self.add_address(person, wanted(request.create_address_request));
        let cost = price(&service)?;
        if cost > 0 {
            let mut fee = blank("");
            fee.operation_kind = Some(OperationKind::Fee);
            fee.fee_type = Some(FeeType::from("ADDON_SERVICE_FEE"));
            fee.sub_fee_type = Some(service.addon_reference.clone());
            fee.description = Some("Zusatzleistung".into());
            fee.reference_amount = Some(cents(cost));
            self.book(&plan, fee);
        }
        let now = self.moment();
        Ok(CreatedAddressAndAddOn {
            create_address_response: Some(address),
            create_add_on_subscription_response: Some(AddOnSubscribed {
                addon_reference: Some(service.addon_reference),
                service_type_reference: Some(service.service_type_reference),
                subscription_date: service.subscription_date.or(Some(now)),
                account_identifier: service.account_identifier,
                card_contract_identifier: service.card_contract_identifier,
            }),
        })
    }
}

impl World {
    /// The account that pays: named by itself, or by exactly one of its card contracts.
    fn subscriber(&self, person: PersonNumber, service: &NewAddOnSubscription) -> Result<Plan, Refusal> {
        let plans = self.accounts_of(person);
        let found = match (&service.account_identifier, &service.card_contract_identifier) {
            (Some(account), None) => plans.into_iter().find(|plan| {
                let reference = account.account_reference.as_ref().map(|reference| reference.as_str());
                let external = account.issuer_account_external_reference.as_ref().map(|reference| reference.as_str());
                match reference {
                    Some(reference) => plan.reference == reference,
                    None => external.is_some() && plan.external.as_deref() == external,
                }
            }),
            (None, Some(card_contract)) => plans.into_iter().find(|plan| {
                self.card_contracts(plan).iter().any(|contract| {
                    let own = &contract.card_contract_identifier;
                    match &card_contract.card_contract_reference {
                        Some(reference) => own.card_contract_reference.as_ref() == Some(reference),
                        None => {
                            let external = &card_contract.issuer_card_contract_external_reference;
                            external.is_some() && own.issuer_card_contract_external_reference == *external
                        }
                    }
                })
            }),
            _ => return Err(Refusal::bad_request("exactly one of accountIdentifier, cardContractIdentifier")),
        };
        found.ok_or_else(|| Refusal::not_found("No account or card contract of this customer has this reference."))
    }
}

fn price(service: &NewAddOnSubscription) -> Result<i64, Refusal> {
    let offered = ADD_ONS
        .iter()
        .find(|(reference, kind, _)| *reference == service.addon_reference && *kind == service.service_type_reference);
    let offered = offered.map(|(.., cost)| *cost);
    offered.ok_or_else(|| Refusal::bad_request("addonReference and serviceTypeReference are no service of the product"))
}

fn wanted(request: NewAddress) -> Wanted {
    Wanted {
        identifier: AddressIdentifier {
            address_reference: None,
            issuer_address_external_reference: request.issuer_address_external_reference,
        },
        label: request.address_label,
        kind: request.address_type,
        post: request.postal_address.map(Sendable::into_kept),
        email: request.email_address.map(Sendable::into_kept),
        phone: request.phone.map(Sendable::into_kept),
        usages: request.address_usages,
        start: request.start_date,
        end: request.end_date,
        temporary: request.temporary == Some(true),
    }
}
