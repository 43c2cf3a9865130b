//! When something happened by the merchant's clock.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use crate::{calendar_date::CalendarDate, visible::free_text};

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

    /// The time of day by the merchant's clock, "14:08", where one is stated.
    pub fn minute(&self) -> Option<String> {
        let time = self.0.split_once('T').map(|(_, time)| time).or_else(|| self.0.get(8..))?;
        let digits: String = time.chars().filter(|c| *c != ':').take_while(char::is_ascii_digit).take(4).collect();
        let (hour, minute) = digits.split_at_checked(2).filter(|(_, minute)| minute.len() == 2)?;
        (hour < "24" && minute < "60").then(|| format!("{hour}:{minute}"))
    }
}

/// As it was sent.
impl fmt::Display for MerchantTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Text, or the fourteen digits as a number. A number was not cleaned with the answer's texts.
impl<'de> Deserialize<'de> for MerchantTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        match raw.get().as_bytes().first() {
            Some(b'"') => serde_json::from_str(raw.get()).map(Self).map_err(serde::de::Error::custom),
            Some(b'0'..=b'9') => Ok(Self(free_text(raw.get()))),
            _ => Err(serde::de::Error::custom("neither text nor digits")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_day_is_that_of_both_documented_forms_and_nothing_is_made_up() {
        let minute = |text: &str| MerchantTime(text.into()).minute();
        for both in ["2025-07-12T12:48:40.000", "2025-07-12T12:48:40+02:00", "20250712124840"] {
            assert_eq!(minute(both).as_deref(), Some("12:48"), "{both}");
        }
        for neither in ["2025-07-12", "20250712", "20250712990000", "2025-07-12T1", "2025-07-12T12:60", "", "Täglich"]
        {
            assert_eq!(minute(neither), None, "{neither}");
        }
    }
}
