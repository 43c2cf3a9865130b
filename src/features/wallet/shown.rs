//! What the rep sees of the work: every step, and how far it is. Pure: a step is done when a read showed it, and not before.

use contract::WalletState;

use super::saga::{End, Goal, Progress};
use crate::ui::trouble::Trouble;

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
    /// What the gateway says of the calls of which it did only part, whatever a read showed afterwards.
    pub partly: Option<Trouble>,
    /// Whether the newest write's outcome is open.
    pub not_confirmed: bool,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Sent, and not seen since.
    Sent,
    /// Seen to be done.
    Done,
    /// Not done, or not seen as it should be.
    Failed,
    /// Not needed any more.
    Skipped,
}

impl Shown {
    /// Before the first step; `now` is the wallet's state on the screen, and when that was read.
    pub fn new(goal: Goal, now: (WalletState, i64)) -> Self {
        let names: &[StepName] = match goal {
            Goal::Unlock => {
                &[StepName::Read, StepName::Deactivate, StepName::ReadInactive, StepName::Activate, StepName::Prove]
            }
            Goal::Reactivate => &[StepName::Read, StepName::Activate, StepName::Prove],
            Goal::Deactivate => &[StepName::Read, StepName::Deactivate, StepName::Prove],
        };
        let step = |name: &StepName| Step { name: *name, state: StepState::Waiting, note: String::new() };
        let steps = names.iter().map(step).collect();
        Self { goal, steps, before: now, after: now, trouble: None, partly: None, not_confirmed: false }
    }

    /// Only part of a call was done: kept beside what is known of an earlier one.
    pub fn in_part(&mut self, told: Trouble) {
        let before = self.partly.take().map(|before| before.details).unwrap_or_default();
        let details = before.into_iter().chain(told.details).collect();
        self.partly = Some(Trouble { details, ..told });
    }

    /// A step runs. What followed it before, in an earlier attempt, is yet to come again.
    pub fn start(&mut self, name: StepName, note: String) {
        let place = self.place(name);
        self.set(place, StepState::Running, note);
        for later in place + 1..self.steps.len() {
            self.set(later, StepState::Waiting, String::new());
        }
    }

    /// A call was sent. What became of it a read will show, unless it was turned away.
    pub fn sent(&mut self, name: StepName, refused: bool) {
        let place = self.place(name);
        self.steps[place].state = if refused { StepState::Failed } else { StepState::Sent };
    }

    /// A read showed the wallet in this state: so it is said whether the call before it is done, and whether the read is
    /// as it should be.
    pub fn saw(&mut self, name: StepName, state: WalletState, note: String) {
        let inactive = matches!(state, WalletState::Inactive | WalletState::InactiveAndLocked);
        let (call_is_done, as_hoped) = match (name, self.goal) {
            (StepName::Prove, Goal::Unlock | Goal::Reactivate) => (!inactive, state == WalletState::Active),
            (StepName::ReadInactive | StepName::Prove, _) => (inactive, inactive),
            _ => (true, true),
        };
        let settled = |seen| if seen { StepState::Done } else { StepState::Failed };
        let place = self.place(name);
        self.set(place, settled(as_hoped), note);
        if place > 0 && state != WalletState::NotStated {
            self.steps[place - 1].state = settled(call_is_done);
        }
    }

    /// A read showed something else than this wallet.
    pub fn saw_another(&mut self, name: StepName) {
        let place = self.place(name);
        self.set(place, StepState::Failed, "another wallet came back".into());
    }

    /// The work is over: what did not happen is said not to have happened.
    pub fn close(&mut self, end: End) {
        for step in &mut self.steps {
            match step.state {
                StepState::Running => (step.state, step.note) = (StepState::Failed, "the read failed".into()),
                StepState::Waiting => step.state = StepState::Skipped,
                _ => {}
            }
        }
        if matches!(end, End::Changed(_)) {
            self.steps[0].state = StepState::Failed;
        }
    }

    /// Whether what is said of an end is over: a reading since then showed another state, or settled what was open.
    pub fn is_overtaken(&self, end: End, read_at: i64, changed_at: i64) -> bool {
        let settled = matches!(end, End::Unread | End::NotConfirmed | End::NotTheSame) && read_at > self.after.1;
        settled || changed_at > self.after.1
    }

    fn place(&self, name: StepName) -> usize {
        self.steps.iter().position(|step| step.name == name).unwrap_or_default()
    }

    fn set(&mut self, place: usize, state: StepState, note: String) {
        let step = &mut self.steps[place];
        (step.state, step.note) = (state, note);
    }
}

/// "attempt 2 of 4", from the second one on.
pub fn attempt(activate: bool, progress: &Progress) -> String {
    let (tried, at_most) = progress.tried(activate);
    if tried == 0 { String::new() } else { format!("attempt {} of {at_most}", tried + 1) }
}

#[cfg(test)]
mod tests;
