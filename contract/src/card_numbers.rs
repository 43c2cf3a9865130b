//! Finds card numbers in text that people wrote: in any script, grouped in any way, whatever stands around them.
//!
//! All digits that stand close to each other are one chain, and a card number is looked for in every place of it. What is
//! shown loses too much rather than too little; what consists of dates and times stays.

use std::ops::Range;

use crate::{digits::ascii_digit, visible::is_invisible};

/// The text, with every card number in it masked: of each at most the first six and the last four digits stay (PCI DSS
/// 3.4.1).
pub(crate) fn masked(text: &str) -> String {
    masked_where(text, |digits| {
        hide(digits, Among::Groups);
        hide(digits, Among::Digits);
    })
}

/// Whether a number of a scheme's own length is in it. Whoever types a reference is not stopped by what only a mask that loses
/// too much would take for a card's.
pub(crate) fn holds(text: &str) -> bool {
    masked_where(text, |digits| hide(digits, Among::Digits)) != text
}

/// The same for an id: only what is written as cards are, with no other digit beside it.
pub(crate) fn masked_id(text: &str) -> String {
    masked_where(text, |digits| {
        digits.iter_mut().filter(|digit| digit.before == Gap::Short).for_each(|digit| digit.before = Gap::Long);
        hide(digits, Among::Numbers);
    })
}

fn masked_where(text: &str, hide: fn(&mut [Digit])) -> String {
    // Most texts hold few digits, and long lists hold many texts.
    if text.bytes().filter(|byte| byte.is_ascii_digit() || *byte >= 0xc0).count() < SHORTEST {
        return text.to_owned();
    }
    let mut digits = digits_of(text);
    mark_dates(text, &mut digits);
    hide(&mut digits);
    let mut hidden = digits.iter().filter(|digit| digit.hidden).map(|digit| digit.at).peekable();
    if hidden.peek().is_none() {
        return text.to_owned();
    }
    let shown: String =
        text.char_indices().map(|(at, c)| if hidden.next_if_eq(&at).is_some() { '*' } else { c }).collect();
    // With the digits beside it, what is left of a number may look like another one: to whoever masks it again, too.
    masked_where(&shown, hide)
}

/// A card number has so many digits at least, and so many at most (ISO/IEC 7812).
const SHORTEST: usize = 13;
const LONGEST: usize = 19;

struct Digit {
    /// Its first byte in the text.
    at: usize,
    value: u8,
    before: Gap,
    /// Whether it belongs to a day or a time.
    of_date: bool,
    hidden: bool,
}

/// What stands before a digit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Another digit.
    Nothing,
    /// What groups of a card number are written with: one blank or hyphen.
    Usual,
    /// A few other signs.
    Short,
    /// So much that no card number goes on behind it.
    Long,
}

impl Gap {
    fn of(between: &str) -> Self {
        if matches!(between, "" | " " | "-") {
            return if between.is_empty() { Self::Nothing } else { Self::Usual };
        }
        let seen = || between.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c));
        match seen().count() {
            0 if !between.contains(char::is_whitespace) => Self::Nothing,
            // "24.50 EUR 13.00 EUR" are two amounts.
            3 if seen().all(|c| c.is_ascii_alphabetic()) => Self::Long,
            0..=3 => Self::Short,
            _ => Self::Long,
        }
    }
}

fn digits_of(text: &str) -> Vec<Digit> {
    let mut digits: Vec<Digit> = Vec::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if let Some(value) = ascii_digit(c) {
            let before = if digits.is_empty() { Gap::Long } else { Gap::of(&text[end..at]) };
            digits.push(Digit { at, value: value as u8 - b'0', before, of_date: false, hidden: false });
            end = at + c.len_utf8();
        }
    }
    digits
}

/// Marks days (`2025-07-15`, `15.07.2025`, `15/7/25`) and times (`14:05`, `14:05:59`).
fn mark_dates(text: &str, digits: &mut [Digit]) {
    let starts = |at: &usize| digits[*at].before != Gap::Nothing;
    let mut groups: Vec<Range<usize>> = (0..digits.len()).filter(starts).map(|start| start..start).collect();
    for index in 0..groups.len() {
        groups[index].end = groups.get(index + 1).map_or(digits.len(), |next| next.start);
    }
    // The one sign between a group and the one before it.
    let sign = |index: usize| {
        let (before, group) = (groups.get(index.checked_sub(1)?)?, groups.get(index)?);
        let mut between = text[digits[before.end - 1].at..digits[group.start].at].chars().skip(1);
        between.next().filter(|_| between.next().is_none())
    };
    // Each as its length and its value.
    let number = |index: usize| {
        let group = groups.get(index).filter(|group| group.len() <= 4)?;
        Some((group.len(), digits[group.clone()].iter().fold(0, |sum, digit| sum * 10 + u32::from(digit.value))))
    };
    let ends = |index: usize| {
        let (first, joint) = (number(index)?, sign(index + 1)?);
        let (second, third) = (number(index + 1)?, number(index + 2).filter(|_| sign(index + 2) == Some(joint)));
        let end = match joint {
            ':' if is_time(first, second) => index + 1 + usize::from(third.is_some_and(|(length, _)| length == 2)),
            '-' | '.' | '/' if is_day(first, second, third?) => index + 2,
            _ => return None,
        };
        // Within more of the same it is one group of many.
        (sign(index) != Some(joint) && sign(end + 1) != Some(joint)).then_some(groups[end].end)
    };
    let found: Vec<_> = (0..groups.len()).filter_map(|index| Some(groups[index].start..ends(index)?)).collect();
    for date in found {
        digits[date].iter_mut().for_each(|digit| digit.of_date = true);
    }
}

