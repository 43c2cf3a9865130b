//! What was done in this call, and the note that writes itself.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{clipboard, time},
    session::{Caller, Entry, EntryOutcome, call_note},
    ui::{
        badge::{Tone, badge},
        copy::copy_button,
        icon::icon,
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
            let rows: Vec<_> = entries.iter().map(row).collect();
            view! {
                <div class="scroll" tabindex="0" role="group" aria-label="Activity">
                    <table>
                        <caption class="hidden">"Activity of this call"</caption>
                        <thead><tr>
                            <th scope="col">"Time"</th><th scope="col">"What"</th>
                            <th scope="col">"Outcome"</th><th scope="col">"Correlation ID"</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <section class="panel" aria-labelledby="note">
                    <header><h2 id="note">"Call note"</h2></header>
                    <pre class="note" tabindex="0" aria-labelledby="note">{note_of(&caller)}</pre>
                </section>
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
    let state = caller.record().with(|record| record.state().words());
    caller.activity().with(|entries| call_note(state, entries, time::minute))
}

fn row(entry: &Entry) -> impl IntoView + use<> {
    let (tone, picture) = match entry.outcome {
        EntryOutcome::Done => (Tone::Good, "check"),
        EntryOutcome::Partly => (Tone::Attention, "warning"),
        EntryOutcome::Failed => (Tone::Attention, "danger"),
        EntryOutcome::Unknown => (Tone::Attention, "clock"),
    };
    let correlation = entry.correlation.clone().map_or_else(
        || view! { <span class="hint">"None"</span> }.into_any(),
        |id| view! { <code>{id.clone()}</code>" "{copy_button("correlation ID", id)} }.into_any(),
    );
    view! {
        <tr>
            <td>{time::second(entry.at)}</td>
            <td>{entry.what.clone()}</td>
            <td>{badge(tone, picture, entry.outcome.words())}</td>
            <td>{correlation}</td>
        </tr>
    }
}
