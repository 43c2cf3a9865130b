//! Buttons that change something, and beside them why they cannot be pressed.

use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::icon::icon;

/// What a button does.
pub type Press = Box<dyn Fn()>;

/// The buttons. While there is a reason none can be pressed, and the reason stands beside them; `id` names it.
pub fn actions(id: &'static str, reason: Memo<Option<String>>, buttons: Vec<(&'static str, Press)>) -> AnyView {
    let buttons: Vec<_> = buttons.into_iter().map(|(name, press)| action(name, None, (id, reason), press)).collect();
    let said = move || reason.get().map(|reason| view! { <p class="hint reason" id=id>{icon("lock")}{reason}</p> });
    view! { <div class="actions">{buttons}{said}</div> }.into_any()
}

/// One button, of a size of its own where it stands in a row. While there is a reason it cannot be pressed; `id` names
/// where the reason stands.
pub fn action(
    name: &'static str,
    class: Option<&'static str>,
    (id, reason): (&'static str, Memo<Option<String>>),
    press: Press,
) -> AnyView {
    let off = move || reason.with(Option::is_some);
    view! {
        <button
            type="button"
            class=class
            disabled=off
            aria-describedby=move || off().then_some(id)
            on:click=move |_| press()
        >
            {name}
        </button>
    }
    .into_any()
}

/// Why the buttons that name this `id` cannot be pressed, as long as that is so.
pub fn why_not((id, reason): (&'static str, Memo<Option<String>>)) -> AnyView {
    (move || reason.get().map(|reason| view! { <p class="hint" id=id>{reason}</p> })).into_any()
}

/// A button that leads to the place where something is done.
pub fn way(name: &'static str, href: String) -> AnyView {
    // A link is pressed with Enter alone, a button with the space bar, too.
    let press = |event: KeyboardEvent| {
        let pressed = event.current_target().filter(|_| event.key() == " ");
        if let Some(link) = pressed.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            link.click();
        }
    };
    view! { <a class="button" role="button" href=href on:keydown=press>{name}</a> }.into_any()
}
