//! One velocity limit: what counts of it now, and every override that there is.

use contract::{
    Rows,
    operations::issuing::limits::{
        LimitOrigin, ListVelocityLimitOverrides, OverrideTime, VelocityLimit, VelocityLimitOverride,
    },
};
use leptos::prelude::*;

use super::{
    Controls,
    held::{Held, still_there},
    held_actions,
    override_history::{self, OpenHistory},
    time_words,
    velocity::{Bound, Wanted},
    velocity_form,
    velocity_limits::{Choices, shown_maximum_amount, shown_maximum_count},
};
use crate::{
    browser::time,
    features::spending::{Reading, call, number, origin_words, velocity_name},
    session::Caller,
    ui::{
        amount::{amount, money_text},
        facts::{Fact, facts_across},
        load::loaded,
        region::region,
        table::{Column, table_of},
    },
};

/// All overrides of one limit that there ever were; live with the caller.
pub type Overrides = Reading<Rows<VelocityLimitOverride>>;

/// The caller's, of this limit of this account.
pub fn overrides(caller: &Caller, target: &super::velocity::Target) -> Overrides {
    let super::velocity::Target { account, limit } = target.clone();
    caller.keep_for(&format!("{account} {limit}"), || {
        Reading::new("The overrides", move |gateway| {
            let request = ListVelocityLimitOverrides {
                account_reference: account.clone(),
                velocity_limit_reference: limit.clone(),
                all: Some(true),
            };
            call(gateway, request)
        })
    })
}

/// The region under the table.
pub fn detail(controls: &Controls, limit: &VelocityLimit, choices: Choices) -> AnyView {
    let target = controls.target(limit);
    let overrides = overrides(&controls.caller, &target);
    let retry = overrides.retry(&controls.session);
    let shown = {
        let (controls, limit) = (controls.clone(), limit.clone());
        move |list: &Rows<VelocityLimitOverride>| rows(&controls, &limit, list, choices)
    };
    let empty = |list: &Rows<VelocityLimitOverride>| {
        (still_there(&list.rows, time::now()).is_empty() && list.unreadable == 0)
            .then_some(("Nothing overrides this limit.", "What the product has set counts."))
    };
    let list = loaded(overrides.begin(&controls.session), "the overrides", retry, empty, Box::new(shown));
    let name = view! { <small>{velocity_name(limit)}</small> };
    let one = controls.readings.velocity_limit(&target.limit);
    let retry = one.retry(&controls.session);
    let shown = Box::new(|limit: &VelocityLimit| figures(limit));
    let figures = loaded(one.begin(&controls.session), "how much of the limit is used", retry, |_| None, shown);
    region("velocity-detail", "Overrides", name.into_any(), view! { {figures}{list} }.into_any())
}

/// How full it is, and whose word each half of it is, as its own read tells (seed 004:2632-2634).
fn figures(limit: &VelocityLimit) -> AnyView {
    let with_origin = |value: AnyView, origin: &Option<LimitOrigin>| {
        let origin = origin.as_ref().map(|origin| view! { " "<small>{origin_words(origin).to_owned()}</small> });
        view! { {value}{origin} }.into_any()
    };
    let least = match limit.minimum_amount_check {
        Some(true) => with_origin(amount(limit.minimum_amount.as_ref()), &limit.minimum_amount_origin),
        _ => "Not checked".into_any(),
    };
    let (since, until) = (&limit.velocity_limit_override_startdate, &limit.velocity_limit_override_enddate);
    let words = |time: &Option<OverrideTime>| time_words(time.as_ref(), "");
    let period = match (since, until) {
        _ if !limit.is_overridden() => "The gateway does not state it".into(),
        (None, None) => "For ever".into(),
        (Some(_), None) => format!("From {}", words(since)),
        (None, Some(_)) => format!("Until {}", words(until)),
        (Some(_), Some(_)) => format!("From {} until {}", words(since), words(until)),
    };
    let reference = limit.velocity_limit_identifier.velocity_limit_reference.to_string();
    facts_across(vec![
        Fact::new("Amount used", amount(limit.amount.as_ref())),
        Fact::new("Maximum amount", with_origin(shown_maximum_amount(limit), &limit.maximum_amount_origin)),
        Fact::text("Count used", number(limit.count)),
        Fact::new("Maximum count", with_origin(shown_maximum_count(limit), &limit.maximum_count_origin)),
        Fact::new("Minimum amount", least),
        Fact::text("Period", period),
        Fact::id("Reference", "reference", &reference),
    ])
}

fn rows(controls: &Controls, limit: &VelocityLimit, list: &Rows<VelocityLimitOverride>, choices: Choices) -> AnyView {
    let mut all = still_there(&list.rows, time::now());
    all.sort_by_key(|held| std::cmp::Reverse(held.priority()));
    let seen = OpenHistory::of_a_limit();
    let rows = all.iter().map(|held| {
        let Wanted { sum, count, .. } = Wanted::of(held);
        vec![
            bound_words(&sum, money_text).into_any(),
            bound_words(&count, i64::to_string).into_any(),
            time_words(held.activation_start_time.as_ref(), "At once").into_any(),
            time_words(held.activation_end_time.as_ref(), "For ever").into_any(),
            held.priority().to_string().into_any(),
            actions(controls, limit, held, choices, &seen),
        ]
    });
    let heads = [
        Column::figures("Maximum amount"),
        Column::figures("Maximum count"),
        Column::text("From"),
        Column::text("Until"),
        Column::figures("Priority"),
        Column::text("Action"),
    ];
    let table = table_of("Overrides of this limit", &heads, rows.collect(), list.unreadable);
    view! { {table}{override_history::velocity(controls, limit, &seen)} }.into_any()
}

/// A bound in words.
pub fn bound_words<T>(bound: &Bound<T>, words: impl Fn(&T) -> String) -> String {
    match bound {
        Bound::Unchanged => "Not overridden".into(),
        Bound::UpTo(most) => words(most),
        Bound::Unlimited => "No limit".into(),
    }
}

fn actions(
    controls: &Controls,
    limit: &VelocityLimit,
    held: &VelocityLimitOverride,
    choices: Choices,
    seen: &OpenHistory,
) -> AnyView {
    let Choices { doing, changing, removing, .. } = choices;
    let (first, change, changed) = (controls.clone(), limit.clone(), held.clone());
    let (second, remove, removed) = (controls.clone(), limit.clone(), held.clone());
    let change = Box::new(move || velocity_form::change(&first, &change, &changed, doing));
    let remove = Box::new(move || velocity_form::remove_this(&second, &remove, &removed, doing));
    held_actions("velocity-reason", held.reference(), [changing, removing], change, remove, seen)
}
