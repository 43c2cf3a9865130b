//! All statements of an account, the open cycle on top.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering::Relaxed},
};

use contract::{
    Instant, Operation, Rows,
    operations::issuing::statements::{ListStatements, RetrieveNextStatement, Statement},
};
use leptos::prelude::*;

use super::{Which, chart::chart, words::whose};
use crate::{
    browser::time,
    features::{account::moves, trouble::trouble},
    gateway::{Fault, Gateway},
    routes::{Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        age::age,
        amount::{NOT_STATED, amount},
        form::Period,
        load::{Asking, Load, loaded, nothing},
        region::region,
        table::{Column, table},
        trouble::{Retry, Trouble, trouble_view},
    },
};

const COLUMNS: [Column; 5] = [
    Column::name("Closure"),
    Column::figures("Balance"),
    Column::figures("Amount due"),
    Column::figures("Direct debit"),
    Column::figures("Payments"),
];

/// The statements of one account, as far as they were read. Lives with the caller.
#[derive(Clone)]
struct Statements {
    list: Asking<Rows<Statement>>,
    next: Asking<OpenCycle>,
    moves: Arc<AtomicU32>,
    period: Period,
    asked: ArcRwSignal<Option<Moments>>,
}

/// The cycle that is open; `None` where the account has none: a debit account is not billed.
pub type OpenCycle = Option<Statement>;

/// From the first moment of a period to the first after it.
type Moments = (Instant, Instant);

/// How far back the first question reaches: three years.
const DAYS: i64 = 1096;

/// The section.
pub fn section(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let reference = account.reference.as_str();
    let Statements { list, next, moves: asked_at, period, asked } = caller.keep_for(reference, || {
        let period = Period::last_days(DAYS, "statements-from", "statements-to");
        let asked = ArcRwSignal::new(period.moments());
        Statements { list: Asking::default(), next: Asking::default(), moves: Arc::default(), period, asked }
    });
    let ask: Retry = {
        let (list, gateway, account, asked) = (list.clone(), session.gateway.clone(), account.clone(), asked.clone());
        Arc::new(move || list.refresh(read(&gateway, &account, asked.get_untracked())))
    };
    let ask_next: Retry = {
        let (next, gateway, account) = (next.clone(), session.gateway.clone(), account.clone());
        Arc::new(move || next.refresh(read_next(&gateway, &account)))
    };
    if list.state().with_untracked(|load| matches!(load, Load::Idle)) {
        ask();
    }
    // What was posted since stands in the open cycle.
    let moves = moves(caller, &account.reference);
    let is_old = asked_at.swap(moves, Relaxed) != moves;
    if is_old || next.state().with_untracked(|load| matches!(load, Load::Idle)) {
        ask_next();
    }
    let show = {
        let (list, gateway, account, period) = (list.clone(), session.gateway.clone(), account.clone(), period.clone());
        move || {
            if let Some(moments) = period.moments() {
                asked.set(Some(moments.clone()));
                // Another period is another question: nothing of the last answer stays.
                list.ask(read(&gateway, &account, Some(moments)));
            }
        }
    };
    let again: Retry = {
        let (ask, ask_next) = (ask.clone(), ask_next.clone());
        Arc::new(move || {
            ask();
            ask_next();
        })
    };
    let failed = {
        let state = list.state();
        Memo::new(move |_| state.with(|state| matches!(state, Load::Failed(_))))
    };
    let aged = age(&list, "the statements", again);
    let body = {
        let (open, caller, account) = (next.state(), caller.clone(), account.clone());
        let ready = move |list: &Rows<Statement>| {
            let (open, caller, list) = (open.clone(), caller.clone(), list.clone());
            let whose = whose(&account, &list.rows).map(|whose| view! { <p class="hint">{whose}</p> });
            let columns = chart(&list.rows);
            let rows = move || open.with(|open| rows(&caller, &list, open));
            view! { {whose}{columns}{rows} }.into_any()
        };
        loaded(&list, "the statements", ask, |_| None, Box::new(ready))
    };
    let open = {
        let caller = caller.clone();
        move || {
            next.state().with(|open| match open {
                Load::Failed(trouble) | Load::Stale(_, _, trouble) => Some(trouble_view(trouble, ask_next.clone())),
                // Whatever became of the list, the open cycle can be seen.
                Load::Ready(Some(_), _) if failed.get() => {
                    Some(table("Statements", &COLUMNS, vec![open_row(&caller, open)]))
                }
                _ => None,
            })
        }
    };
    let body = view! { {period.view(().into_any(), show)}{body}{open} };
    region("statements", "Statements", aged, body.into_any())
}

