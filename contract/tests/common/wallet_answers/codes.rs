//! Codes, credentials and questions: seed 002.

/// By the operation's name.
pub const ANSWERS: &[(&str, &str)] = &[
    // 002:29-35
    (
        "authenticateCustomerLogin",
        r#"{"numberOfQuestionsToAnswer": 2, "questionDetails": [{"question": "First pet?", "required": true}],
            "customerUri": "certnew:entity:customer#e1f42d4d"}"#,
    ),
    // 002:61-63
    ("authenticateCustomerMFA", "{}"),
    // 002:92-96
    ("authenticateRecoveryCode", r#"{"customerUri": "certnew:entity:customer#e1f42d4d"}"#),
    // 002:120-130
    (
        "completeApplicationVerification",
        r#"{"customerUri": "certnew:entity:customer#e1f42d4d", "deviceUri": "certnew:iphone#7c9e6679",
            "applicationId": "app-1", "questionDetails": [{"question": "First pet?", "required": false}]}"#,
    ),
    // 002:158-162
    ("completeApplicationVerificationWithMFA", "{}"),
    // 002:186-192
    ("completeEmailVerification", r#"{"customerUri": "certnew:entity:customer#e1f42d4d", "questionDetails": []}"#),
    // 002:216-220
    ("completeEmailVerificationWithMFA", "{}"),
    // 002:246-254
    (
        "retrieveApplicationVerificationCode",
        r#"{"verificationCode": "K3-7719", "validUntildate": "2022-12-05T09:37:27.670+00:00"}"#,
    ),
    // 002:294-304
    (
        "retrieveCustomerMFAQuestions",
        r#"{"mfaEnabled": true, "numberOfQuestionsToAnswer": 2, "questionDetails": [
            {"questionUri": "certnew:question#1", "question": "First pet?", "required": true},
            {"questionUri": "certnew:question#2", "question": "Street of your childhood?", "required": false}]}"#,
    ),
    // 002:326-334
    ("retrieveEmailVerificationCode", r#"{"verificationCode": "482913", "validUntildate": 1493069461632}"#),
    // 002:408-418
    ("retrieveMFAQuestions", r#"{"mfaEnabled": false, "numberOfQuestionsToAnswer": 0, "questionDetails": []}"#),
    // 002:443-449
    ("retrieveRecoveryCode", r#"{"recoveryCode": "RC-9X41-22"}"#),
    // 002:565-569
    ("updateCustomerMFAQuestions", "{}"),
    // 000:81, 85, 131, 133, 135: INFERRED, as what a write without a payload answers (001:181)
    ("resetCustomerPasscode", "{}"),
    ("resetCustomerPassword", "{}"),
    ("updateCustomerPIN", "{}"),
    ("updateCustomerSecurityInfo", "{}"),
    ("updateExpiredCustomerPassword", "{}"),
    // 000:94: INFERRED
    (
        "retrieveCustomerCredentialsSpecification",
        r#"{"passwordSpecification": {"minLength": 8, "maxLength": 32, "regex": "^.*[0-9].*$",
                "description": "At least one digit"},
            "passcodeSpecification": {"minLength": 4, "maxLength": 4}}"#,
    ),
];
