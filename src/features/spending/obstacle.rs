//! The line on top of a customer's screen, from everything that was read. The overview has it read, after what a rep looks
//! at first; the other sections show what is known by then.

use contract::{CustomerDevice, Rows};
use leptos::prelude::*;

use super::{
    browser::WRITE,
    explain::explain,
    explanation::with_evidence,
    line::{Facts, Line, line, looking, not_looked, nothing_found},
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
    ui::{banner::Banner, load::Load},
};

/// Devices as their panel reads them.
type Devices = ArcRwSignal<Load<InPart<Rows<CustomerDevice>>>>;

/// What stands in the way of a caller whose wallet is active, or who has none; `devices` are those of the wallet.
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
    let key = caller.key().clone();
    let caller = caller.clone();
    // What stays the same is not said again.
    let said = Memo::new(move |_| {
        let (has_wallet, now) = (devices.is_some(), time::now());
        let not_yet = || if looks { looking(has_wallet) } else { not_looked(has_wallet) };
        say(&caller, &chosen.get(), devices.as_ref(), now).unwrap_or_else(not_yet)
    });
    (move || said.with(|said| line_view(said, in_view, &key))).into_any()
}

/// The line, as soon as nothing that is still to come can say anything before it: the rules are asked in one order.
fn say(caller: &Caller, account: &InView, devices: Option<&Devices>, now: i64) -> Option<Line> {
    let state = devices.map(|devices| devices.get());
    let has_wallet = state.is_some();
    if state.as_ref().is_some_and(|state| !state.is_settled()) {
        return None;
    }
    let linked = state.as_ref().and_then(Load::answer);
    let all = linked.filter(|linked| linked.is_all());
    let first = Facts { devices: all.map(|linked| linked.answer.rows.as_slice()), ..Facts::at(now) };
    if let Some(line) = line(&first, &WRITE) {
        return Some(line);
    }
    let devices_are_read = !has_wallet || all.is_some();
    match account {
        InView::NotYet => None,
        InView::Unread => Some(nothing_found(has_wallet, false)),
        InView::Missing => Some(nothing_found(has_wallet, devices_are_read)),
        InView::Account(account) => {
            let balance = known_balance(caller, account).get();
            if !balance.is_settled() {
                return None;
            }
            let balance = balance.answer();
            if let Some(line) = line(&Facts { balance, ..first }, &WRITE) {
                return Some(line);
            }
            let readings = Readings::of(caller, account);
            if !readings.limits_are_settled() || !readings.declined.is_settled() {
                return None;
            }
            let declined = readings.declined.answer();
            with_evidence(Some(&readings), balance, |evidence| {
                let newest = declined.as_ref().and_then(Option::as_ref);
                let why = newest.and_then(|declined| explain(declined, evidence, &WRITE));
                let day = newest.and_then(|declined| {
                    let time = declined.transaction_date.as_ref().or(declined.operation_date.as_ref())?;
                    time.day().map(|day| day.to_string())
                });
                let day = day.unwrap_or_else(|| "a day that is not stated".into());
                let all = Facts {
                    declined: why.as_ref().map(|why| (day.as_str(), why)),
                    restrictions: evidence.restrictions,
                    velocity_limits: evidence.velocity_limits,
                    balance,
                    credit_limit: evidence.credit_limit,
                    temporary_limits: evidence.temporary_limits,
                    ..first
                };
                let everything = devices_are_read
                    && balance.is_some()
                    && declined.is_some()
                    && evidence.restrictions.is_some()
                    && evidence.velocity_limits.is_some()
                    && evidence.temporary_limits.is_some()
                    && readings.credit_limit.answer().is_some();
                Some(line(&all, &WRITE).unwrap_or_else(|| nothing_found(has_wallet, everything)))
            })
        }
    }
}

fn line_view(line: &Line, in_view: Section, key: &OpaqueKey) -> AnyView {
    let Line { tone, picture, heading, sentence, place } = line.clone();
    let banner = Banner::status(tone, picture, heading, sentence).named("What stands in the way");
    match place.filter(|place| *place != in_view) {
        Some(place) => banner.leading(place.name(), Route::section(key, place).href()).view(),
        None => banner.view(),
    }
}
