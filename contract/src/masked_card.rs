//! A card number that is safe to show. No type of the portal has a place for a full one.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::{digits::ascii_digit, reading::scalar::text, visible::visible};

/// At most the first six and the last four digits of a card number (PCI DSS 3.4.1). Whatever is read is masked here, should
/// a gateway put a full number where the masked one belongs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct MaskedCard(String);

impl MaskedCard {
    /// Masks what is not masked yet, in the digits of whatever script.
    pub fn new(text: &str) -> Self {
        let text = visible(text);
        let digits = text.chars().filter_map(ascii_digit).count();
        if digits <= 10 {
            return Self(text);
        }
        let mut seen = 0;
        Self(
            text.chars()
                .map(|c| {
                    if ascii_digit(c).is_none() {
                        return c;
                    }
                    seen += 1;
                    if seen <= 6 || seen > digits - 4 { c } else { '*' }
                })
                .collect(),
        )
    }

    /// "•••• 0010": what a rep and a caller call a card. `None` when fewer than four digits are stated.
    pub fn ending(&self) -> Option<String> {
        let digits: Vec<char> = self.0.chars().filter_map(ascii_digit).collect();
        let last = digits.len().checked_sub(4)?;
        Some(format!("•••• {}", digits[last..].iter().collect::<String>()))
    }
}

impl fmt::Display for MaskedCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for MaskedCard {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text(deserializer, Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_number_is_masked_wherever_it_comes_from() {
        assert_eq!(MaskedCard::new("4111111111111111").to_string(), "411111******1111");
        assert_eq!(MaskedCard::new("4111 1111 1111 1111").to_string(), "4111 11** **** 1111");
        assert_eq!(MaskedCard::new("٤١١١١١١١١١١١١١١١").to_string(), "٤١١١١١******١١١١");
        assert_eq!(MaskedCard::new("\u{202e}4111111111111111").to_string(), "411111******1111");
    }

    #[test]
    fn a_card_is_called_by_its_last_four_digits_and_no_more() {
        let ending = |text: &str| MaskedCard::new(text).ending();
        assert_eq!(ending("424201******0010").as_deref(), Some("•••• 0010"));
        assert_eq!(ending("411111******１１１１").as_deref(), Some("•••• 1111"));
        assert_eq!(ending("######0028").as_deref(), Some("•••• 0028"));
        assert_eq!(ending("***"), None);
    }

    #[test]
    fn a_masked_number_stays_as_it_is() {
        for text in ["411111******1111", "411111######1111", "xxxx1111", ""] {
            assert_eq!(MaskedCard::new(text).to_string(), text);
        }
    }
}
