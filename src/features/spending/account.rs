//! One account whose limits and controls are in view, and whoever looks at it.

use contract::{AccountReference, Spec};

use super::readings::Readings;
use crate::session::{Caller, KnownAccount, Session, Writing};

/// What every view and every change of its limits and controls needs. Cheap to clone.
#[derive(Clone)]
pub struct Spending {
    /// Who looks.
    pub session: Session,
    /// Whose account it is.
    pub caller: Caller,
    /// What names it in a path.
    pub account: AccountReference,
    /// "…2600": what a dialog calls it.
    pub short: String,
    /// What was read of it.
    pub readings: Readings,
}

impl Spending {
    /// That of this account.
    pub fn of(session: &Session, caller: &Caller, account: &KnownAccount) -> Self {
        Self {
            session: session.clone(),
            caller: caller.clone(),
            account: account.reference.clone(),
            short: account.short_reference(),
            readings: Readings::of(caller, &account.reference),
        }
    }

    /// The place of this account's changes of one kind: what became of one account's never stands in another's panel.
    pub fn writing(&self, kind: &str) -> Writing {
        Writing::of(&self.caller, &format!("{kind} {}", self.account))
    }

    /// Why the next change of this kind has to wait. Tracked.
    pub fn hindrance(&self, spec: &Spec, kind: &str) -> Option<String> {
        self.writing(kind).hindrance(&self.session, spec, &self.caller).map(|hindrance| hindrance.reason)
    }
}
