//! The credit: the permanent limit, or a lower one for a while.

use contract::{
    Amount, CalendarDate, Money,
    operations::issuing::{limits::TemporaryCreditLimit, operations::Authorization},
};

use super::{Cause, Evidence, Explanation, Fix, asked, less};
use crate::{features::spending::words::Write, routes::Section};

/// Whether more was asked for than was left, by the authorization's own figures.
pub(super) fn is_exceeded(authorization: &Authorization) -> bool {
    let left = authorization.open_to_buy.as_ref().and_then(Amount::stated);
    let rest = left.zip(asked(authorization)).and_then(|(left, asked)| less(&left, &asked));
    rest.is_some_and(|rest| rest.value < 0)
}

/// `OverCreditLimit`, or `OverLimit` whose figures show it.
pub(super) fn over_the_credit(
    authorization: &Authorization,
    evidence: &Evidence<'_>,
    write: &Write<'_>,
) -> Explanation {
    let day = authorization.transaction_date.as_ref().or(authorization.operation_date.as_ref()).and_then(|at| at.day());
    let lowering = day.and_then(|day| lowered_on(day, evidence, write));
    let then = authorization.open_to_buy.as_ref().and_then(Amount::stated);
    let now = evidence.balance.and_then(|balance| balance.open_to_buy.as_ref()).and_then(Amount::stated);
    let wanted = asked(authorization);
    let asked_words = match (&wanted, &then) {
        (Some(wanted), Some(then)) => {
            format!(" {} was asked for, and {} was left.", write.money(wanted), write.money(then))
        }
        (Some(wanted), None) => format!(" {} was asked for.", write.money(wanted)),
        _ => String::new(),
    };
    let left: Vec<_> = [
        then.as_ref().map(|left| format!("Left then: {}.", write.money(left))),
        now.as_ref().map(|left| format!("Now: {}.", write.money(left))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let fits = now.zip(wanted).and_then(|(now, wanted)| less(&now, &wanted)).is_some_and(|rest| rest.value >= 0);
    let fix = match (&lowering, fits) {
        (_, true) => "It would fit now: try again.",
        (Some(_), false) => "Delete the temporary limit, or wait until it ends.",
        (None, false) => "A payment makes room, and so does a temporary limit.",
    };
    let (cause, happened, resets) = match lowering {
        Some((limit, end)) => (
            Cause::TemporaryLimit,
            format!("A temporary limit had lowered the credit to {}.{asked_words}", write.money(&limit)),
            format!("The temporary limit ends on {end}."),
        ),
        None => (
            Cause::CreditLimit,
            format!("The credit was used up.{asked_words}"),
            "It does not end by itself: payments make room.".to_owned(),
        ),
    };
    Explanation {
        cause,
        happened,
        left: Some(left.join(" ")).filter(|left| !left.is_empty()),
        resets: Some(resets),
        fix: Fix::at(Section::Limits, fix),
    }
}

/// A temporary limit below the permanent one that certainly counted on this day. The authorization's clock has no zone, so
/// the days at both ends do not count as certain.
fn lowered_on(day: CalendarDate, evidence: &Evidence<'_>, write: &Write<'_>) -> Option<(Money, String)> {
    let permanent = evidence.credit_limit?.credit_limit_amount.as_ref()?.stated()?;
    let counted = |limit: &&TemporaryCreditLimit| {
        let began = limit.activation_start_time.as_ref().is_none_or(|start| write.day(start.epoch_millis()) < day);
        let not_over = limit.activation_end_time.as_ref().is_some_and(|end| day < write.day(end.epoch_millis()));
        began && not_over
    };
    let limit = evidence.temporary_limits?.iter().find(counted)?;
    let amount = limit.temporary_credit_limit_amount.as_ref()?.stated()?;
    let is_lower = less(&permanent, &amount).is_some_and(|more| more.value > 0);
    let end = limit.activation_end_time.as_ref().map(|end| write.moment(end.epoch_millis()));
    is_lower.then(|| (amount, end.unwrap_or_default()))
}
