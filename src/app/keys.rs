//! Keys for the whole portal. None acts while a field has the focus, and none changes anything.

use futures::FutureExt;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::Desk;
use crate::{
    browser::{
        keyboard::{self, is_composing, shortcut},
        part::part,
        time,
    },
    features::search,
    routes::{Route, Section},
    session::Presence,
    ui::dialog::{close, modal},
};

/// Listens from now on; what comes back is the list of keys, which `?` opens.
pub fn listen(desk: &Desk) -> impl IntoView + use<> {
    let help = RwSignal::new(false);
    let desk = desk.clone();
    let began = RwSignal::new(i64::MIN / 2);
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if event.default_prevented() || desk.session.presence.get_untracked() == Presence::Locked {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(target) = target.as_ref().filter(|target| takes_text(target)) {
            from_field(&event, target);
            return;
        }
        let Some(key) = shortcut(&event) else { return };
        if document().query_selector("dialog[open]").ok().flatten().is_some() {
            return;
        }
        let after_g = time::now() - began.get_untracked() < LETTER_WITHIN_MILLIS;
        began.set(i64::MIN / 2);
        if after_g && go_to_section(&desk, &key) {
            event.prevent_default();
            return;
        }
        match key.as_str() {
            "/" => search::focus(),
            "?" => open(help),
            "g" => began.set(time::now()),
            "j" if step(true, STEPS) => {}
            "ArrowDown" if step(true, MATCHES) => {}
            "k" | "ArrowUp" if step(false, "") => {}
            "Escape" => back(&desk),
            _ => return,
        }
        event.prevent_default();
    });
    let _ = document().add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
    keyboard::press_once();
    // The page has had the button from the beginning.
    if let Some(button) = document().get_element_by_id("keys") {
        let opener = Closure::<dyn Fn()>::new(move || open(help));
        let _ = button.add_event_listener_with_callback("click", opener.as_ref().unchecked_ref());
        opener.forget();
    }
    move || help.get().then(|| list(Box::new(move || help.set(false))).now_or_never()?.ok())
}

/// Shows the list once its code is there.
fn open(help: RwSignal<bool>) {
    spawn_local(async move {
        if fetch_list().await.is_ok() {
            help.set(true);
        }
    });
}

part! {
    /// It comes with a caller's screen: nobody needs it before.
    fn list(done: Box<dyn Fn()>) -> AnyView,
    customer fetched by fetch_list,
    all_keys(done),
}

/// How long `g` waits for its letter.
const LETTER_WITHIN_MILLIS: i64 = 2_000;

/// From the search box the arrow down goes to the first match, and Escape leaves the box.
fn from_field(event: &KeyboardEvent, field: &Element) {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    if field.id() != "search" || modified || is_composing(event) {
        return;
    }
    match event.key().as_str() {
        "ArrowDown" if step(true, MATCHES) => event.prevent_default(),
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
        "INPUT" => kind != "button",
        _ => element.has_attribute("contenteditable"),
    }
}

fn go_to_section(desk: &Desk, letter: &str) -> bool {
    let Route::Customer(key, ..) = desk.navigation.route().get_untracked() else { return false };
    let Some(section) = Section::ALL.into_iter().find(|section| section.letter().to_string() == letter) else {
        return false;
    };
    desk.navigation.go(Route::section(&key, section));
    true
}

/// The candidates of a search.
const MATCHES: &str = ".matches li a";
/// What `j`, `k` and the arrows go through: these, and the rows of a table that open something.
const STEPS: &str = ".matches li a, tbody a.opens";

/// The next or previous match or row gets the focus; from elsewhere the first of `entrance`. `false` when there is none, so
/// that the page scrolls as usual.
fn step(forward: bool, entrance: &str) -> bool {
    let Some(current) = document().active_element() else { return false };
    let Ok(links) = document().query_selector_all(STEPS) else { return false };
    let at = (0..links.length()).find(|index| links.get(*index).is_some_and(|link| current.is_same_node(Some(&link))));
    let next = match at {
        Some(at) if forward => at.checked_add(1),
        Some(at) => at.checked_sub(1),
        None => None,
    };
    let link = match at {
        Some(_) => next.and_then(|index| links.get(index)),
        None if forward => document().query_selector(entrance).ok().flatten().map(Into::into),
        None => None,
    };
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
        return true;
    }
    at.is_some()
}

fn back(desk: &Desk) {
    let above = desk.navigation.route().with_untracked(Route::above);
    desk.navigation.go(above);
}

fn all_keys(done: Box<dyn Fn()>) -> AnyView {
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
    let switch = |event| keyboard::set_single_keys(event_target_checked(&event));
    let body = view! {
        <form method="dialog" on:submit=|event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            close(event.current_target());
        }>
            <header>
                <h2 id="dialog-title">"Keys"</h2>
                <p class="hint">"None acts while a field has the focus. None changes anything without a confirming key."</p>
            </header>
            <label class="choice">
                <input type="checkbox" prop:checked=keyboard::has_single_keys() on:change=switch/>
                "Single-letter keys"
            </label>
            <dl class="keys">{general.into_iter().chain(sections).collect::<Vec<_>>()}</dl>
            <footer><button type="submit" autofocus>"Close"</button></footer>
        </form>
    };
    modal(true, body.into_any(), done)
}
