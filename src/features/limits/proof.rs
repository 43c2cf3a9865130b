//! What a list proves of a temporary limit that was added or deleted. Pure.
//!
//! A row without a reference proves nothing, nor does an answer about another account's limit. Where the answer named the
//! limit, it is that one that is looked for.

use contract::{
    AccountReference, Rows, TemporaryCreditLimitReference,
    operations::issuing::{
        customers::AccountIdentifier,
        limits::{
            CreatedTemporaryCreditLimit, DeletedTemporaryCreditLimit, RelatedTemporaryCreditLimit,
            TemporaryCreditLimitIdentifier,
        },
    },
};

use super::{
    rules::{Typed, period_words},
    timeline::{Span, overlapping},
};
use crate::{features::spending::Write, session::Change, ui::amount::NOT_STATED};

/// What a list shows of a limit that is to be added, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// It is there as it was asked for.
    Added,
    /// What the answer named is there, and is another one.
    Different(&'a Span),
    /// It is not there, and this one is in its way.
    Overlaps(&'a Span),
    /// It is not there, and nothing is in its way.
    Missing,
    /// The gateway answered with the limit of another account.
    Foreign,
}

impl Typed {
    /// Looks for it. `known` are the limits that there were when the rep decided, and `answer` is what the gateway said.
    pub fn found<'a>(
        &self,
        account: &AccountReference,
        listed: &'a [Span],
        known: &[Span],
        answer: Option<&CreatedTemporaryCreditLimit>,
    ) -> Found<'a> {
        if answer.is_some_and(|answer| is_foreign(answer.account_identifier.as_ref(), account)) {
            return Found::Foreign;
        }
        let named = answer.and_then(|answer| reference(answer.temporary_credit_limit_identifier.as_ref()));
        let made = match named {
            Some(named) => listed.iter().find(|span| span.reference.as_ref() == Some(named)),
            None => listed.iter().find(|span| span.reference.is_some() && self.is(span)),
        };
        match made {
            Some(made) if self.is(made) => return Found::Added,
            Some(made) => return Found::Different(made),
            None => {}
        }
        // Where it takes the place of others, those that the rep knows are in nobody's way.
        let in_the_way: Vec<Span> =
            listed.iter().filter(|span| !(self.takes_over && known.contains(span))).cloned().collect();
        match overlapping(&in_the_way, self.from.1, self.until.1) {
            Some(other) => listed.iter().find(|span| *span == other).map_or(Found::Missing, Found::Overlaps),
            None => Found::Missing,
        }
    }

    fn is(&self, span: &Span) -> bool {
        Span { reference: None, ..span.clone() } == self.span()
    }
}

/// What became of the others, whose place it took: as they were known, and as they are listed now.
pub fn others_adjusted(typed: &Typed, known: &[Span], listed: &[Span], write: &Write<'_>) -> Vec<Change> {
    let there = |reference: &TemporaryCreditLimitReference| {
        listed.iter().find(|span| span.reference.as_ref() == Some(reference))
    };
    let change = |before: &Span| {
        let now = there(before.reference.as_ref()?);
        (now != Some(before)).then(|| {
            let words = |span: &Span| format!("{} {}", limit_words(span, write), period_words(span, write));
            ("Earlier limit", words(before), now.map_or_else(|| "Ended".into(), words))
        })
    };
    let concerned = known.iter().filter(|span| span.start < typed.until.1 && typed.from.1 < span.end);
    concerned.filter_map(change).collect()
}

fn limit_words(span: &Span, write: &Write<'_>) -> String {
    span.limit.as_ref().map_or_else(|| NOT_STATED.into(), |limit| write.money(limit))
}

/// Whether a temporary limit that was to be deleted is gone, or over. One without a reference that counts as it did may be it.
pub fn is_gone(deleted: &Span, listed: &[Span], now: i64) -> bool {
    let may_be_it = |span: &&Span| match &span.reference {
        Some(reference) => Some(reference) == deleted.reference.as_ref(),
        None => Span { reference: deleted.reference.clone(), ..(*span).clone() } == *deleted,
    };
    listed.iter().filter(may_be_it).all(|span| span.end <= now)
}

/// Whether the gateway says that it ended another limit than was asked for, or another account's.
pub fn ended_another(answer: &DeletedTemporaryCreditLimit, account: &AccountReference, deleted: &Span) -> bool {
    let named = reference(answer.temporary_credit_limit_identifier.as_ref());
    let is_another = named.is_some_and(|named| Some(named) != deleted.reference.as_ref());
    is_another || is_foreign(answer.account_identifier.as_ref(), account)
}

/// The other accounts whose limit was made or ended by the same call, each in a line.
pub fn other_accounts(related: Option<&Rows<RelatedTemporaryCreditLimit>>, was_made: bool) -> Vec<Change> {
    let Some(related) = related else { return Vec::new() };
    let (before, now) = if was_made {
        ("no such limit", "the same call added a limit")
    } else {
        ("a limit made by the same call", "the same call ended its limit")
    };
    let mut lines: Vec<Change> = related
        .rows
        .iter()
        .map(|limit| {
            let account = limit.account_identifier.as_ref().and_then(account_words);
            let account = account.unwrap_or_else(|| "An account that is not named".into());
            ("Another account, too", format!("{account}: {before}"), format!("{account}: {now}"))
        })
        .collect();
    if related.unreadable > 0 {
        let which = format!("{} could not be read", related.unreadable);
        lines.push(("Other accounts, too", which, "Look at the limits of the accounts below or above".into()));
    }
    lines
}

/// What names each of them in a path.
pub fn their_references(related: Option<&Rows<RelatedTemporaryCreditLimit>>) -> Vec<AccountReference> {
    let rows = related.map(|related| related.rows.as_slice()).unwrap_or_default();
    rows.iter().filter_map(|limit| limit.account_identifier.as_ref()?.account_reference.clone()).collect()
}

/// "Account …3641".
fn account_words(account: &AccountIdentifier) -> Option<String> {
    let internal = account.account_reference.as_ref().map(|reference| reference.as_str());
    let external = account.issuer_account_external_reference.as_ref().map(|reference| reference.as_str());
    let reference = internal.or(external)?;
    let end: Vec<char> = reference.chars().rev().take(4).collect();
    Some(format!("Account …{}", end.into_iter().rev().collect::<String>()))
}

fn reference(identifier: Option<&TemporaryCreditLimitIdentifier>) -> Option<&TemporaryCreditLimitReference> {
    identifier?.temporary_credit_limit_reference.as_ref()
}

/// Whether this is certainly another account. A path takes either reference (seed 004:26), and only the platform's own is
/// always the same.
fn is_foreign(stated: Option<&AccountIdentifier>, account: &AccountReference) -> bool {
    let Some(AccountIdentifier { account_reference, issuer_account_external_reference }) = stated else { return false };
    let external = issuer_account_external_reference.as_ref().map(|reference| reference.as_str());
    account_reference.as_ref().is_some_and(|reference| reference != account) && external != Some(account.as_str())
}

#[cfg(test)]
mod tests;
