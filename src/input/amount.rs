//! Amounts as the locale writes them, with or without their currency.

use contract::Money;

use super::plain;
use crate::browser::number_style;

/// How a locale writes numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// Stands before the decimals.
    pub decimal: char,
    /// Stands between groups of digits, where one does.
    pub group: Option<char>,
    /// Whether groups before the last one have two digits: `12,34,567`.
    pub in_pairs: bool,
}

/// A currency, as a text may name it.
#[derive(Clone, Copy, Debug)]
pub struct Currency<'a> {
    /// ISO 4217.
    pub iso_code: &'a str,
    /// How many decimals it has.
    pub exponent: u8,
    /// Its signs in this locale: `€`, `A$`.
    pub signs: &'a [String],
}

/// Why a text is no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It names another currency, or none that is known.
    Currency,
    /// It has more decimals than the currency.
    Decimals,
    /// It can be read in two ways, as these exact decimals: the locale's own first.
    TwoReadings(String, String),
    /// It can be read, as these exact decimals, and is not written as the locale writes it.
    Unusual(String),
    /// It is no amount.
    NoAmount,
}

impl Style {
    /// `1,234.50`: what is assumed where nobody says otherwise.
    pub const ENGLISH: Self = Self { decimal: '.', group: Some(','), in_pairs: false };

    /// Of the issuer's locale.
    pub fn of_locale() -> Self {
        match number_style::style() {
            Some((decimal, group, in_pairs)) => Self { decimal, group, in_pairs },
            None => Self::ENGLISH,
        }
    }

    /// Reads an amount. What the locale itself writes is read as the locale does; whatever has another reading is asked back.
    pub fn read(&self, text: &str, currency: Currency<'_>) -> Result<Money, Wrong> {
        let plain = plain(text);
        let (negative, digits) = unsigned(number_in(&plain, currency)?);
        let exponent = currency.exponent;
        let money = |exact: &str| {
            let (whole, fraction) = exact.split_once('.').unwrap_or((exact, ""));
            let value = format!("{whole}{fraction:0<width$}", width = usize::from(exponent)).parse::<i64>().ok()?;
            let value = if negative { -value } else { value };
            Some(Money { value, exponent, iso_code: currency.iso_code.to_owned() })
        };
        let own = self.exact(&digits);
        if own.as_ref().is_some_and(|exact| decimals_of(exact) > usize::from(exponent)) && has_no_group(&digits) {
            return Err(Wrong::Decimals);
        }
        let fits = |exact: &String| decimals_of(exact) <= usize::from(exponent) && money(exact).is_some();
        let own = own.filter(&fits);
        // Where the decimals stand as the locale puts them and all of them are there, nothing else is meant.
        let unmistakable =
            own.as_ref().is_some_and(|exact| exponent > 0 && decimals_of(exact) == usize::from(exponent));
        let other = [Self::ENGLISH, Self::CONTINENTAL]
            .into_iter()
            .filter_map(|style| style.exact(&digits))
            .find(|exact| fits(exact) && own.as_ref().is_none_or(|own| money(own) != money(exact)));
        match (own, other) {
            (Some(own), Some(other)) if !unmistakable => Err(Wrong::TwoReadings(own, other)),
            (Some(own), _) => money(&own).ok_or(Wrong::NoAmount),
            (None, Some(other)) => Err(Wrong::Unusual(other)),
            (None, None) => Err(Wrong::NoAmount),
        }
    }

    /// `1.234,50`.
    const CONTINENTAL: Self = Self { decimal: ',', group: Some('.'), in_pairs: false };

    /// The number as exact decimals, if it is written so. Blanks and apostrophes set groups apart everywhere.
    fn exact(&self, digits: &str) -> Option<String> {
        let (whole, fraction) = digits.split_once(self.decimal).unwrap_or((digits, ""));
        let apart = |c: char| c == ' ' || c == '\'' || Some(c) == self.group;
        let groups: Vec<&str> = whole.split(apart).collect();
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let (first, others) = groups.split_first()?;
        if let Some((last, between)) = others.split_last() {
            let usual = |group: &&str| group.len() == 3 || self.in_pairs && group.len() == 2;
            if last.len() != 3 || !between.iter().all(usual) || !(1..=3).contains(&first.len()) {
                return None;
            }
        }
        let whole = groups.concat();
        if whole.is_empty() || !all_digits(&whole) || !all_digits(fraction) {
            return None;
        }
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
    }
}

