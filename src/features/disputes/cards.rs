//! The cards of a caller: a folder about one of them is theirs, and operations tell what is printed on it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use contract::{
    AccountReference, Instant, MaskedCard,
    operations::issuing::{
        customers::{CardContractPart, ListCardContracts, ListCustomerAccounts},
        disputes::Dispute,
        operations::{AccountOperation, ListOperations, SortDirection},
    },
};
use leptos::prelude::*;

use super::trouble;
use crate::{
    browser::time,
    features::account::{LookedUp, at_issuer, customer},
    gateway::{Failure, Gateway},
    session::{Caller, Session, reference, short},
    ui::{
        load::{Asking, Load},
        trouble::{Again, Retry, Trouble},
    },
};

/// A dispute may be about an operation of so many days ago: the schemes take none that is older.
const DAYS_BACK: i64 = 540;
/// All operations are looked through for the cards with which they were made, up to so many of them.
const MOST_ROWS: usize = 10_000;
/// So many are enough to tell what stands on the cards that are in use.
const TELLING_ROWS: usize = 500;

/// Cards by their references, with their masked numbers where these are known.
pub type Cards = BTreeMap<String, Option<String>>;

/// All cards of a caller, and those with which something was done on an account of theirs: an employee's, for example.
/// Lives with the caller.
#[derive(Clone, Default)]
struct Own {
    read: Asking<Cards>,
    used: Arc<Mutex<BTreeSet<String>>>,
}

/// What the operations of one account tell of cards. Lives with the caller.
#[derive(Clone, Default)]
struct Told(Asking<Cards>);

/// Takes down that this operation is on an account of the caller's: its card may be worked on with them.
pub fn note_used(caller: &Caller, operation: &AccountOperation) {
    let card = operation.card_identifier.as_ref().and_then(|card| card.card_reference.as_ref());
    if let Some(card) = card.filter(|card| !card.is_empty()) {
        let Own { used, .. } = caller.keep(Own::default);
        used.lock().unwrap_or_else(PoisonError::into_inner).insert(card.to_string());
    }
}

/// Whether something was done with this card on an account of theirs.
pub fn was_used(caller: &Caller, card: &str) -> bool {
    let Own { used, .. } = caller.keep(Own::default);
    used.lock().unwrap_or_else(PoisonError::into_inner).contains(card)
}

/// The cards of the caller, read when nobody has yet, and how to read them again. Idle for somebody whom the issuer does
/// not know.
pub fn own(session: &Session, caller: &Caller) -> (ArcRwSignal<Load<Cards>>, Retry) {
    let Own { read: asking, .. } = caller.keep(Own::default);
    let known = caller.link_to_issuer(session.config.tenant.link).is_some();
    let again: Retry = {
        let (asking, session, caller) = (asking.clone(), session.clone(), caller.clone());
        Arc::new(move || {
            if known {
                asking.refresh(read(session.gateway.clone(), at_issuer(&session, &caller)));
            }
        })
    };
    if asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
        again();
    }
    (asking.state(), again)
}

/// What the account's operations tell of the cards; read when nobody has yet. Whether that fails or not, a card has its
/// reference.
pub fn told(session: &Session, caller: &Caller, account: &AccountReference) -> ArcRwSignal<Load<Cards>> {
    let Told(asking) = caller.keep_for(account.as_str(), Told::default);
    if asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
        let (gateway, account) = (session.gateway.clone(), account.clone());
        asking.ask(async move {
            let told = of_operations(&gateway, account, TELLING_ROWS).await;
            told.map(|(cards, _)| cards).map_err(|failure| unread(&failure))
        });
    }
    asking.state()
}

/// What stands on the folder's card, where an operation told it, or else its reference.
pub fn words(dispute: &Dispute, told: &Load<Cards>) -> String {
    let Some(reference) = of_folder(dispute) else { return "Not stated".into() };
    let masked = told.answer().and_then(|cards| cards.get(reference).cloned().flatten());
    // Sixteen digits in full would be taken for the card's own number.
    masked.unwrap_or_else(|| format!("Reference {}", short(reference)))
}

/// The card that a folder is about.
pub fn of_folder(dispute: &Dispute) -> Option<&str> {
    let reference = dispute.card_identifier.as_ref()?.card_reference.as_ref()?;
    Some(reference.as_str()).filter(|reference| !reference.is_empty())
}

