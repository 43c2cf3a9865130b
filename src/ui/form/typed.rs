//! From what was typed to what is meant, or to a sentence that says what is wrong.

use contract::{CalendarDate, Money};

use crate::{
    browser::number_style::{signs, written},
    input::amount::{Currency, Style, Wrong},
};

/// An amount that is more than nothing: `5000` and `5,000.00` are 500000 minor units of a currency with two decimals.
pub fn amount(text: &str, exponent: u8, iso_code: &str) -> Result<Money, String> {
    let money = signed_amount(text, exponent, iso_code)?;
    if money.value <= 0 { Err("Write an amount above 0.".into()) } else { Ok(money) }
}

/// The same, and nothing at all is an amount, too: a limit may be 0.
pub fn amount_or_nothing(text: &str, exponent: u8, iso_code: &str) -> Result<Money, String> {
    let money = signed_amount(text, exponent, iso_code)?;
    if money.value < 0 { Err("Write an amount that is not below 0.".into()) } else { Ok(money) }
}

/// An amount with its sign.
pub fn signed_amount(text: &str, exponent: u8, iso_code: &str) -> Result<Money, String> {
    if text.is_empty() {
        return Err("Write an amount.".into());
    }
    let currency = Currency { iso_code, exponent, signs: &signs(iso_code) };
    let example = || written("5000", exponent);
    Style::of_locale().read(text, currency).map_err(|wrong| match wrong {
        Wrong::Currency => format!("Write an amount in {iso_code} and nothing else, such as {}.", example()),
        Wrong::Decimals if exponent == 0 => format!("{iso_code} has no decimals."),
        Wrong::Decimals => format!("{iso_code} has {exponent} decimals."),
        Wrong::TwoReadings(own, other) => {
            let [own, other] = [own, other].map(|exact| written(&exact, exponent));
            format!("This may mean {own} or {other}: write it with all of its decimals.")
        }
        Wrong::Unusual(exact) => format!("If you mean {0}, write it so: {0}.", written(&exact, exponent)),
        Wrong::NoAmount => format!("Write an amount such as {}.", example()),
    })
}

/// An amount as the locale writes it, for a field that begins with one.
pub fn shown(money: &Money) -> String {
    written(&money.to_decimal(), money.exponent)
}

/// A day, as a date field holds it, with its year in full.
pub fn date(text: &str) -> Result<CalendarDate, String> {
    match CalendarDate::from_iso(text) {
        Some(day) if day.year < FIRST_YEAR => Err("Write the year in full, with four digits.".into()),
        Some(day) => Ok(day),
        None => Err("Choose a date.".into()),
    }
}

/// No cycle, limit or operation is older. A date field takes 25 for the year 25.
const FIRST_YEAR: i64 = 1900;

/// A day and the minutes since its midnight, as a date and time field holds it.
pub fn date_and_time(text: &str) -> Result<(CalendarDate, i64), String> {
    let missing = || "Choose a date and a time.".to_owned();
    let (day, time) = text.split_once('T').ok_or_else(missing)?;
    let part = |range| time.get(range).and_then(|part: &str| part.parse::<i64>().ok());
    let (hours, minutes) = part(0..2).zip(part(3..5)).ok_or_else(missing)?;
    CalendarDate::from_iso(day).ok_or_else(missing)?;
    Ok((date(day)?, hours * 60 + minutes))
}

/// Anything at all; `error` says what to do when there is nothing.
pub fn required(text: &str, error: &str) -> Result<String, String> {
    if text.is_empty() { Err(error.to_owned()) } else { Ok(text.to_owned()) }
}

/// Whatever stands there, or nothing.
pub fn any(text: &str) -> Result<String, String> {
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minor(text: &str, exponent: u8) -> Result<i64, String> {
        let iso_code = ["JPY", "EUR", "EUR", "KWD"][usize::from(exponent)];
        amount(text, exponent, iso_code).map(|money| money.value)
    }

    #[test]
    fn an_amount_is_typed_as_a_person_writes_it() {
        assert_eq!(minor("5000", 2), Ok(500_000));
        assert_eq!(minor("5,000.5", 2), Ok(500_050));
        assert_eq!(minor("5,000.00 EUR", 2), Ok(500_000));
        assert_eq!(minor("8,335", 0), Ok(8335));
    }

    #[test]
    fn what_is_wrong_with_an_amount_is_said() {
        let said = |text: &str, exponent| minor(text, exponent).expect_err(text);
        assert_eq!(said("", 2), "Write an amount.");
        assert_eq!(said("15.005", 2), "EUR has 2 decimals.");
        assert_eq!(said("15.5", 0), "JPY has no decimals.");
        assert_eq!(said("0", 2), "Write an amount above 0.");
        assert_eq!(said("-15", 2), "Write an amount above 0.");
        assert_eq!(said("10,00", 2), "If you mean 10.00, write it so: 10.00.");
        assert_eq!(said("1,234", 3), "This may mean 1234.000 or 1.234: write it with all of its decimals.");
        assert_eq!(said("15 USD", 2), "Write an amount in EUR and nothing else, such as 5000.00.");
        assert_eq!(said("1.2.3", 2), "Write an amount such as 5000.00.");
    }

    #[test]
    fn a_limit_may_be_nothing_and_a_search_may_look_for_less() {
        assert_eq!(amount_or_nothing("0", 2, "EUR").map(|money| money.value), Ok(0));
        assert!(amount_or_nothing("-1", 2, "EUR").is_err());
        assert_eq!(signed_amount("\u{2212}300.00", 2, "EUR").map(|money| money.value), Ok(-30_000));
    }

    #[test]
    fn a_day_and_a_time_are_read_as_the_fields_hold_them() {
        let day = CalendarDate::new(2022, 7, 29).expect("a day");
        assert_eq!(date("2022-07-29"), Ok(day));
        assert_eq!(date_and_time("2022-07-29T14:05"), Ok((day, 845)));
        assert_eq!(date("2022-02-30"), Err("Choose a date.".into()));
        assert_eq!(date_and_time("2022-07-29"), Err("Choose a date and a time.".into()));
    }

    #[test]
    fn a_year_is_written_in_full() {
        let said = Err("Write the year in full, with four digits.".to_owned());
        assert_eq!(date("0025-07-15"), said);
        assert_eq!(date("0225-07-15"), said);
        assert!(date_and_time("0025-07-15T10:00").is_err_and(|error| error.contains("year")));
        assert!(date("9999-12-31").is_ok(), "for ever");
    }
}
