//! Which velocity limit was full, from the checks that an authorization carries.

use contract::{
    Amount, Money, VelocityLimitReference,
    operations::issuing::{
        limits::{LimitOrigin, OverrideTime, VelocityLimit},
        operations::{Authorization, VelocityLimitCheck},
    },
    shown_id,
};

use super::{
    Cause, Evidence, Explanation, Fix, asked, credit, less, mentions,
    stands::{Gone, Own, at_least_nothing, count_room, fits, room, what_helps},
};
use crate::{
    features::spending::words::{Write, velocity_name},
    routes::Section,
};

/// The authorization would have gone over this.
enum Over<'a> {
    Sum { check: &'a VelocityLimitCheck, used: Money, most: Money },
    Count { check: &'a VelocityLimitCheck, used: i64, most: i64 },
}

impl<'a> Over<'a> {
    fn check(&self) -> &'a VelocityLimitCheck {
        match self {
            Self::Sum { check, .. } | Self::Count { check, .. } => check,
        }
    }

    /// Whether an override on this account had set the limit.
    fn is_overridden(&self) -> bool {
        let origin = match self {
            Self::Sum { check, .. } => &check.maximum_amount_origin,
            Self::Count { check, .. } => &check.maximum_count_origin,
        };
        origin.as_deref() == Some(LimitOrigin::Override.as_str())
    }
}

/// `OverLimit`: a sum or a number that was full; without one, the credit where its figures show it.
pub(super) fn over_a_limit(authorization: &Authorization, evidence: &Evidence<'_>, write: &Write<'_>) -> Explanation {
    let mut over = full(authorization, over_sum);
    over.extend(full(authorization, over_count));
    match over.as_slice() {
        // Without the limits that were looked at, one of them may have been full as well.
        [] if !evidence.listed_only
            && mentioned(authorization, evidence).is_none()
            && credit::is_exceeded(authorization) =>
        {
            credit::over_the_credit(authorization, evidence, write)
        }
        over => named(over, "a limit", authorization, evidence, write),
    }
}

/// `OverUsageLimit`: a number that was full.
pub(super) fn too_often(authorization: &Authorization, evidence: &Evidence<'_>, write: &Write<'_>) -> Explanation {
    named(&full(authorization, over_count), "a limit on how often", authorization, evidence, write)
}

fn full<'a>(
    authorization: &'a Authorization,
    over: impl Fn(&'a VelocityLimitCheck, Option<&Money>) -> Option<Over<'a>>,
) -> Vec<Over<'a>> {
    let asked = asked(authorization);
    let checks = authorization.velocity_limit_checks.iter().flat_map(|checks| &checks.rows);
    checks.filter_map(|check| over(check, asked.as_ref())).collect()
}

fn over_sum<'a>(check: &'a VelocityLimitCheck, asked: Option<&Money>) -> Option<Over<'a>> {
    let most = stated(&check.maximum_amount).filter(|_| check.maximum_amount_check != Some(false))?;
    // What was not used yet is not always stated, and a maximum amount of nothing is full whatever was used.
    let used = stated(&check.amount).unwrap_or_else(|| Money { value: 0, ..most.clone() });
    let left = less(&most, &used)?;
    let over = left.value < 0 || asked.is_some_and(|asked| less(&left, asked).is_some_and(|rest| rest.value < 0));
    over.then_some(Over::Sum { check, used, most })
}

fn over_count<'a>(check: &'a VelocityLimitCheck, _: Option<&Money>) -> Option<Over<'a>> {
    let most = check.maximum_count.filter(|_| check.maximum_count_check != Some(false))?;
    let used = check.count.unwrap_or(0);
    (used >= most).then_some(Over::Count { check, used, most })
}

fn stated(amount: &Option<Amount>) -> Option<Money> {
    amount.as_ref().and_then(Amount::stated)
}

