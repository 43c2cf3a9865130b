//! When something happened by the merchant's clock.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use crate::calendar_date::CalendarDate;

/// A time without a zone: `2012-12-31T22:00:00.000` or `20121231220000`, in the zone of the merchant, which nobody
/// states. Only digits are promised, not a date: the month may be 13 (public). So it is text, and no instant is made of
/// it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct MerchantTime(String);

impl MerchantTime {
    /// The day on the merchant's calendar, where there is such a day.
    pub fn day(&self) -> Option<CalendarDate> {
        let digits: String = self.0.chars().take_while(|c| *c != 'T').filter(char::is_ascii_digit).take(8).collect();
        let number = |text: &str| text.parse().ok();
        (digits.len() == 8)
            .then(|| CalendarDate::new(number(&digits[..4])?, number(&digits[4..6])?, number(&digits[6..])?))?
    }
}

/// As it was sent.
impl fmt::Display for MerchantTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Text, or the fourteen digits as a number.
impl<'de> Deserialize<'de> for MerchantTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        match raw.get().as_bytes().first() {
            Some(b'"') => serde_json::from_str(raw.get()).map(Self).map_err(serde::de::Error::custom),
            Some(b'0'..=b'9') => Ok(Self(raw.get().to_owned())),
            _ => Err(serde::de::Error::custom("neither text nor digits")),
        }
    }
}
