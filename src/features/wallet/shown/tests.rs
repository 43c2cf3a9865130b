use super::{
    super::saga::Sent,
    StepState::{Done, Failed, Running, Skipped, Waiting},
    *,
};
use crate::session::Earlier;

fn unlocking() -> Shown {
    let mut shown = Shown::new(Goal::Unlock, (WalletState::Locked, 1));
    shown.start(StepName::Read, String::new());
    shown.saw(StepName::Read, WalletState::Locked, "Locked".into());
    shown
}

fn deactivated() -> Shown {
    let mut shown = unlocking();
    shown.start(StepName::Deactivate, String::new());
    shown.sent(StepName::Deactivate, false);
    shown.start(StepName::ReadInactive, String::new());
    shown.saw(StepName::ReadInactive, WalletState::InactiveAndLocked, "Inactive and locked".into());
    shown
}

fn states(shown: &Shown) -> Vec<StepState> {
    shown.steps.iter().map(|step| step.state).collect()
}

fn note(shown: &Shown, step: usize) -> &str {
    &shown.steps[step].note
}

#[test]
fn a_call_is_done_when_a_read_showed_it_and_not_before() {
    let mut shown = unlocking();
    shown.start(StepName::Deactivate, String::new());
    assert_eq!(states(&shown), [Done, Running, Waiting, Waiting, Waiting]);
    shown.sent(StepName::Deactivate, false);
    shown.start(StepName::ReadInactive, String::new());
    assert_eq!(states(&shown), [Done, StepState::Sent, Running, Waiting, Waiting]);
    assert_eq!(states(&deactivated()), [Done, Done, Done, Waiting, Waiting]);
}

#[test]
fn a_call_that_never_came_through_failed_and_so_did_the_read_that_was_to_show_it() {
    let mut shown = deactivated();
    for tried in ["", "attempt 2 of 4"] {
        shown.start(StepName::Activate, tried.into());
        assert_eq!(states(&shown), [Done, Done, Done, Running, Waiting]);
        shown.sent(StepName::Activate, false);
        shown.start(StepName::Prove, String::new());
        shown.saw(StepName::Prove, WalletState::InactiveAndLocked, "Inactive and locked".into());
    }
    shown.close(End::LeftInactive);
    assert_eq!(states(&shown), [Done, Done, Done, Failed, Failed]);
    assert_eq!((note(&shown, 3), note(&shown, 4)), ("attempt 2 of 4", "Inactive and locked"));
}

#[test]
fn a_wallet_that_is_locked_again_was_reactivated_and_is_not_as_it_should_be() {
    let mut shown = deactivated();
    shown.start(StepName::Activate, String::new());
    shown.sent(StepName::Activate, false);
    shown.saw(StepName::Prove, WalletState::Locked, "Locked".into());
    shown.close(End::Unchanged);
    assert_eq!(states(&shown), [Done, Done, Done, Done, Failed]);
}

#[test]
fn a_call_that_was_turned_away_failed_and_what_was_never_begun_is_skipped() {
    let mut shown = unlocking();
    shown.start(StepName::Deactivate, String::new());
    shown.sent(StepName::Deactivate, true);
    assert_eq!(states(&shown)[1], Failed);
    shown.saw(StepName::ReadInactive, WalletState::Locked, "Locked".into());
    shown.close(End::Refused);
    assert_eq!(states(&shown), [Done, Failed, Failed, Skipped, Skipped]);
}

#[test]
fn of_a_call_that_no_read_showed_only_the_sending_is_known() {
    let mut shown = unlocking();
    shown.start(StepName::Deactivate, String::new());
    shown.sent(StepName::Deactivate, false);
    shown.saw(StepName::ReadInactive, WalletState::NotStated, "Not stated".into());
    shown.start(StepName::ReadInactive, "the read failed; trying again".into());
    shown.close(End::NotConfirmed);
    assert_eq!(states(&shown), [Done, StepState::Sent, Failed, Skipped, Skipped]);
    assert_eq!(note(&shown, 2), "the read failed");
}

#[test]
fn an_unlock_that_goes_forward_skips_the_deactivation() {
    let mut shown = unlocking();
    shown.start(StepName::Activate, String::new());
    shown.sent(StepName::Activate, false);
    shown.saw(StepName::Prove, WalletState::InactiveAndLocked, String::new());
    shown.close(End::LeftInactive);
    assert_eq!(states(&shown), [Done, Skipped, Skipped, Failed, Failed]);
}

#[test]
fn a_first_read_that_shows_another_state_is_not_called_done() {
    let mut shown = unlocking();
    shown.close(End::Changed(WalletState::Inactive));
    assert_eq!(states(&shown), [Failed, Skipped, Skipped, Skipped, Skipped]);
}

#[test]
fn an_end_is_overtaken_by_a_newer_reading_that_differs_or_settles_it() {
    let shown = Shown { after: (WalletState::Inactive, 5), ..unlocking() };
    for end in [End::LeftInactive, End::Proven, End::Unchanged, End::Refused] {
        assert!(!shown.is_overtaken(end, 5, 5), "{end:?}: its own reading");
        assert!(!shown.is_overtaken(end, 9, 5), "{end:?}: read again, and it is still so");
        assert!(shown.is_overtaken(end, 9, 7), "{end:?}: a reading showed another state");
    }
    for end in [End::NotConfirmed, End::Unread, End::NotTheSame] {
        assert!(!shown.is_overtaken(end, 5, 3), "{end:?}: not read since");
        assert!(shown.is_overtaken(end, 6, 3), "{end:?}: read since");
    }
}

#[test]
fn attempts_are_counted_from_the_second_one_on() {
    let mut progress = Progress::new(Goal::Unlock, Earlier::Nothing);
    assert_eq!(attempt(false, &progress), "");
    progress.sent(false, Sent::Unknown);
    assert_eq!((attempt(false, &progress).as_str(), attempt(true, &progress).as_str()), ("attempt 2 of 2", ""));
    progress.sent(true, Sent::Unknown);
    assert_eq!(attempt(true, &progress), "attempt 2 of 4");
}
