//! Group B: names and spelling.

use contract::{
    Instant, Operation,
    operations::{RetrieveCustomerDevices, RetrieveCustomerLookupInfo, wallet::*},
};
use serde_json::json;

use super::gateway::{done, done_under, fields, key, read, sealed};

/// Seed 001:13 against 001:21.
#[test]
fn b1_a_wrapper_is_a_fact_and_does_not_follow_from_the_name() {
    assert_eq!(RetrieveCustomerLookupInfo::SPEC.wrapper, "retrieveCustomerLookUpInfo");
    assert_eq!(RefreshCustomerCardBalancesV2::SPEC.wrapper, RefreshCustomerCardBalances::SPEC.wrapper);
}

/// Seed 003:9 against 003:542 and 003:1203.
#[test]
fn b2_two_answers_lack_the_suffix() {
    let balances =
        done_under::<RefreshCustomerCardBalancesV2>("refreshCustomerCardBalances", json!({"accountBalances": [{}]}));
    assert_eq!(balances.account_balances.rows.len(), 1);
    let card = done_under::<UpdateCustomerCard>("updateCustomerCard", json!({"cardUri": "certnew:card#1"}));
    assert_eq!(card.card_uri, Some("certnew:card#1".into()));
}

/// Seed 003:1131 against 003:1118.
#[test]
fn b3_one_answer_is_named_in_the_plural() {
    done_under::<StartPaymentAccountEnrollment>("startPaymentAccountEnrollmentsResponse", json!({}));
}

/// Seed 003:542-546.
#[test]
fn b4_balances_come_although_none_are_announced_and_may_stay_away() {
    assert!(done::<RefreshCustomerCardBalancesV2>(json!({})).account_balances.is_empty());
    let announced = done::<RefreshCustomerCardBalancesV2>(json!({"accountBalances": [{"cardUri": "certnew:card#1"}]}));
    assert_eq!(announced.account_balances.rows.len(), 1);
}

/// Seed 002:253, 333.
#[test]
fn b6_a_codes_date_is_spelt_with_a_small_d() {
    let moment = Some(Instant::from_epoch_millis(1_493_069_461_632));
    for spelling in ["validUntildate", "validUntilDate"] {
        let email = done::<RetrieveEmailVerificationCode>(json!({spelling: 1_493_069_461_632_i64}));
        let app = done::<RetrieveApplicationVerificationCode>(json!({spelling: 1_493_069_461_632_i64}));
        assert_eq!((&email.valid_until_date, &app.valid_until_date), (&moment, &moment));
        let written = json!({"validUntildate": 1_493_069_461_632_i64});
        assert_eq!(serde_json::to_value(&email).expect("JSON"), written);
        assert_eq!(serde_json::to_value(&app).expect("JSON"), written);
    }
}

/// Seed 003:894, 900, 1349, 1355.
#[test]
fn b8_specifications_lack_a_letter_in_the_plural_only() {
    let answer =
        json!({"transactionFlowRuleSpcifications": {"now": 1}, "nextTransactionFlowRuleSpecification": {"then": 2}});
    let update = done::<UpdateMobileTransaction>(answer.clone());
    let metadata = done::<RetrieveMobileTransactionMetadata>(answer.clone());
    assert_eq!(serde_json::to_value(&update).expect("JSON"), answer);
    assert_eq!(serde_json::to_value(&metadata).expect("JSON"), answer);
    let repaired = done::<UpdateMobileTransaction>(json!({"transactionFlowRuleSpecifications": {"now": 1}}));
    assert!(repaired.transaction_flow_rule_specifications.is_some());
}

/// Seed 002:56, 155, 213 against 002:562.
#[test]
fn b9_answers_to_questions_have_two_names() {
    let CustomerKeyed { check, update } = questioned();
    assert!(check.get("questionAnswers").is_some() && check.get("questionsAnswers").is_none());
    assert!(update.get("questionsAnswers").is_some() && update.get("questionAnswers").is_none());
}

/// Seed 003:1253 against 003:1263.
#[test]
fn b10_a_device_is_asked_to_be_blocked_and_answers_block() {
    let request = UpdateDeviceBlockStatus::of(&key(), &"certnew:iphone#1".into(), true, None);
    assert_eq!(fields(&request)["blocked"], true);
    assert_eq!(done::<UpdateDeviceBlockStatus>(json!({"block": true})).block, Some(true));
    assert_eq!(done::<UpdateDeviceBlockStatus>(json!({"blocked": true})).block, None, "another attribute");
    for name in ["blocked", "block"] {
        let listed = json!({"customerDevices": [{"deviceUri": "certnew:iphone#1", name: true}]});
        let devices = done::<RetrieveCustomerBlockedDevices>(listed).customer_devices.rows;
        assert_eq!(devices[0].blocked, Some(true), "{name}");
    }
}

/// Seed 003:738.
#[test]
fn b11_metadata_is_asked_for_with_a_capital_d() {
    let sent = fields(&RetrieveCustomerCardInfo::of(&key()));
    assert!(sent.get("includeMetaData").is_some() && sent.get("includeMetadata").is_none());
}

