//! Carries a change out: locks, sends, reads, and shows every step.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use contract::Spec;
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::{
    Mark, Marks, Seen, Shown, Stage, Write,
    marks::{LEFT_OPEN, write_lock},
    progress::{End, Glimpse, Next, Progress, Sent},
};
use crate::{
    browser::{WebLock, time},
    gateway::{Answered, Failure, Fault, Outcome},
    session::{Caller, Entry, EntryOutcome, Hindrance, Session},
};

/// A caller waits so long on the line before something is read once more.
const LONGEST_WAIT: i64 = 30_000;

/// The place of one kind of change of a caller: what is being done, or was done last. A second click finds it running.
#[derive(Clone)]
pub struct Writing(Arc<Inner>);

struct Inner {
    /// Which kind of change, and of what.
    place: String,
    shown: ArcRwSignal<Option<Shown>>,
    write: Mutex<Option<Write>>,
}

impl Writing {
    /// This caller's, for this kind of change; where a thing is named too, for this thing alone.
    pub fn of(caller: &Caller, kind: &str) -> Self {
        caller.keep_for(kind, || {
            let writing = Self::new(kind);
            caller.follow(writing.shown());
            writing
        })
    }

    /// The place in which it is looked for what an earlier visit left: the mark remembers it, so nothing is lost when the
    /// caller is closed.
    pub fn settling(caller: &Caller, mark: &Mark) -> Self {
        let id = mark.id();
        caller.keep_for(&id, || Self::new(&id))
    }

    /// Why this change cannot begin now: what stands in every change's way, another one that is running, or an earlier one
    /// of this kind that nobody knows the end of.
    pub fn hindrance(&self, session: &Session, spec: &Spec, caller: &Caller) -> Option<Hindrance> {
        let because = |reason: &str| Hindrance { reason: reason.into(), verify: false };
        let running = || caller.working().get().then(|| because("Something is being changed for this customer."));
        let open = || {
            let open = self.0.shown.with(|shown| shown.as_ref().is_some_and(Shown::is_open));
            open.then(|| because("The last one is not confirmed. Check it first."))
        };
        let left = || self.left_open(caller).then(|| because(LEFT_OPEN));
        session.hindrance(spec, caller).or_else(running).or_else(open).or_else(left)
    }

    /// Whether an earlier visit, another tab or another rep left a change of this kind open. Tracked.
    pub fn left_open(&self, caller: &Caller) -> bool {
        Marks::of(caller).is_open(&self.0.place)
    }

    fn new(place: &str) -> Self {
        Self(Arc::new(Inner { place: place.into(), shown: ArcRwSignal::new(None), write: Mutex::default() }))
    }

    /// What the rep sees.
    pub fn shown(&self) -> ArcRwSignal<Option<Shown>> {
        self.0.shown.clone()
    }

    /// Begins, unless something is being changed for this caller already, or stands in the way by now.
    pub fn begin(&self, session: &Session, caller: &Caller, write: Write) {
        if caller.working().get_untracked() || self.is_hindered(session, caller, &write) {
            return;
        }
        let write = self.of_the_same_intent(write);
        *self.write() = Some(write.clone());
        let progress = if write.tried_before { Progress::again() } else { Progress::new() };
        let progress = progress.checking(write.still_so.is_some());
        let reads_first = write.compares_first || write.tried_before;
        let first = if reads_first { Next::Read(0) } else { progress.send() };
        self.run(session, caller, write, progress, first);
    }

    /// What an earlier attempt left open and is sent once more keeps its correlation id, also when the form was confirmed
    /// anew: for the gateway it is the same intent.
    fn of_the_same_intent(&self, write: Write) -> Write {
        let left_open = self.0.shown.with_untracked(|shown| {
            shown.as_ref().is_some_and(|shown| matches!(shown.stage, Stage::Over(end) if end.leaves_open()))
        });
        let before = self.write().clone().filter(|before| left_open && before.is_same_intent(&write));
        match before {
            Some(before) => write.under(before.correlation),
            None => write,
        }
    }

    /// Whether what was sent last is still what the rep wants, as far as their form tells. Tracked.
    pub fn is_meant(&self) -> bool {
        self.0.shown.track();
        let meant = self.write().as_ref().map(|write| write.meant.clone());
        meant.is_none_or(|meant| meant())
    }

    /// The same change once more: looked for, and sent only when it is still not there.
    pub fn again(&self, session: &Session, caller: &Caller) {
        if !untrack(|| self.is_meant()) {
            return;
        }
        let write = self.write().clone();
        if let Some(write) = write.filter(|write| !self.is_hindered(session, caller, write)) {
            self.resume(session, caller, Progress::again().checking(write.still_so.is_some()));
        }
    }

