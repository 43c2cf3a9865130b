//! One restriction: how it is named to the gateway, whose word each half of it is, and every override that there is.

use contract::{
    Rows,
    operations::issuing::limits::{AuthorizationRestriction, AuthorizationRestrictionOverride, LimitOrigin},
};
use leptos::prelude::*;

use super::{
    Controls, applied_to,
    held::Held,
    held_actions,
    override_history::{self, OpenHistory},
    restriction::{Wanted, parameters},
    restriction_draft::{Subject, state_words},
    restriction_form,
    restriction_write::overrides,
    restrictions::{Choices, reference as restriction_reference},
    time_words,
};
use crate::{
    features::spending::{origin_words, restriction_name},
    ui::{
        facts::{Fact, facts},
        load::loaded,
        region::region,
        table::{Column, table_of},
    },
};

/// The region under the table.
pub fn detail(controls: &Controls, one: &AuthorizationRestriction, choices: Choices) -> AnyView {
    let overrides = overrides(&controls.caller, &controls.rule(one));
    let retry = overrides.retry(&controls.session);
    let shown = {
        let (controls, one) = (controls.clone(), one.clone());
        move |list: &Rows<AuthorizationRestrictionOverride>| rows(&controls, &one, list, choices)
    };
    let empty = |list: &Rows<AuthorizationRestrictionOverride>| {
        (list.is_empty() && list.unreadable == 0)
            .then_some(("Nothing overrides this restriction.", "What the product has set counts."))
    };
    let list = loaded(overrides.begin(&controls.session), "the overrides", retry, empty, Box::new(shown));
    let name = view! { <small>{restriction_name(one)}</small> };
    let body = view! { {figures(one, &controls.session.config.locale)}{list} };
    region("restriction-detail", "Restriction", name.into_any(), body.into_any())
}

fn figures(one: &AuthorizationRestriction, locale: &str) -> AnyView {
    let origin = |origin: &Option<LimitOrigin>| origin.as_ref().map_or("Not stated", origin_words).to_owned();
    facts(vec![
        Fact::id("Reference", "reference", restriction_reference(one).as_str()),
        Fact::text("State", format!("{}, set by: {}", one.words(), origin(&one.condition_check_origin))),
        Fact::text("Applies to", applied_to(parameters(one), locale)),
        Fact::text("That is set by", origin(&one.condition_parameters_origin)),
    ])
}

fn rows(
    controls: &Controls,
    one: &AuthorizationRestriction,
    list: &Rows<AuthorizationRestrictionOverride>,
    choices: Choices,
) -> AnyView {
    let seen = OpenHistory::of_a_restriction();
    let mut held: Vec<_> = list.rows.iter().collect();
    held.sort_by_key(|held| std::cmp::Reverse(held.priority()));
    let rows = held.into_iter().map(|held| {
        let Wanted { blocked, parameters, .. } = Wanted::of(held);
        let codes = parameters
            .map_or_else(|| "Not overridden".into(), |codes| applied_to(&codes, &controls.session.config.locale));
        let subject = Subject { restriction: one.clone(), held: Some(held.clone()) };
        let (first, second, removed) = (controls.clone(), controls.clone(), subject.clone());
        let change = Box::new(move || restriction_form::open(&first, subject.clone(), choices.doing));
        let remove = Box::new(move || restriction_form::remove(&second, removed.clone(), choices.doing));
        let off = [choices.changing, choices.removing];
        vec![
            state_words(blocked).into_any(),
            codes.into_any(),
            time_words(held.activation_start_time.as_ref(), "At once").into_any(),
            time_words(held.activation_end_time.as_ref(), "For ever").into_any(),
            held.priority().to_string().into_any(),
            held_actions("restriction-reason", held.reference(), off, change, remove, &seen),
        ]
    });
    let heads = [
        Column::text("State"),
        Column::text("Applies to"),
        Column::text("From"),
        Column::text("Until"),
        Column::figures("Priority"),
        Column::text("Action"),
    ];
    let table = table_of("Overrides of this restriction", &heads, rows.collect(), list.unreadable);
    view! { {table}{override_history::restriction(controls, one, &seen)} }.into_any()
}
