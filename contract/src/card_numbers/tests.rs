use proptest::prelude::*;

use super::*;
use crate::{
    digits::with_ascii_digits,
    visible::{free_text, holds_card_number},
};

#[test]
fn a_card_number_is_masked_wherever_it_stands() {
    assert_eq!(masked("4111111111111111"), "411111******1111");
    assert_eq!(masked("card 4111 1111 1111 1111 declined"), "card 4111 11** **** 1111 declined");
    assert_eq!(masked("a 5500-0055-5555-5559, b"), "a 5500-00**-****-5559, b");
}

#[test]
fn a_card_number_is_masked_whatever_digits_stand_beside_it_and_however_it_is_grouped() {
    for (written, shown) in [
        ("Karte 4242424242424242 12/27", "Karte 424242******4242 12/27"),
        ("4242424242424242 15.07.2025", "424242******4242 15.07.2025"),
        ("Ersatzkarte 2 4242424242424242", "Ersatzkarte 2 424242******4242"),
        ("Brief 2025 4242424242424242", "Brief 2025 424242******4242"),
        ("4242.4242.4242.4242", "4242.42**.****.4242"),
        ("4242/4242/4242/4242", "4242/42**/****/4242"),
        ("4242  4242  4242  4242", "4242  42**  ****  4242"),
        ("4242\u{a0}4242\u{a0}4242\u{a0}4242", "4242\u{a0}42**\u{a0}****\u{a0}4242"),
        ("3782 822463 10005, 4111111111111111", "3782 82**** *0005, 411111******1111"),
        ("4,242,424,242,424,242.00", "4,242,42*,***,**4,242.00"),
        ("4:2:4:2|4:2:4:2*4:2:4:2+4:2:4:2", "4:2:4:2|4:2:*:***:*:*:*+4:2:4:2"),
        ("42424242\n42424242", "424242**\n****4242"),
        ("٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢", "٤٢٤٢ ٤٢** **** ٤٢٤٢"),
        ("４２４２４２４２４２４２４２４２", "４２４２４２******４２４２"),
    ] {
        assert_eq!(masked(written), shown);
    }
}

#[test]
fn a_card_number_is_found_among_other_digits() {
    for written in [
        "42424242424242421227",
        "164242424242424242",
        "100.00\t4242424242424242",
        "4242 4242 4242 4242\n12/27",
        "Order 12345\n4242424242424242",
        "9900374245455400126990",
    ] {
        let shown = free_text(written);
        assert!(holds_card_number(written) && !plain(&shown).contains("4242424242424242"), "{shown}");
        assert!(!plain(&shown).contains("374245455400126"), "{shown}");
    }
}

#[test]
fn other_digits_stay_as_they_are() {
    for text in [
        "",
        "5089991234",
        "1493069461632",
        "2018-07-23 12:00:00",
        "2022-07-28T22:00:00.000+00:00",
        "4111111111111112",
        "24.50 €",
        "é 7",
        "Card 4242, 15.07.2025 14:05",
        "from 20.07.2025 to 28.07.2025, 23.07.2025, 24.07.2025, 25.07.2025",
        "20/7/25 14:05 – 28/7/25 15:10, 29/7/25 16:20",
        "07/15/2025 09:30:00 10:30:00 11:30:00 12:30:00",
        "24.50 EUR 13.00 EUR 1,234.56 EUR 99.95 EUR",
        "10115 Berlin, +49 30 12345678",
        "1000000000354873",
        "10000000000264127",
        "reference 1234F123456 of 4 July 2022",
    ] {
        assert_eq!(masked(text), text);
    }
}

#[test]
fn an_id_loses_only_a_number_that_stands_alone() {
    assert_eq!(masked_id("4242424242424242"), "424242******4242");
    assert_eq!(masked_id("REF 4242-4242-4242-4242"), "REF 4242-42**-****-4242");
    for id in
        ["24692164242424242424242", "42424242424242421227", "4a2b4c2d4e2f4a2b4c2d4e2f4a2b4c2d", "12343037952407582600"]
    {
        assert_eq!(masked_id(id), id);
    }
}

