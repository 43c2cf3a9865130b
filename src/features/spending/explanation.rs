//! The explanation beside a declined authorization.

use std::sync::Arc;

use contract::{
    AccountReference, Rows,
    operations::issuing::{
        accounts::AccountBalance,
        operations::{Authorization, DeclineReason},
    },
};
use leptos::prelude::*;

use super::{
    browser::WRITE,
    counters,
    explain::{Evidence, Explanation, explain},
    readings::Readings,
};
use crate::{
    browser::time,
    features::account::{self, known_balance, read_balance_again},
    routes::{OpaqueKey, Route},
    session::{Caller, Session},
    ui::{
        age::age_of,
        facts::{Fact, facts},
        load::Load,
        region::region,
    },
};

/// Why this authorization was declined; nothing for one that was not.
pub fn explanation(
    session: &Session,
    caller: &Caller,
    account: &AccountReference,
    authorization: &Authorization,
) -> AnyView {
    let readings = begin(session, caller, account, authorization.decline_reason.as_ref());
    let balance = account::balance(session, caller, account).state();
    let aged = readings.as_ref().map(|readings| aged(readings, session, caller, account)).into_any();
    let (authorization, key) = (authorization.clone(), caller.key().clone());
    if let Some(readings) = readings.clone() {
        let (session, authorization) = (session.clone(), authorization.clone());
        Effect::new(move |_| counters::begin(&session, &readings, &authorization));
    }
    let body = move || {
        let waiting = |what: &'static str| view! { <p class="hint" aria-busy="true">{what}</p> }.into_any();
        if !readings.as_ref().is_none_or(Readings::limits_are_settled) {
            return waiting("Reading the limits that may have caused it.");
        }
        if !readings.as_ref().is_none_or(|readings| counters::are_settled(readings, &authorization)) {
            return waiting("Reading how much of the limits is used that may have caused it.");
        }
        let balance = balance.with(|state| state.answer().cloned());
        let why =
            with_evidence(readings.as_ref(), balance.as_ref(), |evidence| explain(&authorization, evidence, &WRITE));
        why.map(|why| explanation_view(&why, &key)).into_any()
    };
    let body = view! { {body}<div class="age">{aged}</div> };
    region("why-declined", "Why it was declined", ().into_any(), body.into_any())
}

fn explanation_view(why: &Explanation, key: &OpaqueKey) -> AnyView {
    let link = why.fix.place.map(|place| {
        let href = Route::section(key, place).href();
        view! { <div><a class="lone" href=href>{place.name()}</a></div> }
    });
    let mut all = vec![Fact::text("Cause", why.cause.words()), Fact::text("What happened", why.happened.clone())];
    all.extend(why.left.clone().map(|left| Fact::text("Left", left)));
    all.extend(why.resets.clone().map(|resets| Fact::text("Ends or resets", resets)));
    all.push(Fact::new("What helps", view! { <div>{why.fix.sentence.clone()}{link}</div> }.into_any()));
    facts(all)
}

/// When the oldest of what it is told from was read, and reading all of it again.
fn aged(readings: &Readings, session: &Session, caller: &Caller, account: &AccountReference) -> AnyView {
    let balance = known_balance(caller, account);
    let read_at = {
        let readings = readings.clone();
        move || readings.limits_read_at().into_iter().chain(balance.with(Load::read_at)).min()
    };
    let (readings, session, caller, account) = (readings.clone(), session.clone(), caller.clone(), account.clone());
    let again = move || {
        readings.limits_again(&session);
        read_balance_again(&session, &caller, &account);
    };
    age_of(read_at, "what it is told from", Arc::new(again))
}

/// The readings that this reason is explained from; most reasons need none.
fn begin(
    session: &Session,
    caller: &Caller,
    account: &AccountReference,
    reason: Option<&DeclineReason>,
) -> Option<Readings> {
    let needs = matches!(
        reason,
        Some(
            DeclineReason::OverLimit
                | DeclineReason::OverUsageLimit
                | DeclineReason::OverCreditLimit
                | DeclineReason::RestrictionViolated
        )
    );
    needs.then(|| {
        let readings = Readings::of(caller, account);
        readings.begin_limits(session);
        readings
    })
}

/// What the readings hold now. Tracked.
pub fn with_evidence<T>(
    readings: Option<&Readings>,
    balance: Option<&AccountBalance>,
    with: impl FnOnce(&Evidence<'_>) -> T,
) -> T {
    let velocity_limits = readings.and_then(|readings| {
        let list = readings.velocity_limits.answer()?;
        Some(counters::filled_in(readings, list.rows))
    });
    let (velocity_limits, unread_counters) = velocity_limits.unzip();
    let unread_counters = unread_counters.unwrap_or_default();
    let restrictions = readings.and_then(|readings| readings.restrictions.answer());
    let credit_limit = readings.and_then(|readings| readings.credit_limit.answer()).flatten();
    let temporary_limits = readings.and_then(|readings| readings.temporary_limits.answer());
    with(&Evidence {
        velocity_limits: velocity_limits.as_deref(),
        unread_counters: &unread_counters,
        restrictions: restrictions.as_ref().and_then(all_of),
        balance,
        credit_limit: credit_limit.as_ref(),
        temporary_limits: temporary_limits.as_ref().and_then(all_of),
        listed_only: false,
        now: time::now(),
    })
}

/// A list that is known to be whole: what it lacks is concluded from.
fn all_of<T>(list: &Rows<T>) -> Option<&[T]> {
    (list.unreadable == 0).then_some(list.rows.as_slice())
}
