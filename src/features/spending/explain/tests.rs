mod stands;

use contract::operations::issuing::operations::DeclineReason;
use serde_json::{Value, json};

use super::*;
use crate::features::spending::words::plainly;

fn euros(value: i64) -> Value {
    json!({ "value": value, "exponent": 2, "isoCode": "EUR" })
}

fn declined(reason: &str, facts: Value) -> Authorization {
    let mut authorization = json!({
        "declined": true, "resultType": "Decline", "declineReason": reason, "enquiredBillingAmount": euros(8_000),
        "transactionDate": "2022-12-05T14:08:00.000", "cardAcceptorCountry": "392", "merchantCategoryCode": "7995",
    });
    merge(&mut authorization, facts);
    serde_json::from_str(&authorization.to_string()).expect("an authorization")
}

fn check(reference: &str, facts: Value) -> Value {
    let mut check = json!({
        "velocityLimitIdentifier": { "velocityLimitReference": reference },
        "maximumAmountCheck": false, "maximumCountCheck": false, "maximumAmountOrigin": "Default",
    });
    merge(&mut check, facts);
    check
}

/// 250.00 allowed, 200.00 used: 80.00 do not fit.
fn full_shop() -> Value {
    check(
        "VELOCITY_LIMIT_POS",
        json!({ "maximumAmountCheck": true, "maximumAmount": euros(25_000), "amount": euros(20_000) }),
    )
}

fn five_of_five() -> Value {
    check("VELOCITY_LIMIT_ATM", json!({ "maximumCountCheck": true, "maximumCount": 5, "count": 5 }))
}

fn limits(limits: Value) -> Vec<VelocityLimit> {
    serde_json::from_value(limits).expect("velocity limits")
}

fn restrictions(restrictions: &[(&str, bool, &[&str])]) -> Vec<AuthorizationRestriction> {
    let one = |(name, check, parameters): &(&str, bool, &[&str])| {
        json!({
            "authorizationRestrictionIdentifier": { "authorizationRestrictionReference": name.to_uppercase() },
            "name": name, "conditionCheck": check, "conditionCheckOrigin": "Default", "conditionParameters": parameters,
        })
    };
    serde_json::from_value(restrictions.iter().map(one).collect()).expect("restrictions")
}

fn merge(into: &mut Value, facts: Value) {
    for (name, value) in facts.as_object().expect("facts") {
        into[name] = value.clone();
    }
}

fn explained(authorization: &Authorization, evidence: &Evidence<'_>) -> Explanation {
    plainly(|write| explain(authorization, evidence, write)).expect("it was declined")
}

fn alone(reason: &str, facts: Value) -> Explanation {
    explained(&declined(reason, facts), &Evidence::default())
}

/// Every documented reason (public facts 1.3), with an authorization that contains what the cause is told from.
#[test]
fn each_of_the_22_reasons_is_explained() {
    let facts = json!({ "openToBuy": euros(1_500), "velocityLimitChecks": [full_shop(), five_of_five()] });
    let blocked = restrictions(&[("Japan off", true, &["392"]), ("Cash off", false, &[])]);
    let evidence = Evidence { restrictions: Some(&blocked), ..Evidence::default() };
    let table = [
        ("CardBlocked", Cause::Card),
        ("FraudSuspected", Cause::Fraud),
        ("Cvv2Missing", Cause::Entered),
        ("TechnicalError", Cause::Fault),
        ("OverLimit", Cause::NotKnown),
        ("OverUsageLimit", Cause::VelocityLimit("VELOCITY_LIMIT_ATM".into())),
        ("OverCreditLimit", Cause::CreditLimit),
        ("Cvv2Wrong", Cause::Entered),
        ("CvvWrong", Cause::Entered),
        ("CavvWrong", Cause::Entered),
        ("CardUnknown", Cause::Card),
        ("CardExpired", Cause::Card),
        ("PinWrong", Cause::Entered),
        ("PinTriesOverLimit", Cause::Entered),
        ("PinTriesAlmostOverLimit", Cause::Entered),
        ("RestrictionViolated", Cause::Restriction("Japan off".into())),
        ("ArqcWrong", Cause::Entered),
        ("TxnNotAllowed", Cause::Product),
        ("MerchantUnknown", Cause::Merchant),
        ("ReplyTimeout", Cause::Fault),
        ("Other", Cause::NotKnown),
        ("Unknown", Cause::NotKnown),
    ];
    assert_eq!(table.len(), 22);
    for (reason, cause) in table {
        assert!(!matches!(DeclineReason::from(reason), DeclineReason::Unknown(_)), "{reason} is documented");
        let explanation = explained(&declined(reason, facts.clone()), &evidence);
        assert_eq!(explanation.cause, cause, "{reason}");
        assert!(!explanation.happened.is_empty() && !explanation.fix.sentence.is_empty(), "{reason}");
    }
}

