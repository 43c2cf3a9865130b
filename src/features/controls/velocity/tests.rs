use contract::{Family, Sender, issuing::Issuing};
use serde_json::{Value, json};

use super::*;

const START: i64 = 1_675_378_800_000; // 2023-02-02T23:00:00Z
const END: i64 = 1_680_299_999_000; // 2023-03-31T21:59:59Z
const UNTIL: Period = Period { start: None, end: Some(END), unclear_start: false, unclear_end: false };
const PERIOD: Period = Period { start: Some(START), ..UNTIL };

fn euros(value: i64) -> Money {
    Money { value, exponent: 2, iso_code: "EUR".into() }
}

fn target() -> Target {
    Target { account: "468762732120914".into(), limit: "VELOCITY_LIMIT_ECOM".into() }
}

/// The guide's limit: 2,500.00, and the number is not checked.
fn limit() -> VelocityLimit {
    let printed = include_str!("../../../../contract/samples/issuing-v2/listVelocityLimits.response.json");
    serde_json::from_str(printed).expect("the guide's limit")
}

fn held(facts: Value) -> VelocityLimitOverride {
    let mut row = json!({ "velocityLimitOverrideIdentifier": { "velocityLimitOverrideReference": "vlo-1" } });
    for (name, value) in facts.as_object().expect("facts") {
        row[name] = value.clone();
    }
    serde_json::from_value(row).expect("an override")
}

fn at_once(sum: Bound<Money>, count: Bound<i64>) -> Wanted {
    Wanted { sum, count, period: Period::default() }
}

fn body<O: contract::Operation>(request: &O) -> Value {
    let wire = Issuing::seal(request, &Sender { issuer_id: "98003".into(), ..Sender::default() }).expect("sealed");
    wire.body.map_or(json!({}), |body| serde_json::from_str(&body).expect("JSON"))
}

fn created(wanted: &Wanted) -> Value {
    body(&wanted.create(&target(), 3))
}

#[test]
fn declining_everything_is_sent_as_the_guide_prints_it_with_its_check_and_a_priority_and_is_asked_twice() {
    let wanted = at_once(Bound::UpTo(euros(0)), Bound::Unchanged);
    let printed = include_str!("../../../../contract/samples/issuing-v2/createVelocityLimitOverride.request.json");
    let mut printed: Value = serde_json::from_str(printed).expect("JSON");
    printed["maximumAmountCheck"] = json!(true);
    printed["priority"] = json!(3);
    assert_eq!(created(&wanted), printed);
    assert!(wanted.declines_everything());
    assert!(at_once(Bound::Unchanged, Bound::UpTo(0)).declines_everything());
    assert!(!at_once(Bound::UpTo(euros(1)), Bound::UpTo(1)).declines_everything());
}

#[test]
fn a_bound_is_sent_exactly_where_its_check_is_true() {
    let wanted = Wanted { period: PERIOD, ..at_once(Bound::Unlimited, Bound::UpTo(5)) };
    assert_eq!(
        created(&wanted),
        json!({
            "activationStartTime": "2023-02-02T23:00:00Z", "activationEndTime": "2023-03-31T21:59:59Z",
            "maximumAmountCheck": false, "maximumCount": 5, "maximumCountCheck": true, "priority": 3
        })
    );
}

#[test]
fn a_change_sends_only_what_differs_and_null_for_what_the_limit_above_decides_again() {
    let before = held(json!({
        "maximumAmount": { "value": 1000, "exponent": 2, "isoCode": "EUR" }, "maximumAmountCheck": true,
        "activationEndTime": "2023-03-31T21:59:59Z",
    }));
    let update = |wanted: &Wanted| wanted.update(&target(), &"vlo-1".into(), &before).map(|update| body(&update));
    let same = Wanted { period: UNTIL, ..at_once(Bound::UpTo(euros(1000)), Bound::Unchanged) };
    assert_eq!(update(&same), None);
    let more = Wanted { sum: Bound::UpTo(euros(2000)), ..same.clone() };
    assert_eq!(update(&more), Some(json!({ "maximumAmount": { "value": 2000, "exponent": 2, "isoCode": "EUR" } })));
    let for_ever = Wanted { period: Period::default(), ..same.clone() };
    assert_eq!(update(&for_ever), Some(json!({ "activationEndTime": null })));
    let other = at_once(Bound::Unchanged, Bound::UpTo(3));
    assert_eq!(
        update(&Wanted { period: UNTIL, ..other }),
        Some(
            json!({ "maximumAmount": null, "maximumAmountCheck": null, "maximumCount": 3, "maximumCountCheck": true })
        )
    );
    let unlimited = Wanted { sum: Bound::Unlimited, ..same.clone() };
    assert_eq!(
        update(&unlimited),
        Some(json!({ "maximumAmount": null, "maximumAmountCheck": false })),
        "a bound whose check is off is absent"
    );
    let unchecked =
        held(json!({ "maximumAmount": euros_on_the_wire(1000), "activationEndTime": "2023-03-31T21:59:59Z" }));
    let more = Wanted { sum: Bound::UpTo(euros(2000)), ..same };
    assert_eq!(
        more.update(&target(), &"vlo-1".into(), &unchecked).map(|update| body(&update)),
        Some(json!({ "maximumAmount": euros_on_the_wire(2000), "maximumAmountCheck": true })),
        "where the override's own check is not stated it is"
    );
}

