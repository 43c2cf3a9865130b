//! The platform's modal dialog: it keeps the focus, gives it back, and closes with Escape.

use contract::{WalletCustomer, shown_id};
use leptos::{ev::SubmitEvent, html, prelude::*};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{AddEventListenerOptions, MouseEvent};

use super::{
    load::{Asking, Load},
    region::Around,
};

/// Who a change is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Full name.
    pub name: String,
    /// City, in clear on every screen.
    pub city: String,
    /// The wallet user's id.
    pub id: String,
}

impl Who {
    /// The customer of this record.
    pub fn of(record: &WalletCustomer) -> Self {
        Self {
            name: record.full_name(),
            city: record.city.clone().unwrap_or_default(),
            id: record.customer_id.as_ref().map(|id| shown_id(id.as_str())).unwrap_or_default(),
        }
    }
}

/// What a confirming dialog needs.
pub struct Confirming {
    /// The heading.
    pub title: &'static str,
    /// The customer.
    pub who: Option<Who>,
    /// The confirming button's verb.
    pub verb: &'static str,
    /// Whether it harms a customer when it is wrong.
    pub harms: bool,
    /// The other button.
    pub cancel: &'static str,
}

/// Why a dialog cannot be confirmed yet, as long as it cannot: what it needs is being read, or could not be.
#[derive(Clone, Copy)]
pub struct Until(pub Memo<Option<&'static str>>);

impl Until {
    /// Until nothing is asked any more and what was read is `enough`: `waits` is said meanwhile, and `failed` where it is not.
    pub fn read<T: Clone + Send + Sync>(
        asking: &Asking<T>,
        enough: fn(&Load<T>) -> bool,
        waits: &'static str,
        failed: &'static str,
    ) -> Self {
        let (asks, state) = (asking.asks(), asking.state());
        Self(Memo::new(move |_| match state.with(enough) {
            _ if asks.get() => Some(waits),
            true => None,
            false => Some(failed),
        }))
    }
}

/// A dialog that changes something. The confirming button comes last and carries the verb.
///
/// `confirm` answers whether the dialog may close; a form that lacks something stays open. `done` is told when it closed.
pub fn confirming(
    facts: Confirming,
    body: AnyView,
    confirm: impl Fn() -> bool + 'static,
    done: impl Fn() + 'static,
) -> AnyView {
    ask(false, None, facts, body, Box::new(confirm), Box::new(done))
}

/// The same, for what cannot be confirmed before something is there.
pub fn confirming_once(
    until: Option<Until>,
    facts: Confirming,
    body: AnyView,
    confirm: impl Fn() -> bool + 'static,
    done: impl Fn() + 'static,
) -> AnyView {
    ask(false, until, facts, body, Box::new(confirm), Box::new(done))
}

/// The same with room for a table.
pub fn confirming_widely(
    until: Option<Until>,
    facts: Confirming,
    body: AnyView,
    confirm: impl Fn() -> bool + 'static,
    done: impl Fn() + 'static,
) -> AnyView {
    ask(true, until, facts, body, Box::new(confirm), Box::new(done))
}

fn ask(
    wide: bool,
    until: Option<Until>,
    facts: Confirming,
    body: AnyView,
    confirm: Box<dyn Fn() -> bool>,
    done: Box<dyn Fn()>,
) -> AnyView {
    let Confirming { title, who, verb, harms, cancel } = facts;
    // The dialog gives the focus back to the button that led here; after a change that one may be disabled, or gone.
    let opener = Around::the_focus();
    let done = Box::new(move || {
        done();
        let opener = opener.clone();
        request_animation_frame(move || opener.take_it_if_lost());
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if confirm() {
            close(event.current_target());
            ignore_second_click();
        }
    };
    let why = move || until.and_then(|Until(why)| why.get());
    let said = move || why().map(|why| view! { <p class="hint late" id="dialog-until">{why}</p> });
    let class = if harms { "danger" } else { "primary" };
    let body = view! {
        <form method="dialog" novalidate on:submit=submit>
            <header>
                <h2 id="dialog-title">{title}</h2>
                {who.map(|who| {
                    view! { <p class="who"><strong>{who.name}</strong><span>{who.city}</span><code>{who.id}</code></p> }
                })}
            </header>
            {body}
            <footer>
                {said}
                <button type="button" on:click=move |event| close(event.current_target())>{cancel}</button>
                <button
                    type="submit"
                    class=class
                    autofocus=!harms
                    disabled=move || why().is_some()
                    aria-describedby=move || why().map(|_| "dialog-until")
                >
                    {verb}
                </button>
            </footer>
        </form>
    }
    .into_any();
    around(wide, body, done)
}

/// A dialog around anything; its heading has the id `dialog-title`.
pub fn modal(wide: bool, body: AnyView, done: impl Fn() + 'static) -> AnyView {
    around(wide, body, Box::new(done))
}

fn around(wide: bool, body: AnyView, done: Box<dyn Fn()>) -> AnyView {
    let place = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = place.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    // One question may follow another in the same element: word that the first one closed comes when the second is open.
    let closed = move |_| {
        if place.get_untracked().is_none_or(|dialog| !dialog.open()) {
            done();
        }
    };
    view! {
        <dialog node_ref=place class:wide=wide aria-labelledby="dialog-title" on:close=closed>
            {body}
        </dialog>
    }
    .into_any()
}

/// Closes the dialog around this element.
pub fn close(inside: Option<web_sys::EventTarget>) {
    let dialog = inside
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|element| element.closest("dialog").ok().flatten())
        .and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = dialog {
        dialog.close();
    }
}

/// The second half of a double click on the confirming button meets whatever lies below the closed dialog: it is not meant.
fn ignore_second_click() {
    let ignore = Closure::<dyn Fn(MouseEvent)>::new(|event: MouseEvent| {
        if event.detail() > 1 {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    let once = AddEventListenerOptions::new();
    once.set_capture(true);
    once.set_once(true);
    let listen = ignore.as_ref().unchecked_ref();
    let _ = document().add_event_listener_with_callback_and_add_event_listener_options("click", listen, &once);
    ignore.forget();
}

/// Before and after, side by side.
pub fn before_and_after(
    caption: &'static str,
    heads: [String; 3],
    rows: Vec<(&'static str, String, String)>,
) -> AnyView {
    let [what, before, after] = heads;
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(name, before, after)| {
            let changed = before != after;
            view! { <tr data-changed=changed.then_some("")><th scope="row">{name}</th><td>{before}</td><td>{after}</td></tr> }
        })
        .collect();
    view! {
        <table class="proof">
            <caption class="hidden">{caption}</caption>
            <thead><tr><th scope="col">{what}</th><th scope="col">{before}</th><th scope="col">{after}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