/// The text without its currency: before or behind the number, as its code or one of its signs.
fn number_in<'a>(text: &'a str, currency: Currency<'_>) -> Result<&'a str, Wrong> {
    let belongs = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | ',' | '\'' | ' ');
    let start = text.find(|c: char| c.is_ascii_digit()).ok_or(Wrong::NoAmount)?;
    let last = text.rfind(|c: char| c.is_ascii_digit()).unwrap_or(start);
    let (before, behind) = (&text[..start], &text[last + 1..]);
    let is_ours = |word: &str| {
        let word = word.trim_matches(['-', '+', ' ']);
        word.is_empty()
            || word.eq_ignore_ascii_case(currency.iso_code)
            || currency.signs.iter().any(|sign| plain(sign) == word)
    };
    // `1.234,-` and `1,234.--` are how shops write a whole amount; a minus behind the decimals means less than nothing to some.
    let behind = match behind.strip_prefix(['.', ',']) {
        Some(whole) => whole.trim_start_matches('-'),
        None if behind.trim_start().starts_with('-') => return Err(Wrong::NoAmount),
        None => behind,
    };
    if !is_ours(before) || !is_ours(behind) || !text[start..=last].chars().all(belongs) {
        return Err(Wrong::Currency);
    }
    Ok(&text[before.find('-').unwrap_or(start)..=last])
}

/// Whether it is below nothing, and the number without its sign.
fn unsigned(text: &str) -> (bool, String) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned()),
        None => (false, text.to_owned()),
    }
}

