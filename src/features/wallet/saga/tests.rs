use super::*;

/// A gateway that does what it is told with each call: applies it or not, and answers, refuses or loses the answer.
#[derive(Clone, Copy, Debug)]
struct Gateway {
    active: bool,
    locked: bool,
}

#[derive(Clone, Copy, Debug)]
enum Fate {
    Done,
    DoneAnswerLost,
    LostOnTheWay,
    Refused,
    Postponed,
}

const FATES: [Fate; 5] = [Fate::Done, Fate::DoneAnswerLost, Fate::LostOnTheWay, Fate::Refused, Fate::Postponed];

impl Gateway {
    fn state(&self) -> WalletState {
        match (self.active, self.locked) {
            (true, false) => WalletState::Active,
            (true, true) => WalletState::Locked,
            (false, false) => WalletState::Inactive,
            (false, true) => WalletState::InactiveAndLocked,
        }
    }

    fn send(&mut self, activate: bool, fate: Fate) -> Sent {
        if matches!(fate, Fate::Done | Fate::DoneAnswerLost) {
            if activate && !self.active {
                self.locked = false;
            }
            self.active = activate;
        }
        match fate {
            Fate::Done => Sent::Confirmed,
            Fate::DoneAnswerLost | Fate::LostOnTheWay => Sent::Unknown,
            Fate::Refused => Sent::Refused,
            Fate::Postponed => Sent::Postponed,
        }
    }
}

/// Runs to the end; the n-th call of each kind meets the n-th fate, and the last one from then on.
fn run(goal: Goal, gateway: &mut Gateway, writes: &[Fate], reads_fail: &[bool]) -> (End, Progress) {
    run_after(Earlier::Nothing, goal, gateway, writes, reads_fail)
}

/// The same after an earlier unlock that was not seen to its end, or not.
fn run_after(
    earlier: Earlier,
    goal: Goal,
    gateway: &mut Gateway,
    writes: &[Fate],
    reads_fail: &[bool],
) -> (End, Progress) {
    let mut progress = Progress::new(goal, earlier);
    let (mut write, mut read) = (0, 0);
    for _ in 0..100 {
        let fails = reads_fail.get(read).copied().unwrap_or(false);
        read += 1;
        let seen = if fails { Seen::Unreadable } else { Seen::Wallet(gateway.state()) };
        let activate = match progress.next(seen) {
            Next::Finish(end) => return (end, progress),
            Next::Read(_) => continue,
            Next::Deactivate => false,
            Next::Activate(_) => true,
        };
        let fate = writes[write.min(writes.len() - 1)];
        write += 1;
        let answer = gateway.send(activate, fate);
        progress.sent(activate, answer);
    }
    panic!("an unlock that never ends")
}

/// As an unlock that was cut between its calls leaves it.
const LEFT_INACTIVE: Gateway = Gateway { active: false, locked: true };

fn locked() -> Gateway {
    Gateway { active: true, locked: true }
}

/// Every sequence of this length.
fn sequences<T: Copy>(of: &[T], length: usize) -> Vec<Vec<T>> {
    (0..length).fold(vec![vec![]], |all, _| {
        all.iter().flat_map(|begun| of.iter().map(|next| [begun.as_slice(), &[*next]].concat())).collect()
    })
}

#[test]
fn an_unlock_deactivates_then_activates_and_proves_it() {
    let mut gateway = locked();
    let (end, progress) = run(Goal::Unlock, &mut gateway, &[Fate::Done], &[]);
    assert_eq!((end, gateway.state()), (End::Proven, WalletState::Active));
    assert_eq!((progress.deactivations, progress.activations), (1, 1));
}

#[test]
fn however_an_unlock_is_cut_it_ends_proven_or_unchanged_or_with_its_journal_kept() {
    for writes in sequences(&FATES, 6) {
        for reads in sequences(&[false, true], 5) {
            let mut gateway = locked();
            let (end, progress) = run(Goal::Unlock, &mut gateway, &writes, &reads);
            let context = format!("{writes:?} {reads:?}: {end:?}, {:?}", gateway.state());
            match gateway.state() {
                WalletState::Active => assert!(end == End::Proven || end == End::NotConfirmed, "{context}"),
                WalletState::Locked => assert_ne!(end, End::Proven, "{context}"),
                _ => assert!(end.keeps_journal(&progress), "left inactive and forgotten: {context}"),
            }
            assert_eq!(end == End::Unread, progress.last_write == Sent::Nothing, "{context}");
            assert!(progress.deactivations <= DEACTIVATIONS && progress.activations <= ACTIVATIONS, "{context}");
        }
    }
}