fn plain(text: &str) -> String {
    with_ascii_digits(text).chars().filter(char::is_ascii_digit).collect()
}

/// A number as a scheme issues them, with its check digit.
fn card_number() -> impl Strategy<Value = String> {
    prop_oneof![
        "1[1-9][0-9]{12}",
        "22(00|04)[0-9]{11,14}",
        "2[3-6][0-9]{13}",
        "3[68][0-9]{11,16}",
        "3[47][0-9]{12}",
        "35(28|40|89)[0-9]{11,14}",
        "4([0-9]{11}|[0-9]{14}|[0-9]{17})",
        "5[1-5][0-9]{13}",
        "(50|5[6-9]|6[0-9])[0-9]{10,16}",
        "(9792|8100|8200|7088)[0-9]{11}",
    ]
    .prop_map(|digits| {
        let has_check_digit = |number: &String| {
            let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
            let values = number.bytes().rev().map(|digit| u32::from(digit - b'0')).enumerate();
            values.map(|(at, digit)| if at % 2 == 1 { doubled(digit) } else { digit }).sum::<u32>().is_multiple_of(10)
        };
        (0..10).map(|check| format!("{digits}{check}")).find(has_check_digit).expect("one digit of ten")
    })
}

/// What people, programs and those who mean harm write between digits.
fn between() -> impl Strategy<Value = String> {
    let signs = prop_oneof![
        4 => Just(String::new()),
        2 => prop::sample::select(vec![" ", "-", ".", "/", ":", "|", "*", "+", "_", ",", "\n", "\r\n", "\t", " - ", "…", "--"])
            .prop_map(str::to_owned),
        2 => any::<char>().prop_filter("no digit", |c| ascii_digit(*c).is_none()).prop_map(String::from),
    ];
    let unseen = vec!["\u{200b}", "\u{fe0f}\u{20e3}", "\u{2060}", "\u{3164}", "\u{e0041}", "\u{180e}", "\u{ad}", ""];
    (signs, prop::sample::select(unseen)).prop_map(|(signs, unseen)| format!("{unseen}{signs}{unseen}"))
}

/// The digits of this script.
fn in_script(digits: &str, zero: char) -> Vec<char> {
    let digit = |digit: u8| char::from_u32(u32::from(zero) + u32::from(digit - b'0'));
    digits.bytes().filter_map(digit).collect()
}

fn scripts() -> impl Strategy<Value = char> {
    prop::sample::select(vec![
        '0',
        '0',
        '0',
        '\u{660}',
        '\u{6f0}',
        '\u{966}',
        '\u{ff10}',
        '\u{1d7ce}',
        '\u{1fbf0}',
        '\u{e50}',
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn no_card_number_is_ever_shown_or_sent_whatever_is_written_in_and_around_it(
        number in card_number(),
        zero in scripts(),
        gaps in prop::collection::vec(between(), 19),
        around in ("[ -~\n\r\t0-9]{0,12}|\\PC{0,6}", "[ -~\n\r\t0-9]{0,12}|\\PC{0,6}"),
    ) {
        let digits = in_script(&number, zero);
        let written: String = digits.iter().zip(&gaps).map(|(digit, gap)| format!("{digit}{gap}")).collect();
        let text = format!("{}{written}{}", around.0, around.1);
        let shown = free_text(&text);
        prop_assert!(!plain(&shown).contains(&number), "{text:?} {shown:?}");
        prop_assert!(holds_card_number(&text), "{text:?}");
        prop_assert_eq!(free_text(&shown), shown.clone(), "what is clean stays");
    }

    #[test]
    fn no_text_of_whatever_length_or_script_panics(text in ".{0,80}|[0-9 .:/-]{0,60}") {
        let _ = (masked(&text), masked_id(&text), free_text(&text));
    }
}
