//! Why an authorization was declined, as far as the gateway's answers contain it. Pure, and it never guesses: what the
//! answers do not say is said to be not known.

mod credit;
mod reasons;
mod restriction;
mod stands;
mod velocity;

use contract::{
    Amount, Money, VelocityLimitReference,
    operations::issuing::{
        accounts::AccountBalance,
        limits::{AuthorizationRestriction, CreditLimit, TemporaryCreditLimit, VelocityLimit},
        operations::{Authorization, DeclineReason},
    },
};

use super::{ending::Ending, words::Write};
use crate::routes::Section;

/// What is known beside the authorization itself. `None` is what could not be read.
#[derive(Clone, Copy, Default)]
pub struct Evidence<'a> {
    /// What they allow now, and how full those are that were read alone.
    pub velocity_limits: Option<&'a [VelocityLimit]>,
    /// Those of which it could not be read how full they are.
    pub unread_counters: &'a [VelocityLimitReference],
    /// What is blocked now.
    pub restrictions: Option<&'a [AuthorizationRestriction]>,
    /// What is left now.
    pub balance: Option<&'a AccountBalance>,
    /// The permanent limit.
    pub credit_limit: Option<&'a CreditLimit>,
    /// Those that count, counted, or will.
    pub temporary_limits: Option<&'a [TemporaryCreditLimit]>,
    /// The authorization itself could not be read in full, so it lacks what a list does not show: the limits that were
    /// looked at.
    pub listed_only: bool,
    /// Milliseconds since 1970.
    pub now: i64,
}

/// What stood in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A limit on the sum or the number in a time, by its name.
    VelocityLimit(String),
    /// The same, as an override on this account has set it.
    VelocityOverride(String),
    /// A rule about where and how the card may be used, by its name.
    Restriction(String),
    /// The same, as an override on this account has set it.
    RestrictionOverride(String),
    /// The permanent credit limit.
    CreditLimit,
    /// A lower one for a while.
    TemporaryLimit,
    /// The card itself: blocked, expired, unknown.
    Card,
    /// What was entered or read: digits, a code, a chip's cryptogram.
    Entered,
    /// The issuer's fraud rules.
    Fraud,
    /// What the product does not offer.
    Product,
    /// The merchant.
    Merchant,
    /// A fault on the way.
    Fault,
    /// The answers do not contain it.
    NotKnown,
}

/// The explanation, in sentences for the rep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What stood in the way.
    pub cause: Cause,
    /// What happened, and how it is known.
    pub happened: String,
    /// How much was and is left of the limit, where one is concerned.
    pub left: Option<String>,
    /// When it ends or counts anew, where one is concerned.
    pub resets: Option<String>,
    /// What can be done.
    pub fix: Fix,
}

/// What can be done, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// "Override the limit, or wait until …".
    pub sentence: String,
    /// Where in the portal, when it is done there.
    pub place: Option<Section>,
}

impl Cause {
    /// In words: "Velocity limit: E-commerce".
    pub fn words(&self) -> String {
        let kind = match self {
            Self::VelocityLimit(_) => "Velocity limit",
            Self::VelocityOverride(_) => "Override of a velocity limit",
            Self::Restriction(_) => "Restriction",
            Self::RestrictionOverride(_) => "Override of a restriction",
            Self::CreditLimit => "Credit limit",
            Self::TemporaryLimit => "Temporary credit limit",
            Self::Card => "Card",
            Self::Entered => "What was entered",
            Self::Fraud => "Fraud check",
            Self::Product => "Product",
            Self::Merchant => "Merchant",
            Self::Fault => "Fault on the way",
            Self::NotKnown => "Not known",
        };
        match self {
            Self::VelocityLimit(name)
            | Self::VelocityOverride(name)
            | Self::Restriction(name)
            | Self::RestrictionOverride(name) => format!("{kind}: {name}"),
            _ => kind.to_owned(),
        }
    }
}

impl Fix {
    fn nothing_here(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), place: None }
    }

    fn at(place: Section, sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), place: Some(place) }
    }
}

impl Explanation {
    fn plain(cause: Cause, happened: impl Into<String>, fix: Fix) -> Self {
        Self { cause, happened: happened.into(), left: None, resets: None, fix }
    }

    /// What happened is said, and that the rest is not.
    fn not_known(happened: impl Into<String>) -> Self {
        let fix = "Ask the issuer's authorization desk, with the authorization's ID and result code.";
        Self::plain(Cause::NotKnown, happened, Fix::nothing_here(fix))
    }
}

/// Explains a declined authorization; `None` for one that was not declined.
pub fn explain(authorization: &Authorization, evidence: &Evidence<'_>, write: &Write<'_>) -> Option<Explanation> {
    (Ending::of(authorization) == Ending::Declined).then(|| match &authorization.decline_reason {
        Some(DeclineReason::OverLimit) => velocity::over_a_limit(authorization, evidence, write),
        Some(DeclineReason::OverUsageLimit) => velocity::too_often(authorization, evidence, write),
        Some(DeclineReason::OverCreditLimit) => credit::over_the_credit(authorization, evidence, write),
        Some(DeclineReason::RestrictionViolated) => restriction::violated(authorization, evidence, write),
        Some(reason) => reasons::by_itself(reason, authorization),
        None => Explanation::not_known("It was declined, and the gateway states no reason."),
    })
}

/// The velocity limits of which more has to be known than a list tells, to tell what helps: those that were looked at, or
/// where the authorization lists none all that check something. Each is a call of its own, so they are no more than so many.
pub fn whose_counters_matter(authorization: &Authorization, evidence: &Evidence<'_>) -> Vec<VelocityLimitReference> {
    let matters = match &authorization.decline_reason {
        _ if Ending::of(authorization) != Ending::Declined => false,
        Some(DeclineReason::OverLimit | DeclineReason::OverUsageLimit | DeclineReason::OverCreditLimit) => true,
        Some(DeclineReason::RestrictionViolated) => restriction::is_over(authorization, evidence),
        _ => false,
    };
    let all = evidence.velocity_limits.filter(|_| matters).unwrap_or_default().iter();
    let concerned = all.filter(|limit| stands::has_more_to_tell(limit, authorization));
    concerned.map(|limit| limit.velocity_limit_identifier.velocity_limit_reference.clone()).take(MOST_READ).collect()
}

/// A product has four of them (seed 004:2545-2550), and a country or a region may be combined with each.
const MOST_READ: usize = 8;

/// What was asked for in the cardholder's currency, or else the merchant's.
fn asked(authorization: &Authorization) -> Option<Money> {
    let billed = authorization.enquired_billing_amount.as_ref().and_then(Amount::stated);
    billed.or_else(|| authorization.enquired_amount.as_ref().and_then(Amount::stated))
}

/// Whether the gateway's finer words name this. They are for information only, so that they name something is taken, and
/// that they do not is not.
fn mentions(authorization: &Authorization, reference: &str) -> bool {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '_';
    let words = authorization.result_description.as_deref().unwrap_or_default();
    !reference.is_empty() && words.split(|sign| !is_part(sign)).any(|word| word == reference)
}

/// The difference, where both are in one currency.
pub fn less(from: &Money, taken: &Money) -> Option<Money> {
    let same = from.iso_code == taken.iso_code && from.exponent == taken.exponent;
    let value = from.value.checked_sub(taken.value).filter(|_| same)?;
    Some(Money { value, ..from.clone() })
}

#[cfg(test)]
mod tests;
