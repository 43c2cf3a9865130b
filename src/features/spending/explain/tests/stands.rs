//! What helps, and what is over: judged by all that stands against a payment now.

use super::*;

/// What stands against a payment now, beside what declined it then.
#[derive(Default)]
struct Stands {
    limits: Value,
    restrictions: Vec<AuthorizationRestriction>,
    left: Option<i64>,
}

impl Stands {
    fn explains(&self, authorization: &Authorization) -> Explanation {
        let limits: Vec<VelocityLimit> = if self.limits.is_null() { Vec::new() } else { limits(self.limits.clone()) };
        let balance: AccountBalance =
            serde_json::from_value(json!({ "openToBuy": self.left.map(euros) })).expect("a balance");
        let evidence = Evidence {
            velocity_limits: Some(&limits),
            restrictions: Some(&self.restrictions),
            balance: Some(&balance),
            temporary_limits: Some(&[]),
            ..Evidence::default()
        };
        explained(authorization, &evidence)
    }

    fn fix(&self, authorization: &Authorization) -> String {
        self.explains(authorization).fix.sentence
    }
}

fn now(reference: &str, most: i64, origin: &str) -> Value {
    json!({
        "velocityLimitIdentifier": { "velocityLimitReference": reference }, "name": reference.to_lowercase(),
        "maximumAmount": euros(most), "maximumAmountOrigin": origin, "amount": euros(0),
    })
}

const ROOM: &str = "A payment makes room, and so does a temporary limit.";

#[test]
fn over_the_credit_fits_only_where_nothing_that_is_known_declines_it_now() {
    let listed = declined(
        "OverCreditLimit",
        json!({ "velocityLimitChecks": [check("ECOM", json!({}))], "cardAcceptorCountry": "276" }),
    );
    let unlisted = declined("OverCreditLimit", json!({}));
    let off = json!([now("ECOM", 0, "Override"), now("ATM", 0, "Override")]);
    let stands = |limits: &Value, blocked: &[(&str, bool, &[&str])], left| Stands {
        limits: limits.clone(),
        restrictions: restrictions(blocked),
        left: Some(left),
    };
    let fits = "It would fit now: try again.";
    let plenty = 90_000;
    let ecom_off = json!([now("ECOM", 0, "Override")]);
    let small = json!([now("ECOM", 7_999, "Default")]);
    let elsewhere = json!([now("ATM", 0, "Override")]);
    let table: &[(&Authorization, Stands, &str)] = &[
        (&listed, stands(&json!([now("ECOM", 8_000, "Default")]), &[], plenty), fits),
        (&listed, stands(&elsewhere, &[], plenty), fits),
        (&listed, stands(&off, &[], plenty), "Remove the override of “ecom”, or change it."),
        (&listed, stands(&small, &[], plenty), "Override “ecom” for a while."),
        (&listed, stands(&json!(null), &[("Japan off", true, &["392"])], plenty), fits),
        (&listed, stands(&json!(null), &[("Cash off", false, &[])], plenty), fits),
        (
            &listed,
            stands(&json!(null), &[("Gambling off", true, &["7995"])], plenty),
            "Allow “Gambling off” with an override, for as long as it is needed.",
        ),
        (
            &listed,
            stands(&json!(null), &[("Cash off", true, &[])], plenty),
            "There is credit for it now. If “Cash off” concerns it, allow that first. Else: try again.",
        ),
        (
            &unlisted,
            stands(&ecom_off, &[], plenty),
            "There is credit for it now. If “ecom” concerns it, remove that override first. Else: try again.",
        ),
        (
            &unlisted,
            stands(&small, &[], plenty),
            "There is credit for it now. If “ecom” concerns it, override that limit first. Else: try again.",
        ),
        (&listed, stands(&json!(null), &[], 0), ROOM),
    ];
    for (authorization, stands, fix) in table {
        assert_eq!(stands.fix(authorization), *fix);
    }
    let both = stands(&ecom_off, &[], 0).fix(&listed);
    let expected =
        format!("More than one thing stands in the way now. {ROOM} Remove the override of “ecom”, or change it.");
    assert_eq!(both, expected);
}

