//! The texts of an instant: one is read, and the same is written again without having been kept.

use super::to_seconds;
use crate::calendar_date::days_from_civil;

/// Everything about a text but the moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Whether day and time are set apart by a blank and not by `T`.
    blank: bool,
    /// How many digits follow the seconds: up to three.
    fraction: u8,
    zone: Zone,
}

/// How a text says in which zone it is. Minutes count from UTC.
#[derive(Clone, Copy, Debug)]
enum Zone {
    /// Not at all: it is in UTC.
    Nowhere,
    /// `Z`
    Zulu,
    /// `+01:00`
    Extended(i16),
    /// `+0100`
    Basic(i16),
}

impl Form {
    /// `2022-12-21T10:56:41.681+00:00`
    pub(super) const IN_ANSWERS: Self = Self { blank: false, fraction: 3, zone: Zone::Extended(0) };

    /// `2022-12-21T11:56:41.712+0100`
    pub(super) const fn with_offset(minutes: i16) -> Self {
        Self { zone: Zone::Basic(minutes), ..Self::IN_ANSWERS }
    }

    /// The text of this moment.
    pub(super) fn text(self, epoch_millis: i64) -> String {
        let minutes = match self.zone {
            Zone::Nowhere | Zone::Zulu => 0,
            Zone::Extended(minutes) | Zone::Basic(minutes) => minutes,
        };
        let local = epoch_millis + i64::from(minutes) * 60_000;
        let mut text = to_seconds(local);
        if self.blank {
            text = text.replace('T', " ");
        }
        if self.fraction > 0 {
            let millis = format!(".{:03}", local.rem_euclid(1000));
            text += &millis[..=usize::from(self.fraction)];
        }
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
        match self.zone {
            Zone::Nowhere => text,
            Zone::Zulu => text + "Z",
            Zone::Extended(_) => format!("{text}{sign}{hours:02}:{rest:02}"),
            Zone::Basic(_) => format!("{text}{sign}{hours:02}{rest:02}"),
        }
    }
}

/// `yyyy-MM-dd`, then `T` or a blank and `HH:mm:ss[.fraction]`, then `Z`, `±HH:mm`, `±HHmm` or nothing (UTC). With the form
/// that makes the same text again, if one does.
pub(super) fn parse(text: &str) -> Option<(i64, Option<Form>)> {
    let bytes = text.as_bytes();
    let (head, rest) = bytes.split_at_checked(19)?;
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, apart @ (b'T' | b' '), h1, h2, b':', n1, n2, b':', s1, s2] = head
    else {
        return None;
    };
    let days = days_from_civil(number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?)?;
    let (hour, minute, second) = (number(&[h1, h2])?, number(&[n1, n2])?, number(&[s1, s2])?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let (fraction, rest) = split_fraction(rest)?;
    let (minutes, zone) = zone(rest)?;
    let millis = fraction.iter().chain(b"000").take(3).try_fold(0, |sum, digit| Some(sum * 10 + number(&[*digit])?))?;
    let local = ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + millis;
    let is_plain = second < 60 && fraction.len() <= 3;
    let form = zone.filter(|_| is_plain).map(|zone| Form {
        blank: apart == b' ',
        fraction: fraction.len().try_into().unwrap_or_default(),
        zone,
    });
    Some((local - i64::from(minutes) * 60_000, form))
}

/// The digits of a `.fraction`, and what follows them.
fn split_fraction(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let Some(after_dot) = rest.strip_prefix(b".") else { return Some((&[], rest)) };
    let end = after_dot.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(after_dot.len());
    (end > 0).then(|| after_dot.split_at(end))
}

/// Minutes from UTC, and how they are written; a negative nothing is written in no form.
fn zone(text: &[u8]) -> Option<(i16, Option<Zone>)> {
    let (sign, hours, minutes, is_basic) = match *text {
        [] => return Some((0, Some(Zone::Nowhere))),
        [b'Z'] => return Some((0, Some(Zone::Zulu))),
        [sign, h1, h2, b':', m1, m2] => (sign, [h1, h2], [m1, m2], false),
        [sign, h1, h2, m1, m2] => (sign, [h1, h2], [m1, m2], true),
        _ => return None,
    };
    let (hours, minutes) = (number(&hours)?, number(&minutes)?);
    if hours > 23 || minutes > 59 || !matches!(sign, b'+' | b'-') {
        return None;
    }
    let offset = i16::try_from(hours * 60 + minutes).ok()?;
    let zone = |minutes| if is_basic { Zone::Basic(minutes) } else { Zone::Extended(minutes) };
    match (sign, offset) {
        (b'+', offset) => Some((offset, Some(zone(offset)))),
        (_, 0) => Some((0, None)),
        (_, offset) => Some((-offset, Some(zone(-offset)))),
    }
}

fn number(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + i64::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_makes_its_text_again() {
        for apart in ["T", " "] {
            for fraction in ["", ".0", ".71", ".007", ".999"] {
                for zone in ["", "Z", "+00:00", "+01:00", "-03:30", "+0000", "+0100", "-1159", "+2359"] {
                    let text = format!("2022-12-21{apart}11:56:41{fraction}{zone}");
                    let (millis, form) = parse(&text).unwrap_or_else(|| panic!("{text}"));
                    assert_eq!(form.map(|form| form.text(millis)).as_ref(), Some(&text));
                }
            }
        }
    }

    #[test]
    fn what_no_form_makes_again_has_none() {
        for text in ["2022-12-31T23:59:60Z", "2022-12-21T11:56:41.1234Z", "2022-12-21T11:56:41-00:00"] {
            assert!(parse(text).is_some_and(|(_, form)| form.is_none()), "{text}");
        }
    }
}
