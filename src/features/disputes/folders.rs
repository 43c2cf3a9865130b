//! The dispute folders of the account in view: found by its cards, shown as a table, and in the overview those that are
//! open.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use contract::{
    CustomerReference, Instant, MaskedCard, free_text,
    operations::issuing::{
        customers::{CardContractPart, ListCardContracts},
        disputes::{Dispute, DisputeStatus, ListCardDisputes},
        operations::{AccountOperation, ListOperations, SortDirection},
    },
};
use leptos::prelude::*;

use super::{trouble, words};
use crate::{
    browser::time,
    features::account::read_balance_again,
    gateway::{Failure, Fault, Gateway},
    routes::{OpaqueKey, Route, Section},
    session::{Caller, KnownAccount, Session, short},
    ui::{
        amount::amount,
        badge::badge,
        load::{Asking, loaded},
        region::region,
        table::{Column, table},
        trouble::{Retry, Trouble},
    },
};

/// A dispute may be about an operation of so many days ago: the schemes take none that is older.
const DAYS_BACK: i64 = 540;
/// So many operations are looked through for the cards with which they were made.
const OPERATIONS: u32 = 500;

/// The folders of one account, and the operations in which they were looked for.
pub struct Folders(Asking<Found>);

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Newest first.
    pub folders: Vec<Folder>,
    /// How many rows could not be read.
    pub unreadable: usize,
}

/// A folder, and the card that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Folder {
    /// First six and last four digits, where an operation told them.
    pub card: Option<String>,
    /// The folder's facts.
    pub dispute: Dispute,
}

/// What was read for a caller so far, by account. Lives with the caller.
#[derive(Clone, Default)]
struct Readings(Arc<Mutex<Vec<Reading>>>);

type Reading = (KnownAccount, Asking<Found>);

impl Folders {
    /// Those of this account; read when nobody has yet.
    fn of(session: &Session, caller: &Caller, account: &KnownAccount) -> Self {
        let Readings(readings) = caller.keep(Readings::default);
        let mut readings = readings.lock().unwrap_or_else(PoisonError::into_inner);
        let known = readings.iter().find(|(known, _)| known.reference == account.reference);
        let asking = match known {
            Some((_, asking)) => asking.clone(),
            None => {
                let asking = Asking::default();
                asking.ask(read(session.gateway.clone(), customer(session, caller), account.clone()));
                readings.push((account.clone(), asking.clone()));
                asking
            }
        };
        Self(asking)
    }

    fn retry(&self, session: &Session, caller: &Caller, account: &KnownAccount) -> Retry {
        let (asking, gateway, account) = (self.0.clone(), session.gateway.clone(), account.clone());
        let customer = customer(session, caller);
        Arc::new(move || asking.refresh(read(gateway.clone(), customer.clone(), account.clone())))
    }
}

fn customer(session: &Session, caller: &Caller) -> Option<CustomerReference> {
    caller.customer(session.config.tenant.link)
}

/// Reads every list again that was read before, and the money of its account: a dispute may have changed both.
pub fn refresh(session: &Session, caller: &Caller) {
    let Readings(readings) = caller.keep(Readings::default);
    for (account, asking) in readings.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        asking.refresh(read(session.gateway.clone(), customer(session, caller), account.clone()));
        read_balance_again(session, caller, &account.reference);
    }
}

/// The table "Dispute folders".
pub fn list(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let folders = Folders::of(session, caller, account);
    let retry = folders.retry(session, caller, account);
    let key = caller.key().clone();
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
        let rows = found.folders.iter().map(|folder| row(&key, folder)).collect();
        view! { {unreadable(found)}{table("Dispute folders", &columns, rows)} }.into_any()
    };
    loaded(&folders.0, "the dispute folders", retry, none, Box::new(ready)).into_any()
}

fn none(found: &Found) -> Option<(&'static str, &'static str)> {
    let next = "A dispute begins at its operation: open it, and choose “Dispute operation”.";
    (found.folders.is_empty() && found.unreadable == 0)
        .then_some(("None of this account’s cards is in a dispute.", next))
}

