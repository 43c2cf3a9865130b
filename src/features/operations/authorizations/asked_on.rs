//! On which account a card was asked for. An authorization and a business case are read on their own account, whichever is
//! in view by then: lists tell it, and where no list did, the caller's accounts are asked one after the other.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use contract::{AccountReference, Instant, Operation};

use crate::{
    features::account::known_accounts,
    gateway::{Failure, Fault, Gateway},
    session::{Caller, KnownAccount, Session},
};

/// What lists told. Lives with the caller, in memory: no address names an account.
#[derive(Clone, Default)]
pub struct AskedOn(Arc<Mutex<HashMap<String, Place>>>);

/// An account, and the period in which something is looked for on it: the gateway asks for one although ids are unique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The account.
    pub account: AccountReference,
    /// From, included, and to, excluded.
    pub period: (Instant, Instant),
}

/// What was found, and on which account.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundOn<A> {
    /// The account.
    pub account: AccountReference,
    /// The answer.
    pub answer: A,
}

impl AskedOn {
    /// This caller's.
    pub fn of(caller: &Caller) -> Self {
        caller.keep(Self::default)
    }

    /// Takes down that a list of this place named it; `name` is what its address calls it.
    pub fn note(&self, name: String, place: &Place) {
        self.told().insert(name, place.clone());
    }

    /// Where to look for it, the likeliest first: where a list named it, or on the account in view; then on the others.
    pub fn places(
        &self,
        session: &Session,
        caller: &Caller,
        in_view: &KnownAccount,
        name: &str,
        period: (Instant, Instant),
    ) -> Vec<Place> {
        let told = self.told().get(name).cloned();
        let all = known_accounts(session, caller).into_iter().map(|account| account.reference);
        in_order(told, &in_view.reference, all, &period)
    }

    fn told(&self) -> MutexGuard<'_, HashMap<String, Place>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn in_order(
    told: Option<Place>,
    in_view: &AccountReference,
    all: impl Iterator<Item = AccountReference>,
    period: &(Instant, Instant),
) -> Vec<Place> {
    let mut places: Vec<Place> = told.into_iter().collect();
    for account in std::iter::once(in_view.clone()).chain(all) {
        if places.iter().all(|place| place.account != account) {
            places.push(Place { account, period: period.clone() });
        }
    }
    places
}

/// Looks in each place until it is found. The failure is that of the first place, which is where it should have been.
pub async fn find<O: Operation>(
    gateway: Gateway,
    places: Vec<Place>,
    question: impl Fn(Place) -> O,
) -> Result<FoundOn<O::Answer>, Failure> {
    let mut first = None;
    for place in places {
        let account = place.account.clone();
        match gateway.call(question(place)).await {
            Ok(answered) => return Ok(FoundOn { account, answer: answered.answer }),
            Err(failure) if failure.fault == Fault::Http(404) => {
                first.get_or_insert(failure);
            }
            Err(failure) => return Err(first.unwrap_or(failure)),
        }
    }
    Err(first.unwrap_or_else(|| Failure::of(&O::SPEC, "", Fault::Http(404))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_looked_for_where_a_list_named_it_then_on_the_account_in_view_then_on_the_others() {
        let moment = Instant::from_epoch_millis;
        let (then, now) = ((moment(0), moment(1)), (moment(2), moment(3)));
        let all = || ["A", "B", "C"].into_iter().map(AccountReference::from);
        let order = |told: Option<&str>| {
            let told = told.map(|account| Place { account: account.into(), period: then.clone() });
            let places = in_order(told, &"B".into(), all(), &now);
            places.into_iter().map(|place| (place.account.to_string(), place.period == now)).collect::<Vec<_>>()
        };
        let expected = |places: &[(&str, bool)]| {
            places.iter().map(|(account, is_now)| ((*account).to_owned(), *is_now)).collect::<Vec<_>>()
        };
        assert_eq!(order(None), expected(&[("B", true), ("A", true), ("C", true)]));
        assert_eq!(
            order(Some("C")),
            expected(&[("C", false), ("B", true), ("A", true)]),
            "in the list\u{2019}s period"
        );
    }
}
