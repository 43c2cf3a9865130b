//! Where the rep is: one signal, the address bar behind it, and the browser's own back and forward.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, MouseEvent};

use crate::routes::Route;

/// The place in view. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Navigation(RwSignal<Route>);

impl Navigation {
    /// Where the address bar says, following it from now on.
    pub fn new() -> Self {
        let navigation = Self(RwSignal::new(here()));
        navigation.follow_history();
        navigation.follow_links();
        navigation
    }

    /// The place in view.
    pub fn route(self) -> RwSignal<Route> {
        self.0
    }

    /// Goes there.
    pub fn go(self, route: Route) {
        if self.0.with_untracked(|current| *current == route) {
            return;
        }
        if let Ok(history) = window().history() {
            // Nothing about the customer goes into the history: neither state nor title.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&route.href()));
        }
        self.0.set(route);
    }

    fn follow_history(self) {
        let listener = Closure::<dyn Fn()>::new(move || {
            // Skipping to the content changes the address too, and not the place.
            let there = here();
            if self.0.with_untracked(|current| *current != there) {
                self.0.set(there);
            }
        });
        let _ = window().add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
        listener.forget();
    }

    /// A plain click on a link of ours changes the place and loads nothing.
    fn follow_links(self) {
        let listener = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
            let plain = event.button() == 0
                && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
                && !event.default_prevented();
            let link = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
                .and_then(|element| element.closest("a[href^='/']").ok().flatten())
                .filter(|link| !link.has_attribute("target"));
            if let (true, Some(address)) = (plain, link.and_then(|link| link.get_attribute("href"))) {
                event.prevent_default();
                self.go(Route::parse(&address));
            }
        });
        let _ = document().add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

impl Default for Navigation {
    fn default() -> Self {
        Self::new()
    }
}

fn here() -> Route {
    Route::parse(&window().location().pathname().unwrap_or_default())
}
