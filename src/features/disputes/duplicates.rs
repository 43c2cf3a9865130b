//! The other transaction of a duplicate: chosen among the uses of the same card, or named by the scheme's identifier.

use std::sync::Arc;

use contract::{
    AccountReference, Instant, free_text,
    operations::issuing::{
        disputes::Dispute,
        operations::{AccountOperation, ListOperations, OperationKind, SortDirection},
    },
};
use leptos::prelude::*;

use super::{cards, trouble};
use crate::{
    browser::time,
    gateway::Gateway,
    input::fold,
    session::{Caller, Session},
    ui::{
        amount::amount_text,
        load::{Asking, Load},
        trouble::Trouble,
    },
};

/// What is chosen where the transaction is none of those that are offered.
pub const ANOTHER: &str = "another";

/// One that may be the right one of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The scheme's identifier.
    pub identifier: String,
    /// "29 Jul 2022, ELEKTROWELT24, 12.00 EUR".
    pub called: String,
    /// Whether merchant and amount are those of the disputed one.
    pub is_alike: bool,
}

/// A merchant charges twice within days, and within weeks at most.
const DAYS_AROUND: i64 = 45;
const DAY: i64 = 86_400_000;
/// So many operations of that time are looked through.
const MOST_ROWS: usize = 1_000;

/// Those of one folder. Lives with the caller.
#[derive(Clone, Default)]
struct Candidates(Asking<Arc<Vec<Candidate>>>);

/// The uses of the folder's card around the disputed one on this account, those that look like it first; read when nobody
/// has yet.
pub fn candidates(
    session: &Session,
    caller: &Caller,
    account: &AccountReference,
    dispute: &Dispute,
) -> ArcRwSignal<Load<Arc<Vec<Candidate>>>> {
    let folder = dispute.dispute_folder_identifier.dispute_folder_reference.as_str();
    let Candidates(asking) = caller.keep_for(&format!("{account} {folder}"), Candidates::default);
    if asking.state().with_untracked(|state| matches!(state, Load::Idle | Load::Failed(_))) {
        asking.ask(read(session.gateway.clone(), account.clone(), dispute.clone()));
    }
    asking.state()
}

async fn read(gateway: Gateway, account: AccountReference, dispute: Dispute) -> Result<Arc<Vec<Candidate>>, Trouble> {
    let made = dispute.transaction_time.as_ref().or(dispute.creation_date.as_ref());
    let made = made.map_or_else(time::now, Instant::epoch_millis);
    let moment = |days: i64| Instant::from_epoch_millis(made + days * DAY);
    let all = ListOperations::between(account, moment(-DAYS_AROUND), moment(DAYS_AROUND));
    let newest_first = ListOperations { sort: Some(SortDirection::Descending), ..all };
    let listed = gateway.read_list(MOST_ROWS, newest_first).await;
    let listed = listed.map_err(|failure| trouble("The card’s other transactions", &failure))?;
    Ok(Arc::new(among(&dispute, &listed.rows)))
}

fn among(dispute: &Dispute, operations: &[AccountOperation]) -> Vec<Candidate> {
    let card = cards::of_folder(dispute);
    let folder = &dispute.dispute_folder_identifier.dispute_folder_reference;
    let merchant = |name: &Option<String>| name.as_deref().map(|name| fold(name.trim()));
    let candidate = |operation: &AccountOperation| {
        let used = operation.card_identifier.as_ref()?.card_reference.as_ref()?;
        let other_folder = operation.dispute_folder_identifier.as_ref();
        let is_disputed = other_folder.and_then(|one| one.dispute_folder_reference.as_ref()) == Some(folder)
            || (dispute.acquirer_reference_data.is_some()
                && dispute.acquirer_reference_data == operation.acquirer_reference_data);
        let is_use = operation.operation_kind == Some(OperationKind::Transaction) && operation.reversal != Some(true);
        let identifier = operation.scheme_transaction_identifier.clone().filter(|one| !one.trim().is_empty())?;
        if !is_use || is_disputed || card.is_some_and(|card| card != used.as_str()) {
            return None;
        }
        let name = operation.card_acceptor_name.as_deref().or(operation.description.as_deref()).map(free_text);
        let day = operation.transaction_date.as_ref().or(operation.posting_date.as_ref());
        let is_alike = merchant(&operation.card_acceptor_name) == merchant(&dispute.card_acceptor_name)
            && operation.transaction_amount == dispute.transaction_amount;
        let parts = [day.map(time::date), name, Some(amount_text(operation.reference_amount.as_ref()))];
        let called = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        Some(Candidate { identifier, called, is_alike })
    };
    let mut found: Vec<Candidate> = operations.iter().filter_map(candidate).collect();
    found.sort_by_key(|candidate| !candidate.is_alike);
    found
}

