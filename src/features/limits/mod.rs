//! The credit limit: the permanent one, and those that stand above it for a while.

mod add;
mod permanent;
mod preview;
mod proof;
mod rules;
mod temporary;
mod timeline;
mod warning;

use std::ops::Deref;

use contract::{
    AccountReference, Money, Rows,
    operations::issuing::{
        accounts::AccountBalance,
        limits::{AuthorizationRestriction, CreditLimit, TemporaryCreditLimit, VelocityLimit},
    },
};
use leptos::prelude::*;

use self::timeline::Span;
use super::{
    account::{self, with_account},
    spending::{Reading, Readings, Spending, WRITE, restriction_name, velocity_name},
};
use crate::{
    browser::time,
    session::{Caller, Session},
    ui::{
        amount::{NOT_STATED, amount},
        facts::{Fact, facts},
        load::{Asking, loaded},
        region::region,
    },
};

/// One account's limits, and whoever looks at them.
#[derive(Clone)]
struct Limits(Spending);

impl Deref for Limits {
    type Target = Spending;

    fn deref(&self) -> &Spending {
        &self.0
    }
}

impl Limits {
    /// What is used and left, as the account's panel reads it.
    fn balance(&self) -> Asking<AccountBalance> {
        account::balance(&self.session, &self.caller, &self.account)
    }

    /// Everything that a change may have changed.
    fn read_again(session: &Session, caller: &Caller, account: &AccountReference) {
        let readings = Readings::of(caller, account);
        readings.credit_limit.again(session);
        readings.temporary_limits.again(session);
        account::read_balance_again(session, caller, account);
    }

    /// What the same call changed of other accounts, where it was read before.
    fn others_again(session: &Session, caller: &Caller, accounts: &[AccountReference]) {
        for account in accounts {
            Readings::of(caller, account).temporary_limits.again_if_begun(session);
            account::read_balance_again(session, caller, account);
        }
    }

    fn permanent(&self) -> Option<Money> {
        self.readings.credit_limit.answer_now().flatten().and_then(|limit| timeline::permanent(&limit))
    }

    fn spans(&self) -> Vec<Span> {
        let list = self.readings.temporary_limits.answer_now().unwrap_or_default();
        list.rows.iter().map(Span::of).collect()
    }

    /// The same, tracked; `None` while not all of them are known.
    fn known_spans(&self) -> Option<Vec<Span>> {
        let list = self.readings.temporary_limits.answer().filter(|list| list.unreadable == 0)?;
        Some(list.rows.iter().map(Span::of).collect())
    }

    /// What is used, where it is stated. Tracked.
    fn used(&self) -> Option<Money> {
        let balance = self.balance();
        let used = balance.state().with(|state| state.answer().and_then(|balance| balance.accepted_amount.clone()));
        used?.stated()
    }
}

/// The section.
pub fn section(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (own, asker) = (session.clone(), caller.clone());
    let body = with_account(session, caller, move |account| {
        let limits = Limits(Spending::of(&own, &asker, account));
        view! { {permanent::panel(&limits)}{temporary::panel(&limits)} }.into_any()
    });
    view! { <header class="title"><h2>"Limits"</h2></header>{body} }
}

/// The panel in the overview.
pub fn panel(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (own, asker) = (session.clone(), caller.clone());
    let body = with_account(session, caller, move |account| {
        let readings = Readings::after_the_balance(&own, &asker, &account.reference, Readings::begin_limits);
        view! { {overview(&own, &readings)}<div class="age">{readings.age(&own)}</div> }.into_any()
    });
    region("limits", "Limits", ().into_any(), body)
}

/// The limits in short: each of them waits, fails and is asked for again alone.
fn overview(session: &Session, readings: &Readings) -> AnyView {
    let Readings { credit_limit, temporary_limits, velocity_limits, restrictions, .. } = readings;
    let permanent = |limit: &Option<CreditLimit>| match limit {
        Some(limit) => amount(limit.credit_limit_amount.as_ref()),
        None => "No credit".into_any(),
    };
    let retry = credit_limit.retry(session);
    let permanent = loaded(&credit_limit.asking(), "the credit limit", retry, |_| None, Box::new(permanent));
    let planned = |limits: &[TemporaryCreditLimit]| planned(limits, time::now());
    let overridden =
        |limits: &[VelocityLimit]| names(limits.iter().filter(|limit| limit.is_overridden()).map(velocity_name));
    let blocked = |all: &[AuthorizationRestriction]| {
        names(all.iter().filter(|one| one.condition_check == Some(true)).map(restriction_name))
    };
    facts(vec![
        Fact::new("Permanent limit", permanent.into_any()),
        Fact::new("Temporary limits", in_short(session, temporary_limits, "the temporary limits", planned)),
        Fact::new("Velocity overrides", in_short(session, velocity_limits, "the velocity limits", overridden)),
        Fact::new("Restrictions in force", in_short(session, restrictions, "the restrictions", blocked)),
    ])
}

/// What a list comes to in a line; `what` completes "Reading …".
fn in_short<T: Clone + Send + Sync + 'static>(
    session: &Session,
    reading: &Reading<Rows<T>>,
    what: &'static str,
    words: fn(&[T]) -> String,
) -> AnyView {
    let shown = move |list: &Rows<T>| rules::short_words(words(&list.rows), list.unreadable).into_any();
    loaded(&reading.asking(), what, reading.retry(session), |_| None, Box::new(shown)).into_any()
}

/// "500.00 EUR until 28 Nov 2026, 00:00; …": what counts or will.
fn planned(limits: &[TemporaryCreditLimit], now: i64) -> String {
    let mut spans: Vec<Span> = limits.iter().map(Span::of).filter(|span| span.end > now).collect();
    spans.sort_by_key(|span| span.start);
    let words = |span: &Span| {
        let limit = span.limit.as_ref().map_or_else(|| NOT_STATED.into(), |limit| WRITE.money(limit));
        format!("{limit} {}", rules::period_words(span, &WRITE))
    };
    names(spans.iter().map(words))
}

fn names(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join("; ")
}
