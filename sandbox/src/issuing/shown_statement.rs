//! A cycle as a statement shows it.

use contract::{
    Amount, IssuerId,
    operations::issuing::{
        accounts::CycleInformation,
        statements::{Statement, StatementReprint},
    },
};

use super::{
    calendar::{Day, HOUR, stamp},
    ledger::{Cycle, Ledger, UNTIL_COLLECTED},
    plan::{Plan, Repayment, Unstated},
    shown_operation::{account_identifier, cents},
};

/// The statement of a cycle that has closed.
pub(crate) fn closed(plan: &Plan, ledger: &Ledger, cycle: &Cycle, repayment: Repayment) -> Statement {
    if let Some(printed) = &cycle.printed {
        return (**printed).clone();
    }
    let mut statement = dated(plan, cycle);
    let created = Day::containing(cycle.closure).at(9, 52);
    statement.creation_date = (created <= ledger.now).then(|| stamp(created));
    statement.cycle_balance = Some(cents(cycle.closing_balance));
    statement.previous_cycle_balance = Some(cents(cycle.opening_balance));
    statement.total_of_payment = Some(cents(cycle.payments));
    statement.amount_due = Some(cents(cycle.due));
    statement.initial_remaining_amount_due = Some(cents(cycle.due + cycle.past_due));
    if cycle.index > 0 {
        statement.initial_past_amount_due = Some(cents(cycle.past_due));
    }
    if matches!(repayment, Repayment::DirectDebit(_)) {
        // What was credited before the collection is not collected.
        let next = ledger.cycles.get(cycle.index + 1);
        let collected = next.and_then(|next| next.collected).unwrap_or(cycle.to_collect);
        statement.theoric_direct_debit_amount = Some(cents(cycle.to_collect));
        statement.direct_debit_amount = Some(cents(collected));
    }
    if plan.wanted.unstated == Unstated::SomeAmounts {
        statement.direct_debit_amount = None;
        statement.amount_due = Some(Amount::default());
        statement.previous_cycle_balance = None;
    }
    statement
}

/// The statement that is to come: "end cycle balance, due amount, total of payments are not yet known" (seed 004:800).
pub(crate) fn next(plan: &Plan, ledger: &Ledger) -> Statement {
    let open = ledger.open();
    let mut statement = dated(plan, open);
    statement.cycle_balance = Some(cents(ledger.balance()));
    statement
}

fn dated(plan: &Plan, cycle: &Cycle) -> Statement {
    let closure = Day::containing(cycle.closure + HOUR);
    let collected = closure.plus(UNTIL_COLLECTED);
    Statement {
        issuer_id: Some(IssuerId::from(plan.wanted.issuer)),
        account_identifier: Some(account_identifier(plan)),
        cycle_closure_date: Some(stamp(cycle.closure)),
        // Deprecated, and always the closure itself (seed 004:50-52).
        payment_due_date: Some(stamp(cycle.closure)),
        previous_cycle_closure_date: (cycle.index > 0).then(|| stamp(cycle.start)),
        next_cycle_closure_date: Some(stamp(next_closure(plan, cycle))),
        cycle_information: plan.wanted.printed.is_none().then(|| CycleInformation {
            cycle_start_date: Some(stamp(cycle.start)),
            cycle_closure_date: Some(stamp(cycle.closure)),
            statement_generation_date: Some(stamp(closure.at(9, 52))),
            direct_debit_due_date: Some(stamp(collected.midnight())),
            due_date_for_self_payer: Some(stamp(collected.midnight())),
            cycle_due_date: Some(stamp(collected.plus(7).midnight())),
            ..CycleInformation::default()
        }),
        ..Statement::default()
    }
}

fn next_closure(plan: &Plan, cycle: &Cycle) -> i64 {
    match plan.wanted.printed {
        // The guide's calendar is printed nowhere but in its statements.
        Some(_) => Day::containing(cycle.closure + HOUR).plus(30).midnight(),
        None => plan.closure(cycle.index as i64 + 1).midnight(),
    }
}

/// When a statement was printed again, newest last.
pub(crate) fn reprinted(reprints: &[(i64, StatementReprint)], cycle: &Cycle) -> Vec<StatementReprint> {
    reprints.iter().filter(|(closure, _)| *closure == cycle.closure).map(|(_, reprint)| reprint.clone()).collect()
}
