//! The authorization restrictions of an account, in plain words: blocked or allowed.

use contract::{
    AuthorizationRestrictionReference, Operation, Rows,
    operations::issuing::limits::{AuthorizationRestriction, CreateAuthorizationRestrictionOverride, LimitOrigin},
};
use leptos::prelude::*;

use super::{
    Controls, applied_to, opens, origin_badge,
    restriction::{NOT_REMOVED, parameters},
    restriction_form::{self, KIND},
};
use crate::{
    features::{
        outcome::outcome,
        spending::{Spending, origin_words, restriction_name},
    },
    ui::{
        actions::{Button, why_not},
        badge::{Tone, badge},
        facts::{Fact, facts},
        load::loaded,
        region::{focus_region, region},
        table::{Column, table_of},
    },
};

/// The region with the table.
pub fn panel(controls: &Controls) -> AnyView {
    let Spending { session, caller, readings, .. } = controls.0.clone();
    let doing = RwSignal::new(None::<AuthorizationRestriction>);
    let hindrance = controls.why_not(&CreateAuthorizationRestrictionOverride::SPEC, KIND);
    let said = outcome(&session, &caller, &controls.writing(KIND), {
        let controls = controls.clone();
        move || doing.set(restriction_form::subject(&controls))
    });
    let chosen = RwSignal::new(None::<AuthorizationRestrictionReference>);
    let locale = session.config.locale.clone();
    let shown = move |list: &Rows<AuthorizationRestriction>| rows(list, &locale, Choices { doing, chosen, hindrance });
    let empty = |list: &Rows<AuthorizationRestriction>| {
        (list.is_empty() && list.unreadable == 0)
            .then_some(("No restriction is set up for this account.", "The product decides which there are."))
    };
    let retry = readings.restrictions.retry(&session);
    let list = loaded(readings.restrictions.begin(&session), "the restrictions", retry, empty, Box::new(shown));
    let detail = {
        let controls = controls.clone();
        move || {
            let reference = chosen.get()?;
            let list = controls.readings.restrictions.answer()?;
            let one = list.rows.iter().find(|one| *restriction_form::reference(one) == reference)?;
            Some(detail(one, &controls.session.config.locale))
        }
    };
    let dialog = {
        let (controls, working) = (controls.clone(), caller.working());
        move || {
            let working = working.clone();
            let done = move || {
                doing.set(None);
                if working.get_untracked() {
                    focus_region("restrictions");
                }
            };
            doing.get().map(|restriction| restriction_form::dialog(&controls, restriction, done))
        }
    };
    let aged = readings.restrictions.age(&session, "the restrictions");
    let why = why_not(("restriction-reason", hindrance));
    let body = view! { {said}{list}{why}<div class="age">{aged}</div>{detail}{dialog} };
    let meaning = view! { <small>"Blocked: what the rule concerns is declined."</small> };
    region("restrictions", "Authorization restrictions", meaning.into_any(), body.into_any())
}

/// What the rep chose, and why they may not.
#[derive(Clone, Copy)]
struct Choices {
    doing: RwSignal<Option<AuthorizationRestriction>>,
    chosen: RwSignal<Option<AuthorizationRestrictionReference>>,
    hindrance: Memo<Option<String>>,
}

fn rows(list: &Rows<AuthorizationRestriction>, locale: &str, choices: Choices) -> AnyView {
    let Choices { doing, chosen, hindrance } = choices;
    let rows = list.rows.iter().map(|one| {
        let overridden = one.is_overridden();
        let tone = match one.condition_check {
            Some(true) => (Tone::Attention, "off"),
            Some(false) => (Tone::Good, "check"),
            None => (Tone::Attention, "warning"),
        };
        let what = applied_to(parameters(one), locale);
        let subject = one.clone();
        let removal = overridden.then(|| {
            view! {
                <button type="button" class="small" disabled aria-describedby="restriction-not-removed">
                    "Remove override"
                </button>
            }
        });
        let begin = Button::new("Override", ("restriction-reason", hindrance)).class("small");
        let begin = begin.view(move || doing.set(Some(subject.clone())));
        let actions = view! { <div class="actions">{begin}{removal}</div> };
        vec![
            opens(restriction_name(one), restriction_form::reference(one).clone(), chosen),
            badge(tone.0, tone.1, one.words()).into_any(),
            what.into_any(),
            origin_badge(overridden, one.condition_check_origin.as_ref()),
            actions.into_any(),
        ]
    });
    let heads = [
        Column::name("Restriction"),
        Column::text("State"),
        Column::text("Applies to"),
        Column::text("Origin"),
        Column::text("Action"),
    ];
    let not_removed = list
        .rows
        .iter()
        .any(AuthorizationRestriction::is_overridden)
        .then(|| view! { <p class="hint" id="restriction-not-removed">{NOT_REMOVED}</p> });
    let table = table_of("Authorization restrictions", &heads, rows.collect(), list.unreadable);
    view! { {table}{not_removed} }.into_any()
}

/// One restriction: how it is named to the gateway, and whose word each half of it is.
fn detail(one: &AuthorizationRestriction, locale: &str) -> AnyView {
    let origin = |origin: &Option<LimitOrigin>| origin.as_ref().map_or("Not stated", origin_words).to_owned();
    let facts = facts(vec![
        Fact::id("Reference", "reference", restriction_form::reference(one).to_string()),
        Fact::text("State", format!("{}, set by: {}", one.words(), origin(&one.condition_check_origin))),
        Fact::text("Applies to", applied_to(parameters(one), locale)),
        Fact::text("That is set by", origin(&one.condition_parameters_origin)),
    ]);
    let name = view! { <small>{restriction_name(one)}</small> };
    region("restriction-detail", "Restriction", name.into_any(), facts)
}
