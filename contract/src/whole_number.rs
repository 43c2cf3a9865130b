//! Whole numbers that may travel as text: one guide prints a count's width in characters (seed 002:31), another its
//! codes between quotes.

use std::str::FromStr;

use serde::Deserializer;

use crate::reading::scalar::{Scalar, scalar};

/// Reads `3`, `"3"`, null or nothing; anything else counts as not stated.
pub fn optional<'de, D: Deserializer<'de>, N: FromStr + TryFrom<i64>>(deserializer: D) -> Result<Option<N>, D::Error> {
    scalar(deserializer, |value| match value {
        Scalar::Integer(number) => N::try_from(number).ok(),
        Scalar::Text(digits) => digits.parse().ok(),
        Scalar::Flag(_) | Scalar::Other => None,
    })
}
