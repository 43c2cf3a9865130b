//! Operations: what was charged, when, and why; what the cards were asked for; and what a rep posts by hand.

mod across;
mod authorizations;
mod detail;
mod elsewhere;
mod entry;
mod filter;
mod list;
mod listing;
mod pages;
mod posting;
mod recent;
mod words;

use leptos::prelude::*;

pub use self::recent::panel;
use super::account::with_account;
use crate::{
    routes::{Detail, Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::region::region,
};

/// The section: the lists, or the one thing that the address names.
pub fn section(session: &Session, caller: &Caller, detail: Option<Detail>) -> impl IntoView + use<> {
    let (own, asker) = (session.clone(), caller.clone());
    with_account(session, caller, move |account| {
        let Some(Detail(name)) = &detail else { return lists(&own, &asker, account) };
        if name == across::NAME {
            across::section(&own, &asker, account)
        } else if let Some(id) = name.strip_prefix(authorizations::AUTHORIZATION) {
            authorizations::one(&own, &asker, account, id)
        } else if let Some(id) = name.strip_prefix(authorizations::CASE) {
            authorizations::case(&own, &asker, account, id.into())
        } else {
            detail::section(&own, &asker, account, name.as_str().into())
        }
    })
}

fn lists(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let across = Route::detail(caller.key(), Section::Operations, across::NAME).href();
    let (buttons, posted) = posting::buttons(session, caller, account);
    let beside = view! { {buttons}<a class="button" href=across>"Search across accounts"</a> };
    let operations = view! { {posted}{list::body(session, caller, account)} };
    let authorizations = view! {
        {authorizations::body(caller, account)}
        {authorizations::cases(session, caller, account)}
        {authorizations::reserves(session, caller, account)}
    };
    view! {
        {region("operations", "Operations", beside.into_any(), operations.into_any())}
        {region("authorizations", "Authorizations", ().into_any(), authorizations.into_any())}
    }
    .into_any()
}
