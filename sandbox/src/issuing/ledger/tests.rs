use std::collections::HashSet;

use super::*;
use crate::{issuing::portfolio, people::person};

/// 25 November 2026, noon.
const NOW: Millis = 1_795_604_400_000;

fn everybodys() -> impl Iterator<Item = (Plan, Ledger)> {
    let plans = (0..400).flat_map(|number| portfolio::accounts(&person(number), number, number as u32));
    plans.map(|plan| {
        let ledger = Ledger::of(&plan, NOW, &Circumstances::default());
        (plan, ledger)
    })
}

#[test]
fn every_cycle_goes_on_where_the_one_before_ended_and_adds_up() {
    for (plan, ledger) in everybodys() {
        let mut balance = 0;
        let mut closure = plan.wanted.opened.midnight();
        for cycle in &ledger.cycles {
            assert_eq!((cycle.start, cycle.opening_balance), (closure, balance), "{} {}", plan.reference, cycle.index);
            let changes: i64 = cycle.entries.iter().filter(|entry| entry.counts).map(|entry| entry.cents).sum();
            assert_eq!(cycle.closing_balance, balance + changes, "{} {}", plan.reference, cycle.index);
            (balance, closure) = (cycle.closing_balance, cycle.closure);
        }
        assert!(ledger.open().start <= NOW && NOW < ledger.open().closure, "{}", plan.reference);
    }
}

#[test]
fn every_entry_lies_in_its_cycle_in_order_and_has_a_number_of_its_own() {
    for (plan, ledger) in everybodys() {
        let mut seen = HashSet::new();
        for cycle in &ledger.cycles {
            let posted: Vec<_> = cycle.entries.iter().map(|entry| entry.posted).collect();
            assert!(posted.is_sorted(), "{} {}", plan.reference, cycle.index);
            assert!(posted.iter().all(|posted| (cycle.start..cycle.closure).contains(posted)), "{}", plan.reference);
            let declined = cycle.declines.iter().map(|decline| decline.sequence);
            for sequence in cycle.entries.iter().map(|entry| entry.sequence).chain(declined) {
                assert!(seen.insert(sequence), "{} {sequence} twice", plan.reference);
            }
        }
    }
}

#[test]
fn parts_of_a_payment_make_the_whole_and_only_they_count() {
    let mut payments = 0;
    for (plan, ledger) in everybodys() {
        for entry in ledger.cycles.iter().flat_map(|cycle| &cycle.entries) {
            let EntryKind::Payment { .. } = entry.kind else { continue };
            let all = ledger.cycles.iter().flat_map(|cycle| &cycle.entries);
            let parts = all.filter(|part| {
                matches!(part.kind, EntryKind::Part { .. }) && part.external_date == entry.external_date
            });
            let sum: i64 = parts.map(|part| part.cents).sum();
            assert_eq!(sum, if entry.counts { 0 } else { entry.cents }, "{} {}", plan.reference, entry.sequence);
            payments += usize::from(!entry.counts);
        }
    }
    assert!(payments > 100);
}

#[test]
fn no_card_is_used_beyond_the_credit_and_nothing_is_used_before_it_was_made() {
    for (plan, ledger) in everybodys().filter(|(plan, _)| plan.is_credit()) {
        for cycle in &ledger.cycles {
            let mut balance = cycle.opening_balance;
            for entry in &cycle.entries {
                if entry.counts {
                    balance += entry.cents;
                }
                if let EntryKind::Purchase(purchase) = &entry.kind {
                    assert!(purchase.made <= entry.posted && purchase.made >= plan.wanted.opened.midnight());
                    assert!(balance <= plan.wanted.limit, "{} {}", plan.reference, entry.sequence);
                }
            }
        }
    }
}
