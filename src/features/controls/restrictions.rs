//! The authorization restrictions of an account, in plain words: blocked or allowed.

use contract::{
    AuthorizationRestrictionReference, Operation, Rows,
    operations::issuing::limits::{
        AuthorizationRestriction, CreateAuthorizationRestrictionOverride, DeleteAuthorizationRestrictionOverride,
        UpdateAuthorizationRestrictionOverride,
    },
};
use leptos::prelude::*;

use super::{
    Controls, applied_to, opens, origin_badge,
    restriction::parameters,
    restriction_detail,
    restriction_draft::Subject,
    restriction_form::{self, Doing},
    restriction_write::{CHANGE, REMOVE},
};
use crate::{
    features::{
        outcome::outcome,
        spending::{Spending, restriction_name},
    },
    ui::{
        actions::{Button, together, why_not},
        badge::{Tone, badge},
        load::loaded,
        region::{focus_region, region},
        table::{Column, table_of},
    },
};

/// Names it to the gateway.
pub fn reference(restriction: &AuthorizationRestriction) -> &AuthorizationRestrictionReference {
    &restriction.authorization_restriction_identifier.authorization_restriction_reference
}

/// The region with the table, the detail of the restriction that was chosen, and the dialogs.
pub fn panel(controls: &Controls) -> AnyView {
    let Spending { session, caller, readings, .. } = controls.0.clone();
    let doing = RwSignal::new(Doing::Nothing);
    let overriding = controls.why_not(&CreateAuthorizationRestrictionOverride::SPEC, CHANGE);
    let changing = controls.why_not(&UpdateAuthorizationRestrictionOverride::SPEC, CHANGE);
    let removing = controls.why_not(&DeleteAuthorizationRestrictionOverride::SPEC, REMOVE);
    let changed = outcome(&session, &caller, &controls.writing(CHANGE), {
        let controls = controls.clone();
        move || restriction_form::reopen(&controls, doing)
    });
    let removed = outcome(&session, &caller, &controls.writing(REMOVE), || {});
    let choices = Choices { doing, chosen: RwSignal::new(None), overriding, changing, removing };
    let list = {
        let controls = controls.clone();
        let shown = move |list: &Rows<AuthorizationRestriction>| rows(&controls, list, choices);
        let empty = |list: &Rows<AuthorizationRestriction>| {
            (list.is_empty() && list.unreadable == 0)
                .then_some(("No restriction is set up for this account.", "The product decides which there are."))
        };
        let retry = readings.restrictions.retry(&session);
        loaded(readings.restrictions.begin(&session), "the restrictions", retry, empty, Box::new(shown))
    };
    let detail = {
        let controls = controls.clone();
        move || {
            let chosen = choices.chosen.get()?;
            let list = controls.readings.restrictions.answer()?;
            let one = list.rows.iter().find(|one| *reference(one) == chosen)?;
            Some(restriction_detail::detail(&controls, one, choices))
        }
    };
    let dialog = {
        let (controls, working) = (controls.clone(), caller.working());
        move || {
            let working = working.clone();
            let done = move || {
                doing.set(Doing::Nothing);
                if working.get_untracked() {
                    focus_region("restrictions");
                }
            };
            restriction_form::dialog(&controls, doing, done)
        }
    };
    let aged = readings.restrictions.age(&session, "the restrictions");
    let why = why_not(("restriction-reason", together([overriding, changing, removing])));
    let body = view! { {changed}{removed}{list}{why}<div class="age">{aged}</div>{detail}{dialog} };
    let meaning = view! { <small>"Blocked: what the rule concerns is declined."</small> };
    region("restrictions", "Authorization restrictions", meaning.into_any(), body.into_any())
}

/// What the rep chose, and why they may not.
#[derive(Clone, Copy)]
pub struct Choices {
    /// The dialog that is open.
    pub doing: RwSignal<Doing>,
    /// The restriction whose detail is open.
    pub chosen: RwSignal<Option<AuthorizationRestrictionReference>>,
    /// Why nothing may be overridden.
    pub overriding: Memo<Option<String>>,
    /// Why no override may be changed.
    pub changing: Memo<Option<String>>,
    /// Why no override may be removed.
    pub removing: Memo<Option<String>>,
}

fn rows(controls: &Controls, list: &Rows<AuthorizationRestriction>, choices: Choices) -> AnyView {
    let locale = &controls.session.config.locale;
    let rows = list.rows.iter().map(|one| {
        let overridden = one.is_overridden();
        let tone = match one.condition_check {
            Some(true) => (Tone::Attention, "off"),
            Some(false) => (Tone::Good, "check"),
            None => (Tone::Attention, "warning"),
        };
        vec![
            opens(restriction_name(one), reference(one).clone(), choices.chosen),
            badge(tone.0, tone.1, one.words()).into_any(),
            applied_to(parameters(one), locale).into_any(),
            origin_badge(overridden, one.condition_check_origin.as_ref()),
            actions(controls, one, choices),
        ]
    });
    let heads = [
        Column::name("Restriction"),
        Column::text("State"),
        Column::text("Applies to"),
        Column::text("Origin"),
        Column::text("Action"),
    ];
    table_of("Authorization restrictions", &heads, rows.collect(), list.unreadable)
}

fn actions(controls: &Controls, one: &AuthorizationRestriction, choices: Choices) -> AnyView {
    let Choices { doing, overriding, removing, .. } = choices;
    let subject = Subject { restriction: one.clone(), held: None };
    let (first, second, removed) = (controls.clone(), controls.clone(), subject.clone());
    let button = |name, hindrance| Button::new(name, ("restriction-reason", hindrance)).class("small");
    let begin = button("Override", overriding).view(move || restriction_form::open(&first, subject.clone(), doing));
    let removal = one.is_overridden().then(|| {
        button("Remove override", removing).view(move || restriction_form::remove(&second, removed.clone(), doing))
    });
    view! { <div class="actions">{begin}{removal}</div> }.into_any()
}
