//! Limits and what overrides them: sent as the guide prints it, and read without a loss.

use contract::{Amount, Instant, operations::issuing::limits::*};
use serde_json::json;

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

const ACCOUNT: &str = "12348153189268935960";
const CREDIT_LIMIT: &str = "/issuers/1234/accounts/12348153189268935960/credit-limit";
const CARD_ACCOUNT: &str = "468762732120914";

#[test]
fn a_credit_limit_is_read_as_the_guide_prints_it() {
    assert_eq!(sent(&RetrieveAccountCreditLimit { account_reference: ACCOUNT.into() }), (CREDIT_LIMIT.into(), None));
    let printed = sample("issuing-v2/retrieveAccountCreditLimit.response.json");
    assert_eq!(written_back::<RetrieveAccountCreditLimit>(&printed), json(&printed)["data"]);
}

/// Public.
#[test]
fn since_when_a_credit_limit_counts_is_read() {
    let answer = json!({"data": {
        "creditLimitAmount": {"value": 1, "exponent": 2, "isoCode": "EUR"}, "startDate": "2022-06-14T22:00:00.000+00:00"
    }});
    assert_eq!(written_back::<RetrieveAccountCreditLimit>(&answer.to_string()), answer["data"]);
}

#[test]
fn a_credit_limit_is_set_as_the_guide_prints_it() {
    let request = UpdateAccountCreditLimit { account_reference: ACCOUNT.into(), credit_limit_amount: euros(500_000) };
    let (path, body) = sent(&request);
    assert_eq!(path, CREDIT_LIMIT);
    assert_eq!(body, Some(json(&sample("issuing-v2/updateAccountCreditLimit.request.json"))));
    let printed = sample("issuing-v2/updateAccountCreditLimit.response.json");
    assert_eq!(written_back::<UpdateAccountCreditLimit>(&printed), json(&printed)["data"]);
}

#[test]
fn temporary_limits_are_listed_as_the_guide_prints_them() {
    let (path, body) = sent(&ListTemporaryCreditLimits { account_reference: ACCOUNT.into(), all: Some(false) });
    assert_eq!(path, "/issuers/1234/accounts/12348153189268935960/temporary-credit-limits?all=false");
    assert_eq!(body, None);
    let printed = sample("issuing-v2/listTemporaryCreditLimits.response.json");
    assert_eq!(written_back::<ListTemporaryCreditLimits>(&printed), json(&printed)["data"]);
}

#[test]
fn a_temporary_limit_is_made_as_the_guide_prints_it() {
    let request = CreateTemporaryCreditLimit {
        account_reference: ACCOUNT.into(),
        temporary_credit_limit_amount: euros(750_000),
        activation_start_time: Instant::parse("2023-02-03T00:00:00.000Z"),
        activation_end_time: Instant::parse("2023-04-01T00:00:00.000Z").expect("a moment"),
        manage_overlap: None,
    };
    let (path, body) = sent(&request);
    assert_eq!(path, "/issuers/1234/accounts/12348153189268935960/temporary-credit-limits");
    assert_eq!(body, Some(json(&sample("issuing-v2/createTemporaryCreditLimit.request.json"))));
    let printed = sample("issuing-v2/createTemporaryCreditLimit.response.json");
    assert_eq!(written_back::<CreateTemporaryCreditLimit>(&printed), json(&printed)["data"]);
}

