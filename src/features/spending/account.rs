//! One account whose limits and controls are in view, and whoever looks at it.

use contract::AccountReference;

use super::readings::Readings;
use crate::session::{Caller, KnownAccount, Session};

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
}