#[test]
fn however_a_second_attempt_after_a_broken_unlock_is_cut_an_inactive_wallet_is_not_forgotten() {
    for goal in [Goal::Unlock, Goal::Reactivate] {
        for begins in [locked(), LEFT_INACTIVE, Gateway { active: false, locked: false }] {
            for writes in sequences(&FATES, 4) {
                for reads in sequences(&[false, true], 5) {
                    let mut gateway = begins;
                    let (end, progress) = run_after(Earlier::Broken, goal, &mut gateway, &writes, &reads);
                    let context = format!("{goal:?} {begins:?} {writes:?} {reads:?}: {end:?}, {:?}", gateway.state());
                    if gateway.state() == WalletState::Active {
                        assert!(end == End::Proven || end == End::NotConfirmed, "{context}");
                    } else {
                        assert!(end.keeps_journal(&progress), "not usable and forgotten: {context}");
                        assert_ne!(end, End::Proven, "{context}");
                    }
                }
            }
        }
    }
}

#[test]
fn an_unlock_that_finds_what_an_earlier_one_left_inactive_goes_forward() {
    let mut gateway = LEFT_INACTIVE;
    let (end, progress) = run_after(Earlier::Broken, Goal::Unlock, &mut gateway, &[Fate::Done], &[]);
    assert_eq!((end, gateway.state()), (End::Proven, WalletState::Active));
    assert_eq!((progress.deactivations, progress.activations), (0, 1));
}

#[test]
fn a_wallet_that_cannot_be_read_first_is_left_alone_and_what_was_remembered_stays() {
    let after = [
        (Earlier::Nothing, Goal::Unlock),
        (Earlier::Broken, Goal::Unlock),
        (Earlier::Broken, Goal::Reactivate),
        (Earlier::Old, Goal::Reactivate),
    ];
    for (earlier, goal) in after {
        let mut gateway = LEFT_INACTIVE;
        let (end, progress) = run_after(earlier, goal, &mut gateway, &[Fate::Done], &[true; 3]);
        assert_eq!((end, gateway.state()), (End::Unread, WalletState::InactiveAndLocked));
        assert_eq!(end.keeps_journal(&progress), earlier != Earlier::Nothing);
    }
}

#[test]
fn a_broken_unlock_is_over_when_the_rep_wants_the_wallet_inactive() {
    for mut gateway in [LEFT_INACTIVE, locked()] {
        let (end, progress) = run_after(Earlier::Broken, Goal::Deactivate, &mut gateway, &[Fate::Done], &[]);
        assert!(!gateway.active && !end.keeps_journal(&progress), "{end:?}");
    }
}

#[test]
fn success_is_claimed_only_after_a_read_that_showed_it() {
    let mut progress = Progress::new(Goal::Unlock, Earlier::Nothing);
    progress.sent(false, Sent::Confirmed);
    progress.sent(true, Sent::Confirmed);
    assert_eq!(progress.next(Seen::Wallet(WalletState::Inactive)), Next::Activate(1000));
    assert_eq!(progress.next(Seen::Wallet(WalletState::Active)), Next::Finish(End::Proven));
}

#[test]
fn a_lost_answer_to_the_deactivation_is_settled_by_reading() {
    let mut gateway = locked();
    let (end, progress) = run(Goal::Unlock, &mut gateway, &[Fate::DoneAnswerLost, Fate::Done], &[]);
    assert_eq!((end, progress.deactivations, progress.activations), (End::Proven, 1, 1));
}

#[test]
fn a_refused_deactivation_changes_nothing_and_is_not_repeated() {
    let mut gateway = locked();
    let (end, progress) = run(Goal::Unlock, &mut gateway, &[Fate::Refused], &[]);
    assert_eq!((end, gateway.state(), progress.deactivations), (End::Refused, WalletState::Locked, 1));
    assert!(!end.keeps_journal(&progress));
}

