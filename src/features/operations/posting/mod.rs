//! Fees, bonuses and interest by hand: posted under a triplet that is made once for each intent, and settled by it.

mod intent;
mod post;
mod reverse;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use contract::{
    AccountReference, Amount,
    operations::issuing::operations::{AccountOperation, InquireOperation, NewOperation},
};

pub use self::{
    post::{buttons, currency_of},
    reverse::{Left, reverse},
};
use super::{list::Operations, recent};
use crate::{
    browser::{time, unique},
    features::account::read_balance_again,
    gateway::{Failure, Fault, Gateway},
    session::{Caller, Change, End, KnownAccount, Seen, Session, Write},
    ui::amount::amount_text,
};

/// What makes the next attempt recognisable as the same one. Made when it is first sent, and kept until it is known to be
/// done.
#[derive(Clone, Default)]
struct Attempt(Arc<Mutex<(Option<NewOperation>, bool)>>);

impl Attempt {
    /// The three facts, the same for every attempt.
    fn triplet(&self) -> NewOperation {
        let make = || intent::triplet(time::now(), unique::reference());
        self.facts().0.get_or_insert_with(make).clone()
    }

    /// The write of this attempt; `open` when an earlier one may have happened, or may still.
    fn of(&self, write: Write) -> Write {
        if self.facts().1 { write.tried_before() } else { write }
    }

    /// Takes down how it ended.
    fn ended(&self, end: End) {
        // Something else was posted under the three facts: they name nothing new any more.
        if end.is_done() || matches!(end, End::Changed | End::Conflict) {
            *self.facts() = (None, false);
        } else if end.leaves_open() {
            self.facts().1 = true;
        }
    }

    fn facts(&self) -> MutexGuard<'_, (Option<NewOperation>, bool)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whatever shows what is on the account is read again.
fn read_again(session: &Session, caller: &Caller, account: &KnownAccount) {
    Operations::of(caller, account).pages.refresh();
    recent::read_again(session, caller, account);
    read_balance_again(session, caller, &account.reference);
}

/// Asks by the triplet whether it was posted.
async fn inquire(
    gateway: Gateway,
    account: AccountReference,
    triplet: NewOperation,
    sent: Amount,
) -> Result<Seen, Failure> {
    match gateway.call(InquireOperation::of(account, &triplet)).await {
        Ok(answered) => Ok(seen(&sent, &answered.answer)),
        Err(failure) if failure.fault == Fault::Http(404) => Ok(Seen::NotDone),
        Err(failure) => Err(failure),
    }
}

fn seen(sent: &Amount, found: &AccountOperation) -> Seen {
    let amount = amount_text(found.reference_amount.as_ref());
    if intent::is_what_was_sent(sent, found) {
        let number = found.operation_identifier.operation_id.to_string();
        let change = |name, now: String| -> Change { (name, "None".into(), now) };
        return Seen::Done(vec![change("Amount", amount), change("Operation", number)]);
    }
    Seen::Other(format!("Under its reference {amount} was posted."))
}
