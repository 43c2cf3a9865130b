//! A region of a screen with a heading.

use leptos::{ev::MouseEvent, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

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

/// The button that was pressed is about to go: the heading of the region in which it stands takes the focus, or else the
/// whole screen.
pub fn hand_focus_on(pressed: &MouseEvent) {
    hand_on(pressed.current_target().and_then(|target| target.dyn_into().ok()));
}

/// The same for whatever has the focus.
pub fn hand_on_what_has_the_focus() {
    hand_on(document().active_element());
}

fn hand_on(going: Option<Element>) {
    let around = going.and_then(|element| element.closest("section[aria-labelledby], main").ok().flatten());
    let Some(around) = around else { return };
    match around.get_attribute("aria-labelledby") {
        Some(heading) => focus_region(&heading),
        None => drop(around.dyn_ref::<HtmlElement>().map(HtmlElement::focus)),
    }
}

/// Puts the focus on a region's heading, where the button that had it is about to go.
pub fn focus_region(id: &str) {
    let heading = document().get_element_by_id(id).and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        let _ = heading.focus();
    }
}