#[test]
fn over_a_velocity_limit_what_helps_is_about_all_that_declines_it_now() {
    let shop = declined("OverLimit", json!({ "velocityLimitChecks": [full_shop()] }));
    let named = declined("OverLimit", json!({ "resultDescription": "Exceeds limit VELOCITY_LIMIT_POS" }));
    let stands = |most: i64, blocked: &[(&str, bool, &[&str])], left| Stands {
        limits: json!([now("VELOCITY_LIMIT_POS", most, "Default")]),
        restrictions: restrictions(blocked),
        left: Some(left),
    };
    let credit = format!("The credit leaves too little for it. {ROOM}");
    let fits = "It would fit now: try again. Else: override the limit for a while.";
    for authorization in [&shop, &named] {
        assert_eq!(stands(25_000, &[], 8_000).fix(authorization), fits);
        assert_eq!(stands(25_000, &[], 7_999).fix(authorization), credit, "an override would not help");
        assert_eq!(stands(7_999, &[], 8_000).fix(authorization), "Override the limit for a while.");
        assert_eq!(
            stands(7_999, &[], 7_999).fix(authorization),
            format!("More than one thing stands in the way now. Override the limit for a while. {credit}")
        );
        assert_eq!(
            stands(25_000, &[("Japan off", true, &["392"])], 8_000).fix(authorization),
            "Allow “Japan off” with an override, for as long as it is needed."
        );
        assert_eq!(
            stands(25_000, &[("Cash off", true, &[])], 8_000).fix(authorization),
            "The limit has room for it now. If “Cash off” concerns it, allow that first. Else: try again."
        );
    }
    assert_eq!(stands(25_000, &[], 7_999).explains(&shop).fix.place, Some(Section::Limits));
}

#[test]
fn what_does_not_count_any_more_is_told_in_the_past() {
    let happened = |facts: Value, then: &str, now: Value| {
        let check = check("VELOCITY_LIMIT_ECOM", facts);
        let authorization = declined(then, json!({ "velocityLimitChecks": [check] }));
        let stands = Stands { limits: json!([now]), left: Some(90_000), ..Stands::default() };
        let explanation = stands.explains(&authorization);
        (explanation.happened, explanation.fix.sentence)
    };
    let off = json!({ "maximumAmountCheck": true, "maximumAmount": euros(0), "maximumAmountOrigin": "Override" });
    let removed = happened(off.clone(), "OverLimit", now("VELOCITY_LIMIT_ECOM", 250_000, "Default"));
    assert_eq!(
        removed.0,
        "“velocity_limit_ecom” declined everything then, and does not now: its maximum amount was 0.00 EUR."
    );
    assert_eq!(removed.1, "It would fit now: try again.");
    let still = happened(off.clone(), "OverLimit", now("VELOCITY_LIMIT_ECOM", 0, "Override"));
    assert_eq!(still.0, "“velocity_limit_ecom” declines everything: its maximum amount is 0.00 EUR.");
    assert_eq!(still.1, "Remove the override, or change it.");
    let unlimited = json!({
        "velocityLimitIdentifier": { "velocityLimitReference": "VELOCITY_LIMIT_ECOM" }, "maximumAmountCheck": false,
    });
    assert!(happened(off, "OverLimit", unlimited).0.contains("does not now"));
    let fifty = json!({ "maximumAmountCheck": true, "maximumAmount": euros(5_000), "maximumAmountOrigin": "Override" });
    let raised = happened(fifty, "OverLimit", now("VELOCITY_LIMIT_ECOM", 250_000, "Default"));
    assert!(raised.0.contains("allowed then 50.00 EUR, and"), "{}", raised.0);
    let never = json!({ "maximumCountCheck": true, "maximumCount": 0, "maximumCountOrigin": "Override" });
    let counted = json!({
        "velocityLimitIdentifier": { "velocityLimitReference": "VELOCITY_LIMIT_ECOM" },
        "maximumCount": 5, "count": 0,
    });
    assert!(happened(never, "OverUsageLimit", counted).0.ends_with("and does not now: its maximum count was 0."));
}

