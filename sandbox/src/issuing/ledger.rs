//! An account's books: every cycle from the first to the one after the open one, each going on from the balance at which
//! the one before ended. A statement, a list of operations and a balance are three views of this, so they agree.

use contract::operations::issuing::{operations::DeclineReason, statements::Statement};

use super::{
    calendar::{DAY, Day, HOUR, MINUTE, Millis},
    entry::{Decline, Entry, EntryKind},
    generation::{self, Booking, NUMBERS_OF_A_CYCLE, fee},
    numbers::Sequence,
    plan::{Plan, Repayment},
};

/// The books of one account at one moment.
#[derive(Debug)]
pub(crate) struct Ledger {
    pub(crate) now: Millis,
    /// From the first on; the last one has not begun yet, and is there for what is authorized and not yet posted.
    pub(crate) cycles: Vec<Cycle>,
}

/// From one closure to the next.
#[derive(Clone, Debug)]
pub(crate) struct Cycle {
    pub(crate) index: usize,
    pub(crate) start: Millis,
    pub(crate) closure: Millis,
    pub(crate) opening_balance: i64,
    /// In the order in which they were posted.
    pub(crate) entries: Vec<Entry>,
    pub(crate) declines: Vec<Decline>,
    pub(crate) closing_balance: i64,
    pub(crate) payments: i64,
    /// The least that is to be paid for this cycle.
    pub(crate) due: i64,
    /// What was left of that from before.
    pub(crate) past_due: i64,
    /// What is to be collected for this cycle.
    pub(crate) to_collect: i64,
    /// What was collected in this cycle for the one before.
    pub(crate) collected: Option<i64>,
    /// As the guide prints it.
    pub(crate) printed: Option<Box<Statement>>,
}

/// What does not follow from the account itself.
#[derive(Debug, Default)]
pub(crate) struct Circumstances {
    /// What was posted by hand, oldest first.
    pub(crate) by_hand: Vec<Entry>,
    /// What the accounts below had spent when each cycle closed.
    pub(crate) from_below: Vec<i64>,
    /// How it is repaid from when on, where that was changed; oldest first.
    pub(crate) repayments: Vec<(Millis, Repayment)>,
}

/// The least that anybody pays in a month (seed 004:66).
const LEAST_DUE: i64 = 5_000;
/// Days from a closure to its direct debit.
pub(crate) const UNTIL_COLLECTED: i64 = 14;
/// From a direct debit until the bank has sent it back.
pub(crate) const UNTIL_RETURNED: Millis = 3 * DAY;

// Numbers of a cycle that are not those of card uses.
const PAYMENT: Sequence = NUMBERS_OF_A_CYCLE - 100;
const INTEREST: Sequence = NUMBERS_OF_A_CYCLE - 90;
const STATEMENT_FEE: Sequence = NUMBERS_OF_A_CYCLE - 80;
const TRANSFER: Sequence = NUMBERS_OF_A_CYCLE - 70;
pub(crate) const REFUSED_FOR_CREDIT: Sequence = NUMBERS_OF_A_CYCLE - 500;

impl Ledger {
    /// Goes through all cycles.
    pub(crate) fn of(plan: &Plan, now: Millis, circumstances: &Circumstances) -> Self {
        let mut cycles: Vec<Cycle> = Vec::new();
        while cycles.last().is_none_or(|last| last.start <= now) {
            let mut cycle = Cycle::after(plan, cycles.last(), cycles.len());
            cycle.book(plan, cycles.last(), circumstances);
            let planted = plan.wanted.planted.refused.iter().enumerate();
            let its_own = planted.filter(|(_, refused)| (cycle.start..cycle.closure).contains(&refused.made));
            cycle.declines.extend(its_own.map(|(place, refused)| refused.decline(place)));
            cycles.push(cycle);
        }
        Self { now, cycles }
    }

    /// Those that have closed, oldest first.
    pub(crate) fn closed(&self) -> &[Cycle] {
        &self.cycles[..self.cycles.iter().take_while(|cycle| cycle.closure <= self.now).count()]
    }

    /// The one that is open.
    pub(crate) fn open(&self) -> &Cycle {
        &self.cycles[self.closed().len().min(self.cycles.len() - 1)]
    }

    /// What has been posted so far, oldest first.
    pub(crate) fn posted(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.cycles.iter().flat_map(|cycle| &cycle.entries).filter(|entry| entry.posted <= self.now)
    }

    /// What has been posted so far in one cycle.
    pub(crate) fn posted_in<'a>(&'a self, cycle: &'a Cycle) -> impl Iterator<Item = &'a Entry> {
        cycle.entries.iter().filter(|entry| entry.posted <= self.now)
    }

