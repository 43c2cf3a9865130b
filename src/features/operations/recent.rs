//! The last operations in the overview.

use std::sync::Arc;

use contract::operations::issuing::{
    Paged,
    operations::{AccountOperation, ListOperations, OperationKind, SortDirection},
};
use leptos::prelude::*;

use super::{entry::name, list::usual_period};
use crate::{
    browser::time,
    features::{account::with_account, trouble::trouble},
    routes::{OpaqueKey, Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        amount::amount,
        load::{Asking, Load, loaded},
        region::region,
        table::{Column, table},
        trouble::{Retry, Trouble},
    },
};

/// So many are enough to see what a caller may mean.
const SHOWN: u32 = 5;

type Few = Asking<Arc<Vec<AccountOperation>>>;

/// The region.
pub fn panel(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (own, asker) = (session.clone(), caller.clone());
    let body = with_account(session, caller, move |account| few(&own, &asker, account));
    let all = Route::section(caller.key(), Section::Operations).href();
    let beside = view! { <a class="button" href=all>"All operations"</a> };
    region("recent-operations", "Recent operations", beside.into_any(), body)
}

/// Reads them again, where they were read before: something was posted.
pub fn read_again(session: &Session, caller: &Caller, account: &KnownAccount) {
    let asking = kept(caller, account);
    if asking.state().with_untracked(|state| !matches!(state, Load::Idle)) {
        asking.refresh(read(session, account));
    }
}

fn kept(caller: &Caller, account: &KnownAccount) -> Few {
    caller.keep_for(&format!("recent {}", account.reference), Few::default)
}

fn few(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let asking = kept(caller, account);
    if asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
        asking.ask(read(session, account));
    }
    let retry: Retry = {
        let (asking, session, account) = (asking.clone(), session.clone(), account.clone());
        Arc::new(move || asking.refresh(read(&session, &account)))
    };
    let key = caller.key().clone();
    let ready = move |few: &Arc<Vec<AccountOperation>>| {
        let columns = [Column::text("Posted"), Column::name("Operation"), Column::figures("Amount")];
        table("Recent operations", &columns, few.iter().map(|operation| row(&key, operation)).collect())
    };
    let empty = |few: &Arc<Vec<AccountOperation>>| {
        let next = "Older ones are in the section “Operations”.";
        few.is_empty().then_some(("Nothing was posted in the last 30 days.", next))
    };
    loaded(&asking, "the operations", retry, empty, Box::new(ready)).into_any()
}

fn read(
    session: &Session,
    account: &KnownAccount,
) -> impl Future<Output = Result<Arc<Vec<AccountOperation>>, Trouble>> + use<> {
    let (start_time, end_time) = usual_period();
    let question = ListOperations {
        // A payment and its parts are one thing: five lines should be five of them.
        exclude_operation_kinds: vec![OperationKind::PaymentApportionment],
        sort: Some(SortDirection::Descending),
        ..ListOperations::between(account.reference.clone(), start_time, end_time)
    };
    let question = question.on_page(0, SHOWN);
    let gateway = session.gateway.clone();
    async move {
        let answered = gateway.call(question).await.map_err(|failure| trouble("The operations", &failure))?;
        // A gateway may give more than was asked for.
        let mut few = answered.answer.rows;
        few.truncate(SHOWN as usize);
        Ok(Arc::new(few))
    }
}

fn row(key: &OpaqueKey, operation: &AccountOperation) -> Vec<AnyView> {
    let href = Route::detail(key, Section::Operations, operation.operation_identifier.operation_id.as_str()).href();
    let posted = operation.posting_date.as_ref().map_or_else(|| "Not stated".into(), time::date);
    vec![
        posted.into_any(),
        view! { <a class="opens" href=href>{name(operation)}</a> }.into_any(),
        amount(operation.reference_amount.as_ref()),
    ]
}
