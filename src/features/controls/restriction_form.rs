//! The dialogs of a restriction: override it, change an override, remove one.

use contract::operations::issuing::limits::{AuthorizationRestriction, AuthorizationRestrictionOverride};
use leptos::prelude::*;

use super::{
    Controls, FROM_HINT, REASON_HINT, UNTIL_HINT, applied_to,
    held::{Period, next_priority, only},
    reasons, removal,
    restriction::{parameters, reference},
    restriction_draft::{ALLOWED, BLOCKED, Draft, SAME, Subject, state_words},
    restriction_write::{self, overrides},
    unread, until_read,
};
use crate::{
    features::spending::{WRITE, restriction_name},
    ui::{
        dialog::{before_and_after, confirming_once},
        form::Control,
    },
};

/// Which dialog is open.
#[derive(Clone, PartialEq)]
pub enum Doing {
    /// None.
    Nothing,
    /// A restriction is overridden, or one of its overrides is changed.
    Overriding(Box<Subject>),
    /// An override is removed.
    Removing(Box<Subject>),
}

/// Opens the dialog for a new override, or for a change of one. The others are read meanwhile: no two may share a rank.
pub fn open(controls: &Controls, subject: Subject, doing: RwSignal<Doing>) {
    overrides(&controls.caller, &controls.rule(&subject.restriction)).again(&controls.session);
    Draft::of(&controls.caller, controls.account.as_str()).begin(&subject);
    doing.set(Doing::Overriding(Box::new(subject)));
}

/// Opens the form again, with everything that was typed, over what is read by now.
pub fn reopen(controls: &Controls, doing: RwSignal<Doing>) {
    let Some(subject) = Draft::of(&controls.caller, controls.account.as_str()).subject() else { return };
    let rules = controls.readings.restrictions.answer_now().unwrap_or_default().rows;
    let is_it = |one: &AuthorizationRestriction| {
        one.authorization_restriction_identifier == subject.restriction.authorization_restriction_identifier
    };
    let restriction = rules.into_iter().find(is_it).unwrap_or_else(|| subject.restriction.clone());
    let listed = overrides(&controls.caller, &controls.rule(&restriction)).answer_now().unwrap_or_default().rows;
    let held = subject.held.map(|held| {
        let is_it = |other: &&AuthorizationRestrictionOverride| reference(other) == reference(&held);
        listed.iter().find(is_it).cloned().unwrap_or(held)
    });
    open(controls, Subject { restriction, held }, doing);
}

/// Opens the dialog that removes an override: this one, or else the only one that there is.
pub fn remove(controls: &Controls, subject: Subject, doing: RwSignal<Doing>) {
    overrides(&controls.caller, &controls.rule(&subject.restriction)).again(&controls.session);
    doing.set(Doing::Removing(Box::new(subject)));
}

/// The dialog that is open.
pub fn dialog(controls: &Controls, doing: RwSignal<Doing>, done: impl Fn() + 'static) -> Option<AnyView> {
    match doing.get() {
        Doing::Nothing => None,
        Doing::Overriding(subject) => Some(form(controls, *subject, done)),
        Doing::Removing(subject) => Some(removal(controls, *subject, done)),
    }
}

