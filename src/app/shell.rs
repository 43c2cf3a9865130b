//! The frame: open callers as tabs, the place in view, and what lies over it.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{Desk, keys, presence, startup};
use crate::{
    browser::keyboard::shortcut,
    features::search,
    routes::{OpaqueKey, Route},
    session::{Caller, Presence, Session},
    ui::{icon::icon, wallet_state},
};

/// Everything below the top bar.
pub fn shell(desk: Desk) -> impl IntoView {
    let Desk { session, navigation, search, parts } = desk.clone();
    fill_bar(&session);
    follow_network(&session);
    guard_unload(&session);
    mark_changes(&session);
    let remembers = session.clone();
    window_event_listener(leptos::ev::storage, move |_| remembers.remembered_elsewhere());
    search::attach(&search, move || navigation.go(Route::Search));
    // What a caller's screen needs comes while the rep types, or at the latest while the gateway looks for the caller.
    let (typing, asked) = (parts.clone(), search.asked);
    window_event_listener(leptos::ev::input, move |_| typing.fetch_customer());
    Effect::new(move |_| {
        if asked.with(Option::is_some) {
            parts.fetch_customer();
        }
    });
    focus_on_arrival(&desk);
    let keys = keys::listen(&desk);
    let route = navigation.route();
    let place = {
        let desk = desk.clone();
        move || match route.get() {
            Route::Search => search::screen(desk.search.clone(), desk.parts.notice(&desk.session)).into_any(),
            Route::Customer(key, section, detail) => match desk.session.open(&key) {
                Some(caller) => view! {
                    <main id="main" class="customer" tabindex="-1">
                        {desk.parts.customer(&desk, caller, section, detail)}
                    </main>
                }
                .into_any(),
                None => not_open(desk.parts.notice(&desk.session)).into_any(),
            },
            Route::Unknown => unknown().into_any(),
        }
    };
    let presence = session.presence;
    let offline = session.online;
    let blanked = move || presence.get() == Presence::Locked;
    // The top bar is part of the page; while the screen is blanked nobody searches.
    Effect::new(move |_| {
        if let Ok(Some(bar)) = document().query_selector(".bar") {
            let _ = bar.toggle_attribute_with_force("inert", blanked());
        }
    });
    let tabs = tabs(&desk);
    let overlay = presence::overlay(&desk);
    view! {
        {move || (!offline.get()).then(|| view! {
            <p class="offline" role="alert">{icon("warning")}"You are offline. What is on the screen stays; nothing is sent until the network is back."</p>
        })}
        {move || (!blanked()).then(|| view! { {tabs.clone()()} {place.clone()()} })}
        {overlay}
        {keys}
    }
}

/// The callers that are open, as tabs. Delete closes the one that has the focus.
fn tabs(desk: &Desk) -> impl Fn() -> AnyView + Clone + use<> {
    let Desk { session, navigation, .. } = desk.clone();
    let route = navigation.route();
    move || {
        let callers = session.callers.get();
        if callers.is_empty() {
            return ().into_any();
        }
        let in_view = move || match route.get() {
            Route::Customer(key, ..) => Some(key),
            _ => None,
        };
        let current = Memo::new(move |_| in_view());
        let first = callers.first().map(|caller| caller.key().clone());
        let tabs: Vec<_> = callers
            .iter()
            .map(|caller| {
                let key = caller.key().clone();
                let record = caller.record();
                let name = record.with_untracked(|record| record.full_name());
                let place = caller.place();
                let href = {
                    let overview = Route::overview(&key);
                    move || place.with(|place| place.as_ref().unwrap_or(&overview).href())
                };
                let selected = {
                    let key = key.clone();
                    Memo::new(move |_| current.with(|current| current.as_ref() == Some(&key)))
                };
                // One tab is always reachable with the Tab key: the selected one, or else the first.
                let is_first = first.as_ref() == Some(&key);
                let reachable = move || selected.get() || (is_first && current.with(Option::is_none));
                let has_wallet = caller.has_wallet();
                let picture =
                    move || if has_wallet { wallet_state::look(record.with(|record| record.state())).1 } else { "off" };
                let picture = Memo::new(move |_| picture());
                let session = session.clone();
                view! {
                    <a
                        role="tab"
                        href=href
                        aria-selected=move || selected.get().to_string()
                        aria-controls=move || selected.get().then_some("main")
                        tabindex=move || if reachable() { "0" } else { "-1" }
                        on:keydown=move |event| tab_key(&event, &session, navigation, &key)
                    >
                        {move || icon(picture.get())}
                        <bdi>{name}</bdi>
                    </a>
                }
            })
            .collect();
        view! {
            <nav class="callers" aria-label="Callers">
                <div role="tablist" aria-label="Open customers">{tabs}</div>
            </nav>
        }
        .into_any()
    }
}

fn tab_key(event: &web_sys::KeyboardEvent, session: &Session, navigation: super::Navigation, key: &OpaqueKey) {
    // The browser's own keys, such as those that go back, are made of the same ones.
    let Some(pressed) = shortcut(event) else { return };
    let neighbour = |element: web_sys::Element| match pressed.as_str() {
        "ArrowRight" => element.next_element_sibling().or_else(|| element.parent_element()?.first_element_child()),
        "ArrowLeft" => element.previous_element_sibling().or_else(|| element.parent_element()?.last_element_child()),
        _ => None,
    };
    let target = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if let Some(next) = target.and_then(neighbour).and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        event.prevent_default();
        let _ = next.focus();
    } else if pressed == "Delete" {
        close(session, navigation, key);
        request_animation_frame(focus_tabs);
    }
}

