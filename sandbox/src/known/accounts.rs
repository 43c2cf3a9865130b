//! Customers with accounts that are worth looking at. Nothing fails here.

use contract::Personal;

use super::{
    Known,
    builder::{email, somebody},
};
use crate::{
    issuing::{
        calendar::{Closures, Day},
        guide,
        plan::{Habit, Product, Repayment, Unstated, Usage, Wanted},
        planted::Planted,
        portfolio,
    },
    people::{Half, Person, PrintedCustomer},
};

/// When most of them came.
pub(super) fn opened() -> Day {
    Day::of(2022, 6, 1)
}

#[rustfmt::skip]
pub(crate) fn customers(today: Day) -> Vec<Known> {
    let ordinary = || Wanted::ordinary(opened());
    let having = |address: &str, first: &str, last: &str, shows: &'static str, accounts: Vec<Wanted>| {
        Known::by_email(address, shows, somebody(address, first, last).with_accounts(accounts))
    };
    let used = |usage: Usage| Wanted { usage, ..ordinary() };
    vec![
        Known::by_email("guide", "the guide's accounts: its statements, operations, balance, limits and history as printed", guides()),
        Known::found("Matisse", "the guide's Jack MATISSE: an account and no wallet", vec![jack()]),
        having("two-years", "Tilda", "Statementful", "a credit account whose statements add up month by month, with payments in parts", vec![Wanted { usage: Usage { by_post: true, abroad: 20, ..Usage::ORDINARY }, ..ordinary() }]),
        having("several-accounts", "Severin", "Manyfold", "four accounts: consumer, a partner's card below it, debit, business", several()),
        having("half-payer", "Helga", "Halfpay", "half of the balance by direct debit: interest every month", vec![Wanted { repayment: Repayment::DirectDebit(50), ..ordinary() }]),
        having("self-payer", "Selma", "Transferman", "pays by transfer, sometimes not at all", vec![Wanted { repayment: Repayment::Transfer, ..ordinary() }]),
        having("late-payer", "Lasse", "Returnsen", "the last direct debits came back: something is overdue", vec![used(Usage { returned: 100, returned_since: Some(today.plus(-80)), ..Usage::ORDINARY })]),
        having("declined", "Dekla", "Nolimit", "a small limit: cards are declined for credit and for other reasons", vec![Wanted { limit: 60_000, ..used(Usage { declines: 100, purchases: (9, 14), ..Usage::ORDINARY }) }]),
        having("blocked", "Berta", "Onhold", "payments and authorizations are blocked for all accounts of the contract, and the history says why", vec![Wanted { planted: Planted::blocked(today.plus(-12).at(10, 42), "COURT_ORDER", "File 4711, until the court decides"), ..ordinary() }]),
        having("clock-change", "Clara", "Sundayclose", "cycles close on last Sundays: on both days on which the clocks change", vec![Wanted { closures: Closures::LastSundays, ..ordinary() }]),
        having("japan", "Jana", "Yenspender", "operations in yen, which have no decimals", vec![used(Usage { habit: Habit::InJapan, ..Usage::ORDINARY })]),
        having("debit-only", "Debora", "Nocredit", "a debit account: no credit limit, no statements, a balance that states nothing", vec![portfolio::debit(opened())]),
        having("new-account", "Nele", "Newcomer", "an account of five days: no statement, no operation", vec![Wanted { closures: Closures::Monthly(28), usage: Usage::NONE, ..Wanted::ordinary(today.plus(-5)) }]),
        having("many-operations", "Mona", "Tenthousand", "more than ten thousand operations in 27 months", vec![Wanted { limit: 2_000_000, opened: today.plus(-830), ..used(Usage { habit: Habit::AtKiosks, purchases: (400, 400), declines: 0, ..Usage::ORDINARY }) }]),
        having("amounts-missing", "Amo", "Unsaid", "statements and operations that do not state some amounts", vec![Wanted { unstated: Unstated::SomeAmounts, ..ordinary() }]),
        Known::by_email("wallet-only", "a wallet and no account", Person { half: Half::WalletOnly, ..somebody("wallet-only", "Walt", "Halfwallet") }),
        Known::found("Halfaccount", "an account and no wallet", vec![Person { half: Half::IssuingOnly, ..somebody("account-only", "Alma", "Halfaccount") }]),
    ]
}

fn several() -> Vec<Wanted> {
    let main = Wanted { repayment: Repayment::DirectDebit(50), ..Wanted::ordinary(opened()) };
    let partner = Wanted {
        below: Some(0),
        limit: 100_000,
        usage: Usage { purchases: (2, 6), ..Usage::ORDINARY },
        ..main.clone()
    };
    let business = Wanted { product: Product::Business, limit: 1_000_000, ..Wanted::ordinary(Day::of(2023, 3, 1)) };
    vec![main, partner, portfolio::debit(Day::of(2022, 9, 1)), business]
}

fn guides() -> Person {
    let printed = PrintedCustomer { reference: "CUS10000355325", external: "PERSON-202212190053" };
    let mut person = somebody("guide", "Gudrun", "Guidebook").with_accounts(guide::accounts());
    person.record.customer_id = Some(printed.external.into());
    Person { printed: Some(printed), ..person }
}

fn jack() -> Person {
    let printed = PrintedCustomer { reference: "CUS10000388138", external: "PERSON-2023020900010A" };
    let person = somebody("jack.matisse", "Jack", "Matisse").born("10221975");
    let mut person = Person { half: Half::IssuingOnly, printed: Some(printed), ..person };
    person.record.email = Some(Personal::from(email("jack.matisse")));
    person
}
