//! A new dispute: the operation in view, what the reason needs, and everything that goes with it in one call.

mod attempts;
mod booking;
mod confirm;
mod draft;
mod effect;
mod form;
mod send;

use std::sync::Arc;

use contract::{
    AccountReference, OperationId,
    operations::issuing::{disputes::Dispute, operations::AccountOperation},
};
use leptos::prelude::*;

pub use self::confirm::Confirmation;
use self::{draft::Draft, form::form};
use super::{cards, origin::Origin, settle, trouble};
use crate::{
    config::DisputesFrom,
    features::{
        account::{Posted, callers_account, read_operation},
        outcome::outcome,
    },
    gateway::Gateway,
    routes::{Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        badge::Tone,
        banner::Banner,
        load::{Asking, Load, loaded, nothing},
        region::focus_region,
        trouble::{Retry, Trouble},
    },
};

/// The operation that is to be disputed, and the folder in which it is already.
#[derive(Clone, Debug, PartialEq)]
struct Subject {
    account: AccountReference,
    operation: AccountOperation,
    origin: Origin,
    dispute: Option<Dispute>,
}

/// What is read for one operation. Lives with the caller.
#[derive(Clone, Default)]
struct Reading(Asking<Subject>);

/// The page for one operation, usually of the account in view.
pub fn page(session: &Session, caller: &Caller, account: &KnownAccount, operation: &OperationId) -> AnyView {
    let Reading(asking) = caller.keep_for(operation.as_str(), Reading::default);
    let read = {
        let (gateway, posted) = (session.gateway.clone(), Posted::of(caller));
        let (from, account, operation) = (session.config.disputes_from, account.reference.clone(), operation.clone());
        move || read(gateway.clone(), from, posted.clone(), account.clone(), operation.clone())
    };
    if asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
        asking.ask(read());
    }
    let retry: Retry = {
        let (asking, read) = (asking.clone(), read.clone());
        Arc::new(move || asking.refresh(read()))
    };
    let draft = caller.keep_for(operation.as_str(), Draft::new);
    let confirmation = Confirmation::of(caller, operation);
    let writing = settle::place(caller, operation.as_str());
    let ended = outcome(session, caller, &writing, || focus_region("dispute-story"));
    let ready = {
        let (session, caller, retry) = (session.clone(), caller.clone(), retry.clone());
        move |subject: &Subject| {
            let theirs = callers_account(&session, &caller, &subject.account).is_some();
            if theirs {
                cards::note_used(&caller, &subject.operation);
            }
            match &subject.dispute {
                Some(dispute) => already(&caller, dispute),
                None if !theirs => nothing(
                    "This operation is on an account of somebody else.",
                    "Find that account's owner, and dispute it there.",
                ),
                None => form(
                    &session,
                    &caller,
                    (&subject.operation, &subject.origin),
                    (&draft, &confirmation),
                    retry.clone(),
                ),
            }
        }
    };
    let body = loaded(&asking, "the operation", retry, indisputable, Box::new(ready));
    view! { {ended}{body} }.into_any()
}

/// An operation without an external reference cannot be named to the gateway (seed 004:1906).
fn indisputable(subject: &Subject) -> Option<(&'static str, &'static str)> {
    (subject.origin == Origin::NoReference && subject.dispute.is_none()).then_some((
        "This operation cannot be disputed.",
        "The gateway states no external reference for it, and a dispute is made under that.",
    ))
}

fn already(caller: &Caller, dispute: &Dispute) -> AnyView {
    let reference = dispute.dispute_folder_identifier.dispute_folder_reference.to_string();
    let href = Route::detail(caller.key(), Section::Disputes, reference.clone()).href();
    let banner =
        Banner::status(Tone::Information, "info", "In dispute.", "There is a folder for this operation.").slim();
    view! { {banner.view()}<p><a class="button" href=href>{format!("Open folder {reference}")}</a></p> }.into_any()
}

async fn read(
    gateway: Gateway,
    from: DisputesFrom,
    posted: Posted,
    in_view: AccountReference,
    operation: OperationId,
) -> Result<Subject, Trouble> {
    let found = read_operation(gateway.clone(), posted, in_view, operation, Vec::new()).await;
    let found = found.map_err(|failure| trouble("The operation", &failure))?;
    let operation = found.operation;
    let origin = Origin::of(&gateway, from, &found.account, &operation).await;
    let origin = origin.map_err(|failure| trouble("The operation\u{2019}s transaction", &failure))?;
    let dispute = origin.folder(&gateway).await.map_err(|failure| trouble("The dispute", &failure))?;
    Ok(Subject { account: found.account, operation, origin, dispute })
}
