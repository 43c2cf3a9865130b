//! Carries a decision of the saga out: locks, journals, sends, reads, and shows every step.

use contract::{WalletState, operations::UpdateCustomerActivation};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::saga::{End, Goal, Next, Progress, Seen, Sent};
use crate::{
    browser::time,
    features::trouble::{details, trouble},
    gateway::{Failure, Fault, Outcome},
    session::{Caller, Entry, EntryOutcome, JournalStep, Reread, Session, UnlockJournal, reread},
    ui::trouble::{Again, Trouble},
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
    /// Another tab of this browser is at it.
    ElsewhereAtWork,
    /// The browser keeps no journal, so no unlock may begin.
    NoJournal,
    /// Over.
    Over(Shown, End),
}

/// What the rep sees of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What the rep wants.
    pub goal: Goal,
    /// Every step, in order.
    pub steps: Vec<Step>,
    /// State and time before the first write.
    pub before: (WalletState, i64),
    /// State and time of the newest read.
    pub after: (WalletState, i64),
    /// The newest failure, while it matters.
    pub trouble: Option<Trouble>,
    /// Whether the newest write's outcome is open.
    pub not_confirmed: bool,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Which.
    pub name: StepName,
    /// How far.
    pub state: StepState,
    /// "attempt 2 of 4".
    pub note: String,
}

/// The steps that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepName {
    /// Compare before writing.
    Read,
    /// First call.
    Deactivate,
    /// See it inactive.
    ReadInactive,
    /// Second call.
    Activate,
    /// The proof.
    Prove,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Not yet.
    Waiting,
    /// Now.
    Running,
    /// Seen to be done.
    Done,
    /// Not done.
    Failed,
    /// Not needed any more.
    Skipped,
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

    /// How far it is.
    pub fn stage(&self) -> ArcRwSignal<Stage> {
        self.0.clone()
    }

    /// Forgets what is over.
    pub fn dismiss(&self) {
        self.0.set(Stage::Idle);
    }

    /// Begins, unless it is running already: a second click finds the first one's work.
    pub fn begin(&self, session: &Session, caller: &Caller, goal: Goal) {
        if caller.working().get_untracked() {
            return;
        }
        caller.working().set(true);
        let shown = Shown::new(goal, caller);
        self.0.set(Stage::Running(shown.clone()));
        let hands = Hands { work: self.clone(), session: session.clone(), caller: caller.clone(), shown };
        spawn_local(async move {
            let (working, session) = (hands.caller.working(), hands.session.clone());
            hands.run(goal).await;
            working.set(false);
            session.find_abandoned();
        });
    }
}

impl Shown {
    fn new(goal: Goal, caller: &Caller) -> Self {
        let names: &[StepName] = match goal {
            Goal::Unlock => {
                &[StepName::Read, StepName::Deactivate, StepName::ReadInactive, StepName::Activate, StepName::Prove]
            }
            Goal::Reactivate => &[StepName::Read, StepName::Activate, StepName::Prove],
            Goal::Deactivate => &[StepName::Read, StepName::Deactivate, StepName::Prove],
        };
        let step = |name: &StepName| Step { name: *name, state: StepState::Waiting, note: String::new() };
        let now = (caller.record().with_untracked(|record| record.state()), caller.read_at().get_untracked());
        Self {
            goal,
            steps: names.iter().map(step).collect(),
            before: now,
            after: now,
            trouble: None,
            not_confirmed: false,
        }
    }

    /// Marks a step, and everything before it that still waits as done.
    fn at(&mut self, name: StepName, state: StepState, note: String) {
        let place = self.steps.iter().position(|step| step.name == name).unwrap_or_default();
        for earlier in &mut self.steps[..place] {
            if matches!(earlier.state, StepState::Waiting | StepState::Running) {
                earlier.state = StepState::Done;
            }
        }
        if let Some(step) = self.steps.get_mut(place) {
            (step.state, step.note) = (state, note);
        }
    }

    /// The work is over: what did not happen is said not to have happened.
    fn close(&mut self, end: End) {
        let succeeded = matches!(end, End::Proven | End::NothingToDo(_));
        for step in &mut self.steps {
            step.state = match step.state {
                StepState::Running if succeeded => StepState::Done,
                StepState::Waiting if end == End::Proven => StepState::Done,
                StepState::Running => StepState::Failed,
                StepState::Waiting => StepState::Skipped,
                settled => settled,
            };
        }
    }
}

struct Hands {
    work: Work,
    session: Session,
    caller: Caller,
    shown: Shown,
}

