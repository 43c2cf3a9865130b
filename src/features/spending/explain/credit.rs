//! The credit: the permanent limit, or a lower one for a while.

use contract::{
    Amount, CalendarDate, Money,
    operations::issuing::{accounts::AccountBalance, limits::TemporaryCreditLimit, operations::Authorization},
};

use super::{
    Cause, Evidence, Explanation, Fix, asked, less,
    stands::{Gone, Own, fits, more_credit, what_helps},
};
use crate::{
    features::spending::{
        temporary::{Lowering, below_permanent, is_over},
        words::Write,
    },
    routes::Section,
};

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
    let now = evidence.balance.and_then(AccountBalance::left);
    let wanted = asked(authorization);
    let words = [
        then.as_ref().map(|left| format!("Left then: {}.", write.money(left))),
        now.as_ref().map(|left| format!("Now: {}.", write.money(left))),
        evidence.balance.and_then(AccountBalance::above_leaves).map(|_| "The account above leaves no more.".to_owned()),
    ];
    let left = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let fits = fits(now.as_ref(), wanted.as_ref());
    let ended = lowering.as_ref().is_some_and(|lowering| is_over(lowering.limit, evidence.now));
    let again = |sentence: &str| Gone { room: "There is credit for it now.", again: sentence.into() };
    let still = match (&lowering, fits) {
        (_, Some(true)) => Err(again("It would fit now: try again.")),
        (Some(_), _) if !ended => Ok("Delete the temporary limit, or wait until it ends.".to_owned()),
        (Some(_), None) => Err(Gone {
            room: "The temporary limit does not count any more.",
            ..again("The temporary limit does not count any more: try again.")
        }),
        _ => Ok(more_credit(evidence, write)),
    };
    let still = still.map(|sentence| Fix::at(Section::Limits, sentence));
    let fix = what_helps(Own::Credit, still, Section::Limits, (authorization, evidence), write);
    let asked = asked_and_left(wanted.as_ref(), then.as_ref(), write);
    let (cause, happened, resets) = match lowering {
        Some(Lowering { to, limit, .. }) => {
            let end = limit.activation_end_time.as_ref().map(|end| write.moment(end.epoch_millis()));
            let ends = if ended { "ended" } else { "ends" };
            (
                Cause::TemporaryLimit,
                format!("A temporary limit had lowered the credit to {}.{asked}", write.money(&to)),
                format!("The temporary limit {ends} on {}.", end.unwrap_or_default()),
            )
        }
        None => (
            Cause::CreditLimit,
            format!("{}{asked}", more_than_was_left(wanted.as_ref(), then.as_ref())),
            "It does not end by itself: payments make room.".to_owned(),
        ),
    };
    Explanation { cause, happened, left: Some(left).filter(|left| !left.is_empty()), resets: Some(resets), fix }
}

/// The gateway's word for it; the figures, where they bear it out.
fn more_than_was_left(wanted: Option<&Money>, then: Option<&Money>) -> &'static str {
    match then.zip(wanted).and_then(|(then, wanted)| less(then, wanted)) {
        Some(rest) if rest.value >= 0 => "The gateway says that it was over the credit limit.",
        _ => "More was asked for than the credit had left.",
    }
}

fn asked_and_left(wanted: Option<&Money>, then: Option<&Money>, write: &Write<'_>) -> String {
    match (wanted, then) {
        (Some(wanted), Some(then)) => {
            format!(" {} was asked for, and {} was left.", write.money(wanted), write.money(then))
        }
        (Some(wanted), None) => format!(" {} was asked for.", write.money(wanted)),
        _ => String::new(),
    }
}

/// A temporary limit below the permanent one that certainly counted on this day. The authorization's clock has no zone, so
/// the days at both ends do not count as certain.
fn lowered_on<'a>(day: CalendarDate, evidence: &Evidence<'a>, write: &Write<'_>) -> Option<Lowering<'a>> {
    let counted = |limit: &&TemporaryCreditLimit| {
        let began = limit.activation_start_time.as_ref().is_none_or(|start| write.day(start.epoch_millis()) < day);
        let not_over = limit.activation_end_time.as_ref().is_some_and(|end| day < write.day(end.epoch_millis()));
        began && not_over
    };
    below_permanent(evidence.temporary_limits?.iter().find(counted)?, evidence)
}
