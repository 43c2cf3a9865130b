//! One operation in full, and what belongs to it.

mod facts;
mod relatives;
mod surroundings;

use std::sync::Arc;

use contract::{
    OperationId,
    operations::issuing::operations::{AccountOperation, OperationEmbed},
};
use leptos::prelude::*;

pub use self::facts::in_groups;
use self::{
    facts::facts_of,
    relatives::{left, relatives},
    surroundings::{LOOKED_THROUGH, Surroundings},
};
use super::{
    entry::name,
    list::Operations,
    posting::{Left, reverse},
};
use crate::{
    browser::time,
    features::{
        account::{Found, Posted, callers_account, read_operation},
        trouble::trouble,
    },
    routes::{Route, Section},
    session::{Caller, KnownAccount, Session, short},
    ui::{
        actions::way,
        amount::amount,
        badge::Tone,
        banner::Banner,
        load::{Asking, Load, loaded},
        region::region,
        table::{Column, table},
        trouble::Retry,
    },
};

/// One operation and its surroundings. Lives with the caller.
#[derive(Clone, Default)]
struct One {
    operation: Asking<Arc<Found>>,
    around: Surroundings,
}

/// The operation of this number, on whichever account it was posted.
pub fn section(session: &Session, caller: &Caller, in_view: &KnownAccount, id: OperationId) -> AnyView {
    let one: One = caller.keep_for(id.as_str(), One::default);
    let read = {
        let (around, gateway, posted) = (one.around.clone(), session.gateway.clone(), Posted::of(caller));
        let (in_view, id) = (in_view.reference.clone(), id.clone());
        move || {
            around.have_changed();
            let (around, gateway, posted) = (around.clone(), gateway.clone(), posted.clone());
            let embed = vec![OperationEmbed::ParentOperation];
            let reading = read_operation(gateway.clone(), posted.clone(), in_view.clone(), id.clone(), embed);
            async move {
                let found = reading.await.map_err(|failure| trouble("The operation", &failure))?;
                around.read(&gateway, &posted, &found);
                Ok(Arc::new(found))
            }
        }
    };
    if one.operation.state().with_untracked(|state| matches!(state, Load::Idle)) {
        one.operation.ask(read());
    }
    let retry: Retry = {
        let (one, read) = (one.clone(), read.clone());
        Arc::new(move || one.operation.refresh(read()))
    };
    let ready = {
        let (session, caller, in_view, one, retry) =
            (session.clone(), caller.clone(), in_view.clone(), one.clone(), retry.clone());
        move |found: &Arc<Found>| whole(&session, &caller, &in_view, found, &one, retry.clone())
    };
    let back = Route::section(caller.key(), Section::Operations).href();
    view! {
        <header class="title">
            <h2 id="operation" tabindex="-1">"Operation"</h2>
            <a class="button" href=back>"All operations"</a>
        </header>
        {loaded(&one.operation, "the operation", retry, |_| None, Box::new(ready))}
    }
    .into_any()
}

fn whole(
    session: &Session,
    caller: &Caller,
    in_view: &KnownAccount,
    found: &Arc<Found>,
    one: &One,
    read_again: Retry,
) -> AnyView {
    let operation = &found.operation;
    let account = callers_account(session, caller, &found.account);
    let elsewhere = (found.account != in_view.reference).then(|| elsewhere(account.as_ref(), found));
    // What is not on an account of the caller's is looked at, and nothing else.
    let change = account.map(|account| {
        let (around, own) = (one.around.clone(), found.clone());
        let now = {
            let around = around.clone();
            Memo::new(move |_| around.now().and_then(|others| left(&own.operation, &others)))
        };
        let left = Left { now, until: around.until_read(), again: surroundings_again(session, caller, found, one) };
        let list = Operations::of(caller, in_view).pages;
        let again = move || {
            list.refresh();
            read_again();
        };
        view! {
            {dispute(caller, operation).map(|way| view! { <div class="actions">{way}</div> })}
            {reverse(session, caller, &account, operation, left, again)}
        }
    });
    let title = name(operation);
    view! {
        {elsewhere}
        <section class="panel" aria-labelledby="operation-name">
            <header><h2 id="operation-name" tabindex="-1">{title}</h2>{amount(operation.reference_amount.as_ref())}</header>
            {facts_of(operation, &session.config.locale)}
            {change}
        </section>
        {surroundings_panel(session, caller, found, one)}
    }
    .into_any()
}