/// Public: the end is required, an overlap may be managed, and other accounts' limits are named that the same call made or
/// ended.
#[test]
fn a_temporary_limit_names_the_other_accounts_whose_limits_were_made_or_ended_with_it() {
    let request = CreateTemporaryCreditLimit {
        account_reference: ACCOUNT.into(),
        temporary_credit_limit_amount: euros(750_000),
        activation_start_time: None,
        activation_end_time: Instant::parse("2023-04-01T00:00:00.000Z").expect("a moment"),
        manage_overlap: Some(true),
    };
    let mut body = json(&sample("issuing-v2/createTemporaryCreditLimit.request.json"));
    body["manageOverlap"] = json!(true);
    body.as_object_mut().expect("an object").remove("activationStartTime");
    assert_eq!(sent(&request).1, Some(body));
    let endless = json!({"accountReference": ACCOUNT, "temporaryCreditLimitAmount": euros(1)});
    assert!(serde_json::from_value::<CreateTemporaryCreditLimit>(endless).is_err(), "without an end there is none");

    let named = |reference: &str, root: bool| {
        json!({
            "accountIdentifier": {"accountReference": reference, "issuerAccountExternalReference": "CHILD_ACCOUNT-1"},
            "root": root, "temporaryCreditLimitIdentifier": {"temporaryCreditLimitReference": "94d757e5"},
        })
    };
    let mut gone = named(ACCOUNT, true);
    gone["relatedTemporaryCreditLimits"] = json!([named("12340000000000000001", false)]);
    assert_eq!(written_back::<DeleteTemporaryCreditLimit>(&json!({"data": gone}).to_string()), gone);
    let mut made = gone.clone();
    made["temporaryCreditLimitAmount"] = json!({"value": 1, "exponent": 2, "isoCode": "EUR"});
    made["activationStartTime"] = json!("2023-02-03T00:00:00.000+00:00");
    made["activationEndTime"] = json!("2023-04-01T00:00:00.000+00:00");
    assert_eq!(written_back::<CreateTemporaryCreditLimit>(&json!({"data": made}).to_string()), made);
}

#[test]
fn a_temporary_limit_is_deleted_as_the_guide_prints_it() {
    let request = DeleteTemporaryCreditLimit {
        account_reference: ACCOUNT.into(),
        temporary_credit_limit_reference: "94d757e5-7bca-4394-95e9-e8d9e00e7cd5".into(),
    };
    let (path, body) = sent(&request);
    assert_eq!(
        path,
        "/issuers/1234/accounts/12348153189268935960/temporary-credit-limits/94d757e5-7bca-4394-95e9-e8d9e00e7cd5"
    );
    assert_eq!(body, None);
    let printed = sample("issuing-v2/deleteTemporaryCreditLimit.response.json");
    assert_eq!(written_back::<DeleteTemporaryCreditLimit>(&printed), json(&printed)["data"]);
}

/// The guide prints one bare item (seed 004:2607); the gateway puts the list into `data`.
#[test]
fn velocity_limits_are_listed_as_the_guide_prints_them() {
    let (path, body) = sent(&ListVelocityLimits { account_reference: CARD_ACCOUNT.into() });
    assert_eq!((path, body), ("/issuers/1234/accounts/468762732120914/velocity-limits".into(), None));
    let item = json(&sample("issuing-v2/listVelocityLimits.response.json"));
    let answer = json!({"data": [item]}).to_string();
    assert_eq!(written_back::<ListVelocityLimits>(&answer), json!([item]));
}

/// What is used up and the override in force are public.
#[test]
fn one_velocity_limit_is_read_with_what_is_used_up() {
    let request =
        RetrieveVelocityLimit { account_reference: CARD_ACCOUNT.into(), velocity_limit_reference: ecommerce() };
    let (path, body) = sent(&request);
    assert_eq!((path, body), (below_ecommerce(""), None));
    let answer = json!({"data": {
        "velocityLimitIdentifier": {"velocityLimitReference": "VELOCITY_LIMIT_ECOM"},
        "amount": {"value": 12_000, "exponent": 2, "isoCode": "EUR"},
        "count": 3,
        "maximumAmount": {"value": 0, "exponent": 2, "isoCode": "EUR"},
        "maximumAmountOrigin": "Override",
        "velocityLimitOverrideReference": "vlo-1",
        "velocityLimitOverrideStartdate": "2023-02-03T00:00:00Z",
        "velocityLimitOverrideEnddate": "2023-04-01T00:00:00Z"
    }});
    assert_eq!(written_back::<RetrieveVelocityLimit>(&answer.to_string()), answer["data"]);
    assert!(answered::<RetrieveVelocityLimit>(&answer.to_string()).is_overridden());
}

