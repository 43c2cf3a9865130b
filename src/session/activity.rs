//! What was done in this call, and the note that writes itself from it.

/// One line of the activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Milliseconds since 1970.
    pub at: i64,
    /// What was done, without personal data: "Unlocked the wallet".
    pub what: String,
    /// What became of it.
    pub outcome: EntryOutcome,
    /// Names the gateway's call, where there was one.
    pub correlation: Option<String>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryOutcome {
    /// Done, and where it changed something, seen to be done.
    Done,
    /// Done in part.
    Partly,
    /// Not done.
    Failed,
    /// Nobody knows.
    Unknown,
}

impl EntryOutcome {
    /// In a word.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Done => "Done",
            Self::Partly => "Partly done",
            Self::Failed => "Not done",
            Self::Unknown => "Not confirmed",
        }
    }
}

impl Entry {
    /// Something that the rep did at the desk, without a call.
    pub fn at_the_desk(at: i64, what: impl Into<String>) -> Self {
        Self { at, what: what.into(), outcome: EntryOutcome::Done, correlation: None }
    }
}

/// The call in a few lines for the ticket. Holds no personal data, because no entry does.
///
/// `time` writes an instant as the rep's clock shows it.
pub fn call_note(state_now: &str, entries: &[Entry], time: impl Fn(i64) -> String) -> String {
    let mut lines = vec!["Call note".to_owned()];
    for entry in entries {
        let mut line = format!("{} {}", time(entry.at), entry.what);
        if entry.outcome != EntryOutcome::Done {
            line += &format!(": {}", entry.outcome.words().to_ascii_lowercase());
        }
        if let Some(correlation) = &entry.correlation {
            line += &format!(" [{correlation}]");
        }
        lines.push(line);
    }
    if entries.is_empty() {
        lines.push("Nothing was changed.".into());
    }
    lines.push(format!("Wallet at the end of the call: {state_now}."));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_says_when_what_and_what_became_of_it() {
        let entries = [
            Entry::at_the_desk(1, "Verified the caller: security questions"),
            Entry {
                at: 2,
                what: "Unlocked the wallet".into(),
                outcome: EntryOutcome::Unknown,
                correlation: Some("7f3a".into()),
            },
        ];
        assert_eq!(
            call_note("Locked", &entries, |at| format!("14:0{at}")),
            "Call note\n14:01 Verified the caller: security questions\n14:02 Unlocked the wallet: not confirmed [7f3a]\n\
             Wallet at the end of the call: Locked."
        );
    }

    #[test]
    fn a_call_in_which_nothing_was_done_says_so() {
        assert!(call_note("Active", &[], |_| String::new()).contains("Nothing was changed."));
    }
}
