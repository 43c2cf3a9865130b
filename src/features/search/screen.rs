//! The search screen as it stands before anybody is found.

use std::sync::Arc;

use futures::FutureExt;
use leptos::prelude::*;

use super::{Found, Search, both};
use crate::ui::{
    facts::{Fact, facts},
    icon::icon,
    load::{Asking, Load},
    region::{hand_focus_on, region},
    trouble::{Retry, trouble_view},
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
                Load::Ready(found, _) => {
                    // Who was found was found by the code that shows them.
                    let shown = both::results(search.clone(), found.clone(), asked.get()).now_or_never();
                    view! { {shown.and_then(Result::ok)} }.into_any()
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