    /// Looks for what an earlier visit left open, and sends nothing.
    pub fn look(&self, session: &Session, caller: &Caller, write: Write) {
        if !caller.working().get_untracked() {
            *self.write() = Some(write);
            self.resume(session, caller, Progress::check(false));
        }
    }

    /// Looks once more for what was left open, and sends nothing.
    pub fn check(&self, session: &Session, caller: &Caller) {
        let confirmed = self.0.shown.with_untracked(|shown| {
            let stage = shown.as_ref().map(|shown| shown.stage);
            matches!(stage, Some(Stage::Over(End::Confirmed | End::Unseen)))
        });
        self.resume(session, caller, Progress::check(confirmed));
    }

    /// Forgets what is over.
    pub fn dismiss(&self) {
        *self.write() = None;
        self.0.shown.set(None);
    }

    /// What the button allowed may have run out while the dialog was open. What is said of an earlier attempt stays.
    fn is_hindered(&self, session: &Session, caller: &Caller, write: &Write) -> bool {
        let hindered = session.hindrance_now(&write.spec, caller).map(Hindrance::at_the_last_moment);
        let is_hindered = hindered.is_some();
        if is_hindered {
            let begin = || Shown::begin(write.words.clone(), Stage::Hindered);
            self.0.shown.update(|shown| match shown {
                Some(Shown { stage: Stage::Over(end), hindered: said, .. }) if !end.is_done() => *said = hindered,
                shown => *shown = Some(Shown { hindered, ..begin() }),
            });
        }
        is_hindered
    }

    fn resume(&self, session: &Session, caller: &Caller, progress: Progress) {
        let write = self.write().clone();
        if let Some(write) = write.filter(|_| !caller.working().get_untracked()) {
            self.run(session, caller, write, progress, Next::Read(0));
        }
    }

    fn run(&self, session: &Session, caller: &Caller, write: Write, progress: Progress, first: Next) {
        caller.working().set(true);
        let stage = if first == Next::Send { Stage::Sending } else { Stage::Comparing };
        let shown = Shown::begin(write.words.clone(), stage);
        let (session, caller) = (session.clone(), caller.clone());
        let hands = Hands { place: self.clone(), session, caller, write, shown, not_before: 0 };
        hands.show(stage);
        spawn_local(async move {
            let (session, caller, then) = (hands.session.clone(), hands.caller.clone(), hands.write.then.clone());
            let end = hands.run(progress, first).await;
            caller.working().set(false);
            if let Some(end) = end {
                then(&session, &caller, end);
            }
        });
    }

    fn write(&self) -> MutexGuard<'_, Option<Write>> {
        self.0.write.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a call that did not happen says of what became of it.
const fn turned_away(fault: &Fault) -> Sent {
    match fault {
        Fault::Refused(_) | Fault::Http(_) => Sent::Refused,
        _ => Sent::NotTaken,
    }
}

struct Hands {
    place: Writing,
    session: Session,
    caller: Caller,
    write: Write,
    shown: Shown,
    /// The moment until which the gateway asked to wait.
    not_before: i64,
}

impl Hands {
    async fn run(mut self, mut progress: Progress, first: Next) -> Option<End> {
        let Some(_lock) = WebLock::take(&write_lock(self.caller.key())).await else {
            self.show(Stage::Elsewhere);
            return None;
        };
        let (marks, mut marked) = (Marks::of(&self.caller), None);
        let in_the_way = || marks.in_the_way(&self.write, &self.place.0.place);
        if let Some(hindered) = progress.may_send().then(in_the_way).flatten() {
            return self.hinder(hindered);
        }
        let reason = self.place.write().as_mut().and_then(|write| write.reason.take());
        if let Some(reason) = reason {
            self.caller.note(Entry::at_the_desk(time::now(), reason));
        }
        let mut next = first;
        loop {
            next = match next {
                Next::Check(pause) => {
                    self.wait(pause).await;
                    progress.checked(self.check().await)
                }
                Next::Send => {
                    match marks.remember(&self.caller, &self.write, &self.place.0.place) {
                        Ok(remembered) => marked = remembered,
                        Err(hindered) => return self.hinder(hindered.into()),
                    }
                    progress.sent(self.send().await)
                }
                Next::Read(pause) => {
                    self.wait(pause).await;
                    progress.seen(self.read().await)
                }
                Next::Finish(end) => {
                    self.shown.at = time::now();
                    marks.ended(&self.caller, (&self.write, &self.place.0.place), marked, end);
                    self.note_end(end);
                    self.show(Stage::Over(end));
                    return Some(end);
                }
            };
        }
    }

    /// Nothing was sent, because of this.
    fn hinder(mut self, hindered: String) -> Option<End> {
        self.shown.hindered = Some(hindered);
        self.show(Stage::Hindered);
        None
    }

