//! A statement's operations as a file for a spreadsheet: RFC 4180, no formula, no card number. Columns and figures are written
//! as the issuer's locale does, because a spreadsheet reads them so.
//!
//! Whoever opens it may have another locale, so no cell begins like a formula at whichever separator their spreadsheet splits.

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
    /// Exact digits, with a point.
    Figure(String),
    /// A date that was made here.
    Date(String),
}

/// How columns and decimals are set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Between two columns.
    pub column: &'static str,
    /// Before the decimals.
    pub decimal: &'static str,
}

impl Signs {
    /// What spreadsheets expect: where a comma stands before the decimals, a semicolon stands between columns. So it does in
    /// Switzerland and Liechtenstein, with a point before the decimals.
    pub fn of(locale: &str, decimal_comma: bool) -> Self {
        let semicolon = decimal_comma || locale.ends_with("-CH") || locale.ends_with("-LI");
        Self { column: if semicolon { ";" } else { "," }, decimal: if decimal_comma { "," } else { "." } }
    }
}

/// The whole file. `day` writes a date; what is not stated is an empty cell, and never 0.
///
/// The leading mark tells spreadsheets that it is UTF-8; without it they garble every umlaut. A first line `sep=;` would make
/// some of them forget it, and every other reader take it for a row.
pub fn file(blocks: &[Block], signs: Signs, day: impl Fn(&Instant) -> String) -> String {
    let mut file = format!("\u{feff}{}\r\n", HEADS.join(signs.column));
    for line in blocks.iter().flat_map(|block| &block.lines) {
        let cells: Vec<_> = cells(line, &day).into_iter().map(|cell| cell.written(signs)).collect();
        file += &cells.join(signs.column);
        file += "\r\n";
    }
    file
}

fn cells(line: &Line, day: impl Fn(&Instant) -> String) -> [Cell; 13] {
    let operation = &line.operation;
    let text = |text: &Option<String>| Cell::Text(text.clone().unwrap_or_default());
    let date = |date: &Option<Instant>| Cell::Date(date.as_ref().map(&day).unwrap_or_default());
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
    fn written(self, signs: Signs) -> String {
        match self {
            Self::Date(text) => text,
            Self::Figure(text) => text.replace('.', signs.decimal),
            Self::Text(text) => {
                let text = harmless(&free_text(&text));
                let is_plain = !text.contains(SEPARATORS) && !text.contains('"') && text.trim() == text;
                if is_plain { text } else { format!("\"{}\"", text.replace('"', "\"\"")) }
            }
        }
    }
}

/// What spreadsheets split a line at, wherever they are.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// What begins a formula, in either width (OWASP, "CSV Injection").
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A mark stands in front of whatever a spreadsheet would take for a formula: at the beginning of the text, and behind every
/// sign at which another one splits the line, although quotes stand around it.
fn harmless(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        if begins && FORMULA.contains(&c) {
            written.push('\'');
        }
        begins = SEPARATORS.contains(&c) || begins && (c.is_whitespace() || c == '"');
        written.push(c);
    }
    written
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
