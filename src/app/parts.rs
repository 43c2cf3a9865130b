//! What is not part of the first load: a caller's screen, and the sections behind it. Their code is fetched while the rep types
//! what the first caller says, and while they look at the first caller. Only the production build takes the module apart.

use std::{future::Future, sync::Arc};

use futures::FutureExt;
use leptos::prelude::*;

use super::{Desk, customer, sections};
use crate::{
    browser::part::{NotLoaded, part},
    features::{search, trouble::not_loaded, unsettled},
    routes::{Detail, Section},
    session::{Caller, Session, are_marks_left},
    ui::{
        load::{Asking, Load, loaded},
        trouble::{Retry, Trouble},
    },
};

/// How far the code of each part is. Lives as long as the page.
#[derive(Clone, Default)]
pub struct Parts {
    search: Asking<()>,
    customer: Asking<()>,
    sections: Asking<()>,
    notice: Asking<()>,
}

impl Parts {
    /// Fetches a caller's screen and what a search needs of the issuer's records, unless they are there.
    pub fn fetch_customer(&self) {
        begin(&self.search, search::fetch_ahead);
        begin(&self.customer, fetch_customer);
    }

    /// Fetches the sections behind it, unless they are there, once nothing else is to be done.
    pub fn fetch_sections(&self) {
        let sections = self.sections.clone();
        request_idle_callback(move || begin(&sections, fetch_sections));
    }

    /// Whether a caller's screen can be shown at once.
    pub fn has_customer(&self) -> bool {
        self.customer.state().with(|state| matches!(state, Load::Ready(..)))
    }

    /// A caller's screen.
    pub fn customer(&self, desk: &Desk, caller: Caller, section: Section, detail: Option<Detail>) -> AnyView {
        let desk = desk.clone();
        let make = move || screen(desk.clone(), caller.clone(), section, detail.clone()).now_or_never();
        shown(&self.customer, fetch_customer, Box::new(make))
    }

    /// A section that is not part of every caller's screen.
    pub fn section(&self, session: &Session, caller: &Caller, section: Section, detail: Option<Detail>) -> AnyView {
        let (session, caller) = (session.clone(), caller.clone());
        let make = move || one_section(session.clone(), caller.clone(), section, detail.clone()).now_or_never();
        shown(&self.sections, fetch_sections, Box::new(make))
    }

    /// What was begun for customers who are not open and not seen to its end; nothing, and no code, where that is nothing.
    pub fn notice(&self, session: &Session) -> AnyView {
        session.find_abandoned();
        let (part, session) = (self.notice.clone(), session.clone());
        let (abandoned, left) = (session.abandoned, are_marks_left());
        let is_any = Memo::new(move |_| left || abandoned.with(|abandoned| !abandoned.is_empty()));
        let view = move || {
            let session = session.clone();
            let make = move || one_notice(session.clone()).now_or_never();
            is_any.get().then(|| shown(&part, fetch_notice, Box::new(make)))
        };
        view.into_any()
    }
}

part! {
    fn one_notice(session: Session) -> AnyView,
    notice fetched by fetch_notice,
    unsettled::notice::view(&session),
}

part! {
    fn screen(desk: Desk, caller: Caller, section: Section, detail: Option<Detail>) -> AnyView,
    customer fetched by fetch_customer,
    customer::screen(&desk, &caller, section, detail).into_any(),
}

part! {
    fn one_section(session: Session, caller: Caller, section: Section, detail: Option<Detail>) -> AnyView,
    sections fetched by fetch_sections,
    sections::one(&session, &caller, section, detail),
}

/// Fetches ahead what nobody asked for yet. What did not come waits until it is needed.
fn begin<F>(part: &Asking<()>, fetch: fn() -> F)
where
    F: Future<Output = Result<(), NotLoaded>> + 'static,
{
    if part.state().with_untracked(|state| matches!(state, Load::Idle)) {
        part.ask(fetched(fetch()));
    }
}

async fn fetched(fetch: impl Future<Output = Result<(), NotLoaded>>) -> Result<(), Trouble> {
    if !window().navigator().on_line() {
        return Err(not_loaded());
    }
    fetch.await.map_err(|_| not_loaded())
}

/// The part's view as soon as its code is there; until then what every other wait looks like.
fn shown<F>(part: &Asking<()>, fetch: fn() -> F, make: Box<dyn Fn() -> Made + Send>) -> AnyView
where
    F: Future<Output = Result<(), NotLoaded>> + 'static,
{
    if part.state().with_untracked(|state| matches!(state, Load::Idle | Load::Failed(_))) {
        part.ask(fetched(fetch()));
    }
    let retry: Retry = {
        let part = part.clone();
        Arc::new(move || part.refresh(fetched(fetch())))
    };
    // Once the code is there it neither waits nor fails.
    let ready = move |(): &()| make().and_then(Result::ok).unwrap_or_else(|| ().into_any());
    loaded(part, "this part of the portal", retry, |()| None, Box::new(ready)).into_any()
}

type Made = Option<Result<AnyView, NotLoaded>>;
