//! Receipts of a wallet's payments: by period, page by page, and one by its reference.

mod one;
mod words;

use std::sync::Arc;

use contract::{
    Instant, Operation, Rows,
    operations::wallet::{RetrievePaginatedUserReceipts, UserReceipt},
};
use leptos::prelude::*;

use self::{
    one::One,
    words::{decimal, place, tenders},
};
use super::trouble::{InPart, found_in_part, only_part, trouble};
use crate::{
    browser::time,
    routes::{Route, Section},
    session::{Caller, Hindrance, Session},
    ui::{
        age::age,
        amount::NOT_STATED,
        form::Period,
        load::{Asking, Load, loaded},
        region::region,
        table::{Column, table},
        trouble::{Retry, Trouble},
    },
};

/// How many a page.
const PAGE: u32 = 20;
/// How far back the first question reaches.
const DAYS: i64 = 90;

const COLUMNS: [Column; 4] =
    [Column::name("Completed"), Column::text("Where"), Column::text("Paid with"), Column::figures("Total")];

/// A caller's receipts, as far as they were read. Lives with the caller.
#[derive(Clone)]
struct Receipts {
    page: Asking<Page>,
    period: Period,
    asked: ArcRwSignal<Option<Moments>>,
    /// Where the page begins that was asked for last: what is tried again when it does not come.
    start: ArcRwSignal<u32>,
    one: One,
}

/// From the first moment of a period to the first after it.
type Moments = (Instant, Instant);

/// One page, and where it begins.
#[derive(Clone, Debug, PartialEq)]
struct Page {
    start: u32,
    receipts: InPart<Rows<UserReceipt>>,
}

impl Page {
    /// A full page may be followed by another; the gateway does not say how many there are.
    fn may_go_on(&self) -> bool {
        self.len() >= PAGE
    }

    /// How many there are, readable or not.
    fn len(&self) -> u32 {
        let Rows { rows, unreadable } = &self.receipts.answer;
        (rows.len() + unreadable) as u32
    }
}

/// The section. Receipts tell where somebody was: the caller is verified first, as the issuer asks.
pub fn section(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (session, caller) = (session.clone(), caller.clone());
    let hindrance = {
        let (session, caller) = (session.clone(), caller.clone());
        Memo::new(move |_| session.hindrance(&RetrievePaginatedUserReceipts::SPEC, &caller))
    };
    move || match hindrance.get() {
        Some(hindrance) => hindered(&caller, hindrance),
        None => allowed(&session, &caller),
    }
}

fn hindered(caller: &Caller, Hindrance { reason, verify }: Hindrance) -> AnyView {
    let verify = verify.then(|| {
        let href = Route::section(caller.key(), Section::Verification).href();
        view! { <a class="button primary" href=href>"Verification"</a> }
    });
    let body = view! {
        <div class="empty" role="status">
            <p>{reason}</p>
            <p class="hint">"A receipt tells where the customer was and what they paid."</p>
            {verify}
        </div>
    };
    region("receipts", "Receipts", ().into_any(), body.into_any())
}

fn allowed(session: &Session, caller: &Caller) -> AnyView {
    let Receipts { page, period, asked, start, one } = caller.keep(|| {
        let period = Period::last_days(DAYS, "receipts-from", "receipts-to");
        let asked = ArcRwSignal::new(period.moments());
        Receipts { page: Asking::default(), period, asked, start: ArcRwSignal::new(0), one: One::default() }
    });
    let turn = {
        let (page, asked, begins) = (page.clone(), asked.clone(), start.clone());
        let (session, caller) = (session.clone(), caller.clone());
        move |start: u32| {
            if let Some(moments) = asked.get_untracked() {
                begins.set(start);
                page.ask(read(&session, &caller, moments, start));
            }
        }
    };
    if page.state().with_untracked(|state| matches!(state, Load::Idle)) {
        turn(0);
    }
    let retry: Retry = {
        let (page, asked, session, caller) = (page.clone(), asked.clone(), session.clone(), caller.clone());
        Arc::new(move || {
            if let Some(moments) = asked.get_untracked() {
                page.refresh(read(&session, &caller, moments, start.get_untracked()));
            }
        })
    };
    let aged = age(&page, "the receipts", retry.clone());
    let show = {
        let (turn, period) = (turn.clone(), period.clone());
        move || {
            if let Some(moments) = period.moments() {
                asked.set(Some(moments));
                turn(0);
            }
        }
    };
    let list = {
        let (session, one) = (session.clone(), one.clone());
        let ready = move |page: &Page| pages(page, &session, &one, turn.clone());
        loaded(&page, "the receipts", retry, empty, Box::new(ready))
    };
    let body = view! { {period.view(().into_any(), show)}{list} };
    view! {
        <div class="columns">
            {region("receipts", "Receipts", aged, body.into_any())}
            {one::panel(session, &one)}
        </div>
    }
    .into_any()
}