#[test]
fn what_was_not_declined_is_not_explained() {
    let approved = declined("OverLimit", json!({ "declined": false, "resultType": "Approval" }));
    assert_eq!(plainly(|write| explain(&approved, &Evidence::default(), write)), None);
    let says_both = declined("OverLimit", json!({ "declined": false, "resultType": "Decline" }));
    assert_eq!(plainly(|write| explain(&says_both, &Evidence::default(), write)), None);
    let kept = alone("Other", json!({ "declined": null, "resultType": "PickUp" }));
    assert_eq!(kept.cause, Cause::NotKnown);
}

#[test]
fn the_one_limit_that_was_full_is_named_with_what_was_and_is_left() {
    let authorization = declined("OverLimit", json!({ "velocityLimitChecks": [full_shop()] }));
    let now = limits(json!([{
        "velocityLimitIdentifier": { "velocityLimitReference": "VELOCITY_LIMIT_POS" }, "name": "Shops",
        "maximumAmount": euros(25_000), "maximumAmountCheck": true, "amount": euros(24_000),
    }]));
    let explanation = explained(&authorization, &Evidence { velocity_limits: Some(&now), ..Evidence::default() });
    assert_eq!(explanation.cause.words(), "Velocity limit: Shops");
    assert_eq!(
        explanation.happened,
        "“Shops” allows 250.00 EUR, and 200.00 EUR of it was used. 80.00 EUR was asked for."
    );
    assert_eq!(explanation.left.as_deref(), Some("Left then: 50.00 EUR. Now: 10.00 EUR."));
    assert!(explanation.resets.is_some_and(|resets| resets.contains("not known")));
    assert_eq!(explanation.fix, Fix::at(Section::Controls, "Override the limit for a while."));
}

#[test]
fn a_limit_that_has_room_again_says_that_it_would_fit() {
    let authorization = declined("OverLimit", json!({ "velocityLimitChecks": [full_shop()] }));
    let now = limits(json!([{
        "velocityLimitIdentifier": { "velocityLimitReference": "VELOCITY_LIMIT_POS" },
        "maximumAmount": euros(25_000), "amount": euros(0),
    }]));
    let explanation = explained(&authorization, &Evidence { velocity_limits: Some(&now), ..Evidence::default() });
    assert_eq!(explanation.fix.sentence, "It would fit now: try again. Else: override the limit for a while.");
}

#[test]
fn what_helps_is_about_what_counts_now() {
    let authorization = declined("OverLimit", json!({ "velocityLimitChecks": [full_shop()] }));
    let fix = |origin: &str| {
        let now = limits(json!([{
            "velocityLimitIdentifier": { "velocityLimitReference": "VELOCITY_LIMIT_POS" },
            "maximumAmount": euros(100), "maximumAmountOrigin": origin, "amount": euros(0),
        }]));
        let evidence = Evidence { velocity_limits: Some(&now), ..Evidence::default() };
        explained(&authorization, &evidence).fix.sentence
    };
    assert_eq!(fix("Default"), "Override the limit for a while.");
    assert_eq!(fix("Override"), "Remove the override, or change it.");
}

#[test]
fn an_override_of_nothing_declines_everything_and_says_until_when() {
    let zero = check(
        "VELOCITY_LIMIT_ECOM",
        json!({ "maximumAmountCheck": true, "maximumAmount": euros(0), "maximumAmountOrigin": "Override" }),
    );
    let authorization = declined("OverLimit", json!({ "velocityLimitChecks": [zero] }));
    let now = |end: Value| {
        limits(json!([{
            "velocityLimitIdentifier": { "velocityLimitReference": "VELOCITY_LIMIT_ECOM" }, "name": "E-commerce",
            "maximumAmount": euros(0), "maximumAmountOrigin": "Override", "velocityLimitOverrideEnddate": end,
        }]))
    };
    let explain_with = |end: Value| {
        let now = now(end);
        explained(&authorization, &Evidence { velocity_limits: Some(&now), ..Evidence::default() })
    };
    let ends = explain_with(json!("2022-12-24T23:00:00Z"));
    assert_eq!(ends.cause, Cause::VelocityOverride("E-commerce".into()));
    assert!(ends.happened.contains("declines everything"));
    assert_eq!(ends.resets.as_deref(), Some("The override ends on 2022-12-24T23:00:00Z."));
    assert_eq!(explain_with(json!(null)).resets.as_deref(), Some("The override does not end by itself."));
    let unread = alone("OverLimit", serde_json::to_value(&authorization).expect("written"));
    assert_eq!(unread.resets.as_deref(), Some("When the override ends could not be read."));
}

