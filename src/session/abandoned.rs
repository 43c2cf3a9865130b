//! Unlocks that were not seen to their end and that nobody is at any more, in whatever tab of this browser.

use std::pin::Pin;

use leptos::{prelude::*, task::spawn_local};

use super::{Caller, Interrupted, Reread, Session, UnlockJournal, reread};
use crate::{browser::part::part, routes::OpaqueKey};

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

    /// Another tab changed what this browser remembers, which may come here later than that tab's lock is free: what was
    /// taken for abandoned may be over.
    pub fn remembered_elsewhere(&self) {
        let is_over = |unlock: &Interrupted| UnlockJournal::of(&unlock.key).interrupted().is_none();
        let known = self.abandoned.get_untracked();
        let over: Vec<_> = known.into_iter().filter(is_over).map(|unlock| unlock.key).collect();
        if over.is_empty() {
            return;
        }
        self.abandoned.update(|known| known.retain(|unlock| !over.contains(&unlock.key)));
        for key in over {
            let session = self.clone();
            spawn_local(async move { session.read_again(&key).await });
        }
    }

    /// Another tab works on this wallet: when it is done, what is shown here is read again.
    pub fn read_when_free(&self, key: &OpaqueKey) {
        let (session, key) = (self.clone(), key.clone());
        spawn_local(async move {
            UnlockJournal::of(&key).nobody_at_work().await;
            session.read_again(&key).await;
        });
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
        if self.opened(key).is_some()
            && let Ok(reading) = reading(self.clone(), key.clone()).await
        {
            reading.await;
        }
    }
}

part! {
    /// Whoever is open was opened by this part.
    fn reading(session: Session, key: OpaqueKey) -> Pin<Box<dyn Future<Output = ()>>>,
    customer,
    Box::pin(read(session, key)),
}

async fn read(session: Session, key: OpaqueKey) {
    let Some(caller) = session.opened(&key).filter(|caller| !is_at_work(caller)) else { return };
    let known = caller.record().get_untracked();
    if let (Ok(Reread::Found(record)), false) = (reread(&session.gateway, &known).await, is_at_work(&caller)) {
        caller.refresh(*record);
    }
}

fn is_at_work(caller: &Caller) -> bool {
    caller.working().get_untracked()
}
