use contract::{
    Family, Opened,
    issuing::Issuing,
    operations::issuing::{operations::AccountOperation, statements::ListNextStatementOperations},
};
use proptest::prelude::*;
use serde_json::json;

use super::{super::grouping::blocks, *};

fn export(operations: &[AccountOperation]) -> String {
    let file = file(&blocks(&"2600".into(), operations), |instant| instant.to_seconds_and_z()[..10].to_owned());
    file.strip_prefix('\u{feff}').expect("the mark of UTF-8").to_owned()
}

fn with_text(text: &str, value: i64) -> AccountOperation {
    let operation = json!({
        "operationIdentifier": { "operationId": "1" }, "operationKind": text, "description": text,
        "cardAcceptorName": text, "cardAcceptorCity": text, "cardAcceptorCountry": text, "maskedPan": text,
        "referenceAmount": { "value": value, "exponent": 2, "isoCode": text },
    });
    serde_json::from_str(&operation.to_string()).expect("an operation")
}

/// RFC 4180, read strictly; `None` for anything that is not it.
fn read(file: &str) -> Option<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    let mut rest = file;
    while !rest.is_empty() {
        let mut row = Vec::new();
        loop {
            let (cell, behind) = match rest.strip_prefix('"') {
                Some(quoted) => quoted_cell(quoted)?,
                None => {
                    let end = rest.find([',', '\r', '\n', '"'])?;
                    (rest[..end].to_owned(), &rest[end..])
                }
            };
            row.push(cell);
            match behind.strip_prefix(',') {
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
    prop_oneof!["[=+@\t\r\n-]?[ -~\r\n\"',;=]{0,20}", ".*"]
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
    fn whatever_a_text_holds_the_file_stays_a_table_without_formulas(text in hostile(), value: i64) {
        let rows = read(&export(&[with_text(&text, value)]));
        let rows = rows.expect("RFC 4180");
        prop_assert_eq!(rows.len(), 2);
        for cell in rows.iter().flatten() {
            let figure = cell.trim_start_matches('-').bytes().all(|one| one.is_ascii_digit() || one == b'.');
            prop_assert!(figure || !cell.trim_start().starts_with(['=', '+', '-', '@']), "a formula: {cell:?}");
            prop_assert!(!cell.starts_with(['\t', '\r', '\n']), "a formula: {cell:?}");
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
