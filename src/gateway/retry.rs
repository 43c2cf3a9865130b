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

#[cfg(test)]
mod tests {
    use contract::{Operation, operations::*};

    use super::*;

    const READ: Spec = RetrieveCustomerLookupInfo::SPEC;
    const WRITE: Spec = UpdateCustomerActivation::SPEC;

    #[test]
    fn a_read_is_tried_once_more_after_a_fault_that_may_pass() {
        for fault in [Fault::TimedOut, Fault::Unreachable, Fault::Http(502), Fault::Http(503), Fault::Http(504)] {
            assert_eq!(pause_before_next(&READ, &fault, 0, 0.5), Some(325));
            assert_eq!(pause_before_next(&READ, &fault, 1, 0.5), None);
        }
    }

    #[test]
    fn a_read_is_not_tried_again_when_the_answer_will_be_the_same() {
        for fault in [Fault::NotPermitted, Fault::SignedOut, Fault::Http(404), Fault::Offline] {
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
