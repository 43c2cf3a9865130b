//! What was done in this call, and the note that writes itself.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{clipboard, time},
    session::{Caller, Entry, EntryOutcome, call_note},
    ui::{
        badge::{Tone, badge},
        copy::copy_button,
        icon::icon,
        region::region,
        table::table,
    },
};

/// The section.
pub fn section(caller: &Caller) -> impl IntoView + use<> {
    let entries = caller.activity();
    let copied = RwSignal::new(None::<bool>);
    let copy = {
        let caller = caller.clone();
        move |_| {
            let note = note_of(&caller);
            spawn_local(async move {
                let done = clipboard::copy(&note).await;
                let _ = copied.try_set(Some(done));
            });
        }
    };
    let said = move || match copied.get() {
        None => "",
        Some(true) => "Copied. It holds no card data and no personal data.",
        Some(false) => "The browser did not let the portal copy. Select the note below and copy it.",
    };
    let caller = caller.clone();
    let list = move || {
        entries.with(|entries| {
            if entries.is_empty() {
                return view! {
                    <section class="panel"><div class="empty" role="status">
                        <p>"Nothing was done in this call yet."</p>
                        <p class="hint">"Verifying, revealing and every change is listed here, with its correlation ID."</p>
                    </div></section>
                }
                .into_any();
            }
            let rows = entries.iter().map(row).collect();
            let heads = ["Time", "What", "Outcome", "Correlation ID"];
            let note = view! { <pre class="note" tabindex="0" aria-labelledby="note">{note_of(&caller)}</pre> };
            view! {
                {table("Activity of this call", &heads, rows)}
                {region("note", "Call note", ().into_any(), note.into_any())}
            }
            .into_any()
        })
    };
    view! {
        <header class="title">
            <h2>"Activity of this call"</h2>
            <span class="hint" role="status">{said}</span>
            <button type="button" on:click=copy>{icon("copy")}"Copy call note"</button>
        </header>
        {list}
    }
}

fn note_of(caller: &Caller) -> String {
    let state = if caller.has_wallet() { caller.record().with(|record| record.state().words()) } else { "None" };
    caller.activity().with(|entries| call_note(state, entries, time::minute))
}

fn row(entry: &Entry) -> Vec<AnyView> {
    let (tone, picture) = match entry.outcome {
        EntryOutcome::Done => (Tone::Good, "check"),
        EntryOutcome::Partly => (Tone::Attention, "warning"),
        EntryOutcome::Failed => (Tone::Attention, "danger"),
        EntryOutcome::Unknown => (Tone::Attention, "clock"),
    };
    let correlation = match entry.correlation.clone() {
        Some(id) => view! { <code>{id.clone()}</code>" "{copy_button("correlation ID", id)} }.into_any(),
        None => view! { <span class="hint">"None"</span> }.into_any(),
    };
    vec![
        time::second(entry.at).into_any(),
        entry.what.clone().into_any(),
        badge(tone, picture, entry.outcome.words()).into_any(),
        correlation,
    ]
}
