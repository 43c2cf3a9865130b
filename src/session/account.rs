//! The accounts of a caller's issuing half, and how a rep tells them apart.

use contract::{
    AccountReference, CustomerReference, IssuerId, WalletCustomer, free_text,
    operations::issuing::{
        accounts::{Account, AccountStatus},
        customers::{AccountIdentifier, CardContract, ContractIdentifier, CustomerContract},
    },
};

use super::at_issuer::IssuerRecord;
use crate::config::Link;

/// One account that a caller owns or uses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnownAccount {
    /// What names it in a path: the platform's reference, or else the issuer's own. The paths take either (seed 004:26, 3051).
    pub reference: AccountReference,
    /// Its master data; of an account that could not be read only what names it.
    pub facts: Account,
    /// Who the caller is to it.
    pub role: Option<Role>,
    /// The sub-issuer that keeps it; `None` for the tenant's own issuer (seed 004:1722).
    pub sub_issuer: Option<IssuerId>,
}

/// Who a caller is to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It is theirs.
    Owner,
    /// Their contract, with an account of somebody else in it.
    ContractOwner,
    /// They hold a card in somebody else's contract.
    Cardholder,
    /// Likewise, and the card is a supplementary one (seed 004:1472).
    SupplementaryCardholder,
    /// A contract names them, and no card of theirs is known.
    User,
}

impl Role {
    /// As the account's label ends.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::ContractOwner => "owner of the contract",
            Self::Cardholder => "cardholder",
            Self::SupplementaryCardholder => "supplementary cardholder",
            Self::User => "named in the contract",
        }
    }
}

/// What the issuer answered about a customer's accounts.
#[derive(Clone, Debug, Default)]
pub struct Holding {
    /// Those that they own.
    pub accounts: Vec<Account>,
    /// All contracts in which they have a role.
    pub contracts: Vec<CustomerContract>,
    /// What was agreed about their cards.
    pub card_contracts: Vec<CardContract>,
}

/// The issuing customer of this wallet, by the id that the configuration names.
pub fn linked_customer(record: &WalletCustomer, link: Link) -> Option<CustomerReference> {
    let id = match link {
        Link::CustomerId => record.customer_id.as_ref().map(|id| id.as_str()),
        Link::ExternalId => record.external_id.as_ref().map(|id| id.as_str()),
    };
    id.filter(|id| !id.is_empty()).map(CustomerReference::from)
}

impl Holding {
    /// The accounts that the customer owns, and behind them the account on top of each of their contracts that is not among
    /// these: what a supplementary cardholder uses is listed for its owner alone (seed 004:1379, 1387, 1722).
    pub fn known(self, customer: &IssuerRecord, tenant: &IssuerId) -> Vec<KnownAccount> {
        let Self { accounts, contracts, card_contracts } = self;
        let mut known: Vec<KnownAccount> = Vec::new();
        for facts in accounts {
            add(&mut known, facts, Role::Owner, tenant);
        }
        for contract in &contracts {
            let Some(root) = &contract.root_account_identifier else { continue };
            let role = role_in(contract, customer, &card_contracts);
            add(&mut known, of_contract(contract, root), role, tenant);
        }
        known
    }

    /// The contracts of others in which the customer holds a card, each with the account on top of it: which account the card
    /// is on, only the contract's own list may tell (seed 004:3474).
    pub fn with_their_cards(&self, customer: &IssuerRecord) -> Vec<(AccountReference, Role)> {
        let others = self.contracts.iter().filter_map(|contract| {
            let role = role_in(contract, customer, &self.card_contracts);
            let root = contract.root_account_identifier.as_ref().and_then(reference)?;
            matches!(role, Role::Cardholder | Role::SupplementaryCardholder).then_some((root, role))
        });
        others.collect()
    }
}

/// The further accounts of a contract, as its own list names them.
pub fn in_contract(contract: &CustomerContract, role: Role, tenant: &IssuerId) -> Vec<KnownAccount> {
    let named = contract.account_identifiers.iter().flat_map(|named| &named.rows);
    let mut known = Vec::new();
    named.for_each(|identifier| add(&mut known, of_contract(contract, identifier), role, tenant));
    known
}

