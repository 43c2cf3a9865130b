//! What a receipt says, in a line.

use contract::{WalletDecimal, free_text, operations::wallet::UserReceipt};
use leptos::prelude::*;

use crate::{browser::number, ui::amount::NOT_STATED};

/// Where it was paid: the shop and its city.
pub fn place(receipt: &UserReceipt) -> String {
    let Some(location) = &receipt.acceptance_location else { return NOT_STATED.into() };
    let name = location.name.as_deref().or(location.store_code.as_deref());
    joined([name, location.city.as_deref()])
}

/// What it was paid with: each card by its last digits.
pub fn tenders(receipt: &UserReceipt) -> String {
    let tenders = receipt.payment_tenders.rows.iter().map(|tender| {
        let card = tender.masked_card_number.as_ref().map(ToString::to_string);
        joined([tender.name.as_deref(), card.as_deref()])
    });
    let tenders: Vec<_> = tenders.collect();
    if tenders.is_empty() { NOT_STATED.into() } else { tenders.join("; ") }
}

/// The wallet's amounts are digits without a currency; both are shown as far as they are stated.
pub fn decimal(amount: Option<&WalletDecimal>, currency: Option<&str>) -> AnyView {
    let Some(amount) = amount else { return view! { <span class="hint">{NOT_STATED}</span> }.into_any() };
    let digits = number::decimal(amount.as_str(), decimals(amount.as_str()));
    let currency = currency.filter(|code| !code.is_empty()).map(|code| view! { <small>{format!(" {code}")}</small> });
    view! { <span class="amount">{digits}{currency}</span> }.into_any()
}

/// As many as the gateway wrote.
fn decimals(digits: &str) -> u8 {
    let fraction = digits.split_once('.').map_or("", |(_, fraction)| fraction);
    let fraction = fraction.bytes().take_while(u8::is_ascii_digit).count();
    u8::try_from(fraction.min(20)).unwrap_or_default()
}

fn joined<const N: usize>(parts: [Option<&str>; N]) -> String {
    let stated: Vec<_> = parts.into_iter().flatten().map(free_text).filter(|part| !part.trim().is_empty()).collect();
    if stated.is_empty() { NOT_STATED.into() } else { stated.join(", ") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn receipt(facts: serde_json::Value) -> UserReceipt {
        serde_json::from_str(&facts.to_string()).expect("a receipt")
    }

    #[test]
    fn a_receipt_says_where_it_was_paid_and_with_what() {
        let receipt = receipt(json!({
            "acceptanceLocation": { "name": "Corner Café", "city": "Natick" },
            "paymentTenders": [{ "name": "Gold", "maskedCardNumber": "************0010" }],
        }));
        assert_eq!(place(&receipt), "Corner Café, Natick");
        assert_eq!(tenders(&receipt), "Gold, ************0010");
    }

    #[test]
    fn what_is_missing_is_not_stated() {
        let receipt = receipt(json!({ "acceptanceLocation": { "name": " " } }));
        assert_eq!((place(&receipt).as_str(), tenders(&receipt).as_str()), (NOT_STATED, NOT_STATED));
    }

    #[test]
    fn an_amount_keeps_the_decimals_that_the_gateway_wrote() {
        assert_eq!(["24.50", "12", "0.125", "1e3"].map(decimals), [2, 0, 3, 0]);
    }
}
