//! Calls that stand still until a journey lets them go on: a way to cut an unlock at every boundary.

use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::watch;

/// Where calls stand and wait.
pub(crate) struct Holds {
    releases: watch::Sender<u64>,
    standing: AtomicUsize,
}

impl Holds {
    pub(crate) fn new() -> Self {
        Self { releases: watch::Sender::new(0), standing: AtomicUsize::new(0) }
    }

    /// Stands until the next release, or until the caller goes away.
    pub(crate) async fn stand(&self) {
        struct Leaves<'a>(&'a AtomicUsize);
        impl Drop for Leaves<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::SeqCst);
            }
        }
        let mut released = self.releases.subscribe();
        self.standing.fetch_add(1, Ordering::SeqCst);
        let _leaves = Leaves(&self.standing);
        // The sender lives as long as `self`, so the only way to end is a release.
        let _ = released.changed().await;
    }

    pub(crate) fn release(&self) {
        self.releases.send_modify(|count| *count += 1);
    }

    /// How many calls are standing now.
    pub(crate) fn standing(&self) -> usize {
        self.standing.load(Ordering::SeqCst)
    }
}