#[test]
fn a_velocity_override_is_made_as_the_guide_prints_it() {
    let request = CreateVelocityLimitOverride {
        account_reference: CARD_ACCOUNT.into(),
        velocity_limit_reference: ecommerce(),
        maximum_amount: Some(euros(0)),
        ..Default::default()
    };
    let (path, body) = sent(&request);
    assert_eq!(path, below_ecommerce("/velocity-limit-overrides"));
    assert_eq!(body, Some(json(&sample("issuing-v2/createVelocityLimitOverride.request.json"))));
    let answer = json!({"data": {"velocityLimitOverrideReference": "vlo-1"}});
    assert_eq!(written_back::<CreateVelocityLimitOverride>(&answer.to_string()), answer["data"]);
}

/// Public: every attribute, in the forms that the specification gives them.
#[test]
fn a_velocity_override_is_made_with_everything_that_it_may_hold() {
    let whole = json!({
        "activationStartTime": "2023-02-03T00:00:00Z", "activationEndTime": "2023-04-01T00:00:00Z",
        "maximumAmount": {"value": 1000, "exponent": 2, "isoCode": "EUR"}, "maximumAmountCheck": true,
        "maximumCount": 5, "maximumCountCheck": true,
        "minimumAmount": {"value": -1000, "exponent": 2, "isoCode": "EUR"}, "minimumAmountCheck": false,
        "periodType": "Week", "periodLength": 2, "periodStart": 1, "priority": 7
    });
    let mut fields = whole.clone();
    fields["accountReference"] = CARD_ACCOUNT.into();
    fields["velocityLimitReference"] = "VELOCITY_LIMIT_ECOM".into();
    let request: CreateVelocityLimitOverride = serde_json::from_value(fields).expect("a request");
    assert_eq!(sent(&request).1, Some(whole));
}

/// Public: seed 004:2576-2580 only names these three.
#[test]
fn velocity_overrides_are_listed_read_and_ended() {
    let list = |all| ListVelocityLimitOverrides {
        account_reference: CARD_ACCOUNT.into(),
        velocity_limit_reference: ecommerce(),
        all,
    };
    assert_eq!(sent(&list(None)), (below_ecommerce("/velocity-limit-overrides"), None));
    assert_eq!(sent(&list(Some(true))), (below_ecommerce("/velocity-limit-overrides?all=true"), None));
    let one = RetrieveVelocityLimitOverride {
        account_reference: CARD_ACCOUNT.into(),
        velocity_limit_reference: ecommerce(),
        velocity_limit_override_reference: "vlo-1".into(),
    };
    assert_eq!(sent(&one), (below_ecommerce("/velocity-limit-overrides/vlo-1"), None));
    let end = DeleteVelocityLimitOverride {
        account_reference: CARD_ACCOUNT.into(),
        velocity_limit_reference: ecommerce(),
        velocity_limit_override_reference: "vlo-1".into(),
    };
    assert_eq!(sent(&end), (below_ecommerce("/velocity-limit-overrides/vlo-1"), None));

    let row = json!({
        "velocityLimitOverrideIdentifier": {"velocityLimitOverrideReference": "vlo-1"},
        "defaultVelocityLimitReference": {"velocityLimitReference": "VELOCITY_LIMIT_ECOM"},
        "activationStartTime": "2020-07-28T10:13:15.421Z", "activationEndTime": "2020-07-29T10:13:15.421Z",
        "maximumAmount": {"value": 0, "exponent": 2, "isoCode": "EUR"}, "maximumAmountCheck": true,
        "maximumCount": 5, "maximumCountCheck": true,
        "minimumAmount": {"value": -5, "exponent": 2, "isoCode": "EUR"}, "minimumAmountCheck": false,
        "priority": "7", "deleted": false
    });
    assert_eq!(written_back::<ListVelocityLimitOverrides>(&json!({"data": [row]}).to_string()), json!([row]));
    assert_eq!(written_back::<RetrieveVelocityLimitOverride>(&json!({"data": row}).to_string()), row);
    let ended = json!({"data": {"velocityLimitOverrideReference": "vlo-1"}});
    assert_eq!(written_back::<DeleteVelocityLimitOverride>(&ended.to_string()), ended["data"]);
}

