//! Card controls: velocity limits and authorization restrictions, and what overrides them.

mod begun;
mod held;
mod override_history;
mod removal;
mod restriction;
mod restriction_detail;
mod restriction_draft;
mod restriction_form;
mod restriction_write;
mod restrictions;
mod velocity;
mod velocity_detail;
mod velocity_draft;
mod velocity_form;
mod velocity_limits;
mod velocity_write;

use std::ops::Deref;

use contract::{
    Spec,
    operations::issuing::limits::{AuthorizationRestriction, LimitOrigin, OverrideTime, VelocityLimit},
};
use leptos::prelude::*;

use self::override_history::OpenHistory;
use super::{
    account::with_account,
    spending::{Reading, Spending, WRITE, origin_words},
};
use crate::{
    browser::region::country,
    session::{Caller, Session},
    ui::{
        actions::{Button, Press},
        badge::{Tone, badge},
        dialog::{Confirming, Until, Who},
        load::Load,
        merchant_category::category,
        trouble::trouble_view,
    },
};

/// One account's controls, and whoever looks at them.
#[derive(Clone)]
struct Controls(Spending);

impl Deref for Controls {
    type Target = Spending;

    fn deref(&self) -> &Spending {
        &self.0
    }
}

impl Controls {
    /// Names a velocity limit of this account.
    fn target(&self, limit: &VelocityLimit) -> velocity::Target {
        let limit = limit.velocity_limit_identifier.velocity_limit_reference.clone();
        velocity::Target { account: self.account.clone(), limit }
    }

    /// Names a restriction of this account.
    fn rule(&self, restriction: &AuthorizationRestriction) -> restriction::Target {
        restriction::Target { account: self.account.clone(), restriction: restrictions::reference(restriction).clone() }
    }

    /// What a dialog of this caller's asks.
    fn asks(&self, title: &'static str, verb: &'static str, harms: bool) -> Confirming {
        let who = Some(Who::of(&self.caller.record().get_untracked()));
        Confirming { title, who, verb, harms, cancel: "Cancel" }
    }

    /// Why this may not be done right now.
    fn why_not(&self, spec: &'static Spec, kind: &'static str) -> Memo<Option<String>> {
        let controls = self.clone();
        Memo::new(move |_| controls.hindrance(spec, kind))
    }

    /// The heads of a table of what will change: what is changed, and of which account.
    fn heads(&self, name: &str) -> [String; 3] {
        [format!("{name}, account {}", self.short), "Now".into(), "Then".into()]
    }
}

/// The section.
pub fn section(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (own, asker) = (session.clone(), caller.clone());
    let body = with_account(session, caller, move |account| {
        let controls = Controls(Spending::of(&own, &asker, account));
        view! { {velocity_limits::panel(&controls)}{restrictions::panel(&controls)} }.into_any()
    });
    view! { <header class="title"><h2>"Card controls"</h2></header>{body} }
}

/// A name that opens what it names below the table, and closes it again.
fn opens<T: Clone + PartialEq + Send + Sync + 'static>(name: String, this: T, chosen: RwSignal<Option<T>>) -> AnyView {
    let toggled = this.clone();
    view! {
        <button
            type="button"
            class="bare"
            aria-expanded=move || chosen.with(|chosen| chosen.as_ref() == Some(&this)).to_string()
            on:click=move |_| chosen.update(|chosen| *chosen = (chosen.as_ref() != Some(&toggled)).then(|| toggled.clone()))
        >
            {name}
        </button>
    }
    .into_any()
}

/// What a rule is applied to, in words: "Japan (392), Betting (7995)".
fn applied_to(parameters: &[String], locale: &str) -> String {
    let name = |code: &str| if code.len() == 4 { category(code).to_owned() } else { country(code, locale) };
    restriction::applies_to(parameters, name)
}

/// Whose word it is.
fn origin_badge(overridden: bool, origin: Option<&LimitOrigin>) -> AnyView {
    let word = if overridden { "Override" } else { origin.map_or("Not stated", origin_words) };
    let tone = if overridden { Tone::Information } else { Tone::Plain };
    let picture = if overridden { "info" } else { "check" };
    badge(tone, picture, word).into_any()
}

/// What may be done with an override; one that has no reference can be seen, and not named to the gateway.
fn held_actions(
    id: &'static str,
    reference: Option<&str>,
    off: [Memo<Option<String>>; 2],
    change: Press,
    remove: Press,
    seen: &OpenHistory,
) -> AnyView {
    let Some(reference) = reference else { return "No reference".into_any() };
    let button = |name, off| Button::new(name, (id, off)).class("small");
    let (change, remove) =
        (button("Change override", off[0]).view(change), button("Remove override", off[1]).view(remove));
    view! { <div class="actions">{change}{remove}{seen.button(reference)}</div> }.into_any()
}

/// A moment as it is stated, or as it is written where that is no moment.
fn time_words(time: Option<&OverrideTime>, none: &str) -> String {
    match time {
        Some(OverrideTime::At(instant)) => WRITE.moment(instant.epoch_millis()),
        Some(OverrideTime::Written(text)) => text.clone(),
        None => none.into(),
    }
}

/// What a dialog waits for that needs the overrides that there are: a new one must win over them.
fn until_read<T: Clone + Send + Sync>(overrides: &Reading<T>) -> Until {
    let there_is_one = |load: &Load<T>| load.answer().is_some();
    Until::read(&overrides.asking(), there_is_one, "Reading the overrides.", "The overrides could not be read.")
}

/// Why they could not be read, and the way on.
fn unread<T: Clone + Send + Sync>(controls: &Controls, overrides: &Reading<T>) -> AnyView {
    let (state, retry) = (overrides.asking().state(), overrides.retry(&controls.session));
    let failure = move || match state.get() {
        Load::Failed(trouble) => Some(trouble_view(&trouble, retry.clone())),
        _ => None,
    };
    failure.into_any()
}

/// Why a new override is pointless: what is wanted is so, perhaps by an attempt that nobody knew the end of.
const SET_ALREADY: &str = "An override sets this already.";

/// Why somebody wants it.
const REASONS: &[&str] =
    &["The customer asks for it", "A journey", "A planned purchase", "Suspected fraud", "A lead decided it"];

/// Under a first day.
const FROM_HINT: &str = "Left empty, it counts at once.";

/// Under a last day.
const UNTIL_HINT: &str = "It counts to the end of this day. Left empty, it counts for ever.";

/// Under a reason.
const REASON_HINT: &str = "Kept in the activity and the call note; the gateway has no field for it.";

fn reasons() -> Vec<(String, String)> {
    REASONS.iter().map(|reason| ((*reason).to_owned(), (*reason).to_owned())).collect()
}
