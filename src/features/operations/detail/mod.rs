//! One operation in full, and what belongs to it.

mod conversion;
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
    surroundings::{Around, Surroundings, around},
};
use super::{
    elsewhere::{self, elsewhere},
    entry::name,
    list::Operations,
    posting::{Left, ReadLeft, reverse},
};
use crate::{
    browser::time,
    config::DisputesFrom,
    features::{
        account::{Found, Posted, callers_account, read_operation},
        trouble::trouble,
    },
    routes::{Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        actions::{Button, way, why_not},
        amount::amount,
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
            let embed = vec![OperationEmbed::ParentOperation, OperationEmbed::Authorization];
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
    let words = elsewhere::Words { begins: "It was posted to", to_act: "To take it back or to dispute it" };
    let elsewhere = elsewhere(session, caller, in_view, &found.account, words);
    // What is not on an account of the caller's is looked at, and nothing else.
    let change = account.map(|account| {
        let (around, own) = (one.around.clone(), found.clone());
        let now = {
            let around = around.clone();
            Memo::new(move |_| around.now().and_then(|around| left(&own.operation, &around.operations)))
        };
        let left = Left {
            now,
            until: around.until_read(),
            again: surroundings_again(session, caller, found, one),
            read: left_now(found),
        };
        let list = Operations::of(caller, in_view).pages;
        let again = move || {
            list.refresh();
            read_again();
        };
        view! {
            {dispute(session, caller, operation).map(|way| view! { <div class="actions">{way}</div> })}
            {reverse(session, caller, &account, operation, left, again)}
        }
    });
    let title = name(operation);
    view! {
        {elsewhere}
        <section class="panel" aria-labelledby="operation-name">
            <header><h2 id="operation-name" tabindex="-1">{title}</h2>{amount(operation.reference_amount.as_ref())}</header>
            {facts_of(found, &session.config.locale)}
            {conversion::fee_parts(&found.details)}
            {change}
        </section>
        {surroundings_panel(session, caller, found, one)}
    }
    .into_any()
}

/// The way to a dispute about a use of a card, or to the folder in which it is already. A dispute is made under the
/// operation's external reference (seed 004:1906), or from the transaction that its business case names (public): without it
/// the button says why it cannot be pressed.
fn dispute(session: &Session, caller: &Caller, operation: &AccountOperation) -> Option<AnyView> {
    let folder =
        operation.dispute_folder_identifier.as_ref().and_then(|folder| folder.dispute_folder_reference.as_ref());
    if let Some(folder) = folder {
        let href = Route::detail(caller.key(), Section::Disputes, folder.as_str()).href();
        return Some(view! { <a class="button" href=href>{format!("Dispute folder {folder}")}</a> }.into_any());
    }
    operation.card_identifier.as_ref()?;
    let id = operation.operation_identifier.operation_id.as_str();
    let missing = match session.config.disputes_from {
        DisputesFrom::Operation => {
            let reference = operation.external_operation_reference.as_ref();
            reference.is_none_or(|reference| reference.is_empty()).then_some(NO_REFERENCE)
        }
        DisputesFrom::Transaction => {
            let case = operation.authorization_business_case_identifier.as_ref();
            case.is_none_or(|case| case.business_case_id.is_none()).then_some(NO_TRANSACTION)
        }
    };
    Some(match missing {
        None => way("Dispute operation", Route::new_dispute(caller.key(), id).href()),
        Some(why) => {
            let off = ("dispute-reason", Memo::new(move |_| Some(why.to_owned())));
            view! { {Button::new("Dispute operation", off).view(|| {})}{why_not(off)} }.into_any()
        }
    })
}

const NO_REFERENCE: &str = "The gateway states no external reference for it, and a dispute is made under that.";
const NO_TRANSACTION: &str =
    "The gateway names no transaction for it, and this issuer\u{2019}s platform makes disputes from transactions.";

fn surroundings_again(session: &Session, caller: &Caller, found: &Arc<Found>, one: &One) -> Retry {
    let (around, gateway, posted, found) =
        (one.around.clone(), session.gateway.clone(), Posted::of(caller), found.clone());
    Arc::new(move || around.read(&gateway, &posted, &found))
}

const ALL_OF_ITS_KIND: &str =
    "Looked for among everything from the day before it to two days after it, and all of its kind since.";
const NEWEST_OF_ITS_KIND: &str = "Looked for among everything from the day before it to two days after it, and the newest \
                                  of its kind. Older ones may be missing.";

/// What is left of it as the gateway shows it when it is asked.
fn left_now(found: &Arc<Found>) -> ReadLeft {
    let found = found.clone();
    Arc::new(move |gateway| {
        let (gateway, found) = (gateway.clone(), found.clone());
        Box::pin(async move {
            let around = around(&gateway, &found).await?;
            // Where not all of it could be read, nobody can tell.
            Ok(left(&found.operation, &around.operations).filter(|_| around.is_complete))
        })
    })
}

fn surroundings_panel(session: &Session, caller: &Caller, found: &Arc<Found>, one: &One) -> AnyView {
    let retry = surroundings_again(session, caller, found, one);
    let (own, key) = (found.clone(), caller.key().clone());
    let ready = move |around: &Arc<Around>| {
        let others = &around.operations;
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
    let state = one.around.operations.state();
    let hint = move || {
        state.with(|state| {
            let around = state.answer()?;
            let reach = if around.is_complete { ALL_OF_ITS_KIND } else { NEWEST_OF_ITS_KIND };
            Some(view! { <p class="hint">{reach}</p> })
        })
    };
    region("relatives", "What belongs to it", ().into_any(), view! { {body}{hint} }.into_any())
}