/// Only the single read of a limit tells what is used of it, and each is a call of its own.
#[test]
fn what_is_used_is_asked_of_those_limits_alone_that_matter() {
    let limits =
        limits(json!([now("ECOM", 5_000, "Default"), now("POS", 25_000, "Default"), now("ATM", 0, "Default")]));
    let evidence = Evidence { velocity_limits: Some(&limits), ..Evidence::default() };
    let asked = |authorization: &Authorization| {
        let matter = whose_counters_matter(authorization, &evidence);
        matter.iter().map(|reference| reference.to_string()).collect::<Vec<_>>()
    };
    let lists = json!({ "velocityLimitChecks": [check("POS", json!({}))] });
    assert_eq!(asked(&declined("OverLimit", lists.clone())), ["POS"]);
    assert_eq!(asked(&declined("OverCreditLimit", json!({}))), ["ECOM", "POS"], "a maximum of nothing says it all");
    assert!(asked(&declined("PinWrong", lists.clone())).is_empty());
    assert!(asked(&declined("RestrictionViolated", lists)).is_empty(), "nothing is known to be over");
    let many: Vec<_> = (0..20).map(|number| now(&format!("LIMIT_{number}"), 5_000, "Default")).collect();
    let many = self::limits(json!(many));
    let evidence = Evidence { velocity_limits: Some(&many), ..Evidence::default() };
    assert_eq!(whose_counters_matter(&declined("OverCreditLimit", json!({})), &evidence).len(), 8, "bounded");
    let ended = limits_overridden();
    let evidence = Evidence { velocity_limits: Some(&ended), ..Evidence::default() };
    assert_eq!(
        whose_counters_matter(&declined("OverLimit", json!({})), &evidence).len(),
        1,
        "when it ends is not listed"
    );
}

fn limits_overridden() -> Vec<VelocityLimit> {
    limits(json!([now("ATM", 0, "Override")]))
}

#[test]
fn where_it_could_not_be_read_how_full_a_limit_is_nothing_is_said_to_fit() {
    let mut listed = json!([now("POS", 25_000, "Default")]);
    listed[0]["amount"] = json!(null);
    let limits = limits(listed);
    let unread = ["POS".into()];
    let evidence = Evidence { velocity_limits: Some(&limits), unread_counters: &unread, ..Evidence::default() };
    let full = json!({
        "velocityLimitChecks": [check("POS", json!({
            "maximumAmountCheck": true, "maximumAmount": euros(25_000), "amount": euros(20_000)
        }))]
    });
    let own = explained(&declined("OverLimit", full.clone()), &evidence);
    assert_eq!(own.left.as_deref(), Some("Left then: 50.00 EUR. How much of it is used now could not be read."));
    assert_eq!(own.fix.sentence, "Override the limit for a while.");
    let balance: AccountBalance = serde_json::from_value(json!({ "openToBuy": euros(90_000) })).expect("a balance");
    let evidence = Evidence { balance: Some(&balance), ..evidence };
    let credit = explained(&declined("OverCreditLimit", full), &evidence);
    assert_eq!(
        credit.fix.sentence,
        "There is credit for it now. How much of “pos” is used now could not be read, and it may be full. Else: try again."
    );
}

#[test]
fn a_restriction_that_is_allowed_now_says_what_else_would_decline_the_payment() {
    let rules = restrictions(&[("shops", false, &[])]);
    let fix = |limits: Value| {
        let limits = self::limits(limits);
        let evidence = Evidence { restrictions: Some(&rules), velocity_limits: Some(&limits), ..Evidence::default() };
        let facts = json!({ "resultDescription": "Restricted by SHOPS" });
        explained(&declined("RestrictionViolated", facts), &evidence).fix.sentence
    };
    assert_eq!(fix(json!([])), "It is allowed now: try again.");
    assert_eq!(
        fix(json!([now("POS", 100, "Default")])),
        "It is allowed now. If “pos” concerns it, override that limit first. Else: try again."
    );
}
