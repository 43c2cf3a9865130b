//! Why a wallet is as it is, what helps, and how something ended: in a rep's words.

use contract::WalletState;

use super::saga::{End, Goal};
use crate::session::Earlier;

/// Cause and fix in one line, from the wallet alone; `elsewhere` says why the issuer's wallets are not changed here.
pub fn diagnosis(state: WalletState, elsewhere: Option<&str>) -> Option<(&'static str, String)> {
    let (cause, fix, undone) = match state {
        WalletState::Active => return None,
        WalletState::Locked => {
            ("Locked: too many failed log-ins.", "Unlocking resets the counter.", "It cannot be unlocked here.")
        }
        WalletState::Inactive => {
            ("The wallet is switched off.", "Find out why, then reactivate it.", "It cannot be reactivated here.")
        }
        WalletState::InactiveAndLocked => (
            "The wallet is switched off, and locked besides.",
            "Find out why; reactivating clears the lock too.",
            "It cannot be reactivated here.",
        ),
        WalletState::NotStated => return Some(("The wallet’s state is not stated.", "Read it again.".into())),
    };
    Some((cause, elsewhere.map_or_else(|| fix.to_owned(), |reason| format!("{undone} {reason}"))))
}

/// Why it is so, and what helps. What cannot be done here is not offered as help.
///
/// A wallet that the rep's own unlock left inactive a moment ago is no hold: that is known, and said. Where it was longer ago
/// or somebody else's, both are possible.
pub fn explanation(state: WalletState, earlier: Earlier, elsewhere: bool) -> (&'static str, &'static str) {
    let (why, helps) = match state {
        WalletState::Inactive | WalletState::InactiveAndLocked if earlier == Earlier::Old => (
            "Switched off: by an unlock that stopped half way, or by somebody since. The customer can neither sign in nor pay.",
            "It may be a hold: find out why before you reactivate it. A reason is asked for.",
        ),
        WalletState::Inactive | WalletState::InactiveAndLocked if earlier == Earlier::Broken => (
            "The unlock stopped half way. The customer can neither sign in nor pay.",
            "Reactivating finishes it: the customer can sign in at once with the same password.",
        ),
        WalletState::Active => ("The customer can sign in and pay.", ""),
        WalletState::Locked => (
            "Too many failed log-ins.",
            "Unlocking resets the counter. The customer can sign in at once with the same password.",
        ),
        WalletState::Inactive => (
            "Switched off. The customer can neither sign in nor pay.",
            "It may be a hold: find out why before you reactivate it. A reason is asked for.",
        ),
        WalletState::InactiveAndLocked => (
            "Switched off, after too many failed log-ins. The customer can neither sign in nor pay.",
            "Reactivating also clears the lock. It may be a hold: find out why first. A reason is asked for.",
        ),
        WalletState::NotStated => {
            ("The gateway does not say whether the wallet is active and unlocked.", "Nothing is offered until it does.")
        }
    };
    (why, if elsewhere { "" } else { helps })
}

/// For a wallet that an unlock left inactive: heading and sentence of the red banner.
pub fn left_inactive(first_name: &str, since: &str) -> (&'static str, String) {
    let who = if first_name.is_empty() { "The customer" } else { first_name };
    let harm = format!("{who} can neither sign in nor pay until it is reactivated.");
    ("Wallet is inactive: reactivate.", format!("The unlock that began at {since} stopped half way. {harm}"))
}

/// The same where that may not be why it is inactive.
pub fn perhaps_left_inactive(when: &str) -> (&'static str, String) {
    let both = format!("Our unlock stopped half way on {when}, or somebody switched it off since.");
    ("The wallet is switched off.", format!("{both} Find out why, then reactivate it."))
}