#[test]
fn several_full_limits_and_none_are_not_known() {
    let several = alone("OverLimit", json!({ "velocityLimitChecks": [full_shop(), five_of_five()] }));
    assert_eq!(several.cause, Cause::NotKnown);
    assert!(several.happened.contains("VELOCITY_LIMIT_POS, VELOCITY_LIMIT_ATM"), "{}", several.happened);
    for facts in [json!({}), json!({ "velocityLimitChecks": [check("VELOCITY_LIMIT_POS", json!({}))] })] {
        assert_eq!(alone("OverLimit", facts.clone()).cause, Cause::NotKnown);
        assert_eq!(alone("OverUsageLimit", facts).cause, Cause::NotKnown);
    }
}

#[test]
fn an_amount_in_another_currency_is_not_compared() {
    let facts = json!({
        "enquiredBillingAmount": null, "enquiredAmount": { "value": 9_000_000, "exponent": 0, "isoCode": "JPY" },
        "velocityLimitChecks": [full_shop()],
    });
    assert_eq!(alone("OverLimit", facts).cause, Cause::NotKnown);
}

#[test]
fn how_often_is_counted_with_this_one() {
    let explanation = alone("OverUsageLimit", json!({ "velocityLimitChecks": [five_of_five()] }));
    assert_eq!(explanation.happened, "“VELOCITY_LIMIT_ATM” allows 5 in its period, and it was the 6th.");
    assert_eq!(explanation.left.as_deref(), Some("Left then: 0."));
}

#[test]
fn a_limit_that_is_not_named_is_the_credit_where_the_figures_show_it() {
    let explanation = alone("OverLimit", json!({ "openToBuy": euros(1_500) }));
    assert_eq!(explanation.cause, Cause::CreditLimit);
    assert_eq!(
        explanation.happened,
        "More was asked for than the credit had left. 80.00 EUR was asked for, and 15.00 EUR was left."
    );
    assert_eq!(alone("OverLimit", json!({ "openToBuy": euros(9_000) })).cause, Cause::NotKnown);
    let contradicted = alone("OverCreditLimit", json!({ "openToBuy": euros(9_000) }));
    assert!(contradicted.happened.starts_with("The gateway says that it was over the credit limit."));
}

#[test]
fn what_only_a_list_shows_is_not_taken_for_all_that_was_looked_at() {
    let listed = Evidence { listed_only: true, ..Evidence::default() };
    for facts in [json!({}), json!({ "openToBuy": euros(1_500) })] {
        let explanation = explained(&declined("OverLimit", facts), &listed);
        assert_eq!(explanation.cause, Cause::NotKnown);
        assert!(explanation.happened.contains("could not be read in full"), "{}", explanation.happened);
    }
    let none = alone("OverLimit", json!({}));
    assert_eq!(none.happened, "It was over a limit. The authorization does not say which: it lists no limit.");
}

#[test]
fn what_fits_now_is_measured_by_what_the_account_above_leaves() {
    let fix = |above: i64| {
        let balance: AccountBalance =
            serde_json::from_value(json!({ "openToBuy": euros(97_602), "prevailingOpenToBuy": euros(above) }))
                .expect("a balance");
        let evidence = Evidence { balance: Some(&balance), ..Evidence::default() };
        explained(&declined("OverCreditLimit", json!({})), &evidence)
    };
    assert_eq!(fix(97_602).fix.sentence, "It would fit now: try again.");
    let short = fix(7_999);
    assert_eq!(short.left.as_deref(), Some("Now: 79.99 EUR. The account above leaves no more."));
    assert!(short.fix.sentence.starts_with("The account above leaves less"), "{}", short.fix.sentence);
}

