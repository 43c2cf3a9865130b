//! The dialogs of a velocity limit: override it, change an override, remove one. Declining everything is asked twice.

use std::sync::Arc;

use contract::{
    Amount, Rows,
    operations::issuing::limits::{VelocityLimit, VelocityLimitOverride},
};
use leptos::prelude::*;

use super::{
    Controls, FROM_HINT, REASON_HINT, UNTIL_HINT,
    held::{Period, only, still_there},
    reasons,
    removal::{self, ABOVE},
    unread, until_read,
    velocity::{Bound, Wanted, reference},
    velocity_detail::{bound_words, overrides},
    velocity_draft::{Draft, Glance, NOTHING, SAME, Subject, UNLIMITED, UP_TO},
    velocity_write,
};
use crate::{
    browser::time,
    features::spending::{WRITE, velocity_name},
    ui::{
        amount::money_text,
        dialog::{before_and_after, confirming, confirming_once},
        form::{Control, Field},
    },
};

/// Which dialog is open.
#[derive(Clone, PartialEq)]
pub enum Doing {
    /// None.
    Nothing,
    /// A limit is overridden, or one of its overrides is changed.
    Overriding(Box<Subject>),
    /// The same once more, because nothing would pass any more.
    Sure(Box<Subject>, Box<Wanted>),
    /// An override is removed.
    Removing(Box<Subject>),
}

/// Opens the dialog for a new override. The others are read meanwhile: the new one must win over them.
pub fn begin(controls: &Controls, limit: &VelocityLimit, doing: RwSignal<Doing>) {
    overrides(&controls.caller, &controls.target(limit)).again(&controls.session);
    open(controls, Subject { limit: limit.clone(), held: None }, doing);
}

/// Opens the dialog for a change of an override.
pub fn change(controls: &Controls, limit: &VelocityLimit, held: &VelocityLimitOverride, doing: RwSignal<Doing>) {
    open(controls, Subject { limit: limit.clone(), held: Some(held.clone()) }, doing);
}

/// The limit is read alone as well: it states a currency where its maximum is not checked.
fn open(controls: &Controls, subject: Subject, doing: RwSignal<Doing>) {
    controls.readings.velocity_limit(&controls.target(&subject.limit).limit).begin(&controls.session);
    Draft::of(&controls.caller, controls.account.as_str()).begin(&subject);
    doing.set(Doing::Overriding(Box::new(subject)));
}

/// Opens the form again, with everything that was typed, over what is read by now.
pub fn reopen(controls: &Controls, doing: RwSignal<Doing>) {
    let Some(subject) = Draft::of(&controls.caller, controls.account.as_str()).subject() else { return };
    let limits = controls.readings.velocity_limits.answer_now().unwrap_or_default().rows;
    let is_it = |limit: &VelocityLimit| limit.velocity_limit_identifier == subject.limit.velocity_limit_identifier;
    let limit = limits.into_iter().find(is_it).unwrap_or_else(|| subject.limit.clone());
    let listed = overrides(&controls.caller, &controls.target(&limit)).answer_now().unwrap_or_default().rows;
    let held = subject.held.map(|held| {
        let is_it = |other: &&VelocityLimitOverride| reference(other) == reference(&held);
        listed.iter().find(is_it).cloned().unwrap_or(held)
    });
    open(controls, Subject { limit, held }, doing);
}

/// Opens the dialog that removes the override in force.
pub fn remove(controls: &Controls, limit: &VelocityLimit, doing: RwSignal<Doing>) {
    let target = controls.target(limit);
    overrides(&controls.caller, &target).again(&controls.session);
    // Of several the limit's own read names the one that counts.
    controls.readings.velocity_limit(&target.limit).again(&controls.session);
    doing.set(Doing::Removing(Box::new(Subject { limit: limit.clone(), held: None })));
}

/// Opens the dialog that removes this override.
pub fn remove_this(_: &Controls, limit: &VelocityLimit, held: &VelocityLimitOverride, doing: RwSignal<Doing>) {
    doing.set(Doing::Removing(Box::new(Subject { limit: limit.clone(), held: Some(held.clone()) })));
}