impl Hands {
    async fn run(mut self, goal: Goal) {
        let journal = UnlockJournal::of(self.caller.key());
        let Some(_alone) = journal.alone().await else {
            self.work.0.set(Stage::ElsewhereAtWork);
            return;
        };
        let mut progress = Progress::new(goal);
        let mut read_as = StepName::Read;
        let end = loop {
            let seen = self.read(read_as).await;
            let activate = match progress.next(seen) {
                Next::Finish(end) => break end,
                Next::Read(pause) => {
                    TimeoutFuture::new(pause).await;
                    continue;
                }
                Next::Deactivate => {
                    self.wait(StepName::Deactivate, 0).await;
                    false
                }
                Next::Activate(pause) => {
                    self.wait(StepName::Activate, pause).await;
                    true
                }
            };
            let step = if activate { JournalStep::Reactivating } else { JournalStep::Deactivating };
            // A deactivation on its own leaves the wallet as the rep wants it; nothing has to be remembered.
            if goal == Goal::Unlock && !journal.write(step, time::now()) && !activate {
                self.work.0.set(Stage::NoJournal);
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
        self.show(name, StepState::Running, String::new());
        let known = self.caller.record().get_untracked();
        match reread(&self.session.gateway, &known).await {
            Ok(Reread::Found(record)) => {
                let state = record.state();
                self.caller.refresh(*record);
                self.shown.after = (state, time::now());
                self.shown.not_confirmed = false;
                if name == StepName::Read {
                    self.shown.before = self.shown.after;
                }
                let as_hoped = match name {
                    StepName::ReadInactive => matches!(state, WalletState::Inactive | WalletState::InactiveAndLocked),
                    StepName::Prove if self.shown.goal != Goal::Deactivate => state == WalletState::Active,
                    _ => true,
                };
                let step = if as_hoped { StepState::Done } else { StepState::Waiting };
                self.show(name, step, format!("{} at {}", state.words(), time::second(time::now())));
                Seen::Wallet(state)
            }
            Ok(Reread::NotTheSame) => {
                self.show(name, StepState::Failed, "another wallet came back".into());
                Seen::NotTheSame
            }
            Err(failure) => {
                self.shown.trouble = Some(trouble("The wallet", &failure));
                self.show(name, StepState::Running, "the read failed; trying again".into());
                Seen::Unreadable
            }
        }
    }

    /// Waits before a write: so long, or as long as the gateway asked, and says until when.
    async fn wait(&mut self, name: StepName, pause: u32) {
        let asked = self.asked_to_wait();
        if asked > 0 {
            let until = time::second(time::now() + i64::from(asked));
            self.show(name, StepState::Running, format!("the gateway asks to wait until {until}"));
        }
        let millis = pause.max(asked);
        if millis > 0 {
            TimeoutFuture::new(millis).await;
        }
    }

    /// So many milliseconds the gateway asked to wait, when it was busy.
    fn asked_to_wait(&self) -> u32 {
        match self.shown.trouble.as_ref().map(|trouble| &trouble.again) {
            Some(Again::NotBefore(moment)) => {
                u32::try_from(moment - time::now()).unwrap_or_default().min(LONGEST_WAIT_SECONDS * 1000)
            }
            _ => 0,
        }
    }

    async fn send(&mut self, activate: bool, progress: &Progress) -> Sent {
        let name = if activate { StepName::Activate } else { StepName::Deactivate };
        let note = match progress.activations() {
            0 => String::new(),
            tried => format!("attempt {} of {}", tried + 1, Progress::activations_at_most()),
        };
        self.show(name, StepState::Running, note);
        let key = self.caller.record().with_untracked(|record| record.key());
        let answer = self.session.gateway.call(UpdateCustomerActivation::of(&key, activate)).await;
        let what = if activate { "Sent: activate the wallet" } else { "Sent: deactivate the wallet" };
        let (sent, outcome, correlation) = match &answer {
            Ok(answered) => {
                self.shown.trouble = answered.partly.as_ref().map(|status| Trouble {
                    sentence: "The gateway did only part of it. The wallet is read to see which.".into(),
                    details: details(status),
                    correlation: Some(answered.correlation.clone()),
                    again: Again::Now,
                });
                match answered.partly {
                    Some(_) => (Sent::Unknown, EntryOutcome::Partly, answered.correlation.clone()),
                    None => (Sent::Confirmed, EntryOutcome::Done, answered.correlation.clone()),
                }
            }
            Err(failure) => self.failed_send(failure),
        };
        self.caller.note(Entry { at: time::now(), what: what.into(), outcome, correlation: Some(correlation) });
        if outcome == EntryOutcome::Failed {
            self.show(name, StepState::Failed, String::new());
        }
        sent
    }

    fn failed_send(&mut self, failure: &Failure) -> (Sent, EntryOutcome, String) {
        self.shown.trouble = Some(trouble("The change", failure));
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
            _ => (format!("{what}: the wallet was last seen {after}"), EntryOutcome::Failed),
        };
        self.caller.note(Entry { at: time::now(), what, outcome, correlation: None });
    }

    fn show(&mut self, name: StepName, state: StepState, note: String) {
        self.shown.at(name, state, note);
        self.work.0.set(Stage::Running(self.shown.clone()));
    }
}
