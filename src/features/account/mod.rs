//! The account in view: chosen once for each caller, in their bar; every section of the issuing half follows it.

mod balance;
mod blocks;
mod chooser;
mod looked_up;
mod posted;
mod reading;
mod same_person;

use std::sync::Arc;

use contract::AccountReference;
use leptos::prelude::*;

use self::reading::{Accounts, read};
pub use self::{
    balance::{account_has_moved, balance, known_balance, moves, open_to_buy, panel, read_balance_again},
    chooser::chooser,
    looked_up::{LookedUp, at_issuer, customer},
    posted::{Found, Posted, callers_account, known_account, known_accounts, read_operation},
    same_person::{banner, compared},
};
use crate::{
    session::{Caller, KnownAccount, Session, TWO_PEOPLE},
    ui::{
        load::{Asking, Load, loaded},
        trouble::Retry,
    },
};

/// What the issuing half knows of a caller. Lives with the caller.
#[derive(Clone)]
struct Issuing {
    holdings: Asking<Holdings>,
    chosen: ArcRwSignal<Option<AccountReference>>,
}

/// What a wallet's owner has at the issuer.
#[derive(Clone, Debug, PartialEq)]
enum Holdings {
    /// The wallet lacks the id that joins the halves.
    NoLink,
    /// There is no customer with that id.
    NoCustomer,
    /// The rep said that whoever the issuer knows by that id is another person.
    SetAside,
    /// A customer, and these accounts.
    Accounts(Accounts),
}

impl Holdings {
    /// Why nothing of the issuing half can be shown, and what to try next.
    fn missing(&self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::NoLink => Some((
                "This wallet has no issuing customer.",
                "It lacks the ID that joins it with the issuer's records; whoever keeps the profile can add it.",
            )),
            Self::NoCustomer => Some((
                "This wallet has no issuing customer.",
                "The issuer has no customer under the wallet's ID. Everything about the wallet still works.",
            )),
            Self::SetAside => Some((
                TWO_PEOPLE,
                "Nothing of it is shown or changed for this caller. “Decide again” is above, should that be wrong.",
            )),
            Self::Accounts(accounts) if accounts.all.is_empty() && accounts.unread.is_empty() => {
                Some(("This customer has no account.", "A contract may be waiting for its signature."))
            }
            Self::Accounts(accounts) if accounts.all.is_empty() => Some((
                "No account of this customer could be read.",
                "The issuer names none that they own, and what else they use was not read: try again beside “Account”.",
            )),
            Self::Accounts(_) => None,
        }
    }

    fn accounts(&self) -> &[KnownAccount] {
        match self {
            Self::Accounts(accounts) => &accounts.all,
            _ => &[],
        }
    }

    /// What could not be read of the accounts, each a sentence.
    fn unread(&self) -> &[String] {
        match self {
            Self::Accounts(accounts) => &accounts.unread,
            _ => &[],
        }
    }

    /// The account that was chosen, or else the first.
    fn in_view(&self, chosen: Option<&AccountReference>) -> Option<&KnownAccount> {
        let accounts = self.accounts();
        accounts.iter().find(|one| Some(&one.reference) == chosen).or_else(|| accounts.first())
    }
}

impl Issuing {
    fn of(session: &Session, caller: &Caller) -> Self {
        let issuing = caller.keep(|| Self { holdings: Asking::default(), chosen: ArcRwSignal::new(None) });
        if issuing.holdings.state().with_untracked(|state| matches!(state, Load::Idle)) {
            issuing.holdings.ask(read(session, caller, false));
        }
        issuing
    }

    fn retry(&self, session: &Session, caller: &Caller) -> Retry {
        let (issuing, session, caller) = (self.clone(), session.clone(), caller.clone());
        Arc::new(move || issuing.holdings.refresh(read(&session, &caller, true)))
    }

    fn in_view(&self) -> Memo<Option<KnownAccount>> {
        let (state, chosen) = (self.holdings.state(), self.chosen.clone());
        Memo::new(move |_| {
            let chosen = chosen.get();
            state.with(|state| state.answer().and_then(|holdings| holdings.in_view(chosen.as_ref()).cloned()))
        })
    }
}

/// Shows what `body` makes of the account in view, and makes it anew when another is chosen. While no account is known, it
/// says what is in the way.
pub fn with_account(
    session: &Session,
    caller: &Caller,
    body: impl Fn(&KnownAccount) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let issuing = Issuing::of(session, caller);
    let in_view = issuing.in_view();
    let body = Arc::new(body);
    let ready = move |_: &Holdings| {
        let body = body.clone();
        (move || in_view.get().map(|account| body(&account))).into_any()
    };
    let retry = issuing.retry(session, caller);
    loaded(&issuing.holdings, "the accounts", retry, Holdings::missing, Box::new(ready)).into_any()
}

/// Brings another of the caller's accounts into view, as the chooser in their bar does.
pub fn bring_into_view(session: &Session, caller: &Caller, account: &AccountReference) {
    Issuing::of(session, caller).chosen.set(Some(account.clone()));
}

/// The account in view, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InView {
    /// It is being read which there are.
    NotYet,
    /// That could not be read.
    Unread,
    /// There is none.
    Missing,
    /// This one.
    Account(AccountReference),
}

/// The account in view.
pub fn in_view(session: &Session, caller: &Caller) -> Memo<InView> {
    let issuing = Issuing::of(session, caller);
    let (state, chosen) = (issuing.holdings.state(), issuing.chosen.clone());
    Memo::new(move |_| {
        let chosen = chosen.get();
        state.with(|state| match state.answer() {
            Some(holdings) => {
                let account = holdings.in_view(chosen.as_ref());
                account.map_or(InView::Missing, |account| InView::Account(account.reference.clone()))
            }
            None if state.is_settled() => InView::Unread,
            None => InView::NotYet,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accounts(references: &[&str], unread: &[&str]) -> Holdings {
        let all = references.iter().map(|reference| KnownAccount::named((*reference).into())).collect();
        Holdings::Accounts(Accounts { all, unread: unread.iter().map(|sentence| (*sentence).to_owned()).collect() })
    }

    #[test]
    fn the_first_account_is_in_view_until_another_is_chosen() {
        let holdings = accounts(&["1", "2"], &[]);
        let in_view = |chosen: Option<&str>| {
            let chosen = chosen.map(AccountReference::from);
            holdings.in_view(chosen.as_ref()).map(|one| one.reference.to_string())
        };
        assert_eq!(in_view(None).as_deref(), Some("1"));
        assert_eq!(in_view(Some("2")).as_deref(), Some("2"));
        assert_eq!(in_view(Some("gone")).as_deref(), Some("1"));
    }

    #[test]
    fn whatever_is_missing_is_a_sentence_with_what_to_try_next() {
        for holdings in
            [Holdings::NoLink, Holdings::NoCustomer, Holdings::SetAside, accounts(&[], &[]), accounts(&[], &["No."])]
        {
            assert!(holdings.missing().is_some_and(|(sentence, next)| !sentence.is_empty() && !next.is_empty()));
        }
        assert_eq!(accounts(&["1"], &["The contracts could not be read."]).missing(), None);
    }
}
