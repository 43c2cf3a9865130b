//! The quirks that limits and their overrides meet.

use contract::{Amount, Effect, Instant, Method, Operation, operations::issuing::limits::*};
use serde_json::{Value, json};

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

/// Public: the two dates are not written in camel case like everything around them.
#[test]
fn b30_the_dates_of_an_override_in_force_are_read_under_their_lower_case_keys() {
    let limit = velocity_limit(json!({"velocityLimitOverrideStartdate": "2023-02-03T00:00:00Z"}));
    let start = Instant::parse("2023-02-03T00:00:00Z").map(OverrideTime::At);
    assert_eq!((limit.velocity_limit_override_startdate, limit.velocity_limit_override_enddate), (start, None));
}

/// Public: an override's dates are documented as `DD/MM/YYYY` in one place. "Not stated" would mean "for ever".
#[test]
fn d17_a_date_that_cannot_be_read_is_kept_as_it_is_written() {
    let row = override_row(json!({"activationEndTime": "28/07/2020", "activationStartTime": null}));
    assert_eq!(row.activation_end_time, Some(OverrideTime::Written("28/07/2020".into())));
    assert_eq!(row.activation_start_time, None);
}

/// Seed 004:2427, 2463: whether the end still belongs to the period is not stated, so both moments are shown.
#[test]
fn d18_both_ends_of_a_temporary_limit_are_kept_to_the_second() {
    let limits = answered::<ListTemporaryCreditLimits>(&sample("issuing-v2/listTemporaryCreditLimits.response.json"));
    let limit = &limits.rows[0];
    assert_eq!(limit.activation_start_time, Instant::parse("2023-02-03T00:00:00Z"));
    assert_eq!(limit.activation_end_time, Instant::parse("2023-04-01T00:00:00Z"));
}

/// Seed 004:2655-2659: a maximum of nothing is a maximum.
#[test]
fn e11_a_maximum_of_zero_is_sent_and_differs_from_none() {
    let zero = Amount { value: Some(0), exponent: Some(2), iso_code: Some("EUR".into()) };
    let request = CreateVelocityLimitOverride { maximum_amount: Some(zero), ..velocity_override() };
    assert_eq!(sent(&request).1, Some(json(&sample("issuing-v2/createVelocityLimitOverride.request.json"))));
    assert_eq!(sent(&velocity_override()).1, None);
}

/// Public: bounds of 10^18 minor units, which a floating-point number does not hold.
#[test]
fn e14_an_amount_beyond_two_to_the_fifty_third_is_exact() {
    for value in [999_999_999_999_999_999_i64, -1_000_000_000_000_000_000] {
        let amount = json!({"value": value, "exponent": 2, "isoCode": "EUR"});
        let limit = velocity_limit(json!({"maximumAmount": amount}));
        assert_eq!(limit.maximum_amount.and_then(|amount| amount.value), Some(value));
    }
}

/// Seed 004:39, 2604: 20 digits here, 15 there.
#[test]
fn f2_an_account_reference_has_no_length() {
    for (reference, path) in [
        ("12348153189268935960", "/issuers/1234/accounts/12348153189268935960/velocity-limits"),
        ("468762732120914", "/issuers/1234/accounts/468762732120914/velocity-limits"),
    ] {
        assert_eq!(sent(&ListVelocityLimits { account_reference: reference.into() }).0, path);
    }
}

/// Seed 004:2506 prints `/api/1234/accounts/…`.
#[test]
fn g4_a_path_that_is_printed_without_its_beginning_is_sent_whole() {
    let request = DeleteTemporaryCreditLimit {
        account_reference: "12348153189268935960".into(),
        temporary_credit_limit_reference: "94d757e5".into(),
    };
    assert_eq!(sent(&request).0, "/issuers/1234/accounts/12348153189268935960/temporary-credit-limits/94d757e5");
}

/// Seed 004:2725-2740 prints the making of an override where the reading of a restriction is described.
#[test]
fn g11_reading_a_restriction_is_a_read() {
    let (read, make) = (RetrieveAuthorizationRestriction::SPEC, CreateAuthorizationRestrictionOverride::SPEC);
    assert_eq!((read.method, read.effect), (Method::Get, Effect::Read));
    assert_eq!((make.method, make.effect), (Method::Post, Effect::Once));
    let printed = json(&sample("issuing-v2/getAuthorizationRestrictionByReference-MISPLACED.request.json"));
    assert_eq!(printed, json!({"conditionCheck": true}));
}

/// Seed 004:2510.
#[test]
fn g16_what_a_removal_answers_is_read() {
    let printed = sample("issuing-v2/deleteTemporaryCreditLimit.response.json");
    let removed = answered::<DeleteTemporaryCreditLimit>(&printed).temporary_credit_limit_identifier;
    let reference = removed.and_then(|identifier| identifier.temporary_credit_limit_reference);
    assert_eq!(reference, Some("94d757e5-7bca-4394-95e9-e8d9e00e7cd5".into()));
}