fn named(
    over: &[Over<'_>],
    what: &str,
    authorization: &Authorization,
    evidence: &Evidence<'_>,
    write: &Write<'_>,
) -> Explanation {
    match over {
        [one] => one_limit(one, authorization, evidence, write),
        [] => match mentioned(authorization, evidence) {
            Some(limit) => only_named(limit, what, authorization, evidence, write),
            None => {
                let not_known =
                    Explanation::not_known(format!("It was over {what}. {}", why_none(authorization, evidence)));
                let again = Fix::nothing_here("Refresh: in full it says more.");
                if evidence.listed_only { Explanation { fix: again, ..not_known } } else { not_known }
            }
        },
        several => {
            let names: Vec<_> = several.iter().map(|over| name_of(over.check(), evidence)).collect();
            Explanation {
                fix: Fix::at(Section::Controls, "Compare them among the velocity limits."),
                ..Explanation::not_known(format!(
                    "It was over {what}. Several were full, and the authorization does not say which counted: {}.",
                    names.join(", ")
                ))
            }
        }
    }
}

/// Why none is known to have been full.
fn why_none(authorization: &Authorization, evidence: &Evidence<'_>) -> &'static str {
    match &authorization.velocity_limit_checks {
        _ if evidence.listed_only => {
            "Which is not known: the authorization could not be read in full, and its row in the list does not say."
        }
        Some(checks) if checks.unreadable > 0 => {
            "Which is not known: not all limits that the authorization lists could be read."
        }
        Some(checks) if !checks.rows.is_empty() => {
            "The authorization does not say which: none of the limits that it lists was full."
        }
        _ => "The authorization does not say which: it lists no limit.",
    }
}

fn one_limit(
    over: &Over<'_>,
    authorization: &Authorization,
    evidence: &Evidence<'_>,
    write: &Write<'_>,
) -> Explanation {
    let name = name_of(over.check(), evidence);
    let now = now_of(over.check(), evidence);
    let asked = asked(authorization);
    let happened = over.happened(&name, now, asked.as_ref(), write);
    let then = match over {
        _ if over.declines_everything() => None,
        Over::Sum { used, most, .. } => less(most, used).map(|left| write.money(&at_least_nothing(left))),
        Over::Count { used, most, .. } => Some((most - used).max(0).to_string()),
    };
    let left_now = match over {
        Over::Sum { .. } => now.and_then(room).map(|left| write.money(&left)),
        Over::Count { .. } => now.and_then(count_room).map(|left| left.to_string()),
    };
    let left_now = left_now.map(|left| format!("Now: {left}.")).or_else(|| now.and_then(|now| unread(now, evidence)));
    let left = [then.map(|left| format!("Left then: {left}.")), left_now];
    let left = left.into_iter().flatten().collect::<Vec<_>>().join(" ");
    // What stands in the way now is what can be done about.
    let fix = own_fix(now.map_or(over.is_overridden(), VelocityLimit::is_overridden));
    let still = match now.filter(|now| over.would_fit(now, asked.as_ref())) {
        None => Ok(Fix::at(Section::Controls, fix)),
        Some(_) if over.declines_everything() => Err(again(FITS.into())),
        Some(_) => Err(again(format!("{FITS} Else: {}", lower_first(fix)))),
    };
    let fix = what_helps(Own::Limit(now), still, Section::Controls, (authorization, evidence), write);
    let cause = if over.is_overridden() { Cause::VelocityOverride(name) } else { Cause::VelocityLimit(name) };
    let left = Some(left).filter(|left| !left.is_empty());
    Explanation { cause, happened, left, resets: Some(resets(over, now, evidence, write)), fix }
}

impl Over<'_> {
    /// Whether nothing passed.
    fn declines_everything(&self) -> bool {
        matches!(self, Self::Sum { most: Money { value: 0, .. }, .. } | Self::Count { most: 0, .. })
    }

    /// Whether the limit allows now what it allowed then; `None` while that is not known.
    fn is_as_then(&self, now: &VelocityLimit) -> Option<bool> {
        match self {
            Self::Sum { .. } if now.maximum_amount_check == Some(false) => Some(false),
            Self::Count { .. } if now.maximum_count_check == Some(false) => Some(false),
            Self::Sum { most, .. } => stated(&now.maximum_amount).map(|now| now == *most),
            Self::Count { most, .. } => now.maximum_count.map(|now| now == *most),
        }
    }

    /// Whether the limit has room again for what was asked for.
    fn would_fit(&self, now: &VelocityLimit, asked: Option<&Money>) -> bool {
        let (sum, count) = (fits(room(now).as_ref(), asked), count_room(now).map(|left| left > 0));
        let unlimited = match self {
            Self::Sum { .. } => now.maximum_amount_check == Some(false),
            Self::Count { .. } => now.maximum_count_check == Some(false),
        };
        let concerned = if matches!(self, Self::Sum { .. }) { sum } else { count };
        (unlimited || concerned == Some(true)) && ![sum, count].contains(&Some(false))
    }

    /// What it was, in the present only where it is so still.
    fn happened(&self, name: &str, now: Option<&VelocityLimit>, asked: Option<&Money>, write: &Write<'_>) -> String {
        let as_then = now.map(|now| self.is_as_then(now));
        let (what, most) = match self {
            Self::Sum { most, .. } => ("amount", write.money(most)),
            Self::Count { most, .. } => ("count", most.to_string()),
        };
        if self.declines_everything() {
            return match as_then {
                Some(Some(true)) => format!("“{name}” declines everything: its maximum {what} is {most}."),
                Some(Some(false)) => {
                    format!("“{name}” declined everything then, and does not now: its maximum {what} was {most}.")
                }
                _ => format!("“{name}” declined everything: its maximum {what} was {most}."),
            };
        }
        let allows = if as_then == Some(Some(false)) { "allowed then" } else { "allows" };
        match self {
            Self::Sum { used, .. } => {
                let used = write.money(used);
                let asked = asked.map(|asked| format!(" {} was asked for.", write.money(asked))).unwrap_or_default();
                format!("“{name}” {allows} {most}, and {used} of it was used.{asked}")
            }
            Self::Count { used, .. } => {
                format!("“{name}” {allows} {most} in its period, and it was the {}.", ordinal(used + 1))
            }
        }
    }
}

const FITS: &str = "It would fit now: try again.";

fn again(again: String) -> Gone {
    Gone { room: "The limit has room for it now.", again }
}

const fn own_fix(is_overridden: bool) -> &'static str {
    if is_overridden { "Remove the override, or change it." } else { "Override the limit for a while." }
}

