//! How slow the gateway is.

use std::{str::FromStr, time::Duration};

use crate::dice::Dice;

/// A shortest and a longest time; each call takes one between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latency {
    shortest: Duration,
    longest: Duration,
}

impl Latency {
    /// As fast as it goes.
    pub const NONE: Self = Self { shortest: Duration::ZERO, longest: Duration::ZERO };

    /// Always the same time.
    pub const fn of(time: Duration) -> Self {
        Self { shortest: time, longest: time }
    }

    /// The next call's time.
    pub(crate) fn draw(&self, dice: &mut Dice) -> Duration {
        let spread = u64::try_from((self.longest - self.shortest).as_millis()).unwrap_or(u64::MAX - 1);
        self.shortest + Duration::from_millis(dice.below(spread + 1))
    }
}

impl FromStr for Latency {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (shortest, longest) = match text.split_once("..") {
            Some((shortest, longest)) => (time(shortest)?, time(longest)?),
            None => (time(text)?, time(text)?),
        };
        if shortest > longest { Err(()) } else { Ok(Self { shortest, longest }) }
    }
}

fn time(text: &str) -> Result<Duration, ()> {
    let (number, unit) = match text.strip_suffix("ms") {
        Some(number) => (number, 1),
        None => (text.strip_suffix('s').ok_or(())?, 1000),
    };
    number.parse::<u32>().map(|number| Duration::from_millis(u64::from(number) * unit)).map_err(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_drawn_from_between_its_ends_and_the_same_every_time() {
        let latency: Latency = "80ms..300ms".parse().expect("a range");
        let draws = || {
            let mut dice = Dice::new(1);
            (0..200).map(|_| latency.draw(&mut dice)).collect::<Vec<_>>()
        };
        assert!(draws().iter().all(|time| (80..=300).contains(&time.as_millis())));
        assert_eq!(draws(), draws());
    }

    #[test]
    fn seconds_and_milliseconds_are_read_and_nothing_else() {
        assert_eq!("2s".parse(), Ok(Latency::of(Duration::from_secs(2))));
        assert_eq!("80ms".parse(), Ok(Latency::of(Duration::from_millis(80))));
        for wrong in ["", "80", "ms", "-1ms", "1.5s", "2s..1s", "1s..", "1m"] {
            assert_eq!(wrong.parse::<Latency>(), Err(()), "{wrong}");
        }
    }
}
