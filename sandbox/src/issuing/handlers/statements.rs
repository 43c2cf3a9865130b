//! Statements: the list, the last, the next, one by its closure, their operations, and reprints.

use contract::{
    AccountReference, Instant, Rows,
    operations::issuing::{
        operations::{AccountOperation, OperationKind},
        statements::{
            ListLastStatementOperations, ListNextStatementOperations, ListStatementOperations, ListStatements,
            ReprintLastStatement, ReprintRequested, ReprintStatement, RetrieveLastStatement, RetrieveNextStatement,
            RetrieveStatement, Statement, StatementEmbed, StatementReprint,
        },
    },
};

use super::super::{
    calendar::{DAY, Day, stamp},
    entry::Entry,
    ledger::{Circumstances, Cycle, Ledger},
    plan::{Plan, StatementStamp},
    shown_operation::{Detail, account_identifier},
    shown_statement,
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<ListStatements> for World {
    fn concerns(&self, request: &ListStatements) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: ListStatements, _: &[PersonNumber]) -> Result<Rows<Statement>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let ledger = self.ledger(&plan);
        let from = request.period_start_date_time.as_ref().map_or(i64::MIN, Instant::epoch_millis);
        let to = request.period_end_date_time.as_ref().map_or(i64::MAX, Instant::epoch_millis);
        let cycles = closed(&plan, &ledger).iter().rev().filter(|cycle| (from..=to).contains(&cycle.closure));
        let statements = cycles.map(|cycle| self.statement(&plan, &ledger, cycle, &request.embed));
        Ok(statements.collect::<Vec<_>>().into())
    }
}

impl Handle<RetrieveLastStatement> for World {
    fn concerns(&self, request: &RetrieveLastStatement) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: RetrieveLastStatement, _: &[PersonNumber]) -> Result<Statement, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let last = last(&plan, &ledger)?;
        Ok(self.statement(&plan, &ledger, last, &request.embed))
    }
}

impl Handle<ListLastStatementOperations> for World {
    fn concerns(&self, request: &ListLastStatementOperations) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(
        &mut self,
        request: ListLastStatementOperations,
        _: &[PersonNumber],
    ) -> Result<Rows<AccountOperation>, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let last = last(&plan, &ledger)?;
        Ok(self.listed(&plan, last.entries.iter(), &[]))
    }
}

impl Handle<ReprintLastStatement> for World {
    fn concerns(&self, request: &ReprintLastStatement) -> Result<Vec<PersonNumber>, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        last(&plan, &ledger).map(|_| vec![plan.number.person])
    }

    fn handle(&mut self, request: ReprintLastStatement, _: &[PersonNumber]) -> Result<ReprintRequested, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let closure = last(&plan, &ledger)?.closure;
        Ok(self.reprint(&plan, closure))
    }
}

impl Handle<RetrieveNextStatement> for World {
    fn concerns(&self, request: &RetrieveNextStatement) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: RetrieveNextStatement, _: &[PersonNumber]) -> Result<Statement, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        if plan.pays() { Ok(shown_statement::next(&plan, &ledger)) } else { Err(no_statements()) }
    }
}

impl Handle<ListNextStatementOperations> for World {
    fn concerns(&self, request: &ListNextStatementOperations) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(
        &mut self,
        request: ListNextStatementOperations,
        _: &[PersonNumber],
    ) -> Result<Rows<AccountOperation>, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        if !plan.pays() {
            return Err(no_statements());
        }
        Ok(self.listed(&plan, ledger.posted_in(ledger.open()), &[]))
    }
}

impl Handle<RetrieveStatement> for World {
    fn concerns(&self, request: &RetrieveStatement) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: RetrieveStatement, _: &[PersonNumber]) -> Result<Statement, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let cycle = closing(&plan, &ledger, &request.cycle_closure_date)?;
        Ok(self.statement(&plan, &ledger, cycle, &request.embed))
    }
}

