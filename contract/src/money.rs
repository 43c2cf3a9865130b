//! Money is an integer of minor units with its exponent and ISO code. Never a floating-point number.

use serde::{Deserialize, Serialize};

/// An amount as the issuing API carries it. Any part may be missing: the guide shows `amount: {}` (seed 004:2143), which
/// means "not stated" and never 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Amount {
    /// Minor units; debit is positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
    /// How many decimals the currency has: 0 for JPY.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exponent: Option<u8>,
    /// ISO 4217.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso_code: Option<String>,
}

impl Amount {
    /// The money, when all of it is stated.
    pub fn stated(&self) -> Option<Money> {
        Some(Money { value: self.value?, exponent: self.exponent?, iso_code: self.iso_code.clone()? })
    }
}

/// As it is sent: with all of its parts.
impl From<Money> for Amount {
    fn from(Money { value, exponent, iso_code }: Money) -> Self {
        Self { value: Some(value), exponent: Some(exponent), iso_code: Some(iso_code) }
    }
}

/// An amount that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Minor units; debit is positive.
    pub value: i64,
    /// Decimals of the currency.
    pub exponent: u8,
    /// ISO 4217.
    pub iso_code: String,
}

impl Money {
    /// Exact decimal text for the browser's `Intl`: `-300.00`.
    pub fn to_decimal(&self) -> String {
        let exponent = usize::from(self.exponent);
        let digits = format!("{:0width$}", self.value.unsigned_abs(), width = exponent + 1);
        let (whole, fraction) = digits.split_at(digits.len() - exponent);
        let sign = if self.value < 0 { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(value: i64, exponent: u8) -> String {
        Money { value, exponent, iso_code: String::new() }.to_decimal()
    }

    #[test]
    fn minor_units_become_exact_decimals() {
        assert_eq!(decimal(8335, 0), "8335");
        assert_eq!(decimal(-30000, 2), "-300.00");
        assert_eq!(decimal(5, 2), "0.05");
        assert_eq!(decimal(-5, 3), "-0.005");
        assert_eq!(decimal(i64::MIN, 2), "-92233720368547758.08");
    }
}
