use contract::{
    Family, Opened,
    issuing::Issuing,
    operations::issuing::{operations::AccountOperation, statements::ListNextStatementOperations},
};
use proptest::prelude::*;
use serde_json::json;

use super::{super::grouping::blocks, *};

const ENGLISH: Signs = Signs { column: ",", decimal: "." };
const GERMAN: Signs = Signs { column: ";", decimal: "," };
const SWISS: Signs = Signs { column: ";", decimal: "." };

fn export_with(signs: Signs, operations: &[AccountOperation]) -> String {
    let file = file(&blocks(&"2600".into(), operations), signs, |instant| instant.to_seconds_and_z()[..10].to_owned());
    file.strip_prefix('\u{feff}').expect("the mark of UTF-8").to_owned()
}

fn export(operations: &[AccountOperation]) -> String {
    export_with(ENGLISH, operations)
}

fn with_text(text: &str, value: i64) -> AccountOperation {
    let operation = json!({
        "operationIdentifier": { "operationId": "1" }, "operationKind": text, "description": text,
        "cardAcceptorName": text, "cardAcceptorCity": text, "cardAcceptorCountry": text, "maskedPan": text,
        "referenceAmount": { "value": value, "exponent": 2, "isoCode": text },
    });
    serde_json::from_str(&operation.to_string()).expect("an operation")
}

fn read(file: &str) -> Option<Vec<Vec<String>>> {
    read_with(file, ',')
}

/// RFC 4180 with this between columns, read strictly; `None` for anything that is not it.
fn read_with(file: &str, column: char) -> Option<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    let mut rest = file;
    while !rest.is_empty() {
        let mut row = Vec::new();
        loop {
            let (cell, behind) = match rest.strip_prefix('"') {
                Some(quoted) => quoted_cell(quoted)?,
                None => {
                    let end = rest.find([column, '\r', '\n', '"'])?;
                    (rest[..end].to_owned(), &rest[end..])
                }
            };
            row.push(cell);
            match behind.strip_prefix(column) {
                Some(next) => rest = next,
                None => {
                    rest = behind.strip_prefix("\r\n")?;
                    break;
                }
            }
        }
        rows.push(row);
    }
    Some(rows)
}

fn quoted_cell(mut rest: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    loop {
        let end = rest.find('"')?;
        cell += &rest[..end];
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => return Some((cell, rest)),
        }
    }
}

/// Anything that a spreadsheet may stumble over.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof!["[=+@\t\r\n-]?[ -~\r\n\"',;|=+@-]{0,20}", "[\",;|\t \r\n=+@＝＋－＠1-]{0,12}", ".*"]
}

fn is_figure(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    !digits.is_empty() && digits.bytes().all(|one| one.is_ascii_digit() || matches!(one, b'.' | b','))
}

/// A negative amount at which another sign than the file's splits: "-300.00;EUR;" is no formula, because no sheet reads it.
fn begins_with_figure(cell: &str, signs: Signs) -> bool {
    cell.split(signs.column).next().is_some_and(is_figure)
}

fn begins_a_formula(cell: &str) -> bool {
    cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || cell.starts_with(['\t', '\r', '\n'])
}

/// A card number with the check digit of ISO/IEC 7812, and the same as somebody writes it.
fn card_number() -> impl Strategy<Value = (String, String)> {
    ("[2-6][0-9]{11,17}", prop::sample::select(vec!["", " ", "-"])).prop_map(|(digits, between)| {
        let check = (0..10).map(|check| format!("{digits}{check}")).find(|number| has_check_digit(number));
        let number = check.expect("one digit of ten");
        let groups: Vec<_> = number.as_bytes().chunks(4).map(String::from_utf8_lossy).collect();
        (number.clone(), groups.join(between))
    })
}

