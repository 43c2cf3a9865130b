//! An amount that a person typed is the amount that is sent: never a hundred times as much.

use contract::Money;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_can_be_typed_again(value in -i64::MAX..=i64::MAX, exponent in 0_u8..=6) {
        let money = Money { value, exponent, iso_code: "EUR".into() };
        prop_assert_eq!(Money::parse(&money.to_decimal(), exponent, "EUR"), Some(money));
    }

    #[test]
    fn groups_of_three_may_be_set_apart(value in 0..=i64::MAX, apart in prop::sample::select(vec![',', ' ', '\u{a0}', '\u{202f}'])) {
        let money = Money { value, exponent: 2, iso_code: "EUR".into() };
        let decimal = money.to_decimal();
        let (whole, fraction) = decimal.split_once('.').expect("two decimals");
        prop_assert_eq!(Money::parse(&format!("{}.{fraction}", in_groups(whole, apart)), 2, "EUR"), Some(money));
    }
}

/// In half of Europe `12,50` is twelve and a half. Read as 1,250.00 it would post a fee a hundred times too high.
#[test]
fn a_comma_that_does_not_group_thousands_is_refused() {
    for typed in
        ["12,50", "12,5", "1,2345", "1234,567", "1,,000", ",500", "5,", "1.234,56", "5000.0,0", "1 2", "12 50.00"]
    {
        assert_eq!(Money::parse(typed, 2, "EUR"), None, "{typed}");
    }
}

#[test]
fn blanks_around_an_amount_do_not_matter() {
    for typed in [" 5000", "5000 ", "\u{a0}5,000.00\u{202f}", "- 12", "\u{2212}12.00"] {
        assert!(Money::parse(typed, 2, "EUR").is_some(), "{typed}");
    }
}

fn in_groups(digits: &str, apart: char) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(apart);
        }
        grouped.push(digit);
    }
    grouped
}
