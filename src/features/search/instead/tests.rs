//! What else is asked for.

use proptest::{prelude::*, sample};

use super::*;
use crate::input::phone::Dialling;

fn habits(month_first: bool) -> Habits {
    Habits { month_first, home: Dialling::NORTH_AMERICA }
}

fn asked(by: By, text: &str, month_first: bool) -> Asked {
    let question = question(by, text, &habits(month_first)).expect("a question");
    Asked { question, text: text.to_owned(), recognised: by == By::Auto }
}

fn others(text: &str) -> Vec<Instead> {
    super::instead(&asked(By::Auto, text, false), &habits(false))
}

fn instead(text: &str) -> Vec<(String, String, Option<String>)> {
    let name = |instead: &Instead| {
        let RetrieveCustomerLookupInfo { first_name, last_name, .. } = instead.question.request.clone();
        (first_name.unwrap_or_default(), last_name.unwrap_or_default(), instead.question.town.clone())
    };
    others(text).iter().map(name).collect()
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
fn a_day_and_a_month_that_may_be_meant_the_other_way_round_are_tried_so() {
    let born = |text: &str, month_first| {
        let asked = asked(By::Auto, text, month_first);
        let others = super::instead(&asked, &habits(month_first));
        (asked.question.born, others.iter().map(|other| other.question.born).collect::<Vec<_>>())
    };
    let (april, march) = (CalendarDate::new(1980, 4, 3), CalendarDate::new(1980, 3, 4));
    assert_eq!(born("03/04/1980", false), (april, vec![march]));
    assert_eq!(born("Smith 03/04/1980", true), (march, vec![april]));
    assert_eq!(born("22/10/1960", false).1, []);
}

#[test]
fn what_has_another_reading_can_be_looked_for_by_it() {
    let others = |text: &str| other_kinds(&asked(By::Auto, text, false), &habits(false));
    assert_eq!(others("402609123"), [By::ExternalId, By::CustomerId]);
    assert_eq!(others("VanDenBroeck"), [By::ExternalId, By::CustomerId]);
    assert_eq!(others("vmiTxZcaSEym"), [By::LastName, By::ExternalId]);
    assert_eq!(others("Paul Casey"), []);
    assert_eq!(others("a@b.example"), []);
}

#[test]
fn an_address_in_capitals_is_tried_in_small_letters() {
    let other = &others("PAUL@EXAMPLE.COM")[0].question;
    assert_eq!(other.request.email, Some("paul@example.com".into()));
    assert_eq!(others("paul@example.com"), []);
}

#[test]
fn a_number_is_tried_with_what_is_dialled_before_it_and_with_the_countrys_code() {
    let home = Dialling::of_country("DE").expect("a country");
    let habits = Habits { month_first: false, home };
    let question = question(By::Auto, "0170 555 4444", &habits).expect("a question");
    let asked = Asked { question, text: "0170 555 4444".into(), recognised: true };
    let phones: Vec<_> =
        super::instead(&asked, &habits).into_iter().filter_map(|other| other.question.request.phone).collect();
    assert_eq!(phones, ["01705554444".into(), "491705554444".into()]);
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
            let asked = |by: By, text: &str| asked(by, &marked(text), false);
            if let Some(phone) = wallet.phone.as_ref().map(|phone| phone.in_clear()).filter(|phone| phone.len() >= 7) {
                let found = asked(By::Auto, phone).question;
                prop_assert_eq!(found.request.phone.as_ref().map(|phone| phone.in_clear()), Some(phone));
            }
            if let Some(email) = wallet.email.as_ref().map(|email| email.in_clear()).filter(|email| !email.is_empty()) {
                let found = asked(By::Auto, email).question;
                prop_assert_eq!(found.request.email.as_ref().map(|email| email.in_clear()), Some(email));
            }
            let last = wallet.last_name.as_deref().map(clean).unwrap_or_default();
            if !last.is_empty() {
                let found = asked(By::LastName, &last);
                let others = super::instead(&found, &habits(false));
                let mut tried = vec![found.question.request];
                tried.extend(others.into_iter().map(|other| other.question.request));
                let kept = wallet.last_name.clone().unwrap_or_default();
                let is_kept = |name: &String| *name == kept || *name == last;
                prop_assert!(tried.iter().any(|request| request.last_name.as_ref().is_some_and(is_kept)), "{last}: {tried:?}");
            }
        }
    }
}