/// The cards are those of the caller's card contracts (public); where these name none, those of their accounts'
/// operations.
pub async fn read(gateway: Gateway, looked_up: LookedUp) -> Result<Cards, Trouble> {
    match all(&gateway, looked_up).await.map_err(|failure| unread(&failure))? {
        (cards, true) => Ok(cards),
        // Some are not enough: a folder of one that is missing would be taken for somebody else's.
        (_, false) => Err(Trouble {
            sentence: "Not all of this customer’s cards could be found: their contracts name none, and there are too \
                       many operations to look through."
                .into(),
            details: Vec::new(),
            correlation: None,
            again: Again::Never("A folder can be found by its reference."),
        }),
    }
}

fn unread(failure: &Failure) -> Trouble {
    trouble("The cards", failure)
}

/// All of them, and whether that is so.
async fn all(gateway: &Gateway, looked_up: LookedUp) -> Result<(Cards, bool), Failure> {
    let Some(customer) = customer(looked_up).await? else { return Ok((Cards::new(), true)) };
    let mut cards = of_contracts(gateway, customer.clone()).await?;
    let mut is_complete = true;
    if cards.is_empty() {
        let accounts = gateway.call(ListCustomerAccounts { customer_reference: customer }).await?.answer.rows;
        for account in accounts.iter().filter_map(|account| account.account_identifier.as_ref().and_then(reference)) {
            let (used, is_all) = of_operations(gateway, account, MOST_ROWS).await?;
            cards.extend(used);
            is_complete &= is_all;
        }
    }
    Ok((cards, is_complete))
}

async fn of_contracts(gateway: &Gateway, customer: contract::CustomerReference) -> Result<Cards, Failure> {
    let question = ListCardContracts { customer_reference: customer, embed: vec![CardContractPart::CardIdentifiers] };
    let contracts = gateway.call(question).await?.answer.rows;
    let mut cards = Cards::new();
    for contract in contracts {
        let named = contract.card_identifiers.unwrap_or_default().rows.into_iter();
        for reference in named.filter_map(|card| card.card_reference).filter(|reference| !reference.is_empty()) {
            gateway.note_issuer(reference.as_str(), contract.issuer_id.as_ref());
            cards.insert(reference.to_string(), None);
        }
    }
    Ok(cards)
}

/// The cards with which something was done on an account, and whether all of its operations were looked through.
async fn of_operations(
    gateway: &Gateway,
    account: AccountReference,
    most_rows: usize,
) -> Result<(Cards, bool), Failure> {
    let now = time::now();
    let from = Instant::from_epoch_millis(now - DAYS_BACK * 86_400_000);
    let all = ListOperations::between(account, from, Instant::from_epoch_millis(now));
    let newest_first = ListOperations { sort: Some(SortDirection::Descending), ..all };
    let listed = gateway.read_list(most_rows, newest_first).await?;
    for operation in &listed.rows {
        if let Some(reference) = operation.card_identifier.as_ref().and_then(|card| card.card_reference.as_ref()) {
            gateway.note_issuer(reference.as_str(), operation.issuer_id.as_ref());
        }
    }
    Ok((cards(&listed.rows), listed.is_complete))
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
    fn a_folders_card_is_called_by_what_stands_on_it_or_as_a_reference_and_never_by_a_references_digits_alone() {
        let folder = |card: Option<&str>| -> Dispute {
            let text = json!({
                "disputeFolderIdentifier": { "disputeFolderReference": "D" },
                "cardIdentifier": card.map(|card| json!({ "cardReference": card })),
            });
            serde_json::from_str(&text.to_string()).expect("a folder")
        };
        let told = Load::Ready(cards(&[operation(Some("2000000000252082"), Some("454617******0010"))]), 0);
        assert_eq!(words(&folder(Some("2000000000252082")), &told), "•••• 0010");
        assert_eq!(words(&folder(Some("2000000000252083")), &told), "Reference …2083");
        assert_eq!(words(&folder(Some("2000000000252082")), &Load::Waiting), "Reference …2082");
        assert_eq!(words(&folder(None), &told), "Not stated");
    }
}
