//! Carries a decision of the saga out: locks, journals, sends, reads, and shows every step.

use contract::{Operation, operations::UpdateCustomerActivation};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::{
    saga::{End, Goal, Next, Progress, Seen, Sent},
    shown::{Shown, StepName, attempt},
};
use crate::{
    browser::{WebLock, time},
    features::{outcome::in_part, trouble::trouble},
    gateway::{Failure, Fault, Outcome},
    session::{Caller, Entry, EntryOutcome, JournalStep, Reread, Session, UnlockJournal, reread},
    ui::trouble::Again,
};

/// A caller waits so long on the line; a gateway that asks for more is told to the rep instead.
const LONGEST_WAIT_SECONDS: u32 = 30;

/// What is being done with a wallet, or was done last. Lives with the caller, not with the screen.
#[derive(Clone)]
pub struct Work(ArcRwSignal<Stage>);

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Nothing was done.
    Idle,
    /// Running.
    Running(Shown),
    /// It did not begin: why, and when.
    NotBegun(NotBegun, i64),
    /// Over.
    Over(Shown, End),
}

/// Why it did not begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotBegun {
    /// Another tab of this browser is at it.
    ElsewhereAtWork,
    /// The browser keeps no journal, so no unlock may begin.
    NoJournal,
    /// When the rep confirmed, this stood in the way.
    Hindered(String),
}

impl Default for Work {
    fn default() -> Self {
        Self(ArcRwSignal::new(Stage::Idle))
    }
}

impl Work {
    /// The work on this caller's wallet.
    pub fn on(caller: &Caller) -> Self {
        caller.keep(Self::default)
    }

    /// How far it is. What a newer reading has overtaken is gone.
    pub fn stage(&self, caller: &Caller) -> Memo<Stage> {
        let (stage, read_at, changed_at) = (self.0.clone(), caller.read_at(), caller.changed_at());
        Memo::new(move |_| {
            let (read_at, changed_at) = (read_at.get(), changed_at.get());
            stage.with(|stage| if stage.is_overtaken(read_at, changed_at) { Stage::Idle } else { stage.clone() })
        })
    }

    /// Forgets what is over.
    pub fn dismiss(&self) {
        self.0.set(Stage::Idle);
    }

    /// Begins, unless it is running already: a second click finds the first one's work. `reason` goes into the activity.
    pub fn begin(&self, session: &Session, caller: &Caller, goal: Goal, reason: Option<String>) {
        if caller.working().get_untracked() {
            return;
        }
        if let Some(hindrance) = session.hindrance_now(&UpdateCustomerActivation::SPEC, caller) {
            self.0.set(Stage::NotBegun(NotBegun::Hindered(hindrance.at_the_last_moment()), time::now()));
            return;
        }
        if let Some(reason) = reason {
            caller.note(Entry::at_the_desk(time::now(), reason));
        }
        caller.working().set(true);
        let now = (caller.record().with_untracked(|record| record.state()), caller.read_at().get_untracked());
        let shown = Shown::new(goal, now);
        self.0.set(Stage::Running(shown.clone()));
        let hands =
            Hands { work: self.clone(), session: session.clone(), caller: caller.clone(), shown, not_before: 0 };
        spawn_local(async move {
            let (working, session) = (hands.caller.working(), hands.session.clone());
            hands.run(goal).await;
            working.set(false);
            session.find_abandoned();
        });
    }
}

impl Stage {
    /// Whether the wallet was read since in a way that makes it old.
    fn is_overtaken(&self, read_at: i64, changed_at: i64) -> bool {
        match self {
            Self::Idle | Self::Running(_) => false,
            Self::NotBegun(_, at) => read_at > *at,
            Self::Over(shown, end) => shown.is_overtaken(*end, read_at, changed_at),
        }
    }
}

struct Hands {
    work: Work,
    session: Session,
    caller: Caller,
    shown: Shown,
    /// The moment until which the gateway asked to wait.
    not_before: i64,
}

impl Hands {
    async fn run(mut self, goal: Goal) {
        let journal = UnlockJournal::of(self.caller.key());
        let Some(_alone) = journal.alone().await else {
            self.work.0.set(Stage::NotBegun(NotBegun::ElsewhereAtWork, time::now()));
            if !WebLock::are_refused() {
                self.session.read_when_free(self.caller.key());
            }
            return;
        };
        let rep = self.session.rep.get_untracked();
        let mut progress = Progress::new(goal, journal.earlier(&rep));
        let mut read_as = StepName::Read;
        let end = loop {
            let seen = self.read(read_as).await;
            let activate = match progress.next(seen) {
                Next::Finish(end) => break end,
                Next::Read(pause) => {
                    self.wait(read_as, "the read failed; trying again".into(), pause).await;
                    continue;
                }
                Next::Deactivate => {
                    self.wait(StepName::Deactivate, attempt(false, &progress), 0).await;
                    false
                }
                Next::Activate(pause) => {
                    self.wait(StepName::Activate, attempt(true, &progress), pause).await;
                    true
                }
            };
            let step = if activate { JournalStep::Reactivating } else { JournalStep::Deactivating };
            // A deactivation on its own leaves the wallet as the rep wants it; nothing has to be remembered.
            if goal == Goal::Unlock && !journal.write(step, time::now(), &rep) && !activate {
                self.work.0.set(Stage::NotBegun(NotBegun::NoJournal, time::now()));
                return;
            }
            let sent = self.send(activate, &progress).await;
            progress.sent(activate, sent);
            read_as = if activate || goal == Goal::Deactivate { StepName::Prove } else { StepName::ReadInactive };
        };
        if !end.keeps_journal(&progress) {
            journal.clear();
        }
        self.shown.close(end);
        self.note_end(goal, end);
        self.work.0.set(Stage::Over(self.shown, end));
    }

