//! What to do next with a change, decided from what was answered and what a read showed. Pure: the browser is elsewhere.
//!
//! A run sends at most once. Whatever was answered, a read decides what is said; only what was turned away unread needs none.

/// So many reads in a row may fail.
const READS: u8 = 3;
/// So often it is looked for what should be there: a write whose answer was lost may still arrive.
const LOOKS: u8 = 3;

/// One run: from the rep's click to what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Progress {
    answer: Option<Sent>,
    /// An earlier attempt of the same change may have happened, or may still.
    open: bool,
    /// What the screen showed is to be compared before it is sent, and was not yet.
    unchecked: bool,
    failed_reads: u8,
    looks: u8,
}

/// What a write answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sent {
    /// Confirmed.
    Confirmed,
    /// The gateway looked at it and said no. That may be the echo of a first copy: a proxy sends a request twice, the first
    /// is done, and the second is refused as a duplicate. So it is read before it is called a failure.
    Refused,
    /// Turned away before anybody looked at it, or never sent: it did not happen.
    NotTaken,
    /// Nobody knows, or only part of it happened.
    Unknown,
}

/// What a read showed of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glimpse {
    /// As it was asked for.
    Done,
    /// As it was before.
    NotDone,
    /// Neither: somebody else was here.
    Other,
    /// The read failed, or its answer proves nothing.
    Unreadable,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Wait so many milliseconds, then compare what the screen showed.
    Check(u32),
    /// Send it.
    Send,
    /// Wait so many milliseconds, then read.
    Read(u32),
    /// Stop.
    Finish(End),
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A read showed what was asked for.
    Proven,
    /// It was so before anything was sent.
    AlreadySo,
    /// Before anything was sent, a read showed another state than the screen did.
    Changed,
    /// Nothing was sent, because the state could not be read first.
    Unread,
    /// The gateway refused, and a read showed that it did not happen; or nobody looked at it.
    Refused,
    /// The answer was lost, and reads showed that it did not happen: it may be offered again.
    NotDone,
    /// The answer was lost, and a read showed neither the old state nor the new one.
    Conflict,
    /// The gateway confirmed, and the reads failed.
    Confirmed,
    /// The gateway confirmed, and reads do not show it.
    Unseen,
    /// Nobody knows.
    NotConfirmed,
}

impl Progress {
    /// A change that was never sent before.
    pub(super) const fn new() -> Self {
        Self { answer: None, open: false, unchecked: false, failed_reads: 0, looks: 0 }
    }

    /// Whether this run may still send something; else it only looks.
    pub(super) const fn may_send(&self) -> bool {
        self.answer.is_none()
    }

    /// Compares what the screen showed before it sends, if `checks`.
    pub(super) const fn checking(self, checks: bool) -> Self {
        Self { unchecked: checks, ..self }
    }

    /// What comes before the answer: a comparison where one is wanted, or the sending itself.
    pub(super) const fn send(&self) -> Next {
        if self.unchecked { Next::Check(0) } else { Next::Send }
    }

    /// Decides from the comparison: [`Glimpse::Other`] when it is not so any more.
    pub(super) fn checked(&mut self, glimpse: Glimpse) -> Next {
        match glimpse {
            Glimpse::Other => Next::Finish(End::Changed),
            Glimpse::Unreadable if self.failed_reads + 1 == READS => Next::Finish(End::Unread),
            Glimpse::Unreadable => {
                self.failed_reads += 1;
                Next::Check(pause(self.failed_reads))
            }
            Glimpse::Done | Glimpse::NotDone => {
                (self.unchecked, self.failed_reads) = (false, 0);
                Next::Send
            }
        }
    }

    /// The same change once more, after an end that left it open. Begins with a read.
    pub(super) const fn again() -> Self {
        Self { open: true, ..Self::new() }
    }

    /// Only looks for what an earlier run left open, and sends nothing.
    pub(super) const fn check(confirmed: bool) -> Self {
        let answer = if confirmed { Sent::Confirmed } else { Sent::Unknown };
        Self { answer: Some(answer), ..Self::again() }
    }

    /// Decides from what was answered.
    pub(super) fn sent(&mut self, answer: Sent) -> Next {
        self.answer = Some(answer);
        self.failed_reads = 0;
        match answer {
            Sent::NotTaken if !self.open => Next::Finish(End::Refused),
            _ => Next::Read(0),
        }
    }

    /// Decides from the newest read.
    pub(super) fn seen(&mut self, glimpse: Glimpse) -> Next {
        if glimpse == Glimpse::Unreadable {
            self.failed_reads += 1;
            return if self.failed_reads < READS { Next::Read(pause(self.failed_reads)) } else { self.unreadable() };
        }
        self.failed_reads = 0;
        match (self.answer, glimpse) {
            (None, Glimpse::Done) if self.open => Next::Finish(End::Proven),
            (None, Glimpse::Done) => Next::Finish(End::AlreadySo),
            (None, Glimpse::NotDone) => self.send(),
            // What an earlier attempt left, or somebody else: it was sent.
            (None, _) if self.open => Next::Finish(End::Conflict),
            (None, _) => Next::Finish(End::Changed),
            (Some(_), Glimpse::Done) => Next::Finish(End::Proven),
            (Some(Sent::Refused | Sent::NotTaken), Glimpse::NotDone) => Next::Finish(End::Refused),
            (Some(answer), Glimpse::NotDone) => self.look_again(answer),
            (Some(Sent::Refused | Sent::NotTaken), _) if !self.open => Next::Finish(End::Refused),
            (Some(_), _) => Next::Finish(End::Conflict),
        }
    }

    fn look_again(&mut self, answer: Sent) -> Next {
        self.looks += 1;
        match answer {
            _ if self.looks < LOOKS => Next::Read(pause(self.looks)),
            Sent::Confirmed => Next::Finish(End::Unseen),
            _ => Next::Finish(End::NotDone),
        }
    }

    const fn unreadable(&self) -> Next {
        Next::Finish(match self.answer {
            Some(Sent::Confirmed) => End::Confirmed,
            None if !self.open => End::Unread,
            _ => End::NotConfirmed,
        })
    }
}

impl End {
    /// Whether it is known that the world is as the rep wants it.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Proven | Self::AlreadySo | Self::Confirmed)
    }

    /// Whether it may still happen, or may have happened: a further attempt must be recognisable as the same one.
    pub const fn leaves_open(self) -> bool {
        matches!(self, Self::NotDone | Self::Conflict | Self::Unseen | Self::NotConfirmed)
    }

    /// Whether reading once more can tell more.
    pub const fn may_be_checked(self) -> bool {
        matches!(self, Self::NotConfirmed | Self::Confirmed | Self::Unseen)
    }

    /// Whether the same change may be offered once more, under the same references.
    pub const fn may_be_sent_again(self) -> bool {
        matches!(self, Self::NotDone | Self::Unread)
    }
}

/// One and two seconds.
const fn pause(times: u8) -> u32 {
    times as u32 * 1000
}

#[cfg(test)]
mod tests;
