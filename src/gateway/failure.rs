//! Why a call did not bring what was asked for.

use contract::{
    Malformed, Spec, Status,
    codes::{Advice, Space, wallet_http_advice},
};

use super::NotOffered;

/// One failed call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The operation's documented name.
    pub operation: &'static str,
    /// Whether it would have changed something.
    pub writes: bool,
    /// Names this call in the gateway's logs.
    pub correlation: String,
    /// What went wrong.
    pub fault: Fault,
    /// What the gateway itself said in the body of an HTTP error.
    pub said: Option<Status>,
    /// In which table its codes stand.
    pub space: Space,
}

/// What can go wrong between the portal and the gateway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser has no network; nothing was sent.
    Offline,
    /// No answer in time.
    TimedOut,
    /// The connection failed or broke.
    Unreachable,
    /// 401, and nobody is signed in any more.
    SignedOut,
    /// A redirect or a page came in place of an answer, and nobody is signed in any more.
    SignInInstead,
    /// 401, and the rep is signed in: the gateway does not accept what is sent in the portal's name.
    NotAccepted,
    /// 403: the rep may not do this.
    NotPermitted,
    /// 429: too many questions; try again after so many seconds.
    Busy {
        /// From `Retry-After`, within reason.
        retry_after_seconds: u32,
    },
    /// 503 to a read: not available; try again after so many seconds.
    Unavailable {
        /// From `Retry-After`, within reason.
        retry_after_seconds: u32,
    },
    /// Another HTTP status.
    Http(u16),
    /// An answer that is longer, or nested deeper, than any that is documented; it was not read.
    TooLong,
    /// An answer of another shape than documented: a proxy's page, or half of one.
    Malformed(Malformed),
    /// The request holds what must not be sent, or no longer holds what it should; nothing was sent.
    Unsendable(Malformed),
    /// The gateway said no, and why.
    Refused(Status),
    /// The gateway answered with an outcome that no guide names.
    Unclear(Status),
    /// This issuer does not have the operation; nothing was sent.
    NotOffered(NotOffered),
}

/// What is known about a write that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It did not happen.
    NotDone,
    /// Nobody knows: read before anything else.
    Unknown,
}

impl Failure {
    /// A call of this operation that failed.
    pub fn of(spec: &Spec, correlation: &str, fault: Fault) -> Self {
        let (operation, writes, space) = (spec.name, spec.writes(), Space::of(spec));
        Self { operation, writes, correlation: correlation.into(), fault, said: None, space }
    }

    /// What is known about the write.
    pub fn outcome(&self) -> Outcome {
        if super::leaves_open(self.writes, &self.fault) { Outcome::Unknown } else { Outcome::NotDone }
    }

    /// How many milliseconds to wait before the next try, where the gateway asks for it: what it asks for, and a part that is
    /// another for each call, so that a hundred desks do not come back in the same moment.
    pub fn wait_millis(&self) -> Option<u32> {
        let (Fault::Busy { retry_after_seconds } | Fault::Unavailable { retry_after_seconds }) = self.fault else {
            return None;
        };
        let spread = (retry_after_seconds * 200).max(1_000);
        let drawn =
            self.correlation.bytes().fold(7_u32, |drawn, byte| drawn.wrapping_mul(31).wrapping_add(byte.into()));
        Some(retry_after_seconds * 1_000 + drawn % spread)
    }

    /// Everything that the gateway itself said.
    pub fn status(&self) -> Option<&Status> {
        match &self.fault {
            Fault::Refused(status) | Fault::Unclear(status) => Some(status),
            _ => self.said.as_ref(),
        }
    }

    /// What the rep should know about the gateway's code.
    pub fn advice(&self) -> Option<Advice> {
        match (self.status(), &self.fault) {
            (Some(status), _) => self.space.first_advice(status),
            (None, Fault::Http(status)) if self.space != Space::Issuing => wallet_http_advice(*status),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use contract::{
        Operation,
        operations::{RetrieveCustomerDevices, UpdateCustomerActivation},
    };

    use super::*;

    fn outcome(writes: bool, fault: Fault) -> Outcome {
        let spec = if writes { UpdateCustomerActivation::SPEC } else { RetrieveCustomerDevices::SPEC };
        Failure::of(&spec, "c", fault).outcome()
    }

    #[test]
    fn a_write_without_a_readable_answer_may_have_happened() {
        for fault in [
            Fault::TimedOut,
            Fault::Unreachable,
            Fault::Http(500),
            Fault::Http(502),
            Fault::Malformed(Malformed::new("JSON")),
            Fault::TooLong,
            Fault::Unclear(Status::default()),
            // Who redirects or shows a page need not have kept the call from the gateway.
            Fault::SignInInstead,
            // The platform says that something behind it did not answer in time.
            Fault::Refused(Status::refusal("386", "(500)Request time out")),
            Fault::Refused(Status::refusal("360", "OPERATION_TIMEOUT")),
        ] {
            assert_eq!(outcome(true, fault.clone()), Outcome::Unknown, "{fault:?}");
            assert_eq!(outcome(false, fault.clone()), Outcome::NotDone, "a read changes nothing: {fault:?}");
        }
    }

    #[test]
    fn what_the_gateway_asks_to_wait_is_waited_and_each_call_comes_back_in_its_own_moment() {
        let wait = |correlation: &str, retry_after_seconds| {
            Failure::of(&RetrieveCustomerDevices::SPEC, correlation, Fault::Busy { retry_after_seconds }).wait_millis()
        };
        let waits: Vec<_> = ["a", "b", "c", "d"].map(|id| wait(id, 10).expect("asked for")).into();
        assert!(waits.iter().all(|wait| (10_000..12_000).contains(wait)), "{waits:?}");
        assert!(waits.windows(2).all(|pair| pair[0] != pair[1]), "{waits:?}");
        assert!((3_000..4_000).contains(&wait("a", 3).expect("asked for")));
        let other = |fault| Failure::of(&RetrieveCustomerDevices::SPEC, "a", fault).wait_millis();
        assert_eq!(other(Fault::Unavailable { retry_after_seconds: 10 }), Some(waits[0]), "whoever asks for it");
        assert_eq!((other(Fault::TimedOut), other(Fault::Http(503))), (None, None));
    }

    #[test]
    fn a_write_that_was_turned_away_did_not_happen() {
        for fault in [
            Fault::Offline,
            Fault::SignedOut,
            Fault::NotAccepted,
            Fault::NotPermitted,
            Fault::NotOffered(NotOffered::Issuer),
            Fault::Refused(Status::refusal("386", "Logged in user doesn't have access to the tenant provided.")),
            Fault::Busy { retry_after_seconds: 3 },
            Fault::Http(400),
            Fault::Refused(Status::default()),
            Fault::Unsendable(Malformed::new("a document")),
        ] {
            assert_eq!(outcome(true, fault.clone()), Outcome::NotDone, "{fault:?}");
        }
    }
}