/// The limit that the gateway's finer words name.
fn mentioned<'a>(authorization: &Authorization, evidence: &Evidence<'a>) -> Option<&'a VelocityLimit> {
    let named = |limit: &&VelocityLimit| {
        mentions(authorization, limit.velocity_limit_identifier.velocity_limit_reference.as_str())
    };
    evidence.velocity_limits?.iter().find(named)
}

/// A limit that is named without its figures: it is not known how full it was, and whose word it was.
fn only_named(
    limit: &VelocityLimit,
    what: &str,
    authorization: &Authorization,
    evidence: &Evidence<'_>,
    write: &Write<'_>,
) -> Explanation {
    let name = velocity_name(limit);
    let happened = format!("It was over {what}: the gateway names “{name}”, and does not say how full it was.");
    let now = room(limit).map(|left| write.money(&left)).or_else(|| count_room(limit).map(|left| left.to_string()));
    let fix = own_fix(limit.is_overridden());
    let has_room = fits(room(limit).as_ref(), asked(authorization).as_ref()) == Some(true);
    let still = if has_room && count_room(limit) != Some(0) {
        Err(again(format!("{FITS} Else: {}", lower_first(fix))))
    } else {
        Ok(Fix::at(Section::Controls, fix))
    };
    let fix = what_helps(Own::Limit(Some(limit)), still, Section::Controls, (authorization, evidence), write);
    Explanation {
        left: now.map(|left| format!("Now: {left}.")).or_else(|| unread(limit, evidence)),
        resets: Some(PERIOD.into()),
        ..Explanation::plain(Cause::VelocityLimit(name), happened, fix)
    }
}

/// What is said where it was asked how full the limit is, and no answer came.
fn unread(limit: &VelocityLimit, evidence: &Evidence<'_>) -> Option<String> {
    let is_unread = evidence.unread_counters.contains(&limit.velocity_limit_identifier.velocity_limit_reference);
    is_unread.then(|| "How much of it is used now could not be read.".into())
}

const PERIOD: &str = "When it counts anew is not known: the gateway does not state a velocity limit's period.";

/// When it ends or counts anew.
fn resets(over: &Over<'_>, now: Option<&VelocityLimit>, evidence: &Evidence<'_>, write: &Write<'_>) -> String {
    if !over.is_overridden() {
        return PERIOD.into();
    }
    match now.map(|now| (now.is_overridden(), now.velocity_limit_override_enddate.as_ref())) {
        Some((true, Some(OverrideTime::At(end)))) => {
            format!("The override ends on {}.", write.moment(end.epoch_millis()))
        }
        Some((true, Some(OverrideTime::Written(end)))) => {
            format!("The override ends on {end}, as the gateway writes it.")
        }
        Some((true, None)) if now.is_some_and(|now| unread(now, evidence).is_some()) => {
            "When the override ends could not be read.".into()
        }
        Some((true, None)) => "The override does not end by itself.".into(),
        Some((false, _)) => "The override does not count any more.".into(),
        None => "When the override ends could not be read.".into(),
    }
}

fn name_of(check: &VelocityLimitCheck, evidence: &Evidence<'_>) -> String {
    match (now_of(check, evidence), reference(check)) {
        (Some(limit), _) => velocity_name(limit),
        (None, Some(reference)) => shown_id(reference.as_str()),
        (None, None) => "A velocity limit without a name".into(),
    }
}

fn now_of<'a>(check: &VelocityLimitCheck, evidence: &Evidence<'a>) -> Option<&'a VelocityLimit> {
    let reference = reference(check)?;
    evidence
        .velocity_limits?
        .iter()
        .find(|limit| limit.velocity_limit_identifier.velocity_limit_reference == *reference)
}

fn reference(check: &VelocityLimitCheck) -> Option<&VelocityLimitReference> {
    check.velocity_limit_identifier.as_ref()?.velocity_limit_reference.as_ref()
}

fn ordinal(number: i64) -> String {
    let ending = match (number % 10, number % 100) {
        (1, teen) if teen != 11 => "st",
        (2, teen) if teen != 12 => "nd",
        (3, teen) if teen != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn lower_first(sentence: &str) -> String {
    let mut signs = sentence.chars();
    signs.next().map(|first| first.to_lowercase().chain(signs).collect()).unwrap_or_default()
}
