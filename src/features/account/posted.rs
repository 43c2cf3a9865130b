//! On which account an operation was posted. Lists show operations of several accounts, and each is read, taken back and
//! disputed on its own, whichever account is in view.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use contract::{
    AccountReference, IssuerId, OperationId,
    operations::issuing::operations::{
        AccountOperation, DetailedOperation, OperationDetails, OperationEmbed, OperationIdentifier, RetrieveOperation,
        SearchOperations,
    },
};
use leptos::prelude::*;

use super::Issuing;
use crate::{
    gateway::{Failure, Fault, Gateway},
    session::{Caller, KnownAccount, Session, reference},
};

/// What lists told of it. Lives with the caller, in memory: no address names an account.
#[derive(Clone, Default)]
pub struct Posted(Arc<Mutex<Told>>);

#[derive(Default)]
struct Told {
    /// And who keeps that account, where the list says so.
    accounts: HashMap<OperationId, (AccountReference, Option<IssuerId>)>,
    /// Those that stand below one of the caller's.
    below: HashSet<AccountReference>,
}

/// An operation, and the account on which it was posted.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The account.
    pub account: AccountReference,
    /// The operation.
    pub operation: AccountOperation,
    /// What only one operation in full states.
    pub details: OperationDetails,
}

impl Posted {
    /// This caller's.
    pub fn of(caller: &Caller) -> Self {
        caller.keep(Self::default)
    }

    /// Takes down where a listed operation was posted, where the gateway says so.
    pub fn note(&self, operation: &AccountOperation) {
        if let Some(account) = operation.posting_account_identifier.as_ref().and_then(reference) {
            self.keep(&account, operation.issuer_id.clone(), &operation.operation_identifier.operation_id);
        }
    }

    /// The same from a list that goes down from one of the caller's accounts.
    pub fn note_below(&self, operation: &AccountOperation) {
        if let Some(account) = operation.posting_account_identifier.as_ref().and_then(reference) {
            self.keep(&account, operation.issuer_id.clone(), &operation.operation_identifier.operation_id);
            self.told().below.insert(account);
        }
    }

    /// Takes down that it was posted to this account.
    pub fn note_on(&self, account: &AccountReference, operation: &OperationId) {
        self.keep(account, None, operation);
    }

    fn keep(&self, account: &AccountReference, issuer: Option<IssuerId>, operation: &OperationId) {
        self.told().accounts.insert(operation.clone(), (account.clone(), issuer));
    }

    fn account(&self, operation: &OperationId) -> Option<(AccountReference, Option<IssuerId>)> {
        self.told().accounts.get(operation).cloned()
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads an operation where it was posted. Where no list told which account that is and the account in view has none of
/// this number, the number alone is searched for, which names one operation among all accounts (seed 004:3209-3232).
pub async fn read_operation(
    gateway: Gateway,
    posted: Posted,
    in_view: AccountReference,
    operation_id: OperationId,
    embed: Vec<OperationEmbed>,
) -> Result<Found, Failure> {
    let ask = |account: AccountReference| {
        let (gateway, embed, operation_id) = (gateway.clone(), embed.clone(), operation_id.clone());
        async move {
            let question = RetrieveOperation { account_reference: account.clone(), operation_id, embed };
            let DetailedOperation { operation, details } = gateway.call(question).await?.answer;
            // Its dispute is with whoever keeps the account.
            let keeper = operation.issuer_id.clone().or_else(|| gateway.sub_issuer_of(account.as_str()));
            if let Some(reference) = &operation.external_operation_reference {
                gateway.note_issuer(reference.as_str(), keeper.as_ref());
            }
            Ok::<_, Failure>(Found { account, operation, details })
        }
    };
    let (first, keeper) = posted.account(&operation_id).unwrap_or((in_view, None));
    gateway.note_issuer(first.as_str(), keeper.as_ref());
    let found = match ask(first.clone()).await {
        Err(failure) if failure.fault == Fault::Http(404) => {
            match search(&gateway, &operation_id).await.filter(|account| *account != first) {
                Some(account) => ask(account).await,
                None => Err(failure),
            }
        }
        found => found,
    }?;
    posted.note_on(&found.account, &operation_id);
    Ok(found)
}

/// On which account a search finds this number.
async fn search(gateway: &Gateway, operation: &OperationId) -> Option<AccountReference> {
    let identifier = OperationIdentifier { operation_id: operation.clone() };
    let question = SearchOperations { operation_identifier: Some(identifier.clone()), ..SearchOperations::default() };
    let answered = gateway.call(question).await.ok()?;
    let rows = answered.answer.rows.iter();
    let mut named = rows.filter(|found| found.operation_identifier == identifier);
    let (account, keeper) = named.find_map(|found| {
        Some((found.posting_account_identifier.as_ref().and_then(reference)?, found.issuer_id.as_ref()))
    })?;
    gateway.note_issuer(account.as_str(), keeper);
    Some(account)
}

/// The caller's accounts, once they are read.
pub fn known_accounts(session: &Session, caller: &Caller) -> Vec<KnownAccount> {
    let state = Issuing::of(session, caller).holdings.state();
    state.with_untracked(|state| state.answer().map(|holdings| holdings.accounts().to_vec()).unwrap_or_default())
}

/// One of the caller's accounts by its reference, once they are read.
pub fn known_account(session: &Session, caller: &Caller, account: &AccountReference) -> Option<KnownAccount> {
    known_accounts(session, caller).into_iter().find(|known| known.reference == *account)
}

/// The caller's account with this reference, or one below theirs of which nothing else is known. Nothing may be changed on
/// any other: whoever owns it is not on the line.
pub fn callers_account(session: &Session, caller: &Caller, account: &AccountReference) -> Option<KnownAccount> {
    let below = || Posted::of(caller).told().below.contains(account);
    known_account(session, caller, account).or_else(|| {
        let sub_issuer = session.gateway.sub_issuer_of(account.as_str());
        below().then(|| KnownAccount { sub_issuer, ..KnownAccount::named(account.clone()) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operation(id: &str, account: &str) -> AccountOperation {
        let text = format!(
            r#"{{ "operationIdentifier": {{ "operationId": "{id}" }}, "postingAccountIdentifier": {{ {account} }} }}"#
        );
        serde_json::from_str(&text).expect("an operation")
    }

    #[test]
    fn a_list_tells_where_its_operations_were_posted() {
        let posted = Posted::default();
        posted.note(&operation("1", r#""accountReference": "A""#));
        posted.note(&operation("2", r#""issuerAccountExternalReference": "B""#));
        posted.note(&operation("3", ""));
        let told = ["1", "2", "3"].map(|id| posted.account(&id.into()).map(|(account, _)| account));
        assert_eq!(told, [Some("A".into()), Some("B".into()), None]);
    }

    #[test]
    fn only_a_list_that_goes_down_from_the_callers_account_makes_an_account_the_callers() {
        let posted = Posted::default();
        posted.note(&operation("1", r#""accountReference": "A""#));
        posted.note_below(&operation("2", r#""accountReference": "B""#));
        assert!(!posted.told().below.contains(&"A".into()));
        assert!(posted.told().below.contains(&"B".into()));
    }
}