impl Handle<ListStatementOperations> for World {
    fn concerns(&self, request: &ListStatementOperations) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(
        &mut self,
        request: ListStatementOperations,
        _: &[PersonNumber],
    ) -> Result<Rows<AccountOperation>, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let cycle = closing(&plan, &ledger, &request.cycle_closure_date)?;
        Ok(self.listed(&plan, cycle.entries.iter(), &request.exclude_operation_kinds))
    }
}

impl Handle<ReprintStatement> for World {
    fn concerns(&self, request: &ReprintStatement) -> Result<Vec<PersonNumber>, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        closing(&plan, &ledger, &request.cycle_closure_date).map(|_| vec![plan.number.person])
    }

    fn handle(&mut self, request: ReprintStatement, _: &[PersonNumber]) -> Result<ReprintRequested, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let closure = closing(&plan, &ledger, &request.cycle_closure_date)?.closure;
        Ok(self.reprint(&plan, closure))
    }
}

impl World {
    /// An account and its books.
    pub(super) fn books(&self, reference: &AccountReference) -> Result<(Plan, Ledger), Refusal> {
        let plan = self.plan(reference)?;
        let ledger = self.ledger(&plan);
        Ok((plan, ledger))
    }

    /// Operations as a list shows them, without those kinds.
    pub(super) fn listed<'a>(
        &self,
        plan: &Plan,
        entries: impl Iterator<Item = &'a Entry>,
        without: &[OperationKind],
    ) -> Rows<AccountOperation> {
        let shown = entries.map(|entry| self.show(plan, entry, Detail::List));
        let wanted = shown.filter(|shown| shown.operation_kind.as_ref().is_none_or(|kind| !without.contains(kind)));
        wanted.collect::<Vec<_>>().into()
    }

    fn statement(&self, plan: &Plan, ledger: &Ledger, cycle: &Cycle, embed: &[StatementEmbed]) -> Statement {
        let circumstances = Circumstances { repayments: self.repayments(plan), ..Circumstances::default() };
        let repayment = circumstances.repayment(plan, cycle.closure);
        let mut statement = shown_statement::closed(plan, ledger, cycle, repayment);
        if embed.contains(&StatementEmbed::ReprintHistory) {
            let reprints = shown_statement::reprinted(&self.account_state(plan.number).reprints, cycle);
            statement.reprint_history = Some(reprints.into());
        }
        statement
    }

    fn reprint(&mut self, plan: &Plan, closure: i64) -> ReprintRequested {
        let now = stamp(self.now_on(plan));
        let reprint = StatementReprint {
            requested_date: Some(now.clone()),
            origin: Some("API".into()),
            username: Some(self.issuing.hand.username.clone()),
        };
        self.account_state_mut(plan.number).reprints.push((closure, reprint));
        ReprintRequested { account_identifier: Some(account_identifier(plan)), requested_date: Some(now) }
    }
}

/// The statements that an account has: those of another are on the account that pays for it.
fn closed<'a>(plan: &Plan, ledger: &'a Ledger) -> &'a [Cycle] {
    if plan.pays() { ledger.closed() } else { &[] }
}

fn last<'a>(plan: &Plan, ledger: &'a Ledger) -> Result<&'a Cycle, Refusal> {
    closed(plan, ledger).last().ok_or_else(no_statements)
}

/// The cycle that closed then: the listed stamp, or on newer platforms 23:59:59 on its local day, and nothing else.
fn closing<'a>(plan: &Plan, ledger: &'a Ledger, closure: &Instant) -> Result<&'a Cycle, Refusal> {
    let at = closure.epoch_millis();
    let stamp = |cycle: &Cycle| match plan.wanted.statements_at {
        StatementStamp::Listed => cycle.closure,
        StatementStamp::EndOfDay => Day::containing(cycle.closure).date().midnight_in_utc() + DAY - 1_000,
    };
    let found = closed(plan, ledger).iter().find(|cycle| at == stamp(cycle));
    found.ok_or_else(|| Refusal::not_found("No cycle closed then."))
}

fn no_statements() -> Refusal {
    Refusal::not_found("The account has no such statement.")
}
