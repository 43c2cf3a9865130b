//! How many decimals currencies have, and what two amounts are worth.

use crate::money::Money;

/// How many decimals a currency has by ISO 4217: 2 for EUR, 0 for JPY. Browsers ask the Unicode data, which leaves out the
/// decimals that people do not use (HUF, IQD). `None` for what is no code of a currency. What the gateway states counts more.
pub fn decimals(iso_code: &str) -> Option<u8> {
    const NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";
    const FOUR: &str = "CLF UYW";
    let is_code = iso_code.len() == 3 && iso_code.bytes().all(|byte| byte.is_ascii_alphabetic());
    let code = is_code.then(|| iso_code.to_ascii_uppercase())?;
    let [none, three, four] = [NONE, THREE, FOUR].map(|codes| codes.contains(&code));
    Some(if none { 0 } else { 2 + u8::from(three) + 2 * u8::from(four) })
}

impl Money {
    /// Whether both are the same amount of the same currency, however many decimals they are stated with: 15.00 and 15.0.
    pub fn is_worth(&self, other: &Self) -> bool {
        let in_parts = |money: &Self| {
            let missing = self.exponent.max(other.exponent) - money.exponent;
            10_i128.checked_pow(missing.into()).and_then(|parts| parts.checked_mul(money.value.into()))
        };
        self.iso_code == other.iso_code && in_parts(self).is_some_and(|value| Some(value) == in_parts(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_has_the_decimals_of_iso_4217_and_not_those_of_the_browser() {
        for (code, expected) in [
            ("EUR", 2),
            ("HUF", 2),
            ("COP", 2),
            ("IDR", 2),
            ("PKR", 2),
            ("JPY", 0),
            ("XPF", 0),
            ("IQD", 3),
            ("kwd", 3),
            ("CLF", 4),
        ] {
            assert_eq!(decimals(code), Some(expected), "{code}");
        }
        for code in ["", "EU", "EURO", "E R", "€€€", "D I"] {
            assert_eq!(decimals(code), None, "{code}");
        }
    }

    #[test]
    fn worth_is_value_decimals_and_currency() {
        let money = |value, exponent, code: &str| Money { value, exponent, iso_code: code.into() };
        assert!(money(1500, 2, "EUR").is_worth(&money(15, 0, "EUR")));
        assert!(money(-1500, 2, "EUR").is_worth(&money(-15_000, 3, "EUR")));
        for other in [
            money(1500, 0, "HUF"),
            money(1501, 2, "HUF"),
            money(1500, 2, "EUR"),
            money(-1500, 2, "HUF"),
            money(1, 250, "HUF"),
        ] {
            assert!(!money(1500, 2, "HUF").is_worth(&other), "{other:?}");
        }
    }
}