/// The dialog that is open.
pub fn dialog(controls: &Controls, doing: RwSignal<Doing>, ended: Arc<dyn Fn() + Send + Sync>) -> Option<AnyView> {
    let now = doing.get();
    let this = now.clone();
    let done = move || {
        // Another dialog may have taken its place already.
        if doing.with_untracked(|doing| *doing == this) {
            doing.set(Doing::Nothing);
            ended();
        }
    };
    match now {
        Doing::Nothing => None,
        Doing::Overriding(subject) => Some(form(controls, *subject, doing, done)),
        Doing::Sure(subject, wanted) => Some(sure(controls, *subject, *wanted, done)),
        Doing::Removing(subject) => Some(removal(controls, *subject, done)),
    }
}

fn form(controls: &Controls, subject: Subject, doing: RwSignal<Doing>, done: impl Fn() + 'static) -> AnyView {
    let draft = Draft::of(&controls.caller, controls.account.as_str());
    let one = controls.readings.velocity_limit(&controls.target(&subject.limit).limit);
    let (title, verb) = match subject.held {
        None => ("Override this limit?", "Override"),
        Some(_) => ("Change this override?", "Change"),
    };
    let same = if subject.held.is_none() { "As it is" } else { "Not overridden" };
    let choices = |nothing: bool| {
        let mut choices = vec![(SAME, same), (UP_TO, "Up to …")];
        choices.extend(nothing.then_some((NOTHING, "Decline everything")));
        choices.push((UNLIMITED, "No limit"));
        choices.into_iter().map(|(held, called)| (held.to_owned(), called.to_owned())).collect::<Vec<_>>()
    };
    let change = {
        let (draft, subject, one) = (draft.clone(), subject.clone(), one.clone());
        let heads = controls.heads(&velocity_name(&subject.limit));
        move || {
            let subject = subject.as_read(one.answer());
            now_and_then(&subject, heads.clone(), draft.glance(&subject))
        }
    };
    let only_up_to = |choice: &Field, control: fn(&Field) -> AnyView, field: &Field| {
        let (choice, field) = (choice.clone(), field.clone());
        move || (choice.text() == UP_TO).then(|| control(&field))
    };
    let others = overrides(&controls.caller, &controls.target(&subject.limit));
    let body = view! {
        {unread(controls, &others)}
        {change}
        {Control::choice(&draft.sum, "Maximum amount", choices(true)).first().view()}
        {only_up_to(&draft.sum, |field| Control::amount(field, "Sum").view(), &draft.amount)}
        {Control::choice(&draft.count, "Maximum count", choices(false)).view()}
        {only_up_to(&draft.count, |field| Control::line(field, "Number").view(), &draft.number)}
        <div class="period">
            {Control::date(&draft.from, "From").hint(FROM_HINT).view()}
            {Control::date(&draft.until, "Until").hint(UNTIL_HINT).view()}
        </div>
        {Control::choice(&draft.reason, "Reason", reasons()).hint(REASON_HINT).view()}
    };
    let facts = controls.asks(title, verb, false);
    let until = subject.held.is_none().then(|| until_read(&others));
    let controls = controls.clone();
    let confirm = move || {
        let others = others.answer_now().unwrap_or_default();
        let subject = subject.as_read(one.answer_now());
        let Some(wanted) = draft.wanted(&subject, &others, time::now()) else { return false };
        if wanted.declines_everything() {
            doing.set(Doing::Sure(Box::new(subject.clone()), Box::new(wanted)));
        } else {
            velocity_write::send(&controls, &subject, &wanted);
        }
        true
    };
    confirming_once(until, facts, body.into_any(), confirm, done)
}

