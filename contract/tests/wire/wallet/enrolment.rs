//! Enrolments: seed 003.

use contract::operations::wallet::*;
use serde_json::json;

use super::check::{CUSTOMER, DEVICE, answered, key, sent};

/// Seed 003:799-815.
#[test]
fn incomplete_enrolments_are_listed() {
    let request = sent::<RetrieveIncompletePaymentAccountEnrollments>(json!({"customerIdentifier": {"uri": CUSTOMER}}));
    assert_eq!(request, RetrieveIncompletePaymentAccountEnrollments::of(&key()));
    let answer = answered::<RetrieveIncompletePaymentAccountEnrollments>();
    let states: Vec<_> = answer.enrollment_information.rows.iter().map(|one| one.enrollment_state.clone()).collect();
    assert_eq!(states, [Some(EnrollmentState::MoreInfo), Some(EnrollmentState::Expired)]);
}

/// Seed 003:135-153.
#[test]
fn a_stuck_enrolment_is_cancelled() {
    sent::<CancelPaymentAccountEnrollment>(json!({"customerIdentifier": {"uri": CUSTOMER},
        "deviceIdentifier": {"uri": DEVICE}, "paydiantCorrelationId": "corr-1"}));
    assert_eq!(answered::<CancelPaymentAccountEnrollment>().paydiant_correlation_id, Some("corr-1".into()));
}

/// Seed 003:1105-1127, 226-244.
#[test]
fn an_enrolment_is_begun_and_continued() {
    for kind in ["LINK", "PROVISION"] {
        sent::<StartPaymentAccountEnrollment>(json!({"enrollmentType": kind,
            "customerIdentifier": {"externalId": "PERSON-1"}, "deviceIdentifier": {"uri": DEVICE},
            "paymentAccount": {"paymentAccountTypeUri": "certnew:accounttype#credit", "nickName": "Fuel",
                "additionalData": [{"key": "CARD_NUMBER", "value": "4111111111111111"}]}}));
    }
    let begun = answered::<StartPaymentAccountEnrollment>().enrollment_information.expect("a state");
    assert_eq!(begun.enrollment_state, Some(EnrollmentState::MoreInfo));

    sent::<ContinuePaymentAccountEnrollment>(json!({"customerIdentifier": {"uri": CUSTOMER},
        "enrollmentInformation": {"paydiantCorrelationId": "corr-1",
            "additionalData": [{"key": "ONE_TIME_CODE", "value": "114903", "required": true}]},
        "deviceIdentifier": {"uri": DEVICE}}));
    let account = answered::<ContinuePaymentAccountEnrollment>().payment_account.expect("an account");
    assert_eq!(account.payment_account_uri, Some("certnew:card#1".into()));
}

/// Seed 003:358-376.
#[test]
fn customer_device_and_card_are_made_at_once() {
    sent::<EnrollCustomerAndProvisionCard>(json!({"customer": {"externalId": "PERSON-1"},
        "device": {"deviceUri": DEVICE, "deviceTypeUniqueName": "iphone"},
        "paymentAccount": {"nickName": "PayPal", "additionalData": []}}));
    assert!(answered::<EnrollCustomerAndProvisionCard>().customer.is_some());
}
