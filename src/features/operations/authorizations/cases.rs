//! Business cases: authorizations that belong together, a reservation and its confirmation. Read when the rep opens them.

use std::sync::Arc;

use contract::{
    Instant, free_text,
    operations::issuing::operations::{AccountReserveStatus, BusinessCase, ListBusinessCases},
};
use leptos::prelude::*;

use super::{
    asked_on::{AskedOn, Place},
    one::CASE,
};
use crate::{
    browser::time,
    features::{
        operations::{list::Operations, words},
        trouble::trouble,
    },
    routes::{Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        amount::amount,
        load::{Asking, loaded},
        table::{Column, table},
        trouble::Retry,
    },
};

type Cases = Arc<Vec<BusinessCase>>;

/// What the rep opens to see them.
pub fn cases(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let asking: Asking<Cases> = caller.keep_for(&format!("cases {}", account.reference), Asking::default);
    let operations = Operations::of(caller, account);
    let (gateway, reference, asked_on) = (session.gateway.clone(), account.reference.clone(), AskedOn::of(caller));
    let read = move || {
        let (start_time, end_time) = operations.asked();
        let asked_on = asked_on.clone();
        let place = Place { account: reference.clone(), period: (start_time.clone(), end_time.clone()) };
        let question = ListBusinessCases { account_reference: reference.clone(), start_time, end_time };
        let gateway = gateway.clone();
        async move {
            let answered = gateway.call(question).await.map_err(|failure| trouble("The business cases", &failure))?;
            let cases = answered.answer.rows;
            let ids = cases.iter().filter_map(|case| case.business_case_identifier.as_ref()?.business_case_id.as_ref());
            ids.for_each(|id| asked_on.note(format!("{CASE}{id}"), &place));
            Ok(Arc::new(cases))
        }
    };
    let open = RwSignal::new(false);
    let toggled = {
        let (asking, read) = (asking.clone(), read.clone());
        move |_| {
            open.update(|open| *open = !*open);
            if open.get_untracked() {
                asking.refresh(read());
            }
        }
    };
    let again = asking.clone();
    let retry: Retry = Arc::new(move || again.refresh(read()));
    let key = caller.key().clone();
    let body = move || {
        let key = key.clone();
        open.get().then(|| {
            let ready = move |cases: &Cases| {
                table("Business cases", &COLUMNS, cases.iter().map(|case| row(&key, case)).collect())
            };
            let empty = |cases: &Cases| {
                let next = "A business case begins with the first authorization of a purchase or a reservation.";
                cases.is_empty().then_some(("No business case in this period.", next))
            };
            loaded(&asking, "the business cases", retry.clone(), empty, Box::new(ready))
        })
    };
    view! {
        <div class="actions">
            <button type="button" aria-expanded=move || open.get().to_string() on:click=toggled>"Business cases"</button>
            <span class="hint">"Authorizations that belong together, and what is still held back."</span>
        </div>
        {body}
    }
    .into_any()
}

const COLUMNS: [Column; 6] = [
    Column::text("First asked"),
    Column::name("Merchant"),
    Column::text("What"),
    Column::figures("Held back"),
    Column::text("Reserve"),
    Column::text("Last asked"),
];

fn row(key: &crate::routes::OpaqueKey, case: &BusinessCase) -> Vec<AnyView> {
    let moment = |at: &Option<Instant>| at.as_ref().map_or_else(|| "Not stated".into(), time::date_and_time);
    let what = words::business(case.business_case_type.as_ref(), case.financial_type.as_ref()).to_owned();
    let name = case.card_acceptor_name.as_deref().map(free_text).filter(|name| !name.trim().is_empty());
    let name = name.unwrap_or_else(|| if what.is_empty() { "Business case".into() } else { what.clone() });
    let id = case.business_case_identifier.as_ref().and_then(|identifier| identifier.business_case_id.as_ref());
    let link = match id {
        Some(id) => {
            let href = Route::detail(key, Section::Operations, format!("{CASE}{id}")).href();
            view! { <a class="opens" href=href>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    let status = case.account_reserve_status.as_ref().map_or("Not stated", reserve).to_owned();
    vec![
        moment(&case.first_authorization_transaction_date).into_any(),
        link,
        what.into_any(),
        amount(case.account_reserve_billing_amount.as_ref()),
        status.into_any(),
        moment(&case.last_authorization_transaction_date).into_any(),
    ]
}

/// Whether it still holds money back.
pub fn reserve(status: &AccountReserveStatus) -> &str {
    match status {
        AccountReserveStatus::None => "Never held back",
        AccountReserveStatus::Active => "Held back",
        AccountReserveStatus::Expired => "Ended by itself",
        AccountReserveStatus::Cancelled => "Cleared or taken back",
        AccountReserveStatus::Other => "Something else",
        AccountReserveStatus::Unknown(word) => word,
    }
}