/// Asks a second time.
fn sure(controls: &Controls, subject: Subject, wanted: Wanted, done: impl Fn() + 'static) -> AnyView {
    let facts = controls.asks("Decline everything in this channel?", "Decline everything", true);
    let sentence = format!(
        "From then on every payment under “{}” is declined, whatever its amount, until the override ends or is removed.",
        velocity_name(&subject.limit)
    );
    let heads = controls.heads(&velocity_name(&subject.limit));
    let body = view! { {now_and_then(&subject, heads, Glance::from(&wanted))}<p>{sentence}</p> };
    let controls = controls.clone();
    let confirm = move || {
        velocity_write::send(&controls, &subject, &wanted);
        true
    };
    confirming(facts, body.into_any(), confirm, done)
}

/// What counts now, and what would then; a bound that cannot be understood yet is left open.
fn now_and_then(subject: &Subject, heads: [String; 3], glance: Glance) -> AnyView {
    let (limit, Glance { sum, count, period }) = (&subject.limit, glance);
    let not_stated = || "Not stated".to_owned();
    let sum_now = match limit.maximum_amount_check {
        Some(false) => "No limit".into(),
        _ => limit.maximum_amount.as_ref().and_then(Amount::stated).map_or_else(not_stated, |sum| money_text(&sum)),
    };
    let count_now = match limit.maximum_count_check {
        Some(false) => "No limit".into(),
        _ => limit.maximum_count.map_or_else(not_stated, |count| count.to_string()),
    };
    let held = subject.held.as_ref().map(Wanted::of);
    let period_words =
        |period: Option<Period>, none: &str| period.map_or_else(|| none.into(), |period| period.alone(&WRITE));
    let period_now = period_words(held.as_ref().map(|held| held.period), "—");
    let sum_is_held = held.as_ref().is_some_and(|held| held.sum != Bound::Unchanged);
    let count_is_held = held.as_ref().is_some_and(|held| held.count != Bound::Unchanged);
    let rows = vec![
        ("Maximum amount", sum_now.clone(), then(sum, sum_now, sum_is_held, money_text)),
        ("Maximum count", count_now.clone(), then(count, count_now, count_is_held, i64::to_string)),
        ("Period", period_now, period_words(period, "…")),
    ];
    before_and_after("What will change", heads, rows)
}

/// What the override sets now and would not any more falls to what stands above it.
fn then<T>(bound: Option<Bound<T>>, now: String, is_held: bool, words: impl Fn(&T) -> String) -> String {
    match bound {
        None => "…".into(),
        Some(Bound::Unchanged) if is_held => ABOVE.into(),
        Some(Bound::Unchanged) => now,
        Some(bound) => bound_words(&bound, words),
    }
}

fn removal(controls: &Controls, subject: Subject, done: impl Fn() + 'static) -> AnyView {
    let then = "What the product has set counts again, or another override. How much that is, the gateway states only afterwards.";
    let name = velocity_name(&subject.limit);
    let own = controls.clone();
    let target = controls.target(&subject.limit);
    let overrides = overrides(&controls.caller, &target);
    let one = controls.readings.velocity_limit(&target.limit);
    let named = subject.held.is_some() || subject.limit.velocity_limit_override_reference.is_some();
    let (until, unread) =
        if named { (None, ().into_any()) } else { (Some(until_read(&overrides)), unread(controls, &overrides)) };
    let remove = move || {
        let listed = overrides.answer_now().unwrap_or_default();
        let found = subject
            .held
            .as_ref()
            .and_then(reference)
            .cloned()
            .or_else(|| in_force(&subject.as_read(one.answer_now()).limit, &listed));
        if let Some(found) = &found {
            velocity_write::remove(&own, &subject.limit, found);
        }
        found.is_some()
    };
    removal::dialog(controls, until, (&name, then), unread, remove, done)
}

/// The override that counts: the one that the limit names, or else the only one that there is.
fn in_force(
    limit: &VelocityLimit,
    listed: &Rows<VelocityLimitOverride>,
) -> Option<contract::VelocityLimitOverrideReference> {
    let there = still_there(&listed.rows, time::now());
    let only = || only(&there).filter(|_| listed.unreadable == 0).and_then(reference).cloned();
    limit.velocity_limit_override_reference.clone().or_else(only)
}
