//! Finding a folder by its own reference, or by the operation that it is about.

use std::sync::Arc;

use contract::operations::issuing::disputes::Dispute;
use leptos::{ev::SubmitEvent, prelude::*};

use super::{
    folders::reason,
    origin::{Origin, made_under},
    owner::Ownership,
    settle, trouble,
};
use crate::{
    config::DisputesFrom,
    gateway::{Failure, Fault, Gateway},
    routes::{Route, Section},
    session::{Caller, Session},
    ui::{
        form::{Control, Field, typed},
        load::{Asking, Load, loaded},
        trouble::{Retry, Trouble},
    },
};

/// What is looked for, and what was found. Lives with the caller.
#[derive(Clone)]
struct Finding {
    reference: Field,
    found: Asking<Option<Dispute>>,
}

/// The form, and what it found.
pub fn form(session: &Session, caller: &Caller) -> AnyView {
    let finding =
        caller.keep(|| Finding { reference: Field::new("find-dispute").for_reference(), found: Asking::default() });
    let ask = {
        let (finding, gateway, from) = (finding.clone(), session.gateway.clone(), session.config.disputes_from);
        move || {
            let missing = match from {
                DisputesFrom::Operation => "Write the reference of a folder or of an operation.",
                DisputesFrom::Transaction => "Write the reference of a folder, or the issuer’s own.",
            };
            if let Some(reference) = finding.reference.read(|text| typed::required(text, missing)) {
                finding.found.ask(find(gateway.clone(), from, reference));
            }
        }
    };
    let retry: Retry = Arc::new(ask.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        ask();
    };
    let key = caller.key().clone();
    let from = session.config.disputes_from;
    let (session, caller) = (session.clone(), caller.clone());
    let ready = move |found: &Option<Dispute>| {
        let link = found.as_ref().map(|dispute| {
            let warning = Ownership::of(&session, &caller, dispute).warning();
            let reference = dispute.dispute_folder_identifier.dispute_folder_reference.to_string();
            let href = Route::detail(&key, Section::Disputes, reference.clone()).href();
            view! { {warning}<p role="status"><a class="lone" href=href>{reference}</a>{format!(", {}", reason(dispute))}</p> }
        });
        view! { {link} }.into_any()
    };
    let state = finding.found.state();
    let asked = Memo::new(move |_| state.with(|state| !matches!(state, Load::Idle)));
    let reference = finding.reference.clone();
    let (label, none) = match from {
        DisputesFrom::Operation => ("Folder or operation reference", none as fn(&_) -> _),
        DisputesFrom::Transaction => ("Folder or issuer’s reference", none_of_transactions as fn(&_) -> _),
    };
    let found =
        move || asked.get().then(|| loaded(&finding.found, "the folder", retry.clone(), none, Box::new(ready.clone())));
    view! {
        <form class="filters" novalidate on:submit=submit>
            {Control::line(&reference, label).view()}
            <button type="submit">"Find folder"</button>
        </form>
        {found}
    }
    .into_any()
}

fn none(found: &Option<Dispute>) -> Option<(&'static str, &'static str)> {
    let next = "A folder’s reference looks like D-V-1234-2319-19; an operation’s external reference has 17 digits.";
    found.is_none().then_some(("No folder has this reference, and no operation with it is in dispute.", next))
}

fn none_of_transactions(found: &Option<Dispute>) -> Option<(&'static str, &'static str)> {
    let next = "A folder’s reference looks like D-V-1234-2319-19; the issuer’s own was made with the folder.";
    found.is_none().then_some(("No folder has this reference.", next))
}

/// First as a folder; then as an operation, or where disputes are made from transactions as a reference of the issuer's own.
/// That there is none is an answer.
async fn find(gateway: Gateway, from: DisputesFrom, reference: String) -> Result<Option<Dispute>, Trouble> {
    let folder = match settle::whole(&gateway, reference.as_str().into()).await {
        Ok(dispute) => Ok(Some(dispute)),
        Err(Failure { fault: Fault::Http(404), .. }) => match from {
            DisputesFrom::Operation => Origin::Operation(reference.into()).folder(&gateway).await,
            DisputesFrom::Transaction => made_under(&gateway, reference.into()).await,
        },
        Err(failure) => Err(failure),
    };
    folder.map_err(|failure| trouble("The folder", &failure))
}
