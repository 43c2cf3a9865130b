//! A region of a screen with a heading.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

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

/// Puts the focus on a region's heading, where the button that had it is about to go.
pub fn focus_region(id: &str) {
    let heading = document().get_element_by_id(id).and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        let _ = heading.focus();
    }
}
