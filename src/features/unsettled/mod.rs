//! Changes that an earlier visit, another tab or another rep sent, and of which nobody saw the end: said on top of every
//! section until they are checked, or a rep has looked.

mod check;
pub mod notice;
mod words;

use std::sync::Arc;

use leptos::prelude::*;

use self::words::{sentence, what};
use super::{
    account::{self, InView, known_accounts},
    outcome::outcome,
};
use crate::{
    browser::time,
    routes::{Route, Section},
    session::{Caller, Entry, EntryOutcome, KnownAccount, Mark, Marks, Session, Writing, account_digest},
    ui::{badge::Tone, banner::Banner, region::hand_on_what_has_the_focus},
};

/// A line for each of them.
pub fn lines(session: &Session, caller: &Caller, in_view: Section) -> AnyView {
    let marks = Marks::of(caller);
    // Another tab may have sent one, or settled one, since they were read here.
    marks.read();
    let elsewhere = marks.clone();
    let listening = window_event_listener(leptos::ev::storage, move |_| elsewhere.read());
    on_cleanup(move || listening.remove());
    let (known, session, caller) = (marks.known(), session.clone(), caller.clone());
    let view =
        move || known.get().into_iter().map(|mark| line(&session, &caller, &marks, mark, in_view)).collect::<Vec<_>>();
    view.into_any()
}

fn line(session: &Session, caller: &Caller, marks: &Marks, mark: Mark, in_view: Section) -> AnyView {
    let writing = Writing::settling(caller, &mark);
    let said = outcome(session, caller, &writing, || {});
    // Kept with the caller: whoever looked for it in vain may decide, also after they were elsewhere.
    let looked = caller.keep_for(&mark.id(), || Looked(ArcRwSignal::new(false))).0;
    let account = account_of(session, caller, &mark);
    let (shown, left, now) = (writing.shown(), marks.left(), session.now);
    let id = mark.id();
    let is_left =
        Memo::new(move |_| shown.with(Option::is_none) && left.with(|left| left.iter().any(|one| one.id() == id)));
    let may_arrive = {
        let mark = mark.clone();
        Memo::new(move |_| mark.may_arrive(now.get()))
    };
    let (session, caller, marks) = (session.clone(), caller.clone(), marks.clone());
    let banner = move || {
        if !is_left.get() {
            return None;
        }
        let look = match account.get() {
            About::NotYet => None,
            About::Account(account) => check::of(&session, &mark, account.as_deref()),
        };
        let decides = account.with(|account| *account != About::NotYet) && (look.is_none() || looked.get());
        let decides = decides.then(|| may_arrive.get());
        let mut banner = Banner::alert(Tone::Attention, "warning", "Not confirmed.", sentence(&mark, decides)).slim();
        if let Some(write) = look {
            let (session, caller, writing, looked) = (session.clone(), caller.clone(), writing.clone(), looked.clone());
            banner = banner.offering("Check again", move || {
                // What is being changed is seen to its end first.
                if !caller.working().get_untracked() {
                    hand_on_what_has_the_focus();
                    looked.set(true);
                    writing.look(&session, &caller, write.clone());
                }
            });
        }
        let decide = |found: &'static str| {
            let (caller, marks, mark) = (caller.clone(), marks.clone(), mark.clone());
            move || {
                hand_on_what_has_the_focus();
                mark.clear();
                let what = format!("Looked for {}, which was not confirmed: {found}", what(&mark));
                let correlation = Some(mark.sent.correlation.clone());
                caller.note(Entry { at: time::now(), what, outcome: EntryOutcome::Done, correlation });
                marks.read();
            }
        };
        if decides.is_some() {
            banner = banner.offering("It is there", decide("it is there"));
        }
        if decides == Some(false) {
            banner = banner.offering("It is not there", decide("it is not there"));
        }
        let section = Section::ending(&mark.sent.section).filter(|section| *section != in_view);
        if let Some(section) = section {
            banner = banner.leading("See it", Route::section(caller.key(), section).href());
        }
        Some(banner.view())
    };
    view! { {banner}{said} }.into_any()
}

/// Whether it was looked for in this visit.
#[derive(Clone)]
struct Looked(ArcRwSignal<bool>);

/// On which of the caller's accounts it was made.
#[derive(Clone, Debug, PartialEq)]
enum About {
    /// They are being read.
    NotYet,
    /// This one; none where it is about no account, or about none that is known.
    Account(Option<Arc<KnownAccount>>),
}

fn account_of(session: &Session, caller: &Caller, mark: &Mark) -> Memo<About> {
    let in_view = account::in_view(session, caller);
    let (session, caller, digest) = (session.clone(), caller.clone(), mark.sent.account.clone());
    Memo::new(move |_| {
        if in_view.get() == InView::NotYet {
            return About::NotYet;
        }
        let known = known_accounts(&session, &caller);
        let its = |account: &KnownAccount| account_digest(account.reference.as_str()) == digest;
        About::Account(known.into_iter().find(its).map(Arc::new))
    })
}
