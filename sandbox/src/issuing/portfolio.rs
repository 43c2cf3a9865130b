//! Which accounts somebody has. The same person has the same accounts in every sandbox.

use super::{
    calendar::{Closures, Day},
    numbers::{AccountCode, AccountNumber},
    plan::{Card, Habit, Plan, Product, Repayment, Usage, Wanted},
};
use crate::{dice::Dice, people::Person, population::PersonNumber};

/// Everything that a person has at the issuer, in the order in which it was opened there.
pub(crate) fn accounts(person: &Person, number: PersonNumber, code: u32) -> Vec<Plan> {
    if !person.half.has_accounts() {
        return Vec::new();
    }
    if person.accounts.is_empty() && !person.holds.is_empty() {
        return Vec::new();
    }
    let wanted = if person.accounts.is_empty() { usual(code) } else { person.accounts.clone() };
    let place = |place: usize| u8::try_from(place).unwrap_or(u8::MAX);
    wanted.into_iter().enumerate().map(|(index, wanted)| plan(wanted, number, code, place(index))).collect()
}

/// What somebody has about whom nothing was chosen: nearly everybody a credit account, some a debit account beside it or a
/// partner's card below it, and one in twelve a business account.
fn usual(code: u32) -> Vec<Wanted> {
    let mut dice = Dice::new(0x2000_0000 + u64::from(code));
    // Between June 2022 and November 2024, so that every sandbox has something to show.
    let opened = Day::of(2022, 6, 1).plus(dice.below(900) as i64);
    let gold = dice.percent(25);
    let repayment = match dice.below(10) {
        0..=4 => Repayment::DirectDebit(100),
        5..=7 => Repayment::DirectDebit(50),
        _ => Repayment::Transfer,
    };
    let main = Wanted {
        product: if gold { Product::Gold } else { Product::Classic },
        closures: Closures::Monthly(1 + dice.below(28) as i64),
        repayment,
        limit: 50_000 * (2 + dice.below(if gold { 19 } else { 9 }) as i64),
        usage: Usage {
            abroad: dice.below(30),
            returned: if dice.percent(8) { 25 } else { 0 },
            by_post: dice.percent(30),
            ..Usage::ORDINARY
        },
        ..Wanted::ordinary(opened)
    };
    let mut accounts = vec![main.clone()];
    if dice.percent(15) {
        let usage = Usage { purchases: (1, 5), by_post: false, returned: 0, ..main.usage };
        accounts.push(Wanted { below: Some(0), limit: main.limit / 2, usage, ..main.clone() });
    }
    if dice.percent(30) {
        accounts.push(debit(opened.plus(dice.below(90) as i64)));
    }
    if dice.percent(8) {
        accounts.push(Wanted {
            product: Product::Business,
            limit: 1_000_000,
            repayment: Repayment::DirectDebit(100),
            ..main
        });
    }
    accounts
}

/// A debit account: what is bought is taken from the bank at once, so there is neither credit nor statement.
pub(crate) fn debit(opened: Day) -> Wanted {
    Wanted { product: Product::Debit, limit: 0, ..Wanted::ordinary(opened) }
}

fn plan(wanted: Wanted, person: PersonNumber, person_code: u32, place: u8) -> Plan {
    let code = AccountCode::new(person_code, place);
    let mut dice = code.dice(0xca5d);
    let count = match (wanted.cards, wanted.usage.habit) {
        (Some(count), _) => count,
        (None, Habit::Never) => 1,
        _ => 1 + u8::from(wanted.below.is_none() && dice.percent(20)),
    };
    let bank = *dice.pick(&[("10077777", "DEUTDEFFP71"), ("37040044", "COBADEFF370"), ("50010517", "INGDDEFF")]);
    let standing = if wanted.below.is_some() { "CHILD" } else { "ROOT" };
    let printed = wanted.printed;
    Plan {
        number: AccountNumber { person, place },
        code,
        reference: printed.map_or_else(|| code.reference().to_string(), |printed| printed.reference.into()),
        external: match printed {
            Some(printed) => printed.external.map(str::to_owned),
            None => Some(format!("{standing}_ACCOUNT-{person_code:07}{place}")),
        },
        cards: (0..count).map(|card| made(&wanted, code, card, &mut dice)).collect(),
        iban: iban(bank.0, dice.below(10_000_000_000)),
        bic: bank.1.into(),
        wanted,
    }
}

fn made(wanted: &Wanted, code: AccountCode, card: u8, dice: &mut Dice) -> Card {
    let last = dice.below(10_000);
    Card {
        reference: code.card(card).to_string(),
        masked: format!("{}******{last:04}", wanted.product.first_digits()),
        pan_reference: dice.uuid(),
    }
}

/// A German account number with its check digits, so that nobody's form refuses it.
fn iban(bank: &str, account: u64) -> String {
    let basic = format!("{bank}{account:010}");
    // D and E count as 13 and 14, and stand behind with the country.
    let rest = format!("{basic}131400").bytes().fold(0_u32, |rest, byte| (rest * 10 + u32::from(byte - b'0')) % 97);
    format!("DE{:02}{basic}", 98 - rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::person;

    #[test]
    fn the_same_person_has_the_same_accounts() {
        let references = |number| {
            let plans = accounts(&person(number), number, number as u32);
            plans.into_iter().map(|plan| (plan.reference, plan.iban)).collect::<Vec<_>>()
        };
        assert_eq!(references(17), references(17));
        assert_ne!(references(17), references(18));
    }

    #[test]
    fn an_account_number_of_a_bank_bears_its_check_digits() {
        assert_eq!(iban("37040044", 532_013_000), "DE89370400440532013000");
    }

    #[test]
    fn some_have_one_account_and_some_have_several_of_several_kinds() {
        let all: Vec<_> = (0..1_000).map(|number| accounts(&person(number), number, number as u32)).collect();
        let with = |has: fn(&[Plan]) -> bool| all.iter().filter(|plans| has(plans)).count();
        assert!(with(|plans| plans.is_empty()) > 40, "wallets without an account");
        assert!(with(|plans| plans.len() > 1) > 200);
        assert!(with(|plans| plans.iter().any(|plan| plan.wanted.product == Product::Business)) > 40);
        assert!(with(|plans| plans.iter().any(|plan| plan.wanted.product == Product::Debit)) > 150);
        assert!(with(|plans| plans.iter().any(|plan| plan.wanted.below.is_some())) > 80);
    }
}