fn of_contract(contract: &CustomerContract, identifier: &AccountIdentifier) -> Account {
    Account {
        account_identifier: Some(identifier.clone()),
        contract_identifier: Some(contract.contract_identifier.clone()),
        issuer_id: contract.issuer_id.clone(),
        ..Account::default()
    }
}

fn add(known: &mut Vec<KnownAccount>, facts: Account, role: Role, tenant: &IssuerId) {
    let reference = facts.account_identifier.as_ref().and_then(reference);
    if let Some(reference) = reference.filter(|reference| known.iter().all(|one| one.reference != *reference)) {
        let sub_issuer = facts.issuer_id.clone().filter(|issuer| !issuer.is_empty() && issuer != tenant);
        known.push(KnownAccount { reference, facts, role: Some(role), sub_issuer });
    }
}

fn role_in(contract: &CustomerContract, customer: &IssuerRecord, cards: &[CardContract]) -> Role {
    if contract.contract_owner_identifier.as_ref().is_some_and(|owner| customer.is(owner)) {
        return Role::ContractOwner;
    }
    let theirs = cards.iter().filter(|card| card.contract_identifier.as_ref().is_some_and(|of| is_same(of, contract)));
    let supplementary =
        |card: &CardContract| card.principal_supplementary_card_indicator.as_deref() == Some("SUPPLEMENTARY");
    match theirs.map(supplementary).reduce(|one, other| one && other) {
        Some(true) => Role::SupplementaryCardholder,
        Some(false) => Role::Cardholder,
        None => Role::User,
    }
}

/// A card contract states its contract's external reference only (seed 004:1483).
fn is_same(named: &ContractIdentifier, contract: &CustomerContract) -> bool {
    let own = &contract.contract_identifier;
    let internal = named.contract_reference.is_some() && named.contract_reference == own.contract_reference;
    let external = &named.issuer_contract_external_reference;
    internal || external.is_some() && *external == own.issuer_contract_external_reference
}

impl KnownAccount {
    /// Of which nothing but its reference is known.
    pub fn named(reference: AccountReference) -> Self {
        Self { reference, ..Self::default() }
    }

    /// The same once its master data were read.
    pub fn with(self, facts: Account, customer: &IssuerRecord) -> Self {
        let owned = facts.account_owner_identifier.as_ref().is_some_and(|owner| customer.is(owner));
        Self { role: if owned { Some(Role::Owner) } else { self.role }, facts, ..self }
    }

    /// Whether its master data were read.
    pub fn is_read(&self) -> bool {
        self.facts.status.is_some() || self.facts.name.is_some()
    }