fn form(controls: &Controls, subject: Subject, done: impl Fn() + 'static) -> AnyView {
    let draft = Draft::of(&controls.caller, controls.account.as_str());
    let is_new = subject.held.is_none();
    let (title, verb) =
        if is_new { ("Override this restriction?", "Override") } else { ("Change this override?", "Change") };
    let change = {
        let (draft, subject, controls) = (draft.clone(), subject.clone(), controls.clone());
        move || now_and_then(&controls, &subject, draft.glance(&subject))
    };
    let states: &[&str] = if is_new { &[BLOCKED, ALLOWED] } else { &[BLOCKED, ALLOWED, SAME] };
    let states = states.iter().map(|word| ((*word).to_owned(), (*word).to_owned())).collect();
    let codes =
        "Codes of countries or merchant categories, with commas between them: 392 for Japan, 7995 for gambling.";
    let codes = if is_new { codes.to_owned() } else { format!("{codes} Left empty, what stands above it counts.") };
    let overrides = overrides(&controls.caller, &controls.rule(&subject.restriction));
    let priority = {
        let (field, overrides) = (draft.priority.clone(), overrides.clone());
        let next = Memo::new(move |_| Some(next_priority(Period::default(), &overrides.answer()?.rows)));
        move || {
            let none = match next.get()? {
                Ok(None) => return None,
                Ok(Some(next)) if is_new => format!(" Without one it is {next}, the next free one above all."),
                Err(none_left) if is_new => format!(" {none_left}"),
                _ => String::new(),
            };
            let hint = format!("0 to 9999; of those that count at the same time the highest wins.{none}");
            Some(Control::line(&field, "Priority").hint(hint).view())
        }
    };
    let body = view! {
        {unread(controls, &overrides)}
        {change}
        {Control::choice(&draft.state, "State", states).hint("Blocked declines; allowed lets pass.").first().view()}
        {Control::line(&draft.parameters, "Applies to").hint(codes).view()}
        <div class="period">
            {Control::date(&draft.from, "From").hint(FROM_HINT).view()}
            {Control::date(&draft.until, "Until").hint(UNTIL_HINT).view()}
        </div>
        {priority}
        {Control::choice(&draft.reason, "Reason", reasons()).hint(REASON_HINT).view()}
    };
    let facts = controls.asks(title, verb, false);
    let until = until_read(&overrides);
    let controls = controls.clone();
    let confirm = move || {
        let others = overrides.answer_now().unwrap_or_default();
        let Some(wanted) = draft.wanted(&subject, &others.rows) else { return false };
        restriction_write::send(&controls, &subject, &wanted);
        true
    };
    confirming_once(Some(until), facts, body.into_any(), confirm, done)
}

/// What is now, and what would be then; a period that cannot be understood yet is left open.
fn now_and_then(
    controls: &Controls,
    subject: &Subject,
    (state, codes, period): (String, Vec<String>, Option<Period>),
) -> AnyView {
    let what = |codes: &[String]| applied_to(codes, &controls.session.config.locale);
    let words = |period: Option<Period>, none: &str| period.map_or_else(|| none.into(), |period| period.alone(&WRITE));
    let before = subject.before();
    let (state_now, codes_now, period_now) = match &subject.held {
        None => (subject.restriction.words(), parameters(&subject.restriction).to_vec(), None),
        Some(_) => (state_words(before.blocked), before.parameters.unwrap_or_default(), Some(before.period)),
    };
    let rows = vec![
        ("State", state_now.into(), state),
        ("Applies to", what(&codes_now), what(&codes)),
        ("Period", words(period_now, "—"), words(period, "…")),
    ];
    before_and_after("What will change", controls.heads(&restriction_name(&subject.restriction)), rows)
}

fn removal(controls: &Controls, subject: Subject, done: impl Fn() + 'static) -> AnyView {
    let then =
        "What the product has set counts again, or another override. Which it is, the gateway states only afterwards.";
    let name = restriction_name(&subject.restriction);
    let own = controls.clone();
    let overrides = overrides(&controls.caller, &controls.rule(&subject.restriction));
    let (until, unread) = (subject.held.is_none().then(|| until_read(&overrides)), unread(controls, &overrides));
    let remove = move || {
        let listed = overrides.answer_now().unwrap_or_default();
        let only = || only(&listed.rows).filter(|_| listed.unreadable == 0);
        let found = subject.held.as_ref().or_else(only).and_then(reference);
        if let Some(found) = found {
            restriction_write::remove(&own, &subject.restriction, found);
        }
        found.is_some()
    };
    removal::dialog(controls, until, (&name, then), unread, remove, done)
}
