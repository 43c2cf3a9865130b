//! What the account's cards were asked for: approved and refused, one by one, and by business case.

mod asked_on;
mod cases;
mod checks;
mod entry;
mod one;
mod reserves;

use std::sync::Arc;

use contract::{
    Instant, Rows,
    operations::issuing::{Paged, operations::ListAuthorizations},
};
use leptos::prelude::*;

use self::{
    asked_on::{AskedOn, Place},
    entry::{COLUMNS, row},
};
pub use self::{
    cases::cases,
    one::{AUTHORIZATION, CASE, case, one},
    reserves::reserves,
};
use super::{
    listing::{Listing, Picking, listing},
    pages::{Page, Pages, Reading, Source},
};
use crate::{
    features::trouble::trouble,
    session::{Caller, KnownAccount, Session},
    ui::trouble::Retry,
};

const LISTING: Listing = Listing {
    label: "Authorizations",
    what: "the authorizations",
    noun: ("authorization", "authorizations"),
    columns: COLUMNS,
    kinds: &[("", "All results"), ("declined", "Declined"), ("approved", "Approved"), ("not-clear", "Not clear")],
    empty: |count| {
        let next = "A merchant that refuses the card by itself asks nobody, and leaves no trace here.";
        (*count == 0).then_some(("No card was asked for in this period.", next))
    },
};

/// The authorizations of one account, in the period of its operations. Lives with the caller.
#[derive(Clone, Default)]
struct Authorizations {
    pages: Pages,
    picking: Picking,
}

/// Asks for those of another period.
pub fn ask(session: &Session, caller: &Caller, account: &KnownAccount, (start_time, end_time): (Instant, Instant)) {
    let (gateway, key, asked_on) = (session.gateway.clone(), caller.key().clone(), AskedOn::of(caller));
    let place = Place { account: account.reference.clone(), period: (start_time.clone(), end_time.clone()) };
    let question = ListAuthorizations {
        account_reference: account.reference.clone(),
        start_time,
        end_time,
        page: None,
        page_size: None,
    };
    let source: Source = Arc::new(move |page| -> Reading {
        let (gateway, key, asked_on, place) = (gateway.clone(), key.clone(), asked_on.clone(), place.clone());
        let question = question.on_page(page, gateway.page_size());
        Box::pin(async move {
            let answered = gateway.call(question).await.map_err(|failure| trouble("The authorizations", &failure))?;
            let Rows { rows, unreadable } = answered.answer;
            let ids = rows.iter().filter_map(|one| one.authorization_identifier.as_ref()?.transaction_id.as_ref());
            ids.for_each(|id| asked_on.note(format!("{AUTHORIZATION}{id}"), &place));
            let entries = rows.iter().map(|authorization| row(&key, authorization)).collect();
            Ok(Page { entries, unreadable, more: answered.more, asked: gateway.page_size() })
        })
    });
    Authorizations::of(caller, account).pages.ask(source);
}

/// The panel's body. It shows the period of the operations above it.
pub fn body(caller: &Caller, account: &KnownAccount) -> AnyView {
    let authorizations = Authorizations::of(caller, account);
    let again = authorizations.pages.clone();
    let retry: Retry = Arc::new(move || again.refresh());
    listing(LISTING, &authorizations.pages, &authorizations.picking, retry)
}

impl Authorizations {
    fn of(caller: &Caller, account: &KnownAccount) -> Self {
        caller.keep_for(account.reference.as_str(), Self::default)
    }
}
