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

/// What stands around the focus now, for whoever takes it away for a while: when they give it back, and what had it is gone
/// or cannot take it any more, the region takes it, and not the page.
#[derive(Clone)]
pub struct Around(Option<Element>);

impl Around {
    /// Of whatever has the focus.
    pub fn the_focus() -> Self {
        Self(document().active_element().and_then(enclosing))
    }

    /// Where nothing has the focus, it goes here.
    pub fn take_it_if_lost(&self) {
        let is_lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if let (true, Some(around)) = (is_lost, &self.0) {
            focus_on(around);
        }
    }
}

fn hand_on(going: Option<Element>) {
    if let Some(around) = going.and_then(enclosing) {
        focus_on(&around);
    }
}

fn enclosing(element: Element) -> Option<Element> {
    element.closest("section[aria-labelledby], main").ok().flatten()
}

fn focus_on(around: &Element) {
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
