//! What was sent, in a rep's words: from the operation alone, because nothing else of it is kept.

use contract::{
    Instant, Operation,
    operations::issuing::{
        disputes::{
            AddDisputeDocument, CreateDispute, CreateDisputeEvent, CreateDisputeFromTransaction, CreateDisputePosting,
            GenerateChargeback,
        },
        limits::{CreateAuthorizationRestrictionOverride, CreateTemporaryCreditLimit, CreateVelocityLimitOverride},
        operations::{
            PostBonusOperation, PostFeeOperation, PostInterestOperation, ReverseBonusOperation, ReverseFeeOperation,
            ReverseInterestOperation,
        },
        statements::ReprintStatement,
    },
};

use crate::{browser::time, session::Mark};

/// Name, within a sentence, and as it begins one.
const WORDS: [(&str, &str, &str); 16] = [
    (PostFeeOperation::SPEC.name, "a fee", "The fee"),
    (PostBonusOperation::SPEC.name, "a bonus", "The bonus"),
    (PostInterestOperation::SPEC.name, "interest", "The interest"),
    (ReverseFeeOperation::SPEC.name, "the reversal of a fee", "The reversal"),
    (ReverseBonusOperation::SPEC.name, "the reversal of a bonus", "The reversal"),
    (ReverseInterestOperation::SPEC.name, "the reversal of interest", "The reversal"),
    (CreateDispute::SPEC.name, "a dispute", "The dispute"),
    (CreateDisputeFromTransaction::SPEC.name, "a dispute", "The dispute"),
    (CreateDisputePosting::SPEC.name, "a posting in a dispute", "The posting"),
    (CreateDisputeEvent::SPEC.name, "an event in a dispute", "The event"),
    (AddDisputeDocument::SPEC.name, "a document for a dispute", "The document"),
    (GenerateChargeback::SPEC.name, "a chargeback", "The chargeback"),
    (CreateTemporaryCreditLimit::SPEC.name, "a temporary limit", "The temporary limit"),
    (CreateVelocityLimitOverride::SPEC.name, "an override of a velocity limit", "The override"),
    (CreateAuthorizationRestrictionOverride::SPEC.name, "an override of a restriction", "The override"),
    (ReprintStatement::SPEC.name, "a reprint of a statement", "The reprint"),
];

/// "a fee".
pub fn what(mark: &Mark) -> &'static str {
    words(&mark.sent.operation).0
}

/// "The fee".
pub fn noun(mark: &Mark) -> &'static str {
    words(&mark.sent.operation).1
}

fn words(operation: &str) -> (&'static str, &'static str) {
    let known = WORDS.iter().find(|(name, ..)| *name == operation);
    known.map_or(("a change", "The change"), |(_, what, noun)| (what, noun))
}

/// What is known of it. Where the rep `decides`, what to do; it says whether it may still arrive.
pub fn sentence(mark: &Mark, decides: Option<bool>) -> String {
    let when = time::date_and_time(&Instant::from_epoch_millis(mark.sent.at));
    said(what(mark), &when, decides.map(|may_arrive| may_arrive.then(|| until(mark))))
}

/// Until when it may still arrive, on the rep's clock.
pub fn until(mark: &Mark) -> String {
    time::minute(mark.arrives_until() + 59_999)
}

fn said(what: &str, when: &str, decides: Option<Option<String>>) -> String {
    let (first, rest) = what.split_at(1);
    let mut said = format!("{}{rest} was sent on {when}, and nobody saw how it ended.", first.to_uppercase());
    if let Some(may_arrive) = decides {
        said += " Look for it where it was made, and say here what you found.";
        if let Some(until) = may_arrive {
            said += &format!(" It may still arrive until {until}.");
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_is_named_and_what_is_unknown_is_a_change() {
        assert_eq!(words(PostFeeOperation::SPEC.name), ("a fee", "The fee"));
        assert_eq!(words("whatever comes"), ("a change", "The change"));
    }

    #[test]
    fn a_rep_who_has_to_decide_is_told_to_look_and_how_long_it_may_take() {
        let sent = "A fee was sent on 15 Jul 2025, 12:15, and nobody saw how it ended.";
        assert_eq!(said("a fee", "15 Jul 2025, 12:15", None), sent);
        let look = "Look for it where it was made, and say here what you found.";
        assert_eq!(said("a fee", "15 Jul 2025, 12:15", Some(None)), format!("{sent} {look}"));
        let waits = Some(Some("12:18".to_owned()));
        assert_eq!(
            said("a fee", "15 Jul 2025, 12:15", waits),
            format!("{sent} {look} It may still arrive until 12:18.")
        );
    }
}
