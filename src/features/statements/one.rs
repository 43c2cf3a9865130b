//! One statement: its money, its operations, and what can be done with it.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering::Relaxed},
};

use contract::{
    Instant, Rows,
    operations::issuing::{
        operations::AccountOperation,
        statements::{
            ListNextStatementOperations, ListStatementOperations, RetrieveStatement, Statement, StatementEmbed,
        },
    },
};
use leptos::prelude::*;

use super::{
    Which,
    list::{NOT_BILLED, OpenCycle, answer, read_next},
    operations, paper, reprint,
    stamp::Stamp,
    words::whose,
};
use crate::{
    browser::time,
    features::{account::moves, trouble::trouble},
    gateway::{Failure, Fault, Gateway},
    routes::{Route, Section},
    session::{Caller, KnownAccount, Session, short},
    ui::{
        age::age,
        amount::{NOT_STATED, amount, sided},
        facts::{Fact, facts_across},
        load::{Asking, Load, loaded},
        region::region,
        trouble::{Again, Retry, Trouble},
    },
};

/// One statement of an account, as far as it was read. Lives with the caller.
#[derive(Clone)]
pub struct One {
    /// Its money, and when it was printed again; `None` for the open cycle of an account that has none.
    pub money: Asking<OpenCycle>,
    /// How the gateway finds it; `None` for the open cycle.
    pub stamp: Option<Stamp>,
    /// What is on it.
    pub operations: Asking<Rows<AccountOperation>>,
    /// How often something had been posted to the account when they were asked for.
    moves: Arc<AtomicU32>,
}

/// The statement that the address names.
pub fn section(session: &Session, caller: &Caller, account: &KnownAccount, which: Which) -> AnyView {
    let one = caller.keep_for(&format!("{} {}", account.reference, which.name()), || One {
        money: Asking::default(),
        stamp: match &which {
            Which::Next => None,
            Which::Closed(closure) => Some(Stamp::of(caller, account, closure)),
        },
        operations: Asking::default(),
        moves: Arc::default(),
    });
    let ask_money: Retry = {
        let (one, gateway, account) = (one.clone(), session.gateway.clone(), account.clone());
        Arc::new(move || read_money(&one, &gateway, &account))
    };
    let ask_operations: Retry = {
        let (one, gateway, account) = (one.clone(), session.gateway.clone(), account.clone());
        Arc::new(move || read_operations(&one, &gateway, &account))
    };
    let moves = moves(caller, &account.reference);
    let is_old = one.moves.swap(moves, Relaxed) != moves && which == Which::Next;
    if is_old || one.money.state().with_untracked(|load| matches!(load, Load::Idle)) {
        ask_money();
    }
    if is_old || one.operations.state().with_untracked(|load| matches!(load, Load::Idle)) {
        ask_operations();
    }
    let money_age = age(&one.money, "the summary", ask_money.clone());
    let money = {
        let account = account.clone();
        let ready =
            move |statement: &OpenCycle| statement.as_ref().map(|statement| summary(&account, statement)).into_any();
        let none =
            |statement: &OpenCycle| statement.is_none().then_some(("This account has no open cycle.", NOT_BILLED));
        loaded(&one.money, "the statement", ask_money, none, Box::new(ready))
    };
    let before_and_after = neighbours(caller, &which, &one.money);
    let reprints = reprint::panel(session, caller, account, &which, &one);
    // Said once: what cannot be there needs no panel of its own.
    let is_there = {
        let state = one.money.state();
        Memo::new(move |_| state.with(|state| !matches!(state.answer(), Some(None))))
    };
    let listed = {
        let (one, caller, account) = (one.clone(), caller.clone(), account.clone());
        move || {
            is_there.get().then(|| {
                let ask = ask_operations.clone();
                region(
                    "statement-operations",
                    "Operations",
                    age(&one.operations, "the operations", ask.clone()),
                    operations::table(&one.operations, &caller, &account, ask),
                )
            })
        }
    };
    view! {
        <header class="title">
            <h2 tabindex="-1">{title(&which)}</h2>
            {paper::line(account)}
            <div class="actions">
                {reprints.button}
                {paper::export_button(&session.config.locale, caller, account, &which, &one)}
                {paper::print_button(caller)}
                {all(caller)}
            </div>
        </header>
        {reprints.outcome}
        {region("summary", "Summary", view! { {before_and_after}{money_age} }.into_any(), money.into_any())}
        {listed}
        {reprints.history}
        {paper::foot()}
    }
    .into_any()
}

/// The address names no statement.
pub fn not_there(caller: &Caller) -> AnyView {
    view! {
        <section class="panel"><div class="empty" role="status">
            <p>"No statement has this address."</p>
            <p class="hint">"A statement is named by the moment at which its cycle closed."</p>
            {all(caller)}
        </div></section>
    }
    .into_any()
}

fn all(caller: &Caller) -> impl IntoView + use<> {
    let href = Route::section(caller.key(), Section::Statements).href();
    view! { <a class="button" href=href>"All statements"</a> }
}

/// "Statement of 29 Jul 2022".
pub fn title(which: &Which) -> String {
    match which {
        Which::Next => "Open cycle".into(),
        Which::Closed(closure) => format!("Statement of {}", time::date(closure)),
    }
}

