//! The guide's own customers and accounts (seed 004). What it prints is answered word for word, as long as nobody has
//! changed the account; what it does not print is made to fit. Time stands still on each of these accounts at the moment
//! of the guide's example.

use contract::{
    Instant, Rows,
    issuing::Envelope,
    operations::issuing::{
        accounts::{AccountFutureUpdate, AccountHistoryEntry},
        customers::Customer,
        limits::TemporaryCreditLimit,
        operations::AccountOperation,
        statements::Statement,
    },
};
use serde_json::Value;

use super::{
    calendar::{Day, HOUR, Millis},
    customers::CustomerState,
    entry::{Entry, EntryKind},
    ledger::{Circumstances, Cycle, Ledger},
    limits::{AccountLimits, Temporary},
    plan::{Plan, Product, Usage, Wanted},
    state::AccountState,
};

/// An account that the guide prints.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Printed {
    pub(crate) reference: &'static str,
    pub(crate) external: Option<&'static str>,
    /// When the guide looked at it.
    pub(crate) now: Millis,
    /// Its statements, newest first.
    statements: Option<&'static str>,
    /// Its operations by the closure of their statement; none for the cycle that was open.
    operations: &'static [(Option<&'static str>, &'static str)],
}

macro_rules! sample {
    ($name:literal) => {
        include_str!(concat!("../../../contract/samples/issuing-v2/", $name, ".response.json"))
    };
}

const fn printed(reference: &'static str, external: Option<&'static str>, now: Millis) -> Printed {
    Printed { reference, external, now, statements: None, operations: &[] }
}

/// Statements, their operations and reprints (seed 004:18-796).
const STATEMENTS: Printed = Printed {
    statements: Some(sample!("listStatements")),
    operations: &[
        (Some("2022-07-28T22:00:00Z"), sample!("listStatementOperations")),
        (Some("2022-11-29T23:00:00Z"), sample!("listLastStatementOperations")),
        (None, sample!("listNextStatementOperations")),
    ],
    // 21 December 2022, 12:30 in UTC.
    ..printed("12343037952407582600", None, 1_671_625_800_000)
};

/// A list of operations, one of them in full (seed 004:2782-2988). 6 December 2022.
const OPERATIONS: Printed = Printed {
    operations: &[(None, sample!("listOperations"))],
    ..printed("12343571015282598154", None, 1_670_284_800_000)
};

/// Balance, contract and changes ahead (seed 004:3400-3614), and the account below. 2 February 2023.
const BALANCE: Printed = printed("12343360952787614799", Some("ROOT_ACCOUNT-202212190053"), 1_675_353_600_000);
const BELOW: Printed = printed("12346360178674900361", Some("CHILD_ACCOUNT-202212190053"), 1_675_353_600_000);
/// Credit limits (seed 004:2335-2524). 3 February 2023, 17:00.
const LIMITS: Printed = printed("12348153189268935960", None, 1_675_440_000_000);
/// History (seed 004:3628-3739). 16 January 2023, 14:00.
const HISTORY: Printed = printed("12349870392328979979", None, 1_673_874_000_000);
/// Fees by hand (seed 004:2990-3102). 2 January 2023, 14:25 in UTC.
const FEES: Printed = printed("12349485785398617383", None, 1_672_669_500_000);
/// Velocity limits and restrictions (seed 004:2528-2764), whose issuer is another one in the guide.
const CONTROLS: Printed = printed("468762732120914", None, 1_672_669_500_000);

/// The accounts of the customer of the guide's account pages.
pub(crate) fn accounts() -> Vec<Wanted> {
    let account = |printed: Printed, opened, limit, product, below| Wanted {
        product,
        limit,
        below,
        usage: Usage::NONE,
        printed: Some(printed),
        ..Wanted::ordinary(opened)
    };
    let (june, december) = (Day::of(2022, 6, 14), Day::of(2022, 12, 19));
    vec![
        account(STATEMENTS, june, 1_000_000, Product::Classic, None),
        account(OPERATIONS, june, 500_000, Product::Classic, None),
        account(BALANCE, december, 1_000_000, Product::Business, None),
        account(BELOW, december, 1_000_000, Product::Business, Some(2)),
        account(LIMITS, june, 100_000, Product::Classic, None),
        account(HISTORY, Day::of(2022, 4, 4), 300_000, Product::Gold, None),
        account(FEES, june, 300_000, Product::Classic, None),
        account(CONTROLS, june, 300_000, Product::Classic, None),
    ]
}

