//! Reads what the issuer has for a caller: who they are, the accounts that they own, and those that only a contract names.

use contract::{
    AccountReference,
    operations::issuing::{
        accounts::{ContractEmbed, RetrieveAccount, RetrieveAccountContract},
        customers::{ListCardContracts, ListCustomerAccounts, ListCustomerContracts},
    },
};
use futures::future::{join_all, join3};
use leptos::prelude::*;

use super::{Holdings, looked_up};
use crate::{
    features::trouble::trouble,
    gateway::{Failure, Gateway},
    session::{Caller, Decision, Holding, IssuerRecord, KnownAccount, Role, Session, TWO_PEOPLE, in_contract},
    ui::trouble::Trouble,
};

/// The accounts, and what of it could not be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Accounts {
    /// The caller's own first.
    pub(super) all: Vec<KnownAccount>,
    /// For the rep, each a sentence.
    pub(super) unread: Vec<String>,
}

/// Holds nothing of the caller: closing them ends it.
pub(super) fn read(
    session: &Session,
    caller: &Caller,
    anew: bool,
) -> impl Future<Output = Result<Holdings, Trouble>> + use<> {
    let gateway = session.gateway.clone();
    let no_account = caller.no_account();
    let has_link = caller.link_to_issuer(session.config.tenant.link).is_some();
    let set_aside = untrack(|| caller.decision()) == Some(Decision::TwoPeople);
    let tenant = session.config.tenant.issuer_id.clone();
    let looked_up =
        if anew { looked_up::at_issuer_again(session, caller) } else { looked_up::at_issuer(session, caller) };
    let answer = async move {
        let record = looked_up.await.map_err(|failure| trouble("The issuer’s record", &failure))?;
        match record {
            _ if set_aside => Ok(Holdings::SetAside),
            None if !has_link => Ok(Holdings::NoLink),
            None => Ok(Holdings::NoCustomer),
            Some(record) => {
                let accounts = accounts(&gateway, &record, &tenant).await;
                accounts.map(Holdings::Accounts).map_err(|failure| trouble("The accounts", &failure))
            }
        }
    };
    async move {
        let answer = answer.await;
        if let Ok(holdings) = &answer {
            let missing = holdings.missing().map(|(sentence, _)| sentence);
            no_account.set(if set_aside { Some(TWO_PEOPLE) } else { missing });
        }
        answer
    }
}

async fn accounts(
    gateway: &Gateway,
    customer: &IssuerRecord,
    tenant: &contract::IssuerId,
) -> Result<Accounts, Failure> {
    let customer_reference = customer.reference.clone();
    let owned = gateway.call(ListCustomerAccounts { customer_reference: customer_reference.clone() });
    let contracts = gateway.call(ListCustomerContracts { customer_reference: customer_reference.clone() });
    let cards = gateway.call(ListCardContracts { customer_reference, embed: Vec::new() });
    let (owned, contracts, cards) = join3(owned, contracts, cards).await;
    let mut unread = Vec::new();
    let mut rows = |what: &str, unreadable: usize| {
        if unreadable > 0 {
            unread.push(format!("{unreadable} of {what} could not be read."));
        }
    };
    let owned = owned?.answer;
    rows("the accounts", owned.unreadable);
    let mut holding = Holding { accounts: owned.rows, ..Holding::default() };
    match &contracts {
        Ok(contracts) => rows("the contracts", contracts.answer.unreadable),
        Err(failure) => unread.push(trouble("The contracts", failure).sentence),
    }
    if let Err(failure) = &cards {
        unread.push(trouble("The card contracts", failure).sentence);
    }
    holding.contracts = contracts.map(|answered| answered.answer.rows).unwrap_or_default();
    holding.card_contracts = cards.map(|answered| answered.answer.rows).unwrap_or_default();
    let with_cards = holding.with_their_cards(customer);
    let mut all = holding.known(customer, tenant);
    note_issuers(gateway, &all);
    let own = all.iter().filter(|account| account.role == Some(Role::Owner)).count();
    let further = join_all(with_cards.into_iter().map(|(root, role)| contract_of(gateway, root, role, tenant))).await;
    for found in further {
        match found {
            Ok(found) => {
                let is_new = |account: &KnownAccount| all.iter().all(|known| known.reference != account.reference);
                let new: Vec<_> = found.into_iter().filter(is_new).collect();
                all.extend(new);
            }
            Err(failure) => unread.push(trouble("The other accounts of a contract", &failure).sentence),
        }
    }
    note_issuers(gateway, &all);
    // Of an account that only a contract names nothing is known yet.
    let read = join_all(all.drain(own..).map(|account| facts_of(gateway, account, customer))).await;
    for (account, failure) in read {
        if let Some(failure) = failure {
            let what = format!("The account {}", account.short_reference());
            unread.push(trouble(&what, &failure).sentence);
        }
        all.push(account);
    }
    unread.dedup();
    Ok(Accounts { all, unread })
}

/// What a sub-issuer keeps is asked for there from now on, whoever asks.
fn note_issuers(gateway: &Gateway, accounts: &[KnownAccount]) {
    for account in accounts {
        gateway.note_issuer(account.reference.as_str(), account.sub_issuer.as_ref());
    }
}

async fn contract_of(
    gateway: &Gateway,
    account_reference: AccountReference,
    role: Role,
    tenant: &contract::IssuerId,
) -> Result<Vec<KnownAccount>, Failure> {
    let embed = vec![ContractEmbed::AccountIdentifiers];
    let question = RetrieveAccountContract {
        account_reference,
        related_resource_identifiers_only: None,
        related_resource_base_info_only: None,
        embed,
    };
    let contract = gateway.call(question).await?.answer;
    Ok(in_contract(&contract, role, tenant))
}

async fn facts_of(
    gateway: &Gateway,
    account: KnownAccount,
    customer: &IssuerRecord,
) -> (KnownAccount, Option<Failure>) {
    let question = RetrieveAccount { account_reference: account.reference.clone(), embed: Vec::new() };
    match gateway.call(question).await {
        Ok(answered) => (account.with(answered.answer, customer), None),
        Err(failure) => (account, Some(failure)),
    }
}