    /// The same with who the caller is to it, for choosing among several: "Gold · EUR · …2600 · owner".
    pub fn label_with_role(&self) -> String {
        [Some(self.label()), self.role.map(|role| role.words().to_owned())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// "Gold · EUR · …2600", which sub-issuer keeps it, and how it stands unless it is simply in use.
    pub fn label(&self) -> String {
        let mut parts = vec![self.kind()];
        parts.extend(self.facts.working_currency_code.clone());
        parts.push(self.short_reference());
        parts.extend(self.sub_issuer.as_ref().map(|issuer| format!("issuer {issuer}")));
        let status = self.facts.status.as_ref().filter(|status| **status != AccountStatus::Active);
        parts.extend(status.map(|status| status_words(status).to_owned()));
        parts.join(" · ")
    }

    /// What the issuer calls it, or else what kind of account it is.
    pub fn kind(&self) -> String {
        let name = self.facts.name.as_deref().map(free_text).filter(|name| !name.trim().is_empty());
        name.unwrap_or_else(|| if self.is_commercial() { "Commercial account" } else { "Account" }.into())
    }

    /// "…2600": enough to confirm what the caller reads out.
    pub fn short_reference(&self) -> String {
        short(self.reference.as_str())
    }

    /// Whether a company's contract is behind it: then each employee's account has statements of its own, whoever pays
    /// them (seed 004:37, 583).
    pub fn is_commercial(&self) -> bool {
        self.facts.contract_type.as_deref() == Some("CORPORATE")
    }

    /// The account that pays for it, where that is another one.
    pub fn paid_by(&self) -> Option<AccountReference> {
        self.facts.paying_account_identifier.as_ref().and_then(reference).filter(|paying| *paying != self.reference)
    }
}

/// The last four of a reference.
pub fn short(reference: &str) -> String {
    let count = reference.chars().count();
    format!("…{}", reference.chars().skip(count.saturating_sub(4)).collect::<String>())
}

/// The platform's reference, or else the issuer's own: the paths take either.
pub fn reference(identifier: &AccountIdentifier) -> Option<AccountReference> {
    let external = identifier.issuer_account_external_reference.as_ref();
    identifier
        .account_reference
        .clone()
        .or_else(|| external.map(|external| external.as_str().into()))
        .filter(|reference| !reference.is_empty())
}

/// How an account stands, in words; a word that no guide names stays as it is.
pub fn status_words(status: &AccountStatus) -> &str {
    match status {
        AccountStatus::AwaitingSignature => "awaiting signature",
        AccountStatus::Active => "active",
        AccountStatus::BeingClosed | AccountStatus::ClosingBegun => "being closed",
        AccountStatus::Closed => "closed",
        AccountStatus::Unknown(word) => word,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::config::References;

    fn account(facts: Value) -> Account {
        serde_json::from_str(&facts.to_string()).expect("an account")
    }

    fn customer() -> IssuerRecord {
        let record = json!({ "customerIdentifier": {
            "customerReference": "CUS10000375046", "issuerCustomerExternalReference": "PERSON-2023012600010A" } });
        let record = serde_json::from_str(&record.to_string()).expect("a customer");
        IssuerRecord::of(record, References::Internal).expect("a reference")
    }

    fn rows<T: serde::de::DeserializeOwned>(rows: Value) -> Vec<T> {
        serde_json::from_str(&rows.to_string()).expect("rows")
    }

    fn contract(reference: &str, owner: &str, root: &str) -> Value {
        json!({
            "contractIdentifier": { "contractReference": reference, "issuerContractExternalReference": format!("X-{reference}") },
            "contractOwnerIdentifier": { "customerReference": owner }, "rootAccountIdentifier": { "accountReference": root },
        })
    }

    fn card(contract: &str, kind: &str) -> Value {
        json!({
            "cardContractIdentifier": { "cardContractReference": "1" }, "principalSupplementaryCardIndicator": kind,
            "contractIdentifier": { "issuerContractExternalReference": format!("X-{contract}") },
        })
    }

    fn known(accounts: Vec<Account>) -> Vec<KnownAccount> {
        Holding { accounts, ..Holding::default() }.known(&customer(), &"1234".into())
    }

    #[test]
    fn the_configuration_says_which_id_joins_the_two_halves() {
        let record: WalletCustomer =
            serde_json::from_value(json!({ "customerUri": "u", "customerId": "a", "externalId": "" }))
                .expect("a record");
        assert_eq!(linked_customer(&record, Link::CustomerId), Some("a".into()));
        assert_eq!(linked_customer(&record, Link::ExternalId), None, "an empty id joins nothing");
    }

    #[test]
    fn an_account_is_told_by_its_name_currency_and_last_digits() {
        let gold = account(json!({
            "accountIdentifier": { "accountReference": "12343037952407582600" }, "name": "Gold", "workingCurrencyCode": "EUR",
            "status": "ACTIVE",
        }));
        let closing = account(json!({
            "accountIdentifier": { "issuerAccountExternalReference": "A-77" }, "status": "BEING-CLOSED",
            "contractType": "CORPORATE",
        }));
        let labels: Vec<_> = known(vec![gold, closing]).iter().map(KnownAccount::label).collect();
        assert_eq!(labels, ["Gold · EUR · …2600", "Commercial account · …A-77 · being closed"]);
    }

    #[test]
    fn the_guides_cardholder_sees_their_own_account_and_the_one_that_only_a_contract_names() {
        let sample = |text: &str| serde_json::from_str::<Value>(text).expect("a sample")["data"].clone();
        let contracts = sample(include_str!("../../contract/samples/issuing-v2/listCustomerContracts.response.json"));
        let cards = sample(include_str!("../../contract/samples/issuing-v2/listCardContracts.response.json"));
        let own = account(json!({ "accountIdentifier": { "accountReference": "12345560829491606922" } }));
        let holding = Holding { accounts: vec![own], contracts: rows(contracts), card_contracts: rows(cards) };
        let others = holding.with_their_cards(&customer());
        assert_eq!(others, [("12349095353652134625".into(), Role::SupplementaryCardholder)]);
        let told: Vec<_> = holding.known(&customer(), &"1234".into());
        let told: Vec<_> = told.iter().map(|one| (one.reference.as_str(), one.role)).collect();
        let expected = [
            ("12345560829491606922", Some(Role::Owner)),
            ("12349095353652134625", Some(Role::SupplementaryCardholder)),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn who_the_caller_is_to_an_account_is_told_by_its_owner_the_contract_and_their_cards() {
        let contracts = json!([
            contract("A", "CUS10000375046", "1"),
            contract("B", "CUS2", "2"),
            contract("C", "CUS2", "3"),
            contract("D", "CUS2", "4"),
        ]);
        let cards = json!([card("B", "PRINCIPAL"), card("B", "SUPPLEMENTARY"), card("C", "SUPPLEMENTARY")]);
        let holding = Holding { accounts: vec![], contracts: rows(contracts), card_contracts: rows(cards) };
        let roles: Vec<_> = holding.known(&customer(), &"1234".into()).into_iter().filter_map(|one| one.role).collect();
        assert_eq!(roles, [Role::ContractOwner, Role::Cardholder, Role::SupplementaryCardholder, Role::User]);
    }

    #[test]
    fn an_account_whose_own_facts_name_the_caller_is_theirs() {
        let named = KnownAccount { role: Some(Role::User), ..KnownAccount::named("1".into()) };
        let facts =
            |owner: &str| account(json!({ "name": "Gold", "accountOwnerIdentifier": { "customerReference": owner } }));
        assert_eq!(named.clone().with(facts("CUS10000375046"), &customer()).role, Some(Role::Owner));
        assert_eq!(named.with(facts("CUS2"), &customer()).role, Some(Role::User));
    }

    #[test]
    fn a_sub_issuers_account_says_so() {
        let own =
            account(json!({ "accountIdentifier": { "accountReference": "1" }, "issuerId": "1235", "name": "Gold" }));
        let known = known(vec![own]);
        assert_eq!(known[0].sub_issuer, Some("1235".into()));
        assert_eq!(known[0].label_with_role(), "Gold · …1 · issuer 1235 · owner");
    }

    #[test]
    fn a_contract_lists_its_further_accounts() {
        let mut listed = contract("A", "CUS2", "1");
        listed["accountIdentifiers"] = json!([{ "accountReference": "1" }, { "accountReference": "2" }]);
        listed["issuerId"] = json!("1235");
        let listed: CustomerContract = serde_json::from_str(&listed.to_string()).expect("a contract");
        let known = in_contract(&listed, Role::Cardholder, &"1234".into());
        let told: Vec<_> = known.iter().map(|one| (one.reference.as_str(), one.sub_issuer.is_some())).collect();
        assert_eq!(told, [("1", true), ("2", true)]);
    }

    #[test]
    fn an_account_that_pays_for_itself_is_paid_by_nobody_else() {
        let facts = |paying: &str| {
            account(json!({
                "accountIdentifier": { "accountReference": "1" },
                "payingAccountIdentifier": { "accountReference": paying },
            }))
        };
        assert_eq!(known(vec![facts("1")])[0].paid_by(), None);
        assert_eq!(known(vec![facts("2")])[0].paid_by(), Some("2".into()));
    }
}
