//! Payments and receipts: seed 003.

/// By the operation's name.
pub const ANSWERS: &[(&str, &str)] = &[
    // 003:202
    ("cancelMobileTransaction", "{}"),
    // 003:418-424
    (
        "invokeAdditionalProcess",
        r#"{"tenantIdentifier": {"tenantUri": "certnew:tenant#1", "partnerUri": "paydiant:entity:partner#5df9ba6e"},
            "additionalProcessInfo": {"additionalInformation": [{"key": "3DS", "value": "passed"}]}}"#,
    ),
    // 003:500-504, 966
    ("obtainMobileDeviceCheckoutToken", r#"{"checkoutToken": {"value": "T-778120", "type": "CASH_ACCESS"}}"#),
    // 003:593
    ("releaseMobileDeviceCheckoutToken", "{}"),
    // 003:877-905
    (
        "retrieveMobileTransactionMetadata",
        r#"{"refundableReceipts": {"receipts": []}, "eligibleOffers": {"offers": [{"offerUri": "certnew:offer#1"}]},
            "transactionMetaData": {"tenders": ["VISA"], "siteLocation": {"pumps": 4}}, "transactionStatus": "READY",
            "transactionDetail": {"amountDue": 42.0}, "nextExecutingFlowRule": "CONFIRM_TRANSACTION",
            "currentExecutingFlowRule": "RETRIEVE_TRANSACTION_META_DATA_DISCOVERY",
            "transactionFlowRuleSpcifications": {"timeout": 30}, "checkoutToken": {"value": "T-778120"},
            "paydiantReferenceId": "c98eca3b-e37c-4855-bf03-3db69b8ec035",
            "nextTransactionFlowRuleSpecification": {"timeout": 60}, "discoveryType": "CASH_ACCESS",
            "externalEvents": [{"type": "SHARE"}]}"#,
    ),
    // 003:1336-1360
    (
        "updateMobileTransaction",
        r#"{"transactionStatus": "PAID", "transactionMetaData": {"receipt": true}, "transactionDetail": {"paid": 42.0},
            "nextExecutingFlowRule": "CONFIRM_TRANSACTION", "currentExecutingFlowRule": "SUBMIT_PAYMENT_TENDERS",
            "transactionFlowRuleSpcifications": {"timeout": 30}, "checkoutToken": "T-778120",
            "paydiantReferenceId": "c98eca3b-e37c-4855-bf03-3db69b8ec035",
            "nextTransactionFlowRuleSpecification": {"timeout": 60}, "discoveryType": "CASH_ACCESS",
            "externalEvents": [{"type": "SHARE"}]}"#,
    ),
    // 003:1011-1015
    (
        "retrievePaginatedUserReceipts",
        r#"{"receiptList": [
            {"paydiantReferenceId": "c98eca3b-e37c-4855-bf03-3db69b8ec035", "transactionDate": "2018-07-23 12:00:00",
             "receiptType": "PURCHASE", "totalAmount": 42.00, "tipAmount": 2.10, "currencyCode": "USD",
             "acceptanceLocation": {"storeCode": "17", "uri": "certnew:location#17", "name": "Corner shop",
                "address1": "1 Main St", "address2": "", "city": "Newton", "state": "MA", "zipCode": "02246",
                "country": "USA"},
             "paymentTenders": [{"name": "Groceries", "maskedCardNumber": "411111******1111", "amount": 42.00}]},
            {"paydiantReferenceId": "second"}]}"#,
    ),
    // 003:1039-1043
    (
        "retrieveUserReceiptByPaydiantRefId",
        r#"{"receipt": {"paydiantReferenceId": "c98eca3b-e37c-4855-bf03-3db69b8ec035", "totalAmount": "42.00"}}"#,
    ),
    // 000:107: INFERRED
    (
        "retrieveCustomerTransactionsHistory",
        r#"{"customerTransactionInfo": [{"paydiantReferenceId": "first", "transactionDate": 1493069461632,
            "totalAmount": 7}]}"#,
    ),
];
