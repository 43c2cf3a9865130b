//! Copying a code or a note, with a word that it was done.

use super::icon::icon;
use crate::browser::clipboard;
use leptos::prelude::*;

/// A small button that copies `text`; `what` completes "Copy …".
pub fn copy_button(what: &'static str, text: String) -> AnyView {
    let copied = RwSignal::new(false);
    let click = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            let done = clipboard::copy(&text).await;
            let _ = copied.try_set(done);
        });
    };
    view! {
        <button type="button" class="bare" aria-label=format!("Copy {what}") on:click=click>
            {move || if copied.get() { icon("check") } else { icon("copy") }}
        </button>
        <span class="hidden" role="status">{move || if copied.get() { "Copied" } else { "" }}</span>
    }
    .into_any()
}