fn empty(page: &Page) -> Option<(&'static str, &'static str)> {
    let nothing = page.receipts.answer.is_empty() && page.receipts.is_all();
    match (nothing, page.start) {
        (true, 0) => Some(("No payment was completed in this period.", "Try a longer period.")),
        (true, _) => Some(("There are no more receipts.", "Show the period again to see the first of them.")),
        (false, _) => None,
    }
}

fn pages(page: &Page, session: &Session, one: &One, turn: impl Fn(u32) + Clone + 'static) -> AnyView {
    let Rows { rows, unreadable } = &page.receipts.answer;
    let rows = rows.iter().map(|receipt| row(receipt, session, one)).collect();
    let unreadable = (*unreadable > 0).then(|| format!(" {unreadable} could not be read and are not shown."));
    let said = match page.len() {
        0 => String::new(),
        count => format!("Receipts {} to {}.", page.start + 1, page.start + count),
    };
    let said = said + &unreadable.unwrap_or_default();
    let button = |name: &'static str, start: Option<u32>| {
        let turn = turn.clone();
        view! {
            <button type="button" disabled=start.is_none() on:click=move |_| start.into_iter().for_each(&turn)>{name}</button>
        }
    };
    let before = page.start.checked_sub(PAGE);
    let after = page.may_go_on().then_some(page.start + PAGE);
    view! {
        {page.receipts.partly.as_deref().map(only_part)}
        {table("Receipts", &COLUMNS, rows)}
        <nav class="actions" aria-label="Pages of receipts">
            {button("Previous page", before)}{button("Next page", after)}<span class="hint" role="status">{said}</span>
        </nav>
    }
    .into_any()
}

fn row(receipt: &UserReceipt, session: &Session, one: &One) -> Vec<AnyView> {
    let when = receipt.transaction_date.as_ref().map_or_else(|| NOT_STATED.to_owned(), time::date_and_time);
    let name = match receipt.paydiant_reference_id.clone().filter(|reference| !reference.is_empty()) {
        Some(reference) => {
            let (session, one) = (session.clone(), one.clone());
            let label = format!("Show the receipt of {when}");
            view! {
                <button type="button" class="bare" aria-label=label on:click=move |_| one.show(&session, reference.clone())>
                    {when}
                </button>
            }
            .into_any()
        }
        None => when.into_any(),
    };
    let currency = receipt.currency_code.as_deref();
    vec![
        name,
        view! { <bdi>{place(receipt)}</bdi> }.into_any(),
        view! { <bdi>{tenders(receipt)}</bdi> }.into_any(),
        decimal(receipt.total_amount.as_ref(), currency),
    ]
}

fn read(
    session: &Session,
    caller: &Caller,
    (begins, ends): Moments,
    start: u32,
) -> impl Future<Output = Result<Page, Trouble>> + use<> {
    let gateway = session.gateway.clone();
    let customer = caller.record().with_untracked(|record| record.key());
    // The end is part of the span, as far as the guide tells.
    let ends = Instant::from_epoch_millis(ends.epoch_millis() - 1000);
    let mut request = RetrievePaginatedUserReceipts::of(&customer, begins, ends, PAGE);
    request.start_index = start;
    async move {
        let answered = gateway.call(request).await;
        answered
            .map(|answered| {
                let partly = found_in_part(&answered);
                Page { start, receipts: InPart { answer: answered.answer.receipt_list, partly } }
            })
            .map_err(|failure| trouble("The receipts", &failure))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(start: u32, count: usize) -> Page {
        Page { start, receipts: InPart { answer: vec![UserReceipt::default(); count].into(), partly: None } }
    }

    #[test]
    fn only_a_full_page_may_be_followed_by_another() {
        assert!(page(0, 20).may_go_on());
        assert!(!page(20, 19).may_go_on());
    }

    #[test]
    fn an_empty_page_says_whether_there_were_any_before_it() {
        assert_eq!(empty(&page(0, 0)).map(|(sentence, _)| sentence), Some("No payment was completed in this period."));
        assert_eq!(empty(&page(20, 0)).map(|(sentence, _)| sentence), Some("There are no more receipts."));
        assert_eq!(empty(&page(0, 1)), None);
    }
}