/// Seed 003:776, 620 against 003:315, 676.
#[test]
fn b12_the_issuers_own_id_has_two_names() {
    let issuer = json!({"partnerUri": "p", "issuingPartnerUri": "i"});
    let with = |name: &str| {
        let mut attributes = issuer.clone();
        attributes[name] = json!("PERSON-1");
        attributes
    };
    assert!(read::<RetrieveCustomerDevices>(with("externalId")).external_id.is_some());
    assert!(read::<RetrieveCustomerDevices>(with("customerExternalId")).external_id.is_none());
    assert!(read::<RetrieveCustomerBlockedDevices>(with("customerExternalId")).customer_external_id.is_some());
    assert!(read::<RetrieveCustomerBlockedDevices>(with("externalId")).customer_external_id.is_none());
}

/// Seed 003:181, 411, 622, 319.
#[test]
fn b13_an_issuer_is_named_in_four_ways() {
    let device = json!({"customerUri": "c", "deviceUri": "d", "deviceUniqueId": "u", "tenant": {"tenantUri": "t"}});
    assert_eq!(read::<CancelMobileTransaction>(device).tenant.tenant_uri, Some("t".into()));
    let process = json!({"tenantIdentifier": {"tenantUri": "t"}, "additionalProcessInfo": {}});
    assert_eq!(read::<InvokeAdditionalProcess>(process).tenant_identifier.tenant_uri, Some("t".into()));
    let profile = json!({"customerUri": "c", "tenantUri": "t", "partnerUri": "p"});
    assert_eq!(read::<RetrieveCustomerV2>(profile).tenant_uri, "t".into());
    assert_eq!(
        fields(&RetrieveCustomerCardInfo::of(&key()))["issuingPartnerUri"],
        "certnew:entity:issuingpartner#d72bb2cd"
    );
}

/// Seed 003:734, 1186, 537: the last is a text in the plural.
#[test]
fn b14_a_card_is_named_in_three_ways() {
    assert!(fields(&RetrieveCustomerCardInfo::of(&key())).get("paymentAccountUri").is_some());
    for name in ["cardUri", "paymentAccountUri"] {
        let cards = done::<RetrieveCustomerCardInfo>(json!({"cards": [{name: "certnew:card#1"}]})).cards;
        assert_eq!(cards.rows[0].card_uri, "certnew:card#1".into(), "{name}");
    }
    let asked = |uris: serde_json::Value| {
        let mut attributes = fields(&RefreshCustomerCardBalancesV2::of(&key()));
        attributes["cardUris"] = uris;
        fields(&read::<RefreshCustomerCardBalancesV2>(attributes))["cardUris"].clone()
    };
    assert_eq!(asked(json!("certnew:card#1")), json!("certnew:card#1"));
    assert_eq!(asked(json!(["certnew:card#1"])), json!("certnew:card#1"));
    assert_eq!(asked(json!(["certnew:card#1", "certnew:card#2"])), json!(["certnew:card#1", "certnew:card#2"]));
}

/// Seed 002:451, 000:117, 30; 000:77, 27; 000:75, 25; 000:34, 001:205; 000:16, 42; 000:39.
#[test]
fn b15_of_several_spellings_one_is_the_name() {
    let names = [
        SubmitAVSVerification::SPEC.name,
        QueryActivities::SPEC.name,
        ProcessExternalActivity::SPEC.name,
        UpdateCustomerInfo::SPEC.name,
        ProvisionCustomerCard::SPEC.name,
        CompleteApplicationVerificationWithMFA::SPEC.name,
    ];
    let canonical = [
        "submitAVSVerification",
        "queryActivities",
        "processExternalActivity",
        "updateCustomerInfo",
        "provisionCustomerCard",
        "completeApplicationVerificationWithMFA",
    ];
    assert_eq!(names, canonical);
}

/// Seed 000:81, 83, and beside them 000:85.
#[test]
fn b16_what_is_listed_twice_is_one_operation_and_its_neighbour_another() {
    assert_ne!(ResetCustomerPasscode::SPEC.path, ResetCustomerPassword::SPEC.path);
    assert_eq!(ResetCustomerPasscode::SPEC.source, "000:81");
}

/// Seed 002:275.
#[test]
fn b17_a_request_whose_table_says_response_is_a_request() {
    let sent = sealed(&RetrieveCustomerMFAQuestions::of(&key()));
    assert!(sent["retrieveCustomerMFAQuestionsRequest"]["messageHeader"].is_object());
}

/// Seed 000:25.
#[test]
fn b18_an_asterisk_is_no_part_of_a_name() {
    assert_eq!(ProcessExternalActivity::SPEC.wrapper, "processExternalActivity");
}

/// The attributes of a check and of an update.
struct CustomerKeyed {
    check: serde_json::Value,
    update: serde_json::Value,
}

fn questioned() -> CustomerKeyed {
    let contract::CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key();
    let update =
        UpdateCustomerMFAQuestions { customer_uri, issuing_partner_uri, partner_uri, questions_answers: Vec::new() };
    CustomerKeyed { check: fields(&AuthenticateCustomerMFA::of(&key(), Vec::new())), update: fields(&update) }
}
