//! What would decline the same payment now, beside what declined it then. Nothing is said to fit that something known
//! stands against, and what helps against all of it is said. Pure.

use contract::{
    Amount, Money,
    operations::issuing::{
        accounts::AccountBalance,
        limits::{AuthorizationRestriction, VelocityLimit},
        operations::Authorization,
    },
};

use super::{
    Evidence, Fix, asked, less, mentions,
    restriction::{Concern, concern},
};
use crate::{
    features::spending::{
        temporary::makes_room,
        words::{Write, restriction_name, velocity_name},
    },
    routes::Section,
};

/// What declined it then; it is looked at where it is explained.
#[derive(Clone, Copy)]
pub(super) enum Own<'a> {
    Limit(Option<&'a VelocityLimit>),
    Credit,
    Restriction,
}

/// What stands against it now.
enum Against<'a> {
    Limit(&'a VelocityLimit),
    /// How full it is could not be read.
    Unread(&'a VelocityLimit),
    Restriction(&'a AuthorizationRestriction),
    Credit,
}

/// What is said where what declined it then does not stand against it any more.
pub(super) struct Gone {
    /// "There is credit for it now."
    pub(super) room: &'static str,
    /// "It would fit now: try again."
    pub(super) again: String,
}

/// What helps: against what declined it then (`still`, where that stands or is not known not to), and whatever else does.
pub(super) fn what_helps(
    own: Own<'_>,
    still: Result<Fix, Gone>,
    place: Section,
    (authorization, evidence): (&Authorization, &Evidence<'_>),
    write: &Write<'_>,
) -> Fix {
    let (certain, perhaps) = against(own, authorization, evidence);
    let others = certain.iter().map(|against| against.fix(evidence, write));
    let gone = match still {
        Ok(fix) => return all_of_them(std::iter::once(fix).chain(others)),
        Err(gone) => gone,
    };
    match (certain.is_empty(), perhaps.is_empty()) {
        (false, _) => all_of_them(others),
        (true, false) => {
            let perhaps: Vec<_> = perhaps.iter().map(Against::first).collect();
            Fix::at(Section::Controls, format!("{} {} Else: try again.", gone.room, perhaps.join(" ")))
        }
        (true, true) => Fix::at(place, gone.again),
    }
}

fn all_of_them(fixes: impl Iterator<Item = Fix>) -> Fix {
    let fixes: Vec<Fix> = fixes.collect();
    let sentences: Vec<_> = fixes.iter().map(|fix| fix.sentence.as_str()).collect();
    let several = if fixes.len() > 1 { "More than one thing stands in the way now. " } else { "" };
    Fix { sentence: format!("{several}{}", sentences.join(" ")), place: fixes.iter().find_map(|fix| fix.place) }
}

/// What certainly concerns the payment and would decline it, and what may.
fn against<'a>(
    own: Own<'_>,
    authorization: &Authorization,
    evidence: &Evidence<'a>,
) -> (Vec<Against<'a>>, Vec<Against<'a>>) {
    let asked = asked(authorization);
    let (mut certain, mut perhaps) = (Vec::new(), Vec::new());
    let mut add = |concern: Concern, against: Against<'a>| match concern {
        Concern::Certain => certain.push(against),
        Concern::Perhaps => perhaps.push(against),
        Concern::None => {}
    };
    for limit in evidence.velocity_limits.unwrap_or_default() {
        let is_own =
            matches!(own, Own::Limit(Some(own)) if own.velocity_limit_identifier == limit.velocity_limit_identifier);
        let this = &limit.velocity_limit_identifier.velocity_limit_reference;
        if is_own {
            continue;
        }
        if has_no_room(limit, asked.as_ref()) {
            add(is_concerned(limit, authorization), Against::Limit(limit));
        } else if evidence.unread_counters.contains(this) && is_concerned(limit, authorization) != Concern::None {
            add(Concern::Perhaps, Against::Unread(limit));
        }
    }
    for restriction in evidence.restrictions.unwrap_or_default() {
        if restriction.condition_check == Some(true) {
            add(concern(restriction, authorization), Against::Restriction(restriction));
        }
    }
    let left = evidence.balance.and_then(AccountBalance::left);
    if !matches!(own, Own::Credit) && fits(left.as_ref(), asked.as_ref()) == Some(false) {
        add(Concern::Certain, Against::Credit);
    }
    (certain, perhaps)
}

/// Whether the limit was looked at, or may have been, and its own read says more than the list: what is used of it, or when
/// its override ends.
pub(super) fn has_more_to_tell(limit: &VelocityLimit, authorization: &Authorization) -> bool {
    let most = limit.maximum_amount.as_ref().and_then(Amount::stated);
    let checks_sum = most.is_some_and(|most| most.value > 0) && limit.maximum_amount_check != Some(false);
    let checks_count = limit.maximum_count.is_some_and(|most| most > 0) && limit.maximum_count_check != Some(false);
    (checks_sum || checks_count || limit.is_overridden()) && is_concerned(limit, authorization) != Concern::None
}

/// An authorization lists the limits that were looked at; where it lists none, any of them may have to be.
fn is_concerned(limit: &VelocityLimit, authorization: &Authorization) -> Concern {
    let this = &limit.velocity_limit_identifier.velocity_limit_reference;
    let listed = authorization.velocity_limit_checks.as_ref().filter(|checks| !checks.is_empty());
    let is_listed = listed.map(|checks| {
        let identifiers = checks.rows.iter().filter_map(|check| check.velocity_limit_identifier.as_ref());
        identifiers.filter_map(|one| one.velocity_limit_reference.as_ref()).any(|reference| reference == this)
    });
    match is_listed {
        _ if mentions(authorization, this.as_str()) => Concern::Certain,
        Some(true) => Concern::Certain,
        Some(false) => Concern::None,
        None => Concern::Perhaps,
    }
}

impl Against<'_> {
    /// What helps against it.
    fn fix(&self, evidence: &Evidence<'_>, write: &Write<'_>) -> Fix {
        match self {
            Self::Limit(limit) if limit.is_overridden() => {
                let sentence = format!("Remove the override of “{}”, or change it.", velocity_name(limit));
                Fix::at(Section::Controls, sentence)
            }
            Self::Limit(limit) => {
                Fix::at(Section::Controls, format!("Override “{}” for a while.", velocity_name(limit)))
            }
            Self::Unread(_) => Fix::at(Section::Controls, self.first()),
            Self::Restriction(restriction) => {
                let name = restriction_name(restriction);
                Fix::at(Section::Controls, format!("Allow “{name}” with an override, for as long as it is needed."))
            }
            Self::Credit => {
                let more = more_credit(evidence, write);
                Fix::at(Section::Limits, format!("The credit leaves too little for it. {more}"))
            }
        }
    }

    /// What is done first where it concerns the payment.
    fn first(&self) -> String {
        match self {
            Self::Limit(limit) if limit.is_overridden() => {
                format!("If “{}” concerns it, remove that override first.", velocity_name(limit))
            }
            Self::Limit(limit) => format!("If “{}” concerns it, override that limit first.", velocity_name(limit)),
            Self::Restriction(restriction) => {
                format!("If “{}” concerns it, allow that first.", restriction_name(restriction))
            }
            Self::Unread(limit) => {
                format!("How much of “{}” is used now could not be read, and it may be full.", velocity_name(limit))
            }
            Self::Credit => String::new(),
        }
    }
}

