//! One operation in full, and what belongs to it.

mod facts;
mod relatives;

use std::sync::Arc;

use contract::{
    Instant, OperationId,
    operations::issuing::operations::{
        AccountOperation, ListOperations, OperationEmbed, RetrieveOperation, SortDirection,
    },
};
use leptos::prelude::*;

pub use self::facts::in_groups;
use self::{
    facts::facts_of,
    relatives::{is_reversed, relatives},
};
use super::{entry::name, posting::reverse};
use crate::{
    browser::time,
    features::trouble::trouble,
    gateway::Gateway,
    routes::{Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        actions::way,
        amount::amount,
        load::{Asking, Load, loaded},
        region::region,
        table::{Column, table},
        trouble::{Retry, Trouble},
    },
};

/// So many operations are looked through for what belongs to one.
const LOOKED_THROUGH: u32 = 200;

/// One operation and its surroundings. Lives with the caller.
#[derive(Clone, Default)]
struct One {
    operation: Asking<Arc<AccountOperation>>,
    related: Asking<Arc<Vec<AccountOperation>>>,
}

/// The operation of this number.
pub fn section(session: &Session, caller: &Caller, account: &KnownAccount, id: OperationId) -> AnyView {
    let one: One = caller.keep_for(&format!("{} {id}", account.reference), One::default);
    let gateway = session.gateway.clone();
    let read = {
        let (one, gateway, account, id) = (one.clone(), gateway.clone(), account.reference.clone(), id.clone());
        move || {
            let (gateway, related) = (gateway.clone(), one.related.clone());
            let question = RetrieveOperation {
                account_reference: account.clone(),
                operation_id: id.clone(),
                embed: vec![OperationEmbed::ParentOperation],
            };
            async move {
                let answered =
                    gateway.call(question.clone()).await.map_err(|failure| trouble("The operation", &failure))?;
                let operation = Arc::new(answered.answer);
                related.refresh(surroundings(gateway, question.account_reference, operation.clone()));
                Ok::<_, Trouble>(operation)
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
        let (session, caller, account, one, retry) =
            (session.clone(), caller.clone(), account.clone(), one.clone(), retry.clone());
        move |operation: &Arc<AccountOperation>| whole(&session, &caller, &account, operation, &one, retry.clone())
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
    account: &KnownAccount,
    operation: &Arc<AccountOperation>,
    one: &One,
    read_again: Retry,
) -> AnyView {
    let reversed = {
        let (operation, related) = (operation.clone(), one.related.state());
        move || related.with(|state| state.answer().is_some_and(|others| is_reversed(&operation, others)))
    };
    let again = move || read_again();
    let body = view! {
        {facts_of(operation, &session.config.locale)}
        {dispute(caller, operation).map(|way| view! { <div class="actions">{way}</div> })}
        {reverse(session, caller, account, operation, reversed, again)}
    };
    let title = name(operation);
    view! {
        <section class="panel" aria-labelledby="operation-name">
            <header><h2 id="operation-name">{title}</h2>{amount(operation.reference_amount.as_ref())}</header>
            {body}
        </section>
        {surroundings_panel(session, caller, account, operation, one)}
    }
    .into_any()
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

fn surroundings_panel(
    session: &Session,
    caller: &Caller,
    account: &KnownAccount,
    operation: &Arc<AccountOperation>,
    one: &One,
) -> AnyView {
    let retry: Retry = {
        let (one, gateway, account, operation) =
            (one.clone(), session.gateway.clone(), account.reference.clone(), operation.clone());
        Arc::new(move || one.related.refresh(surroundings(gateway.clone(), account.clone(), operation.clone())))
    };
    let (own, key) = (operation.clone(), caller.key().clone());
    let ready = move |others: &Arc<Vec<AccountOperation>>| {
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
        let found = relatives(&own, others);
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
    let body = loaded(&one.related, "what belongs to it", retry, |_| None, Box::new(ready));
    let hint = format!("Looked for among the first {LOOKED_THROUGH} operations from the day before it on.");
    region("relatives", "What belongs to it", ().into_any(), view! { {body}<p class="hint">{hint}</p> }.into_any())
}

/// What was posted from the day before it on: a fee stands beside its purchase, a reversal comes later.
async fn surroundings(
    gateway: Gateway,
    account: contract::AccountReference,
    operation: Arc<AccountOperation>,
) -> Result<Arc<Vec<AccountOperation>>, Trouble> {
    let posted = operation.posting_date.as_ref().map_or_else(time::now, Instant::epoch_millis);
    let day = time::local_date(&Instant::from_epoch_millis(posted));
    let question = ListOperations {
        account_reference: account,
        start_time: time::start_of_day(day.plus_days(-1)),
        end_time: time::start_of_day(time::today().plus_days(1)),
        page: Some(0),
        page_size: Some(LOOKED_THROUGH),
        all_account_hierarchy: None,
        print_on_statement: None,
        pan_reference: None,
        exclude_operation_kinds: Vec::new(),
        sort: Some(SortDirection::Ascending),
        include_original_account: None,
        embed: Vec::new(),
    };
    let answered = gateway.call(question).await.map_err(|failure| trouble("What belongs to it", &failure))?;
    Ok(Arc::new(answered.answer.rows))
}
