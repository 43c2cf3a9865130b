//! One line drawing from the sprite in the page.

use leptos::prelude::*;

/// Decoration: the word beside it carries the meaning.
pub fn icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=format!("#icon-{name}")></use>
        </svg>
    }
}
