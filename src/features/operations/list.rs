//! What was posted to the account in view, in a period.

use std::sync::Arc;

use contract::{
    Instant, Rows,
    operations::issuing::{
        Paged,
        operations::{AccountOperation, ListOperations, SortDirection},
    },
};
use leptos::prelude::*;

use super::{
    authorizations,
    entry::{COLUMNS, Place, rows},
    listing::{Listing, Picking, listing},
    pages::{Page, Pages, Reading, Source},
};
use crate::{
    browser::time,
    features::trouble::trouble,
    gateway::{Answered, Gateway},
    session::{Caller, KnownAccount, Session},
    ui::{form::Period, trouble::Retry},
};

/// What is shown before anybody chose.
pub const USUAL_DAYS: i64 = 30;

const LISTING: Listing = Listing {
    label: "Operations",
    what: "the operations",
    noun: ("operation", "operations"),
    columns: COLUMNS,
    kinds: &[
        ("", "All kinds"),
        ("TRN", "Transactions"),
        ("FEE", "Fees"),
        ("INT", "Interest"),
        ("PAY", "Payments"),
        ("SUBPAYOP", "Parts of payments"),
        ("RMB", "Reimbursements"),
        ("LOAD", "Loads"),
        ("DISPUTE", "Disputes"),
        ("BAL_ADJ", "Balance adjustments"),
        ("BAL", "Balance transfers"),
    ],
    empty: |count| {
        let next = "Choose an earlier “From”, or another account in the customer's bar.";
        (*count == 0).then_some(("Nothing was posted in this period.", next))
    },
};

/// The list of one account. Lives with the caller.
#[derive(Clone)]
pub struct Operations {
    pub(super) pages: Pages,
    pub(super) period: Period,
    picking: Picking,
    hierarchy: ArcRwSignal<bool>,
    internal: ArcRwSignal<bool>,
    asked: ArcRwSignal<Option<(Instant, Instant)>>,
}

impl Operations {
    /// Of this account.
    pub fn of(caller: &Caller, account: &KnownAccount) -> Self {
        caller.keep_for(account.reference.as_str(), || Self {
            pages: Pages::default(),
            period: Period::last_days(USUAL_DAYS, "operations-from", "operations-to"),
            picking: Picking::default(),
            hierarchy: ArcRwSignal::new(false),
            internal: ArcRwSignal::new(false),
            asked: ArcRwSignal::new(None),
        })
    }

    /// The period that was asked for last, or the usual one.
    pub fn asked(&self) -> (Instant, Instant) {
        self.asked.get_untracked().unwrap_or_else(usual_period)
    }

    /// Asks for the period that stands in the fields, if it is one.
    fn ask(&self, session: &Session, caller: &Caller, account: &KnownAccount) {
        let Some(period) = self.period.moments() else { return };
        let question = ListOperations {
            all_account_hierarchy: self.hierarchy.get_untracked().then_some(true),
            print_on_statement: self.internal.get_untracked().then_some(false),
            sort: Some(SortDirection::Descending),
            ..ListOperations::between(account.reference.clone(), period.0, period.1)
        };
        let period = (question.start_time.clone(), question.end_time.clone());
        self.asked.set(Some(period.clone()));
        authorizations::ask(session, caller, account, period);
        let place = Place::of(caller, account, question.all_account_hierarchy == Some(true));
        self.pages.ask(source(session.gateway.clone(), place, question));
    }
}

/// The panel's body: the period, and the list.
pub fn body(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let operations = Operations::of(caller, account);
    let ask = {
        let (operations, session, caller, account) =
            (operations.clone(), session.clone(), caller.clone(), account.clone());
        move || operations.ask(&session, &caller, &account)
    };
    if operations.pages.is_idle() {
        ask();
    }
    let beside = view! {
        {switch("With the accounts below it", &operations.hierarchy)}
        {switch("With internal ones", &operations.internal)}
    };
    let again = operations.pages.clone();
    let retry: Retry = Arc::new(move || again.refresh());
    view! {
        {operations.period.view(beside.into_any(), ask)}
        {listing(LISTING, &operations.pages, &operations.picking, retry)}
    }
    .into_any()
}

fn switch(name: &'static str, on: &ArcRwSignal<bool>) -> AnyView {
    let chosen = on.clone();
    let switch = move |event| chosen.set(event_target_checked(&event));
    view! { <label class="choice"><input type="checkbox" prop:checked=on.clone() on:change=switch />{name}</label> }
        .into_any()
}

fn source(gateway: Gateway, place: Place, question: ListOperations) -> Source {
    Arc::new(move |page| -> Reading {
        let (gateway, place) = (gateway.clone(), place.clone());
        let question = question.on_page(page, gateway.page_size());
        Box::pin(async move {
            let answered = gateway.call(question).await.map_err(|failure| trouble("The operations", &failure))?;
            Ok(read(&place, answered, gateway.page_size()))
        })
    })
}

/// One page as rows.
pub fn read(place: &Place, answered: Answered<Rows<AccountOperation>>, asked: u32) -> Page {
    let Answered { answer: Rows { rows: operations, unreadable }, more, .. } = answered;
    Page { entries: rows(place, &operations), unreadable, more, asked }
}

/// The last days up to now, for whatever is asked without a period of its own.
pub fn usual_period() -> (Instant, Instant) {
    let today = time::today();
    (time::start_of_day(today.plus_days(1 - USUAL_DAYS)), time::start_of_day(today.plus_days(1)))
}
