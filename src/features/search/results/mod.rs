//! Everybody who matches, masked, with the one question that tells them apart.

mod differences;
mod list;

use std::sync::Arc;

use leptos::prelude::*;

use self::{
    differences::{Apart, Shown, tell_apart},
    list::list,
};
use super::{Asked, By, Found, Search, choose, instead::other_kinds};
use crate::{
    browser::part::{is_renewed, load_again},
    features::trouble::only_part,
    session::Candidate,
    ui::{badge::Tone, banner::Banner, icon::icon, trouble::Retry},
};

/// Everybody, or what to try next; and by what else the same text can be looked for.
pub(super) fn shown(search: &Search, found: &Found, asked: Option<Asked>) -> AnyView {
    let again: Retry = {
        let search = search.clone();
        Arc::new(move || search.again())
    };
    if found.candidates.is_empty() {
        return none(found, search, asked, again).into_any();
    }
    let otherwise = asked.filter(|asked| asked.recognised).map(|asked| otherwise(search, &asked).1);
    view! { {matches(found, again)}{otherwise} }.into_any()
}

/// Buttons that look for the same text by another kind, with one click, and what they stand for: what was recognised may not be
/// what was meant.
fn otherwise(search: &Search, asked: &Asked) -> (Vec<By>, AnyView) {
    let button = |by: By| {
        let name = match by {
            By::Phone => "Search by phone",
            By::ExternalId => "Search by external ID",
            By::CustomerId => "Search by customer ID",
            _ => "Search by last name",
        };
        let search = search.clone();
        view! { <button type="button" on:click=move |_| search.instead(by)>{name}</button> }.into_any()
    };
    let kinds = other_kinds(asked, &search.habits());
    let buttons: Vec<_> = kinds.iter().copied().map(button).collect();
    let said = format!("Taken as {}. The same text may be something else:", asked.question.by.words());
    let view =
        (!buttons.is_empty()).then(|| view! { <div class="actions otherwise"><small>{said}</small>{buttons}</div> });
    (kinds, view.into_any())
}

fn none(found: &Found, search: &Search, asked: Option<Asked>, again: Retry) -> impl IntoView {
    let by = asked.as_ref().map_or(By::Auto, |asked| asked.question.by);
    let (kinds, otherwise) = asked.map(|asked| otherwise(search, &asked)).unzip();
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
