//! What a rep may set, and how a change is settled. Pure: what is wrong is a sentence beside its field.

use contract::{
    AccountReference, CalendarDate, Instant, Money,
    operations::issuing::limits::{CreateTemporaryCreditLimit, CreditLimit, UpdateAccountCreditLimit},
};

use super::timeline::{Span, making_room, overlapping, permanent};
use crate::{config::CreditLimitRules, features::spending::Write};

/// A temporary limit as it was typed: whole days of the issuer's calendar, and the moments at which they begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// How much.
    pub amount: Money,
    /// The first day, and its first moment.
    pub from: (CalendarDate, i64),
    /// The last day, and the first moment of the day after.
    pub until: (CalendarDate, i64),
    /// Whether it takes the place of others that count at the same time; else an overlap is refused.
    pub takes_over: bool,
}

/// What is wrong, and with which field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The amount.
    Amount(String),
    /// The first day.
    From(String),
    /// The last day.
    Until(String),
}

/// A list in a line: its names, and how many rows could not be read.
pub fn short_words(names: String, unreadable: usize) -> String {
    match (names.is_empty(), unreadable) {
        (true, 0) => "None".into(),
        (false, 0) => names,
        (true, _) => format!("{unreadable} could not be read"),
        (false, _) => format!("{names}; {unreadable} could not be read"),
    }
}

/// What counts where there is no temporary limit, as far as what was read of the permanent one tells.
pub const fn without_temporary(read: Option<&Option<CreditLimit>>) -> &'static str {
    match read {
        Some(Some(_)) => "The permanent limit counts.",
        Some(None) => "Nothing counts: this account has no credit.",
        None => "The permanent limit counts, where there is one.",
    }
}

/// Why no limit can be set where the configuration is silent.
pub const NO_RANGE: &str = "The issuer's configuration states no range for credit limits.";

/// Why the permanent limit cannot be changed, as far as what was read of it tells.
pub fn cannot_change(read: Option<Option<CreditLimit>>, rules: &CreditLimitRules) -> Option<String> {
    match read {
        None => Some("The limit has not been read.".into()),
        Some(None) => Some("This account has no credit limit.".into()),
        Some(Some(limit)) => match permanent(&limit) {
            None => Some("The gateway does not state the limit.".into()),
            Some(now) => other_currency(&now, rules),
        },
    }
}

/// Why no temporary limit can be added, as far as what was read tells: both limits, and how many rows were unreadable.
pub fn cannot_add(read: Option<(Option<CreditLimit>, Vec<Span>, usize)>, rules: &CreditLimitRules) -> Option<String> {
    match read {
        None => Some("The limits have not been read.".into()),
        Some((None, ..)) => Some("This account has no credit limit.".into()),
        Some((Some(limit), spans, 0)) => {
            let stated = permanent(&limit).into_iter().chain(spans.into_iter().filter_map(|span| span.limit));
            stated.into_iter().find_map(|limit| other_currency(&limit, rules))
        }
        Some(_) => Some("Not all temporary limits could be read, so an overlap could not be seen.".into()),
    }
}

fn other_currency(limit: &Money, rules: &CreditLimitRules) -> Option<String> {
    let same = limit.iso_code == rules.iso_code && limit.exponent == rules.exponent;
    (!same).then(|| format!("The limit is in {}; the issuer's range is in {}.", limit.iso_code, rules.iso_code))
}

/// Why the permanent limit cannot be this, if it cannot.
pub fn wrong_limit(amount: &Money, now: Option<&Money>, rules: &CreditLimitRules, write: &Write<'_>) -> Option<String> {
    if !(rules.minimum..=rules.maximum).contains(&amount.value) {
        return Some(range("The issuer allows", rules.minimum, rules.maximum, amount, write));
    }
    (now == Some(amount)).then(|| format!("The limit is {} already.", write.money(amount)))
}

