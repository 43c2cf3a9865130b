//! The accounts of a caller's issuing half, and how a rep tells them apart.

use contract::{
    AccountReference, CustomerReference, WalletCustomer, free_text,
    operations::issuing::{
        accounts::{Account, AccountStatus},
        customers::{AccountIdentifier, CustomerContract, CustomerIdentifier},
    },
};

use crate::config::Link;

/// One account that a caller owns or uses.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownAccount {
    /// What names it in a path: the platform's reference, or else the issuer's own.
    pub reference: AccountReference,
    /// Its master data; of an account that only a contract names nothing is known.
    pub facts: Account,
    /// Who the caller is to its contract, where a contract says so.
    pub role: Option<Role>,
}

/// Who the caller is to a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// They signed it.
    Owner,
    /// Somebody else did (seed 004:1379).
    User,
}

/// The issuing customer of this wallet, by the id that the configuration names. The paths take the issuer's own reference
/// in place of the platform's (seed 004:1344).
pub fn linked_customer(record: &WalletCustomer, link: Link) -> Option<CustomerReference> {
    let id = match link {
        Link::CustomerId => record.customer_id.as_ref().map(|id| id.as_str()),
        Link::ExternalId => record.external_id.as_ref().map(|id| id.as_str()),
    };
    id.filter(|id| !id.is_empty()).map(CustomerReference::from)
}

impl KnownAccount {
    /// All accounts, the customer's own first, then those that only a contract names.
    pub fn all(customer: &CustomerReference, accounts: Vec<Account>, contracts: &[CustomerContract]) -> Vec<Self> {
        let mut known: Vec<Self> = Vec::new();
        let mut add = |facts: Account| {
            let reference = facts.account_identifier.as_ref().and_then(reference);
            if let Some(reference) = reference.filter(|reference| known.iter().all(|one| one.reference != *reference)) {
                let role = role(customer, &facts, contracts);
                known.push(Self { reference, facts, role });
            }
        };
        accounts.into_iter().for_each(&mut add);
        for contract in contracts {
            let named = contract.account_identifiers.iter().flat_map(|named| &named.rows);
            for identifier in named {
                add(Account {
                    account_identifier: Some(identifier.clone()),
                    contract_identifier: Some(contract.contract_identifier.clone()),
                    ..Account::default()
                });
            }
        }
        known
    }

    /// "Gold · EUR · …2600", and how it stands unless it is simply in use.
    pub fn label(&self) -> String {
        let mut parts = vec![self.kind()];
        parts.extend(self.facts.working_currency_code.clone());
        parts.push(self.short_reference());
        parts.extend((self.role == Some(Role::User)).then(|| "another owner’s contract".to_owned()));
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

fn role(customer: &CustomerReference, account: &Account, contracts: &[CustomerContract]) -> Option<Role> {
    let contract = contracts.iter().find(|contract| {
        account.contract_identifier.as_ref() == Some(&contract.contract_identifier)
            || contract
                .account_identifiers
                .iter()
                .flat_map(|named| &named.rows)
                .any(|named| account.account_identifier.as_ref().and_then(reference) == reference(named))
    })?;
    let owner = contract.contract_owner_identifier.as_ref()?;
    Some(if is(owner, customer, account) { Role::Owner } else { Role::User })
}

/// Whether the contract's owner is the customer, by the issuer's reference or as the account's owner.
fn is(owner: &CustomerIdentifier, customer: &CustomerReference, account: &Account) -> bool {
    let external = owner.issuer_customer_external_reference.as_ref().map(|external| external.as_str());
    let own = account.account_owner_identifier.as_ref().and_then(|own| own.customer_reference.as_ref());
    external == Some(customer.as_str())
        || owner.customer_reference.as_ref() == Some(customer)
        || (own.is_some() && own == owner.customer_reference.as_ref())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const OWNER: &str = "PERSON-1";

    fn account(facts: Value) -> Account {
        serde_json::from_str(&facts.to_string()).expect("an account")
    }

    fn contract(owner: &str, accounts: &[&str]) -> CustomerContract {
        let accounts: Vec<Value> = accounts.iter().map(|one| json!({ "accountReference": one })).collect();
        let contract = json!({
            "contractIdentifier": { "contractReference": "CON1" }, "accountIdentifiers": accounts,
            "contractOwnerIdentifier": { "issuerCustomerExternalReference": owner },
        });
        serde_json::from_str(&contract.to_string()).expect("a contract")
    }

    fn known(accounts: Vec<Account>, contracts: &[CustomerContract]) -> Vec<KnownAccount> {
        KnownAccount::all(&OWNER.into(), accounts, contracts)
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
        let labels: Vec<_> = known(vec![gold, closing], &[]).iter().map(KnownAccount::label).collect();
        assert_eq!(labels, ["Gold · EUR · …2600", "Commercial account · …A-77 · being closed"]);
    }

    #[test]
    fn an_account_that_only_a_contract_names_is_there_too_and_none_comes_twice() {
        let own = account(json!({ "accountIdentifier": { "accountReference": "1" } }));
        let all = known(vec![own], &[contract("PERSON-2", &["1", "2"])]);
        let told: Vec<_> = all.iter().map(|one| (one.reference.as_str(), one.role)).collect();
        assert_eq!(told, [("1", Some(Role::User)), ("2", Some(Role::User))]);
    }

    #[test]
    fn whoever_signed_the_contract_owns_it() {
        let own = account(json!({ "accountIdentifier": { "accountReference": "1" } }));
        assert_eq!(known(vec![own], &[contract(OWNER, &["1"])])[0].role, Some(Role::Owner));
    }

    #[test]
    fn an_account_that_pays_for_itself_is_paid_by_nobody_else() {
        let facts = |paying: &str| {
            account(json!({
                "accountIdentifier": { "accountReference": "1" },
                "payingAccountIdentifier": { "accountReference": paying },
            }))
        };
        assert_eq!(known(vec![facts("1")], &[])[0].paid_by(), None);
        assert_eq!(known(vec![facts("2")], &[])[0].paid_by(), Some("2".into()));
    }
}
