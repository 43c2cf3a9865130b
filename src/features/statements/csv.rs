//! A statement's operations as a file for a spreadsheet: RFC 4180, no formula, no card number.

use contract::{Amount, Instant, MaskedCard, free_text, operations::issuing::operations::Standing};

use super::grouping::{Block, Line};
use crate::ui::operation_kind;

const HEADS: [&str; 13] = [
    "Posted",
    "Value date",
    "Made",
    "Kind",
    "Description",
    "Merchant",
    "City",
    "Country",
    "Card",
    "Amount",
    "Currency",
    "Original amount",
    "Original currency",
];

/// One cell.
enum Cell {
    /// What came from outside: no formula, no card number.
    Text(String),
    /// Digits that were made here.
    Figure(String),
}

/// The whole file. `day` writes a date; what is not stated is an empty cell, and never 0.
///
/// The leading mark tells spreadsheets that it is UTF-8; without it they garble every umlaut.
pub fn file(blocks: &[Block], day: impl Fn(&Instant) -> String) -> String {
    let mut file = format!("\u{feff}{}\r\n", HEADS.join(","));
    for line in blocks.iter().flat_map(|block| &block.lines) {
        let cells: Vec<_> = cells(line, &day).into_iter().map(Cell::written).collect();
        file += &cells.join(",");
        file += "\r\n";
    }
    file
}

fn cells(line: &Line, day: impl Fn(&Instant) -> String) -> [Cell; 13] {
    let operation = &line.operation;
    let text = |text: &Option<String>| Cell::Text(text.clone().unwrap_or_default());
    let date = |date: &Option<Instant>| Cell::Figure(date.as_ref().map(&day).unwrap_or_default());
    let (amount, currency) = money(operation.reference_amount.as_ref());
    let (original, original_currency) = money(operation.transaction_amount.as_ref());
    [
        date(&operation.posting_date),
        date(&operation.value_date),
        date(&operation.transaction_date),
        Cell::Text(kind(line)),
        text(&operation.description),
        text(&operation.card_acceptor_name),
        text(&operation.card_acceptor_city),
        text(&operation.card_acceptor_country),
        Cell::Text(operation.masked_pan.as_ref().and_then(MaskedCard::ending).unwrap_or_default()),
        amount,
        currency,
        original,
        original_currency,
    ]
}

/// Whoever adds the amounts up must know which of them are in another one already.
fn kind(line: &Line) -> String {
    let kind = line.operation.operation_kind.as_ref().map_or("", operation_kind::words);
    match line.standing {
        Standing::Apportioned => format!("{kind} (counted in its parts)"),
        _ => kind.to_owned(),
    }
}

fn money(amount: Option<&Amount>) -> (Cell, Cell) {
    match amount.and_then(Amount::stated) {
        Some(money) => (Cell::Figure(money.to_decimal()), Cell::Text(money.iso_code)),
        None => (Cell::Figure(String::new()), Cell::Text(String::new())),
    }
}

impl Cell {
    fn written(self) -> String {
        let text = match self {
            Self::Figure(text) => text,
            Self::Text(text) => harmless(&free_text(&text)),
        };
        if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
    }
}

/// A text that a spreadsheet would take for a formula gets a mark in front (OWASP, "CSV Injection").
fn harmless(text: &str) -> String {
    let begins = text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if begins || text.starts_with(['\t', '\r', '\n']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
