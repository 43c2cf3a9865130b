//! Loyalty: seed 000, attributes public or INFERRED.

use contract::{WalletDecimal, operations::wallet::*};
use serde_json::json;

use super::check::{answered, sent, with_issuer, with_key};

#[test]
fn points_are_given_for_something_done_elsewhere() {
    sent::<ProcessExternalActivity>(with_key(json!({"externalActivity": {"activityType": "ONDEMAND_AWARD",
        "referenceId": "post-17", "points": 50}})));
    let result = answered::<ProcessExternalActivity>().activity_results.expect("a result");
    assert_eq!(result.points.as_ref().map(WalletDecimal::as_str), Some("50"));
}

#[test]
fn activities_are_listed_for_one_or_for_all() {
    sent::<QueryActivities>(with_issuer(json!({})));
    sent::<QueryActivities>(with_key(json!({"activityType": "ONDEMAND_AWARD", "referenceId": "post-17"})));
    assert_eq!(answered::<QueryActivities>().activities.rows.len(), 2);
}
