//! The dispute folders of a customer: found by their cards, shown as a table, and in the overview those that are open.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use contract::{
    AccountReference, DisputeFolderReference, free_text,
    operations::issuing::disputes::{Dispute, DisputeStatus, ListCardDisputes},
};
use leptos::prelude::*;

use super::{
    cards::{self, Cards},
    trouble, words,
};
use crate::{
    browser::time,
    features::account::{LookedUp, account_has_moved, at_issuer},
    gateway::{Failure, Fault, Gateway},
    routes::{OpaqueKey, Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        amount::amount,
        badge::badge,
        load::{Asking, Load, loaded},
        region::region,
        table::{Column, table},
        trouble::{Retry, Trouble},
    },
};

/// The folders of a customer, and the accounts beside which they were shown. Lives with the caller.
#[derive(Clone, Default)]
pub struct Folders {
    found: Asking<Found>,
    beside: Arc<Mutex<Vec<AccountReference>>>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Newest first.
    pub folders: Vec<Dispute>,
    /// How many rows could not be read.
    pub unreadable: usize,
}

impl Found {
    /// Whether this folder is among them.
    pub fn has(&self, reference: &DisputeFolderReference) -> bool {
        self.folders.iter().any(|folder| folder.dispute_folder_identifier.dispute_folder_reference == *reference)
    }
}

impl Folders {
    /// Those of this caller; read when nobody has yet.
    pub fn of(session: &Session, caller: &Caller) -> Self {
        let folders = caller.keep(Self::default);
        if folders.found.state().with_untracked(|state| matches!(state, Load::Idle)) {
            folders.found.ask(read(session, caller));
        }
        folders
    }

    /// How far the reading is.
    pub fn state(&self) -> ArcRwSignal<Load<Found>> {
        self.found.state()
    }

    /// Reads them again.
    pub fn retry(&self, session: &Session, caller: &Caller) -> Retry {
        let (asking, session, caller) = (self.found.clone(), session.clone(), caller.clone());
        Arc::new(move || asking.refresh(read(&session, &caller)))
    }

    fn shown_beside(&self, account: &KnownAccount) {
        let mut beside = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        if !beside.contains(&account.reference) {
            beside.push(account.reference.clone());
        }
    }
}

/// Reads them again where they were read before, and the money of the accounts: a dispute may have changed both.
pub fn refresh(session: &Session, caller: &Caller) {
    let folders = caller.keep(Folders::default);
    if folders.found.state().with_untracked(|state| !matches!(state, Load::Idle)) {
        folders.found.refresh(read(session, caller));
    }
    for account in folders.beside.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        account_has_moved(session, caller, account);
    }
}

/// The table "Dispute folders".
pub fn list(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let folders = Folders::of(session, caller);
    folders.shown_beside(account);
    let retry = folders.retry(session, caller);
    let key = caller.key().clone();
    let (session, caller, account) = (session.clone(), caller.clone(), account.reference.clone());
    let ready = move |found: &Found| {
        let columns = [
            Column::name("Folder"),
            Column::text("Opened"),
            Column::text("Reason"),
            Column::text("Merchant"),
            Column::text("Card"),
            Column::text("State"),
            Column::figures("Disputed"),
            Column::figures("Outstanding"),
        ];
        let told = cards::told(&session, &caller, &account);
        let rows = found.folders.iter().map(|folder| row(&key, folder, &told)).collect();
        view! {
            <p class="hint">"The folders of all this customer’s cards, whichever account is in view."</p>
            {unreadable(found)}{table("Dispute folders", &columns, rows)}
        }
        .into_any()
    };
    loaded(&folders.found, "the dispute folders", retry, none, Box::new(ready)).into_any()
}

fn none(found: &Found) -> Option<(&'static str, &'static str)> {
    let next = "A dispute begins at its operation: open it, and choose “Dispute operation”.";
    (found.folders.is_empty() && found.unreadable == 0)
        .then_some(("None of this customer’s cards is in a dispute.", next))
}

fn unreadable(found: &Found) -> Option<AnyView> {
    let sentence = match found.unreadable {
        0 => return None,
        1 => "One folder could not be read and is not shown.".to_owned(),
        count => format!("{count} folders could not be read and are not shown."),
    };
    Some(view! { <p class="hint">{sentence}</p> }.into_any())
}

fn row(key: &OpaqueKey, dispute: &Dispute, told: &ArcRwSignal<Load<Cards>>) -> Vec<AnyView> {
    let reference = dispute.dispute_folder_identifier.dispute_folder_reference.to_string();
    let href = Route::detail(key, Section::Disputes, reference.clone()).href();
    let opened = dispute.creation_date.as_ref().map_or_else(|| "Not stated".into(), time::date);
    let (tone, picture, word) = words::status(dispute.status_code.as_ref());
    let merchant = dispute.card_acceptor_name.as_deref().map_or_else(|| "Not stated".into(), free_text);
    let card = {
        let (told, dispute) = (told.clone(), dispute.clone());
        move || told.with(|told| cards::words(&dispute, told))
    };
    vec![
        view! { <a class="opens" href=href>{reference}</a> }.into_any(),
        opened.into_any(),
        reason(dispute).into_any(),
        view! { <bdi>{merchant}</bdi> }.into_any(),
        card.into_any(),
        badge(tone, picture, word).into_any(),
        amount(dispute.billing_amount.as_ref()),
        amount(dispute.outstanding_balance.as_ref()),
    ]
}

