//! What goes wrong, with whom, and how often. One table serves the known customers, whose faults are always there, and
//! the journeys, which arm one for the next call.

use std::time::Duration;

use contract::Operation;

use crate::population::PersonNumber;

/// Something that goes wrong with a call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Fault {
    operation: &'static str,
    /// Only calls that switch on, or only those that switch off.
    activates: Option<bool>,
    /// Only once something about the customer has changed.
    after_a_change: bool,
    /// How many calls pass unharmed first.
    spares: u32,
    /// How many calls it strikes then.
    strikes: u32,
    pub(crate) when: When,
    pub(crate) what: What,
}

/// On which side of the call's effect it strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// The gateway never did it.
    Before,
    /// The gateway did it, and the answer suffers.
    After,
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum What {
    /// The call stands still until the journey releases it.
    Hold,
    /// It takes this much longer.
    Slowly(Duration),
    /// It takes longer than anybody waits.
    Hang,
    /// The connection breaks inside the answer.
    Cut,
    /// Something else answers.
    Answer(Canned),
    /// The rep's session has run out: 401, and whoever asks at once who is signed in hears the same.
    SessionLapses,
    /// `FAILED` under HTTP 200, with this code and text.
    Refused(&'static str, &'static str),
    /// `PARTIAL_SUCCESS`, with this code and text.
    Partly(&'static str, &'static str),
    /// `SUCCESS`, and one of those who contributed says `PARTIAL_SUCCESS` with this text (seed 003:437).
    Noted(&'static str),
    /// An outcome that no guide names.
    Unclear(&'static str),
    /// Half of the answer, as if it were all.
    Truncated,
    /// One row more, of another shape than documented.
    UnreadableRow,
    /// A full card number beside each masked one, as the guide prints it (seed 004:531, 560).
    CardsInClear,
    /// All is well, and somebody mistypes the password again right away.
    LockedAgain,
}

/// An answer that does not come from the gateway itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Canned {
    pub(crate) status: u16,
    pub(crate) body: &'static str,
    /// Where a redirect leads.
    pub(crate) location: Option<&'static str>,
    /// In seconds.
    pub(crate) retry_after: Option<u32>,
    /// Whether that is said as a date.
    pub(crate) as_a_date: bool,
}

impl Fault {
    /// Every call of this operation fails: so, and as if it had never come.
    pub(crate) const fn of<O: Operation>(what: What) -> Self {
        Self::named(O::SPEC.name, When::Before, what)
    }

    pub(crate) const fn named(operation: &'static str, when: When, what: What) -> Self {
        Self { operation, activates: None, after_a_change: false, spares: 0, strikes: u32::MAX, when, what }
    }

    /// Strikes only what switches off (`false`) or on (`true`).
    pub(crate) const fn activating(mut self, activate: bool) -> Self {
        self.activates = Some(activate);
        self
    }

    /// Strikes when it has been done already.
    pub(crate) const fn although_done(mut self) -> Self {
        self.when = When::After;
        self
    }

    /// Begins once something about the customer has changed.
    pub(crate) const fn after_a_change(mut self) -> Self {
        self.after_a_change = true;
        self
    }

    pub(crate) const fn sparing(mut self, spares: u32) -> Self {
        self.spares = spares;
        self
    }

    pub(crate) const fn times(mut self, strikes: u32) -> Self {
        self.strikes = strikes;
        self
    }

    pub(crate) const fn once(self) -> Self {
        self.times(1)
    }
}

/// A call, as far as faults care.
pub(crate) struct Call<'a> {
    pub(crate) operation: &'static str,
    pub(crate) activates: Option<bool>,
    pub(crate) concerned: &'a [PersonNumber],
    /// Those of them about whom something has changed.
    pub(crate) changed: &'a [PersonNumber],
}

/// All faults, and how far each of them has come.
#[derive(Default)]
pub(crate) struct Faults {
    standing: Vec<Armed>,
    armed: Vec<Armed>,
}

struct Armed {
    fault: Fault,
    about: Option<PersonNumber>,
    seen: u32,
}

impl Faults {
    /// A fault that is always there with one customer.
    pub(crate) fn stand(&mut self, about: PersonNumber, fault: Fault) {
        self.standing.push(Armed { fault, about: Some(about), seen: 0 });
    }

    /// A fault that a journey wants from now on, whomever the call is about.
    pub(crate) fn arm(&mut self, fault: Fault) {
        self.armed.push(Armed { fault, about: None, seen: 0 });
    }

