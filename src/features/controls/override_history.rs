//! Who changed an override, and when: asked for when the rep wants to see it.

use contract::{
    Rows, free_text,
    operations::issuing::limits::{
        AuthorizationRestriction, AuthorizationRestrictionOverrideChange, ListAuthorizationRestrictionOverrideHistory,
        ListVelocityLimitOverrideHistory, OverrideTime, VelocityLimit, VelocityLimitOverrideChange,
    },
};
use leptos::prelude::*;

use super::{Controls, time_words};
use crate::{
    features::spending::{Reading, call},
    ui::{
        amount::NOT_STATED,
        load::loaded,
        region::region,
        table::{Column, table_of},
    },
};

/// The override whose changes are in view, by its reference.
#[derive(Clone, Copy)]
pub struct OpenHistory {
    reference: RwSignal<Option<String>>,
    /// What opens it, and what it is called.
    called: &'static str,
}

impl OpenHistory {
    /// Of an override of a velocity limit; none is in view.
    pub fn of_a_limit() -> Self {
        Self { reference: RwSignal::new(None), called: "Who changed it" }
    }

    /// Of an override of a restriction, of which the gateway does not say by whom it was changed.
    pub fn of_a_restriction() -> Self {
        Self { reference: RwSignal::new(None), called: "When it was changed" }
    }

    /// Shows its changes below the table, and takes them away again.
    pub fn button(self, reference: &str) -> AnyView {
        let (shown, toggled) = (reference.to_owned(), reference.to_owned());
        let opened = self.reference;
        view! {
            <button
                type="button"
                class="small"
                aria-expanded=move || opened.with(|opened| opened.as_ref() == Some(&shown)).to_string()
                on:click=move |_| {
                    opened.update(|opened| *opened = (opened.as_ref() != Some(&toggled)).then(|| toggled.clone()));
                }
            >
                {self.called}
            </button>
        }
        .into_any()
    }
}

/// The changes of the chosen override of a velocity limit.
pub fn velocity(controls: &Controls, limit: &VelocityLimit, opened: &OpenHistory) -> AnyView {
    let (controls, target, opened) = (controls.clone(), controls.target(limit), *opened);
    let view = move || {
        let reference = opened.reference.get()?;
        let request = ListVelocityLimitOverrideHistory {
            account_reference: target.account.clone(),
            velocity_limit_reference: target.limit.clone(),
            velocity_limit_override_reference: reference.as_str().into(),
        };
        let changes = Reading::new("The changes", move |gateway| call(gateway, request.clone()));
        let row = |change: &VelocityLimitOverrideChange| {
            let by = [change.user_reference.as_deref(), change.requestor_reference.as_deref()];
            line(change.change_time.as_ref(), change.change_type.as_deref(), by.map(text).to_vec())
        };
        Some(panel(&controls, &changes, row, ("velocity-history", opened.called, true)))
    };
    view.into_any()
}

/// The changes of the chosen override of a restriction; by whom is not told.
pub fn restriction(controls: &Controls, one: &AuthorizationRestriction, opened: &OpenHistory) -> AnyView {
    let (controls, target, opened) = (controls.clone(), controls.rule(one), *opened);
    let view = move || {
        let reference = opened.reference.get()?;
        let request = ListAuthorizationRestrictionOverrideHistory {
            account_reference: target.account.clone(),
            authorization_restriction_reference: target.restriction.clone(),
            authorization_restriction_override_reference: reference.as_str().into(),
        };
        let changes = Reading::new("The changes", move |gateway| call(gateway, request.clone()));
        let row = |change: &AuthorizationRestrictionOverrideChange| {
            line(change.change_time.as_ref(), change.change_type.as_deref(), Vec::new())
        };
        Some(panel(&controls, &changes, row, ("restriction-history", opened.called, false)))
    };
    view.into_any()
}

fn panel<T: Clone + Send + Sync + 'static>(
    controls: &Controls,
    changes: &Reading<Rows<T>>,
    row: fn(&T) -> Vec<AnyView>,
    (id, called, tells_by_whom): (&'static str, &'static str, bool),
) -> AnyView {
    let shown = move |list: &Rows<T>| {
        let mut heads = vec![Column::text("When"), Column::text("What")];
        if tells_by_whom {
            heads.extend([Column::text("By"), Column::text("Through")]);
        }
        table_of("Changes of this override", &heads, list.rows.iter().map(row).collect(), list.unreadable)
    };
    let empty = |list: &Rows<T>| {
        (list.is_empty() && list.unreadable == 0)
            .then_some(("No change is listed.", "The gateway keeps none of this override."))
    };
    let retry = changes.retry(&controls.session);
    let list = loaded(changes.begin(&controls.session), "the changes", retry, empty, Box::new(shown));
    let by = if tells_by_whom { "" } else { "The gateway does not say by whom." };
    region(id, called, view! { <small>{by}</small> }.into_any(), list.into_any())
}

/// A change in a line; `by` is whoever asked for it, and through which system.
fn line(time: Option<&OverrideTime>, kind: Option<&str>, by: Vec<String>) -> Vec<AnyView> {
    [time_words(time, NOT_STATED), text(kind)].into_iter().chain(by).map(IntoAny::into_any).collect()
}

/// Whatever others have written.
fn text(text: Option<&str>) -> String {
    text.map(free_text).filter(|text| !text.trim().is_empty()).unwrap_or_else(|| NOT_STATED.into())
}
