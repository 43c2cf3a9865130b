//! The marks of one customer as this tab knows them: which of them are another tab's, another rep's or an earlier visit's.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use leptos::{prelude::*, task::spawn_local};

use super::{
    Write,
    mark::{Mark, Remembered, is_settled, place_digest},
    progress::End,
};
use crate::{
    browser::{WebLock, time},
    routes::{OpaqueKey, Route},
    session::Caller,
};

/// Why the next one waits.
pub(super) const LEFT_OPEN: &str = "An earlier change was not confirmed. Check it first.";
/// Why nothing is sent where nothing can be remembered.
const NOT_KEPT: &str = "This browser keeps no data for the portal, so a lost answer could not be checked later. Nothing was sent. \
    Allow site data for the portal.";

/// What the browser remembers of a change, and whether something had been sent under it before.
type Marked = Option<(Mark, bool)>;

/// Lives with the caller. Cheap to clone.
#[derive(Clone)]
pub struct Marks(Arc<Inner>);

struct Inner {
    key: OpaqueKey,
    /// Left by others, oldest first: whoever is at work on this customer is waited for.
    left: ArcRwSignal<Vec<Mark>>,
    /// All that ever were in `left`.
    known: ArcRwSignal<Vec<Mark>>,
    /// What this tab sent: it shows itself what became of it.
    own: Mutex<HashSet<String>>,
}

impl Marks {
    /// This caller's.
    pub fn of(caller: &Caller) -> Self {
        caller.keep(|| {
            let marks = Self(Arc::new(Inner {
                key: caller.key().clone(),
                left: ArcRwSignal::new(Vec::new()),
                known: ArcRwSignal::new(Vec::new()),
                own: Mutex::default(),
            }));
            marks.read();
            marks
        })
    }

    /// Those that somebody left and nobody has settled.
    pub fn left(&self) -> ArcRwSignal<Vec<Mark>> {
        self.0.left.clone()
    }

    /// Those that were left when this caller was opened or came since, whatever became of them.
    pub fn known(&self) -> ArcRwSignal<Vec<Mark>> {
        self.0.known.clone()
    }

    /// Reads what the browser keeps, once no tab changes anything for this customer.
    pub fn read(&self) {
        // Whoever closes the caller need not wait for it.
        let inner = Arc::downgrade(&self.0);
        let lock = write_lock(&self.0.key);
        let is_any = !self.others().is_empty();
        spawn_local(async move {
            // Waiting takes the lock for a moment, so it is not done for nothing.
            if is_any {
                WebLock::free(&lock).await;
            }
            if let Some(inner) = inner.upgrade() {
                Self(inner).take_in();
            }
        });
    }

    fn take_in(&self) {
        let kept = self.others();
        self.0.known.maybe_update(|known| {
            let new: Vec<_> = kept.iter().filter(|mark| !known.contains(mark)).cloned().collect();
            let is_newer = !new.is_empty();
            // The same may be left once more.
            known.retain(|mark| new.iter().all(|newer| newer.id() != mark.id()));
            known.extend(new);
            is_newer
        });
        self.0.left.maybe_update(|left| {
            let differs = *left != kept;
            *left = kept;
            differs
        });
    }

    /// Whether something that others left open stands in this place. Tracked.
    pub(super) fn is_open(&self, place: &str) -> bool {
        let place = place_digest(place);
        self.0.left.with(|left| left.iter().any(|mark| mark.place == place))
    }

    /// Why it may not be sent, while no other tab can send anything: what others left open in this place comes first.
    pub(super) fn in_the_way(&self, write: &Write, place: &str) -> Option<String> {
        let place = write.remembered.is_some().then(|| place_digest(place))?;
        let other = self.others().into_iter().find(|mark| mark.place == place)?;
        self.take_in();
        let when = time::minute(other.sent.at);
        Some(format!("{LEFT_OPEN} Something of this kind was sent at {when}, here or in another tab."))
    }

    /// Before it is sent. Where nothing can be remembered nothing is sent. Answers the mark, and whether something had been sent
    /// under it before.
    pub(super) fn remember(&self, caller: &Caller, write: &Write, place: &str) -> Result<Marked, &'static str> {
        let Some(remembered) = &write.remembered else { return Ok(None) };
        let (mark, earlier) = remembered.now(caller, write, place);
        self.own().insert(mark.id());
        if mark.write() { Ok(Some((mark, earlier))) } else { Err(NOT_KEPT) }
    }

    /// After a run, that sent something or not: what is settled is forgotten.
    pub(super) fn ended(&self, caller: &Caller, (write, place): (&Write, &str), marked: Marked, end: End) {
        let looked_for = || write.settles.clone().map(|mark| (mark, true));
        let unsent = || Some(write.remembered.as_ref()?.now(caller, write, place));
        let Some((mark, earlier)) = marked.or_else(looked_for).or_else(unsent) else { return };
        let now = time::now();
        for kept in Mark::of(&self.0.key).iter().filter(|kept| mark.is_settled_with(kept)) {
            if is_settled(end, earlier, kept.may_arrive(now)) {
                kept.clear();
                // From now on the same may be somebody else's.
                self.own().remove(&kept.id());
            }
        }
        self.read();
    }

    fn others(&self) -> Vec<Mark> {
        let own = self.own().clone();
        Mark::of(&self.0.key).into_iter().filter(|mark| !own.contains(&mark.id())).collect()
    }

    fn own(&self) -> MutexGuard<'_, HashSet<String>> {
        self.0.own.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Mark {
    /// Waits until no tab changes anything for this customer.
    pub async fn nobody_at_work(&self) {
        WebLock::free(&write_lock(&self.key)).await;
    }
}

impl Remembered {
    /// The mark of what is sent now for this caller, and whether something had been sent under it already.
    fn now(&self, caller: &Caller, write: &Write, place: &str) -> (Mark, bool) {
        let section = match caller.place().get_untracked() {
            Some(Route::Customer(_, section, _)) => section.segment(),
            _ => "",
        };
        let mark = self.mark(caller.key(), place, (write.spec.name, section, &write.correlation));
        let earlier = Mark::of(caller.key()).iter().any(|kept| mark.is_settled_with(kept));
        (mark, earlier)
    }
}

/// The right to change something for this customer, over all tabs of this browser.
pub(super) fn write_lock(key: &OpaqueKey) -> String {
    format!("care-portal.write.{key}")
}
