//! The operations of a statement, by card account and kind.

use contract::{
    Rows, free_text,
    operations::issuing::operations::{AccountOperation, Standing},
};
use leptos::prelude::*;

use super::grouping::{Line, blocks};
use crate::{
    browser::time,
    features::account::Posted,
    routes::{OpaqueKey, Route, Section},
    session::{Caller, KnownAccount},
    ui::{
        amount::{NOT_STATED, amount},
        load::{Asking, loaded},
        table::{Column, Group, grouped_table},
        trouble::Retry,
    },
};

/// The table `Operations`.
pub fn table(asking: &Asking<Rows<AccountOperation>>, caller: &Caller, account: &KnownAccount, ask: Retry) -> AnyView {
    let (in_view, key, posted) = (account.reference.clone(), caller.key().clone(), Posted::of(caller));
    let ready = move |list: &Rows<AccountOperation>| {
        // A statement goes down to the accounts of its cards.
        list.rows.iter().for_each(|operation| posted.note_below(operation));
        let blocks = blocks(&in_view, &list.rows);
        let apportioned =
            blocks.iter().flat_map(|block| &block.lines).any(|line| line.standing == Standing::Apportioned);
        let groups = blocks
            .iter()
            .map(|block| Group {
                heading: Some(block.heading.clone().into_any()),
                rows: block.lines.iter().map(|line| row(line, &key)).collect(),
            })
            .collect();
        let columns = vec![
            Column::text("Posted"),
            Column::text("Value date"),
            Column::name("Description"),
            Column::figures("Original amount"),
            Column::figures("Amount"),
        ];
        let hint = apportioned.then(|| {
            view! {
                <p class="hint">
                    "A payment and its parts are one sum: the balance moves by the parts. The total of the payments above is the gateway’s own."
                </p>
            }
        });
        let unreadable = (list.unreadable > 0).then(|| {
            let sentence = format!("Operations that could not be read and are not shown: {}.", list.unreadable);
            view! { <p class="hint" role="status">{sentence}</p> }
        });
        view! { {grouped_table("Operations", columns, groups)}{hint}{unreadable} }.into_any()
    };
    let empty = |list: &Rows<AccountOperation>| {
        (list.is_empty() && list.unreadable == 0).then_some((
            "Nothing was posted in this cycle.",
            "Authorizations that are not posted yet are no operations.",
        ))
    };
    loaded(asking, "the operations", ask, empty, Box::new(ready)).into_any()
}

fn row(line: &Line, key: &OpaqueKey) -> Vec<AnyView> {
    let operation = &line.operation;
    let day = |instant: &Option<contract::Instant>| {
        instant.as_ref().map_or_else(|| NOT_STATED.to_owned(), time::date).into_any()
    };
    // Most operations are made in the account's own currency: said once is enough.
    let original =
        operation.transaction_amount.as_ref().filter(|made| Some(*made) != operation.reference_amount.as_ref());
    let original = original.map_or_else(|| ().into_any(), |made| amount(Some(made)));
    let charged = amount(operation.reference_amount.as_ref());
    let charged = match line.standing {
        Standing::Apportioned => view! { <span class="counted">{charged}</span> }.into_any(),
        _ => charged,
    };
    vec![day(&operation.posting_date), day(&operation.value_date), description(line, key), original, charged]
}

fn description(line: &Line, key: &OpaqueKey) -> AnyView {
    let operation = &line.operation;
    let text = operation.description.as_deref().or(operation.card_acceptor_name.as_deref());
    let text = text.map(free_text).filter(|text| !text.trim().is_empty()).unwrap_or_else(|| NOT_STATED.into());
    let part = matches!(line.standing, Standing::PartOf(_));
    let note = match line.standing {
        Standing::Apportioned => Some("counted in its parts"),
        Standing::PartOf(Some(_)) => Some("part of the payment above"),
        Standing::PartOf(None) => Some("part of a payment on another statement"),
        Standing::Alone if operation.reversal == Some(true) => Some("reversal"),
        Standing::Alone => None,
    };
    let note = note.map(|note| view! { <small>{format!(" {note}")}</small> });
    let id = operation.operation_identifier.operation_id.as_str();
    let href = Route::detail(key, Section::Operations, id).href();
    view! { <span class:part=part><a class="opens" href=href><bdi>{text}</bdi></a>{note}</span> }.into_any()
}