/// What makes room in the credit.
pub(super) fn more_credit(evidence: &Evidence<'_>, write: &Write<'_>) -> String {
    match evidence.balance.and_then(AccountBalance::above_leaves) {
        Some(_) => ABOVE.into(),
        None => makes_room(evidence, write),
    }
}

/// What makes room where the account on top leaves less than this one has.
const ABOVE: &str =
    "The account above leaves less than this one has: a payment there, or more credit there, makes room.";

/// Whether what was asked for fits into what is left; `None` where it cannot be told.
pub(super) fn fits(left: Option<&Money>, asked: Option<&Money>) -> Option<bool> {
    let left = left?;
    match asked.and_then(|asked| less(left, asked)) {
        Some(rest) => Some(rest.value >= 0),
        None => (left.value <= 0).then_some(false),
    }
}

/// More than the limit allows at all fits never, whatever is used of it.
fn has_no_room(limit: &VelocityLimit, asked: Option<&Money>) -> bool {
    let left = room(limit).or_else(|| most(limit));
    fits(left.as_ref(), asked) == Some(false) || count_room(limit) == Some(0)
}

fn most(limit: &VelocityLimit) -> Option<Money> {
    let most = limit.maximum_amount.as_ref().filter(|_| limit.maximum_amount_check != Some(false))?;
    most.stated()
}

/// What is left of the sum now; of a maximum amount of nothing, nothing is, whatever was used.
pub(super) fn room(limit: &VelocityLimit) -> Option<Money> {
    let most = most(limit)?;
    if most.value == 0 {
        return Some(most);
    }
    less(&most, &limit.amount.as_ref()?.stated()?).map(at_least_nothing)
}

/// What is left of the number now.
pub(super) fn count_room(limit: &VelocityLimit) -> Option<i64> {
    let most = limit.maximum_count.filter(|_| limit.maximum_count_check != Some(false))?;
    if most == 0 { Some(0) } else { Some((most - limit.count?).max(0)) }
}

pub(super) fn at_least_nothing(money: Money) -> Money {
    Money { value: money.value.max(0), ..money }
}
