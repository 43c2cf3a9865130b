//! What time it is at the issuer's: the real time, or noon of a fixed day, one second later with every write.

use std::time::{SystemTime, UNIX_EPOCH};

use contract::CalendarDate;

use super::calendar::{Day, Millis};

/// Where moments come from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Clock {
    Real,
    Fixed(Millis),
}

impl Clock {
    /// The real time, unless a day is given.
    pub(crate) fn of(today: Option<CalendarDate>) -> Self {
        today.map_or(Self::Real, |date| Self::Fixed(Day::from(date).at(12, 0)))
    }

    /// Now, after so many writes.
    pub(crate) fn now(self, writes: usize) -> Millis {
        match self {
            Self::Real => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
            }
            Self::Fixed(noon) => noon + writes as i64 * 1_000,
        }
    }
}