/// The heading and the sentence for an end.
pub fn ending(goal: Goal, end: End, first_name: &str) -> (&'static str, String) {
    let who = if first_name.is_empty() { "The customer" } else { first_name };
    match (end, goal) {
        (End::Proven, Goal::Unlock) => {
            ("Unlocked.", format!("{who} can sign in now; a wrong password will count again."))
        }
        (End::Proven, Goal::Reactivate) => ("Reactivated.", format!("{who} can sign in and pay now.")),
        (End::Proven, Goal::Deactivate) => {
            ("Deactivated.", format!("{who} can neither sign in nor pay until it is reactivated."))
        }
        (End::NothingToDo(state), _) => (
            "Nothing to do.",
            format!("The wallet is {} already; nothing was sent.", state.words().to_ascii_lowercase()),
        ),
        (End::Changed(state), _) => (
            "Somebody else changed this wallet.",
            format!(
                "It is {} now, and not as this page showed it. Nothing was sent.",
                state.words().to_ascii_lowercase()
            ),
        ),
        (End::Unread, _) => (
            "Not sent.",
            "The wallet could not be read first, so it could not be compared. Try again in a moment.".into(),
        ),
        (End::Refused, _) => ("Not done.", "The gateway refused, and the wallet is as it was.".into()),
        (End::Unchanged, Goal::Deactivate) => ("Not done.", "The wallet still reads as active.".into()),
        (End::Unchanged, _) => (
            "Not unlocked.",
            "The wallet still reads as locked. Somebody may be trying to log in with a wrong password.".into(),
        ),
        (End::LeftInactive, _) => (
            "Reactivating did not work.",
            "Wait a moment, then reactivate again. If it keeps failing, escalate with the correlation ID.".into(),
        ),
        (End::NotConfirmed, _) => (
            "Not confirmed.",
            "The wallet could not be read after the change. Read it again before you promise anything.".into(),
        ),
        (End::NotTheSame, _) => (
            "Another wallet came back.",
            "The gateway no longer shows this wallet for this customer. Search again.".into(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_wallets_are_kept_elsewhere_nothing_is_promised_that_cannot_be_done_here() {
        let reason = "Not available in the WLW_IDP configuration: somebody else does it.";
        for state in [WalletState::Locked, WalletState::Inactive, WalletState::InactiveAndLocked] {
            let (_, line) = diagnosis(state, Some(reason)).expect("something stands in the way");
            assert!(line.starts_with("It cannot be ") && line.ends_with(reason), "{line}");
            assert_eq!(explanation(state, Earlier::Nothing, true).1, "");
            assert_ne!(explanation(state, Earlier::Nothing, false).1, "");
        }
        let here = diagnosis(WalletState::Locked, None);
        assert_eq!(here, Some(("Locked: too many failed log-ins.", "Unlocking resets the counter.".into())));
    }

    #[test]
    fn an_unlock_of_long_ago_is_one_of_two_reasons_and_the_other_may_be_a_hold() {
        for state in [WalletState::Inactive, WalletState::InactiveAndLocked] {
            let (why, helps) = explanation(state, Earlier::Old, false);
            assert!(why.contains("or by somebody since"), "{why}");
            assert!(helps.contains("It may be a hold"), "{helps}");
            assert!(!explanation(state, Earlier::Broken, false).1.contains("hold"));
        }
        let (_, sentence) = perhaps_left_inactive("14 Jul 2025, 14:02");
        assert!(sentence.contains("on 14 Jul 2025, 14:02, or somebody switched it off since."), "{sentence}");
    }

    #[test]
    fn an_unlock_ends_with_what_the_caller_can_do_now() {
        let (heading, sentence) = ending(Goal::Unlock, End::Proven, "Paul");
        assert_eq!(
            format!("{heading} {sentence}"),
            "Unlocked. Paul can sign in now; a wrong password will count again."
        );
    }

    #[test]
    fn nothing_but_proof_sounds_like_success() {
        for end in [End::Unread, End::Refused, End::Unchanged, End::LeftInactive, End::NotConfirmed, End::NotTheSame] {
            let (heading, _) = ending(Goal::Unlock, end, "Paul");
            assert!(!heading.starts_with("Unlocked") && !heading.starts_with("Reactivated"), "{heading}");
        }
    }
}
