//! Dates of a cycle, and points that are counted in it.

use serde::{Deserialize, Serialize};

use crate::instant::{self, Instant};

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
