//! Puts the screens together: start, frame, navigation, keys.

mod customer;
mod keys;
mod navigation;
mod parts;
mod presence;
mod sections;
mod shell;
mod startup;

use leptos::{logging::error, prelude::*};
use wasm_bindgen_futures::spawn_local;

pub use self::navigation::Navigation;
use self::{parts::Parts, shell::shell, startup::Start};
use crate::{
    config::Config,
    features::search::Search,
    routes::Route,
    session::{Rep, Session},
};

/// Starts the portal: configuration, session, then the frame.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        // What a panic says may hold somebody's data, and a console may be read by others: where it was says enough. The page
        // itself is start.js's from then on.
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let said = if cfg!(debug_assertions) { panic.to_string() } else { format!("The portal stopped at {place}.") };
        error!("{said}");
    }));
    spawn_local(async {
        match startup::begin().await {
            Start::Ready(config, rep) => mount(*config, rep),
            Start::Message(message) => startup::show(message),
        }
    });
}

/// Everything that a screen may need.
#[derive(Clone)]
pub struct Desk {
    /// Who sits here, and whom they serve.
    pub session: Session,
    /// Where they are.
    pub navigation: Navigation,
    /// What they search for.
    pub search: Search,
    parts: Parts,
}

fn mount(config: Config, rep: Rep) {
    startup::replace_placeholder(move || {
        let session = Session::new(config, rep);
        let navigation = Navigation::new();
        let search = Search::new(session.clone(), move |only| {
            // A rep who went on to somebody else meanwhile stays there.
            if navigation.route().with_untracked(|route| *route == Route::Search) {
                navigation.go(Route::overview(only));
            }
        });
        shell(Desk { session, navigation, search, parts: Parts::default() })
    });
}