    pub(crate) fn balance(&self) -> i64 {
        let open = self.open();
        open.opening_balance + self.posted_in(open).filter(|entry| entry.counts).map(|entry| entry.cents).sum::<i64>()
    }

    /// What cards were authorized for and is not posted yet.
    pub(crate) fn reserved(&self) -> i64 {
        self.pending().map(|entry| entry.cents).sum()
    }

    /// The uses of cards that are authorized and not posted yet.
    pub(crate) fn pending(&self) -> impl Iterator<Item = &Entry> {
        let entries = self.cycles.iter().flat_map(|cycle| &cycle.entries);
        entries.filter(|entry| match &entry.kind {
            EntryKind::Purchase(purchase) => purchase.made <= self.now && self.now < entry.posted,
            _ => false,
        })
    }

    /// What was spent in each cycle, for the account that pays for it.
    pub(crate) fn spent(&self) -> Vec<i64> {
        self.cycles.iter().map(|cycle| cycle.entries.iter().filter_map(Entry::handed_up).sum()).collect()
    }
}

impl Cycle {
    fn after(plan: &Plan, before: Option<&Self>, index: usize) -> Self {
        let (start, closure) = plan.cycle(index);
        let opening_balance = before.map_or(0, |before| before.closing_balance);
        Self {
            index,
            start,
            closure,
            opening_balance,
            entries: Vec::new(),
            declines: Vec::new(),
            closing_balance: opening_balance,
            payments: 0,
            due: 0,
            past_due: 0,
            to_collect: 0,
            collected: None,
            printed: None,
        }
    }

    fn book(&mut self, plan: &Plan, before: Option<&Self>, circumstances: &Circumstances) {
        let drawn = generation::cycle(plan, self.index);
        self.declines = drawn.declines;
        let mut refused = 0;
        let mut payment = before.map(|before| self.payment_day(before));
        let this_cycle = self.start..self.closure;
        let mut by_hand = circumstances.by_hand.iter().filter(|entry| this_cycle.contains(&entry.posted)).peekable();
        let mut bookings = drawn.bookings.into_iter().peekable();
        loop {
            let next_booking = bookings.peek().map_or(Millis::MAX, |booking| booking.entry.posted);
            let next_by_hand = by_hand.peek().map_or(Millis::MAX, |entry| entry.posted);
            let next_payment = payment.unwrap_or(Millis::MAX);
            let next = next_booking.min(next_by_hand).min(next_payment);
            if next == Millis::MAX {
                break;
            }
            if next == next_payment {
                payment = None;
                let repayment = circumstances.repayment(plan, self.start);
                before.into_iter().for_each(|before| self.pay(plan, before, next, repayment));
            } else if next == next_by_hand {
                by_hand.next().into_iter().for_each(|entry| self.take(entry.clone()));
            } else if let Some(Booking { entry, fee }) = bookings.next() {
                if plan.is_credit() && self.closing_balance + entry.cents > plan.wanted.limit {
                    self.refuse(plan, entry, refused);
                    refused += 1;
                } else {
                    self.take(entry);
                    fee.into_iter().for_each(|fee| self.take(fee));
                }
            }
        }
        if plan.is_credit() {
            self.close(plan, before, circumstances);
        }
        self.entries.sort_by_key(|entry| entry.posted);
    }

    fn take(&mut self, entry: Entry) {
        if entry.counts {
            self.closing_balance += entry.cents;
        }
        self.payments += entry.paid();
        self.entries.push(entry);
    }

    fn refuse(&mut self, plan: &Plan, entry: Entry, refused: Sequence) {
        let EntryKind::Purchase(purchase) = entry.kind else { return };
        let sequence = plan.first_of(self.index) + REFUSED_FOR_CREDIT + refused;
        let reason = DeclineReason::OverCreditLimit;
        self.declines.push(Decline { sequence, purchase, cents: entry.cents, reason, because_of: None, told: None });
    }

    fn payment_day(&self, before: &Self) -> Millis {
        let day = Day::containing(before.closure).plus(UNTIL_COLLECTED);
        (day.at(13, 13) + 3_748).min(self.closure - 4 * DAY)
    }

