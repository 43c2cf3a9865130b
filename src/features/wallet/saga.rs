//! What to do next with a wallet, decided from what a read showed and what was sent. Pure: the browser is elsewhere.
//!
//! The guide knows no operation for `locked` (seed 001:157), so an unlock is a deactivation and an activation. After each
//! write the wallet is read, whatever the write answered: the read alone decides how it goes on.

use contract::WalletState;

use crate::session::Earlier;

/// A deactivation is sent at most so often; each time after a read that showed the wallet still active.
const DEACTIVATIONS: u8 = 2;
/// An activation gets more tries: until it succeeds the customer can neither sign in nor pay.
const ACTIVATIONS: u8 = 4;
/// So many reads in a row may fail.
const READS: u8 = 3;

/// What the rep wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Active and not locked, starting from locked.
    Unlock,
    /// Active and not locked, starting from inactive.
    Reactivate,
    /// Inactive.
    Deactivate,
}

/// What was done so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    goal: Goal,
    /// What an earlier unlock that was not seen to its end says of an inactive wallet.
    earlier: Earlier,
    deactivations: u8,
    activations: u8,
    failed_reads: u8,
    last_write: Sent,
}

/// What a write answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Nothing was sent yet.
    Nothing,
    /// Confirmed.
    Confirmed,
    /// Turned away: it did not happen.
    Refused,
    /// Turned away until a moment from now (429): it did not happen, and may be sent then.
    Postponed,
    /// Nobody knows.
    Unknown,
}

/// What a read showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// This wallet, in this state.
    Wallet(WalletState),
    /// Not this wallet, or more than one.
    NotTheSame,
    /// The read failed.
    Unreadable,
}

/// What to do next. After either write, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Send `activate: "false"`.
    Deactivate,
    /// Wait so many milliseconds, then send `activate: "true"`.
    Activate(u32),
    /// Wait so many milliseconds, then read once more.
    Read(u32),
    /// Stop.
    Finish(End),
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A read showed what the rep wanted.
    Proven,
    /// The first read showed that there is nothing to do.
    NothingToDo(WalletState),
    /// The first read showed another state than the screen did: somebody else was here.
    Changed(WalletState),
    /// Nothing was sent, because the wallet could not be read first.
    Unread,
    /// The gateway refused, and a read showed that nothing changed.
    Refused,
    /// The gateway confirmed or left open, and a read still shows the old state.
    Unchanged,
    /// The wallet is inactive, and must not stay so.
    LeftInactive,
    /// The wallet could not be read any more since something was sent.
    NotConfirmed,
    /// The wallet is not the one on the screen any more.
    NotTheSame,
}

impl Progress {
    /// Nothing done yet in this run; `earlier` is what a journal tells of one before.
    pub const fn new(goal: Goal, earlier: Earlier) -> Self {
        Self { goal, earlier, deactivations: 0, activations: 0, failed_reads: 0, last_write: Sent::Nothing }
    }

    /// How often this call was sent, and how often it may be.
    pub const fn tried(&self, activate: bool) -> (u8, u8) {
        if activate { (self.activations, ACTIVATIONS) } else { (self.deactivations, DEACTIVATIONS) }
    }

    /// Takes down what a write answered.
    pub fn sent(&mut self, activate: bool, answer: Sent) {
        if activate {
            self.activations += 1;
        } else {
            self.deactivations += 1;
        }
        self.last_write = answer;
        self.failed_reads = 0;
    }

    /// Decides from the newest read.
    pub fn next(&mut self, seen: Seen) -> Next {
        let state = match seen {
            Seen::Wallet(WalletState::NotStated) | Seen::Unreadable => return self.unreadable(),
            Seen::NotTheSame => return Next::Finish(End::NotTheSame),
            Seen::Wallet(state) => state,
        };
        self.failed_reads = 0;
        let inactive = matches!(state, WalletState::Inactive | WalletState::InactiveAndLocked);
        let wrote = self.wrote();
        match self.goal {
            Goal::Deactivate if inactive => finish(wrote, state),
            Goal::Deactivate => self.deactivate_or_stop(),
            Goal::Unlock | Goal::Reactivate if state == WalletState::Active => finish(wrote, state),
            Goal::Unlock if !inactive => self.deactivate_or_stop(),
            // Not assumed to be a broken unlock: it may be a hold that somebody else set, just now or since an older one.
            Goal::Unlock if !wrote && self.earlier != Earlier::Broken => Next::Finish(End::Changed(state)),
            Goal::Unlock | Goal::Reactivate if inactive => self.activate_or_stop(),
            // Locked again since the activation, or locked instead of inactive from the start.
            _ if wrote => Next::Finish(End::Unchanged),
            _ => Next::Finish(End::Changed(state)),
        }
    }

    const fn wrote(&self) -> bool {
        self.deactivations + self.activations > 0
    }

    fn deactivate_or_stop(&self) -> Next {
        match self.last_write {
            // After an activation the wallet is active and locked again: somebody keeps failing to log in.
            _ if self.activations > 0 => Next::Finish(End::Unchanged),
            Sent::Refused => Next::Finish(End::Refused),
            Sent::Postponed if self.deactivations == DEACTIVATIONS => Next::Finish(End::Refused),
            _ if self.deactivations < DEACTIVATIONS => Next::Deactivate,
            _ => Next::Finish(End::Unchanged),
        }
    }

    fn activate_or_stop(&self) -> Next {
        if self.activations == ACTIVATIONS {
            return Next::Finish(End::LeftInactive);
        }
        Next::Activate(pause(self.activations))
    }

    fn unreadable(&mut self) -> Next {
        self.failed_reads += 1;
        if self.failed_reads < READS {
            return Next::Read(pause(self.failed_reads));
        }
        Next::Finish(if self.wrote() { End::NotConfirmed } else { End::Unread })
    }
}

impl End {
    /// Whether the journal must stay, because the wallet is inactive or may become so: a write whose answer was lost can
    /// still arrive. What an earlier unlock left is over only when a read shows what the rep wants.
    pub fn keeps_journal(self, progress: &Progress) -> bool {
        match self {
            Self::Proven | Self::NothingToDo(_) => false,
            _ if progress.earlier != Earlier::Nothing => true,
            Self::LeftInactive => true,
            Self::NotConfirmed | Self::NotTheSame => progress.wrote(),
            Self::Unchanged => matches!(progress.last_write, Sent::Unknown),
            Self::Changed(_) | Self::Unread | Self::Refused => false,
        }
    }
}

const fn finish(wrote: bool, state: WalletState) -> Next {
    Next::Finish(if wrote { End::Proven } else { End::NothingToDo(state) })
}

/// None, then one, two and four seconds.
const fn pause(times: u8) -> u32 {
    match times {
        0 => 0,
        1 => 1000,
        2 => 2000,
        _ => 4000,
    }
}

#[cfg(test)]
mod tests;
