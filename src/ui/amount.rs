//! Money as a rep reads it: figures aligned, the currency small, a true minus, and nothing invented.

use contract::{Amount, Money};
use leptos::prelude::*;

use crate::browser::number;

/// What is said of an amount that the gateway did not state. Never 0.
pub const NOT_STATED: &str = "Not stated";

/// "1,234.50 EUR", the code small.
pub fn amount(amount: Option<&Amount>) -> AnyView {
    match amount.and_then(Amount::stated) {
        Some(money) => money_view(&money),
        None => view! { <span class="hint">{NOT_STATED}</span> }.into_any(),
    }
}

/// A balance, with a word for one that is in the customer's favour: debit is positive, so that one is negative.
pub fn sided(balance: Option<&Amount>) -> AnyView {
    let credit = balance.and_then(Amount::stated).is_some_and(|money| money.value < 0);
    let word = credit.then(|| view! { <small>" in the customer’s favour"</small> });
    view! { {amount(balance)}{word} }.into_any()
}

/// The same for money that is known.
pub fn money_view(money: &Money) -> AnyView {
    view! { <span class="amount">{digits(money)}<small>{format!(" {}", money.iso_code)}</small></span> }.into_any()
}

/// The same as plain text: for a dialog's sentence, and for whoever does not see the screen.
pub fn amount_text(amount: Option<&Amount>) -> String {
    amount.and_then(Amount::stated).map_or_else(|| NOT_STATED.into(), |money| money_text(&money))
}

/// "1,234.50 EUR".
pub fn money_text(money: &Money) -> String {
    format!("{} {}", digits(money), money.iso_code)
}

/// "−300.00", without the currency.
pub fn digits(money: &Money) -> String {
    number::decimal(&money.to_decimal(), money.exponent)
}
