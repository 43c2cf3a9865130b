//! A box to tick.

use leptos::{ev::Event, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The box; `change` is told what it is from now on.
pub fn tick(
    id: &'static str,
    label: impl Into<String>,
    state: Signal<bool>,
    change: impl Fn(bool) + 'static,
) -> AnyView {
    let changed = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        change(input.is_some_and(|input| input.checked()));
    };
    let id = (!id.is_empty()).then_some(id);
    view! {
        <label class="choice">
            <input type="checkbox" id=id prop:checked=state on:change=changed /><span>{label.into()}</span>
        </label>
    }
    .into_any()
}
