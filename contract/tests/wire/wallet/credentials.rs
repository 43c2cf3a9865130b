//! Passwords and passcodes: seeds 000 and 002, attributes public or INFERRED.

use contract::operations::wallet::*;
use serde_json::json;

use super::check::{answered, sent, with_issuer, with_key};

#[test]
fn a_login_is_checked() {
    sent::<AuthenticateCustomerLogin>(with_key(json!({"password": "s3cret", "username": "pauls_wallet@yahoo.com"})));
    assert_eq!(answered::<AuthenticateCustomerLogin>().number_of_questions_to_answer, Some(2));
}

#[test]
fn a_forgotten_credential_is_reset_with_a_recovery_code() {
    sent::<ResetCustomerPasscode>(with_issuer(json!({"recoveryCode": "RC-9X41-22", "newPasscode": "2580"})));
    sent::<ResetCustomerPassword>(with_key(json!({"recoveryCode": "RC-9X41-22", "newPassword": "n3w"})));
    answered::<ResetCustomerPasscode>();
    answered::<ResetCustomerPassword>();
}

#[test]
fn a_credential_is_changed_without_a_recovery_code() {
    sent::<UpdateCustomerPIN>(with_key(json!({"newPasscode": "2580"})));
    sent::<UpdateExpiredCustomerPassword>(with_key(json!({"oldPassword": "0ld", "newPassword": "n3w"})));
    sent::<UpdateCustomerSecurityInfo>(with_key(json!({"newPassword": "n3w", "newPasscode": "2580",
        "questionsAnswers": [{"question": "First pet?", "answer": "Rex"}]})));
    answered::<UpdateCustomerPIN>();
    answered::<UpdateExpiredCustomerPassword>();
    answered::<UpdateCustomerSecurityInfo>();
}

#[test]
fn the_rules_for_credentials_are_told() {
    sent::<RetrieveCustomerCredentialsSpecification>(with_issuer(json!({})));
    let answer = answered::<RetrieveCustomerCredentialsSpecification>();
    assert_eq!(answer.passcode_specification.and_then(|rule| rule.max_length), Some(4));
}
