//! Open reservations: what is held back on an account, and until when. Read when the rep asks for them.

use std::sync::Arc;

use contract::{
    AccountReference, BusinessCaseId, Rows, free_text,
    operations::issuing::operations::{ListReserves, Reserve},
};
use leptos::prelude::*;

use super::{
    asked_on::{AskedOn, Place},
    one::CASE,
};
use crate::{
    browser::time,
    features::{operations::list::Operations, trouble::trouble},
    gateway::{Failure, Fault},
    routes::{OpaqueKey, Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        amount::amount,
        load::{Asking, Load, loaded},
        table::{Column, table_of},
        trouble::Retry,
    },
};

/// `None` where the issuer's platform does not list them: the guide knows no such operation.
type Open = Option<Arc<Rows<Reserve>>>;

/// Those of one account. Lives with the caller.
#[derive(Clone, Default)]
struct Reserves(Asking<Open>);

impl Reserves {
    fn of(caller: &Caller, account: &AccountReference) -> Self {
        caller.keep_for(account.as_str(), Self::default)
    }

    fn read(&self, session: &Session, account: &AccountReference) {
        let gateway = session.gateway.clone();
        let question = ListReserves { account_reference: account.clone() };
        self.0.refresh(async move {
            match gateway.call(question).await {
                Ok(answered) => Ok(Some(Arc::new(answered.answer))),
                Err(Failure { fault: Fault::Http(404) | Fault::NotOffered(_), .. }) => Ok(None),
                Err(failure) => Err(trouble("The open reservations", &failure)),
            }
        });
    }
}

/// What the rep opens to see them.
pub fn reserves(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let reserves = Reserves::of(caller, &account.reference);
    let (session, reference) = (session.clone(), account.reference.clone());
    let read = {
        let reserves = reserves.clone();
        move || reserves.read(&session, &reference)
    };
    let open = RwSignal::new(false);
    let toggled = {
        let read = read.clone();
        move |_| {
            open.update(|open| *open = !*open);
            if open.get_untracked() {
                read();
            }
        }
    };
    let retry: Retry = Arc::new(read);
    let key = caller.key().clone();
    let (asked_on, place) = (
        AskedOn::of(caller),
        Place { account: account.reference.clone(), period: Operations::of(caller, account).asked() },
    );
    let body = move || {
        let (key, asked_on, place) = (key.clone(), asked_on.clone(), place.clone());
        open.get().then(|| {
            let ready = move |open: &Open| {
                let Some(open) = open else { return ().into_any() };
                let mut rows: Vec<&Reserve> = open.rows.iter().collect();
                rows.sort_by_key(|reserve| reserve.expiry_time.as_ref().map(contract::Instant::epoch_millis));
                for id in rows.iter().filter_map(|reserve| case(reserve)) {
                    asked_on.note(format!("{CASE}{id}"), &place);
                }
                let rows = rows.into_iter().map(|reserve| row(&key, reserve)).collect();
                table_of("Open reservations", &COLUMNS, rows, open.unreadable)
            };
            loaded(&reserves.0, "the open reservations", retry.clone(), none, Box::new(ready))
        })
    };
    view! {
        <div class="actions">
            <button type="button" aria-expanded=move || open.get().to_string() on:click=toggled>"Open reservations"</button>
            <span class="hint">"What is held back now, and until when."</span>
        </div>
        {body}
    }
    .into_any()
}

const COLUMNS: [Column; 4] =
    [Column::name("Merchant"), Column::text("City"), Column::figures("Held back"), Column::text("Held until")];

fn none(open: &Open) -> Option<(&'static str, &'static str)> {
    match open {
        None => Some((
            "This issuer\u{2019}s platform does not list open reservations.",
            "A business case says how much is held back.",
        )),
        Some(open) if open.is_empty() && open.unreadable == 0 => Some((
            "Nothing is held back on this account.",
            "An amount is held back from its authorization until it is posted, taken back or too old.",
        )),
        Some(_) => None,
    }
}

fn row(key: &OpaqueKey, reserve: &Reserve) -> Vec<AnyView> {
    let text = |text: &Option<String>| text.as_deref().map(free_text).filter(|text| !text.trim().is_empty());
    let name = text(&reserve.card_acceptor_name).unwrap_or_else(|| "Reservation".into());
    let link = match case(reserve) {
        Some(id) => {
            let href = Route::detail(key, Section::Operations, format!("{CASE}{id}")).href();
            view! { <a class="opens" href=href>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    vec![
        link,
        text(&reserve.card_acceptor_city).unwrap_or_default().into_any(),
        amount(reserve.reserve_billing_amount.as_ref().or(reserve.reserve_amount.as_ref())),
        until(reserve).into_any(),
    ]
}

fn case(reserve: &Reserve) -> Option<&BusinessCaseId> {
    reserve.business_case_identifier.as_ref()?.business_case_id.as_ref()
}

fn until(reserve: &Reserve) -> String {
    reserve.expiry_time.as_ref().map_or_else(|| "Not stated".into(), time::date_and_time)
}

/// Until when the money of one business case is held, as soon as that is read.
pub fn held_until(session: &Session, caller: &Caller, account: &AccountReference, case_id: BusinessCaseId) -> AnyView {
    let reserves = Reserves::of(caller, account);
    if reserves.0.state().with_untracked(|state| matches!(state, Load::Idle)) {
        reserves.read(session, account);
    }
    let state = reserves.0.state();
    (move || state.with(|state| said(state, &case_id))).into_any()
}

fn said(state: &Load<Open>, case_id: &BusinessCaseId) -> String {
    match state {
        Load::Ready(open, _) | Load::Stale(open, ..) => match open {
            None => "Not stated".into(),
            Some(open) => {
                let found = open.rows.iter().find(|reserve| case(reserve) == Some(case_id));
                found.map_or_else(|| "Not held back now".into(), until)
            }
        },
        Load::Failed(_) => "Could not be read".into(),
        Load::Idle | Load::Waiting | Load::Slow => "Being read".into(),
    }
}
