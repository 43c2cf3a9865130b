//! Whether the rep is still there: the idle lock, and signing in again without losing anything.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, prelude::Closure};

use super::{Desk, startup::read_rep};
use crate::{
    browser::time,
    config::SessionRules,
    features::search,
    routes::Route,
    session::{Presence, Rep, Session},
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
    last: RwSignal<Moment>,
    now: RwSignal<Moment>,
    rules: SessionRules,
    warns: Memo<bool>,
    session: Session,
}

/// A moment by two clocks, in milliseconds: the machine's, which goes on while it sleeps and may be set, and the page's, which
/// nobody sets and which may stand still meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    machine: i64,
    page: i64,
}

impl Moment {
    fn now() -> Self {
        Self { machine: time::now(), page: time::on_the_page() }
    }

    /// How long it was quiet: as long as either clock says.
    fn since(self, earlier: Self) -> i64 {
        (self.machine - earlier.machine).max(self.page - earlier.page)
    }

    /// Whether somebody set the machine's clock back since. A verification would hold for longer than it may.
    fn is_set_back_from(self, earlier: Self) -> bool {
        earlier.machine - self.machine > 60_000
    }
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
        let rules = session.config.session.clone();
        let now = RwSignal::new(Moment::now());
        let last = RwSignal::new(now.get_untracked());
        let warns = {
            let rules = rules.clone();
            Memo::new(move |_| verdict(now.get().since(last.get()), &rules) == Verdict::Warn)
        };
        let idle = Self { last, now, rules, warns, session };
        for event in ["keydown", "pointerdown"] {
            let idle = idle.clone();
            let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
                if idle.pressed() {
                    // It meant what lay on the screen, which is not to be seen any more.
                    event.prevent_default();
                    event.stop_immediate_propagation();
                }
            });
            // Before anybody else hears of it.
            let heard = listener.as_ref().unchecked_ref();
            let _ = window().add_event_listener_with_callback_and_bool(event, heard, true);
            listener.forget();
        }
        let ticking = idle.clone();
        set_interval(move || ticking.tick(), std::time::Duration::from_secs(1));
        idle
    }

    /// Something was pressed: whether that is too late, and locks. No timer runs while a machine sleeps, so it is judged here.
    fn pressed(&self) -> bool {
        let presence = self.session.presence.get_untracked();
        match self.verdict_now() {
            // Whoever comes back to a locked desk presses something there.
            Verdict::Lock if presence != Presence::Locked => {
                self.lock();
                return true;
            }
            // Once the warning is up only its own button counts, so that a stray key does not dismiss it unread.
            Verdict::Warn if presence == Presence::Here => {}
            _ => self.last.set(Moment::now()),
        }
        false
    }

    fn tick(&self) {
        let (before, now) = (self.now.get_untracked(), Moment::now());
        self.now.set(now);
        self.session.now.set(now.machine);
        if now.is_set_back_from(before) {
            self.session.end_verifications();
        }
        if self.verdict_now() == Verdict::Lock && self.session.presence.get_untracked() != Presence::Locked {
            self.lock();
        }
    }

    fn verdict_now(&self) -> Verdict {
        verdict(Moment::now().since(self.last.get_untracked()), &self.rules)
    }

    fn lock(&self) {
        self.session.presence.set(Presence::Locked);
        search::clear();
        self.session.end_verifications();
    }

    fn warning(&self) -> AnyView {
        let Self { last, now, .. } = *self;
        let until = i64::from(self.rules.idle_minutes) * 60_000;
        let left = move || time::left(until - now.get().since(last.get()));
        let facts =
            Confirming { title: "Still there?", who: None, verb: "Stay signed in", harms: false, cancel: "Close" };
        let minutes = self.rules.warn_minutes;
        let body = view! {
            <p>
                "The portal locks in " <strong class="clock" role="timer">{left}</strong>
                {format!(" because nothing was pressed for {minutes} minutes. Open customers stay open.")}
            </p>
        };
        // Either button is a sign of life, and so is Escape; a lock that came meanwhile stays.
        let idle = self.clone();
        let is_here = move || {
            if idle.session.presence.get_untracked() != Presence::Here {
                return;
            }
            match idle.verdict_now() {
                Verdict::Lock => idle.lock(),
                _ => idle.last.set(Moment::now()),
            }
        };
        let confirm = {
            let is_here = is_here.clone();
            move || {
                // At once: word that the dialog closed comes later.
                is_here();
                true
            }
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

    fn at(machine: i64, page: i64) -> Moment {
        Moment { machine: machine * 60_000, page: page * 60_000 }
    }

    #[test]
    fn a_machine_that_slept_was_quiet_and_one_whose_clock_was_set_back_was_too() {
        let minutes = |since: i64| since / 60_000;
        assert_eq!(minutes(at(120, 0).since(at(0, 0))), 120, "the page's clock stood still");
        assert_eq!(minutes(at(-60, 16).since(at(0, 0))), 16, "the machine's was set back");
        assert_eq!(minutes(at(5, 5).since(at(0, 0))), 5);
    }

    #[test]
    fn a_clock_that_is_set_right_by_a_second_was_not_set_back() {
        let tick = |machine: i64| Moment { machine, page: 1_000 }.is_set_back_from(Moment { machine: 0, page: 0 });
        assert!(tick(-3_600_000));
        assert!(!tick(-2_000) && !tick(1_000) && !tick(3_600_000));
    }

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
