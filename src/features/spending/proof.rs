//! Reads that prove something: an answer about something else, about nothing, or in part unreadable proves nothing, and
//! counts as a read that failed.

use contract::{Malformed, Operation, Rows};

use crate::gateway::{Failure, Fault, Gateway};

/// A list of which every row could be read and is about what was asked for: what it lacks is concluded from.
pub async fn call_whole<O, T>(
    gateway: Gateway,
    request: O,
    is_asked_for: impl Fn(&T) -> bool,
) -> Result<Vec<T>, Failure>
where
    O: Operation<Answer = Rows<T>>,
{
    let answered = gateway.call(request).await?;
    let list = answered.answer;
    if list.unreadable > 0 || !list.rows.iter().all(is_asked_for) {
        return Err(unproven::<O>(&answered.correlation));
    }
    Ok(list.rows)
}

/// One answer, about what was asked for.
pub async fn call_about<O: Operation>(
    gateway: Gateway,
    request: O,
    is_asked_for: impl FnOnce(&O::Answer) -> bool,
) -> Result<O::Answer, Failure> {
    let answered = gateway.call(request).await?;
    if is_asked_for(&answered.answer) { Ok(answered.answer) } else { Err(unproven::<O>(&answered.correlation)) }
}

/// The same of what may have been removed: `None` where the gateway knows nothing of it.
pub async fn call_about_what_may_be_gone<O: Operation>(
    gateway: Gateway,
    request: O,
    is_asked_for: impl FnOnce(&O::Answer) -> bool,
) -> Result<Option<O::Answer>, Failure> {
    match call_about(gateway, request, is_asked_for).await {
        Ok(answer) => Ok(Some(answer)),
        Err(failure) if failure.fault == Fault::Http(404) => Ok(None),
        Err(failure) => Err(failure),
    }
}

fn unproven<O: Operation>(correlation: &str) -> Failure {
    let expected = Malformed::new("an answer about what was asked for, of which everything can be read");
    Failure::of(&O::SPEC, correlation, Fault::Malformed(expected))
}
