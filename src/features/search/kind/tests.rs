//! What a rep types, and what is asked for.

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

#[test]
fn references_of_the_platforms_own_kind_are_no_card_numbers() {
    for number in 0..2_000 {
        for text in
            [format!("PERSON-20230126{number:05}A"), format!("CUS1000037{number:04}"), format!("20230127{number:05}")]
        {
            assert!(question(By::Auto, &text, &habits(false)).is_ok(), "{text}");
        }
    }
}
