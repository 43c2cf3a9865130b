//! Where documents are handed over: chosen, dropped anywhere on the screen, or pasted.

use leptos::{ev, prelude::*};

use super::{Documents, Handed, State, document};
use crate::{
    browser::file,
    ui::{form::Control, icon::icon},
};

/// The field, and what was handed over.
pub fn view(documents: &Documents, several: bool) -> AnyView {
    let over = RwSignal::new(false);
    listen(documents, over);
    let choose = {
        let documents = documents.clone();
        move |event: ev::Event| documents.take(file::chosen(&event))
    };
    let refused = documents.refused.clone();
    let refusals = move || {
        refused.with(|refused| {
            let lines =
                refused.iter().map(|sentence| view! { <p>{icon("warning")}<span>{sentence.clone()}</span></p> });
            (!refused.is_empty()).then(|| view! { <div class="error" role="alert">{lines.collect_view()}</div> })
        })
    };
    let rows = {
        let documents = documents.clone();
        move || {
            let handed = documents.handed.get();
            (!handed.is_empty()).then(|| {
                let rows = handed.iter().map(|one| row(&documents, one)).collect_view();
                view! { <ul class="rows documents" aria-label="Documents to send">{rows}</ul> }
            })
        }
    };
    view! {
        <div class="field drop" class:over=move || over.get()>
            <label for="files">{if several { "Documents" } else { "Document" }}</label>
            <p class="hint" id="files-hint">"JPEG, TIFF or PDF, up to 10 MB. Choose, drop or paste."</p>
            {refusals}
            <input
                id="files" type="file" multiple=several accept="image/jpeg,image/tiff,application/pdf"
                aria-describedby="files-hint" on:change=choose
            />
            {rows}
        </div>
    }
    .into_any()
}

/// Another question than the one in which the field stands, if it stands in one at all.
const QUESTION: &str = "dialog[open]:not(:has(#files))";

/// Whether a question lies over the field: what is handed over meanwhile is not what it asks about. Then nothing is taken,
/// and that is said beside the field.
fn is_covered(documents: &Documents) -> bool {
    let covered = document().query_selector(QUESTION).is_ok_and(|question| question.is_some());
    if covered {
        documents.refuse("Nothing was taken while a question was open: hand the document over again.".into());
    }
    covered
}

/// While the field is on the screen a file may be dropped or pasted anywhere; it never replaces the page. A text that is
/// pasted into a field for text stays a text.
fn listen(documents: &Documents, over: RwSignal<bool>) {
    let hover = window_event_listener(ev::dragover, move |event| {
        event.prevent_default();
        if !over.get_untracked() {
            over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let drop = {
        let documents = documents.clone();
        window_event_listener(ev::drop, move |event| {
            event.prevent_default();
            over.set(false);
            let files = file::dropped(&event);
            if !files.is_empty() && !is_covered(&documents) {
                documents.take(files);
            }
        })
    };
    let paste = {
        let documents = documents.clone();
        window_event_listener(ev::paste, move |event| {
            let files = file::pasted(&event);
            if !files.is_empty() {
                event.prevent_default();
                if !is_covered(&documents) {
                    documents.take(files);
                }
            }
        })
    };
    on_cleanup(move || {
        hover.remove();
        leave.remove();
        drop.remove();
        paste.remove();
    });
}

fn row(documents: &Documents, handed: &Handed) -> AnyView {
    let inner = &handed.0;
    let name = inner.name.clone();
    let picture = match &inner.picture {
        Some(picture) => view! { <img src=picture.href().to_owned() alt="" decoding="async" /> }.into_any(),
        None => icon("copy").into_any(),
    };
    let size =
        format!("{}, {}", document::words(&inner.kind).trim_start_matches("a "), document::megabytes(inner.size));
    let state = inner.state.clone();
    let label = name.clone();
    let said = move || match state.get() {
        State::Encoding(hundredths) => view! {
            <progress max="100" value=hundredths.to_string() aria-label=format!("Reading {label}")></progress>
        }
        .into_any(),
        State::Ready(_) => view! { <small role="status">"Ready"</small> }.into_any(),
        State::Lost => view! { <small role="alert">"Could not be read"</small> }.into_any(),
    };
    let remove = {
        let (documents, place) = (documents.clone(), inner.place);
        move |_| documents.remove(place)
    };
    view! {
        <li>
            <span class="thumbnail">{picture}</span>
            <span class="name"><bdi>{name.clone()}</bdi>" "<small>{size}</small></span>
            {said}
            <button type="button" class="small" aria-label=format!("Remove {name}") on:click=remove>"Remove"</button>
            {Control::line(&inner.label, "Label").view()}
        </li>
    }
    .into_any()
}
