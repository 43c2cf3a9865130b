//! Dates of a cycle, and points that are counted in it.

use serde::{Deserialize, Serialize};

use crate::{
    calendar_date::CalendarDate,
    instant::{self, Instant},
};

/// When a cycle opens, closes and is paid (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CycleInformation {
    /// Opens.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub cycle_start_date: Option<Instant>,
    /// Closes.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub cycle_closure_date: Option<Instant>,
    /// The statement is made.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub statement_generation_date: Option<Instant>,
    /// The direct debit is sent out.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub direct_debit_issuing_date: Option<Instant>,
    /// The direct debit is taken.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub direct_debit_due_date: Option<Instant>,
    /// Until then no interest runs.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub grace_period_end_date: Option<Instant>,
    /// Due for somebody who pays by transfer.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub due_date_for_self_payer: Option<Instant>,
    /// Due before the account counts as delinquent.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub cycle_due_date: Option<Instant>,
    /// First day that the printed statement covers.
    #[serde(with = "day", skip_serializing_if = "Option::is_none")]
    pub statement_effective_start_date: Option<CalendarDate>,
    /// Last day that it covers.
    #[serde(with = "day", skip_serializing_if = "Option::is_none")]
    pub statement_effective_end_date: Option<CalendarDate>,
}

/// A day without a time: `2022-07-28`. A time behind it is not looked at; what is no day is not stated.
mod day {
    use serde::{Deserialize, Deserializer, Serializer};
    use serde_json::value::RawValue;

    use crate::calendar_date::CalendarDate;

    pub(super) fn serialize<S: Serializer>(day: &Option<CalendarDate>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.serialize_str(&day.to_iso()),
            None => serializer.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CalendarDate>, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let text: String = serde_json::from_str(raw.get()).unwrap_or_default();
        Ok(text.get(..10).and_then(CalendarDate::from_iso))
    }
}

/// Points of a programme (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoyaltyPoint {
    /// What is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How many. As an amount of a bonus: debit positive, credit negative.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cumulated_value: Option<i64>,
}
