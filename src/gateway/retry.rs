//! When a call is sent once more without asking anybody.

use contract::Spec;

use super::failure::Fault;

/// Milliseconds to wait before the next attempt; `None` to give up. Reads are tried once more after a fault that may pass,
/// with jitter, so that a hundred desks do not come back in the same moment. A write never is.
///
/// `random` is in `0.0..1.0`.
pub(super) fn pause_before_next(spec: &Spec, fault: &Fault, attempt: u32, random: f64) -> Option<u32> {
    let may_pass = matches!(fault, Fault::TimedOut | Fault::Unreachable | Fault::Http(502..=504));
    if spec.writes() || attempt > 0 || !may_pass {
        return None;
    }
    Some(150 + (random * 350.0) as u32)
}

/// What is waited where nobody says how long.
pub(super) const USUAL_SECONDS: u32 = 5;
/// Nobody is kept waiting for longer, whatever a gateway says: a rep has a caller on the line.
const MOST_SECONDS: u32 = 120;

/// What `Retry-After` asks for: seconds, or a moment by the clock of whoever sent it (RFC 9110, 10.2.3). `moment` reads a date
/// as milliseconds since 1970; `sent` is the answer's own `Date`, and `now` the time here.
pub(super) fn seconds_to_wait(
    retry_after: &str,
    sent: Option<&str>,
    now: f64,
    moment: impl Fn(&str) -> Option<f64>,
) -> u32 {
    let asked = retry_after.trim();
    let seconds = asked.parse::<u64>().ok().or_else(|| {
        let from = sent.and_then(&moment).unwrap_or(now);
        Some(((moment(asked)? - from) / 1_000.0).ceil().max(0.0) as u64)
    });
    seconds.map_or(USUAL_SECONDS, |seconds| seconds.min(MOST_SECONDS.into()) as u32)
}

#[cfg(test)]
mod tests {
    use contract::{Operation, operations::*};

    use super::*;

    const READ: Spec = RetrieveCustomerLookupInfo::SPEC;
    const WRITE: Spec = UpdateCustomerActivation::SPEC;

    #[test]
    fn what_is_asked_to_wait_is_read_as_seconds_and_as_a_date_and_has_an_end() {
        // The dates of these tests are seconds of one minute.
        let moment =
            |text: &str| text.strip_prefix("Tue, 21 Jul 2025 10:00:")?.parse::<f64>().ok().map(|it| it * 1_000.0);
        let wait = |asked: &str, sent: Option<&str>| seconds_to_wait(asked, sent, 55_000.0, moment);
        assert_eq!((wait("7", None), wait(" 0 ", None)), (7, 0));
        assert_eq!(wait("86400", None), 120);
        assert_eq!(wait("99999999999999999999", None), 5, "no number of seconds");
        // By the clock of the gateway, which may be another than the one here.
        assert_eq!(wait("Tue, 21 Jul 2025 10:00:30", Some("Tue, 21 Jul 2025 10:00:10")), 20);
        assert_eq!(wait("Tue, 21 Jul 2025 10:00:59", None), 4);
        assert_eq!(wait("Tue, 21 Jul 2025 10:00:01", None), 0, "it is over");
        assert_eq!(wait("soon", None), 5);
    }

    #[test]
    fn a_read_is_tried_once_more_after_a_fault_that_may_pass() {
        for fault in [Fault::TimedOut, Fault::Unreachable, Fault::Http(502), Fault::Http(503), Fault::Http(504)] {
            assert_eq!(pause_before_next(&READ, &fault, 0, 0.5), Some(325));
            assert_eq!(pause_before_next(&READ, &fault, 1, 0.5), None);
        }
    }

    #[test]
    fn a_read_is_not_tried_again_when_the_answer_will_be_the_same() {
        for fault in [
            Fault::NotPermitted,
            Fault::SignedOut,
            Fault::SignInInstead,
            Fault::NotAccepted,
            Fault::Http(404),
            Fault::Offline,
        ] {
            assert_eq!(pause_before_next(&READ, &fault, 0, 0.5), None, "{fault:?}");
        }
    }

    #[test]
    fn a_write_is_never_repeated_behind_the_reps_back() {
        for fault in [Fault::TimedOut, Fault::Unreachable, Fault::Http(503)] {
            assert_eq!(pause_before_next(&WRITE, &fault, 0, 0.0), None);
        }
    }
}