fn unreadable(found: &Found) -> Option<AnyView> {
    let sentence = match found.unreadable {
        0 => return None,
        1 => "One folder could not be read and is not shown.".to_owned(),
        count => format!("{count} folders could not be read and are not shown."),
    };
    Some(view! { <p class="hint">{sentence}</p> }.into_any())
}

fn row(key: &OpaqueKey, folder: &Folder) -> Vec<AnyView> {
    let dispute = &folder.dispute;
    let reference = dispute.dispute_folder_identifier.dispute_folder_reference.to_string();
    let href = Route::detail(key, Section::Disputes, reference.clone()).href();
    let opened = dispute.creation_date.as_ref().map_or_else(|| "Not stated".into(), time::date);
    let (tone, picture, word) = words::status(dispute.status_code.as_ref());
    let merchant = dispute.card_acceptor_name.as_deref().map_or_else(|| "Not stated".into(), free_text);
    vec![
        view! { <a class="opens" href=href>{reference}</a> }.into_any(),
        opened.into_any(),
        reason(dispute).into_any(),
        view! { <bdi>{merchant}</bdi> }.into_any(),
        card_of(folder).into_any(),
        badge(tone, picture, word).into_any(),
        amount(dispute.billing_amount.as_ref()),
        amount(dispute.outstanding_balance.as_ref()),
    ]
}

/// The masked number, or else the end of the reference.
fn card_of(folder: &Folder) -> String {
    let reference = folder.dispute.card_identifier.as_ref().and_then(|card| card.card_reference.as_ref());
    let short = || reference.map_or_else(|| "Not stated".into(), |reference| short(reference.as_str()));
    folder.card.clone().unwrap_or_else(short)
}

/// Why, as people read it.
pub fn reason(dispute: &Dispute) -> String {
    dispute.reason.as_deref().map_or_else(|| "Not stated".into(), words::spelt_out)
}

/// The region "Open disputes" in the overview.
pub fn open_panel(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let folders = Folders::of(session, caller, account);
    let retry = folders.retry(session, caller, account);
    let key = caller.key().clone();
    let ready = move |found: &Found| {
        let rows: Vec<_> = open(found).map(|folder| open_row(&key, folder)).collect();
        view! { {unreadable(found)}<ul class="rows">{rows}</ul> }.into_any()
    };
    loaded(&folders.0, "the dispute folders", retry, none_open, Box::new(ready)).into_any()
}

fn open(found: &Found) -> impl Iterator<Item = &Folder> {
    found.folders.iter().filter(|folder| folder.dispute.status_code != Some(DisputeStatus::Closed))
}

fn none_open(found: &Found) -> Option<(&'static str, &'static str)> {
    let next = "A dispute begins at its operation.";
    (open(found).next().is_none() && found.unreadable == 0).then_some(("No dispute is open.", next))
}

