//! Money by the browser's `Intl`: grouped, with a true minus, and exact to the last digit.

use care_portal::{browser::number, ui::amount};
use contract::{Amount, Money};
use wasm_bindgen_test::wasm_bindgen_test;

fn written(value: i64, exponent: u8, iso_code: &str) -> String {
    number::set_locale("en-GB");
    amount::money_text(&Money { value, exponent, iso_code: iso_code.into() })
}

#[wasm_bindgen_test]
fn an_amount_is_grouped_and_has_the_decimals_of_its_currency() {
    assert_eq!(written(123_456_789, 2, "EUR"), "1,234,567.89 EUR");
    assert_eq!(written(500_000, 2, "EUR"), "5,000.00 EUR");
    assert_eq!(written(8335, 0, "JPY"), "8,335 JPY");
    assert_eq!(written(1, 3, "KWD"), "0.001 KWD");
}

#[wasm_bindgen_test]
fn a_credit_has_a_true_minus() {
    assert_eq!(written(-30_000, 2, "EUR"), "\u{2212}300.00 EUR");
}

#[wasm_bindgen_test]
fn no_digit_is_lost_beyond_what_a_floating_point_number_holds() {
    assert_eq!(written(i64::MAX, 2, "EUR"), "92,233,720,368,547,758.07 EUR");
    assert_eq!(written(i64::MIN, 0, "JPY"), "\u{2212}9,223,372,036,854,775,808 JPY");
}

#[wasm_bindgen_test]
fn another_issuer_writes_it_in_another_way() {
    number::set_locale("de-DE");
    assert_eq!(number::decimal("-1234.50", 2), "\u{2212}1.234,50");
    number::set_locale("en-GB");
    assert_eq!(number::decimal("-1234.50", 2), "\u{2212}1,234.50");
}

#[wasm_bindgen_test]
fn the_decimals_are_those_that_are_stated_and_never_the_browsers() {
    // The Unicode data have none for these.
    assert_eq!([written(150_050, 2, "HUF"), written(1500, 2, "COP")], ["1,500.50 HUF", "15.00 COP"]);
    assert_eq!(written(1_500_500, 3, "IQD"), "1,500.500 IQD");
}

#[wasm_bindgen_test]
fn a_file_for_a_spreadsheet_has_the_decimal_sign_of_the_locale() {
    for (locale, comma) in [("de-DE", true), ("fr-FR", true), ("de-CH", false), ("en-IN", false), ("ar-EG", false)] {
        number::set_locale(locale);
        assert_eq!(number::has_decimal_comma(), comma, "{locale}");
    }
    number::set_locale("en-GB");
    assert!(!number::has_decimal_comma());
}

#[wasm_bindgen_test]
fn what_is_not_stated_is_said_to_be_so_and_is_never_nought() {
    let without_value = Amount { value: None, exponent: Some(2), iso_code: Some("EUR".into()) };
    for missing in [None, Some(&Amount::default()), Some(&without_value)] {
        assert_eq!(amount::amount_text(missing), "Not stated");
    }
}
