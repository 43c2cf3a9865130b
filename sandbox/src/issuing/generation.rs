//! What the cards of an account were used for in one cycle. It follows from the account's code and the number of the
//! cycle alone, so no other cycle and no calendar of today's changes it.

use contract::operations::issuing::operations::DeclineReason;

use super::{
    calendar::{DAY, Day, HOUR, MINUTE, Millis},
    entry::{Decline, Entry, EntryKind, Purchase},
    merchants::{ABROAD, AT_HOME, Channel, IN_JAPAN, KIOSKS, Merchant},
    numbers::Sequence,
    plan::{Habit, Plan},
};
use crate::dice::Dice;

/// What is to be booked, with what hangs on it, and what was refused.
pub(crate) struct Drawn {
    pub(crate) bookings: Vec<Booking>,
    pub(crate) declines: Vec<Decline>,
}

/// A use of a card and the fee for it.
pub(crate) struct Booking {
    pub(crate) entry: Entry,
    pub(crate) fee: Option<Entry>,
}

/// How many numbers a use of a card may take: for itself and its fee.
const NUMBERS: Sequence = 4;
/// So many numbers belong to a cycle.
pub(crate) const NUMBERS_OF_A_CYCLE: Sequence = 10_000;

pub(crate) fn cycle(plan: &Plan, index: usize) -> Drawn {
    let (start, closure) = plan.cycle(index);
    let mut dice = plan.code.dice(0xc0de_0000 + index as u64);
    let first = index as Sequence * NUMBERS_OF_A_CYCLE;
    let (least, most) = plan.wanted.usage.purchases;
    let count = least + dice.below(most - least + 1);
    let mut moments: Vec<Millis> = (0..count).map(|_| within(start, closure, &mut dice)).collect();
    moments.sort_unstable();
    let bookings = moments.into_iter().enumerate().map(|(place, posted)| {
        let sequence = first + place as Sequence * NUMBERS;
        booking(plan, sequence, posted, start, &mut dice)
    });
    let bookings = bookings.collect();
    let declined = dice.percent(plan.wanted.usage.declines) && plan.wanted.usage.habit != Habit::Never;
    let declines = declined.then(|| {
        let at = within(start, closure, &mut dice) + dice.below(36_000_000) as i64;
        decline(plan, first + NUMBERS_OF_A_CYCLE - 1000, at, &mut dice)
    });
    Drawn { bookings, declines: declines.into_iter().collect() }
}

/// In the morning of a day of the cycle, when a file comes from the scheme.
fn within(start: Millis, closure: Millis, dice: &mut Dice) -> Millis {
    let days = (closure - start) / DAY;
    let day = Day::containing(start + HOUR).plus(dice.below(days.unsigned_abs().max(1)) as i64);
    (day.at(9, 0) + dice.below(3_600_000) as i64).clamp(start, closure - MINUTE)
}

fn booking(plan: &Plan, sequence: Sequence, posted: Millis, start: Millis, dice: &mut Dice) -> Booking {
    let merchant = merchant(plan, dice);
    // Nothing is bought before the account is open.
    let days = 1 + dice.below(3) as i64;
    let made = (Day::containing(posted).plus(-days).at(7, 0) + dice.below(50_000_000) as i64).max(start.min(posted));
    let purchase = purchase(plan, merchant, made, dice);
    let cents = merchant.currency.in_cents(purchase.amount);
    let value_date = Day::containing(made).plus(1).midnight().min(Day::containing(posted).midnight());
    let is_refund = dice.percent(3) && merchant.channel == Channel::Internet;
    let entry = |offset, cents, kind, parent| Entry {
        sequence: sequence + offset,
        posted: posted + i64::from(offset) * 77,
        external_date: posted + i64::from(offset) * 77 - 26,
        value_date,
        cents,
        counts: true,
        parent,
        kind,
    };
    if is_refund {
        return Booking { entry: entry(0, -cents, EntryKind::Refund(purchase), None), fee: None };
    }
    let fee = if merchant.currency.iso_code != "EUR" {
        let text = "1.99 Auslandseinsatzentgelt";
        Some((cents * 199 / 10_000 + 1, fee("MARKUP_FEE", None, "1287", text)))
    } else if merchant.channel == Channel::CashMachine && plan.is_credit() {
        let text = "Bargeldauszahlungsentgelt";
        Some(((cents * 3 / 100).max(500), fee("TRANSACTION_FEE", Some("CASH"), "1285", text)))
    } else {
        None
    };
    let fee = fee.map(|(cents, kind)| entry(1, cents, kind, Some(sequence)));
    Booking { entry: entry(0, cents, EntryKind::Purchase(purchase), None), fee }
}

pub(crate) fn fee(
    fee_type: &'static str,
    sub_fee_type: Option<&'static str>,
    code: &'static str,
    text: &'static str,
) -> EntryKind {
    EntryKind::Fee { fee_type, sub_fee_type, code, text }
}

fn merchant(plan: &Plan, dice: &mut Dice) -> &'static Merchant {
    match plan.wanted.usage.habit {
        Habit::InJapan => dice.pick(IN_JAPAN),
        Habit::AtKiosks => dice.pick(KIOSKS),
        _ if dice.percent(plan.wanted.usage.abroad) => dice.pick(ABROAD),
        _ => dice.pick(AT_HOME),
    }
}

fn purchase(plan: &Plan, merchant: &'static Merchant, made: Millis, dice: &mut Dice) -> Purchase {
    // Small sums are more usual than great ones.
    let spread = merchant.most - merchant.least + 1;
    let within = dice.below(spread).min(dice.below(spread));
    let amount = match merchant.channel {
        Channel::CashMachine => (merchant.least + within) / 5000 * 5000,
        _ => merchant.least + within,
    };
    let card = dice.below(plan.cards.len() as u64) as u8;
    Purchase { merchant, amount: amount as i64, made, card, approval: dice.below(1_000_000) }
}

fn decline(plan: &Plan, sequence: Sequence, at: Millis, dice: &mut Dice) -> Decline {
    let merchant = merchant(plan, dice);
    let mut purchase = purchase(plan, merchant, at, dice);
    let (reason, because_of) = match (dice.below(6), merchant.channel) {
        (0, _) => (DeclineReason::PinWrong, None),
        (1, Channel::Internet | Channel::Recurring) => (DeclineReason::SecurityDigitsWrong, None),
        (2, Channel::Internet) => {
            purchase.amount *= 3;
            (DeclineReason::OverLimit, Some("VELOCITY_LIMIT_ECOM"))
        }
        (2, Channel::CashMachine) => (DeclineReason::OverLimit, Some("VELOCITY_LIMIT_ATM")),
        (3, Channel::Contactless) => (DeclineReason::OverUsageLimit, Some("VELOCITY_LIMIT_CONTACTLESS")),
        (4, _) if merchant.country != "276" => {
            (DeclineReason::RestrictionViolated, Some("RESTRICTION_OUTSIDE_EURO_EUROPE_OFF"))
        }
        (5, _) => (DeclineReason::FraudSuspected, None),
        _ => (DeclineReason::ReplyTimeout, None),
    };
    let cents = merchant.currency.in_cents(purchase.amount);
    Decline { sequence, purchase, cents, reason, because_of, told: None }
}
