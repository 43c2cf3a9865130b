//! Profiles, devices and enrolments: seeds 000 and 003.

/// By the operation's name.
pub const ANSWERS: &[(&str, &str)] = &[
    // INFERRED from 003:279
    ("createCustomerInfo", r#"{"customerUri": "certnew:entity:customer#e1f42d4d"}"#),
    // 000:65, 127: INFERRED, as what a write without a payload answers (001:181)
    ("deleteCustomer", "{}"),
    ("updateCustomerInfo", "{}"),
    // 000:73: INFERRED
    ("isCustomerExists", r#"{"exists": true}"#),
    // 000:89; one record of 001:52
    (
        "retrieveCustomerByUri",
        r#"{"customerLookUpInfo": [{
            "devices": [], "additionalCustomerInformation": [{"key": "birthday", "value": "07101969"}],
            "customerUri": "certnew:entity:customer#e1f42d4d",
            "issuingPartnerUri": "certnew:entity:issuingpartner#d72bb2cd",
            "partnerUri": "paydiant:entity:partner#5df9ba6e", "createDate": 1454792210632,
            "issuingPartnerShortName": "certnew", "active": true, "locked": true, "email": "pauls_wallet@yahoo.com",
            "emailPending": null, "customerId": "vmiTxZcaSEym", "username": "pauls_wallet@yahoo.com",
            "firstName": "Paul", "lastName": "Casey", "address1": "445 Graceland Drive", "address2": "",
            "city": "Laguna Beach", "country": "USA", "state": "CA", "zip": "92651", "phone": "9991234444",
            "passwordChangedDate": 1454792210632, "passcodeChangedDate": 1454792210632,
            "securityQuestionsChangedDate": 1454792210632, "lastLoginDate": null, "emailVerified": true,
            "emailVerifiedDate": null}]}"#,
    ),
    // 000:103
    (
        "retrieveCustomersEmailByUri",
        r#"{"customerEmailInfo": {"email": "pauls_wallet@yahoo.com", "emailPending": "paul@example.com",
            "emailVerified": true}}"#,
    ),
    // 003:276-280
    ("createCustomer", r#"{"customerUri": "certnew:entity:customer#e1f42d4d"}"#),
    // 003:631-649
    (
        "retrieveCustomerV2",
        r#"{"active": false, "createDate": 1454792210632, "modifiedTime": "2022-12-05T09:37:27.670+00:00",
            "tenantName": "certnew", "customerId": "vmiTxZcaSEym", "stub": false,
            "customer": {"customerUri": "certnew:entity:customer#e1f42d4d", "externalId": "PERSON-1", "firstName": "Paul",
                "lastName": "Casey", "country": "USA", "additionalCustomerInformation": [{"key": "a", "value": "b"}]}}"#,
    ),
    // 003:1157
    ("updateCustomerV2", "{}"),
    // 000:69, public
    ("deleteCustomerDevice", "{}"),
    // 000:111
    (
        "retrieveIssuingPartnerDeviceTypes",
        r#"{"deviceTypesInfo": [{"deviceTypeUniqueName": "iphone", "description": "iOS 9 and later"},
            {"deviceTypeUniqueName": "android"}]}"#,
    ),
    // 003:326-330
    (
        "createDevice",
        r#"{"device": {"deviceUri": "certnew:android#342d233211", "deviceExternalId": "342d233211",
            "deviceTypeUniqueName": "android", "deviceName": "Kitchen phone", "active": true,
            "createDate": 1493069461632}}"#,
    ),
    // 003:687-691
    (
        "retrieveCustomerBlockedDevices",
        r#"{"customerDevices": [
            {"deviceUri": "certnew:android#16fd2706", "deviceTypeUniqueName": "android", "deviceName": "Old phone",
             "active": true, "blocked": false, "blockedDate": 1493069461632},
            {"deviceUri": "certnew:iphone#7c9e6679"}]}"#,
    ),
    // 003:1260-1264
    ("updateDeviceBlockStatus", r#"{"block": true}"#),
    // 003:145-153
    (
        "cancelPaymentAccountEnrollment",
        r#"{"paydiantCorrelationId": "corr-1", "customerIdentifier": {"uri": "certnew:entity:customer#e1f42d4d"},
            "deviceIdentifier": {"uri": "certnew:iphone#7c9e6679"}}"#,
    ),
    // 003:807-815
    (
        "retrieveIncompletePaymentAccountEnrollments",
        r#"{"enrollmentInformation": [
                {"paydiantCorrelationId": "corr-1", "enrollmentState": "MORE_INFO",
                 "additionalData": [{"key": "ONE_TIME_CODE", "required": true}], "createDate": 1493069461632},
                {"paydiantCorrelationId": "corr-2", "enrollmentState": "EXPIRED"}],
            "customerIdentifier": {"uri": "certnew:entity:customer#e1f42d4d", "externalId": "PERSON-1"},
            "deviceIdentifier": {"uri": "certnew:iphone#7c9e6679"}}"#,
    ),
    // 003:1118-1127
    (
        "startPaymentAccountEnrollment",
        r#"{"enrollmentInformation": {"paydiantCorrelationId": "corr-1", "enrollmentState": "MORE_INFO"},
            "customerIdentifier": {"uri": "certnew:entity:customer#e1f42d4d"},
            "deviceIdentifier": {"uri": "certnew:iphone#7c9e6679"},
            "paymentAccount": {"paymentAccountUri": "certnew:card#1", "maskedCardNumber": "411111******1111"}}"#,
    ),
    // 003:236-244, release note 9-7
    (
        "continuePaymentAccountEnrollment",
        r#"{"enrollmentInformation": {"paydiantCorrelationId": "corr-1", "enrollmentState": "END"},
            "customerIdentifier": {"uri": "certnew:entity:customer#e1f42d4d"},
            "deviceIdentifier": {"uri": "certnew:iphone#7c9e6679"},
            "paymentAccount": {"paymentAccountUri": "certnew:card#1"}}"#,
    ),
    // 003:368-376
    (
        "enrollCustomerAndProvisionCard",
        r#"{"customer": {"customerUri": "certnew:entity:customer#e1f42d4d"},
            "device": {"deviceUri": "certnew:iphone#7c9e6679"},
            "paymentAccount": {"paymentAccountUri": "certnew:card#1", "nickName": "PayPal",
                "additionalData": [{"key": "NICKNAME", "value": "PayPal"}]}}"#,
    ),
];