/// The guide prints one bare item (seed 004:2714); the gateway puts the list into `data`.
#[test]
fn restrictions_are_listed_and_read_as_the_guide_prints_them() {
    let list = ListAuthorizationRestrictions { account_reference: CARD_ACCOUNT.into() };
    assert_eq!(sent(&list), ("/issuers/1234/accounts/468762732120914/authorization-restrictions".into(), None));
    let one = RetrieveAuthorizationRestriction {
        account_reference: CARD_ACCOUNT.into(),
        authorization_restriction_reference: "RESTRICTION_EURO_EUROPE_OFF".into(),
    };
    assert_eq!(sent(&one), (below_europe(""), None));

    let item = json(&sample("issuing-v2/listAuthorizationRestrictions.response.json"));
    assert_eq!(written_back::<ListAuthorizationRestrictions>(&json!({"data": [item]}).to_string()), json!([item]));
    assert_eq!(written_back::<RetrieveAuthorizationRestriction>(&json!({"data": item}).to_string()), item);
}

#[test]
fn a_restriction_is_overridden_as_the_guide_prints_it() {
    let request = CreateAuthorizationRestrictionOverride {
        account_reference: CARD_ACCOUNT.into(),
        authorization_restriction_reference: "RESTRICTION_EURO_EUROPE_OFF".into(),
        condition_check: Some(true),
        ..Default::default()
    };
    let (path, body) = sent(&request);
    assert_eq!(path, below_europe("/authorization-restriction-overrides"));
    for printed in ["createAuthorizationRestrictionOverride", "getAuthorizationRestrictionByReference-MISPLACED"] {
        assert_eq!(body, Some(json(&sample(&format!("issuing-v2/{printed}.request.json")))), "{printed}");
    }
    let answer = json!({"data": {"authorizationRestrictionOverrideReference": "aro-1"}});
    assert_eq!(written_back::<CreateAuthorizationRestrictionOverride>(&answer.to_string()), answer["data"]);
}

/// Public: only these attributes of a change are known.
#[test]
fn who_changed_an_override_and_when_is_read() {
    let limit = ListVelocityLimitOverrideHistory {
        account_reference: CARD_ACCOUNT.into(),
        velocity_limit_reference: ecommerce(),
        velocity_limit_override_reference: "vlo-1".into(),
    };
    assert_eq!(sent(&limit), (below_ecommerce("/velocity-limit-overrides/vlo-1/history"), None));
    let restriction = ListAuthorizationRestrictionOverrideHistory {
        account_reference: CARD_ACCOUNT.into(),
        authorization_restriction_reference: "RESTRICTION_EURO_EUROPE_OFF".into(),
        authorization_restriction_override_reference: "aro-1".into(),
    };
    assert_eq!(sent(&restriction), (below_europe("/authorization-restriction-overrides/aro-1/history"), None));
    let change = json!({
        "changeTime": "2020-07-28T10:13:15.421Z", "changeType": "Create", "requestorReference": "PORTAL",
        "userReference": "rep-1"
    });
    let answer = json!({"data": [change]}).to_string();
    assert_eq!(written_back::<ListVelocityLimitOverrideHistory>(&answer), json!([change]));
    let change = json!({"changeTime": "28/07/2020", "changeType": "Create"});
    let answer = json!({"data": [change]}).to_string();
    assert_eq!(written_back::<ListAuthorizationRestrictionOverrideHistory>(&answer), json!([change]));
}

