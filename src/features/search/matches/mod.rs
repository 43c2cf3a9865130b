//! Everybody who matches, masked, with the one question that tells them apart.

mod differences;
mod list;

use std::sync::Arc;

use futures::FutureExt;
use leptos::prelude::*;

use self::{
    differences::{Apart, Shown, tell_apart},
    list::list,
};
use super::{Asked, By, Found, Search, both, choose};
use crate::{
    browser::part::{is_renewed, load_again},
    features::trouble::only_part,
    session::Candidate,
    ui::{
        badge::Tone,
        banner::Banner,
        facts::{Fact, facts},
        icon::icon,
        load::{Asking, Load},
        region::{hand_focus_on, region},
        trouble::{Retry, trouble_view},
    },
};

/// The search screen; `notice` stands above it.
pub fn screen(search: Search, notice: AnyView) -> impl IntoView {
    let state = search.found.state();
    let stop = search.found.clone();
    let (refused, asked) = (search.refused, search.asked);
    let retry: Retry = {
        let search = search.clone();
        Arc::new(move || search.again())
    };
    let narrow = {
        let state = state.clone();
        move || state.with(|state| !matches!(state, Load::Ready(found, _) if !found.candidates.is_empty()))
    };
    view! {
        <main id="main" class="results" class:narrow=narrow tabindex="-1">
            <h1 class="hidden">"Search"</h1>
            {notice}
            {move || refused.get().map(|why| view! { <p class="refused" role="alert">{icon("warning")}{why}</p> })}
            {move || state.with(|state| match state {
                Load::Idle if refused.get().is_none() => start().into_any(),
                Load::Idle => ().into_any(),
                Load::Slow => slow(stop.clone()).into_any(),
                Load::Ready(found, _) if found.candidates.is_empty() => {
                    none(found, &search, asked.get(), retry.clone()).into_any()
                }
                Load::Ready(found, _) => {
                    let recognised = asked.get().filter(|asked| asked.recognised);
                    let (_, otherwise) = otherwise(&search, recognised).unzip();
                    view! { {matches(found, retry.clone())}{otherwise} }.into_any()
                }
                Load::Failed(trouble) | Load::Stale(_, _, trouble) => trouble_view(trouble, retry.clone()),
                Load::Waiting => view! { <div class="reserved" aria-busy="true"></div> }.into_any(),
            })}
        </main>
    }
}

fn start() -> impl IntoView {
    let kinds = [
        ("Phone", "508 999 1234, with or without signs and country code"),
        ("E-mail", "name@example.com"),
        ("Last name", "Casey, de la Cruz; by Auto also Paul Casey, Casey 22/10/1960, Casey in Berlin"),
        ("Birth date", "22/10/1960, by Auto, among the issuer’s records"),
        ("External ID", "the issuer’s own number"),
        ("Customer ID", "vmiTxZcaSEym, CUS10000375046"),
    ];
    let kinds = facts(kinds.map(|(kind, example)| Fact::text(kind, example)).into());
    let hint =
        "Auto recognises which one it is and says so. Nothing you search for is kept in the address or the history.";
    let keys = view! {
        <dl class="keys">
            <div><dt>"Search"</dt><dd><kbd>"/"</kbd></dd></div>
            <div><dt>"Next, previous match"</dt><dd><kbd>"j"</kbd><kbd>"k"</kbd></dd></div>
            <div><dt>"Open the match"</dt><dd><kbd>"Enter"</kbd></dd></div>
            <div><dt>"All keys"</dt><dd><kbd>"?"</kbd></dd></div>
        </dl>
    };
    let none = || ().into_any();
    view! {
        <header class="title"><h2>"Find the caller"</h2></header>
        {region("kinds", "What can be searched", none(), view! { {kinds}<p class="hint">{hint}</p> }.into_any())}
        {region("keys", "Keys", none(), keys.into_any())}
    }
}

fn slow(asking: Asking<Found>) -> impl IntoView {
    let stop = move |event| {
        hand_focus_on(&event);
        asking.stop();
    };
    let row = || view! { <span class="match">{(0..8).map(|_| view! { <span class="skeleton"></span> }).collect::<Vec<_>>()}</span> };
    view! {
        <header class="title">
            <p role="status"><strong>"Searching."</strong>" The gateway is still looking."</p>
            <button type="button" on:click=stop>"Stop"</button>
        </header>
        <div class="matches" aria-busy="true">
            <div aria-hidden="true" class="waiting">{(0..4).map(|_| row()).collect::<Vec<_>>()}</div>
        </div>
    }
}

/// The same text by another kind, once the code for it is there.
fn otherwise(search: &Search, asked: Option<Asked>) -> Option<(Vec<By>, AnyView)> {
    both::otherwise(search.clone(), asked?).now_or_never()?.ok()
}

