//! The velocity limits of an account: what they allow, and whose word they are. How full one is stands in its detail.

use std::sync::Arc;

use contract::{
    Amount, Operation, Rows,
    operations::issuing::limits::{
        CreateVelocityLimitOverride, DeleteVelocityLimitOverride, OverrideTime, UpdateVelocityLimitOverride,
        VelocityLimit,
    },
};
use leptos::prelude::*;

use super::{
    Controls, opens, origin_badge,
    velocity::origin,
    velocity_detail,
    velocity_form::{self, Doing},
    velocity_write::{CHANGE, REMOVE},
};
use crate::{
    features::{
        outcome::outcome,
        spending::{Spending, WRITE, most_often, velocity_name},
    },
    ui::{
        actions::{Button, Press, together, why_not},
        age::age,
        amount::amount,
        badge::{Tone, badge},
        load::loaded,
        region::{focus_region, region},
        table::{Column, table_of},
    },
};

/// The region with the table, the detail of the limit that was chosen, and the dialogs.
pub fn panel(controls: &Controls) -> AnyView {
    let Spending { session, caller, readings, .. } = controls.0.clone();
    let doing = RwSignal::new(Doing::Nothing);
    let chosen = RwSignal::new(None);
    let overriding = controls.why_not(&CreateVelocityLimitOverride::SPEC, CHANGE);
    let changing = controls.why_not(&UpdateVelocityLimitOverride::SPEC, CHANGE);
    let removing = controls.why_not(&DeleteVelocityLimitOverride::SPEC, REMOVE);
    let changed = outcome(&session, &caller, &controls.writing(CHANGE), {
        let controls = controls.clone();
        move || velocity_form::reopen(&controls, doing)
    });
    let removed = outcome(&session, &caller, &controls.writing(REMOVE), || {});
    let choices = Choices { doing, chosen, overriding, changing, removing };
    let list = {
        let controls = controls.clone();
        let shown = move |list: &Rows<VelocityLimit>| rows(&controls, list, choices);
        let empty = |list: &Rows<VelocityLimit>| {
            (list.is_empty() && list.unreadable == 0)
                .then_some(("No velocity limit is set up for this account.", "The product decides which there are."))
        };
        let retry = readings.velocity_limits.retry(&session);
        loaded(readings.velocity_limits.begin(&session), "the velocity limits", retry, empty, Box::new(shown))
    };
    let detail = {
        let controls = controls.clone();
        move || {
            let reference = chosen.get()?;
            let list = controls.readings.velocity_limits.answer()?;
            let limit = list
                .rows
                .into_iter()
                .find(|limit| limit.velocity_limit_identifier.velocity_limit_reference == reference)?;
            Some(velocity_detail::detail(&controls, &limit, choices))
        }
    };
    let dialog = {
        let (controls, working) = (controls.clone(), caller.working());
        move || {
            let working = working.clone();
            let ended = Arc::new(move || {
                if working.get_untracked() {
                    focus_region("velocity");
                }
            });
            velocity_form::dialog(&controls, doing, ended)
        }
    };
    let aged = {
        let (readings, session) = (readings.clone(), session.clone());
        let again = Arc::new(move || readings.velocity_limits_again(&session));
        age(&controls.readings.velocity_limits.asking(), "the velocity limits", again)
    };
    let why = why_not(("velocity-reason", together([overriding, changing, removing])));
    let body = view! { {changed}{removed}{list}{why}<div class="age">{aged}</div>{detail}{dialog} };
    region("velocity", "Velocity limits", ().into_any(), body.into_any())
}

/// What the rep chose, and why they may not.
#[derive(Clone, Copy)]
pub struct Choices {
    /// The dialog that is open.
    pub doing: RwSignal<Doing>,
    /// The limit whose detail is open.
    pub chosen: RwSignal<Option<contract::VelocityLimitReference>>,
    /// Why nothing may be overridden.
    pub overriding: Memo<Option<String>>,
    /// Why no override may be changed.
    pub changing: Memo<Option<String>>,
    /// Why no override may be removed.
    pub removing: Memo<Option<String>>,
}

fn rows(controls: &Controls, list: &Rows<VelocityLimit>, choices: Choices) -> AnyView {
    let rows = list.rows.iter().map(|limit| row(controls, limit, choices)).collect();
    let heads = [
        Column::name("Limit"),
        Column::figures("Maximum amount"),
        Column::figures("Maximum count"),
        Column::text("Origin"),
        Column::text("Action"),
    ];
    table_of("Velocity limits", &heads, rows, list.unreadable)
}

fn row(controls: &Controls, limit: &VelocityLimit, choices: Choices) -> Vec<AnyView> {
    let reference = limit.velocity_limit_identifier.velocity_limit_reference.clone();
    vec![
        opens(velocity_name(limit), reference, choices.chosen),
        shown_maximum_amount(limit),
        shown_maximum_count(limit),
        set_by(limit),
        actions(controls, limit, choices),
    ]
}

/// The maximum amount, and a word where it lets nothing pass.
pub fn shown_maximum_amount(limit: &VelocityLimit) -> AnyView {
    if limit.maximum_amount_check == Some(false) {
        return "No limit".into_any();
    }
    let nothing = limit.maximum_amount.as_ref().and_then(Amount::stated).is_some_and(|most| most.value == 0);
    declining(nothing, amount(limit.maximum_amount.as_ref()))
}

/// The maximum count, and the same word.
pub fn shown_maximum_count(limit: &VelocityLimit) -> AnyView {
    let nothing = limit.maximum_count_check != Some(false) && limit.maximum_count == Some(0);
    declining(nothing, most_often(limit.maximum_count_check, limit.maximum_count).into_any())
}

fn declining(nothing: bool, bound: AnyView) -> AnyView {
    let word = nothing.then(|| badge(Tone::Attention, "warning", "Declines everything"));
    view! { {word}{bound} }.into_any()
}

fn set_by(limit: &VelocityLimit) -> AnyView {
    let until = limit.velocity_limit_override_enddate.as_ref().map(|end| match end {
        OverrideTime::At(end) => format!(" until {}", WRITE.moment(end.epoch_millis())),
        OverrideTime::Written(end) => format!(" until {end}"),
    });
    let overridden = limit.is_overridden();
    let until = until.filter(|_| overridden).map(|until| view! { <small>{until}</small> });
    view! { {origin_badge(overridden, origin(limit))}{until} }.into_any()
}

fn actions(controls: &Controls, limit: &VelocityLimit, choices: Choices) -> AnyView {
    let Choices { doing, overriding, removing, .. } = choices;
    let (over, remove) = (limit.clone(), limit.clone());
    let (first, second) = (controls.clone(), controls.clone());
    let button =
        |name, hindrance, act: Press| Button::new(name, ("velocity-reason", hindrance)).class("small").view(act);
    let begin = button("Override", overriding, Box::new(move || velocity_form::begin(&first, &over, doing)));
    let removal = limit
        .is_overridden()
        .then(|| button("Remove override", removing, Box::new(move || velocity_form::remove(&second, &remove, doing))));
    view! { <div class="actions">{begin}{removal}</div> }.into_any()
}
