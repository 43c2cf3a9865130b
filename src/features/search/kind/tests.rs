//! What a rep types, and what is asked for.

use proptest::{prelude::*, sample};

use super::*;

fn habits(month_first: bool) -> Habits {
    Habits { month_first, home: Dialling::NORTH_AMERICA }
}

#[test]
fn what_the_caller_says_is_recognised() {
    for (text, by) in [
        ("5089991234", By::Phone),
        ("(508) 999-1234", By::Phone),
        ("+1 508 999 1234", By::Phone),
        ("508.999.1234", By::Phone),
        ("pauls_wallet@yahoo.com", By::Email),
        ("vmiTxZcaSEym", By::CustomerId),
        ("PERSON-2023012600010A", By::ExternalId),
        ("A1", By::ExternalId),
        ("CUS10000375046", By::CustomerId),
        ("VanDenBroeck", By::LastName),
        ("VanDerLinden", By::LastName),
        ("aB3dE5gH7jK9", By::CustomerId),
        ("22/10/1960", By::BirthDate),
        ("1960-10-22", By::BirthDate),
        ("Smith 22.10.1960", By::LastName),
        ("Smith, Berlin", By::LastName),
        ("Casey", By::LastName),
        ("Paul Casey", By::LastName),
        ("MacDonaldson", By::LastName),
        ("O'Brien", By::LastName),
        ("Müller-Lüdenscheidt", By::LastName),
        ("李", By::LastName),
    ] {
        assert_eq!(recognise(text, &habits(false)), by, "{text}");
    }
}

#[test]
fn a_last_name_of_several_words_is_asked_for_whole_and_a_comma_separates_both_names() {
    let asked =
        |by, text| question(by, text, &habits(false)).map(|asked| (asked.request.first_name, asked.request.last_name));
    let last = |name: &str| Ok((None, Some(name.to_owned())));
    assert_eq!(asked(By::LastName, "de la  Cruz"), last("de la Cruz"));
    assert_eq!(asked(By::LastName, "Casey"), last("Casey"));
    assert_eq!(asked(By::LastName, "de la Cruz, María"), Ok((Some("María".into()), Some("de la Cruz".into()))));
    assert_eq!(asked(By::Auto, "Paul Casey"), Ok((Some("Paul".into()), Some("Casey".into()))));
}

#[test]
fn only_a_question_that_can_be_answered_is_asked() {
    assert!(question(By::Auto, "   ", &habits(false)).is_err());
    assert!(question(By::Phone, "12", &habits(false)).is_err());
    assert!(question(By::Email, "paul", &habits(false)).is_err());
    let asked = question(By::LastName, "5089991234", &habits(false)).expect("the rep knows better");
    assert_eq!(asked.request.last_name.as_deref(), Some("5089991234"));
}

#[test]
fn the_rep_sees_what_the_text_is_taken_as() {
    let taken = |text| taken_as(By::Auto, text, &habits(false));
    assert_eq!(taken("(508) 999-1234"), "Taken as phone number 5089991234");
    assert_eq!(taken("Paul Casey"), "Taken as first and last name");
    assert_eq!(taken("Smith 22/10/1960"), "Taken as last name, born 22 Oct 1960");
    assert_eq!(taken("Paul Smith 3.4.1980"), "Taken as first and last name, born 3 Apr 1980");
    assert_eq!(taken_as(By::Auto, "3/4/1980", &habits(true)), "Taken as birth date 4 Mar 1980");
    assert_eq!(taken("Smith in Berlin"), "Taken as last name, in Berlin");
    assert_eq!(taken("Smith, Paul, Berlin"), "Taken as first and last name, in Berlin");
    assert_eq!(taken("CUS10000375046"), "Taken as customer ID");
    assert_eq!(taken(""), "");
    assert_eq!(taken_as(By::Email, "Paul", &habits(false)), "", "the rep chose; nothing was taken as anything");
}

fn instead(text: &str) -> Vec<(String, String, Option<String>)> {
    let asked = question(By::Auto, text, &habits(false)).expect("a question");
    let name = |instead: &Instead| {
        let RetrieveCustomerLookupInfo { first_name, last_name, .. } = instead.request.clone();
        (first_name.unwrap_or_default(), last_name.unwrap_or_default(), instead.town.clone())
    };
    asked.instead.iter().map(name).collect()
}

#[test]
fn after_a_comma_a_first_name_comes_first_and_a_town_when_nobody_bears_it() {
    let asked = question(By::Auto, "Smith, Berlin", &habits(false)).expect("a question");
    assert_eq!((asked.request.first_name.as_deref(), asked.town.as_deref()), (Some("Berlin"), None));
    assert_eq!(instead("Smith, Berlin"), [(String::new(), "Smith".into(), Some("Berlin".into()))]);
}