fn none(found: &Found, search: &Search, asked: Option<Asked>, again: Retry) -> impl IntoView {
    let by = asked.as_ref().map_or(By::Auto, |asked| asked.question.by);
    let (kinds, otherwise) = otherwise(search, asked).unzip();
    let kinds = kinds.unwrap_or_default();
    let others = [By::Email, By::Phone, By::LastName].into_iter();
    let others = others.filter(|other| *other != by && !kinds.contains(other));
    let buttons: Vec<_> = others
        .map(|other| {
            let name = match other {
                By::Email => "Search by e-mail",
                By::Phone => "Search by phone",
                _ => "Search by last name",
            };
            view! { <button type="button" on:click=move |_| choose(other)>{name}</button> }
        })
        .collect();
    let try_next = match by {
        By::Phone => "Read the number back to the caller; the wallet may be registered with another one.",
        By::Email => "Ask the caller to spell it; a wallet may still have an older address.",
        By::LastName => "Ask how it is spelled, or for the name that was used when the wallet was opened.",
        By::BirthDate => {
            "Only the issuer’s records can be searched by birth date. Add the last name, or search by it alone."
        }
        _ => "Check the ID letter by letter; capitals count.",
    };
    view! {
        {partly(found)}
        {unsearched(found, again)}
        <section class="panel">
            <div class="empty">
                <p role="status">{format!("No customer has this {}.", by.words())}</p>
                <ul>
                    <li>{try_next}</li>
                    <li>"Or search by something else that the caller knows."</li>
                </ul>
                {unreadable(found)}
                {notes(found)}
                {otherwise}
                <div class="actions">{buttons}</div>
            </div>
        </section>
    }
}

/// Everybody, when there is somebody.
pub(super) fn matches(found: &Found, again: Retry) -> AnyView {
    let shown: Vec<Shown> = found.candidates.iter().map(differences::shown).collect();
    let apart = tell_apart(&shown);
    let differing = apart.as_ref().map(|apart| apart.differing.clone()).unwrap_or_default();
    let count = match shown.len() {
        1 => "1 customer found".to_owned(),
        count => format!("{count} customers found"),
    };
    view! {
        <header class="title"><p role="status"><strong>{count}</strong></p>{unreadable(found)}{notes(found)}</header>
        {partly(found)}
        {unsearched(found, again)}
        {conflict_notice(&found.candidates)}
        {apart.map(|apart| ask(apart, found.issuer.left_out == 0))}
        {list(&found.candidates, &shown, &differing)}
    }
    .into_any()
}

fn partly(found: &Found) -> Option<AnyView> {
    found.partly.as_deref().map(only_part)
}

fn unreadable(found: &Found) -> Option<impl IntoView + use<>> {
    let sentence = match found.unreadable {
        0 => return None,
        1 => "1 record could not be read and is not shown.".to_owned(),
        count => format!("{count} records could not be read and are not shown."),
    };
    Some(view! { <small class="attention">{sentence}</small> })
}

/// What is to be said about those who are shown, and about those who are not.
fn notes(found: &Found) -> Option<impl IntoView + use<>> {
    let said = found.issuer.notes.join(" ");
    (!said.is_empty()).then(|| view! { <small class="attention">{said}</small> })
}

/// The issuer's records are the other half of every search.
fn unsearched(found: &Found, again: Retry) -> Option<AnyView> {
    let (heading, why) = found.issuer.trouble.as_ref()?;
    let sentence = format!("{why} Somebody may be missing here.");
    let banner = Banner::alert(Tone::Attention, "warning", *heading, sentence).slim();
    let banner = if is_renewed() { banner.offering("Reload", load_again) } else { banner };
    Some(banner.offering("Try again", move || again()).view())
}

fn conflict_notice(candidates: &[Candidate]) -> Option<AnyView> {
    let conflict = candidates.iter().find_map(|candidate| candidate.conflict.as_ref())?;
    let next = "They can be looked at and not acted on: open the one who calls, and read the wallet by its identifier.";
    let sentence = format!("{} {next}", conflict.sentence());
    Some(Banner::alert(Tone::Attention, "warning", "These records claim one wallet.", sentence).view())
}

/// Among those that are not shown others may answer alike: then no question separates.
fn ask(apart: Apart, all_are_shown: bool) -> impl IntoView {
    let (title, question) = match apart.question {
        Some(question) if apart.separates && all_are_shown => ("One question tells them apart", question),
        Some(question) => ("This question narrows them down", question),
        None => {
            ("They look alike: search by what only one of them has", "Which e-mail address or customer ID is yours?")
        }
    };
    view! {
        <section class="ask" aria-labelledby="ask">
            {icon("person")}
            <div><h2 id="ask" class="quiet">{title}</h2><p>"Ask: "<q>{question}</q></p></div>
            <small>{apart.note}<br />"Do not read them out."</small>
        </section>
    }
}