/// What is wrong with a temporary limit, from the first field on.
pub fn wrong_temporary(
    typed: &Typed,
    today: CalendarDate,
    spans: &[Span],
    rules: &CreditLimitRules,
    write: &Write<'_>,
) -> Vec<Wrong> {
    let Typed { amount, from, until, takes_over } = typed;
    let mut wrong = Vec::new();
    if !(rules.minimum..=rules.temporary_maximum).contains(&amount.value) {
        let sentence = range("For a while the issuer allows", rules.minimum, rules.temporary_maximum, amount, write);
        wrong.push(Wrong::Amount(sentence));
    }
    if from.0 < today {
        wrong.push(Wrong::From("Choose today or a later day.".into()));
    }
    if until.0 < from.0 {
        wrong.push(Wrong::Until("Choose a day that is not before “From”.".into()));
    } else if let Some(other) = overlapping(spans, from.1, until.1).filter(|_| !takes_over) {
        let begins_inside = other.start <= from.1;
        let sentence = overlap_words(other, begins_inside, write);
        wrong.push(if begins_inside { Wrong::From(sentence) } else { Wrong::Until(sentence) });
    }
    wrong
}

fn range(begin: &str, least: i64, most: i64, amount: &Money, write: &Write<'_>) -> String {
    let words = |value| write.money(&Money { value, ..amount.clone() });
    format!("{begin} {} to {}.", words(least), words(most))
}

fn overlap_words(other: &Span, begins_inside: bool, write: &Write<'_>) -> String {
    let way_out = match (begins_inside, other.end) {
        (true, i64::MAX) => "Delete it first",
        (true, _) => "Begin after it, delete it first",
        (false, _) => "End before it, delete it first",
    };
    format!(
        "A temporary limit{} counts {} already, and two may not overlap. {way_out}, or let the new one take its place.",
        of_words(other, write),
        period_words(other, write)
    )
}

/// " of 500.00 EUR"; nothing where no limit is stated.
pub fn of_words(span: &Span, write: &Write<'_>) -> String {
    span.limit.as_ref().map(|limit| format!(" of {}", write.money(limit))).unwrap_or_default()
}

/// "from 3 Feb 2023, 00:00 until 1 Apr 2023, 00:00".
pub fn period_words(span: &Span, write: &Write<'_>) -> String {
    let from =
        if span.start == i64::MIN { "from the beginning".into() } else { format!("from {}", write.moment(span.start)) };
    let until = if span.end == i64::MAX { "for ever".into() } else { format!("until {}", write.moment(span.end)) };
    format!("{from} {until}")
}

impl Typed {
    /// As it is sent: moments in UTC to the millisecond, as the guide prints them (seed 004:2462).
    pub fn request(&self, account_reference: AccountReference) -> CreateTemporaryCreditLimit {
        CreateTemporaryCreditLimit {
            account_reference,
            temporary_credit_limit_amount: self.amount.clone().into(),
            activation_start_time: Some(sent(self.from.1)),
            activation_end_time: sent(self.until.1),
            manage_overlap: self.takes_over.then_some(true),
        }
    }

    /// As one of those that count.
    pub fn span(&self) -> Span {
        Span { reference: None, limit: Some(self.amount.clone()), start: self.from.1, end: self.until.1 }
    }

    /// What would count then: this one, and the others as they would be.
    pub fn beside(&self, others: &[Span]) -> Vec<Span> {
        // The new one comes first: where it overlaps another, it is refused, and shown as it was meant.
        let others = if self.takes_over { making_room(others, &self.span()) } else { others.to_vec() };
        std::iter::once(self.span()).chain(others).collect()
    }
}

/// Whole milliseconds and `Z`, as the guide prints it.
fn sent(moment: i64) -> Instant {
    let instant = Instant::from_epoch_millis(moment);
    Instant::parse(&instant.to_seconds_and_z().replace('Z', ".000Z")).unwrap_or(instant)
}

/// The request that sets the permanent limit.
pub fn set_limit(account_reference: AccountReference, amount: &Money) -> UpdateAccountCreditLimit {
    UpdateAccountCreditLimit { account_reference, credit_limit_amount: amount.clone().into() }
}

/// What a read shows of a change of the permanent limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// It is as it was asked for.
    Wanted,
    /// It is as it was.
    Before,
    /// Somebody else was here; `None` when no limit is stated.
    Other(Option<Money>),
}

/// Compares what is read with what was and what is to be.
pub fn compare(read: &CreditLimit, before: &Money, wanted: &Money) -> Shows {
    match permanent(read) {
        Some(now) if now == *wanted => Shows::Wanted,
        Some(now) if now == *before => Shows::Before,
        other => Shows::Other(other),
    }
}

#[cfg(test)]
mod tests;
