use super::*;

/// A gateway that counts what happened. What is on its way arrives so many reads later.
#[derive(Clone, Debug, Default)]
struct Gateway {
    happened: u8,
    on_its_way: Option<u8>,
    /// Recognises a change by its references, as a posting's triplet: a second one under them is refused.
    recognises: bool,
    sends: u8,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Done,
    DoneAnswerLost,
    LostOnTheWay,
    /// Answer lost; it happens only after so many reads.
    Late(u8),
    Refused,
    /// Turned away before anybody looked at it.
    NotTaken,
    /// A proxy sent it twice: the first copy is done, and the answer is the refusal of the second.
    Echo,
}

const FATES: [Fate; 8] = [
    Fate::Done,
    Fate::DoneAnswerLost,
    Fate::LostOnTheWay,
    Fate::Late(1),
    Fate::Late(3),
    Fate::Refused,
    Fate::NotTaken,
    Fate::Echo,
];

impl Gateway {
    fn send(&mut self, fate: Fate) -> Sent {
        self.sends += 1;
        if self.recognises && self.happened > 0 {
            return Sent::Refused;
        }
        match fate {
            Fate::Done | Fate::DoneAnswerLost | Fate::Echo => self.happened += 1,
            Fate::Late(reads) => self.on_its_way = Some(reads),
            Fate::LostOnTheWay | Fate::Refused | Fate::NotTaken => {}
        }
        match fate {
            Fate::Done => Sent::Confirmed,
            Fate::Refused | Fate::Echo => Sent::Refused,
            Fate::NotTaken => Sent::NotTaken,
            _ => Sent::Unknown,
        }
    }

    fn read(&mut self) -> Glimpse {
        match self.on_its_way {
            Some(0) => {
                self.on_its_way = None;
                if !(self.recognises && self.happened > 0) {
                    self.happened += 1;
                }
            }
            Some(left) => self.on_its_way = Some(left - 1),
            None => {}
        }
        if self.happened > 0 { Glimpse::Done } else { Glimpse::NotDone }
    }
}

/// Runs to the end; the n-th read fails as it is told, and none after that.
fn run(mut progress: Progress, first: Next, gateway: &mut Gateway, fate: Fate, reads_fail: &[bool]) -> End {
    let mut fails = reads_fail.iter().copied();
    let mut next = first;
    let sends_before = gateway.sends;
    for _ in 0..100 {
        next = match next {
            Next::Send => {
                let answer = gateway.send(fate);
                assert!(gateway.sends - sends_before <= 1, "one run sends once: {fate:?} {reads_fail:?}");
                progress.sent(answer)
            }
            Next::Check(_) => progress.checked(Glimpse::NotDone),
            Next::Read(_) if fails.next().unwrap_or(false) => progress.seen(Glimpse::Unreadable),
            Next::Read(_) => progress.seen(gateway.read()),
            Next::Finish(end) => return end,
        };
    }
    panic!("a change that never ends")
}

fn post(gateway: &mut Gateway, fate: Fate, reads_fail: &[bool]) -> End {
    run(Progress::new(), Next::Send, gateway, fate, reads_fail)
}

fn once_more(gateway: &mut Gateway, end: End, fate: Fate, reads_fail: &[bool]) -> End {
    let progress = match end {
        end if end.may_be_checked() => Progress::check(matches!(end, End::Confirmed | End::Unseen)),
        _ => Progress::again(),
    };
    run(progress, Next::Read(0), gateway, fate, reads_fail)
}

fn reads() -> impl Iterator<Item = Vec<bool>> {
    (0..64u8).map(|bits| (0..6).map(|bit| bits & (1 << bit) != 0).collect())
}

#[test]
fn whatever_becomes_of_it_nothing_is_claimed_that_is_not_so() {
    for fate in FATES {
        for reads_fail in reads() {
            let mut gateway = Gateway::default();
            let end = post(&mut gateway, fate, &reads_fail);
            let context = format!("{fate:?} {reads_fail:?}: {end:?}, happened {}", gateway.happened);
            match end {
                End::Proven => assert_eq!(gateway.happened, 1, "{context}"),
                End::Confirmed => assert_eq!((gateway.happened, fate), (1, Fate::Done), "{context}"),
                End::Refused => {
                    assert!(gateway.happened == 0 && matches!(fate, Fate::Refused | Fate::NotTaken), "{context}");
                }
                End::NotDone => assert_eq!(gateway.happened, 0, "{context}"),
                End::NotConfirmed => assert!(fate != Fate::Done && fate != Fate::NotTaken, "{context}"),
                other => panic!("{other:?}: {context}"),
            }
        }
    }
}

#[test]
fn an_open_change_that_is_tried_again_happens_once_where_the_gateway_knows_its_references() {
    for (first, second, third) in triples() {
        for reads_fail in reads() {
            let mut gateway = Gateway { recognises: true, ..Gateway::default() };
            let mut end = post(&mut gateway, first, &reads_fail);
            for fate in [second, third] {
                if end.may_be_checked() || end.may_be_sent_again() {
                    end = once_more(&mut gateway, end, fate, &reads_fail);
                }
            }
            let context = format!("{first:?} {second:?} {third:?} {reads_fail:?}: {end:?}");
            assert!(gateway.happened <= 1, "{context}");
            assert!(!matches!(end, End::Proven | End::Confirmed) || gateway.happened == 1, "{context}");
            assert!(end != End::Refused || gateway.happened == 0, "refused, and yet it is there: {context}");
        }
    }
}

