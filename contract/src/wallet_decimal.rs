//! Amounts of the wallet family. Its guides call them doubles (seed 003:1312, public data objects); a double would
//! change what it cannot hold, so the digits are kept as they came.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::value::RawValue;

/// A decimal number without a currency, written back digit by digit as it was read: `0.75`. Not the issuing family's
/// [`Amount`](crate::Amount), which counts minor units and says of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalletDecimal(String);

impl WalletDecimal {
    /// From the digits that somebody typed: `0.75`; `None` for anything but a plain number.
    pub fn parse(digits: &str) -> Option<Self> {
        (is_number(digits) && !digits.contains(['e', 'E'])).then(|| Self(digits.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        unquoted(&self.0)
    }
}

impl Serialize for WalletDecimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.0.clone()).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for WalletDecimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        read(raw.get()).ok_or_else(|| D::Error::custom("not a decimal number"))
    }
}

/// For an amount that may be missing or null; one that cannot be read counts as not stated, and never as 0.
pub fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<WalletDecimal>, D::Error> {
    Box::<RawValue>::deserialize(deserializer).map(|raw| read(raw.get()))
}

/// A number, or a text that holds nothing but one.
fn read(raw: &str) -> Option<WalletDecimal> {
    is_number(unquoted(raw)).then(|| WalletDecimal(raw.to_owned()))
}

fn unquoted(raw: &str) -> &str {
    raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(raw)
}

/// By JSON's own grammar: no leading plus or zero, no blank.
fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        && serde_json::from_str::<&RawValue>(text).is_ok_and(|raw| raw.get() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_back_digit_by_digit() {
        for raw in ["0.75", "12", "-3.10", "0.1000000000000000055511151231257827", "1e3", "\"24.50\""] {
            let amount: WalletDecimal = serde_json::from_str(raw).expect("a number");
            assert_eq!(serde_json::to_string(&amount).expect("JSON"), raw);
        }
    }

    #[test]
    fn what_is_typed_must_be_a_plain_number() {
        assert_eq!(WalletDecimal::parse("0.75").map(|amount| amount.as_str().to_owned()).as_deref(), Some("0.75"));
        for refused in ["", " 1", "1,5", "007", "+1", "1e3", "NaN", "true", "\"1\"", "[1]"] {
            assert_eq!(WalletDecimal::parse(refused), None, "{refused}");
        }
    }
}
