//! Remembers an unlock until its end was seen, through reloads, crashes and outages.

use crate::{
    browser::{WebLock, storage},
    routes::OpaqueKey,
};

const PREFIX: &str = "care-portal.unlock.";

/// How far an unlock came. Holds an opaque key, the step and the time, and nothing about the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interrupted {
    /// Whose wallet.
    pub key: OpaqueKey,
    /// What was about to be sent.
    pub step: JournalStep,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// What was about to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalStep {
    /// The wallet may have become inactive.
    Deactivating,
    /// The wallet was seen inactive.
    Reactivating,
}

/// The journal of one wallet.
#[derive(Clone, Debug)]
pub struct UnlockJournal(OpaqueKey);

impl UnlockJournal {
    /// Of this wallet.
    pub fn of(key: &OpaqueKey) -> Self {
        Self(key.clone())
    }

    /// The right to work on this wallet, over all tabs of this browser; `None` while somebody has it.
    pub async fn alone(&self) -> Option<WebLock> {
        WebLock::take(&self.lock()).await
    }

    /// Waits until nobody has that right.
    pub async fn nobody_at_work(&self) {
        WebLock::free(&self.lock()).await;
    }

    /// Before each write. `false` when the browser keeps nothing: then no unlock may begin.
    pub fn write(&self, step: JournalStep, at: i64) -> bool {
        storage::write(&self.place(), &encode(step, at))
    }

    /// When the end was seen.
    pub fn clear(&self) {
        storage::remove(&self.place());
    }

    /// An unlock of this wallet that was not seen to its end.
    pub fn interrupted(&self) -> Option<Interrupted> {
        decode(self.0.clone(), &storage::read(&self.place())?)
    }

    /// Every unlock in this browser that was not seen to its end.
    pub fn all_interrupted() -> Vec<Interrupted> {
        let keys = storage::keys_with_prefix(PREFIX);
        keys.into_iter().filter_map(|key| Self(OpaqueKey(key)).interrupted()).collect()
    }

    fn lock(&self) -> String {
        format!("care-portal.wallet.{}", self.0)
    }

    fn place(&self) -> String {
        format!("{PREFIX}{}", self.0)
    }
}

fn encode(step: JournalStep, at: i64) -> String {
    let word = match step {
        JournalStep::Deactivating => "deactivating",
        JournalStep::Reactivating => "reactivating",
    };
    format!("{word} {at}")
}

fn decode(key: OpaqueKey, text: &str) -> Option<Interrupted> {
    let (word, at) = text.split_once(' ')?;
    let step = match word {
        "deactivating" => JournalStep::Deactivating,
        "reactivating" => JournalStep::Reactivating,
        _ => return None,
    };
    Some(Interrupted { key, step, at: at.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let key = OpaqueKey("k".into());
        for step in [JournalStep::Deactivating, JournalStep::Reactivating] {
            assert_eq!(decode(key.clone(), &encode(step, 7)), Some(Interrupted { key: key.clone(), step, at: 7 }));
        }
        assert_eq!(decode(key, "something else"), None);
    }
}
