//! A customer who is open on the desk, with everything that is known and done about them.

use std::{
    any::{Any, TypeId},
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use contract::{CustomerReference, WalletCustomer, WalletState};
use leptos::prelude::*;

use super::{
    account::linked_customer,
    activity::Entry,
    at_issuer::{AtIssuer, Basis, Decision},
    candidate::{Candidate, Conflict},
    unlock_journal::UnlockJournal,
    verification::Attestation,
    write::Shown,
};
use crate::{
    browser::time,
    config::Link,
    gateway::SubIssuers,
    routes::{OpaqueKey, Route},
};

/// One open customer. Cheap to clone; when the last clone goes, all of it goes.
#[derive(Clone)]
pub struct Caller(Arc<Inner>);

struct Inner {
    candidate: Candidate,
    conflict: ArcRwSignal<Option<Conflict>>,
    attestation: ArcRwSignal<Option<Attestation>>,
    revealed: ArcRwSignal<HashSet<&'static str>>,
    activity: ArcRwSignal<Vec<Entry>>,
    working: ArcRwSignal<bool>,
    changed_at: ArcRwSignal<i64>,
    no_account: ArcRwSignal<Option<&'static str>>,
    at_issuer: ArcRwSignal<AtIssuer>,
    decided: ArcRwSignal<Option<(Basis, Decision)>>,
    sub_issuers: SubIssuers,
    place: ArcRwSignal<Option<Route>>,
    writes: ArcRwSignal<Vec<ArcRwSignal<Option<Shown>>>>,
    kept: Mutex<Kept>,
}

/// By type and thing.
type Kept = HashMap<(TypeId, String), Box<dyn Any + Send>>;

impl Caller {
    /// Begins to serve a candidate: nothing was done or is known in this call. What is read from now on the search shows too.
    pub(super) fn serving(candidate: &Candidate) -> Self {
        Self(Arc::new(Inner {
            candidate: candidate.clone(),
            conflict: ArcRwSignal::new(candidate.conflict.clone()),
            attestation: ArcRwSignal::new(None),
            revealed: ArcRwSignal::new(HashSet::new()),
            activity: ArcRwSignal::new(Vec::new()),
            working: ArcRwSignal::new(false),
            changed_at: ArcRwSignal::new(0),
            no_account: ArcRwSignal::new(None),
            at_issuer: ArcRwSignal::new(AtIssuer::default()),
            decided: ArcRwSignal::new(None),
            sub_issuers: SubIssuers::default(),
            place: ArcRwSignal::new(None),
            writes: ArcRwSignal::new(Vec::new()),
            kept: Mutex::default(),
        }))
    }

    /// Stands for the customer in addresses and storage.
    pub fn key(&self) -> &OpaqueKey {
        &self.0.candidate.key
    }

    /// Set while the record must not be acted on, as the newest search that found it has seen.
    pub fn conflict(&self) -> ArcRwSignal<Option<Conflict>> {
        self.0.conflict.clone()
    }

    /// Whether there is a wallet. Without one, [`record`](Self::record) tells who the customer is and names none.
    pub fn has_wallet(&self) -> bool {
        self.0.candidate.without_wallet.is_none()
    }

    /// What leads to the issuing customer: the id that the configuration names; `None` where the wallet lacks it. It is
    /// looked up, and no other path takes it.
    pub fn link_to_issuer(&self, link: Link) -> Option<CustomerReference> {
        let alone = self.0.candidate.without_wallet.clone();
        alone.or_else(|| self.0.candidate.record.with_untracked(|record| linked_customer(record, link)))
    }

    /// Who they are to the issuer, as far as it was read.
    pub fn at_issuer(&self) -> ArcRwSignal<AtIssuer> {
        self.0.at_issuer.clone()
    }

    /// What the rep said about the two records, and of which.
    pub(super) fn decided(&self) -> ArcRwSignal<Option<(Basis, Decision)>> {
        self.0.decided.clone()
    }

    /// Which of what is read for them a sub-issuer keeps.
    pub fn sub_issuers(&self) -> &SubIssuers {
        &self.0.sub_issuers
    }

    /// The wallet as it was last read.
    pub fn record(&self) -> ArcRwSignal<WalletCustomer> {
        self.0.candidate.record.clone()
    }

    /// When that was, in milliseconds since 1970.
    pub fn read_at(&self) -> ArcRwSignal<i64> {
        self.0.candidate.read_at.clone()
    }

    /// When a reading last showed another state than the one before it; 0 when none did.
    pub fn changed_at(&self) -> ArcRwSignal<i64> {
        self.0.changed_at.clone()
    }

    /// Takes a newer reading of the same wallet. Seen to be well, whatever unlock was cut short is over: what switches it off
    /// later is something else.
    pub fn refresh(&self, record: WalletCustomer) {
        let now = time::now();
        if record.state() == WalletState::Active && !self.0.working.get_untracked() {
            UnlockJournal::of(self.key()).clear();
        }
        if self.0.candidate.record.with_untracked(|before| before.state() != record.state()) {
            self.0.changed_at.set(now);
        }
        self.0.candidate.record.set(record);
        self.0.candidate.read_at.set(now);
    }

    /// How the rep verified the caller, if they did.
    pub fn attestation(&self) -> ArcRwSignal<Option<Attestation>> {
        self.0.attestation.clone()
    }

    /// Fields that the rep chose to see in clear.
    pub fn revealed(&self) -> ArcRwSignal<HashSet<&'static str>> {
        self.0.revealed.clone()
    }

    /// What was done in this call, oldest first.
    pub fn activity(&self) -> ArcRwSignal<Vec<Entry>> {
        self.0.activity.clone()
    }

    /// Whether something is being changed this very moment; such a caller is not closed.
    pub fn working(&self) -> ArcRwSignal<bool> {
        self.0.working.clone()
    }

    /// Why nothing of the issuing half can be shown; `None` while that is not known, and when there is an account.
    pub fn no_account(&self) -> ArcRwSignal<Option<&'static str>> {
        self.0.no_account.clone()
    }

    /// Where in this caller's screens the rep was last.
    pub fn place(&self) -> ArcRwSignal<Option<Route>> {
        self.0.place.clone()
    }

    /// Follows a change wherever it is made: what became of it is not to be forgotten while nobody knows.
    pub(super) fn follow(&self, write: ArcRwSignal<Option<Shown>>) {
        self.0.writes.update(|writes| writes.push(write));
    }

    /// A change that nobody knows the end of: such a caller is not closed. Tracked.
    pub fn unconfirmed(&self) -> Option<String> {
        let open = |shown: &Shown| shown.is_open().then(|| shown.words.what.clone());
        self.0.writes.with(|writes| writes.iter().find_map(|write| write.with(|shown| shown.as_ref().and_then(open))))
    }

    /// Adds a line to the activity.
    pub fn note(&self, entry: Entry) {
        self.0.activity.update(|entries| entries.push(entry));
    }

    /// What a panel keeps for this caller while the rep is elsewhere: a draft, a running unlock, a list that was read.
    pub fn keep<T: Clone + Send + 'static>(&self, begin: impl FnOnce() -> T) -> T {
        self.keep_for("", begin)
    }

    /// The same for one thing of several: an account, a statement, a dispute folder.
    pub fn keep_for<T: Clone + Send + 'static>(&self, thing: &str, begin: impl FnOnce() -> T) -> T {
        let place = (TypeId::of::<T>(), thing.to_owned());
        let known = self.kept().get(&place).and_then(|slot| slot.downcast_ref::<T>().cloned());
        known.unwrap_or_else(|| {
            // Begun while the lock is free: what begins may look at what else is kept.
            let begun = begin();
            self.kept().insert(place, Box::new(begun.clone()));
            begun
        })
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_may_look_at_what_else_is_kept() {
        let caller = Caller::serving(&Candidate {
            key: OpaqueKey("somebody".into()),
            conflict: None,
            without_wallet: None,
            record: ArcRwSignal::new(WalletCustomer::default()),
            read_at: ArcRwSignal::new(0),
        });
        let begin = || caller.keep_for("inner", || "kept".to_owned()).len();
        assert_eq!(caller.keep_for("outer", begin), 4);
        assert_eq!(caller.keep_for("outer", || 9_usize), 4, "it is begun once");
    }
}
