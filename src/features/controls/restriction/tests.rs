use contract::{Family, Operation, Sender, issuing::Issuing};
use serde_json::{Value, json};

use super::*;

const END: i64 = 1_680_299_999_000; // 2023-03-31T21:59:59Z
const UNTIL: Period = Period { start: None, end: Some(END), unclear_start: false, unclear_end: false };

fn block() -> Wanted {
    Wanted { blocked: Some(true), ..Wanted::default() }
}

fn countries(codes: &[&str]) -> Option<Vec<String>> {
    Some(codes.iter().map(|code| (*code).to_owned()).collect())
}

fn target() -> Target {
    Target { account: "468762732120914".into(), restriction: "RESTRICTION_EURO_EUROPE_OFF".into() }
}

fn body<O: Operation>(request: &O) -> Value {
    let sender = Sender { issuer_id: "98003".into(), ..Sender::default() };
    let wire = Issuing::seal(request, &sender).expect("sealed");
    wire.body.map_or(json!({}), |body| serde_json::from_str(&body).expect("JSON"))
}

fn held(facts: Value) -> AuthorizationRestrictionOverride {
    let mut row = json!({
        "authorizationRestrictionOverrideIdentifier": { "authorizationRestrictionOverrideReference": "aro-1" }
    });
    for (name, value) in facts.as_object().expect("facts") {
        row[name] = value.clone();
    }
    serde_json::from_value(row).expect("an override")
}

#[test]
fn blocking_is_sent_as_the_guide_prints_it() {
    let printed =
        include_str!("../../../../contract/samples/issuing-v2/createAuthorizationRestrictionOverride.request.json");
    assert_eq!(body(&block().create(&target())), serde_json::from_str::<Value>(printed).expect("JSON"));
}

#[test]
fn parameters_period_and_priority_are_sent_where_they_are_chosen() {
    let wanted = Wanted {
        blocked: Some(false),
        parameters: countries(&["392", "76"]),
        period: Period { start: Some(END - 999), ..UNTIL },
        priority: Some(3),
    };
    assert_eq!(
        body(&wanted.create(&target())),
        json!({
            "activationStartTime": "2023-03-31T21:59:58Z", "activationEndTime": "2023-03-31T21:59:59Z",
            "conditionCheck": false, "conditionParameters": ["392", "76"], "priority": 3
        })
    );
}

#[test]
fn a_change_sends_only_what_differs_and_null_for_what_the_rule_above_decides_again() {
    let before = held(json!({
        "conditionCheck": true, "conditionParameters": ["392", "76"], "priority": "3",
        "activationEndTime": "2023-03-31T21:59:59Z",
    }));
    let update = |wanted: &Wanted| body(&wanted.update(&target(), &"aro-1".into(), &before));
    let same = Wanted { parameters: countries(&["76", "392"]), period: UNTIL, priority: Some(3), ..block() };
    assert_eq!(update(&same), json!({}), "the order does not matter");
    assert_eq!(update(&Wanted { blocked: Some(false), ..same.clone() }), json!({ "conditionCheck": false }));
    assert_eq!(update(&Wanted { period: Period::default(), ..same.clone() }), json!({ "activationEndTime": null }));
    assert_eq!(update(&Wanted { parameters: None, ..same.clone() }), json!({ "conditionParameters": null }));
    let other = Wanted { blocked: None, parameters: countries(&["276"]), priority: Some(4), ..same };
    assert_eq!(update(&other), json!({ "conditionCheck": null, "conditionParameters": ["276"], "priority": 4 }));
}

#[test]
fn a_lost_answer_is_settled_by_an_override_that_sets_the_same() {
    let wanted = Wanted { parameters: countries(&["392", "76"]), period: UNTIL, ..block() };
    let listed = json!({
        "conditionCheck": true, "conditionParameters": ["76", "392"], "priority": "1",
        "activationEndTime": "2023-03-31T21:59:59.000+00:00",
    });
    let shown = |facts: Value| {
        let mut listed = listed.clone();
        for (name, value) in facts.as_object().expect("facts") {
            listed[name] = value.clone();
        }
        Wanted::of(&held(listed))
    };
    assert!(wanted.sets_the_same(&shown(json!({}))));
    assert!(!wanted.is(&shown(json!({}))), "a change is proven by its priority, too");
    assert!(wanted.is(&shown(json!({ "priority": null }))), "0 unless it is stated");
    for other in [
        json!({ "conditionCheck": null }),
        json!({ "conditionParameters": ["392"] }),
        json!({ "conditionParameters": [] }),
        json!({ "activationEndTime": "2023-04-30T21:59:59Z" }),
    ] {
        assert!(!wanted.sets_the_same(&shown(other.clone())), "{other}");
    }
}

#[test]
fn what_has_a_name_is_called_by_it_and_the_rest_stays_as_it_is_written() {
    let name = |code: &str| if code == "392" { "Japan".to_owned() } else { code.to_owned() };
    assert_eq!(applies_to(&["392".into(), "999".into()], name), "Japan (392), 999");
    assert_eq!(applies_to(&[], name), "—");
}

#[test]
fn what_is_typed_becomes_codes_without_blanks() {
    let is_country = |code: &str| ["392", "76", "JP"].contains(&code);
    let typed = |text: &str, there: &[&str]| {
        let there: Vec<String> = there.iter().map(|one| (*one).to_owned()).collect();
        typed(text, &there, is_country)
    };
    assert_eq!(typed(" 392, 76 ;\n JP ,, 7995", &[]).ok(), countries(&["392", "76", "JP", "7995"]));
    assert_eq!(typed(" , ", &[]), Ok(vec![]));
    for wrong in ["Japan", "999", "79956", "79a5", "392 76"] {
        let error = typed(&format!("392, {wrong}"), &[]).expect_err(wrong);
        assert!(error.starts_with(&format!("“{wrong}” is the code of no country")), "{error}");
    }
    assert_eq!(typed("392, REGION-7", &["REGION-7"]).ok(), countries(&["392", "REGION-7"]), "what was there is kept");
}

#[test]
fn a_priority_is_a_number_from_0_to_9999_or_left_out() {
    assert_eq!(typed_priority(""), Ok(None));
    assert_eq!(typed_priority("9999"), Ok(Some(9999)));
    assert!(typed_priority("10000").is_err() && typed_priority("-1").is_err() && typed_priority("high").is_err());
}

#[test]
fn what_the_winning_override_sets_already_is_not_set_again() {
    let same = held(json!({ "conditionCheck": true, "priority": 1 }));
    let above = held(json!({ "conditionCheck": false, "priority": 2 }));
    assert!(block().is_set_already(std::slice::from_ref(&same)));
    assert!(!block().is_set_already(&[same.clone(), above]), "another one wins over it");
    assert!(!Wanted { parameters: countries(&["392"]), ..block() }.is_set_already(&[same]));
}
