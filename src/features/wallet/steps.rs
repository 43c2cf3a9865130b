//! An unlock, step by step, and its proof.

use leptos::prelude::*;

use super::{
    saga::{End, Goal},
    shown::{Shown, Step, StepName, StepState},
    words::ending,
    work::Work,
};
use crate::{
    browser::time,
    ui::{
        badge::Tone, banner::Banner, dialog::before_and_after, icon::icon, region::focus_region, trouble::trouble_facts,
    },
};

/// While it runs.
pub(super) fn running(shown: &Shown) -> AnyView {
    let not_confirmed = shown.not_confirmed.then(|| {
        let sentence = "An answer was lost; the wallet is being read. Nothing needs to be pressed.";
        Banner::status(Tone::Attention, "clock", "Not confirmed, checking.", sentence).slim().view()
    });
    view! { {list(shown)}{not_confirmed} }.into_any()
}

/// When it is over: the proof, or what is left to do.
pub(super) fn over(shown: &Shown, end: End, first_name: &str, work: &Work) -> AnyView {
    let (heading, mut sentence) = ending(shown.goal, end, first_name);
    let partly = shown.partly.as_ref().filter(|_| end == End::Proven);
    if partly.is_some() {
        sentence += " The gateway says that something beside it was not done: it is listed below.";
    }
    let (tone, picture) = match end {
        End::Proven if partly.is_some() => (Tone::Attention, "warning"),
        End::Proven => (Tone::Good, "check"),
        End::NothingToDo(_) => (Tone::Information, "info"),
        _ => (Tone::Attention, "warning"),
    };
    let proof = (end == End::Proven).then(|| {
        let (before, after) = (shown.before, shown.after);
        let heads = [
            "Wallet".to_owned(),
            format!("Before, {}", time::second(before.1)),
            format!("After, {}", time::second(after.1)),
        ];
        before_and_after(
            "Before and after",
            heads,
            vec![("State", before.0.words().to_owned(), after.0.words().to_owned())],
        )
    });
    let is_well = matches!(end, End::Proven | End::NothingToDo(_));
    let unfinished = (!is_well).then(|| {
        let why =
            shown.trouble.as_ref().map(|trouble| view! { <p>{trouble.sentence.clone()}</p>{trouble_facts(trouble)} });
        view! { {list(shown)}{why} }
    });
    let work = work.clone();
    let banner = match end {
        End::Proven => Banner::status(tone, picture, heading, sentence),
        _ => Banner::alert(tone, picture, heading, sentence),
    };
    let name = if is_well { "Done" } else { "Dismiss" };
    let banner = banner.slim().offering(name, move || dismiss(&work)).view();
    view! { {banner}{proof}{partly.map(trouble_facts)}{unfinished} }.into_any()
}

/// The line goes, and with it the button that had the focus.
pub(super) fn dismiss(work: &Work) {
    focus_region("wallet");
    work.dismiss();
}

fn list(shown: &Shown) -> AnyView {
    let label = match shown.goal {
        Goal::Unlock => "Unlocking",
        Goal::Reactivate => "Reactivating",
        Goal::Deactivate => "Deactivating",
    };
    let items: Vec<_> = shown.steps.iter().map(|step| item(step, shown.goal)).collect();
    view! { <ol class="steps" aria-label=label>{items}</ol> }.into_any()
}

fn item(step: &Step, goal: Goal) -> impl IntoView + use<> {
    let name = match (step.name, goal) {
        (StepName::Read, Goal::Unlock) => "Read the wallet: still locked",
        (StepName::Read, _) => "Read the wallet",
        (StepName::Deactivate, _) => "Deactivate",
        (StepName::ReadInactive, _) => "Read again: inactive",
        (StepName::Activate, _) => "Reactivate",
        (StepName::Prove, Goal::Deactivate) => "Read again: inactive",
        (StepName::Prove, _) => "Read again: active and not locked",
    };
    let (state, word, picture) = match step.state {
        StepState::Waiting => ("waiting", "Waiting", "wait"),
        StepState::Running => ("running", "Running", "clock"),
        StepState::Sent => ("running", "Sent", "clock"),
        StepState::Done => ("done", "Done", "check"),
        StepState::Failed => ("failed", "Failed", "danger"),
        StepState::Skipped => ("skipped", "Skipped", "skip"),
    };
    let note = (!step.note.is_empty()).then(|| format!(" · {}", step.note));
    view! { <li data-state=state>{icon(picture)}<span>{name}</span><small>{word}{note}</small></li> }
}