    /// Reads the wallet. What is shown everywhere follows from it.
    async fn read(&mut self, name: StepName) -> Seen {
        self.show(|shown| shown.start(name, String::new()));
        let known = self.caller.record().get_untracked();
        match reread(&self.session.gateway, &known).await {
            Ok(Reread::Found(record)) => {
                let state = record.state();
                self.caller.refresh(*record);
                let at = self.caller.read_at().get_untracked();
                self.shown.after = (state, at);
                self.shown.not_confirmed = false;
                if name == StepName::Read {
                    self.shown.before = self.shown.after;
                }
                self.show(|shown| shown.saw(name, state, format!("{} at {}", state.words(), time::second(at))));
                Seen::Wallet(state)
            }
            Ok(Reread::NotTheSame) => {
                self.show(|shown| shown.saw_another(name));
                Seen::NotTheSame
            }
            Ok(Reread::NotAll) => Seen::Unreadable,
            Err(failure) => {
                self.failed("The wallet", &failure);
                Seen::Unreadable
            }
        }
    }

    /// Waits before a call: so long, or as long as the gateway asked, and says until when.
    async fn wait(&mut self, name: StepName, note: String, pause: u32) {
        let asked = u32::try_from(self.not_before - time::now()).unwrap_or_default().min(LONGEST_WAIT_SECONDS * 1000);
        let note = match asked {
            0 => note,
            _ => format!("the gateway asks to wait until {}", time::second(time::now() + i64::from(asked))),
        };
        self.show(|shown| shown.start(name, note));
        let millis = pause.max(asked);
        if millis > 0 {
            TimeoutFuture::new(millis).await;
        }
    }

    /// Keeps why a call failed, and until when the gateway asks to wait.
    fn failed(&mut self, what: &str, failure: &Failure) {
        let trouble = trouble(what, failure);
        if let Again::NotBefore(moment) = trouble.again {
            self.not_before = moment;
        }
        self.shown.trouble = Some(trouble);
    }

    async fn send(&mut self, activate: bool, progress: &Progress) -> Sent {
        let name = if activate { StepName::Activate } else { StepName::Deactivate };
        self.show(|shown| shown.start(name, attempt(activate, progress)));
        let key = self.caller.record().with_untracked(|record| record.key());
        let answer = self.session.gateway.call(UpdateCustomerActivation::of(&key, activate)).await;
        let what = if activate { "Sent: activate the wallet" } else { "Sent: deactivate the wallet" };
        let (sent, outcome, correlation) = match &answer {
            Ok(answered) => {
                let told = answered.partly.as_ref().or(answered.noted.as_ref());
                let told = told.map(|status| in_part(status, Some(answered.correlation.clone())));
                let is_open = answered.partly.is_some();
                let outcome = if told.is_some() { EntryOutcome::Partly } else { EntryOutcome::Done };
                self.shown.trouble = told.clone().filter(|_| is_open);
                told.into_iter().for_each(|told| self.shown.in_part(told));
                (if is_open { Sent::Unknown } else { Sent::Confirmed }, outcome, answered.correlation.clone())
            }
            Err(failure) => self.failed_send(failure),
        };
        self.caller.note(Entry { at: time::now(), what: what.into(), outcome, correlation: Some(correlation) });
        self.show(|shown| shown.sent(name, outcome == EntryOutcome::Failed));
        sent
    }

    fn failed_send(&mut self, failure: &Failure) -> (Sent, EntryOutcome, String) {
        self.failed("The change", failure);
        match failure.outcome() {
            Outcome::Unknown => {
                self.shown.not_confirmed = true;
                (Sent::Unknown, EntryOutcome::Unknown, failure.correlation.clone())
            }
            Outcome::NotDone => {
                let sent = match failure.fault {
                    Fault::Busy { retry_after_seconds: 0..=LONGEST_WAIT_SECONDS } => Sent::Postponed,
                    _ => Sent::Refused,
                };
                (sent, EntryOutcome::Failed, failure.correlation.clone())
            }
        }
    }

    fn note_end(&self, goal: Goal, end: End) {
        let (before, after) = (self.shown.before.0.words(), self.shown.after.0.words());
        let what = match goal {
            Goal::Unlock => "Unlock wallet",
            Goal::Reactivate => "Reactivate wallet",
            Goal::Deactivate => "Deactivate wallet",
        };
        let (what, outcome) = match end {
            End::Proven => (format!("{what}: {before} → {after}, seen by reading"), EntryOutcome::Done),
            End::NothingToDo(_) => (format!("{what}: nothing to do, the wallet was {after}"), EntryOutcome::Done),
            End::NotConfirmed => (what.to_owned(), EntryOutcome::Unknown),
            End::Unread => (format!("{what}: not sent, the wallet could not be read"), EntryOutcome::Failed),
            _ => (format!("{what}: the wallet was last seen {after}"), EntryOutcome::Failed),
        };
        self.caller.note(Entry { at: time::now(), what, outcome, correlation: None });
    }

    fn show(&mut self, step: impl FnOnce(&mut Shown)) {
        step(&mut self.shown);
        self.work.0.set(Stage::Running(self.shown.clone()));
    }
}
