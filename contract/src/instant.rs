//! A point in time in every form that the guides show.

mod written;

use std::cmp::Ordering;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use self::written::Form;
use crate::{
    calendar_date::civil_from_days,
    reading::scalar::{Scalar, scalar},
};

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
    /// ISO 8601 with `Z`, `+00:00` or `+0100`, or `yyyy-MM-dd HH:mm:ss` meaning UTC (seed 003:1001). A long list has many
    /// of them: their text is made when it is asked for.
    Form(Form),
    /// A text that no form makes again, such as a leap second.
    Text(Box<str>),
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
        let (epoch_millis, form) = written::parse(text)?;
        let written = form.map_or_else(|| Written::Text(text.into()), Written::Form);
        Some(Self { epoch_millis, written })
    }

    /// As requests and paths carry it: whole seconds and `Z` (seed 004:595).
    pub fn to_seconds_and_z(&self) -> String {
        to_seconds(self.epoch_millis) + "Z"
    }

    /// As the issuing family's answers carry it: `2022-12-21T10:56:41.681+00:00` (seed 004:494).
    pub fn in_answers(epoch_millis: i64) -> Self {
        Self { epoch_millis, written: Written::Form(Form::IN_ANSWERS) }
    }

    /// As the issuing family dates its answers: `2022-12-21T11:56:41.712+0100`, an offset without a colon (seed 004:485).
    pub fn with_offset(epoch_millis: i64, offset_minutes: i16) -> Self {
        Self { epoch_millis, written: Written::Form(Form::with_offset(offset_minutes)) }
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

pub(crate) fn digits(text: &str) -> Option<i64> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.written {
            Written::Number => serializer.serialize_i64(self.epoch_millis),
            Written::Form(form) => serializer.serialize_str(&form.text(self.epoch_millis)),
            Written::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        optional(deserializer)?
            .ok_or_else(|| D::Error::custom("neither milliseconds since 1970 nor an ISO 8601 instant"))
    }
}

/// For a date that may be missing, null or empty; one that cannot be read counts as not stated, and does not take the rest
/// of its record with it.
pub fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Instant>, D::Error> {
    scalar(deserializer, |value| match value {
        Scalar::Text(text) => Instant::parse(text),
        Scalar::Integer(millis) => Some(Instant::from_epoch_millis(millis)),
        Scalar::Flag(_) | Scalar::Other => None,
    })
}