/// The tab that had the focus is gone, and the row of tabs was made anew.
fn focus_tabs() {
    let tab = document().query_selector("[role=tab][tabindex='0']").ok().flatten();
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = tab.focus();
    }
}

/// Closes a caller, unless something is being changed for them or not known to have been; the neighbour or the search comes into view.
pub fn close(session: &Session, navigation: super::Navigation, key: &OpaqueKey) {
    if session.opened(key).is_some_and(|caller| is_needed(&caller)) {
        return;
    }
    let in_view = navigation.route().with_untracked(|route| matches!(route, Route::Customer(open, ..) if open == key));
    let others = session.callers.with_untracked(|callers| {
        callers.iter().map(|caller| caller.key().clone()).filter(|other| other != key).collect::<Vec<_>>()
    });
    if in_view {
        navigation.go(others.last().map_or(Route::Search, Route::overview));
    }
    session.close(key);
}

fn is_needed(caller: &Caller) -> bool {
    caller.working().get_untracked() || untrack(|| caller.unconfirmed()).is_some()
}

fn not_open(notice: AnyView) -> impl IntoView {
    view! {
        <main id="main" class="results narrow" tabindex="-1">
            {notice}
            <section class="panel"><div class="empty">
                <h1>"This customer is not open here any more"</h1>
                <p role="status">"An address names no customer, so a reloaded page cannot find them again. Search for the caller once more."</p>
                <div class="actions"><a class="button primary" href=Route::Search.href()>"Search"</a></div>
            </div></section>
        </main>
    }
}

fn unknown() -> impl IntoView {
    view! {
        <main id="main" class="results narrow" tabindex="-1">
            <section class="panel"><div class="empty">
                <h1>"There is no such page"</h1>
                <p role="status">"Nothing of the portal has this address."</p>
                <div class="actions"><a class="button primary" href=Route::Search.href()>"Search"</a></div>
            </div></section>
        </main>
    }
}

/// Environment and rep in the top bar, which is part of the page and not of the app.
fn fill_bar(session: &Session) {
    let environment = session.config.environment.clone();
    if let Some(place) = document().get_element_by_id("environment") {
        place.set_text_content(Some(&environment.label));
        let _ = place.set_attribute("data-production", if environment.production { "true" } else { "false" });
    }
    let rep = session.rep;
    Effect::new(move |_| {
        if let Some(place) = document().get_element_by_id("rep") {
            place.set_text_content(Some(&rep.with(|rep| rep.name.clone())));
        }
    });
}

/// A new place gets the focus on its heading, and a title that names no customer.
fn focus_on_arrival(desk: &Desk) {
    let (route, session, presence) = (desk.navigation.route(), desk.session.clone(), desk.session.presence);
    // The first caller's screen may come after its place was reached; a rep who types meanwhile goes on typing.
    let parts = desk.parts.clone();
    Effect::new(move |_| {
        if parts.has_customer() && route.with_untracked(|route| matches!(route, Route::Customer(..))) {
            request_animation_frame(|| {
                if nothing_has_focus() {
                    focus_heading();
                }
            });
        }
    });
    Effect::new(move |arrived: Option<()>| {
        let (screen, title) = match route.get() {
            Route::Search => ("search", "Search · Care portal".to_owned()),
            Route::Customer(key, section, detail) => match session.open(&key) {
                Some(caller) => {
                    caller.place().set(Some(Route::Customer(key, section, detail)));
                    request_animation_frame(show_tab);
                    ("customer", format!("{} · Care portal", section.name()))
                }
                None => ("search", "Care portal".to_owned()),
            },
            Route::Unknown => ("search", "Care portal".to_owned()),
        };
        // A locked screen shows nothing of the search either.
        let screen = if presence.get() == Presence::Locked { "locked" } else { screen };
        document().set_title(&title);
        startup::set_screen(screen);
        // On arrival from outside the search box keeps the focus that the page gave it.
        if arrived.is_some() {
            match screen {
                "search" => search::focus(),
                _ => request_animation_frame(focus_heading),
            }
        }
    });
}

/// Of many callers the one in view has its tab in view.
fn show_tab() {
    if let Ok(Some(tab)) = document().query_selector("[role=tab][aria-selected=true]") {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        tab.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether the focus is where it waits for a heading, or nowhere.
fn nothing_has_focus() -> bool {
    document().active_element().is_none_or(|element| element.id() == "main" || element.tag_name() == "BODY")
}

fn focus_heading() {
    // A screen that did not load has no heading.
    let place = |selector| document().query_selector(selector).ok().flatten();
    let heading = place("#main h1").or_else(|| place("#main"));
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
}

fn follow_network(session: &Session) {
    let online = session.online;
    online.set(window().navigator().on_line());
    for (event, state) in [("online", true), ("offline", false)] {
        let listener = Closure::<dyn Fn()>::new(move || online.set(state));
        let _ = window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

/// Tells start.js, which has the word when nothing else works any more, whether a change is under way.
fn mark_changes(session: &Session) {
    let callers = session.callers;
    Effect::new(move |_| {
        let changing = callers.with(|callers| callers.iter().any(|caller| caller.working().get()));
        if let Some(body) = document().body() {
            let _ = body.toggle_attribute_with_force("data-changing", changing);
        }
    });
}

/// Leaving the page in the middle of a change, or before it is known what became of one, asks first.
fn guard_unload(session: &Session) {
    let callers = session.callers;
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        if callers.with_untracked(|callers| callers.iter().any(is_needed)) {
            event.prevent_default();
        }
    });
    let _ = window().add_event_listener_with_callback("beforeunload", listener.as_ref().unchecked_ref());
    listener.forget();
}