fn open_row(key: &OpaqueKey, folder: &Folder) -> AnyView {
    let dispute = &folder.dispute;
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

/// The cards are those of the caller's card contracts (public); where these name none, those of the account's operations.
async fn read(gateway: Gateway, customer: Option<CustomerReference>, account: KnownAccount) -> Result<Found, Trouble> {
    let mut cards = match customer {
        Some(customer) => of_contracts(&gateway, customer).await.map_err(|failure| trouble("The cards", &failure))?,
        None => BTreeMap::new(),
    };
    if cards.is_empty() {
        cards = of_operations(&gateway, account).await.map_err(|failure| trouble("The cards", &failure))?;
    }
    let mut found = Found::default();
    for (reference, masked) in cards {
        let question = ListCardDisputes { card_reference: reference.into(), embed: Vec::new() };
        match gateway.call(question).await {
            Ok(answered) => {
                found.unreadable += answered.answer.unreadable;
                let folders = answered.answer.rows.into_iter();
                found.folders.extend(folders.map(|dispute| Folder { card: masked.clone(), dispute }));
            }
            // A card that the disputes do not know has no folder.
            Err(Failure { fault: Fault::Http(404), .. }) => {}
            Err(failure) => return Err(trouble("The dispute folders", &failure)),
        }
    }
    found.folders.sort_by(|one, other| other.dispute.creation_date.cmp(&one.dispute.creation_date));
    Ok(found)
}

/// Cards by their references, with their masked numbers where these are known.
type Cards = BTreeMap<String, Option<String>>;

async fn of_contracts(gateway: &Gateway, customer: CustomerReference) -> Result<Cards, Failure> {
    let question = ListCardContracts { customer_reference: customer, embed: vec![CardContractPart::CardIdentifiers] };
    let contracts = gateway.call(question).await?.answer.rows;
    let named = contracts.into_iter().flat_map(|contract| contract.card_identifiers.unwrap_or_default().rows);
    let references = named.filter_map(|card| card.card_reference).filter(|reference| !reference.is_empty());
    Ok(references.map(|reference| (reference.to_string(), None)).collect())
}

async fn of_operations(gateway: &Gateway, account: KnownAccount) -> Result<Cards, Failure> {
    let now = time::now();
    let question = ListOperations {
        account_reference: account.reference,
        start_time: Instant::from_epoch_millis(now - DAYS_BACK * 86_400_000),
        end_time: Instant::from_epoch_millis(now),
        page: Some(0),
        page_size: Some(OPERATIONS),
        all_account_hierarchy: None,
        print_on_statement: None,
        pan_reference: None,
        exclude_operation_kinds: Vec::new(),
        sort: Some(SortDirection::Descending),
        include_original_account: None,
        embed: Vec::new(),
    };
    Ok(cards(&gateway.call(question).await?.answer.rows))
}

/// The cards with which something was bought, and their masked numbers.
fn cards(operations: &[AccountOperation]) -> Cards {
    let mut cards = BTreeMap::new();
    for operation in operations {
        let reference = operation.card_identifier.as_ref().and_then(|card| card.card_reference.as_ref());
        if let Some(reference) = reference.filter(|reference| !reference.is_empty()) {
            let masked = cards.entry(reference.to_string()).or_insert(None);
            *masked = masked.take().or_else(|| operation.masked_pan.as_ref().and_then(MaskedCard::ending));
        }
    }
    cards
}

/// The panel's frame.
pub fn frame(body: AnyView) -> AnyView {
    region("open-disputes", "Open disputes", ().into_any(), body)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn operation(card: Option<&str>, masked: Option<&str>) -> AccountOperation {
        let text = json!({
            "operationIdentifier": { "operationId": "1" },
            "cardIdentifier": card.map(|card| json!({ "cardReference": card })),
            "maskedPan": masked,
        });
        serde_json::from_str(&text.to_string()).expect("an operation")
    }

    #[test]
    fn every_card_is_asked_for_once_whatever_its_operations_tell() {
        let operations = [
            operation(Some("2000000000252082"), None),
            operation(None, None),
            operation(Some("2000000000252082"), Some("454617******0010")),
            operation(Some("2000000000252083"), None),
            operation(Some(""), None),
        ];
        let expected = BTreeMap::from([
            ("2000000000252082".to_owned(), Some("•••• 0010".to_owned())),
            ("2000000000252083".to_owned(), None),
        ]);
        assert_eq!(cards(&operations), expected);
    }

    #[test]
    fn only_a_folder_that_says_so_is_closed() {
        let folder = |status: serde_json::Value| {
            let text = json!({ "disputeFolderIdentifier": { "disputeFolderReference": "D" }, "statusCode": status });
            Folder { card: None, dispute: serde_json::from_str(&text.to_string()).expect("a folder") }
        };
        let folders = [json!("OPEN"), json!("CLOSED"), json!("PARKED"), json!(null)].map(folder).to_vec();
        assert_eq!(open(&Found { folders, ..Found::default() }).count(), 3);
    }
}
