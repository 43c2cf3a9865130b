//! The credit limit: the permanent one, and those that stand above it for a while.

mod add;
mod permanent;
mod preview;
mod rules;
mod temporary;
mod timeline;
mod warning;

use std::ops::Deref;

use contract::{
    AccountReference, Amount, Money,
    operations::issuing::{
        accounts::AccountBalance,
        limits::{CreditLimit, TemporaryCreditLimit},
    },
};
use leptos::prelude::*;

use self::timeline::Span;
use super::{
    account::{self, with_account},
    spending::{Readings, Spending, WRITE, restriction_name, velocity_name},
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
        let retry = readings.credit_limit.retry(&own);
        let asking = readings.credit_limit.asking();
        let aged = readings.age(&own);
        let shown = move |limit: &Option<CreditLimit>| {
            let (readings, permanent) = (readings.clone(), limit.as_ref().map(timeline::permanent));
            let all = move || match readings.limits_are_settled() {
                true => overview(&readings, permanent.clone()),
                false => view! { <div class="reserved" aria-busy="true"></div> }.into_any(),
            };
            all.into_any()
        };
        let list = loaded(&asking, "the limits", retry, |_| None, Box::new(shown));
        view! { {list}<div class="age">{aged}</div> }.into_any()
    });
    region("limits", "Limits", ().into_any(), body)
}

/// The limits in short; `permanent` is `None` for an account without credit.
fn overview(readings: &Readings, permanent: Option<Option<Money>>) -> AnyView {
    let permanent = match permanent {
        Some(limit) => amount(limit.map(Amount::from).as_ref()),
        None => "No credit".into_any(),
    };
    let unread = || "Could not be read".to_owned();
    let planned = readings.temporary_limits.answer().map_or_else(unread, |list| planned(&list.rows, time::now()));
    let overridden = readings.velocity_limits.answer().map_or_else(unread, |list| {
        names(list.rows.iter().filter(|limit| limit.is_overridden()).map(velocity_name), "None")
    });
    let blocked = readings.restrictions.answer().map_or_else(unread, |list| {
        names(list.rows.iter().filter(|one| one.condition_check == Some(true)).map(restriction_name), "None")
    });
    facts(vec![
        Fact::new("Permanent limit", permanent),
        Fact::text("Temporary limits", planned),
        Fact::text("Velocity overrides", overridden),
        Fact::text("Restrictions in force", blocked),
    ])
}

/// "500.00 EUR until 28 Nov 2026, 00:00; …": what counts or will.
fn planned(limits: &[TemporaryCreditLimit], now: i64) -> String {
    let mut spans: Vec<Span> = limits.iter().map(Span::of).filter(|span| span.end > now).collect();
    spans.sort_by_key(|span| span.start);
    let words = |span: &Span| {
        let limit = span.limit.as_ref().map_or_else(|| NOT_STATED.into(), |limit| WRITE.money(limit));
        format!("{limit} {}", rules::period_words(span, &WRITE))
    };
    names(spans.iter().map(words), "None")
}

fn names(names: impl Iterator<Item = String>, none: &str) -> String {
    let names = names.collect::<Vec<_>>().join("; ");
    if names.is_empty() { none.to_owned() } else { names }
}