fn rows(caller: &Caller, list: &Rows<Statement>, open: &Load<OpenCycle>) -> AnyView {
    let is_billed = !matches!(open.answer(), Some(None));
    if !is_billed && list.is_empty() && list.unreadable == 0 {
        return nothing("This account has no open cycle, and no cycle of it closed in this period.", NOT_BILLED);
    }
    let mut rows: Vec<_> = is_billed.then(|| open_row(caller, open)).into_iter().collect();
    rows.extend(list.rows.iter().map(|statement| closed_row(caller, statement)));
    let none =
        list.is_empty().then(|| nothing("No cycle closed in this period.", "Try a longer period, or another account."));
    let none = view! {
        {none}
        {(!is_billed).then(|| view! { <p class="hint" role="status">"No cycle is open on this account."</p> })}
    };
    let unreadable = (list.unreadable > 0).then(|| {
        let count = list.unreadable;
        view! { <p class="hint" role="status">{format!("Statements that could not be read and are not shown: {count}.")}</p> }
    });
    view! { {table("Statements", &COLUMNS, rows)}{none}{unreadable} }.into_any()
}

/// Why an account may have no cycle, and where to look.
pub const NOT_BILLED: &str = "A debit account is not billed. What was booked on it is in the section “Operations”.";

/// What is due is known when the cycle closes, and not before.
fn open_row(caller: &Caller, open: &Load<OpenCycle>) -> Vec<AnyView> {
    let cycle = open.answer().and_then(Option::as_ref);
    let closes = match open {
        Load::Ready(..) | Load::Stale(..) => cycle
            .and_then(|cycle| cycle.cycle_closure_date.as_ref().or(cycle.next_cycle_closure_date.as_ref()))
            .map_or_else(|| "closure not stated".to_owned(), |closure| format!("closes {}", time::date(closure))),
        Load::Failed(_) => "could not be read".into(),
        _ => "being read".into(),
    };
    let href = Route::detail(caller.key(), Section::Statements, Which::Next.name()).href();
    let name = view! { <a class="opens" href=href>"Open cycle"</a><small>{format!(" {closes}")}</small> };
    let mut cells = vec![name.into_any()];
    cells.extend(amounts(cycle.unwrap_or(&Statement::default())));
    cells
}

fn closed_row(caller: &Caller, statement: &Statement) -> Vec<AnyView> {
    let name = match &statement.cycle_closure_date {
        Some(closure) => {
            let name = Which::Closed(closure.clone()).name();
            let href = Route::detail(caller.key(), Section::Statements, name).href();
            view! { <a class="opens" href=href>{time::date(closure)}</a> }.into_any()
        }
        None => NOT_STATED.into_any(),
    };
    let mut cells = vec![name];
    cells.extend(amounts(statement));
    cells
}

fn amounts(statement: &Statement) -> [AnyView; 4] {
    [
        amount(statement.cycle_balance.as_ref()),
        amount(statement.amount_due.as_ref()),
        amount(statement.direct_debit_amount.as_ref()),
        amount(statement.total_of_payment.as_ref()),
    ]
}

fn read(
    gateway: &Gateway,
    account: &KnownAccount,
    asked: Option<Moments>,
) -> impl Future<Output = Result<Rows<Statement>, Trouble>> + use<> {
    let (begins, ends) = asked.unzip();
    // The gateway takes both ends for part of the period, and a cycle closes at a midnight: the next day's is not meant.
    let ends = ends.map(|ends| Instant::from_epoch_millis(ends.epoch_millis() - 1000));
    let request = ListStatements {
        account_reference: account.reference.clone(),
        period_start_date_time: begins,
        period_end_date_time: ends,
        // What was before a product change or a reallocated card is asked for where there was such a thing.
        include_original_account: account.facts.original_account_identifier.as_ref().map(|_| true),
        embed: Vec::new(),
    };
    answer(gateway, request, "The statements")
}

/// The open cycle of an account. That it has none is an answer (404).
pub fn read_next(
    gateway: &Gateway,
    account: &KnownAccount,
) -> impl Future<Output = Result<OpenCycle, Trouble>> + use<> {
    let (gateway, request) = (gateway.clone(), RetrieveNextStatement { account_reference: account.reference.clone() });
    async move {
        match gateway.call(request).await {
            Ok(answered) => Ok(Some(answered.answer)),
            Err(failure) if failure.fault == Fault::Http(404) => Ok(None),
            Err(failure) => Err(trouble("The open cycle", &failure)),
        }
    }
}

/// One question and its answer in words.
pub fn answer<O: Operation>(
    gateway: &Gateway,
    request: O,
    what: &'static str,
) -> impl Future<Output = Result<O::Answer, Trouble>> + use<O> {
    let gateway = gateway.clone();
    async move {
        let answered = gateway.call(request).await;
        answered.map(|answered| answered.answer).map_err(|failure| trouble(what, &failure))
    }
}