/// What can be chosen: each of them, and another one.
pub fn choices(candidates: &[Candidate]) -> Vec<(String, String)> {
    let alike = |candidate: &Candidate| if candidate.is_alike { " (same merchant and amount)" } else { "" };
    let offered = candidates
        .iter()
        .map(|candidate| (candidate.identifier.clone(), format!("{}{}", candidate.called, alike(candidate))));
    let first = (String::new(), "Choose the transaction that is right".to_owned());
    let last = (ANOTHER.to_owned(), "Another one, by the scheme’s identifier".to_owned());
    std::iter::once(first).chain(offered).chain([last]).collect()
}

/// What was chosen, or what was typed where it is another one.
pub fn chosen(choice: &str, typed: &str) -> String {
    if choice == ANOTHER { typed.trim().to_owned() } else { choice.to_owned() }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn dispute() -> Dispute {
        let text = json!({
            "disputeFolderIdentifier": { "disputeFolderReference": "D-V-1" }, "cardAcceptorName": "ELEKTROWELT24",
            "cardIdentifier": { "cardReference": "20" }, "acquirerReferenceData": "749",
            "transactionAmount": { "value": 100, "exponent": 2, "isoCode": "EUR" },
        });
        serde_json::from_str(&text.to_string()).expect("a folder")
    }

    fn operation(id: &str, more: Value) -> AccountOperation {
        let mut fields = json!({
            "operationIdentifier": { "operationId": id }, "operationKind": "TRN", "cardAcceptorName": "ELEKTROWELT24",
            "cardIdentifier": { "cardReference": "20" }, "schemeTransactionIdentifier": format!("S{id}"),
            "transactionAmount": { "value": 100, "exponent": 2, "isoCode": "EUR" },
        });
        fields.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        serde_json::from_str(&fields.to_string()).expect("an operation")
    }

    #[test]
    fn only_other_uses_of_the_same_card_that_the_scheme_names_are_offered_and_those_alike_come_first() {
        let amount = json!({ "value": 7, "exponent": 2, "isoCode": "EUR" });
        let operations = [
            operation("1", json!({ "acquirerReferenceData": "749" })),
            operation("2", json!({ "disputeFolderIdentifier": { "disputeFolderReference": "D-V-1" } })),
            operation("3", json!({ "cardIdentifier": { "cardReference": "30" } })),
            operation("4", json!({ "schemeTransactionIdentifier": null })),
            operation("5", json!({ "operationKind": "FEE" })),
            operation("6", json!({ "transactionAmount": amount })),
            operation("7", json!({})),
        ];
        let found = among(&dispute(), &operations);
        let found: Vec<_> = found.iter().map(|one| (one.identifier.as_str(), one.is_alike)).collect();
        assert_eq!(found, [("S7", true), ("S6", false)]);
    }

    #[test]
    fn what_is_typed_counts_only_where_another_one_is_chosen() {
        assert_eq!(chosen("S7", "S8"), "S7");
        assert_eq!(chosen(ANOTHER, " S8 "), "S8");
        assert_eq!(chosen("", "S8"), "");
    }
}
