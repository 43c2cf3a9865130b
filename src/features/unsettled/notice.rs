//! Above a search: what was begun for customers who are not open, and not seen to its end. A part of its own, because most
//! browsers remember nothing of the kind.

use std::collections::HashSet;

use contract::Instant;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::time,
    session::{Interrupted, Mark, Session, UnlockJournal},
    ui::{
        badge::Tone,
        banner::Banner,
        dialog::{Confirming, confirming},
    },
};

/// What a rep may decide to forget.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Forgotten {
    Unlocks,
    Changes,
}

/// The lines, and the question before one of them is forgotten.
pub fn view(session: &Session) -> AnyView {
    let (abandoned, marks, asked) = (session.abandoned, RwSignal::new(Vec::new()), RwSignal::new(None));
    read(session, marks);
    let again = session.clone();
    let listening = window_event_listener(leptos::ev::storage, move |_| read(&again, marks));
    on_cleanup(move || listening.remove());
    let unlocks = move || {
        abandoned.with(|abandoned| {
            let first = abandoned.iter().map(|unlock| unlock.at).min()?;
            let sentence = unlocks_words(abandoned.len(), &when(first));
            let banner = Banner::alert(Tone::Danger, "danger", "A wallet may be inactive.", sentence).loud();
            Some(banner.offering("Forget it", move || asked.set(Some(Forgotten::Unlocks))).view())
        })
    };
    let changes = move || {
        marks.with(|marks| {
            let first = marks.iter().map(|mark: &Mark| mark.sent.at).min()?;
            let sentence = changes_words(marks.len(), &when(first));
            let banner = Banner::status(Tone::Attention, "warning", "A change is not confirmed.", sentence).slim();
            Some(banner.offering("Forget it", move || asked.set(Some(Forgotten::Changes))).view())
        })
    };
    let dialog = move || {
        asked.get().map(|what| {
            let forget = move || {
                forget(what, abandoned, marks);
                true
            };
            question(what, forget, move || asked.set(None))
        })
    };
    view! { {unlocks}{changes}{dialog} }.into_any()
}

/// Those of customers who are not open here, once no tab is at work on them. The open ones have their own lines.
fn read(session: &Session, marks: RwSignal<Vec<Mark>>) {
    let session = session.clone();
    spawn_local(async move {
        let mut seen = HashSet::new();
        for mark in Mark::all() {
            if seen.insert(mark.key.clone()) {
                mark.nobody_at_work().await;
            }
        }
        let closed = |mark: &Mark| session.opened(&mark.key).is_none();
        // The screen may be gone by now.
        let _ = marks.try_set(Mark::all().into_iter().filter(closed).collect());
    });
}

fn forget(what: Forgotten, abandoned: RwSignal<Vec<Interrupted>>, marks: RwSignal<Vec<Mark>>) {
    match what {
        Forgotten::Unlocks => {
            abandoned.with_untracked(|all| all.iter().for_each(|unlock| UnlockJournal::of(&unlock.key).clear()));
            abandoned.set(Vec::new());
        }
        Forgotten::Changes => {
            marks.with_untracked(|all| all.iter().for_each(Mark::clear));
            marks.set(Vec::new());
        }
    }
}

fn question(what: Forgotten, forget: impl Fn() -> bool + 'static, done: impl Fn() + 'static) -> AnyView {
    let (title, sentence) = match what {
        Forgotten::Unlocks => (
            "Forget the unlock?",
            "The wallet may stay inactive, and nobody is reminded of it. Forget it only when its customer was found and \
             helped, or cannot be found any more.",
        ),
        Forgotten::Changes => (
            "Forget the change?",
            "Nobody is reminded to check it before it is made a second time. Forget it only when its customer cannot be \
             found any more.",
        ),
    };
    let facts = Confirming { title, who: None, verb: "Forget", harms: true, cancel: "Cancel" };
    confirming(facts, view! { <p>{sentence}</p> }.into_any(), forget, done)
}

/// It may be of yesterday.
fn when(epoch_millis: i64) -> String {
    time::date_and_time(&Instant::from_epoch_millis(epoch_millis))
}

fn unlocks_words(count: usize, first: &str) -> String {
    let which = match count {
        1 => format!("An unlock that began on {first} was not seen to its end. "),
        count => format!("{count} unlocks, the first from {first}, were not seen to their end. "),
    };
    which + "Search for the customer again: the portal reads the wallet and offers to reactivate it."
}

fn changes_words(count: usize, first: &str) -> String {
    let which = match count {
        1 => format!("A change of {first}, for a customer who is not open, was not seen to its end. "),
        count => format!(
            "{count} changes, the first of {first}, for customers who are not open, were not seen to their end. "
        ),
    };
    which + "Search for the customer again to check it."
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHEN: &str = "15 Jul 2025, 14:02";

    #[test]
    fn one_and_several_are_told_apart_and_both_say_what_to_do() {
        assert!(unlocks_words(1, WHEN).starts_with("An unlock that began on 15 Jul 2025, 14:02 was"));
        assert!(unlocks_words(2, WHEN).starts_with("2 unlocks, the first from 15 Jul 2025, 14:02,"));
        assert!(changes_words(1, WHEN).starts_with("A change of 15 Jul 2025, 14:02, for a customer who is not open,"));
        assert!(changes_words(3, WHEN).ends_with("Search for the customer again to check it."));
    }
}
