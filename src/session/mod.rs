//! Who the rep is, which callers are open, what may be done for them and why not, and what was done.

mod abandoned;
mod account;
mod activity;
mod at_issuer;
mod caller;
mod candidate;
mod opaque_key;
mod permission;
mod reread;
mod same_person;
mod unlock_journal;
mod verification;
mod write;

use std::{
    cell::OnceCell,
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use contract::{WalletCustomer, WalletState};
use leptos::prelude::*;

use self::opaque_key::key_of_wallet;
pub use self::{
    account::{Holding, KnownAccount, Role, in_contract, reference, short, status_words},
    activity::{Entry, EntryOutcome, call_note},
    at_issuer::{AtIssuer, Decision, IssuerRecord, Records},
    caller::Caller,
    candidate::{Candidate, Conflict, Person, candidates},
    opaque_key::opaque_key,
    permission::{Circumstances, Hindrance, NO_WALLET, RECORDS_DIFFER, TWO_PEOPLE, hindrance},
    reread::{Reread, reread},
    same_person::{Agreement, Comparison},
    unlock_journal::{Earlier, Interrupted, JournalStep, UnlockJournal},
    verification::{Attestation, Method, level_at},
    write::{
        Answer, Change, End, Mark, Marks, Seen, Shown, Stage, Words, Write, Writing, account_digest, are_marks_left,
    },
};
use crate::{
    browser::time,
    config::{Config, Reader},
    gateway::{Gateway, NotOffered, not_offered},
    routes::OpaqueKey,
};

/// The signed-in support representative, as the session endpoint tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rep {
    /// Names the rep in logs.
    pub subject: String,
    /// Shown in the top bar.
    pub name: String,
    /// What the rep may do; the gateway's proxy is what enforces it.
    pub roles: Vec<String>,
}

impl Rep {
    /// As the session endpoint writes them: `subject`, `name` and, unless there are none, `roles`.
    pub fn read(text: &str) -> Option<Self> {
        let wrong = OnceCell::new();
        let session = Reader::root(text, &wrong);
        let (subject, name) = (session.any_text("subject")?, session.any_text("name")?);
        // Two sessions without a subject would be one rep's.
        let subject = Some(subject).filter(|subject| !subject.trim().is_empty())?;
        let roles = session.texts("roles");
        wrong.get().is_none().then_some(Self { subject, name, roles })
    }
}

/// Whether the rep may work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// At the desk.
    Here,
    /// The gateway no longer knows the rep: everything stays, and waits for signing in again.
    SignedOut,
    /// Away too long: the screen is blanked until the rep signs in again.
    Locked,
}

/// Everything that lives as long as the rep sits here. Cheap to clone.
#[derive(Clone)]
pub struct Session {
    /// What the issuer decided.
    pub config: Arc<Config>,
    /// The typed fetch layer.
    pub gateway: Gateway,
    /// Who sits here.
    pub rep: RwSignal<Rep>,
    /// Whether they may go on.
    pub presence: RwSignal<Presence>,
    /// The open callers, in the order of their tabs.
    pub callers: RwSignal<Vec<Caller>>,
    /// Whether the browser has a network.
    pub online: RwSignal<bool>,
    /// Milliseconds since 1970, every few seconds: for whatever runs out.
    pub now: RwSignal<i64>,
    /// Unlocks that were not seen to their end and that nobody is at any more. [`Session::find_abandoned`] looks for them.
    pub abandoned: RwSignal<Vec<Interrupted>>,
    found: Arc<Mutex<Arc<[Candidate]>>>,
    claimed: Arc<Mutex<Claims>>,
}

/// Wallets that several records claimed, by the key of their identifier: no later search settles that. A read by that
/// identifier does, and tells whose it is.
type Claims = HashMap<OpaqueKey, Option<OpaqueKey>>;

impl Session {
    /// For this rep, at this desk.
    pub fn new(config: Config, rep: Rep) -> Self {
        let presence = RwSignal::new(Presence::Here);
        Self {
            gateway: Gateway::new(config.clone(), move || {
                // A late answer must not lift the lock: whoever is away signs in when they come back.
                if presence.get_untracked() == Presence::Here {
                    presence.set(Presence::SignedOut);
                }
            }),
            config: Arc::new(config),
            rep: RwSignal::new(rep),
            presence,
            callers: RwSignal::new(Vec::new()),
            online: RwSignal::new(true),
            now: RwSignal::new(time::now()),
            abandoned: RwSignal::new(Vec::new()),
            found: Arc::default(),
            claimed: Arc::default(),
        }
    }

    /// Keeps what a search found, so that opening one of them needs no second question. Replaces the last search's.
    pub fn keep_found(&self, people: Vec<Person>) -> Arc<[Candidate]> {
        let mut found = candidates(people, &mut self.claimed());
        self.take_newer(&mut found);
        let found: Arc<[Candidate]> = found.into();
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = found.clone();
        found
    }

    /// The session as it serves this caller: what a sub-issuer keeps is read and changed there. Every screen of a caller
    /// gets this one.
    pub fn serving(&self, caller: &Caller) -> Self {
        Self { gateway: self.gateway.serving(caller.sub_issuers()), ..self.clone() }
    }

