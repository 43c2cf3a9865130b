//! Keys for the whole portal. None acts while a field has the focus, and none changes anything.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::Desk;
use crate::{
    features::search,
    routes::{Route, Section},
    session::Presence,
    ui::dialog::{close, modal},
};

/// Listens from now on; what comes back is the list of keys, which `?` opens.
pub fn listen(desk: &Desk) -> impl IntoView + use<> {
    let help = RwSignal::new(false);
    let desk = desk.clone();
    let awaits_letter = RwSignal::new(false);
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
            return;
        }
        if desk.session.presence.get_untracked() == Presence::Locked {
            return;
        }
        let key = event.key();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(target) = target.as_ref().filter(|target| takes_text(target)) {
            from_field(&event, target, &key);
            return;
        }
        if document().query_selector("dialog[open]").ok().flatten().is_some() {
            return;
        }
        if awaits_letter.get_untracked() {
            awaits_letter.set(false);
            if go_to_section(&desk, &key) {
                event.prevent_default();
            }
            return;
        }
        match key.as_str() {
            "/" => search::focus(),
            "?" => help.set(true),
            "g" => awaits_letter.set(true),
            "j" | "ArrowDown" if step(true) => {}
            "k" | "ArrowUp" if step(false) => {}
            "Escape" => back(&desk),
            _ => return,
        }
        event.prevent_default();
    });
    let _ = document().add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
    move || help.get().then(|| list(move || help.set(false)))
}

/// From the search box the arrow down goes to the first match, and Escape leaves the box.
fn from_field(event: &KeyboardEvent, field: &Element, key: &str) {
    if field.id() != "search" {
        return;
    }
    match key {
        "ArrowDown" if step(true) => event.prevent_default(),
        "Escape" => {
            if let Some(field) = field.dyn_ref::<HtmlElement>() {
                let _ = field.blur();
            }
        }
        _ => {}
    }
}

fn takes_text(element: &Element) -> bool {
    let kind = element.get_attribute("type").unwrap_or_default();
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(kind.as_str(), "radio" | "checkbox" | "button"),
        _ => element.has_attribute("contenteditable"),
    }
}

fn go_to_section(desk: &Desk, letter: &str) -> bool {
    let Route::Customer(key, _) = desk.navigation.route().get_untracked() else { return false };
    let Some(section) = Section::ALL.into_iter().find(|section| section.letter().to_string() == letter) else {
        return false;
    };
    desk.navigation.go(Route::Customer(key, section));
    true
}

/// The next or previous match gets the focus. `false` when there is no list in view, so that the page scrolls as usual.
fn step(forward: bool) -> bool {
    let Some(current) = document().active_element() else { return false };
    let item = current.closest(".matches li").ok().flatten();
    let next = match &item {
        Some(item) if forward => item.next_element_sibling(),
        Some(item) => item.previous_element_sibling(),
        None if forward => document().query_selector(".matches li").ok().flatten(),
        None => None,
    };
    let link = next.and_then(|item| item.query_selector("a").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
        return true;
    }
    item.is_some()
}

fn back(desk: &Desk) {
    match desk.navigation.route().get_untracked() {
        Route::Customer(key, section) if section != Section::Overview => desk.navigation.go(Route::overview(&key)),
        Route::Customer(..) | Route::Unknown => desk.navigation.go(Route::Search),
        Route::Search => {}
    }
}

fn list(done: impl Fn() + 'static) -> AnyView {
    let general = [
        ("Search", &["/"][..]),
        ("This list", &["?"]),
        ("Next in a list", &["j", "↓"]),
        ("Previous in a list", &["k", "↑"]),
        ("Open", &["Enter"]),
        ("Step back", &["Esc"]),
        ("Close an open customer, on its tab", &["Delete"]),
    ];
    let entry = |name: String, keys: Vec<String>| {
        let keys: Vec<_> = keys.into_iter().map(|key| view! { <kbd>{key}</kbd> }).collect();
        view! { <div><dt>{name}</dt><dd>{keys}</dd></div> }
    };
    let general = general.map(|(name, keys)| entry(name.into(), keys.iter().map(|key| (*key).to_owned()).collect()));
    let sections =
        Section::ALL.map(|section| entry(section.name().into(), vec!["g".into(), section.letter().to_string()]));
    let body = view! {
        <form method="dialog" on:submit=|event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            close(event.current_target());
        }>
            <header>
                <h2 id="dialog-title">"Keys"</h2>
                <p class="hint">"None acts while a field has the focus. None changes anything without a confirming key."</p>
            </header>
            <dl class="keys">{general.into_iter().chain(sections).collect::<Vec<_>>()}</dl>
            <footer><button type="submit" autofocus>"Close"</button></footer>
        </form>
    };
    modal(true, body.into_any(), done)
}
