//! A region of a screen with a heading.

use leptos::prelude::*;

/// The region; `id` names its heading, and `beside` stands next to it.
pub fn region(id: &'static str, title: &'static str, beside: AnyView, body: AnyView) -> AnyView {
    view! {
        <section class="panel" aria-labelledby=id>
            <header><h2 id=id tabindex="-1">{title}</h2>{beside}</header>
            {body}
        </section>
    }
    .into_any()
}