/// Says on which account it is, where that is not the one in view.
fn elsewhere(account: Option<&KnownAccount>, found: &Found) -> AnyView {
    let banner = match account {
        Some(account) => {
            let sentence = format!("It was posted to {}.", account.label());
            Banner::status(Tone::Information, "info", "Not the account in view.", sentence)
        }
        None => {
            let sentence = format!(
                "It was posted to {}. To take it back or to dispute it, find that account\u{2019}s owner.",
                short(found.account.as_str())
            );
            Banner::status(Tone::Attention, "warning", "Not this customer\u{2019}s account.", sentence)
        }
    };
    banner.slim().view()
}

/// The way to a dispute about a use of a card, or to the folder in which it is already. What has no external reference
/// cannot be disputed (seed 004:1906).
fn dispute(caller: &Caller, operation: &AccountOperation) -> Option<AnyView> {
    let folder =
        operation.dispute_folder_identifier.as_ref().and_then(|folder| folder.dispute_folder_reference.as_ref());
    if let Some(folder) = folder {
        let href = Route::detail(caller.key(), Section::Disputes, folder.as_str()).href();
        return Some(view! { <a class="button" href=href>{format!("Dispute folder {folder}")}</a> }.into_any());
    }
    let named = operation.external_operation_reference.as_ref().is_some_and(|reference| !reference.is_empty());
    let id = operation.operation_identifier.operation_id.as_str();
    (named && operation.card_identifier.is_some())
        .then(|| way("Dispute operation", Route::new_dispute(caller.key(), id).href()))
}

fn surroundings_again(session: &Session, caller: &Caller, found: &Arc<Found>, one: &One) -> Retry {
    let (around, gateway, posted, found) =
        (one.around.clone(), session.gateway.clone(), Posted::of(caller), found.clone());
    Arc::new(move || around.read(&gateway, &posted, &found))
}

fn surroundings_panel(session: &Session, caller: &Caller, found: &Arc<Found>, one: &One) -> AnyView {
    let retry = surroundings_again(session, caller, found, one);
    let (own, key) = (found.clone(), caller.key().clone());
    let ready = move |others: &Arc<Vec<AccountOperation>>| {
        let own = &own.operation;
        let mut rows = Vec::new();
        let mut row = |relation: &'static str, other: &AccountOperation| {
            let href =
                Route::detail(&key, Section::Operations, other.operation_identifier.operation_id.as_str()).href();
            let posted = other.posting_date.as_ref().map_or_else(|| "Not stated".into(), time::date);
            rows.push(vec![
                relation.into_any(),
                view! { <a class="opens" href=href>{name(other)}</a> }.into_any(),
                posted.into_any(),
                amount(other.reference_amount.as_ref()),
            ]);
        };
        let found = relatives(own, others);
        // What the gateway itself calls the parent, where no list showed it.
        if let Some(parent) = own.parent_operation.as_deref() {
            let listed =
                found.iter().any(|(_, index)| others[*index].operation_identifier == parent.operation_identifier);
            if !listed {
                let reversed = own.reversal == Some(true);
                row(if reversed { "Takes back" } else { "Belongs to" }, parent);
            }
        }
        found.iter().for_each(|(relation, index)| row(relation.words(), &others[*index]));
        if rows.is_empty() {
            return view! { <p class="hint" role="status">"Nothing belongs to it, as far as the list shows."</p> }
                .into_any();
        }
        let columns =
            [Column::text("How"), Column::name("Operation"), Column::text("Posted"), Column::figures("Amount")];
        table("What belongs to it", &columns, rows)
    };
    let body = loaded(&one.around.operations, "what belongs to it", retry, |_| None, Box::new(ready));
    let hint = format!(
        "Looked for among the first {LOOKED_THROUGH} operations from the day before it on, and the newest of its kind."
    );
    region("relatives", "What belongs to it", ().into_any(), view! { {body}<p class="hint">{hint}</p> }.into_any())
}
