//! Remembers an unlock until its end was seen, through reloads, crashes and outages.

use super::{Rep, opaque_key::digest};
use crate::{
    browser::{WebLock, storage, time},
    routes::OpaqueKey,
};

const PREFIX: &str = "care-portal.unlock.";

/// For so many milliseconds a wallet that is found inactive is taken for what the rep's own unlock left. Later somebody may
/// have helped the customer, and switched the wallet off for a reason of their own.
const FRESH_MILLIS: i64 = 30 * 60 * 1000;

/// How far an unlock came. Holds an opaque key, the step, the time and the rep's digest, and nothing about the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interrupted {
    /// Whose wallet.
    pub key: OpaqueKey,
    /// What was about to be sent.
    pub step: JournalStep,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Who was at it; empty where an earlier version of the portal did not keep it.
    pub rep: String,
}

/// What an unlock that was not seen to its end says of an inactive wallet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// There is none.
    Nothing,
    /// The rep's own, minutes ago: it left the wallet so.
    Broken,
    /// Too long ago, or somebody else's: it may have left the wallet so, or the wallet was switched off since.
    Old,
}

impl Interrupted {
    /// For this rep at this moment.
    fn earlier(&self, rep: &str, now: i64) -> Earlier {
        let is_fresh = (0..FRESH_MILLIS).contains(&(now - self.at));
        if is_fresh && self.rep == rep { Earlier::Broken } else { Earlier::Old }
    }
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
    pub fn write(&self, step: JournalStep, at: i64, rep: &Rep) -> bool {
        storage::write(&self.place(), &encode(step, at, &digest_of(rep)))
    }

    /// When the end was seen.
    pub fn clear(&self) {
        storage::remove(&self.place());
    }

    /// An unlock of this wallet that was not seen to its end.
    pub fn interrupted(&self) -> Option<Interrupted> {
        decode(self.0.clone(), &storage::read(&self.place())?)
    }

    /// What it says of an inactive wallet to this rep, now.
    pub fn earlier(&self, rep: &Rep) -> Earlier {
        self.interrupted().map_or(Earlier::Nothing, |unlock| unlock.earlier(&digest_of(rep), time::now()))
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

fn digest_of(rep: &Rep) -> String {
    digest("rep", &rep.subject)
}

fn encode(step: JournalStep, at: i64, rep: &str) -> String {
    let word = match step {
        JournalStep::Deactivating => "deactivating",
        JournalStep::Reactivating => "reactivating",
    };
    format!("{word} {at} {rep}")
}

fn decode(key: OpaqueKey, text: &str) -> Option<Interrupted> {
    let mut parts = text.split(' ');
    let step = match parts.next()? {
        "deactivating" => JournalStep::Deactivating,
        "reactivating" => JournalStep::Reactivating,
        _ => return None,
    };
    let at = parts.next()?.parse().ok()?;
    Some(Interrupted { key, step, at, rep: parts.next().unwrap_or_default().into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unlock(rep: &str) -> Interrupted {
        Interrupted { key: OpaqueKey("k".into()), step: JournalStep::Reactivating, at: 7, rep: rep.into() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for step in [JournalStep::Deactivating, JournalStep::Reactivating] {
            let written = Interrupted { step, ..unlock("00ff") };
            assert_eq!(decode(OpaqueKey("k".into()), &encode(step, 7, "00ff")), Some(written));
        }
        assert_eq!(decode(OpaqueKey("k".into()), "something else"), None);
    }

    #[test]
    fn what_an_earlier_version_wrote_is_read_and_is_nobodys() {
        let read = decode(OpaqueKey("k".into()), "reactivating 7").expect("readable");
        assert_eq!(read, unlock(""));
        assert_eq!(read.earlier("00ff", 8), Earlier::Old);
    }

    #[test]
    fn an_inactive_wallet_is_ones_own_broken_unlock_for_half_an_hour_and_a_hold_like_any_other_afterwards() {
        let own = |minutes: i64| unlock("00ff").earlier("00ff", 7 + minutes * 60_000);
        assert_eq!((own(0), own(29)), (Earlier::Broken, Earlier::Broken));
        assert_eq!((own(30), own(3 * 24 * 60)), (Earlier::Old, Earlier::Old));
        assert_eq!(own(-1), Earlier::Old, "a clock that was put back tells nothing");
    }

    #[test]
    fn what_another_rep_left_is_a_hold_like_any_other() {
        assert_eq!(unlock("00ff").earlier("0000", 8), Earlier::Old);
    }
}
