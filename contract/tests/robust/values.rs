//! The values that are read from text of any kind.

use contract::{CalendarDate, Instant, MaskedCard, Money, WalletCustomer, visible};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_may_be_asked_for_its_value(text in any_text()) {
        read_as_everything(&text);
    }

    #[test]
    fn an_instant_is_never_invented(text in any_text()) {
        if let Some(instant) = Instant::parse(&text) {
            prop_assert_eq!(serde_json::to_value(&instant).ok(), Some(text.clone().into()));
            prop_assert_eq!(Instant::parse(&instant.to_seconds_and_z()).map(|again| again <= instant), Some(true));
        }
    }

    #[test]
    fn every_number_of_milliseconds_can_be_shown(milliseconds in any::<i64>()) {
        let instant = Instant::from_epoch_millis(milliseconds);
        prop_assert!(instant.to_seconds_and_z().ends_with('Z'));
        prop_assert_eq!(instant.to_utc_without_zone().len() + 1, instant.to_seconds_and_z().len());
        prop_assert!(!CalendarDate::of_instant_in_utc(&instant).to_string().contains("  "));
    }

    #[test]
    fn every_amount_can_be_shown(value in any::<i64>(), exponent in any::<u8>()) {
        let decimal = Money { value, exponent, iso_code: String::new() }.to_decimal();
        prop_assert!(decimal.trim_start_matches('-').starts_with(|digit: char| digit.is_ascii_digit()));
    }

    #[test]
    fn no_text_shows_more_than_ten_digits_as_a_card(text in any_text()) {
        let shown = MaskedCard::new(&text).to_string();
        prop_assert!(shown.chars().filter(char::is_ascii_digit).count() <= 10, "{}", shown);
        prop_assert_eq!(MaskedCard::new(&shown).to_string(), shown);
        prop_assert_eq!(MaskedCard::new(&text).to_string().chars().count(), visible(&text).chars().count());
    }

    #[test]
    fn a_card_number_of_any_length_keeps_six_and_four(number in "[0-9]{11,24}") {
        let shown = MaskedCard::new(&number).to_string();
        prop_assert_eq!(&shown[..6], &number[..6]);
        prop_assert_eq!(&shown[number.len() - 4..], &number[number.len() - 4..]);
        prop_assert!(shown[6..number.len() - 4].chars().all(|letter| letter == '*'));
    }

    #[test]
    fn a_person_shows_personal_facts_to_nobody_who_debugs(secret in "[a-z]{12,20}") {
        let text = format!(r#"{{"customerUri": "c", "email": "{secret}", "phone": "{secret}", "address1": "{secret}"}}"#);
        let person: WalletCustomer = serde_json::from_str(&text).expect("a person");
        let debugged = format!("{person:?}");
        prop_assert!(!debugged.contains(&secret));
    }
}

/// One letter of a right text replaced, or the text cut: where a reader that counts bytes would cut a letter in two.
#[test]
fn a_right_text_with_one_wrong_letter_never_panics() {
    let right =
        ["2022-07-28T22:00:00.000+00:00", "2022-07-28T22:00:00+0100", "2022-07-28 22:00:00", "08281970", "5,000.00"];
    for text in right {
        for (place, wrong) in
            (0..=text.len()).flat_map(|place| ["", "é", "€", "💶", "-", "0"].map(|wrong| (place, wrong)))
        {
            let rest = text.get(place + 1..).unwrap_or_default();
            for changed in [format!("{}{wrong}{rest}", &text[..place]), format!("{}{wrong}", &text[..place])] {
                read_as_everything(&changed);
            }
            // As many bytes as before, so that a check of the length alone does not help.
            let rest = text.get(place + wrong.len()..).unwrap_or_default();
            read_as_everything(&format!("{}{wrong}{rest}", &text[..place]));
        }
    }
}

#[test]
fn the_ends_of_the_range_can_be_shown() {
    for milliseconds in [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX] {
        let instant = Instant::from_epoch_millis(milliseconds);
        assert!(instant.to_seconds_and_z().ends_with('Z'));
        assert!(!CalendarDate::of_instant_in_utc(&instant).to_string().is_empty());
    }
}

fn read_as_everything(text: &str) {
    let _ = Instant::parse(text);
    let _ = CalendarDate::from_month_day_year(text);
    let _ = MaskedCard::new(text);
}

/// Random text, and text that is nearly right: made of the letters that stamps, amounts and card numbers are made of.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[-0-9:.TZ+ ]{0,40}",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}[-.0-9:Z+é]{0,12}",
        "[0-9]{4}-(0[1-9]|1[0-2])-[0-2][0-9][T ][01][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{0,12})?(Z|[-+][0-2][0-9]:?[0-5][0-9])?",
        "[-\u{2212}]?[0-9 ,.\u{a0}\u{202f}]{0,30}",
        "[0-9]{8}",
        "[0-9 *xX-]{0,30}",
    ]
}
