//! Cards, partners and loyalty: seeds 000, 002, 003 and the public pages.

/// By the operation's name.
pub const ANSWERS: &[(&str, &str)] = &[
    // public: cards
    (
        "addCustomerCard",
        r#"{"paymentStatus": {"statusCode": 210, "statusDescription": "Authorized"},
            "cardUri": "certnew:card#1", "verificationType": "SIMPLE_AUTH"}"#,
    ),
    // INFERRED from addCustomerCard
    ("provisionCustomerCard", r#"{"cardUri": "certnew:card#2", "verificationType": "NO_VALIDATION"}"#),
    // 000:67: INFERRED
    ("deleteCustomerCardInfo", "{}"),
    // 003:745-759
    (
        "retrieveCustomerCardInfo",
        r#"{"paymentStatus": {"statusCode": 370, "statusDescription": "Balance"},
            "cards": [
                {"cardUri": "certnew:card#1", "maskedCardNumber": "411111******1111", "nickName": "Groceries",
                 "paymentAccountTypeUri": "certnew:accounttype#credit", "paymentNetworkTypeUri": "certnew:network#visa",
                 "active": true, "defaultCard": false, "createDate": 1493069461632,
                 "accountBalance": {"availableBalance": 120.50}, "metaData": [{"key": "NICKNAME", "value": "Groceries"}]},
                {"cardUri": "certnew:card#2"}],
            "includeMetaData": true, "customerUri": "certnew:entity:customer#e1f42d4d",
            "paymentAccountUri": "certnew:card#1"}"#,
    ),
    // INFERRED from 003:1203
    ("updateCustomerCardInfo", r#"{"cardUri": "certnew:card#1", "verificationType": "BIN_NUMBER"}"#),
    // 003:1203-1214
    ("updateCustomerCard", r#"{"cardUri": "certnew:card#1", "verificationType": "SIMPLE_BALANCE_REQUEST"}"#),
    // 003:542-546 and the public AccountBalance
    (
        "refreshCustomerCardBalances",
        r#"{"accountBalances": [{"cardUri": "certnew:card#1", "availableBalance": 120.5, "availableCredit": 0.1,
            "balanceAsOfDate": 1493069461632}]}"#,
    ),
    (
        "refreshCustomerCardBalancesV2",
        r#"{"accountBalances": [
            {"cardUri": "certnew:card#1", "availableBalance": 17},
            {"cardUri": "certnew:card#2", "balanceErrorCode": 374, "balanceErrorMessage": "No answer from the processor"}]}"#,
    ),
    // 002:481-492, 528-539
    ("submitAVSVerification", r#"{"paymentStatus": {"statusCode": 380}, "verificationType": "DOUBLE_DEPOSIT"}"#),
    ("submitPostVerification", r#"{"verificationType": "DOUBLE_DEPOSIT"}"#),
    // 002:355-368
    (
        "retrieveIINDetails",
        r#"{"partnerUri": "paydiant:entity:partner#5df9ba6e", "issuingPartnerUri": "certnew:entity:issuingpartner#d72bb2cd",
            "iin": "411111", "accountTypeUri": "certnew:accounttype#credit", "networkTypeUri": "certnew:network#visa"}"#,
    ),
    // 003:1087-1093
    (
        "retrieveSupportedTenderTypes",
        r#"{"tenderTypes": [
            {"accountTypeUri": "certnew:accounttype#credit", "networkTypeUri": "certnew:network#visa", "name": "Visa",
             "provisioningSupported": true, "metaData": [
                {"key": "CARD_NUMBER", "name": "Card number", "required": true, "minLength": 13, "maxLength": 19,
                 "regex": "^[0-9]+$", "maskingRequired": true, "updatesAllowed": false}]},
            {"accountTypeUri": "certnew:accounttype#gift"}]}"#,
    ),
    // public: loyalty
    (
        "processExternalActivity",
        r#"{"activityResults": {"activityType": "ONDEMAND_AWARD", "referenceId": "post-17", "points": 50,
            "pointsStatus": "GIVEN", "activityDate": 1493069461632}}"#,
    ),
    ("queryActivities", r#"{"activities": [{"activityType": "ONDEMAND_AWARD", "points": 2.5}, {}]}"#),
];