#[test]
fn a_lower_limit_that_is_over_is_not_offered_for_deletion() {
    let permanent: CreditLimit =
        serde_json::from_value(json!({ "creditLimitAmount": euros(500_000) })).expect("a limit");
    let temporary: Vec<TemporaryCreditLimit> = serde_json::from_value(json!([{
        "temporaryCreditLimitAmount": euros(10_000),
        "activationStartTime": "2022-12-01T00:00:00Z", "activationEndTime": "2022-12-24T00:00:00Z",
    }]))
    .expect("limits");
    let at = |now: &str, left: Option<i64>| {
        let balance: AccountBalance =
            serde_json::from_value(json!({ "openToBuy": left.map(euros) })).expect("a balance");
        let now = contract::Instant::parse(now).expect("a moment").epoch_millis();
        let evidence = Evidence {
            balance: Some(&balance),
            credit_limit: Some(&permanent),
            temporary_limits: Some(&temporary),
            now,
            ..Evidence::default()
        };
        explained(&declined("OverCreditLimit", json!({})), &evidence)
    };
    let counts = at("2022-12-06T09:00:00Z", Some(0));
    assert_eq!(counts.fix.sentence, "Delete the temporary limit, or wait until it ends.");
    assert_eq!(counts.resets.as_deref(), Some("The temporary limit ends on 2022-12-24T00:00:00Z."));
    let over = at("2022-12-25T09:00:00Z", None);
    assert_eq!(over.fix.sentence, "The temporary limit does not count any more: try again.");
    assert_eq!(over.resets.as_deref(), Some("The temporary limit ended on 2022-12-24T00:00:00Z."));
    let spent = at("2022-12-25T09:00:00Z", Some(0));
    assert_eq!(spent.fix.sentence, "A payment makes room, and so does a temporary limit.");
}

#[test]
fn a_lower_limit_for_a_while_is_the_cause_only_on_days_on_which_it_certainly_counted() {
    let permanent: CreditLimit =
        serde_json::from_value(json!({ "creditLimitAmount": euros(500_000) })).expect("a limit");
    let cause = |amount: i64, start: &str, end: &str| {
        let temporary: Vec<TemporaryCreditLimit> = serde_json::from_value(json!([{
            "temporaryCreditLimitAmount": euros(amount), "activationStartTime": start, "activationEndTime": end,
        }]))
        .expect("limits");
        let evidence =
            Evidence { credit_limit: Some(&permanent), temporary_limits: Some(&temporary), ..Evidence::default() };
        explained(&declined("OverCreditLimit", json!({})), &evidence).cause
    };
    assert_eq!(cause(10_000, "2022-12-01T00:00:00Z", "2022-12-24T00:00:00Z"), Cause::TemporaryLimit);
    assert_eq!(cause(10_000, "2022-12-05T00:00:00Z", "2022-12-24T00:00:00Z"), Cause::CreditLimit, "began that day");
    assert_eq!(cause(10_000, "2022-12-06T00:00:00Z", "2022-12-24T00:00:00Z"), Cause::CreditLimit, "began afterwards");
    assert_eq!(cause(900_000, "2022-12-01T00:00:00Z", "2022-12-24T00:00:00Z"), Cause::CreditLimit, "higher");
}

#[test]
fn a_restriction_is_named_by_what_it_lists_and_never_because_no_other_is_blocked() {
    let cause = |blocked: &[(&str, bool, &[&str])]| {
        let blocked = restrictions(blocked);
        let evidence = Evidence { restrictions: Some(&blocked), ..Evidence::default() };
        explained(&declined("RestrictionViolated", json!({})), &evidence)
    };
    assert_eq!(
        cause(&[("Cash off", true, &[]), ("Japan off", true, &["392"])]).cause.words(),
        "Restriction: Japan off"
    );
    assert_eq!(
        cause(&[("Gambling off", true, &["7995"])]).happened,
        "“Gambling off” is blocked. It lists the merchant's category, 7995."
    );
    for not_told in [
        cause(&[("Cash off", true, &[]), ("Shops off", false, &[])]),
        cause(&[("Cash off", true, &[]), ("Shops off", true, &[])]),
        cause(&[("Japan off", true, &["392"]), ("Gambling off", true, &["7995"])]),
        cause(&[("Brazil off", true, &["76"])]),
        cause(&[("Cash off", false, &[])]),
    ] {
        assert_eq!(not_told.cause, Cause::NotKnown, "{}", not_told.happened);
    }
    assert_eq!(alone("RestrictionViolated", json!({})).cause, Cause::NotKnown, "nothing was read");
}