    /// A read by the wallet's own identifier showed that it is this caller's alone.
    pub fn settle_claim(&self, wallet: &WalletCustomer, conflict: &ArcRwSignal<Option<Conflict>>) {
        self.claimed().insert(key_of_wallet(wallet), Some(opaque_key(wallet)));
        conflict.set(None);
    }

    fn claimed(&self) -> MutexGuard<'_, Claims> {
        self.claimed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a search just read is newer than what the open callers show, and may show that a broken unlock is over, or that
    /// several records claim one wallet. Where a candidate is open already, both show one reading from now on.
    fn take_newer(&self, found: &mut [Candidate]) {
        for open in self.callers.get_untracked() {
            let Some(candidate) = found.iter_mut().find(|candidate| candidate.key == *open.key()) else { continue };
            if open.conflict().with_untracked(|known| *known != candidate.conflict) {
                open.conflict().set(candidate.conflict.clone());
            }
            if !open.working().get_untracked() {
                open.refresh(candidate.record.get_untracked());
            }
            (candidate.record, candidate.read_at) = (open.record(), open.read_at());
        }
        for interrupted in UnlockJournal::all_interrupted() {
            let seen = found.iter().find(|candidate| candidate.key == interrupted.key);
            if seen.is_some_and(|seen| seen.record.with_untracked(WalletCustomer::state) == WalletState::Active) {
                UnlockJournal::of(&interrupted.key).clear();
            }
        }
        self.find_abandoned();
    }

    /// The open caller with this key; one that the last search found is opened.
    pub fn open(&self, key: &OpaqueKey) -> Option<Caller> {
        if let Some(open) = self.opened(key) {
            return Some(open);
        }
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        // The search keeps the candidate alone, so that closing the caller wipes it and gives up what was asked for it.
        let caller = Caller::serving(found.iter().find(|candidate| candidate.key == *key)?);
        self.callers.update(|callers| callers.push(caller.clone()));
        Some(caller)
    }

    /// The open caller with this key.
    pub fn opened(&self, key: &OpaqueKey) -> Option<Caller> {
        self.callers.with_untracked(|callers| callers.iter().find(|caller| caller.key() == key).cloned())
    }

    /// Closes a caller and wipes what was held for them.
    pub fn close(&self, key: &OpaqueKey) {
        self.callers.update(|callers| callers.retain(|caller| caller.key() != key));
    }

    /// Whoever comes back to the desk must verify the callers again.
    pub fn end_verifications(&self) {
        for caller in self.callers.get_untracked() {
            caller.attestation().set(None);
            caller.revealed().update(|revealed| revealed.clear());
        }
    }

    /// Another rep takes the desk: nothing of the last one stays.
    pub fn start_clean(&self, rep: Rep) {
        self.callers.set(Vec::new());
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Arc::default();
        self.claimed().clear();
        self.rep.set(rep);
        self.presence.set(Presence::Here);
    }

    /// What keeps the rep from calling this operation for this caller right now; `None` when nothing does.
    pub fn hindrance(&self, spec: &contract::Spec, caller: &Caller) -> Option<Hindrance> {
        let now = self.now.get();
        if self.gateway.not_offered(spec) == Some(NotOffered::Issuer) {
            return Some(Hindrance { reason: not_offered(spec.name), verify: false });
        }
        hindrance(
            spec,
            &Circumstances {
                configuration: self.config.tenant.configuration,
                asked: self.config.verification.asked(spec.action),
                reached: caller.attestation().with(|attestation| level_at(attestation.as_ref(), now)),
                conflict: caller.conflict().get(),
                records: caller.records(),
                wallet: caller.has_wallet(),
                online: self.online.get(),
            },
        )
    }

    /// The same at this very moment, for a rep who has just confirmed: what held when the dialog opened may be over.
    pub fn hindrance_now(&self, spec: &contract::Spec, caller: &Caller) -> Option<Hindrance> {
        self.now.set(time::now());
        untrack(|| self.hindrance(spec, caller))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rep_is_read_as_the_session_writes_them() {
        let rep = |roles: &[&str]| {
            let roles = roles.iter().map(ToString::to_string).collect();
            Some(Rep { subject: "1".into(), name: "Sascha".into(), roles })
        };
        assert_eq!(Rep::read(r#"{"subject":"1","name":"Sascha","roles":["lead"],"new":{}}"#), rep(&["lead"]));
        assert_eq!(Rep::read(r#"{"subject":"1","name":"Sascha"}"#), rep(&[]));
        for other in [r#"{"subject":"","name":"Sascha"}"#, r#"{"subject":" ","name":"Sascha"}"#] {
            assert_eq!(Rep::read(other), None, "{other}");
        }
        for other in [r#"{"subject":"1"}"#, r#"{"subject":"1","name":7}"#, r#"["1","Sascha"]"#, "<html>"] {
            assert_eq!(Rep::read(other), None, "{other}");
        }
        assert_eq!(Rep::read(r#"{"subject":"1","name":"Sascha","roles":"lead"}"#), None);
    }
}
