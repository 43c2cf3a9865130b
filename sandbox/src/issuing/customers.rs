//! The issuing half of a person: who they are, where they are reached, what contracts and cards they have.

use contract::{
    CalendarDate, CustomerReference, Instant, IssuerId, Personal,
    operations::issuing::customers::{
        AddressIdentifier, AddressStatus, AddressType, AddressUsage, AddressVersionIdentifier, CardContract,
        CardContractStatus, CardIdentifier, Contact, ContractIdentifier, ContractStatus, Customer, CustomerAddress,
        CustomerContract, CustomerIdentifier, EmailAddress, PhoneNumber, PostalAddress,
    },
};
use serde_json::{Value, json};

use super::{
    ISSUER,
    calendar::{Day, stamp},
    numbers::AccountNumber,
    plan::{Plan, Product},
    shown_operation::{account_identifier, product_identifier},
};
use crate::{configuration::References, people::AtIssuer, population::PersonNumber, refusal::Refusal, world::World};

/// What was changed about a customer. Each part is whole once anything in it was changed; until then it is made from the
/// person.
#[derive(Clone, Debug, Default)]
pub(crate) struct CustomerState {
    /// The person's own facts.
    pub(crate) record: Option<Customer>,
    /// Every version of every address.
    pub(crate) addresses: Option<Vec<CustomerAddress>>,
    pub(crate) contacts: Option<Vec<Contact>>,
}

impl World {
    /// The customer whom a path names, by the reference that the paths of this issuer take: every printed one takes the
    /// platform's own (seed 004:867, 1448), and the twins for an issuer of [`References::External`] the issuer's.
    pub(crate) fn customer(&self, reference: &CustomerReference) -> Result<PersonNumber, Refusal> {
        let person = self.customer_by_either(reference)?;
        let (internal, external) = self.population.references(person);
        let taken = match self.references {
            References::Internal => Some(internal),
            References::External => external,
        };
        if taken.as_deref() == Some(reference.as_str()) { Ok(person) } else { Err(nobody()) }
    }

    /// The same where the guide allows either reference (seed 004:1300, 1344).
    pub(crate) fn customer_by_either(&self, reference: &CustomerReference) -> Result<PersonNumber, Refusal> {
        self.population.with_accounts_named(reference.as_str()).ok_or_else(nobody)
    }

    /// The accounts of others on which somebody holds a card.
    pub(crate) fn accounts_with_a_card_of(&self, person: PersonNumber) -> Vec<Plan> {
        let held = self.population.held_by(person).into_iter();
        held.filter_map(|(owner, place)| self.account_numbered(AccountNumber { person: owner, place })).collect()
    }

    /// Both references of a customer.
    pub(crate) fn customer_identifier(&self, person: PersonNumber) -> CustomerIdentifier {
        let (internal, external) = self.population.references(person);
        CustomerIdentifier {
            customer_reference: Some(internal.into()),
            issuer_customer_external_reference: external.map(Into::into),
        }
    }

    /// The customer's record now, without addresses and contacts.
    pub(crate) fn customer_record(&self, person: PersonNumber) -> Customer {
        match self.customer_state(person).record {
            Some(ref changed) => changed.clone(),
            None => self.original_record(person),
        }
    }

    /// Every version of every address now.
    pub(crate) fn customer_addresses(&self, person: PersonNumber) -> Vec<CustomerAddress> {
        self.customer_state(person).addresses.clone().unwrap_or_else(|| self.original_addresses(person))
    }

    /// The people to speak to instead.
    pub(crate) fn customer_contacts(&self, person: PersonNumber) -> Vec<Contact> {
        self.customer_state(person).contacts.clone().unwrap_or_default()
    }

    fn original_record(&self, person: PersonNumber) -> Customer {
        let original = &self.population.person(person).into_owned();
        let AtIssuer { first_name, last_name, birthday } = original.at_issuer;
        let born = birthday.map_or_else(|| original.record.birth_date(), CalendarDate::from_month_day_year);
        let blank = json!({ "customerIdentifier": {} });
        let mut customer: Customer = serde_json::from_value(blank).expect("a customer needs an identifier only");
        customer.customer_identifier = self.customer_identifier(person);
        customer.issuer_id = Some(IssuerId::from(ISSUER));
        customer.active = Some(true);
        customer.first_name = first_name.map(str::to_owned).or_else(|| original.record.first_name.clone());
        customer.last_name = last_name.map(str::to_owned).or_else(|| original.record.last_name.clone());
        customer.birth_date = born.and_then(|day| {
            Instant::parse(&format!("{:04}-{:02}-{:02}T00:00:00.000+00:00", day.year, day.month, day.day))
        });
        customer.nationality = Some("DE".into());
        customer.monthly_salary = Some("0".into());
        customer.commercial_status = Some("Normal".into());
        customer.offline_risk_category = Some("Standard".into());
        customer.online_risk_category = Some("Standard".into());
        customer.preferred_correspondence_language = Some("de".into());
        customer
    }

