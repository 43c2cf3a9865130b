//! What was sent of a draft and may have arrived, beside what the draft says now. What the rep has changed since is another
//! intent: it goes under a reference of its own, so that a folder tells which of them it was made of.

use contract::{IssuerDisputeExternalReference, operations::issuing::disputes::DocumentData};

/// What a draft says at one moment, without what is typed where nothing of it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub reason: String,
    pub comment: String,
    pub asked: Vec<String>,
    pub fraud: bool,
    /// How much goes back, and the part of it.
    pub refund: (String, String),
    /// Where it is posted, how much, with which message, and whether at once.
    pub posting: Option<(String, String, String, bool)>,
    /// The documents, as far as they are there, and their labels.
    pub documents: Vec<(Option<DocumentData>, String)>,
}

/// Everything that was sent of one draft and may have arrived, or may yet.
#[derive(Clone, Debug, Default)]
pub struct Attempts(Vec<(Said, IssuerDisputeExternalReference)>);

impl Attempts {
    /// The reference under which the same was sent before.
    pub fn reference_of(&self, said: &Said) -> Option<IssuerDisputeExternalReference> {
        self.0.iter().find(|(sent, _)| sent == said).map(|(_, reference)| reference.clone())
    }

    /// Keeps one that may have arrived.
    pub fn keep(&mut self, said: Said, reference: IssuerDisputeExternalReference) {
        if self.0.iter().all(|(_, kept)| *kept != reference) {
            self.0.push((said, reference));
        }
    }

    /// The references of all of them.
    pub fn references(&self) -> Vec<IssuerDisputeExternalReference> {
        self.0.iter().map(|(_, reference)| reference.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_since_goes_under_another_reference_and_what_was_not_under_the_same() {
        let full = Said { reason: "COUNTERFEIT_CARD".into(), fraud: true, ..Said::default() };
        let nothing = Said { fraud: false, ..full.clone() };
        let mut attempts = Attempts::default();
        attempts.keep(full.clone(), "one".into());
        assert_eq!(attempts.reference_of(&full), Some("one".into()));
        assert_eq!(attempts.reference_of(&nothing), None);
        attempts.keep(nothing.clone(), "two".into());
        attempts.keep(full, "one".into());
        assert_eq!(attempts.reference_of(&nothing), Some("two".into()));
        assert_eq!(attempts.references(), ["one".into(), "two".into()]);
    }
}