/// The cycle before and the one after.
fn neighbours(caller: &Caller, which: &Which, money: &Asking<OpenCycle>) -> AnyView {
    let (key, state, is_open) = (caller.key().clone(), money.state(), *which == Which::Next);
    let link = move |which: Which, name: String| {
        view! { <a class="link" href=Route::detail(&key, Section::Statements, which.name()).href()>{name}</a> }
    };
    (move || {
        state.with(|state| {
            let statement = state.answer()?.as_ref()?;
            let before = statement.previous_cycle_closure_date.clone();
            let before =
                before.map(|closure| link(Which::Closed(closure.clone()), format!("← {}", time::date(&closure))));
            // A cycle that closes in the future is the open one.
            let after = statement.next_cycle_closure_date.clone().filter(|_| !is_open);
            let after = after.map(|closure| {
                if closure.epoch_millis() > time::now() {
                    link(Which::Next, "Open cycle →".into())
                } else {
                    link(Which::Closed(closure.clone()), format!("{} →", time::date(&closure)))
                }
            });
            Some(view! { <span class="actions">{before}{after}</span> })
        })
    })
    .into_any()
}

fn summary(account: &KnownAccount, statement: &Statement) -> AnyView {
    let whose = whose(account, std::slice::from_ref(statement)).map(|whose| view! { <p class="hint">{whose}</p> });
    let day = |instant: &Option<Instant>| instant.as_ref().map_or_else(|| NOT_STATED.to_owned(), time::date);
    let mut list = vec![
        Fact::new("Previous balance", sided(statement.previous_cycle_balance.as_ref())),
        Fact::new("Payments", amount(statement.total_of_payment.as_ref())),
        Fact::new("New balance", sided(statement.cycle_balance.as_ref())),
        Fact::new("Amount due", amount(statement.amount_due.as_ref())),
        Fact::new("Past due", amount(statement.initial_past_amount_due.as_ref())),
        Fact::new("Due in all", amount(statement.initial_remaining_amount_due.as_ref())),
        Fact::new("Direct debit", amount(statement.direct_debit_amount.as_ref())),
        Fact::new("Direct debit at the closure", amount(statement.theoric_direct_debit_amount.as_ref())),
        Fact::text("Cycle before closed", day(&statement.previous_cycle_closure_date)),
        Fact::text("Closure", day(&statement.cycle_closure_date)),
        Fact::text("Next closure", day(&statement.next_cycle_closure_date)),
        Fact::text("Statement made", day(&statement.creation_date)),
    ];
    let covered = statement.cycle_information.as_ref().and_then(|cycle| {
        Some(format!("{} to {}", cycle.statement_effective_start_date?, cycle.statement_effective_end_date?))
    });
    list.extend(covered.map(|days| Fact::text("Covers", days)));
    // A date on which something is due is only shown where the gateway states one: `paymentDueDate` repeats the closure.
    if let Some(cycle) = &statement.cycle_information {
        list.extend(
            [("Direct debit on", &cycle.direct_debit_due_date), ("Due on", &cycle.due_date_for_self_payer)]
                .into_iter()
                .filter_map(|(name, date)| date.as_ref().map(|date| Fact::text(name, time::date(date)))),
        );
    }
    if let Some(iban) = statement.iban.as_ref().filter(|iban| !iban.is_empty()) {
        list.push(Fact::text("Collected from", format!("IBAN {}", short(iban.in_clear()))));
    }
    view! { {whose}{facts_across(list)} }.into_any()
}

/// Reads the money again, with its reprints.
pub fn read_money(one: &One, gateway: &Gateway, account: &KnownAccount) {
    let Some(stamp) = one.stamp.clone() else { return one.money.refresh(read_next(gateway, account)) };
    let reading = read_closed(gateway, account, stamp);
    one.money.refresh(async move { reading.await.map(Some).map_err(|failure| unread(&failure)) });
}

/// Reads a statement that closed, with its reprints.
pub fn read_closed(
    gateway: &Gateway,
    account: &KnownAccount,
    stamp: Stamp,
) -> impl Future<Output = Result<Statement, Failure>> + use<> {
    let (account_reference, own) = (account.reference.clone(), stamp.clone());
    let question = move |cycle_closure_date| RetrieveStatement {
        account_reference: account_reference.clone(),
        cycle_closure_date,
        embed: vec![StatementEmbed::ReprintHistory],
    };
    stamp.read(gateway.clone(), question, move |statement: &Statement| own.is_of(statement.cycle_closure_date.as_ref()))
}

/// Another account was chosen while a statement was in view: that it has none of this closure is no failure.
pub fn unread(failure: &Failure) -> Trouble {
    let mut trouble = trouble("The statement", failure);
    if failure.fault == Fault::Http(404) {
        trouble.sentence = "No cycle of this account closed at this moment.".into();
        trouble.again = Again::Never("Look among all statements of the account.");
    }
    trouble
}

fn read_operations(one: &One, gateway: &Gateway, account: &KnownAccount) {
    let account_reference = account.reference.clone();
    match one.stamp.clone() {
        None => {
            one.operations.refresh(answer(
                gateway,
                ListNextStatementOperations { account_reference },
                "The operations",
            ));
        }
        Some(stamp) => {
            let question = move |cycle_closure_date| ListStatementOperations {
                account_reference: account_reference.clone(),
                cycle_closure_date,
                exclude_operation_kinds: Vec::new(),
            };
            let reading = stamp.read(gateway.clone(), question, |_| true);
            one.operations.refresh(async move { reading.await.map_err(|failure| trouble("The operations", &failure)) });
        }
    }
}