    /// The statement before is paid: by direct debit, or as much as the customer likes.
    fn pay(&mut self, plan: &Plan, before: &Self, at: Millis, repayment: Repayment) {
        if !plan.pays() {
            return;
        }
        let mut dice = plan.code.dice(0xfa1d_0000 + self.index as u64);
        let by_direct_debit = matches!(repayment, Repayment::DirectDebit(_));
        let owed = before.closing_balance.max(0);
        let amount = match repayment {
            // What was credited in the meantime need not be collected.
            Repayment::DirectDebit(_) => before.to_collect.min(self.closing_balance.max(0)),
            Repayment::Transfer => match dice.below(10) {
                0..=5 => owed,
                6..=8 => (owed / 2).max(LEAST_DUE).min(owed) / 100 * 100,
                _ => 0,
            },
        };
        self.collected = by_direct_debit.then_some(amount);
        if amount <= 0 {
            return;
        }
        let first = plan.first_of(self.index) + PAYMENT;
        let value_date = Day::containing(at).midnight();
        let entry = |offset: Sequence, posted, cents, counts, kind, parent| Entry {
            sequence: first + offset,
            posted,
            external_date: if matches!(kind, EntryKind::Part { .. }) { at - 1 } else { posted - 1 },
            value_date,
            cents,
            counts,
            parent,
            kind,
        };
        let costs: i64 = before.entries.iter().filter(|entry| entry.is_a_cost()).map(|entry| entry.cents).sum();
        let in_parts = by_direct_debit && (1..amount).contains(&costs);
        self.take(entry(0, at, -amount, !in_parts, EntryKind::Payment { by_direct_debit }, None));
        if in_parts {
            let part = |of| EntryKind::Part { of };
            self.take(entry(1, at + 10, -costs, true, part("Entgelte und Zinsen"), Some(first)));
            self.take(entry(2, at + 11, costs - amount, true, part("Karteneinsätze"), Some(first)));
        }
        let usage = plan.wanted.usage;
        let may_return = usage.returned_since.is_none_or(|since| at >= since.midnight());
        if by_direct_debit && may_return && dice.percent(usage.returned) {
            let back = at + UNTIL_RETURNED;
            self.take(entry(5, back, amount, true, EntryKind::Returned, Some(first)));
            let cost = fee("EVENT_FEE", Some("RETURNED_DEBIT"), "2041", "Entgelt Rücklastschrift");
            self.take(entry(6, back + 40, 750, true, cost, Some(first + 5)));
        }
    }

    /// Interest, the price of a letter, and what falls due.
    fn close(&mut self, plan: &Plan, before: Option<&Self>, circumstances: &Circumstances) {
        let end = self.closure;
        let first = plan.first_of(self.index);
        let entry = |number, posted, cents, kind| Entry {
            sequence: first + number,
            posted,
            external_date: posted - 2,
            value_date: Day::containing(posted).midnight(),
            cents,
            counts: true,
            parent: None,
            kind,
        };
        let unpaid = before.map_or(0, |before| before.closing_balance - self.payments).max(0);
        // 8.9 % a year.
        let interest = (unpaid * 89 + 6_000) / 12_000;
        if interest > 0 && plan.pays() {
            self.take(entry(INTEREST, end - 3 * HOUR, interest, EntryKind::Interest));
        }
        if plan.pays() {
            if let Some(spent) = circumstances.from_below.get(self.index).filter(|spent| **spent != 0) {
                self.take(entry(TRANSFER, end - 2 * HOUR, *spent, EntryKind::Transfer));
            }
        } else {
            let spent: i64 = self.entries.iter().filter_map(Entry::handed_up).sum();
            if spent != 0 {
                self.take(entry(TRANSFER, end - 2 * HOUR, -spent, EntryKind::Transfer));
            }
        }
        if plan.wanted.usage.by_post && plan.pays() && !self.entries.is_empty() {
            let letter = fee("STATEMENT_FEE", Some("STATEMENT"), "2033", "Portoersatz KK-Abrechnung");
            self.take(entry(STATEMENT_FEE, end - 30 * MINUTE, 85, letter));
        }
        let owed = self.closing_balance.max(0);
        self.past_due = before.map_or(0, |before| before.due + before.past_due - self.payments).max(0).min(owed);
        self.due = LEAST_DUE.min(owed - self.past_due);
        if let Repayment::DirectDebit(share) = circumstances.repayment(plan, end) {
            self.to_collect = ((owed * share + 50) / 100).max(self.due + self.past_due);
        }
    }
}

impl Circumstances {
    /// How it is repaid at this moment.
    pub(crate) fn repayment(&self, plan: &Plan, at: Millis) -> Repayment {
        let changed = self.repayments.iter().rev().find(|(from, _)| *from <= at);
        changed.map_or(plan.wanted.repayment, |(_, repayment)| *repayment)
    }
}

impl Plan {
    /// The first number of a cycle's operations.
    pub(crate) fn first_of(&self, cycle: usize) -> Sequence {
        cycle as Sequence * NUMBERS_OF_A_CYCLE
    }
}

impl Entry {
    /// Fees and interest.
    fn is_a_cost(&self) -> bool {
        matches!(self.kind, EntryKind::Fee { .. } | EntryKind::Interest)
    }

    /// What of an account below goes to the one above when a cycle closes.
    fn handed_up(&self) -> Option<i64> {
        (self.counts && !matches!(self.kind, EntryKind::Transfer)).then_some(self.cents)
    }
}

#[cfg(test)]
mod tests;
