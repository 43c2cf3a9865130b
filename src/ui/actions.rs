//! Buttons that change something, and beside them why they cannot be pressed.

use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::icon::icon;

/// What a button does.
pub type Press = Box<dyn Fn()>;

/// The buttons. While there is a reason none can be pressed, and the reason stands beside them; `id` names it.
pub fn actions(id: &'static str, reason: Memo<Option<String>>, buttons: Vec<(&'static str, Press)>) -> AnyView {
    let off = move || reason.with(Option::is_some);
    let buttons: Vec<_> = buttons
        .into_iter()
        .map(|(name, press)| {
            view! {
                <button
                    type="button"
                    disabled=off
                    aria-describedby=move || off().then_some(id)
                    on:click=move |_| press()
                >
                    {name}
                </button>
            }
        })
        .collect();
    let said = move || reason.get().map(|reason| view! { <p class="hint reason" id=id>{icon("lock")}{reason}</p> });
    view! { <div class="actions">{buttons}{said}</div> }.into_any()
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