#[test]
fn a_postponed_deactivation_is_sent_once_more_and_then_given_up() {
    let mut gateway = locked();
    let (end, _) = run(Goal::Unlock, &mut gateway, &[Fate::Postponed, Fate::Done], &[]);
    assert_eq!((end, gateway.state()), (End::Proven, WalletState::Active));
    let mut gateway = locked();
    let (end, progress) = run(Goal::Unlock, &mut gateway, &[Fate::Postponed], &[]);
    assert_eq!((end, progress.deactivations), (End::Refused, DEACTIVATIONS));
}

#[test]
fn an_activation_that_never_works_leaves_the_journal_behind() {
    let mut gateway = locked();
    let (end, progress) = run(Goal::Unlock, &mut gateway, &[Fate::Done, Fate::Refused], &[]);
    assert_eq!((end, progress.activations), (End::LeftInactive, ACTIVATIONS));
    assert!(end.keeps_journal(&progress));
}

#[test]
fn a_wallet_that_somebody_else_unlocked_is_left_alone() {
    let mut gateway = Gateway { active: true, locked: false };
    let (end, progress) = run(Goal::Unlock, &mut gateway, &[Fate::Done], &[]);
    assert_eq!(end, End::NothingToDo(WalletState::Active));
    assert_eq!(progress.deactivations, 0);
}

#[test]
fn an_inactive_wallet_without_a_journal_may_be_a_hold_and_is_not_unlocked() {
    let mut gateway = Gateway { active: false, locked: true };
    let (end, _) = run(Goal::Unlock, &mut gateway, &[Fate::Done], &[]);
    assert_eq!(end, End::Changed(WalletState::InactiveAndLocked));
    assert!(!gateway.active);
}

#[test]
fn an_old_journal_is_no_licence_to_go_forward_and_stays() {
    let mut gateway = LEFT_INACTIVE;
    let (end, progress) = run_after(Earlier::Old, Goal::Unlock, &mut gateway, &[Fate::Done], &[]);
    assert_eq!((end, gateway.state()), (End::Changed(WalletState::InactiveAndLocked), WalletState::InactiveAndLocked));
    assert!(end.keeps_journal(&progress) && progress.activations == 0);
    let (end, progress) = run_after(Earlier::Old, Goal::Reactivate, &mut gateway, &[Fate::Done], &[]);
    assert_eq!((end, gateway.state()), (End::Proven, WalletState::Active));
    assert!(!end.keeps_journal(&progress));
}

#[test]
fn a_wallet_that_is_locked_again_at_once_is_not_deactivated_in_a_circle() {
    let mut progress = Progress::new(Goal::Unlock, Earlier::Nothing);
    progress.sent(false, Sent::Confirmed);
    progress.sent(true, Sent::Confirmed);
    assert_eq!(progress.next(Seen::Wallet(WalletState::Locked)), Next::Finish(End::Unchanged));
}

#[test]
fn another_wallet_in_the_answer_stops_everything() {
    let mut progress = Progress::new(Goal::Unlock, Earlier::Nothing);
    progress.sent(false, Sent::Confirmed);
    assert_eq!(progress.next(Seen::NotTheSame), Next::Finish(End::NotTheSame));
    assert!(End::NotTheSame.keeps_journal(&progress));
}

#[test]
fn a_deactivation_and_a_reactivation_go_straight_to_their_goal() {
    let mut gateway = Gateway { active: true, locked: false };
    assert_eq!(run(Goal::Deactivate, &mut gateway, &[Fate::Done], &[]).0, End::Proven);
    assert_eq!(gateway.state(), WalletState::Inactive);
    assert_eq!(run(Goal::Reactivate, &mut gateway, &[Fate::Done], &[]).0, End::Proven);
    assert_eq!(gateway.state(), WalletState::Active);
}

#[test]
fn reactivating_clears_the_lock_too() {
    let mut gateway = Gateway { active: false, locked: true };
    assert_eq!(run(Goal::Reactivate, &mut gateway, &[Fate::Done], &[]).0, End::Proven);
    assert_eq!(gateway.state(), WalletState::Active);
}

#[test]
fn a_wallet_that_is_locked_and_not_inactive_is_not_reactivated() {
    let mut gateway = locked();
    assert_eq!(run(Goal::Reactivate, &mut gateway, &[Fate::Done], &[]).0, End::Changed(WalletState::Locked));
}