#[test]
fn what_an_override_blocks_now_is_not_said_to_have_been_blocked_then() {
    let explain_with = |parameters: &[&str], description: &str| {
        let mut blocked = restrictions(&[("cash", true, parameters), ("shops", false, &[])]);
        blocked[0].condition_check_origin = Some("Override".into());
        let evidence = Evidence { restrictions: Some(&blocked), ..Evidence::default() };
        explained(&declined("RestrictionViolated", json!({ "resultDescription": description })), &evidence)
    };
    let only = explain_with(&[], "");
    assert_eq!(only.cause, Cause::NotKnown);
    assert_eq!(
        only.happened,
        "A restriction forbade it. The authorization does not name it. Only “cash” is blocked now, by an override; \
         since when is not stated."
    );
    assert!(!only.fix.sentence.contains("Allow it"), "{}", only.fix.sentence);
    let lists = explain_with(&["392"], "");
    assert_eq!(lists.cause, Cause::NotKnown);
    assert!(lists.happened.ends_with("since when is not stated. It lists the merchant's country, 392."));
    assert_eq!(explain_with(&[], "Restricted by CASH").cause, Cause::RestrictionOverride("cash".into()));
}

#[test]
fn what_the_gateways_finer_words_name_is_named() {
    let limits = limits(json!([
        { "velocityLimitIdentifier": { "velocityLimitReference": "VELOCITY_LIMIT_ECOM" }, "name": "E-commerce" },
        { "velocityLimitIdentifier": { "velocityLimitReference": "VELOCITY_LIMIT" } },
    ]));
    let evidence = Evidence { velocity_limits: Some(&limits), ..Evidence::default() };
    let said = |text: &str| explained(&declined("OverLimit", json!({ "resultDescription": text })), &evidence).cause;
    assert_eq!(said("Exceeds limit VELOCITY_LIMIT_ECOM."), Cause::VelocityLimit("E-commerce".into()));
    assert_eq!(said("Exceeds limit VELOCITY_LIMIT_ECOM_2"), Cause::NotKnown, "another one");

    let rules = restrictions(&[("cash", true, &[]), ("shops", false, &[]), ("gambling", true, &["7995"])]);
    let evidence = Evidence { restrictions: Some(&rules), ..Evidence::default() };
    let said =
        |text: &str| explained(&declined("RestrictionViolated", json!({ "resultDescription": text })), &evidence);
    assert_eq!(said("Restricted by CASH").cause, Cause::Restriction("cash".into()));
    let over = said("Restricted by SHOPS");
    assert_eq!(over.happened, "“shops” was blocked then, and is allowed now. The gateway names it.");
    // “gambling” lists the merchant's category, and “cash” may concern the payment.
    assert_eq!(over.fix.sentence, "Allow “gambling” with an override, for as long as it is needed.");
}

#[test]
fn a_reason_that_says_nothing_is_shown_with_the_gateways_finer_words() {
    let finer = json!({ "resultCode": "0510", "resultDescription": "Do not honour" });
    assert!(alone("Other", finer).happened.ends_with("For information it adds: 0510 Do not honour."));
    assert!(alone("MoonPhase", json!({})).happened.contains("“MoonPhase”"));
    let none = declined("Other", json!({ "declineReason": null }));
    assert_eq!(explained(&none, &Evidence::default()).happened, "It was declined, and the gateway states no reason.");
}

#[test]
fn a_country_is_the_same_with_and_without_its_leading_nought() {
    let cause = |country: &str, listed: &str| {
        let rules = restrictions(&[("Brazil off", true, &[listed]), ("Cash off", true, &[])]);
        let evidence = Evidence { restrictions: Some(&rules), ..Evidence::default() };
        let facts = json!({ "cardAcceptorCountry": country, "merchantCategoryCode": "0742" });
        explained(&declined("RestrictionViolated", facts), &evidence).cause
    };
    assert_eq!(cause("076", "76"), Cause::Restriction("Brazil off".into()));
    assert_eq!(cause("bra", "BRA"), Cause::Restriction("Brazil off".into()));
    assert_eq!(cause("076", "742"), Cause::NotKnown, "a category keeps its noughts: 0742 is not 742");
    assert_eq!(cause("076", "7"), Cause::NotKnown);
}
