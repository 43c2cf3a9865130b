//! Finding a folder by its own reference, or by the operation that it is about.

use std::sync::Arc;

use contract::{ExternalOperationReference, operations::issuing::disputes::Dispute};
use leptos::{ev::SubmitEvent, prelude::*};

use super::{create::folder_of, folders::reason, owner::Ownership, settle, trouble};
use crate::{
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
    let finding = caller.keep(|| Finding { reference: Field::new("find-dispute"), found: Asking::default() });
    let ask = {
        let (finding, gateway) = (finding.clone(), session.gateway.clone());
        move || {
            let missing = "Write the reference of a folder or of an operation.";
            if let Some(reference) = finding.reference.read(|text| typed::required(text, missing)) {
                finding.found.ask(find(gateway.clone(), reference));
            }
        }
    };
    let retry: Retry = Arc::new(ask.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        ask();
    };
    let key = caller.key().clone();
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
    let found =
        move || asked.get().then(|| loaded(&finding.found, "the folder", retry.clone(), none, Box::new(ready.clone())));
    view! {
        <form class="filters" novalidate on:submit=submit>
            {Control::line(&finding.reference, "Folder or operation reference").view()}
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

/// First as a folder, then as an operation. That there is none is an answer.
async fn find(gateway: Gateway, reference: String) -> Result<Option<Dispute>, Trouble> {
    let folder = match settle::whole(&gateway, reference.as_str().into()).await {
        Ok(dispute) => Ok(Some(dispute)),
        Err(Failure { fault: Fault::Http(404), .. }) => {
            folder_of(&gateway, ExternalOperationReference::from(reference)).await
        }
        Err(failure) => Err(failure),
    };
    folder.map_err(|failure| trouble("The folder", &failure))
}
