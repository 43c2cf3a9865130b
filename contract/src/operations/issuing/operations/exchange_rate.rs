//! A conversion rate as it is printed.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::wallet_decimal::{self, WalletDecimal};

/// The digits of a rate, to be shown and never to be calculated with: the guide's own rate does not lead from its
/// amount in yen to its amount in euro (seed 004:2975, 2840-2855).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExchangeRate(WalletDecimal);

impl fmt::Display for ExchangeRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())
    }
}

/// For a rate that may be missing; what is not a number is not stated.
pub fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ExchangeRate>, D::Error> {
    Ok(wallet_decimal::optional(deserializer)?.map(ExchangeRate))
}
