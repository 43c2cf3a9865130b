//! The line on top of a customer's screen, from everything that was read. The overview has it read, after what a rep looks
//! at first; the other sections show what is known by then.

use std::sync::Arc;

use contract::{CustomerDevice, Rows, operations::issuing::accounts::AccountBalance};
use leptos::prelude::*;

use super::{
    browser::WRITE,
    counters,
    explain::{Evidence, explain},
    explanation::with_evidence,
    line::{Facts, Line, is_used_up, line, looking, not_looked, nothing_found},
    readings::Readings,
};
use crate::{
    browser::time,
    features::{
        account::{self, InView, known_balance},
        trouble::InPart,
    },
    routes::{OpaqueKey, Route, Section},
    session::{Caller, Session},
    ui::{age::age_of, banner::Banner, load::Load, trouble::Retry},
};

/// The wallet's devices as their panel reads them, and reading them again.
pub type Devices = (ArcRwSignal<Load<InPart<Rows<CustomerDevice>>>>, Retry);

/// What stands in the way of a caller whose wallet is active, or who has none; `devices` are those of the wallet. Beside it
/// when the oldest of what it is made of was read, and reading all of it again.
pub fn obstacle(session: &Session, caller: &Caller, in_view: Section, devices: Option<Devices>) -> AnyView {
    let looks = in_view == Section::Overview;
    let chosen = account::in_view(session, caller);
    if looks {
        let (session, caller) = (session.clone(), caller.clone());
        Effect::new(move |_| {
            if let InView::Account(account) = chosen.get() {
                Readings::after_the_balance(&session, &caller, &account, Readings::begin_all);
            }
        });
    }
    let (reads, asker) = (session.clone(), caller.clone());
    Effect::new(move |_| {
        let InView::Account(account) = chosen.get() else { return };
        let readings = Readings::of(&asker, &account);
        if let Some(declined) = readings.last_days.answer().and_then(|days| days.declined) {
            counters::begin(&reads, &readings, &declined);
        }
    });
    let aged = aged(session, caller, chosen, devices.as_ref());
    let key = caller.key().clone();
    let caller = caller.clone();
    // What stays the same is not said again.
    let said = Memo::new(move |_| {
        let (has_wallet, now) = (devices.is_some(), time::now());
        let not_yet = || if looks { looking(has_wallet) } else { not_looked(has_wallet) };
        say(&caller, &chosen.get(), devices.as_ref(), now).unwrap_or_else(not_yet)
    });
    let line = move || said.with(|said| line_view(said, in_view, &key));
    view! { <div class="aging">{line}<div class="age">{aged}</div></div> }.into_any()
}

fn aged(session: &Session, caller: &Caller, chosen: Memo<InView>, devices: Option<&Devices>) -> AnyView {
    let again = {
        let (session, caller) = (session.clone(), caller.clone());
        let devices = devices.map(|(_, again)| again.clone());
        move || {
            if let Some(again) = &devices {
                again();
            }
            if let InView::Account(account) = chosen.get_untracked() {
                Readings::of(&caller, &account).all_again(&session, &caller, &account);
            }
        }
    };
    let (caller, devices) = (caller.clone(), devices.map(|(state, _)| state.clone()));
    let read_at = move || {
        let InView::Account(account) = chosen.get() else { return None };
        let readings = Readings::of(&caller, &account);
        let settled = readings.limits_are_settled() && readings.last_days.is_settled();
        let devices = devices.as_ref().and_then(|devices| devices.with(Load::read_at));
        let balance = known_balance(&caller, &account).with(Load::read_at);
        let read = [devices, balance, readings.limits_read_at(), readings.last_days.read_at()];
        read.into_iter().flatten().min().filter(|_| settled)
    };
    age_of(read_at, "what stands in the way", Arc::new(again))
}

/// The line, as soon as nothing that is still to come can say anything before it: the rules are asked in one order.
fn say(caller: &Caller, account: &InView, devices: Option<&Devices>, now: i64) -> Option<Line> {
    let state = devices.map(|(devices, _)| devices.get());
    let has_wallet = state.is_some();
    if state.as_ref().is_some_and(|state| !state.is_settled()) {
        return None;
    }
    let evidence = Evidence { now, ..Evidence::default() };
    let linked = state.as_ref().and_then(Load::answer).filter(|linked| linked.is_all());
    let devices = linked.map(|linked| linked.answer.rows.as_slice());
    let first = Facts { devices, evidence, ..Facts::default() };
    if let Some(line) = line(&first, &WRITE) {
        return Some(line);
    }
    let is_fresh = |state: &Load<_>| matches!(state, Load::Ready(..));
    let devices_are_read = !has_wallet || linked.is_some() && state.as_ref().is_some_and(is_fresh);
    match account {
        InView::NotYet => None,
        InView::Unread => Some(nothing_found(has_wallet, false)),
        InView::Missing => Some(nothing_found(has_wallet, devices_are_read)),
        InView::Account(account) => {
            let balance = known_balance(caller, account).get();
            let readings = Readings::of(caller, account);
            if !balance.is_settled() || !readings.limits_are_settled() {
                return None;
            }
            // Where nothing is left no payment of the last days says more.
            if !readings.last_days.is_settled() && !balance.answer().is_some_and(is_used_up) {
                return None;
            }
            let declined = readings.last_days.answer().and_then(|days| days.declined);
            if declined.is_some_and(|declined| !counters::are_settled(&readings, &declined)) {
                return None;
            }
            let everything = devices_are_read && matches!(balance, Load::Ready(..)) && readings.are_fresh_and_whole();
            Some(found(&readings, balance.answer(), first).unwrap_or_else(|| nothing_found(has_wallet, everything)))
        }
    }
}

/// What is in the way, when everything has come or failed.
fn found(readings: &Readings, balance: Option<&AccountBalance>, first: Facts<'_>) -> Option<Line> {
    let last_days = readings.last_days.answer();
    let newest = last_days.as_ref().and_then(|days| Some((days.declined.as_ref()?, days.in_full)));
    with_evidence(Some(readings), balance, |evidence| {
        let why = newest.and_then(|(declined, in_full)| {
            explain(declined, &Evidence { listed_only: !in_full, ..*evidence }, &WRITE)
        });
        let day = newest.and_then(|(declined, _)| {
            let time = declined.transaction_date.as_ref().or(declined.operation_date.as_ref())?;
            time.day().map(time::day)
        });
        let day = day.unwrap_or_else(|| "a day that is not stated".into());
        let declined = why.as_ref().map(|why| (day.as_str(), why));
        line(&Facts { devices: first.devices, declined, evidence: *evidence }, &WRITE)
    })
}

fn line_view(line: &Line, in_view: Section, key: &OpaqueKey) -> AnyView {
    let Line { tone, picture, heading, sentence, place } = line.clone();
    let banner = Banner::status(tone, picture, heading, sentence).named("What stands in the way");
    match place.filter(|place| *place != in_view) {
        Some(place) => banner.leading(place.name(), Route::section(key, place).href()).view(),
        None => banner.view(),
    }
}
