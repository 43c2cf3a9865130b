//! What this issuer does not offer, and so is never sent to its gateway.

use contract::Configuration;

/// Why an operation is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOffered {
    /// No issuer whose wallets are kept so can call it (seed 000).
    Configuration(Configuration),
    /// The issuer has not bought it, or not switched it on (`gateway.notOffered`).
    Issuer,
}

/// What is said of an operation that the issuer has not bought: "This issuer does not offer “create dispute”."
pub fn not_offered(operation: &str) -> String {
    format!("This issuer does not offer “{}”.", words(operation))
}

/// An operation's documented name as words: "update customer PIN".
fn words(operation: &str) -> String {
    let signs: Vec<char> = operation.chars().collect();
    let is_small = |place: usize| signs.get(place).is_some_and(|sign| sign.is_lowercase());
    let mut words = String::new();
    for (place, sign) in signs.iter().enumerate() {
        let is_capital = sign.is_uppercase();
        if is_capital && place > 0 && (is_small(place - 1) || is_small(place + 1)) {
            words.push(' ');
        }
        // A capital before a small letter begins a word; another one belongs to an abbreviation.
        if is_capital && is_small(place + 1) { words.extend(sign.to_lowercase()) } else { words.push(*sign) }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operation_is_called_by_its_documented_name_in_words() {
        assert_eq!(not_offered("createDispute"), "This issuer does not offer “create dispute”.");
        assert_eq!(words("postFeeOperation"), "post fee operation");
        assert_eq!(words("updateCustomerMFAQuestions"), "update customer MFA questions");
        assert_eq!(words("updateCustomerPIN"), "update customer PIN");
    }
}