#[test]
fn a_second_given_name_is_tried_as_one_and_so_is_the_last_name_first() {
    let named = |first: &str, last: &str| (first.to_owned(), last.to_owned(), None);
    let asked = question(By::Auto, "Mary Ann Smith", &habits(false)).expect("a question").request;
    assert_eq!((asked.first_name.as_deref(), asked.last_name.as_deref()), (Some("Mary"), Some("Ann Smith")));
    let others = [
        named("", "Mary Ann Smith"),
        named("Mary Ann", "Smith"),
        named("Smith", "Mary Ann"),
        named("Ann Smith", "Mary"),
    ];
    assert_eq!(instead("Mary Ann Smith"), others);
    assert_eq!(instead("Casey Paul"), [named("", "Casey Paul"), named("Paul", "Casey")]);
    assert_eq!(instead("Smith"), []);
}

#[test]
fn a_name_is_asked_for_with_plain_signs_and_then_in_the_spellings_that_may_be_kept() {
    for typed in ["O’Brien", "O‘Brien", "OʻBrien", "O\u{200b}’Brien"] {
        let asked = question(By::Auto, typed, &habits(false)).expect("a question");
        assert_eq!(asked.request.last_name.as_deref(), Some("O'Brien"), "{typed}");
        assert!(instead(typed).iter().any(|(_, last, _)| last == "O’Brien"), "{typed}");
    }
    let asked = question(By::Auto, "Mu\u{308}ller", &habits(false)).expect("a question");
    assert_eq!(asked.request.last_name.as_deref(), Some("Müller"));
    assert_eq!(instead("Müller")[0].1, "Mu\u{308}ller");
}

#[test]
fn what_was_copied_with_an_address_or_an_id_is_left_out() {
    let asked = |text| question(By::Auto, text, &habits(false)).expect("a question").request;
    for text in [
        "pauls_wallet@yahoo.com\u{200b}",
        "mailto:pauls_wallet@yahoo.com",
        "MAILTO:pauls_wallet@yahoo.com?subject=Hello",
        "Paul Casey <pauls_wallet@yahoo.com>",
        "\"Casey, Paul\" <mailto:pauls_wallet@yahoo.com>;",
        "<pauls_wallet@yahoo.com>.",
        "pauls_wallet＠yahoo．com",
    ] {
        assert_eq!(asked(text).email, Some("pauls_wallet@yahoo.com".into()), "{text}");
    }
    for text in ["vmiTxZcaSEym\u{200b}", "\u{feff}vmiTxZcaSEym", "“vmiTxZcaSEym”", "vmiTxZcaSEym,"] {
        let asked = question(By::CustomerId, text, &habits(false)).expect("a question").request;
        assert_eq!(asked.customer_id, Some("vmiTxZcaSEym".into()), "{text}");
    }
    assert!(question(By::Auto, "a@b.example c@d.example", &habits(false)).is_err(), "two addresses");
    let capitals = question(By::Auto, "PAUL@EXAMPLE.COM", &habits(false)).expect("a question");
    assert_eq!(capitals.instead[0].request.email, Some("paul@example.com".into()));
}

#[test]
fn a_number_that_could_be_a_cards_is_no_question_by_whatever_it_is_asked() {
    for text in
        ["4111111111111111", "378282246310005", "4111 1111 1111 1111", "Casey 4111-1111-1111-1111", "+4111111111111111"]
    {
        for by in By::ALL {
            assert!(question(by, text, &habits(false)).is_err_and(|why| why.contains("card number")), "{text}");
        }
        assert_eq!(taken_as(By::Auto, text, &habits(false)), "");
    }
    let german = Habits { month_first: false, home: Dialling::of_country("DE").expect("a country") };
    assert!((0..100).all(|end| question(By::Auto, &format!("+49 170 55544 {end:03}"), &german).is_ok()));
}

#[test]
fn a_year_of_birth_is_written_in_full() {
    for text in ["22/10/60", "22.10.60", "1.2.05"] {
        let asked = question(By::Auto, text, &habits(false));
        assert_eq!(asked, Err("Write the year of birth in full, such as 1960."), "{text}");
    }
}

#[test]
fn a_day_and_a_month_that_may_be_meant_the_other_way_round_are_tried_so() {
    let born = |text: &str, month_first| {
        let asked = question(By::Auto, text, &habits(month_first)).expect("a question");
        (asked.born, asked.instead.iter().map(|instead| instead.born).collect::<Vec<_>>())
    };
    let (april, march) = (CalendarDate::new(1980, 4, 3), CalendarDate::new(1980, 3, 4));
    assert_eq!(born("03/04/1980", false), (april, vec![march]));
    assert_eq!(born("Smith 03/04/1980", true), (march, vec![april]));
    assert_eq!(born("22/10/1960", false).1, []);
}

