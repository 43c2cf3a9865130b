//! What was posted around an operation, among which its fees and reversals are looked for.

use std::sync::Arc;

use contract::{
    AccountReference, Instant, OperationId,
    operations::issuing::{
        customers::AccountIdentifier,
        operations::{
            AccountOperation, ListOperations, OperationKind, RetrieveOperation, SearchOperations, SortDirection,
        },
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
    gateway::{Failure, Fault, Gateway, WholeList},
    ui::{
        dialog::Until,
        load::{Asking, Load},
    },
};

/// What takes an operation back later is looked for among so many, where a rep may take it back in parts.
const MOST_ROWS: usize = 5_000;
/// And among so many, where nobody takes it back here.
const FEW_ROWS: usize = 100;
/// So many days around an operation everything is read, whatever its kind.
const DAYS_BEHIND: i64 = 3;

/// What was read around an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Around {
    /// Each once.
    pub operations: Vec<AccountOperation>,
    /// Whether everything was read that may take it back.
    pub is_complete: bool,
}

/// The surroundings of one operation. Lives with the caller.
#[derive(Clone, Default)]
pub struct Surroundings {
    /// As far as they were read.
    pub operations: Asking<Arc<Around>>,
    /// How often they may have changed, and how often they had when they were read last.
    rounds: ArcRwSignal<(u32, u32)>,
}

impl Surroundings {
    /// They may be others from now on.
    pub fn have_changed(&self) {
        self.rounds.update(|(changed, _)| *changed += 1);
    }

    /// What was read, unless they may have changed since, or not all of it could be.
    pub fn now(&self) -> Option<Arc<Around>> {
        let is_now = self.rounds.with(|(changed, read)| changed == read);
        self.operations.state().with(|state| state.answer().filter(|around| is_now && around.is_complete).cloned())
    }

    /// Why what depends on them has to wait.
    pub fn until_read(&self) -> Until {
        let is_now = |load: &Load<Arc<Around>>| matches!(load, Load::Ready(around, _) if around.is_complete);
        let (waits, failed) = ("Reading what was taken back.", "What was taken back could not be read.");
        Until::read(&self.operations, is_now, waits, failed)
    }

    /// Reads them.
    pub fn read(&self, gateway: &Gateway, posted: &Posted, found: &Found) {
        let (gateway, posted, found) = (gateway.clone(), posted.clone(), found.clone());
        let (rounds, changed) = (self.rounds.clone(), self.rounds.with_untracked(|(changed, _)| *changed));
        self.operations.refresh(async move {
            let read = around(&gateway, &found).await.map_err(|failure| trouble("What belongs to it", &failure))?;
            let ids = read.operations.iter().map(|other| &other.operation_identifier.operation_id);
            ids.for_each(|id| posted.note_on(&found.account, id));
            rounds.update(|(_, read)| *read = changed);
            Ok(Arc::new(read))
        });
    }
}

/// A fee stands beside its purchase, a reversal may come much later and is of the same kind. Lists leave out what an
/// operation belongs to, the details state it (seed 004:2970-2987): they are read of the few that it may be.
pub async fn around(gateway: &Gateway, found: &Found) -> Result<Around, Failure> {
    let own = &found.operation;
    let posted = own.posting_date.as_ref().map_or_else(time::now, Instant::epoch_millis);
    let day = time::local_date(&Instant::from_epoch_millis(posted));
    let tomorrow = time::today().plus_days(1);
    let near_end = day.plus_days(DAYS_BEHIND).min(tomorrow);
    let period = (time::start_of_day(day.plus_days(-1)), time::start_of_day(near_end));
    let near = list(gateway, &found.account, period, MOST_ROWS).await?;
    let mut is_complete = near.is_complete;
    let mut others = near.rows;
    if near_end < tomorrow {
        let later = later(gateway, found, (time::start_of_day(near_end), time::start_of_day(tomorrow))).await?;
        is_complete &= later.is_complete;
        // The end of the one period is the beginning of the other.
        let is_new = |other: &AccountOperation| others.iter().all(|known| id(known) != id(other));
        let later: Vec<_> = later.rows.into_iter().filter(is_new).collect();
        others.extend(later);
    }
    let places = unsaid(own, &others);
    let details = places.iter().map(|place| detail(gateway, &found.account, &others[*place]));
    let details = try_join_all(details).await?;
    for (place, detail) in places.into_iter().zip(details) {
        others[place] = detail;
    }
    Ok(Around { operations: others, is_complete })
}

/// All later ones of its kind. Of what a rep cannot take back one page is enough: whether a purchase was given back is worth
/// knowing, and decides nothing here.
async fn later(
    gateway: &Gateway,
    found: &Found,
    period: (Instant, Instant),
) -> Result<WholeList<AccountOperation>, Failure> {
    let kind = found.operation.operation_kind.clone();
    let is_taken_back = !matches!(kind, Some(OperationKind::Transaction | OperationKind::PaymentApportionment));
    let most_rows = if is_taken_back { MOST_ROWS } else { FEW_ROWS };
    let Some(kind) = kind.filter(|kind| !matches!(kind, OperationKind::Unknown(_))) else {
        return list(gateway, &found.account, period, most_rows).await;
    };
    let (from, to) = period.clone();
    let question = SearchOperations {
        posting_account_identifier: Some(AccountIdentifier {
            account_reference: Some(found.account.clone()),
            issuer_account_external_reference: None,
        }),
        posting_date_from: Some(from),
        // A search holds both ends.
        posting_date_to: Some(Instant::from_epoch_millis(to.epoch_millis() - 1000)),
        operation_kinds: vec![kind],
        ..SearchOperations::default()
    };
    match gateway.read_list(most_rows, question).await {
        // An issuer without the search has the list.
        Err(Failure { fault: Fault::Http(400..=404) | Fault::NotPermitted | Fault::NotOffered(_), .. }) => {
            list(gateway, &found.account, period, most_rows).await
        }
        found => found,
    }
}

async fn list(
    gateway: &Gateway,
    account: &AccountReference,
    (start_time, end_time): (Instant, Instant),
    most_rows: usize,
) -> Result<WholeList<AccountOperation>, Failure> {
    let all = ListOperations::between(account.clone(), start_time, end_time);
    gateway.read_list(most_rows, ListOperations { sort: Some(SortDirection::Ascending), ..all }).await
}

fn id(operation: &AccountOperation) -> OperationId {
    operation.operation_identifier.operation_id.clone()
}

async fn detail(
    gateway: &Gateway,
    account: &AccountReference,
    listed: &AccountOperation,
) -> Result<AccountOperation, Failure> {
    let question =
        RetrieveOperation { account_reference: account.clone(), operation_id: id(listed), embed: Vec::new() };
    Ok(gateway.call(question).await?.answer.operation)
}
