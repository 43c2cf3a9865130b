//! What was posted around an operation, among which its fees and reversals are looked for.

use std::{collections::HashSet, sync::Arc};

use contract::{
    AccountReference, Instant,
    operations::issuing::operations::{
        AccountOperation, ListOperations, OperationKind, RetrieveOperation, SortDirection,
    },
};
use futures::future::try_join_all;
use leptos::prelude::*;

use super::relatives::unsaid;
use crate::{
    browser::time,
    features::{
        account::{Found, Posted},
        trouble::trouble,
    },
    gateway::Gateway,
    ui::{
        dialog::Until,
        load::{Asking, Load},
        trouble::Trouble,
    },
};

/// So many operations are looked through for what belongs to one.
pub const LOOKED_THROUGH: u32 = 100;

/// The surroundings of one operation. Lives with the caller.
#[derive(Clone, Default)]
pub struct Surroundings {
    /// As far as they were read.
    pub operations: Asking<Arc<Vec<AccountOperation>>>,
    /// How often they may have changed, and how often they had when they were read last.
    rounds: ArcRwSignal<(u32, u32)>,
}

impl Surroundings {
    /// They may be others from now on.
    pub fn have_changed(&self) {
        self.rounds.update(|(changed, _)| *changed += 1);
    }

    /// What was read, unless they may have changed since.
    pub fn now(&self) -> Option<Arc<Vec<AccountOperation>>> {
        let is_now = self.rounds.with(|(changed, read)| changed == read);
        self.operations.state().with(|state| state.answer().filter(|_| is_now).cloned())
    }

    /// Why what depends on them has to wait.
    pub fn until_read(&self) -> Until {
        let is_now = |load: &Load<_>| matches!(load, Load::Ready(..));
        let (waits, failed) = ("Reading what was taken back.", "What was taken back could not be read.");
        Until::read(&self.operations, is_now, waits, failed)
    }

    /// Reads them.
    pub fn read(&self, gateway: &Gateway, posted: &Posted, found: &Found) {
        let (gateway, posted, found) = (gateway.clone(), posted.clone(), found.clone());
        let (rounds, changed) = (self.rounds.clone(), self.rounds.with_untracked(|(changed, _)| *changed));
        self.operations.refresh(async move {
            let read = around(&gateway, &found).await?;
            let ids = read.iter().map(|other| &other.operation_identifier.operation_id);
            ids.for_each(|id| posted.note_on(&found.account, id));
            rounds.update(|(_, read)| *read = changed);
            Ok(Arc::new(read))
        });
    }
}

/// What was posted from the day before it on: a fee stands beside its purchase, a reversal comes later. Lists leave out what
/// an operation belongs to, the details state it (seed 004:2970-2987): they are read of the few that it may be.
async fn around(gateway: &Gateway, found: &Found) -> Result<Vec<AccountOperation>, Trouble> {
    let own = &found.operation;
    let posted = own.posting_date.as_ref().map_or_else(time::now, Instant::epoch_millis);
    let day = time::local_date(&Instant::from_epoch_millis(posted));
    let list = |sort: SortDirection, exclude_operation_kinds: Vec<OperationKind>| {
        let question = ListOperations {
            account_reference: found.account.clone(),
            start_time: time::start_of_day(day.plus_days(-1)),
            end_time: time::start_of_day(time::today().plus_days(1)),
            page: Some(0),
            page_size: Some(LOOKED_THROUGH),
            all_account_hierarchy: None,
            print_on_statement: None,
            pan_reference: None,
            exclude_operation_kinds,
            sort: Some(sort),
            include_original_account: None,
            embed: Vec::new(),
        };
        async move {
            let answered = gateway.call(question).await;
            answered.map(|answered| answered.answer).map_err(|failure| trouble("What belongs to it", &failure))
        }
    };
    let first = list(SortDirection::Ascending, Vec::new()).await?;
    let all = first.rows.len() + first.unreadable < LOOKED_THROUGH as usize;
    let mut others = first.rows;
    if !all {
        // What takes it back is of its kind, and may have been posted long after it.
        let newest = list(SortDirection::Descending, all_but(own.operation_kind.as_ref())).await?;
        others.extend(newest.rows);
        let mut known = HashSet::new();
        others.retain(|other| known.insert(other.operation_identifier.operation_id.clone()));
    }
    let places = unsaid(own, &others);
    let details = places.iter().map(|place| detail(gateway, &found.account, &others[*place]));
    let details = try_join_all(details).await?;
    for (place, detail) in places.into_iter().zip(details) {
        others[place] = detail;
    }
    Ok(others)
}

/// Every kind but this one.
fn all_but(kind: Option<&OperationKind>) -> Vec<OperationKind> {
    let all = [
        OperationKind::Transaction,
        OperationKind::Fee,
        OperationKind::Interest,
        OperationKind::Payment,
        OperationKind::PaymentApportionment,
        OperationKind::Reimbursement,
        OperationKind::Load,
        OperationKind::Dispute,
        OperationKind::BalanceAdjustment,
        OperationKind::BalanceTransfer,
        OperationKind::WriteOff,
    ];
    all.into_iter().filter(|other| Some(other) != kind).collect()
}

async fn detail(
    gateway: &Gateway,
    account: &AccountReference,
    listed: &AccountOperation,
) -> Result<AccountOperation, Trouble> {
    let question = RetrieveOperation {
        account_reference: account.clone(),
        operation_id: listed.operation_identifier.operation_id.clone(),
        embed: Vec::new(),
    };
    let answered = gateway.call(question).await.map_err(|failure| trouble("What belongs to it", &failure))?;
    Ok(answered.answer)
}