    fn original_addresses(&self, person: PersonNumber) -> Vec<CustomerAddress> {
        let original = &self.population.person(person).into_owned().record;
        let (_, code) = (person, self.population.code(person));
        let since = original.create_date.as_ref().map_or(0, Instant::epoch_millis);
        let since = stamp(Day::containing(since).midnight());
        let address = |place: usize, label: &str, kind| CustomerAddress {
            address_identifier: AddressIdentifier {
                address_reference: Some(format!("ADDREF_{label}_{code:012}{place}").into()),
                issuer_address_external_reference: None,
            },
            issuer_id: Some(IssuerId::from(ISSUER)),
            address_version_identifier: Some(AddressVersionIdentifier {
                address_version_reference: Some(format!("ADDVER_{code:09}{place}1").into()),
            }),
            address_label: Some(label.into()),
            address_type: Some(kind),
            postal_address: None,
            email_address: None,
            phone: None,
            address_usages: None,
            status: Some(AddressStatus::Active),
            status_date: Some(since.clone()),
            start_date: Some(since.clone()),
            end_date: None,
            invalid: None,
            temporary: None,
        };
        let name = customer_name(original.first_name.as_deref(), original.last_name.as_deref());
        let town = original.city.clone().unwrap_or_default();
        let zip = original.zip.clone().map(|zip| zip.in_clear().to_owned()).unwrap_or_default();
        let mut post = address(1, CustomerAddress::MAIN_POSTAL, AddressType::PostalMail);
        post.postal_address = Some(PostalAddress {
            line1: Some(name.into()),
            line3: original.address1.clone(),
            line4: Some(format!("{zip} {town}").trim().into()),
            post_code: original.zip.clone(),
            town_name: original.city.clone(),
            country: Some("US".into()),
            ..PostalAddress::default()
        });
        let usage = |service: &str, name: &str| AddressUsage {
            address_usage_name: name.into(),
            service_code: service.into(),
            entity_reference: None,
        };
        post.address_usages = Some(
            vec![
                usage("ACCOUNT_SERVICE", "STATEMENT_SENDING"),
                usage("CARD_SERVICE", "CARD_DELIVERY"),
                usage("CARD_SERVICE", "PIN_MAILER_DELIVERY"),
            ]
            .into(),
        );
        let mut addresses = vec![post];
        if let Some(number) = &original.phone {
            let mut phone = address(2, "PRIVATE_MOBILE_PHONE", AddressType::Phone);
            phone.phone = Some(PhoneNumber {
                country_code: Some("+1".into()),
                local_phone_number: Some(number.clone()),
                international_phone_number: Some(Personal::from(format!("+1{}", number.in_clear()))),
            });
            addresses.push(phone);
        }
        if let Some(email) = &original.email {
            let mut mail = address(3, "PERSONAL_EMAIL", AddressType::EMail);
            mail.email_address = Some(EmailAddress { email: Some(email.clone()) });
            addresses.push(mail);
        }
        addresses
    }

    /// The contract of a plan's account.
    pub(crate) fn contract(&self, plan: &Plan) -> CustomerContract {
        let plans = self.accounts_of(plan.number.person);
        let root = root_of(&plans, plan);
        let signed = stamp(root.wanted.opened.at(14, 36));
        let blank = json!({ "contractIdentifier": {} });
        let mut contract: CustomerContract =
            serde_json::from_value(blank).expect("a contract needs an identifier only");
        contract.contract_identifier = contract_identifier(root);
        contract.issuer_id = Some(IssuerId::from(root.wanted.issuer));
        contract.issuer_branch_code = Some("NO_BRANCH".into());
        contract.card_release_order = Some("AUTOMATIC".into());
        contract.number_of_free_cards_membership_fee = Some(0);
        contract.number_of_free_cards_account_setup_fee = Some(0);
        contract.number_of_free_cards_primary_card_impacted = Some(false);
        contract.signature_date = Some(signed.clone());
        contract.status = Some(ContractStatus::Signed);
        contract.status_date = Some(signed);
        contract.contract_owner_identifier = Some(self.customer_identifier(root.number.person));
        contract.product_identifier = Some(product_identifier(root));
        contract.root_account_identifier = Some(account_identifier(root));
        let anniversary = super::turnovers::next_anniversary(root, self.now_on(root));
        contract.membership_fee_anniversary_date = Some(stamp(anniversary.midnight()));
        contract
    }