/// Public: no seed names these four. The list's query `all` is that of the temporary limits.
#[test]
fn restriction_overrides_are_listed_changed_and_ended() {
    let list = ListAuthorizationRestrictionOverrides {
        account_reference: CARD_ACCOUNT.into(),
        authorization_restriction_reference: "RESTRICTION_EURO_EUROPE_OFF".into(),
        all: Some(true),
    };
    assert_eq!(sent(&list), (below_europe("/authorization-restriction-overrides?all=true"), None));
    let change = UpdateAuthorizationRestrictionOverride {
        account_reference: CARD_ACCOUNT.into(),
        authorization_restriction_reference: "RESTRICTION_EURO_EUROPE_OFF".into(),
        authorization_restriction_override_reference: "aro-1".into(),
        condition_check: Change::To(false),
        condition_parameters: Change::To(vec!["392".into(), "76".into()]),
        activation_end_time: Change::Reset,
        priority: Change::To(9999),
        ..Default::default()
    };
    let one = below_europe("/authorization-restriction-overrides/aro-1");
    let body = json!({
        "conditionCheck": false, "conditionParameters": ["392", "76"], "activationEndTime": null, "priority": 9999
    });
    assert_eq!(sent(&change), (one.clone(), Some(body)));
    let end = DeleteAuthorizationRestrictionOverride {
        account_reference: CARD_ACCOUNT.into(),
        authorization_restriction_reference: "RESTRICTION_EURO_EUROPE_OFF".into(),
        authorization_restriction_override_reference: "aro-1".into(),
    };
    assert_eq!(sent(&end), (one.clone(), None));
    let read = RetrieveAuthorizationRestrictionOverride {
        account_reference: CARD_ACCOUNT.into(),
        authorization_restriction_reference: "RESTRICTION_EURO_EUROPE_OFF".into(),
        authorization_restriction_override_reference: "aro-1".into(),
    };
    assert_eq!(sent(&read), (one, None));

    let row = json!({
        "authorizationRestrictionOverrideIdentifier": {"authorizationRestrictionOverrideReference": "aro-1"},
        "defaultAuthorizationRestrictionReference": {"authorizationRestrictionReference": "RESTRICTION_ECOM_OFF"},
        "activationStartTime": "2020-07-28T10:13:15.421Z", "activationEndTime": "29/07/2020",
        "conditionCheck": true, "conditionParameters": ["392"], "priority": "7", "deleted": false
    });
    assert_eq!(
        written_back::<ListAuthorizationRestrictionOverrides>(&json!({"data": [row]}).to_string()),
        json!([row])
    );
    let one = json!({"data": row}).to_string();
    assert_eq!(written_back::<RetrieveAuthorizationRestrictionOverride>(&one), row);
    let answer = json!({"data": {"authorizationRestrictionOverrideReference": "aro-1"}});
    assert_eq!(written_back::<UpdateAuthorizationRestrictionOverride>(&answer.to_string()), answer["data"]);
    assert_eq!(written_back::<DeleteAuthorizationRestrictionOverride>(&answer.to_string()), answer["data"]);
}

fn euros(value: i64) -> Amount {
    Amount { value: Some(value), exponent: Some(2), iso_code: Some("EUR".into()) }
}

fn ecommerce() -> contract::VelocityLimitReference {
    "VELOCITY_LIMIT_ECOM".into()
}

fn below_ecommerce(rest: &str) -> String {
    format!("/issuers/1234/accounts/468762732120914/velocity-limits/VELOCITY_LIMIT_ECOM{rest}")
}

fn below_europe(rest: &str) -> String {
    format!("/issuers/1234/accounts/468762732120914/authorization-restrictions/RESTRICTION_EURO_EUROPE_OFF{rest}")
}
