//! A point in time in every form that the guides show.

use std::cmp::Ordering;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::value::RawValue;

use crate::calendar_date::{civil_from_days, days_from_civil};

/// A point in time. It is written back exactly as it was read; two instants are equal when they mean the same moment,
/// however they were written (seed 004:2462 sends `Z`, 004:2487 answers `+00:00`).
#[derive(Clone, Debug)]
pub struct Instant {
    epoch_millis: i64,
    written: Written,
}

#[derive(Clone, Debug)]
enum Written {
    /// A number of milliseconds since 1970 in UTC (seed 001:66).
    Number,
    /// ISO 8601 with `Z`, `+00:00` or `+0100`, or `yyyy-MM-dd HH:mm:ss` meaning UTC (seed 003:1001).
    Text(String),
}

impl Instant {
    /// From milliseconds since 1970 in UTC.
    pub const fn from_epoch_millis(epoch_millis: i64) -> Self {
        Self { epoch_millis, written: Written::Number }
    }

    /// Milliseconds since 1970 in UTC.
    pub const fn epoch_millis(&self) -> i64 {
        self.epoch_millis
    }

    /// Reads one of the documented texts; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let epoch_millis = parse_text(text)?;
        Some(Self { epoch_millis, written: Written::Text(text.into()) })
    }

    /// As requests and paths carry it: whole seconds and `Z` (seed 004:595).
    pub fn to_seconds_and_z(&self) -> String {
        to_seconds(self.epoch_millis) + "Z"
    }

    /// As the issuing family's answers carry it: `2022-12-21T10:56:41.681+00:00` (seed 004:494).
    pub fn in_answers(epoch_millis: i64) -> Self {
        Self { epoch_millis, written: Written::Text(format!("{}+00:00", to_millis(epoch_millis))) }
    }

    /// As the issuing family dates its answers: `2022-12-21T11:56:41.712+0100`, an offset without a colon (seed 004:485).
    pub fn with_offset(epoch_millis: i64, offset_minutes: i64) -> Self {
        let sign = if offset_minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset_minutes.abs() / 60, offset_minutes.abs() % 60);
        let local = to_millis(epoch_millis + offset_minutes * 60_000);
        Self { epoch_millis, written: Written::Text(format!("{local}{sign}{hours:02}{minutes:02}")) }
    }

    /// As the receipts ask for it: `yyyy-MM-dd HH:mm:ss` in UTC on a 24-hour clock, though the guide writes `hh`.
    pub fn to_utc_without_zone(&self) -> String {
        self.to_seconds_and_z().replace('T', " ").replace('Z', "")
    }
}

fn to_seconds(epoch_millis: i64) -> String {
    let seconds = epoch_millis.div_euclid(1000);
    let (year, month, day) = civil_from_days(seconds.div_euclid(86_400));
    let of_day = seconds.rem_euclid(86_400);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}", of_day / 3600, of_day / 60 % 60, of_day % 60)
}

fn to_millis(epoch_millis: i64) -> String {
    format!("{}.{:03}", to_seconds(epoch_millis), epoch_millis.rem_euclid(1000))
}

impl PartialEq for Instant {
    fn eq(&self, other: &Self) -> bool {
        self.epoch_millis == other.epoch_millis
    }
}

impl Eq for Instant {}

impl PartialOrd for Instant {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Instant {
    fn cmp(&self, other: &Self) -> Ordering {
        self.epoch_millis.cmp(&other.epoch_millis)
    }
}

/// `yyyy-MM-dd`, then `T` or a blank and `HH:mm:ss[.fraction]`, then `Z`, `±HH:mm`, `±HHmm` or nothing (UTC).
fn parse_text(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    if !text.is_ascii() || bytes.len() < 19 || bytes[4] != b'-' || bytes[7] != b'-' || !matches!(bytes[10], b'T' | b' ')
    {
        return None;
    }
    let days = days_from_civil(digits(&text[0..4])?, digits(&text[5..7])?, digits(&text[8..10])?)?;
    if bytes[13] != b':' || bytes[16] != b':' {
        return None;
    }
    let (hour, minute, second) = (digits(&text[11..13])?, digits(&text[14..16])?, digits(&text[17..19])?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let (fraction, zone) = split_fraction(&text[19..])?;
    Some(((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + fraction - offset_minutes(zone)? * 60_000)
}

/// Milliseconds of a `.fraction`, and what follows it.
fn split_fraction(rest: &str) -> Option<(i64, &str)> {
    let Some(after_dot) = rest.strip_prefix('.') else { return Some((0, rest)) };
    let end = after_dot.find(|c: char| !c.is_ascii_digit()).unwrap_or(after_dot.len());
    let (fraction, zone) = after_dot.split_at(end);
    let millis: String = fraction.chars().chain("000".chars()).take(3).collect();
    (!fraction.is_empty()).then(|| digits(&millis).map(|millis| (millis, zone)))?
}

fn offset_minutes(zone: &str) -> Option<i64> {
    let sign = match zone.as_bytes().first() {
        None | Some(b'Z') => return (zone.len() <= 1).then_some(0),
        Some(b'+') => 1,
        Some(b'-') => -1,
        Some(_) => return None,
    };
    let (hours, minutes) = match zone.len() {
        6 if zone.as_bytes()[3] == b':' => (&zone[1..3], &zone[4..6]),
        5 => (&zone[1..3], &zone[3..5]),
        _ => return None,
    };
    let (hours, minutes) = (digits(hours)?, digits(minutes)?);
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 60 + minutes))
}

pub(crate) fn digits(text: &str) -> Option<i64> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.written {
            Written::Number => serializer.serialize_i64(self.epoch_millis),
            Written::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        read(raw.get()).ok_or_else(|| D::Error::custom("neither milliseconds since 1970 nor an ISO 8601 instant"))
    }
}

/// For a date that may be missing, null or empty; one that cannot be read counts as not stated, and does not take the rest
/// of its record with it.
pub fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Instant>, D::Error> {
    Box::<RawValue>::deserialize(deserializer).map(|raw| read(raw.get()))
}

/// A number, or one of the documented texts; none of them needs an escape.
fn read(raw: &str) -> Option<Instant> {
    match raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(text) => Instant::parse(text),
        None => raw.parse().ok().map(Instant::from_epoch_millis),
    }
}
