//! Under which stamp a statement is found: the one that the list gives (seed 004:595), or on newer platforms 23:59:59 on its
//! local day (public). The listed one is tried first; what was found before is tried first from then on.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, Ordering::Relaxed},
};

use contract::{CalendarDate, Instant, Operation};

use crate::{
    browser::time,
    gateway::{Failure, Fault, Gateway},
    session::{Caller, KnownAccount},
};

/// How one statement is named to the gateway. Lives with the caller; cheap to clone.
#[derive(Clone)]
pub struct Stamp {
    listed: Instant,
    end_of_day: Instant,
    /// Whether the account's statements are found under the end of their day.
    account: Arc<AtomicBool>,
    /// Under which of the two this one was found.
    found: Arc<Mutex<Option<Instant>>>,
}

/// What is known of an account's statements.
#[derive(Clone, Default)]
struct OfAccount(Arc<AtomicBool>);

impl Stamp {
    /// Of the statement whose cycle closed then.
    pub fn of(caller: &Caller, account: &KnownAccount, closure: &Instant) -> Self {
        let OfAccount(found) = caller.keep_for(account.reference.as_str(), OfAccount::default);
        Self {
            listed: closure.clone(),
            end_of_day: end_of_day(time::local_date(closure)),
            account: found,
            found: Arc::default(),
        }
    }

    /// Under which the statement itself was found; a reprint is asked for under no other.
    pub fn found(&self) -> Option<Instant> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks under one stamp and, where nothing is there (404), under the other. `is_it` turns away what is another
    /// statement's. The failure is that of the first question.
    pub async fn read<O: Operation>(
        self,
        gateway: Gateway,
        question: impl Fn(Instant) -> O,
        is_it: impl Fn(&O::Answer) -> bool,
    ) -> Result<O::Answer, Failure> {
        let mut missing = None;
        for stamp in self.in_order() {
            match gateway.call(question(stamp.clone())).await {
                Ok(answered) if is_it(&answered.answer) => {
                    self.account.store(stamp == self.end_of_day, Relaxed);
                    *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Some(stamp);
                    return Ok(answered.answer);
                }
                Ok(answered) => {
                    let failure = Failure::of(&O::SPEC, &answered.correlation, Fault::Http(404));
                    missing.get_or_insert(failure);
                }
                Err(failure) if failure.fault == Fault::Http(404) => {
                    missing.get_or_insert(failure);
                }
                Err(failure) => return Err(failure),
            }
        }
        Err(missing.unwrap_or_else(|| Failure::of(&O::SPEC, "", Fault::Http(404))))
    }

    /// Whether a statement that states this closure is the one that is meant: the same local day, whatever its time.
    pub fn is_of(&self, closure: Option<&Instant>) -> bool {
        closure.is_none_or(|closure| {
            closure.epoch_millis() == self.listed.epoch_millis()
                || time::local_date(closure) == time::local_date(&self.listed)
        })
    }

    fn in_order(&self) -> Vec<Instant> {
        if let Some(found) = self.found() {
            return vec![found];
        }
        let (listed, end) = (self.listed.clone(), self.end_of_day.clone());
        if self.account.load(Relaxed) { vec![end, listed] } else { vec![listed, end] }
    }
}

/// 23:59:59 on this day, with `Z`, as the description writes it.
fn end_of_day(day: CalendarDate) -> Instant {
    Instant::from_epoch_millis(day.plus_days(1).midnight_in_utc() - 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_day_is_written_as_the_description_writes_it() {
        let day = CalendarDate::from_iso("2022-07-29").expect("a day");
        assert_eq!(end_of_day(day).to_seconds_and_z(), "2022-07-29T23:59:59Z");
    }

    #[test]
    fn the_listed_stamp_is_tried_first_and_what_was_found_alone() {
        let instant = |text: &str| Instant::parse(text).expect("an instant");
        let (listed, end) = (instant("2022-07-28T22:00:00Z"), instant("2022-07-29T23:59:59Z"));
        let stamp =
            Stamp { listed: listed.clone(), end_of_day: end.clone(), account: Arc::default(), found: Arc::default() };
        assert_eq!(stamp.in_order(), [listed.clone(), end.clone()]);
        stamp.account.store(true, Relaxed);
        assert_eq!(stamp.in_order(), [end.clone(), listed.clone()], "another of the account was found so");
        *stamp.found.lock().expect("unpoisoned") = Some(listed.clone());
        assert_eq!(stamp.in_order(), [listed]);
    }
}