/// Why, as people read it.
pub fn reason(dispute: &Dispute) -> String {
    let stated = dispute.reason.as_deref().filter(|reason| !reason.trim().is_empty());
    stated.map_or_else(|| "Not stated".into(), words::spelt_out)
}

/// The region "Open disputes" in the overview.
pub fn open_panel(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let folders = Folders::of(session, caller);
    folders.shown_beside(account);
    let retry = folders.retry(session, caller);
    let key = caller.key().clone();
    let ready = move |found: &Found| {
        let rows: Vec<_> = open(found).map(|folder| open_row(&key, folder)).collect();
        view! { {unreadable(found)}<ul class="rows">{rows}</ul> }.into_any()
    };
    loaded(&folders.found, "the dispute folders", retry, none_open, Box::new(ready)).into_any()
}

fn open(found: &Found) -> impl Iterator<Item = &Dispute> {
    found.folders.iter().filter(|folder| folder.status_code != Some(DisputeStatus::Closed))
}

fn none_open(found: &Found) -> Option<(&'static str, &'static str)> {
    let next = "A dispute begins at its operation.";
    (open(found).next().is_none() && found.unreadable == 0).then_some(("No dispute is open.", next))
}

fn open_row(key: &OpaqueKey, dispute: &Dispute) -> AnyView {
    let reference = dispute.dispute_folder_identifier.dispute_folder_reference.to_string();
    let href = Route::detail(key, Section::Disputes, reference.clone()).href();
    let since = dispute.creation_date.as_ref().map_or_else(String::new, |date| format!(", since {}", time::date(date)));
    view! {
        <li>
            <span class="name"><a class="lone" href=href>{reference}</a>" "<small>{reason(dispute)}{since}</small></span>
            {amount(dispute.outstanding_balance.as_ref())}
        </li>
    }
    .into_any()
}

/// The gateway finds folders by card, and no documented operation says to which account a card belongs: so they are the
/// customer's, whichever account is in view.
fn read(session: &Session, caller: &Caller) -> impl Future<Output = Result<Found, Trouble>> + use<> {
    of_cards(session.gateway.clone(), at_issuer(session, caller))
}

async fn of_cards(gateway: Gateway, looked_up: LookedUp) -> Result<Found, Trouble> {
    let cards = cards::read(gateway.clone(), looked_up).await?;
    let mut found = Found::default();
    for (reference, _) in cards {
        let question = ListCardDisputes { card_reference: reference.into(), embed: Vec::new() };
        match gateway.call(question).await {
            Ok(answered) => {
                found.unreadable += answered.answer.unreadable;
                for folder in &answered.answer.rows {
                    let reference = folder.dispute_folder_identifier.dispute_folder_reference.as_str();
                    gateway.note_issuer(reference, folder.issuer_id.as_ref());
                }
                found.folders.extend(answered.answer.rows);
            }
            // A card that the disputes do not know has no folder.
            Err(Failure { fault: Fault::Http(404), .. }) => {}
            Err(failure) => return Err(trouble("The dispute folders", &failure)),
        }
    }
    found.folders = each_once(found.folders);
    found.folders.sort_by(|one, other| other.creation_date.cmp(&one.creation_date));
    Ok(found)
}

/// A folder may be listed under a card and under the one that replaced it.
fn each_once(folders: Vec<Dispute>) -> Vec<Dispute> {
    let mut known = HashSet::new();
    let reference = |folder: &Dispute| folder.dispute_folder_identifier.dispute_folder_reference.clone();
    folders.into_iter().filter(|folder| known.insert(reference(folder))).collect()
}

/// The panel's frame.
pub fn frame(body: AnyView) -> AnyView {
    region("open-disputes", "Open disputes", ().into_any(), body)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_reason_without_a_word_is_not_stated() {
        let folder = |reason: serde_json::Value| -> Dispute {
            let text = json!({ "disputeFolderIdentifier": { "disputeFolderReference": "D" }, "reason": reason });
            serde_json::from_str(&text.to_string()).expect("a folder")
        };
        let reasons = [json!(null), json!(""), json!("HIGH_AMOUNT")].map(|stated| reason(&folder(stated)));
        assert_eq!(reasons, ["Not stated", "Not stated", "High amount"]);
    }

    #[test]
    fn a_folder_that_is_listed_under_two_cards_is_shown_once() {
        let folder = |reference: &str| -> Dispute {
            let text = json!({ "disputeFolderIdentifier": { "disputeFolderReference": reference } });
            serde_json::from_str(&text.to_string()).expect("a folder")
        };
        assert_eq!(each_once(vec![folder("D-V-1"), folder("D-V-2"), folder("D-V-1")]).len(), 2);
    }

    #[test]
    fn only_a_folder_that_says_so_is_closed() {
        let folder = |status: serde_json::Value| -> Dispute {
            let text = json!({ "disputeFolderIdentifier": { "disputeFolderReference": "D" }, "statusCode": status });
            serde_json::from_str(&text.to_string()).expect("a folder")
        };
        let folders =
            [json!("OPEN"), json!("CLOSED"), json!("closed"), json!("PARKED"), json!(null)].map(folder).to_vec();
        assert_eq!(open(&Found { folders, ..Found::default() }).count(), 3);
    }
}