    /// Waits before a read that is made once more: so long, or as long as the gateway asked, and says until when.
    async fn wait(&mut self, pause: u32) {
        if pause == 0 {
            return;
        }
        let now = time::now();
        let asked = u32::try_from((self.not_before - now).min(LONGEST_WAIT)).unwrap_or_default();
        if asked > pause {
            self.wait_until(Some(now + i64::from(asked)));
        }
        TimeoutFuture::new(pause.max(asked)).await;
        self.wait_until(None);
    }

    fn wait_until(&mut self, moment: Option<i64>) {
        self.shown.waits_until = moment;
        self.place.0.shown.maybe_update(|shown| match shown {
            Some(shown) if shown.waits_until != moment => {
                shown.waits_until = moment;
                true
            }
            _ => false,
        });
    }

    /// Keeps until when the gateway asks to wait.
    fn heed(&mut self, failure: &Failure) {
        if let Some(millis) = failure.wait_millis() {
            self.not_before = time::now() + i64::from(millis);
        }
    }

    async fn send(&mut self) -> Sent {
        self.show(Stage::Sending);
        let answer = (self.write.send)(&self.session.gateway, self.write.correlation.clone()).await;
        let sent = match answer {
            Ok(Answered { partly, noted, correlation, .. }) => {
                self.shown.failure = None;
                self.shown.correlation = Some(correlation);
                let sent = if partly.is_some() { Sent::Unknown } else { Sent::Confirmed };
                self.shown.partly = partly.or(noted);
                sent
            }
            Err(failure) => {
                self.heed(&failure);
                self.shown.correlation = Some(failure.correlation.clone());
                let (outcome, sent) = (failure.outcome(), turned_away(&failure.fault));
                self.shown.failure = Some(failure);
                match outcome {
                    Outcome::Unknown => Sent::Unknown,
                    Outcome::NotDone => sent,
                }
            }
        };
        if sent == Sent::Unknown {
            let outcome = if self.shown.partly.is_some() { EntryOutcome::Partly } else { EntryOutcome::Unknown };
            self.note(self.shown.words.what.clone(), outcome);
        }
        self.show(if sent == Sent::Unknown { Stage::Settling } else { Stage::Proving });
        sent
    }

    /// Whether what the screen showed is still so.
    async fn check(&mut self) -> Glimpse {
        let Some(still_so) = self.write.still_so.clone() else { return Glimpse::NotDone };
        self.show(Stage::Comparing);
        match still_so(&self.session.gateway).await {
            Ok(None) => Glimpse::NotDone,
            Ok(Some(instead)) => {
                self.shown.instead = instead;
                Glimpse::Other
            }
            Err(failure) => {
                self.heed(&failure);
                self.shown.failure.get_or_insert(failure);
                Glimpse::Unreadable
            }
        }
    }

    async fn read(&mut self) -> Glimpse {
        self.shown.instead.clear();
        match (self.write.read)(&self.session.gateway).await {
            Ok(Seen::Done(changes)) => {
                self.shown.changes = changes;
                Glimpse::Done
            }
            Ok(Seen::NotDone) => Glimpse::NotDone,
            Ok(Seen::Other(instead)) => {
                self.shown.instead = instead;
                Glimpse::Other
            }
            Ok(Seen::NotStated(why)) => {
                self.shown.instead = why;
                Glimpse::Unreadable
            }
            Err(failure) => {
                self.heed(&failure);
                // Why the write failed matters more than why a read after it did.
                self.shown.failure.get_or_insert(failure);
                Glimpse::Unreadable
            }
        }
    }

    fn note_end(&self, end: End) {
        let what = &self.shown.words.what;
        let (said, outcome) = match end {
            End::Proven => ("seen by reading", EntryOutcome::Done),
            End::AlreadySo => ("nothing to do, it was so already", EntryOutcome::Done),
            End::Confirmed => ("confirmed, and not read since", EntryOutcome::Done),
            End::Changed => ("not sent, the state had changed", EntryOutcome::Failed),
            End::Unread => ("not sent, the state could not be read", EntryOutcome::Failed),
            End::Refused => ("refused", EntryOutcome::Failed),
            End::NotDone => ("read again, and it did not happen", EntryOutcome::Failed),
            End::Conflict => ("read again, and it shows something else", EntryOutcome::Unknown),
            End::Unseen => ("confirmed, and a read does not show it", EntryOutcome::Unknown),
            End::NotConfirmed => ("could not be read afterwards", EntryOutcome::Unknown),
        };
        let in_part = end.is_done() && self.shown.partly.is_some();
        let outcome = if in_part { EntryOutcome::Partly } else { outcome };
        self.note(format!("{what}: {said}"), outcome);
    }

    fn note(&self, what: String, outcome: EntryOutcome) {
        self.caller.note(Entry { at: time::now(), what, outcome, correlation: self.shown.correlation.clone() });
    }

    fn show(&self, stage: Stage) {
        self.place.0.shown.set(Some(Shown { stage, ..self.shown.clone() }));
    }
}
