//! How much was turned over, year by year, from one anniversary of the account to the next.

use contract::{
    IssuerId,
    operations::issuing::accounts::{PreviousTurnover, Turnover, TurnoverType},
};

use super::{
    calendar::{Day, Millis, stamp},
    entry::EntryKind,
    ledger::Ledger,
    plan::Plan,
    shown_operation::{account_identifier, cents},
};

/// One kind of turnover. Both count what cards were used for; the membership fee's year is the same.
pub(crate) fn turnover(root: &Plan, ledger: &Ledger, turnover_type: TurnoverType) -> Turnover {
    let next = next_anniversary(root, ledger.now);
    let in_year = |start: Day, end: Day| {
        let used = ledger.posted().filter(|entry| {
            matches!(entry.kind, EntryKind::Purchase(_) | EntryKind::Refund(_))
                && (start.midnight()..end.midnight()).contains(&entry.posted)
        });
        used.map(|entry| entry.cents).sum::<i64>()
    };
    let previous = (1..=5).map(|back| {
        let (start, end) = (years_before(next, back + 1), years_before(next, back));
        let begun = end > root.wanted.opened;
        begun.then(|| PreviousTurnover {
            period_type: Some(format!("T-{back}")),
            start_date: Some(stamp(start.midnight())),
            end_date: Some(stamp(end.plus(-1).midnight())),
            turnover_amount: Some(cents(in_year(start, end))),
        })
    });
    Turnover {
        issuer_id: Some(IssuerId::from(root.wanted.issuer)),
        root_account_identifier: Some(account_identifier(root)),
        turnover_type: Some(turnover_type),
        current_turnover_amount: Some(cents(in_year(years_before(next, 1), next))),
        next_anniversary_date: Some(stamp(next.midnight())),
        previous_period_turnovers: Some(previous.flatten().collect::<Vec<_>>().into()),
    }
}

/// The next day on which the account is some years old.
pub(crate) fn next_anniversary(root: &Plan, now: Millis) -> Day {
    let opened = root.wanted.opened.date();
    let today = Day::containing(now);
    let this_year = in_year(today.date().year, opened.month, opened.day);
    if this_year > today { this_year } else { in_year(today.date().year + 1, opened.month, opened.day) }
}

fn years_before(day: Day, years: i64) -> Day {
    let date = day.date();
    in_year(date.year - years, date.month, date.day)
}

/// On 29 February's anniversary the 28th stands in.
fn in_year(year: i64, month: i64, day: i64) -> Day {
    Day::of(year, month, day.min(if month == 2 { 28 } else { 31 }))
}