type Number = (usize, u32);

fn is_time(hour: Number, minute: Number) -> bool {
    hour.0 <= 2 && hour.1 < 24 && minute.0 == 2 && minute.1 < 60
}

fn is_day(first: Number, second: Number, third: Number) -> bool {
    let (year, month, day) = if first.0 == 4 { (first, second, third) } else { (third, second, first) };
    let is_year = if year.0 == 4 { (1900..2100).contains(&year.1) } else { year.0 == 2 && first.0 <= 2 };
    let within = |number: Number, most| number.0 <= 2 && (1..=most).contains(&number.1);
    // The month stands first in the United States.
    is_year && (within(month, 12) && within(day, 31) || within(month, 31) && within(day, 12))
}

/// Where a card number is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    /// From the beginning of a group of digits to the end of one, and of any length.
    Groups,
    /// The same, of the schemes' own lengths.
    Numbers,
    /// Also in the middle of other digits, and of the schemes' own lengths.
    Digits,
}

/// Marks the middle of every card number. What has lost enough already stays as it is.
fn hide(digits: &mut [Digit], among: Among) {
    let whole = among != Among::Digits;
    let sums = sums(digits);
    for start in 0..digits.len() {
        if whole && digits[start].before == Gap::Nothing {
            continue;
        }
        let Some(end) = longest_at(digits, &sums, start, among) else { continue };
        let number = &mut digits[start..end];
        if number.iter().filter(|digit| !digit.hidden).count() > SHOWN {
            let middle = 6..number.len() - 4;
            number[middle].iter_mut().for_each(|digit| digit.hidden = true);
        }
    }
}

/// So many digits of a card number may be seen.
const SHOWN: usize = 10;
/// Days and times with no more than so many other digits among them are no card number: "Card 4242, 15.07.2025 14:05".
const BESIDE_DATES: usize = 4;

/// Where the longest card number ends that begins here: it hides the most.
fn longest_at(digits: &[Digit], sums: &[[u32; 2]], start: usize, among: Among) -> Option<usize> {
    let whole = among != Among::Digits;
    let lengths = lengths_of(digits.get(start..start + 4)?);
    let (mut usual_gaps, mut long_groups, mut group) = (true, true, start);
    let (mut longest, mut of_dates) = (None, 0);
    for end in start + 1..=digits.len().min(start + LONGEST) {
        of_dates += usize::from(digits[end - 1].of_date);
        let behind = digits.get(end).map(|digit| digit.before);
        let is_whole = behind != Some(Gap::Nothing);
        let length = end - start;
        // As cards are written, a number of any length counts: not every issuer keeps to the scheme's.
        let familiar = among == Among::Groups && (2..=6).contains(&digits[start].value) && (usual_gaps || long_groups);
        let fits = length >= SHORTEST
            && length - of_dates > BESIDE_DATES
            && (familiar || lengths >> (length - SHORTEST) & 1 == 1);
        let parity = (end - 1) % 2;
        if fits && (is_whole || !whole) && (sums[end][parity] - sums[start][parity]).is_multiple_of(10) {
            longest = Some(end);
        }
        match behind {
            Some(Gap::Long) => break,
            Some(Gap::Nothing) | None => continue,
            Some(gap) => usual_gaps &= gap == Gap::Usual,
        }
        long_groups &= end - group >= 3;
        group = end;
    }
    longest
}

/// For each place, the sums of ISO/IEC 7812 up to there: with the digits at odd places doubled, and with those at even ones.
/// A number's last digit is not doubled, so its own place says which sum counts.
fn sums(digits: &[Digit]) -> Vec<[u32; 2]> {
    let mut sums = vec![[0; 2]];
    let mut sum = [0; 2];
    for (at, digit) in digits.iter().enumerate() {
        let value = u32::from(digit.value);
        sum[at % 2] += value;
        sum[(at + 1) % 2] += value * 2 / 10 + value * 2 % 10;
        sums.push(sum);
    }
    sums
}

/// How long the numbers are that a scheme begins so: one bit for each length, from the shortest (the schemes' public ranges).
/// Moments in milliseconds have 13 digits and begin with a 1.
fn lengths_of(first_four: &[Digit]) -> u8 {
    const ANY: u8 = 0b111_1111;
    match first_four.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit.value)) {
        // UATP, enRoute, JCB.
        1001..=1999 | 2014 | 2131 | 2149 => 0b100,
        // Mir, JCB.
        2200..=2204 | 3528..=3589 => 0b111_1000,
        // Mastercard.
        2221..=2720 | 5100..=5599 => 0b1000,
        // Diners Club.
        3000..=3059 | 3095 | 3600..=3699 | 3800..=3999 => 0b111_1110,
        // American Express.
        3400..=3499 | 3700..=3799 => 0b100,
        // Visa.
        4000..=4999 => 0b100_1001,
        // Maestro, Discover, UnionPay, RuPay.
        5000..=5099 | 5600..=6999 => ANY,
        // RuPay, Troy, fuel cards.
        7000..=9999 => 0b1000,
        _ => 0,
    }
}

#[cfg(test)]
mod tests;