/// The account of the customer of the guide's customer pages (seed 004:1389-1414).
pub(crate) fn debit_account() -> Wanted {
    debit("12345560829491606922", "ROOT_ACCOUNT-202320900002A", Day::of(2023, 2, 9))
}

/// The account of somebody else in whose contract they hold a card, the second of two (seed 004:1367-1388, 1472).
pub(crate) fn debit_account_of_another() -> Wanted {
    let cards = Some(2);
    Wanted { cards, ..debit("12349095353652134625", "ROOT_ACCOUNT-2023012600010A", Day::of(2023, 1, 26)) }
}

/// 10 February 2023.
fn debit(reference: &'static str, external: &'static str, opened: Day) -> Wanted {
    Wanted {
        product: Product::Debit,
        limit: 0,
        usage: Usage::NONE,
        printed: Some(printed(reference, Some(external), 1_676_030_400_000)),
        ..Wanted::ordinary(opened)
    }
}

/// The people whom the guide prints, in its own words.
pub(super) fn people() -> Vec<(&'static str, CustomerState)> {
    let mut listed: Vec<Customer> = rows(sample!("listCustomers"));
    let andre: Envelope<Customer> = serde_json::from_str(sample!("retrieveCustomer")).expect("a sample");
    let of = |record| CustomerState { record, ..CustomerState::default() };
    vec![("CUS10000388138", of(listed.pop())), ("CUS10000375046", of(Some(andre.data)))]
}

/// What the guide prints of some accounts' changes, so that it is still there when there are more.
pub(super) fn states() -> Vec<(&'static str, AccountState)> {
    let limits: Vec<TemporaryCreditLimit> = rows(sample!("listTemporaryCreditLimits"));
    let updates: Vec<AccountFutureUpdate> = rows(sample!("listAccountFutureUpdates"));
    let history: Vec<AccountHistoryEntry> = rows(sample!("retrieveAccountHistory"));
    let temporary = limits.into_iter().map(|limit| Temporary { limit, deleted: None, made_with: None }).collect();
    let parameters = history.into_iter().rev().filter_map(|state| {
        let at = state.effective_date.as_ref()?.epoch_millis();
        Some((at, serde_json::to_value(state).ok()?))
    });
    vec![
        (
            LIMITS.reference,
            AccountState { limits: AccountLimits { temporary, ..Default::default() }, ..Default::default() },
        ),
        (BALANCE.reference, AccountState { future_updates: updates, ..Default::default() }),
        (HISTORY.reference, AccountState { parameters: parameters.collect(), ..Default::default() }),
    ]
}

/// The guide's own answer to a call, when it prints one. The path begins below the issuer.
pub(crate) fn answer(operation: &str, path: &str, query: &str) -> Option<&'static str> {
    let asks_for_a_part = query.contains("period") && !query.contains("2022-04-04T00%3A00%3A00Z");
    // The guide prints a customer and their card contracts as they come without anything beside them.
    if path.starts_with("/customers/") && query.contains("embed") {
        return None;
    }
    if asks_for_a_part || query.contains("exclude") || query.contains("all=true") || query.contains("Only=true") {
        return None;
    }
    let text = match (operation, path) {
        ("listStatements", "/accounts/12343037952407582600/statements") => sample!("listStatements"),
        ("retrieveLastStatement", "/accounts/12343037952407582600/statements/last") => sample!("retrieveLastStatement"),
        ("listLastStatementOperations", "/accounts/12343037952407582600/statements/last/operations") => {
            sample!("listLastStatementOperations")
        }
        ("listNextStatementOperations", "/accounts/12343037952407582600/statements/next/operations") => {
            sample!("listNextStatementOperations")
        }
        ("retrieveStatement", "/accounts/12343037952407582600/statements/2022-07-28T22:00:00Z") => {
            sample!("retrieveStatement")
        }
        ("listStatementOperations", "/accounts/12343037952407582600/statements/2022-07-28T22:00:00Z/operations") => {
            sample!("listStatementOperations")
        }
        ("retrieveOperation", "/accounts/12343571015282598154/operations/1000000000354873") => {
            sample!("retrieveOperation")
        }
        ("retrieveAccountContract", "/accounts/12343571015282598154/contract") => {
            sample!("retrieveAccount-SHOWS-CONTRACT")
        }
        ("retrieveAccountBalance", "/accounts/12343360952787614799/balance") => sample!("retrieveAccountBalance"),
        ("retrieveAccountContract", "/accounts/12343360952787614799/contract") => sample!("retrieveAccountContract"),
        ("listAccountFutureUpdates", "/accounts/12343360952787614799/account-future-updates") => {
            sample!("listAccountFutureUpdates")
        }
        ("retrieveAccountHistory", "/accounts/12349870392328979979/account-history") => {
            sample!("retrieveAccountHistory")
        }
        ("retrieveAccountCreditLimit", "/accounts/12348153189268935960/credit-limit") => {
            sample!("retrieveAccountCreditLimit")
        }
        ("listCustomerContracts", "/customers/CUS10000375046/contracts") => sample!("listCustomerContracts"),
        ("listCardContracts", "/customers/CUS10000375046/card-contracts") => sample!("listCardContracts"),
        ("retrieveCustomer", "/customers/CUS10000375046") => sample!("retrieveCustomer"),
        _ => return None,
    };
    Some(text)
}