/// Public: only what is given changes, and null puts back what stands above.
#[test]
fn g17_a_partial_change_tells_keeping_from_resetting() {
    let request = UpdateVelocityLimitOverride {
        account_reference: "468762732120914".into(),
        velocity_limit_reference: "VELOCITY_LIMIT_ECOM".into(),
        velocity_limit_override_reference: "vlo-1".into(),
        maximum_count: Change::To(5),
        maximum_amount: Change::Reset,
        activation_end_time: Change::Reset,
        ..Default::default()
    };
    let (path, body) = sent(&request);
    assert!(path.ends_with("/VELOCITY_LIMIT_ECOM/velocity-limit-overrides/vlo-1"), "{path}");
    assert_eq!(body, Some(json!({"maximumCount": 5, "maximumAmount": null, "activationEndTime": null})));
    let answer = json!({"data": {"velocityLimitOverrideReference": "vlo-1"}});
    assert_eq!(written_back::<UpdateVelocityLimitOverride>(&answer.to_string()), answer["data"]);
}

/// Seed 004:2708-2721, 2739: "…EUROPE_OFF" with a check that is off restricts nothing.
#[test]
fn h14_a_check_that_is_off_allows_and_one_that_is_on_blocks() {
    let printed = restriction(json!({}));
    assert_eq!((printed.condition_check, printed.words()), (Some(false), "Allowed"));
    assert_eq!(restriction(json!({"conditionCheck": true})).words(), "Blocked");
    assert_eq!(restriction(json!({"conditionCheck": null})).words(), "Not stated");
}

/// Seed 004:2708 says "outside the euro area" of what is named after the euro countries.
#[test]
fn h15_a_restriction_is_shown_by_its_own_name() {
    assert_eq!(restriction(json!({})).name.as_deref(), Some("Euro European countries off"));
}

/// Seed 004:2617-2623, 2720.
#[test]
fn h16_the_origins_tell_what_is_overridden() {
    assert!(!velocity_limit(json!({})).is_overridden());
    assert!(velocity_limit(json!({"maximumCountCheckOrigin": "Override"})).is_overridden());
    assert!(!velocity_limit(json!({"maximumCountCheckOrigin": "Inherited"})).is_overridden());
    assert!(!restriction(json!({})).is_overridden());
    assert!(restriction(json!({"conditionCheckOrigin": "Override"})).is_overridden());
}

/// Seed 004:2620.
#[test]
fn h17_a_number_that_is_not_checked_is_missing() {
    let limit = velocity_limit(json!({}));
    assert_eq!((limit.maximum_count_check, limit.maximum_count), (Some(false), None));
    assert_eq!((limit.minimum_amount_check, limit.minimum_amount), (Some(false), None));
}

/// Public: a number in the request, text in the answer.
#[test]
fn h18_a_priority_is_sent_as_a_number_and_read_as_text_and_as_a_number() {
    let request = CreateVelocityLimitOverride { priority: Some(9999), ..velocity_override() };
    assert_eq!(sent(&request).1, Some(json!({"priority": 9999})));
    for written in [json!("7"), json!(7)] {
        assert_eq!(override_row(json!({"priority": written})).priority, Some(7));
    }
    for absent in [json!(null), json!(""), json!("high"), json!(70_000)] {
        assert_eq!(override_row(json!({"priority": absent})).priority, None);
    }
}

fn velocity_override() -> CreateVelocityLimitOverride {
    CreateVelocityLimitOverride {
        account_reference: "468762732120914".into(),
        velocity_limit_reference: "VELOCITY_LIMIT_ECOM".into(),
        ..Default::default()
    }
}

/// The printed limit with other facts.
fn velocity_limit(facts: Value) -> VelocityLimit {
    let printed = json(&sample("issuing-v2/listVelocityLimits.response.json"));
    answered::<RetrieveVelocityLimit>(&json!({"data": with(printed, facts)}).to_string())
}

/// The printed restriction with other facts.
fn restriction(facts: Value) -> AuthorizationRestriction {
    let printed = json(&sample("issuing-v2/listAuthorizationRestrictions.response.json"));
    answered::<RetrieveAuthorizationRestriction>(&json!({"data": with(printed, facts)}).to_string())
}

fn override_row(facts: Value) -> VelocityLimitOverride {
    let row = json!({"velocityLimitOverrideIdentifier": {"velocityLimitOverrideReference": "vlo-1"}});
    let listed = answered::<ListVelocityLimitOverrides>(&json!({"data": [with(row, facts)]}).to_string());
    assert_eq!(listed.unreadable, 0);
    listed.rows.into_iter().next().expect("one override")
}

fn with(mut object: Value, facts: Value) -> Value {
    for (name, value) in facts.as_object().expect("facts") {
        object[name] = value.clone();
    }
    object
}
