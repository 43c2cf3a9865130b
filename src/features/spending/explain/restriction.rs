//! Which restriction forbade it. No field of an authorization names one: it is told from the gateway's finer words, or
//! from what the product blocks and lists. What an override blocks now is not concluded from: since when is not stated.

use contract::operations::issuing::{limits::AuthorizationRestriction, operations::Authorization};

use super::{
    Cause, Evidence, Explanation, Fix, mentions,
    stands::{Gone, Own, what_helps},
};
use crate::{
    features::spending::words::{Write, restriction_name},
    routes::Section,
};

/// Whether the restriction that forbade it is known, and does not any more.
pub(super) fn is_over(authorization: &Authorization, evidence: &Evidence<'_>) -> bool {
    named(authorization, evidence).is_some_and(|named| named.condition_check == Some(false))
}

/// The restriction that the gateway's finer words name.
fn named<'a>(authorization: &Authorization, evidence: &Evidence<'a>) -> Option<&'a AuthorizationRestriction> {
    let reference = |one: &'a AuthorizationRestriction| {
        one.authorization_restriction_identifier.authorization_restriction_reference.as_str()
    };
    evidence.restrictions?.iter().find(|one| mentions(authorization, reference(one)))
}

/// `RestrictionViolated`.
pub(super) fn violated(authorization: &Authorization, evidence: &Evidence<'_>, write: &Write<'_>) -> Explanation {
    let Some(restrictions) = evidence.restrictions else {
        return not_known("The restrictions could not be read, and the authorization does not name one.");
    };
    if let Some(named) = named(authorization, evidence) {
        return match named.condition_check {
            Some(false) => over(named, authorization, evidence, write),
            _ => found(named, "The gateway names it."),
        };
    }
    let blocked: Vec<_> = restrictions.iter().filter(|one| one.condition_check == Some(true)).collect();
    let matching: Vec<_> =
        blocked.iter().filter_map(|one| matched(one, authorization).map(|because| (*one, because))).collect();
    match (matching.as_slice(), blocked.as_slice()) {
        ([(one, because)], _) if !one.is_overridden() => found(one, because),
        ([], []) => not_known(
            "The authorization does not name the restriction, and none is blocked now: it may have been changed since.",
        ),
        ([], [only]) => not_known(&format!("The authorization does not name it. {}", may_be(only, None))),
        ([(one, because)], _) => {
            not_known(&format!("The authorization does not name it. {}", may_be(one, Some(because))))
        }
        ([], several) => not_known(&format!("The authorization does not name it. {}", any_of(several))),
        (several, _) => {
            let several: Vec<_> = several.iter().map(|(one, _)| *one).collect();
            not_known(&format!("The authorization does not name it. {}", any_of(&several)))
        }
    }
}

/// What is blocked now, and why it is no answer.
fn may_be(one: &AuthorizationRestriction, because: Option<&str>) -> String {
    let name = restriction_name(one);
    let lists = one.condition_parameters.as_ref().is_some_and(|parameters| !parameters.is_empty());
    let by = if one.is_overridden() { ", by an override; since when is not stated" } else { "" };
    match because {
        Some(because) => format!("“{name}” is blocked now{by}. {because}"),
        None if lists => format!("Only “{name}” is blocked now, and nothing that it lists is in this authorization."),
        None if one.is_overridden() => format!("Only “{name}” is blocked now{by}."),
        None => format!("Only “{name}” is blocked now, and whether it concerns this payment is not stated."),
    }
}

fn any_of(several: &[&AuthorizationRestriction]) -> String {
    let names: Vec<_> = several.iter().map(|one| format!("“{}”", restriction_name(one))).collect();
    format!("It is not known which of those that are blocked now it was: {}.", names.join(", "))
}

/// Whether a rule concerns a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Concern {
    Certain,
    Perhaps,
    None,
}

/// Whether this one concerns the payment: by what it lists; without a list, or without what it lists of the payment, only
/// perhaps.
pub(super) fn concern(restriction: &AuthorizationRestriction, authorization: &Authorization) -> Concern {
    let lists = restriction.condition_parameters.as_ref().is_some_and(|parameters| !parameters.is_empty());
    let is_stated = |fact: &Option<String>| fact.as_ref().is_some_and(|fact| !fact.is_empty());
    let all_stated =
        is_stated(&authorization.card_acceptor_country) && is_stated(&authorization.merchant_category_code);
    match matched(restriction, authorization) {
        Some(_) => Concern::Certain,
        None if lists && all_stated => Concern::None,
        None => Concern::Perhaps,
    }
}

/// Which of its parameters is in the authorization: a country, or a kind of merchant.
fn matched(restriction: &AuthorizationRestriction, authorization: &Authorization) -> Option<String> {
    let parameters = restriction.condition_parameters.as_deref()?;
    let holds = |fact: &Option<String>, is: fn(&str, &str) -> bool| {
        let fact = fact.as_deref().filter(|fact| !fact.is_empty())?;
        parameters.iter().any(|parameter| is(parameter, fact)).then(|| fact.to_owned())
    };
    if let Some(country) = holds(&authorization.card_acceptor_country, is_same_country) {
        return Some(format!("It lists the merchant's country, {country}."));
    }
    let category = holds(&authorization.merchant_category_code, str::eq);
    category.map(|code| format!("It lists the merchant's category, {code}."))
}

/// `76` is `076`: numeric codes of countries have three digits, and are not always written with all of them.
fn is_same_country(one: &str, other: &str) -> bool {
    let is_number = |code: &str| code.len() <= 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    let digits = |code: &str| code.trim_start_matches('0').to_owned();
    one.eq_ignore_ascii_case(other) || (is_number(one) && is_number(other) && digits(one) == digits(other))
}

/// It is allowed now; whatever else would decline the same payment is told, too.
fn over(
    restriction: &AuthorizationRestriction,
    authorization: &Authorization,
    evidence: &Evidence<'_>,
    write: &Write<'_>,
) -> Explanation {
    let name = restriction_name(restriction);
    let happened = format!("“{name}” was blocked then, and is allowed now. The gateway names it.");
    let gone = Gone { room: "It is allowed now.", again: "It is allowed now: try again.".into() };
    let fix = what_helps(Own::Restriction, Err(gone), Section::Controls, (authorization, evidence), write);
    Explanation::plain(Cause::Restriction(name), happened, fix)
}

fn found(restriction: &AuthorizationRestriction, because: &str) -> Explanation {
    let name = restriction_name(restriction);
    if restriction.condition_check.is_none() {
        let happened = format!("“{name}” forbade it; whether it is blocked now is not stated. {because}");
        return Explanation::plain(Cause::Restriction(name), happened, Fix::at(Section::Controls, "Look at it."));
    }
    let happened = format!("“{name}” is blocked. {because}");
    let fix = Fix::at(Section::Controls, "Allow it with an override, for as long as it is needed.");
    let cause = if restriction.is_overridden() { Cause::RestrictionOverride(name) } else { Cause::Restriction(name) };
    let resets = match cause {
        Cause::RestrictionOverride(_) => "An override blocks it; when that ends, the gateway does not state.",
        _ => "It does not end by itself: the product blocks it.",
    };
    Explanation { resets: Some(resets.into()), ..Explanation::plain(cause, happened, fix) }
}

fn not_known(happened: &str) -> Explanation {
    let fix =
        Fix::at(Section::Controls, "Look at the restrictions, and ask the caller how and where the card was used.");
    Explanation { fix, ..Explanation::not_known(format!("A restriction forbade it. {happened}")) }
}