fn euros_on_the_wire(value: i64) -> Value {
    json!({ "value": value, "exponent": 2, "isoCode": "EUR" })
}

#[test]
fn a_lost_answer_is_settled_by_an_override_that_sets_the_same() {
    let wanted = Wanted { period: PERIOD, ..at_once(Bound::UpTo(euros(0)), Bound::Unchanged) };
    let listed = json!({
        "maximumAmount": { "value": 0, "exponent": 2, "isoCode": "EUR" }, "priority": "1",
        "activationStartTime": "2023-02-02T23:00:00.000+00:00", "activationEndTime": "2023-03-31T21:59:59.000+00:00",
    });
    assert!(wanted.is_set_by(&held(listed.clone())));
    let mut ended = listed.clone();
    ended["deleted"] = json!(true);
    assert!(!wanted.is_set_by(&held(ended)));
    let mut longer = listed;
    longer["activationEndTime"] = json!("2023-04-30T21:59:59Z");
    assert!(!wanted.is_set_by(&held(longer)));
}

#[test]
fn the_most_telling_origin_is_told_whichever_bound_it_is_of() {
    let told = |facts: Value| {
        let mut limit = serde_json::to_value(limit()).expect("JSON");
        for (name, value) in facts.as_object().expect("facts") {
            limit[name] = value.clone();
        }
        origin(&serde_json::from_value(limit).expect("a limit")).cloned()
    };
    assert_eq!(told(json!({})), Some(LimitOrigin::Default));
    let only_the_count = json!({ "maximumAmountOrigin": null, "maximumCountOrigin": "Exception" });
    assert_eq!(told(only_the_count), Some(LimitOrigin::Exception));
    assert_eq!(told(json!({ "maximumCountCheckOrigin": "Override" })), Some(LimitOrigin::Override));
    let nothing = json!({
        "maximumAmountOrigin": null, "maximumCountOrigin": null,
        "maximumAmountCheckOrigin": null, "maximumCountCheckOrigin": null
    });
    assert_eq!(told(nothing), None);
}

#[test]
fn what_the_winning_override_sets_already_is_not_set_again() {
    let wanted = at_once(Bound::UpTo(euros(500_000)), Bound::Unchanged);
    let same = held(json!({ "maximumAmount": { "value": 500_000, "exponent": 2, "isoCode": "EUR" }, "priority": 1 }));
    let above = held(json!({ "maximumAmount": { "value": 1, "exponent": 2, "isoCode": "EUR" }, "priority": 2 }));
    assert!(wanted.is_set_already(std::slice::from_ref(&same)));
    assert!(!wanted.is_set_already(&[same.clone(), above]), "another one wins over it");
    assert!(!wanted.is_set_already(&[]));
    let longer = Wanted { period: UNTIL, ..wanted };
    assert!(!longer.is_set_already(&[same]), "another period is another wish");
}

#[test]
fn an_override_that_another_rep_made_or_changed_meanwhile_is_seen_and_so_is_one_that_wins() {
    let other = |reference: &str, priority: &str, value: i64| {
        held(json!({
            "velocityLimitOverrideIdentifier": { "velocityLimitOverrideReference": reference },
            "maximumAmount": { "value": value, "exponent": 2, "isoCode": "EUR" }, "priority": priority,
        }))
    };
    let wanted = at_once(Bound::UpTo(euros(0)), Bound::Unchanged);
    let known = [other("known", "3", 100_000)];
    let [own, above] = [other("own", "4", 0), other("another", "9", 600_000)];
    let same = other("another", "4", 600_000);
    let with = |more: &[&VelocityLimitOverride]| -> Vec<_> {
        known.iter().cloned().chain(more.iter().map(|held| (*held).clone())).collect()
    };
    assert_eq!(wanted.found(&known, &known, None), Found::Missing);
    assert_eq!(wanted.found(&[], &known, None), Found::Missing, "what was removed is in nobody's way");
    assert_eq!(wanted.found(&with(&[&above]), &known, None), Found::Unknown(&above), "it would win");
    assert_eq!(wanted.found(&with(&[&same]), &known, None), Found::Unknown(&same), "it has the same rank");
    let changed = [other("known", "8", 100_000)];
    assert_eq!(
        wanted.found(&changed, &known, None),
        Found::Unknown(&changed[0]),
        "it stands higher than the rep knows"
    );
    assert_eq!(wanted.found(&with(&[&own]), &known, None), Found::Made);
    assert_eq!(wanted.found(&with(&[&own, &above]), &known, None), Found::Beaten(&above));
    let now = Wanted { period: UNTIL, ..wanted.clone() };
    let later = held(json!({ "activationStartTime": "2024-01-01T00:00:00Z", "priority": "9" }));
    assert_eq!(now.found(&[later], &[], None), Found::Missing, "it counts at another time");
}