fn has_check_digit(number: &str) -> bool {
    let digits = number.bytes().rev().map(|digit| u32::from(digit - b'0')).enumerate();
    let sum: u32 = digits.map(|(at, digit)| if at % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 }).sum();
    sum.is_multiple_of(10)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_text_holds_the_file_stays_a_table_without_formulas(
        text in hostile(),
        value: i64,
        signs in prop::sample::select(vec![ENGLISH, GERMAN, SWISS]),
    ) {
        let file = export_with(signs, &[with_text(&text, value)]);
        let column = signs.column.chars().next().expect("a sign");
        let rows = read_with(&file, column);
        let rows = rows.expect("RFC 4180");
        prop_assert_eq!((rows.len(), rows[1].len()), (2, 13));
        prop_assert_eq!(rows[1][9].replace([',', '.'], "").parse::<i128>(), Ok(i128::from(value)));
        prop_assert_eq!(rows[1][9].chars().rev().nth(2), signs.decimal.chars().next());
        for cell in rows.iter().flatten() {
            prop_assert!(is_figure(cell) || !begins_a_formula(cell), "a formula: {cell:?}");
        }
    }

    #[test]
    fn no_formula_begins_at_whatever_the_readers_spreadsheet_splits_a_line(
        text in hostile(),
        value: i64,
        signs in prop::sample::select(vec![ENGLISH, GERMAN, SWISS]),
        splits_at in prop::sample::select(vec![',', ';', '\t', '|']),
    ) {
        let file = export_with(signs, &[with_text(&text, value)]);
        for line in file.split_terminator("\r\n") {
            prop_assert!(!line.contains(['\r', '\n', '\t']), "{line:?}");
            for cell in line.split(splits_at) {
                // A spreadsheet takes off the quotes that stand around what it split.
                let shown = cell.trim_start().trim_start_matches('"');
                prop_assert!(is_figure(cell.trim_matches('"')) || !begins_a_formula(shown), "a formula: {cell:?}");
                prop_assert!(!begins_a_formula(cell) || is_figure(cell) || begins_with_figure(cell, signs), "{cell:?}");
            }
        }
    }

    #[test]
    fn no_card_number_reaches_the_file_wherever_it_stands(
        (number, written) in card_number(),
        before in "[A-Z ,\"=]{0,6}",
        after in "[a-z ,\"]{0,6}",
    ) {
        let file = export(&[with_text(&format!("{before}{written}{after}"), 1)]);
        let digits: String = file.chars().filter(char::is_ascii_digit).collect();
        prop_assert!(!digits.contains(&number), "{file}");
    }
}

#[test]
fn the_guides_open_cycle_is_one_line_without_the_number_that_the_guide_prints() {
    let text = include_str!("../../../../contract/samples/issuing-v2/listNextStatementOperations.response.json");
    let Ok(Opened::Done(list)) = Issuing::open::<ListNextStatementOperations>(text) else { panic!("a list") };
    assert_eq!(
        export(&list.rows),
        "Posted,Value date,Made,Kind,Description,Merchant,City,Country,Card,Amount,Currency,Original amount,Original currency\r\n\
         2022-12-21,2022-12-19,2022-12-18,Transaction,WEB ANNONCE 44131447816 276,WEB ANNONCE,44131447816,276,\
         •••• 0010,748.25,EUR,748.25,EUR\r\n"
    );
}

#[test]
fn an_amount_that_is_not_stated_is_an_empty_cell() {
    let mut operation = with_text("FEE", 5);
    operation.reference_amount = Some(Amount::default());
    let rows = read(&export(&[operation])).expect("a table");
    assert_eq!((rows[1][9].as_str(), rows[1][10].as_str()), ("", ""));
}

#[test]
fn a_credit_stays_a_number() {
    let rows = read(&export(&[with_text("PAY", -30_000)])).expect("a table");
    assert_eq!(rows[1][9], "-300.00");
}

#[test]
fn a_text_that_another_spreadsheet_splits_stays_inert() {
    let operation = with_text("SHOP;=1+2;|\u{ff1d}A1, @x -y", 1);
    let rows = read_with(&export_with(GERMAN, &[operation]), ';').expect("a table");
    assert_eq!(rows[1][5], "SHOP;'=1+2;|'＝A1, '@x -y");
    assert_eq!(read(&export(&[with_text("-5 % Rabatt", 1)])).expect("a table")[1][5], "'-5 % Rabatt");
}

#[test]
fn columns_and_decimals_are_those_of_the_locale() {
    assert_eq!(
        [Signs::of("en-GB", false), Signs::of("de-DE", true), Signs::of("de-CH", false)],
        [ENGLISH, GERMAN, SWISS]
    );
    let list = export_with(GERMAN, &[with_text("PAY", -30_000), with_text("Müller", 1205)]);
    assert!(list.starts_with("Posted;Value date;Made;"), "{list}");
    assert!(list.contains(";PAY;PAY;PAY;PAY;;-300,00;PAY;;\r\n") && list.contains(";12,05;Müller;;\r\n"), "{list}");
}

#[test]
fn an_amount_has_the_decimals_that_the_gateway_states() {
    let of = |value: i64, exponent: u8, code: &str| {
        let mut operation = with_text("FEE", 0);
        operation.reference_amount =
            Some(Amount { value: Some(value), exponent: Some(exponent), iso_code: Some(code.into()) });
        read(&export(&[operation])).expect("a table")[1][9].clone()
    };
    assert_eq!([of(5000, 0, "JPY"), of(1234, 3, "KWD"), of(150_050, 2, "HUF")], ["5000", "1.234", "1500.50"]);
}