    /// The card contracts of a plan's account, in the order of its cards, whoever holds these.
    pub(crate) fn card_contracts(&self, plan: &Plan) -> Vec<CardContract> {
        let plans = self.accounts_of(plan.number.person);
        let root = root_of(&plans, plan);
        let product = plan.wanted.product;
        let debit = product == Product::Debit;
        let opened = stamp(plan.wanted.opened.at(14, 36));
        let made = plan.cards.iter().enumerate().map(|(place, card)| {
            let other = self.population.holder_of(plan.number.person, plan.number.place, place as u8);
            let holder = other.unwrap_or(plan.number.person);
            let record = self.customer_record(holder);
            let name = customer_name(record.first_name.as_deref(), record.last_name.as_deref()).to_uppercase();
            let contract = json!({
                "cardContractIdentifier": card_contract_identifier(plan, place),
                "cardTemplateReference": format!("T_1234_CARD_{}", product.card_type()),
                "cardTypeCode": product.card_type(),
                "newCardRenewalAllowed": true, "newCardReplacementAllowed": true, "issuerBranchCode": "NO_BRANCH",
                "artwork": "ClassicCard", "forcedEmbossingName": name, "schemeDeclarationOptOut": false,
                "principalSupplementaryCardIndicator": if place == 0 { "PRINCIPAL" } else { "SUPPLEMENTARY" },
                "productCategory": if debit { "DEBIT" } else { "CREDIT" },
                "productCategoryLabel": if debit { "IMMEDIATE_DEBIT_DEBIT" } else { "DEFERRED_CREDIT" },
                "cardProfileDescription": format!("P_1234_CARD_{}", product.card_type()),
                "cardProfileReference": format!("P_1234_CARD_{}", product.card_type()),
                "vipFlag": false, "contractType": product.contract_type(),
            });
            let mut contract: CardContract = serde_json::from_value(contract).expect("a card contract");
            contract.issuer_id = Some(IssuerId::from(plan.wanted.issuer));
            contract.status = Some(CardContractStatus::Active);
            contract.opening_date = Some(opened.clone());
            contract.activation_date = Some(opened.clone());
            contract.product_identifier = Some(product_identifier(plan));
            contract.card_holder_identifier = Some(self.customer_identifier(holder));
            // Only the external reference is printed (seed 004:1483).
            contract.contract_identifier =
                Some(ContractIdentifier { contract_reference: None, ..contract_identifier(root) });
            contract.card_identifiers = Some(vec![card_identifier(&card.reference)].into());
            contract
        });
        made.collect()
    }
}

fn nobody() -> Refusal {
    Refusal::not_found("No customer has this reference.")
}

/// The account on top of this one's contract.
pub(crate) fn root_of<'a>(plans: &'a [Plan], plan: &'a Plan) -> &'a Plan {
    plan.wanted.below.and_then(|place| plans.get(usize::from(place))).unwrap_or(plan)
}

pub(crate) fn contract_identifier(root: &Plan) -> ContractIdentifier {
    let (person, place) = root.code.parts();
    ContractIdentifier {
        contract_reference: Some(root.code.dice(0xc0).uuid().into()),
        issuer_contract_external_reference: Some(format!("CONTRACT-{person:07}{place}").into()),
    }
}

pub(crate) fn card_contract_identifier(plan: &Plan, card: usize) -> Value {
    let (person, place) = plan.code.parts();
    json!({
        "cardContractReference": format!("12342{person:012}{place}{card:02}"),
        "issuerCardContractExternalReference": format!("CARD_CONTRACT-{person:07}{place}{card}"),
    })
}

fn card_identifier(reference: &str) -> CardIdentifier {
    CardIdentifier { card_reference: Some(reference.into()), issuer_card_external_reference: None }
}

pub(crate) fn customer_name(first: Option<&str>, last: Option<&str>) -> String {
    [first, last].into_iter().flatten().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ")
}
