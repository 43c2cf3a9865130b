//! What every override has to keep to, whatever it overrides.

use super::super::{calendar::Millis, controls::Override};
use crate::refusal::Refusal;

/// A period that ends after it begins, and a priority that is one.
pub(super) fn in_order<S>(wanted: &Override<S>) -> Result<(), Refusal> {
    if wanted.start.zip(wanted.end).is_some_and(|(start, end)| end <= start) {
        return Err(Refusal::bad_request("activationEndTime must be later than activationStartTime"));
    }
    if wanted.priority > 9999 {
        return Err(Refusal::bad_request("priority is from 0 to 9999"));
    }
    Ok(())
}

/// The overrides of a velocity limit each have a priority of their own, whenever they count (public). One that was ended
/// keeps its own: it is still listed.
pub(super) fn has_its_own_priority<S>(wanted: &Override<S>, all: &[Override<S>]) -> Result<(), Refusal> {
    match others(wanted, all).any(|other| other.priority == wanted.priority) {
        true => Err(Refusal::bad_request("another override of this limit has this priority")),
        false => Ok(()),
    }
}

/// Two overrides of a restriction may have the same priority where they do not count at the same time (public).
pub(super) fn wins_or_loses<S>(wanted: &Override<S>, all: &[Override<S>]) -> Result<(), Refusal> {
    let clashes = |other: &Override<S>| other.priority == wanted.priority && other.overlaps(wanted.start, wanted.end);
    match others(wanted, all).any(clashes) {
        true => Err(Refusal::bad_request("another override with this priority counts at the same time")),
        false => Ok(()),
    }
}

fn others<'a, S>(wanted: &'a Override<S>, all: &'a [Override<S>]) -> impl Iterator<Item = &'a Override<S>> {
    all.iter().filter(|other| other.of == wanted.of && other.reference != wanted.reference)
}

/// The place of the override that a path names, below what it overrides.
pub(super) fn place<S>(all: &[Override<S>], of: &str, reference: &str) -> Option<usize> {
    all.iter().position(|one| one.of == of && one.reference == reference)
}

/// Those that a list shows: what counts now, or with `all` everything that ever did or will, what was ended marked as such.
pub(super) fn listed<'a, S>(
    overrides: &'a [Override<S>],
    of: &'a str,
    all: Option<bool>,
    now: Millis,
) -> impl Iterator<Item = &'a Override<S>> {
    overrides.iter().filter(move |one| one.of == of && (all == Some(true) || one.counts(now)))
}