impl Ledger {
    /// The books of an account that the guide prints: its cycles where there are any, else one that is open.
    pub(super) fn printed(plan: &Plan, printed: &Printed, circumstances: &Circumstances, now: Millis) -> Self {
        let mut statements: Vec<Statement> = printed.statements.map(rows).unwrap_or_default();
        statements.reverse();
        let mut start = plan.wanted.opened.midnight();
        let mut cycles = Vec::new();
        for statement in statements {
            let closure = statement.cycle_closure_date.as_ref().map_or(start, Instant::epoch_millis);
            let balance =
                |amount: &Option<contract::Amount>| amount.as_ref().and_then(|amount| amount.value).unwrap_or(0);
            let cycle = Cycle {
                opening_balance: balance(&statement.previous_cycle_balance),
                closing_balance: balance(&statement.cycle_balance),
                due: balance(&statement.amount_due),
                printed: Some(Box::new(statement)),
                ..empty(cycles.len(), start, closure)
            };
            cycles.push(cycle);
            start = closure;
        }
        let balance = cycles.last().map_or(0, |cycle| cycle.closing_balance);
        let end = Day::containing(start + HOUR).plus(30).midnight().max(Day::containing(now).plus(14).midnight());
        let open = Cycle { opening_balance: balance, closing_balance: balance, ..empty(cycles.len(), start, end) };
        cycles.push(open);
        for (closure, text) in printed.operations {
            let closure = closure.and_then(Instant::parse).map_or(end, |closure| closure.epoch_millis());
            let Some(cycle) = cycles.iter_mut().find(|cycle| cycle.closure == closure) else { continue };
            cycle.entries = rows(text).into_iter().filter_map(as_printed).collect();
        }
        if let Some(open) = cycles.last_mut() {
            open.entries.extend(circumstances.by_hand.iter().cloned());
            open.closing_balance +=
                open.entries.iter().filter(|entry| entry.counts).map(|entry| entry.cents).sum::<i64>();
            open.entries.sort_by_key(|entry| entry.posted);
        }
        Self { now, cycles }
    }
}

fn empty(index: usize, start: Millis, closure: Millis) -> Cycle {
    Cycle {
        index,
        start,
        closure,
        opening_balance: 0,
        entries: Vec::new(),
        declines: Vec::new(),
        closing_balance: 0,
        payments: 0,
        due: 0,
        past_due: 0,
        to_collect: 0,
        collected: None,
        printed: None,
    }
}

fn as_printed(operation: AccountOperation) -> Option<Entry> {
    Some(Entry {
        sequence: 0,
        posted: operation.posting_date.as_ref()?.epoch_millis(),
        external_date: operation.external_operation_date.as_ref()?.epoch_millis(),
        value_date: operation.value_date.as_ref()?.epoch_millis(),
        cents: operation.reference_amount.as_ref()?.value?,
        counts: true,
        parent: None,
        kind: EntryKind::AsStated(Box::new(operation)),
    })
}

fn rows<T: serde::de::DeserializeOwned>(sample: &str) -> Vec<T> {
    let text: Value = serde_json::from_str(sample).expect("a sample is JSON");
    let rows: Rows<T> = serde_json::from_str(&text["data"].to_string()).expect("a sample holds a list");
    rows.rows
}