fn triples() -> impl Iterator<Item = (Fate, Fate, Fate)> {
    FATES
        .into_iter()
        .flat_map(|one| FATES.into_iter().flat_map(move |two| FATES.into_iter().map(move |three| (one, two, three))))
}

#[test]
fn a_lost_answer_is_settled_by_reading_and_nothing_is_sent_twice() {
    let mut gateway = Gateway::default();
    assert_eq!(post(&mut gateway, Fate::DoneAnswerLost, &[]), End::Proven);
    assert_eq!((gateway.sends, gateway.happened), (1, 1));
}

#[test]
fn what_never_arrived_is_offered_again_and_then_done() {
    let mut gateway = Gateway::default();
    let end = post(&mut gateway, Fate::LostOnTheWay, &[]);
    assert!(end.may_be_sent_again());
    assert_eq!(once_more(&mut gateway, end, Fate::Done, &[]), End::Proven);
    assert_eq!((gateway.sends, gateway.happened), (2, 1));
}

#[test]
fn before_it_is_sent_again_it_is_looked_for_once_more() {
    let mut gateway = Gateway::default();
    let end = post(&mut gateway, Fate::LostOnTheWay, &[]);
    gateway.happened = 1;
    assert_eq!(once_more(&mut gateway, end, Fate::Done, &[]), End::Proven, "it had arrived after all");
    assert_eq!(gateway.sends, 1);
}

#[test]
fn a_refusal_that_may_be_the_echo_of_a_first_copy_is_read_once_before_it_is_called_a_failure() {
    let mut gateway = Gateway::default();
    assert_eq!(post(&mut gateway, Fate::Echo, &[]), End::Proven);
    let mut progress = Progress::new();
    assert_eq!(progress.sent(Sent::Refused), Next::Read(0));
    assert_eq!(progress.seen(Glimpse::NotDone), Next::Finish(End::Refused), "once is enough");
    assert_eq!(Progress::new().sent(Sent::NotTaken), Next::Finish(End::Refused), "nobody looked at it");
    let mut progress = Progress::new();
    progress.sent(Sent::Refused);
    assert_eq!(progress.seen(Glimpse::Other), Next::Finish(End::Refused), "somebody else was here");
}

#[test]
fn what_the_screen_showed_is_compared_again_when_it_is_sent() {
    let mut progress = Progress::new().checking(true);
    assert_eq!(progress.send(), Next::Check(0));
    assert_eq!(progress.checked(Glimpse::NotDone), Next::Send);
    assert_eq!(progress.sent(Sent::Confirmed), Next::Read(0));

    assert_eq!(Progress::new().checking(true).checked(Glimpse::Other), Next::Finish(End::Changed));
    let mut unreadable = Progress::new().checking(true);
    assert_eq!(unreadable.checked(Glimpse::Unreadable), Next::Check(1000));
    assert_eq!(unreadable.checked(Glimpse::Unreadable), Next::Check(2000));
    assert_eq!(unreadable.checked(Glimpse::Unreadable), Next::Finish(End::Unread));

    let mut again = Progress::again().checking(true);
    assert_eq!(again.seen(Glimpse::NotDone), Next::Check(0), "an earlier attempt is looked for first");
}

#[test]
fn something_else_under_the_references_of_an_open_attempt_was_sent() {
    assert_eq!(Progress::again().seen(Glimpse::Other), Next::Finish(End::Conflict));
}

#[test]
fn a_refusal_after_an_open_attempt_is_not_believed_without_a_read() {
    let mut progress = Progress::again();
    assert_eq!(progress.seen(Glimpse::NotDone), Next::Send);
    assert_eq!(progress.sent(Sent::Refused), Next::Read(0));
    assert_eq!(progress.seen(Glimpse::Done), Next::Finish(End::Proven));
}

#[test]
fn a_confirmation_that_no_read_shows_is_not_called_done() {
    let mut progress = Progress::new();
    assert_eq!(progress.sent(Sent::Confirmed), Next::Read(0));
    assert_eq!(progress.seen(Glimpse::NotDone), Next::Read(1000));
    assert_eq!(progress.seen(Glimpse::NotDone), Next::Read(2000));
    assert_eq!(progress.seen(Glimpse::NotDone), Next::Finish(End::Unseen));
}

#[test]
fn a_change_that_compares_first_sends_only_when_the_state_is_still_the_one_on_the_screen() {
    assert_eq!(Progress::new().seen(Glimpse::Done), Next::Finish(End::AlreadySo));
    assert_eq!(Progress::new().seen(Glimpse::Other), Next::Finish(End::Changed));
    assert_eq!(Progress::new().seen(Glimpse::NotDone), Next::Send);
    let mut unreadable = Progress::new();
    assert_eq!(unreadable.seen(Glimpse::Unreadable), Next::Read(1000));
    assert_eq!(unreadable.seen(Glimpse::Unreadable), Next::Read(2000));
    assert_eq!(unreadable.seen(Glimpse::Unreadable), Next::Finish(End::Unread));
}

#[test]
fn a_third_state_after_a_lost_answer_is_a_conflict() {
    let mut progress = Progress::new();
    progress.sent(Sent::Unknown);
    assert_eq!(progress.seen(Glimpse::Other), Next::Finish(End::Conflict));
}
