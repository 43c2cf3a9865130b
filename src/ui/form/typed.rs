//! From what was typed to what is meant, or to a sentence that says what is wrong.

use contract::{CalendarDate, Money, holds_card_number};

/// An amount that is more than nothing: `5000` and `5,000.00` are 500000 minor units of a currency with two decimals.
pub fn amount(text: &str, exponent: u8, iso_code: &str) -> Result<Money, String> {
    if text.is_empty() {
        return Err("Write an amount.".into());
    }
    let example = if exponent == 0 { "5,000" } else { "5,000.00" };
    let money = Money::parse(text, exponent, iso_code).ok_or_else(|| match text.rsplit_once('.') {
        Some((_, decimals)) if exponent == 0 && !decimals.is_empty() => format!("{iso_code} has no decimals."),
        Some((_, decimals)) if decimals.len() > usize::from(exponent) => {
            format!("{iso_code} has {exponent} decimals.")
        }
        _ => format!("Write an amount such as {example}: a point before the decimals, commas between thousands."),
    })?;
    if money.value <= 0 {
        return Err("Write an amount above 0.".into());
    }
    Ok(money)
}

/// A day, as a date field holds it.
pub fn date(text: &str) -> Result<CalendarDate, String> {
    CalendarDate::from_iso(text).ok_or_else(|| "Choose a date.".into())
}

/// A day and the minutes since its midnight, as a date and time field holds it.
pub fn date_and_time(text: &str) -> Result<(CalendarDate, i64), String> {
    let read = || {
        let (date, time) = text.split_once('T')?;
        let (hours, minutes) = (time.get(0..2)?.parse::<i64>().ok()?, time.get(3..5)?.parse::<i64>().ok()?);
        Some((CalendarDate::from_iso(date)?, hours * 60 + minutes))
    };
    read().ok_or_else(|| "Choose a date and a time.".into())
}

/// Anything at all; `error` says what to do when there is nothing.
pub fn required(text: &str, error: &str) -> Result<String, String> {
    if text.is_empty() { Err(error.to_owned()) } else { Ok(text.to_owned()) }
}

/// Text that others will read: no full card number may stand in it.
pub fn shared(text: &str) -> Result<String, String> {
    if holds_card_number(text) {
        return Err("Write no full card number: the last four digits are enough.".into());
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minor(text: &str, exponent: u8) -> Result<i64, String> {
        amount(text, exponent, if exponent == 0 { "JPY" } else { "EUR" }).map(|money| money.value)
    }

    #[test]
    fn an_amount_is_typed_as_a_person_writes_it() {
        assert_eq!(minor("5000", 2), Ok(500_000));
        assert_eq!(minor("5,000.5", 2), Ok(500_050));
        assert_eq!(minor("8,335", 0), Ok(8335));
    }

    #[test]
    fn what_is_wrong_with_an_amount_is_said() {
        assert_eq!(minor("", 2), Err("Write an amount.".into()));
        assert_eq!(minor("15.005", 2), Err("EUR has 2 decimals.".into()));
        assert_eq!(minor("15.5", 0), Err("JPY has no decimals.".into()));
        assert_eq!(minor("0", 2), Err("Write an amount above 0.".into()));
        assert_eq!(minor("-15", 2), Err("Write an amount above 0.".into()));
        let such_as = "Write an amount such as 5,000.00: a point before the decimals, commas between thousands.";
        assert_eq!(minor("12,50", 2), Err(such_as.into()));
        assert_eq!(minor("fifteen", 2), Err(such_as.into()));
    }

    #[test]
    fn a_full_card_number_is_not_handed_on() {
        assert_eq!(shared("card ending in 1111"), Ok("card ending in 1111".into()));
        assert!(shared("4111 1111 1111 1111").is_err_and(|error| error.starts_with("Write no full card number")));
    }

    #[test]
    fn a_day_and_a_time_are_read_as_the_fields_hold_them() {
        let day = CalendarDate::new(2022, 7, 29).expect("a day");
        assert_eq!(date("2022-07-29"), Ok(day));
        assert_eq!(date_and_time("2022-07-29T14:05"), Ok((day, 845)));
        assert_eq!(date("2022-02-30"), Err("Choose a date.".into()));
        assert_eq!(date_and_time("2022-07-29"), Err("Choose a date and a time.".into()));
    }
}