    /// Takes back what journeys wanted.
    pub(crate) fn disarm(&mut self) {
        self.armed.clear();
    }

    /// As in the beginning.
    pub(crate) fn reset(&mut self) {
        self.disarm();
        self.standing.iter_mut().for_each(|armed| armed.seen = 0);
    }

    /// What strikes this call. Every fault that watches the call counts it, the first in turn strikes.
    pub(crate) fn strike(&mut self, call: &Call<'_>) -> Option<Fault> {
        let mut struck = None;
        for armed in self.armed.iter_mut().chain(&mut self.standing).filter(|armed| armed.watches(call)) {
            let Fault { spares, strikes, .. } = armed.fault;
            if armed.seen >= spares && armed.seen - spares < strikes && struck.is_none() {
                struck = Some(armed.fault);
            }
            armed.seen = armed.seen.saturating_add(1);
        }
        struck
    }
}

impl Armed {
    fn watches(&self, call: &Call<'_>) -> bool {
        let people = if self.fault.after_a_change { call.changed } else { call.concerned };
        self.fault.operation == call.operation
            && self.fault.activates.is_none_or(|activates| call.activates == Some(activates))
            && self.about.is_none_or(|about| people.contains(&about))
    }
}

impl Canned {
    /// A proxy that could not reach the gateway, or waited too long for it: both look like this.
    pub(crate) const BAD_GATEWAY: Self = Self::page(502, "<html><head><title>502 Bad Gateway</title></head></html>");
    pub(crate) const UNAVAILABLE: Self =
        Self::page(503, "<html><head><title>503 Service Unavailable</title></head></html>");
    pub(crate) const GATEWAY_TIMEOUT: Self =
        Self::page(504, "<html><head><title>504 Gateway Timeout</title></head></html>");
    /// A proxy's page that pretends to be an answer.
    pub(crate) const PAGE_FOR_AN_ANSWER: Self =
        Self::page(200, "<!doctype html><html><head><title>Maintenance</title></head><body>Back soon.</body></html>");
    pub(crate) const SIGNED_OUT: Self = Self::page(401, "");
    pub(crate) const NOT_PERMITTED: Self = Self::page(403, "");

    pub(crate) const fn too_many(retry_after: u32) -> Self {
        Self { retry_after: Some(retry_after), ..Self::page(429, "") }
    }

    pub(crate) const fn page(status: u16, body: &'static str) -> Self {
        Self { status, body, location: None, retry_after: None, as_a_date: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOLD: Fault = Fault::named("write", When::Before, What::Hold);

    fn call<'a>(activates: bool, concerned: &'a [PersonNumber], changed: &'a [PersonNumber]) -> Call<'a> {
        Call { operation: "write", activates: Some(activates), concerned, changed }
    }

    fn strikes(faults: &mut Faults, calls: &[Call<'_>]) -> Vec<bool> {
        calls.iter().map(|call| faults.strike(call).is_some()).collect()
    }

    #[test]
    fn a_fault_spares_and_strikes_as_many_calls_as_it_says() {
        let mut faults = Faults::default();
        faults.arm(HOLD.sparing(1).times(2));
        let calls = [(); 5].map(|()| call(true, &[1], &[]));
        assert_eq!(strikes(&mut faults, &calls), [false, true, true, false, false]);
    }

    #[test]
    fn a_standing_fault_strikes_its_own_customer_and_its_own_direction() {
        let mut faults = Faults::default();
        faults.stand(7, HOLD.activating(true).once());
        let calls = [call(true, &[1, 2], &[]), call(false, &[7], &[]), call(true, &[6, 7], &[]), call(true, &[7], &[])];
        assert_eq!(strikes(&mut faults, &calls), [false, false, true, false]);
    }

    #[test]
    fn a_fault_after_a_change_waits_for_the_change() {
        let mut faults = Faults::default();
        faults.stand(7, HOLD.after_a_change().once());
        let calls = [call(true, &[7], &[]), call(true, &[7, 8], &[8]), call(true, &[7], &[7])];
        assert_eq!(strikes(&mut faults, &calls), [false, false, true]);
    }

    #[test]
    fn a_reset_winds_standing_faults_up_again_and_forgets_armed_ones() {
        let mut faults = Faults::default();
        faults.stand(7, HOLD.once());
        faults.arm(HOLD.sparing(1));
        let calls = || [call(true, &[7], &[]), call(true, &[8], &[])];
        assert_eq!(strikes(&mut faults, &calls()), [true, true]);
        faults.reset();
        assert_eq!(strikes(&mut faults, &calls()), [true, false]);
    }
}