fn decimals_of(exact: &str) -> usize {
    exact.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// A single sign among the digits can only be a decimal sign that stands at the wrong place.
fn has_no_group(digits: &str) -> bool {
    digits.chars().filter(|c| !c.is_ascii_digit()).count() <= 1
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    const GERMAN: Style = Style { decimal: ',', group: Some('.'), in_pairs: false };
    const SWISS: Style = Style { decimal: '.', group: Some('’'), in_pairs: false };
    const INDIAN: Style = Style { decimal: '.', group: Some(','), in_pairs: true };
    const FRENCH: Style = Style { decimal: ',', group: Some('\u{202f}'), in_pairs: false };

    fn read(style: &Style, text: &str, iso_code: &str) -> Result<i64, Wrong> {
        let exponent = match iso_code {
            "KWD" => 3,
            "JPY" => 0,
            _ => 2,
        };
        let signs = ["€".to_owned()];
        let signs = if iso_code == "EUR" { &signs[..] } else { &[] };
        style.read(text, Currency { iso_code, exponent, signs }).map(|money| money.value)
    }

    #[test]
    fn an_amount_is_typed_as_the_locale_writes_it() {
        for (style, text, value) in [
            (&Style::ENGLISH, "5000", 500_000),
            (&Style::ENGLISH, "5,000.5", 500_050),
            (&Style::ENGLISH, "1,234", 123_400),
            (&Style::ENGLISH, "\u{2212}12", -1_200),
            (&Style::ENGLISH, "٥٠٠٠", 500_000),
            (&INDIAN, "1,00,000.00", 10_000_000),
            (&INDIAN, "100,000.00", 10_000_000),
            (&GERMAN, "1.234,50", 123_450),
            (&GERMAN, "1.234", 123_400),
            (&SWISS, "1’234.50", 123_450),
            (&SWISS, "1'234.50", 123_450),
            (&FRENCH, "1\u{202f}234,50", 123_450),
            (&FRENCH, "1 234,50", 123_450),
            (&GERMAN, "1.234,-", 123_400),
        ] {
            assert_eq!(read(style, text, "EUR"), Ok(value), "{text}");
        }
        assert_eq!(read(&Style::ENGLISH, "8,335", "JPY"), Ok(8335));
    }

    #[test]
    fn what_has_two_readings_is_asked_back_and_what_the_locale_writes_is_not() {
        let two = |own: &str, other: &str| Err(Wrong::TwoReadings(own.into(), other.into()));
        assert_eq!(read(&Style::ENGLISH, "1,234", "KWD"), two("1234", "1.234"));
        assert_eq!(read(&GERMAN, "1.234", "KWD"), two("1234", "1.234"));
        assert_eq!(read(&Style::ENGLISH, "1.234", "KWD"), Ok(1234));
        assert_eq!(read(&GERMAN, "1,234", "KWD"), Ok(1234));
        assert_eq!(read(&GERMAN, "1.234,000", "KWD"), Ok(1_234_000));
    }

    #[test]
    fn another_locales_way_of_writing_is_not_taken_unasked() {
        for (style, text, exact) in [
            (&Style::ENGLISH, "10,00", "10.00"),
            (&Style::ENGLISH, "12,5", "12.5"),
            (&Style::ENGLISH, "1.234,50", "1234.50"),
            (&GERMAN, "1.50", "1.50"),
            (&GERMAN, "1,234.50", "1234.50"),
        ] {
            assert_eq!(read(style, text, "EUR"), Err(Wrong::Unusual(exact.into())), "{text}");
        }
    }

    #[test]
    fn the_currency_may_stand_beside_it_when_it_is_the_right_one() {
        for text in ["5,000.00 EUR", "€5,000", "5,000.00\u{a0}EUR", "eur 5000", "EUR5000", "5000€"] {
            assert_eq!(read(&Style::ENGLISH, text, "EUR"), Ok(500_000), "{text}");
        }
        assert_eq!(read(&Style::ENGLISH, "-€5", "EUR"), Ok(-500));
        for text in ["5,000 USD", "$5,000", "5000 points", "5e3", "(5.00)"] {
            assert_eq!(read(&Style::ENGLISH, text, "EUR"), Err(Wrong::Currency), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in ["", ".", "-", "fifteen", "1.2.3", "1,2345", "12345,678", "99999999999999999999", "5.00-"] {
            assert_eq!(read(&Style::ENGLISH, text, "EUR"), Err(Wrong::NoAmount), "{text}");
        }
        assert_eq!(read(&Style::ENGLISH, "5.001", "EUR"), Err(Wrong::Decimals));
        assert_eq!(read(&Style::ENGLISH, "15.5", "JPY"), Err(Wrong::Decimals));
    }

    proptest::proptest! {
        #[test]
        fn what_a_locale_shows_can_be_typed(value in -99_999_999_999_i64..99_999_999_999, exponent in 0_u8..4) {
            let money = Money { value, exponent, iso_code: "EUR".into() };
            for style in [Style::ENGLISH, GERMAN, SWISS, INDIAN, FRENCH] {
                let shown = shown(&money, &style);
                let currency = Currency { iso_code: "EUR", exponent, signs: &[] };
                proptest::prop_assert_eq!(style.read(&shown, currency), Ok(money.clone()), "{}", shown);
            }
        }
    }

    /// As `Intl` writes it: grouped, with all decimals and a true minus.
    fn shown(money: &Money, style: &Style) -> String {
        let exact = money.to_decimal();
        let (whole, fraction) = exact.split_once('.').unwrap_or((&exact, ""));
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("\u{2212}", rest));
        let mut grouped = String::new();
        for (index, digit) in whole.chars().enumerate() {
            let left = whole.len() - index;
            let begins = if style.in_pairs { left == 3 || left > 3 && left % 2 == 1 } else { left.is_multiple_of(3) };
            if index > 0 && begins {
                grouped.extend(style.group);
            }
            grouped.push(digit);
        }
        let decimal = if fraction.is_empty() { String::new() } else { format!("{}{fraction}", style.decimal) };
        format!("{sign}{grouped}{decimal}")
    }
}
