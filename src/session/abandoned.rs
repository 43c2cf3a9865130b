//! Unlocks that were not seen to their end and that nobody is at any more, in whatever tab of this browser.

use leptos::{prelude::*, task::spawn_local};

use super::{Caller, Interrupted, Reread, Session, UnlockJournal, reread};
use crate::routes::OpaqueKey;

impl Session {
    /// Looks for them. [`Session::abandoned`] follows what is found, now and when another tab comes to its end or goes.
    pub fn find_abandoned(&self) {
        let (abandoned, unfinished) = (self.abandoned, UnlockJournal::all_interrupted());
        let here = |unlock: &Interrupted| self.opened(&unlock.key).is_some_and(|caller| is_at_work(&caller));
        abandoned.maybe_update(|known| {
            let count = known.len();
            known.retain(|unlock| unfinished.contains(unlock) && !here(unlock));
            known.len() != count
        });
        // Work that runs here looks for itself when it is over.
        for unlock in unfinished.into_iter().filter(|unlock| !here(unlock)) {
            let session = self.clone();
            spawn_local(async move { session.follow(unlock).await });
        }
    }

    async fn follow(&self, unlock: Interrupted) {
        let journal = UnlockJournal::of(&unlock.key);
        journal.nobody_at_work().await;
        let now = journal.interrupted();
        let ended_elsewhere = now.is_none();
        self.abandoned.maybe_update(|known| {
            let is_known = now.as_ref().is_some_and(|now| known.contains(now));
            known.retain(|other| other.key != unlock.key);
            known.extend(now);
            !is_known
        });
        if ended_elsewhere {
            self.read_again(&unlock.key).await;
        }
    }

    /// Another tab changed the wallet: what is shown of it here is older.
    async fn read_again(&self, key: &OpaqueKey) {
        let Some(caller) = self.opened(key).filter(|caller| !is_at_work(caller)) else { return };
        let known = caller.record().get_untracked();
        if let (Ok(Reread::Found(record)), false) = (reread(&self.gateway, &known).await, is_at_work(&caller)) {
            caller.refresh(*record);
        }
    }
}

fn is_at_work(caller: &Caller) -> bool {
    caller.working().get_untracked()
}
