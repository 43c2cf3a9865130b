//! What calls came in, so that a journey can count the writes.

use serde::Serialize;
use tokio::time::Instant;

/// Received calls, oldest first.
pub(crate) struct Journal {
    began: Instant,
    entries: Vec<Entry>,
    /// What browsers reported against the content security policy.
    pub(crate) reports: Vec<String>,
}

/// One call. No entry holds what was searched for or whom it found.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entry {
    pub(crate) operation: &'static str,
    pub(crate) method: String,
    pub(crate) writes: bool,
    pub(crate) correlation_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) activate: Option<bool>,
    /// Why it was turned away, if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refused: Option<String>,
    /// Milliseconds since the sandbox began.
    pub(crate) time: u64,
}

/// A long day's calls; the oldest go first.
const MOST: usize = 10_000;

impl Journal {
    pub(crate) fn new() -> Self {
        Self { began: Instant::now(), entries: Vec::new(), reports: Vec::new() }
    }

    pub(crate) fn write(&mut self, mut entry: Entry) {
        if self.entries.len() == MOST {
            self.entries.drain(..MOST / 2);
        }
        entry.time = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.entries.push(entry);
    }

    pub(crate) fn report(&mut self, text: String) {
        if self.reports.len() < 100 {
            self.reports.push(text);
        }
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.reports.clear();
    }
}
