//! Whether the rep is still there: the idle lock, and signing in again without losing anything.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, prelude::Closure};

use super::{Desk, startup::read_rep};
use crate::{
    browser::time,
    config::SessionRules,
    features::search,
    routes::Route,
    session::{Presence, Rep},
    ui::{
        dialog::{Confirming, confirming},
        icon::icon,
    },
};

/// What lies over the portal when the rep is away or signed out.
pub fn overlay(desk: &Desk) -> impl IntoView + use<> {
    let desk = desk.clone();
    let idle = Idle::watch(&desk);
    let presence = desk.session.presence;
    move || match presence.get() {
        Presence::Here => {
            let idle = idle.clone();
            idle.warns.get().then(|| idle.warning()).into_any()
        }
        Presence::SignedOut => sign_in_dialog(&desk),
        Presence::Locked => locked(&desk),
    }
}

/// When a key was last pressed or a click was last made.
#[derive(Clone)]
struct Idle {
    last: RwSignal<i64>,
    now: RwSignal<i64>,
    rules: SessionRules,
    warns: Memo<bool>,
    presence: RwSignal<Presence>,
}

/// What to do about so much idle time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Fine,
    Warn,
    Lock,
}

fn verdict(idle_millis: i64, rules: &SessionRules) -> Verdict {
    let minutes = |minutes: u32| i64::from(minutes) * 60_000;
    if idle_millis >= minutes(rules.idle_minutes) {
        Verdict::Lock
    } else if idle_millis >= minutes(rules.warn_minutes) {
        Verdict::Warn
    } else {
        Verdict::Fine
    }
}

impl Idle {
    fn watch(desk: &Desk) -> Self {
        let session = desk.session.clone();
        let (now, rules, presence) = (session.now, session.config.session.clone(), session.presence);
        let last = RwSignal::new(time::now());
        let judged = {
            let rules = rules.clone();
            Memo::new(move |_| verdict(now.get() - last.get(), &rules))
        };
        for event in ["keydown", "pointerdown"] {
            let listener = Closure::<dyn Fn()>::new(move || {
                // Once the warning is up only its own button counts, so that a stray key does not dismiss it unread.
                // Whoever comes back to a locked desk presses something there.
                if presence.get_untracked() != Presence::Here || judged.get_untracked() == Verdict::Fine {
                    last.set(time::now());
                }
            });
            let _ = window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            listener.forget();
        }
        let tick = move || {
            now.set(time::now());
            if judged.get_untracked() == Verdict::Lock && presence.get_untracked() != Presence::Locked {
                presence.set(Presence::Locked);
                search::clear();
                session.end_verifications();
            }
        };
        set_interval(tick, std::time::Duration::from_secs(1));
        Self { last, now, rules, warns: Memo::new(move |_| judged.get() == Verdict::Warn), presence }
    }

    fn warning(&self) -> AnyView {
        let Self { last, now, rules, presence, .. } = self.clone();
        let until = i64::from(rules.idle_minutes) * 60_000;
        let left = move || time::left(until - (now.get() - last.get()));
        let facts =
            Confirming { title: "Still there?", who: None, verb: "Stay signed in", harms: false, cancel: "Close" };
        let minutes = rules.warn_minutes;
        let body = view! {
            <p>
                "The portal locks in " <strong class="clock" role="timer">{left}</strong>
                {format!(" because nothing was pressed for {minutes} minutes. Open customers stay open.")}
            </p>
        };
        // Either button is a sign of life, and so is Escape; a lock that came meanwhile stays.
        let is_here = move || {
            if presence.get_untracked() == Presence::Here {
                last.set(time::now());
            }
        };
        let confirm = move || {
            // At once: word that the dialog closed comes later.
            is_here();
            true
        };
        confirming(facts, body.into_any(), confirm, is_here)
    }
}

fn locked(desk: &Desk) -> AnyView {
    let minutes = desk.session.config.session.idle_minutes;
    let address = desk.session.config.session.sign_in.clone();
    let desk = desk.clone();
    let said = RwSignal::new(String::new());
    view! {
        <main id="main">
            <div class="message">
                {icon("lock")}
                <h1>"Locked"</h1>
                <p>{format!("Nothing was pressed for {minutes} minutes. Sign in to go on where you were; another rep starts clean.")}</p>
                <p role="status">{said}</p>
                <button type="button" class="primary" autofocus on:click=move |_| come_back(&desk, said)>"Go on"</button>
                <a class="button" href=address target="_blank" rel="opener">"Sign in"</a>
            </div>
        </main>
    }
    .into_any()
}

fn sign_in_dialog(desk: &Desk) -> AnyView {
    let address = desk.session.config.session.sign_in.clone();
    let desk = desk.clone();
    let said = RwSignal::new(String::new());
    let facts = Confirming { title: "Sign in again", who: None, verb: "Go on", harms: true, cancel: "Stay signed out" };
    let presence = desk.session.presence;
    let body = view! {
        <p>"Your session has ended. The customers and places that you have open are kept for you; another rep starts clean."</p>
        <p><a class="button primary" href=address target="_blank" rel="opener">"Sign in"</a></p>
        <p class="hint">"It opens in a tab of its own. Come back here afterwards and go on."</p>
        <p role="status">{said}</p>
    };
    confirming(
        facts,
        body.into_any(),
        move || {
            come_back(&desk, said);
            false
        },
        move || {
            // The rep may look at what is on the screen; the next call asks to sign in again.
            if presence.get_untracked() == Presence::SignedOut {
                presence.set(Presence::Here);
            }
        },
    )
}

/// Asks who is signed in now: the same rep goes on, another one starts clean, nobody stays out.
fn come_back(desk: &Desk, said: RwSignal<String>) {
    let desk = desk.clone();
    spawn_local(async move {
        let session = &desk.session;
        match read_rep(&session.config.session.url).await {
            Ok(Some(rep)) => welcome(&desk, rep),
            Ok(None) => said.set("Nobody is signed in yet.".into()),
            Err(why) => said.set(format!("It could not be asked who is signed in: {why}.")),
        }
    });
}

fn welcome(desk: &Desk, rep: Rep) {
    let session = &desk.session;
    if session.rep.with_untracked(|known| known.subject == rep.subject) {
        session.rep.set(rep);
        session.presence.set(Presence::Here);
        return;
    }
    desk.search.found.stop();
    desk.search.asked.set(None);
    search::clear();
    desk.navigation.go(Route::Search);
    session.start_clean(rep);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_comes_before_the_lock() {
        let rules = SessionRules { url: "/".into(), sign_in: "/".into(), idle_minutes: 15, warn_minutes: 13 };
        let at = |seconds: i64| verdict(seconds * 1000, &rules);
        assert_eq!(at(0), Verdict::Fine);
        assert_eq!(at(13 * 60 - 1), Verdict::Fine);
        assert_eq!(at(13 * 60), Verdict::Warn);
        assert_eq!(at(15 * 60 - 1), Verdict::Warn);
        assert_eq!(at(15 * 60), Verdict::Lock);
    }
}