#[test]
fn what_has_another_reading_can_be_looked_for_by_it() {
    let others = |text: &str| {
        let by = question(By::Auto, text, &habits(false)).expect("a question").by;
        other_readings(by, text, &habits(false))
    };
    assert_eq!(others("402609123"), [By::ExternalId, By::CustomerId]);
    assert_eq!(others("VanDenBroeck"), [By::ExternalId, By::CustomerId]);
    assert_eq!(others("vmiTxZcaSEym"), [By::LastName, By::ExternalId]);
    assert_eq!(others("Paul Casey"), []);
    assert_eq!(others("a@b.example"), []);
}

#[test]
fn a_wallet_that_states_another_day_or_town_is_left_out_and_one_that_states_none_is_not() {
    let asked = question(By::Auto, "Smith 22/10/1960", &habits(false)).expect("a question");
    let born = |birthday: &str| -> WalletCustomer {
        let facts = format!(
            r#"{{"customerUri":"u","additionalCustomerInformation":[{{"key":"birthday","value":"{birthday}"}}]}}"#
        );
        serde_json::from_str(&facts).expect("a record")
    };
    assert!(asked.fits(&born("10221960")) && asked.fits(&born("")));
    assert!(!asked.fits(&born("10231960")));
    let asked = question(By::Auto, "Smith in Berlin", &habits(false)).expect("a question");
    let city = |city: &str| WalletCustomer { city: Some(city.into()), ..WalletCustomer::default() };
    assert!(asked.fits(&city("BERLIN")) && asked.fits(&city(" ")));
    assert!(!asked.fits(&city("Bonn")));
}

#[test]
fn every_radio_button_is_known() {
    for by in By::ALL {
        assert_eq!(By::from_value(by.value()), by);
    }
}

/// Signs that come along with what is copied, and that nobody sees.
const UNSEEN: [&str; 8] =
    ["\u{200b}", "\u{202d}", "\u{202c}", "\u{2068}", "\u{2069}", "\u{feff}", "\u{200e}", "\u{a0}"];

fn decomposed(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfd(text).collect()
}

fn with_other_signs(text: &str, digits: u32, sign: usize) -> String {
    let other = |c: char| match c {
        '0'..='9' if digits > 0 => char::from_u32(digits + c.to_digit(10).unwrap_or_default()).unwrap_or(c),
        '\'' | '’' => ['\'', '’', '‘', 'ʻ', 'ʼ', '′', '＇'][sign % 7],
        '-' => ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2212}', '－'][sign % 6],
        c => c,
    };
    text.chars().map(other).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_known_customer_is_found_whatever_signs_come_along(
        before in sample::select(&UNSEEN[..]),
        within in sample::select(&UNSEEN[..]),
        digits in sample::select(vec![0, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce]),
        sign in 0_usize..42,
        apart in any::<bool>(),
    ) {
        for wallet in sandbox::wallets_of_the_known() {
            let marked = |text: &str| {
                let text = with_other_signs(text, digits, sign);
                let text = if apart { decomposed(&text) } else { text };
                // Where a blank may stand: a mark in the middle of a word is no blank.
                let within = if within == "\u{a0}" { "" } else { within };
                let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
                format!("{before}{}{within}{}{before}", &text[..middle], &text[middle..])
            };
            let asked = |by: By, text: &str| question(by, &marked(text), &habits(false));
            if let Some(phone) = wallet.phone.as_ref().map(|phone| phone.in_clear()).filter(|phone| phone.len() >= 7) {
                let found = asked(By::Auto, phone).expect("a question");
                prop_assert_eq!(found.request.phone.as_ref().map(|phone| phone.in_clear()), Some(phone));
            }
            if let Some(email) = wallet.email.as_ref().map(|email| email.in_clear()).filter(|email| !email.is_empty()) {
                let found = asked(By::Auto, email).expect("a question");
                prop_assert_eq!(found.request.email.as_ref().map(|email| email.in_clear()), Some(email));
            }
            let last = wallet.last_name.as_deref().map(clean).unwrap_or_default();
            if !last.is_empty() {
                let found = asked(By::LastName, &last).expect("a question");
                let mut tried = vec![found.request.clone()];
                tried.extend(found.instead.iter().map(|instead| instead.request.clone()));
                let kept = wallet.last_name.clone().unwrap_or_default();
                let is_kept = |name: &String| *name == kept || *name == last;
                prop_assert!(tried.iter().any(|request| request.last_name.as_ref().is_some_and(is_kept)), "{last}: {tried:?}");
            }
        }
    }
}
