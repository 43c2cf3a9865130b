//! Fees, bonuses and interest by hand: posted under a triplet that is made once for each intent, and settled by it.

mod intent;
mod post;
mod proof;
mod reverse;
mod similar;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use contract::{
    AccountReference,
    operations::issuing::operations::{AccountOperation, InquireOperation, NewOperation},
};

use self::proof::{Expected, Proof, proof};
pub use self::{
    post::{buttons, currency_of},
    reverse::{Left, ReadLeft, reverse},
};
use super::{list::Operations, recent};
use crate::{
    browser::{time, unique},
    features::account::account_has_moved,
    gateway::{Failure, Fault, Gateway, new_id},
    session::{Caller, Change, End, KnownAccount, Seen, Session, Write},
    ui::amount::amount_text,
};

/// What makes the next attempt recognisable as the same one: the three facts for whoever inquires, and the correlation id
/// for the gateway, which executes a posting once for each. Made when it is first sent, and kept until it is known to be
/// done, or not to have happened.
#[derive(Clone, Default)]
struct Attempt(Arc<Mutex<Facts>>);

#[derive(Default)]
struct Facts {
    named: Option<(NewOperation, String)>,
    /// An earlier attempt may have happened, or may still.
    open: bool,
}

impl Attempt {
    /// The three facts, the same for every attempt.
    fn triplet(&self) -> NewOperation {
        self.named().0
    }

    fn named(&self) -> (NewOperation, String) {
        let make = || (intent::triplet(time::now(), unique::reference()), new_id());
        self.facts().named.get_or_insert_with(make).clone()
    }

    /// The write of this attempt; `open` when an earlier one may have happened, or may still.
    fn of(&self, write: Write) -> Write {
        let write = write.under(self.named().1);
        if self.facts().open { write.tried_before() } else { write }
    }

    /// Takes down how it ended.
    fn ended(&self, end: End) {
        let mut facts = self.facts();
        match end {
            // Something else was posted under the three facts: they name nothing new any more.
            end if end.is_done() || end == End::Conflict => *facts = Facts::default(),
            // Nothing of it happened: what is sent next, perhaps otherwise, is another intent.
            End::Refused | End::Changed if !facts.open => *facts = Facts::default(),
            end if end.leaves_open() => facts.open = true,
            _ => {}
        }
    }

    fn facts(&self) -> MutexGuard<'_, Facts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whatever shows what is on the account is read again.
fn read_again(session: &Session, caller: &Caller, account: &KnownAccount) {
    Operations::of(caller, account).pages.refresh();
    recent::read_again(session, caller, account);
    account_has_moved(session, caller, &account.reference);
}

/// Asks by the triplet whether it was posted.
async fn inquire(gateway: Gateway, account: AccountReference, sent: Expected) -> Result<Seen, Failure> {
    match gateway.call(InquireOperation::of(account, &sent.triplet)).await {
        Ok(answered) => Ok(seen(&sent, &answered.answer)),
        Err(failure) if failure.fault == Fault::Http(404) => Ok(Seen::NotDone),
        Err(failure) => Err(failure),
    }
}

fn seen(sent: &Expected, found: &AccountOperation) -> Seen {
    let amount = amount_text(found.reference_amount.as_ref());
    match proof(sent, found) {
        Proof::Ours => {
            let number = found.operation_identifier.operation_id.to_string();
            let change = |name, now: String| -> Change { (name, "None".into(), now) };
            Seen::Done(vec![change("Amount", amount), change("Operation", number)])
        }
        Proof::Differs(what) => Seen::Other(format!(
            "Under its references {amount} was posted, with another {}. Look at it before you post again.",
            what.join(", another ")
        )),
        Proof::Nothing(why) => Seen::NotStated(format!("The gateway’s answer {why}, so it proves nothing.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attempt_that_is_open_keeps_its_references_and_its_correlation_id() {
        let attempt = Attempt(Arc::new(Mutex::new(Facts {
            named: Some((intent::triplet(1_672_669_234_000, "r".into()), "c".into())),
            open: false,
        })));
        for end in [End::NotDone, End::NotConfirmed, End::Unseen, End::Unread, End::Refused, End::Changed] {
            attempt.ended(end);
            assert_eq!(attempt.named().1, "c", "{end:?}");
            assert!(attempt.facts().open, "{end:?}");
        }
    }

    #[test]
    fn an_attempt_that_ended_makes_room_for_another_intent() {
        for end in [End::Proven, End::AlreadySo, End::Confirmed, End::Conflict, End::Refused, End::Changed] {
            let named = Some((intent::triplet(1_672_669_234_000, "r".into()), "c".into()));
            let attempt = Attempt(Arc::new(Mutex::new(Facts { named, open: false })));
            attempt.ended(end);
            assert!(attempt.facts().named.is_none(), "{end:?}");
        }
    }
}
