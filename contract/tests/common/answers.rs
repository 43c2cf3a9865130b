//! One whole answer of every operation: the guide's where it prints one, else one written after what the guides and the
//! public specification say about it.

use contract::{Spec, StatusShape};

use crate::{
    samples::{folder, sample},
    wallet_answers::answer_of,
    written,
};

/// An answer that says that it was done.
pub fn answer(spec: &Spec) -> String {
    if spec.status_shape != StatusShape::Absent {
        let printed = format!("b2b-v1/{}.response.json", spec.name);
        return match spec.name {
            _ if folder().join(&printed).exists() => sample(&printed),
            "retrieveCustomerDevices" => written::DEVICES.into(),
            "updateCustomerActivation" => written::ACTIVATION.into(),
            "updateCustomerDeviceActivation" => written::DEVICE_ACTIVATION.into(),
            _ => answer_of(spec),
        };
    }
    let (_, same_as) = *SAME.iter().find(|(name, _)| *name == spec.name).unwrap_or(&(spec.name, spec.name));
    let printed = format!("issuing-v2/{same_as}.response.json");
    if folder().join(&printed).exists() {
        let text = sample(&printed);
        // Printed without its envelope, which is read for a list alone (seed 004:2714).
        let is_bare_record = same_as != spec.name && !text.contains("\"data\"");
        return if is_bare_record { format!("{{\"data\": {text}}}") } else { text };
    }
    let data = match DATA.iter().find(|(name, _)| *name == same_as) {
        Some((_, data)) => data,
        // A write may be confirmed without a word.
        None if spec.writes() => "{}",
        None => panic!("no answer of {same_as} is written"),
    };
    format!("{{\"data\": {data}}}")
}

/// What answers the same as another operation.
const SAME: &[(&str, &str)] = &[
    ("retrieveNextStatement", "retrieveLastStatement"),
    ("searchOperations", "listOperations"),
    ("inquireOperation", "retrieveOperation"),
    ("postBalanceAdjustmentOperation", "postFeeOperation"),
    ("reverseBalanceAdjustmentOperation", "reverseFeeOperation"),
    ("postBonusOperation", "postFeeOperation"),
    ("reverseBonusOperation", "reverseFeeOperation"),
    ("postInterestOperation", "postFeeOperation"),
    ("reverseInterestOperation", "reverseFeeOperation"),
    ("postLoadOperation", "postFeeOperation"),
    ("postUnloadOperation", "postFeeOperation"),
    ("postPaymentOperation", "postFeeOperation"),
    ("reversePaymentOperation", "reverseFeeOperation"),
    ("postReimbursementOperation", "postFeeOperation"),
    ("reverseReimbursementOperation", "reverseFeeOperation"),
    ("retrieveAccountFutureUpdate", "updateAccountFutureUpdate"),
    ("cancelAccountFutureUpdate", "updateAccountFutureUpdate"),
    ("cancelMandate", "createMandate"),
    ("activateCustomerAddress", "deactivateCustomerAddress"),
    ("invalidateCustomerAddress", "deactivateCustomerAddress"),
    ("updateCustomerContact", "createCustomerContact"),
    ("removeCustomerContact", "createCustomerContact"),
    ("updateCustomer", "updateCustomerPartially"),
    ("createDisputeFromTransaction", "createDispute"),
    ("retrieveDisputeByOperation", "retrieveDispute"),
    ("retrieveDisputeByTransaction", "retrieveDispute"),
    ("retrieveDisputeByExternalReference", "retrieveDispute"),
    ("retrieveAuthorizationRestriction", "listAuthorizationRestrictions"),
    ("updateAuthorizationRestrictionOverride", "createAuthorizationRestrictionOverride"),
    ("deleteAuthorizationRestrictionOverride", "createAuthorizationRestrictionOverride"),
    ("updateVelocityLimitOverride", "createVelocityLimitOverride"),
    ("deleteVelocityLimitOverride", "createVelocityLimitOverride"),
];

/// The `data` of what no guide prints: names and words of the public specification.
const DATA: &[(&str, &str)] = &[
    (
        "retrieveAccount",
        r#"{"issuerId": "1234", "accountIdentifier": {"accountReference": "12343571015282598154"}, "name": "Root",
            "status": "ACTIVE", "statusDate": "2022-06-14T12:54:58.000+00:00", "root": true, "paymentMode": "AUTOPAYMENT",
            "accountBalance": {"value": -40946, "exponent": 2, "isoCode": "EUR"}, "iban": "DE27100777770209299700",
            "openCycleInformation": {"cycleStartDate": "2022-12-19T14:10:44.000+00:00"},
            "selectedModels": [{"type": "statementModel", "reference": "M_1234_STATMT_DEFAULT"}],
            "accountOwnerIdentifier": {"customerReference": "CUS10000243080"}}"#,
    ),
    (
        "listCustomerAccounts",
        r#"[{"issuerId": "1234", "accountIdentifier": {"accountReference": "12343037952407582600"}, "root": true,
             "status": "ACTIVE", "workingMode": "PAY_LATER", "amountDuePercentage": "30",
             "amountDueMinAmount": {"value": 3000, "exponent": 2, "isoCode": "EUR"},
             "hierarchyOperationStatus": {"authorizationsBlocking": false, "paymentsBlocking": false}}]"#,
    ),
    (
        "retrieveCorporateContract",
        r#"{"contractIdentifier": {"contractReference": "1fe5988a"}, "status": "SIGNED",
            "customerIdentifier": [{"customerReference": "COM1"}],
            "corporateContractLevels": [{"level": "1", "levelDescription": "Company"}],
            "corporateContractEntities": [{"accountIdentifier": {"accountReference": "1"}, "level": 2}],
            "statementDuplicatedForCompany": false}"#,
    ),
    (
        "updateAccountFutureUpdate",
        r#"{"accountFutureUpdateIdentifier": {"futureChangeReference": "FUT-1"}, "updateStatus": "CREATED",
            "lastUpdateDate": "2023-02-03T10:00:00.000+00:00"}"#,
    ),
    (
        "createMandate",
        r#"{"accountIdentifier": {"accountReference": "12343571015282598154"}, "sepaMandateStatus": "Active",
            "sepaMandateUmr": "UMR-1", "sepaMandateUir": "UIR-1"}"#,
    ),
    (
        "retrieveAccountOwner",
        r#"{"customer": {"customerIdentifier": {"customerReference": "CUS10000375046"}, "firstName": "Andre",
            "lastName": "SWITCH"}}"#,
    ),
    (
        "retrieveAccountGuarantor",
        r#"{"company": {"customerIdentifier": {"customerReference": "COM1"}, "corporateName": "Hall & Co",
            "lastUpdateDate": "2023-01-16T12:52:30.883+00:00"}}"#,
    ),
    (
        "listTurnovers",
        r#"[{"issuerId": "1234", "turnoverType": "MEMBERSHIP_FEE", "nextAnniversaryDate": "2023-12-18T23:00:00.000+00:00",
             "currentTurnoverAmount": {"value": 120000, "exponent": 2, "isoCode": "EUR"},
             "previousPeriodTurnovers": [{"periodType": "T-1",
                 "turnoverAmount": {"value": 1, "exponent": 2, "isoCode": "EUR"}}]}]"#,
    ),
    (
        "createAddressAndAddOnSubscription",
        r#"{"createAddressResponse": {"addressIdentifier": {"addressReference": "A-1"}},
            "createAddOnSubscriptionResponse": {"addonReference": "ALERT", "serviceTypeReference": "NOTIFICATION",
                "subscriptionDate": "2023-02-17T08:44:28.437+00:00"}}"#,
    ),
    ("createCustomerContact", r#"{"contactIdentifier": {"contactReference": "C-1"}}"#),
    (
        "createDisputePosting",
        r#"{"message": "Refund", "postingTypeReference": "ISSUER_ACCOUNT",
            "postingAmount": {"value": -100, "exponent": 2, "isoCode": "EUR"}}"#,
    ),
    ("createDisputeEvent", r#"{"type": "Comment", "message": "Called"}"#),
    (
        "addDisputeDocument",
        r#"{"fileName": "a.pdf", "type": "application/pdf", "creationDate": "2022-11-15T18:06:04.097+00:00"}"#,
    ),
    (
        "listCardDisputes",
        r#"[{"disputeFolderIdentifier": {"disputeFolderReference": "D-V-1234-2319-19"}, "statusCode": "CLOSED",
             "postings": [{"disputeAdjustmentType": "A"}],
             "events": [{"type": "Comment", "creationDate": "2022-11-15T18:06:04.097+00:00"}]}]"#,
    ),
    ("createAuthorizationRestrictionOverride", r#"{"authorizationRestrictionOverrideReference": "aro-1"}"#),
    (
        "listAuthorizationRestrictionOverrides",
        r#"[{"authorizationRestrictionOverrideIdentifier": {"authorizationRestrictionOverrideReference": "aro-1"},
             "activationStartTime": "2020-07-28T10:13:15.421Z", "conditionCheck": true, "deleted": false,
             "conditionParameters": ["392", "76"], "priority": "7"}]"#,
    ),
    (
        "retrieveAuthorizationRestrictionOverride",
        r#"{"authorizationRestrictionOverrideIdentifier": {"authorizationRestrictionOverrideReference": "aro-1"},
            "defaultAuthorizationRestrictionReference": {"authorizationRestrictionReference": "RESTRICTION_ECOM_OFF"},
            "activationEndTime": "2020-07-29T10:13:15.421Z", "conditionCheck": true, "priority": "7"}"#,
    ),
    (
        "listAuthorizationRestrictionOverrideHistory",
        r#"[{"changeTime": "2020-07-28T10:13:15.421Z", "changeType": "Create"}]"#,
    ),
    (
        "listVelocityLimitOverrideHistory",
        r#"[{"changeTime": "2020-07-28T10:13:15.421Z", "changeType": "Create", "requestorReference": "PORTAL",
             "userReference": "rep-1"}]"#,
    ),
    (
        "retrieveVelocityLimit",
        r#"{"velocityLimitIdentifier": {"velocityLimitReference": "VELOCITY_LIMIT_ECOM"}, "count": 3,
            "amount": {"value": 12000, "exponent": 2, "isoCode": "EUR"}, "maximumAmountOrigin": "Override",
            "velocityLimitOverrideReference": "vlo-1", "velocityLimitOverrideStartdate": "2023-02-03T00:00:00Z"}"#,
    ),
    ("createVelocityLimitOverride", r#"{"velocityLimitOverrideReference": "vlo-1"}"#),
    (
        "listVelocityLimitOverrides",
        r#"[{"velocityLimitOverrideIdentifier": {"velocityLimitOverrideReference": "vlo-1"},
             "activationStartTime": "2020-07-28T10:13:15.421Z", "maximumCount": 5, "priority": "7", "deleted": false,
             "maximumAmount": {"value": 0, "exponent": 2, "isoCode": "EUR"}}]"#,
    ),
    (
        "retrieveVelocityLimitOverride",
        r#"{"velocityLimitOverrideIdentifier": {"velocityLimitOverrideReference": "vlo-1"}, "maximumCountCheck": true,
            "activationEndTime": "2020-07-29T10:13:15.421Z", "maximumCount": 5, "priority": 7}"#,
    ),
    (
        "retrieveBusinessCase",
        r#"{"businessCaseIdentifier": {"businessCaseId": "300000000000005678"}, "businessCaseType": "FinancialRequest",
            "accountReserveStatus": "Active", "reserveAmount": {"value": 8335, "exponent": 0, "isoCode": "JPY"},
            "firstAuthorizationTransactionDate": "2022-12-05T09:37:00Z", "cardAcceptorCountry": "JPN"}"#,
    ),
    (
        "listReserves",
        r#"[{"businessCaseIdentifier": {"businessCaseId": "300000000000005678"}, "cardAcceptorName": "Hotel",
             "authorizationIdentifier": {"transactionId": "200000000000001234"}, "expiryTime": "2022-12-12T09:37:00Z",
             "reserveBillingAmount": {"value": 5509, "exponent": 2, "isoCode": "EUR"}}]"#,
    ),
    (
        "listBusinessCases",
        r#"[{"businessCaseIdentifier": {"businessCaseId": "300000000000005678"}, "financialType": "Purchase",
             "accountReserveBillingAmount": {"value": 5509, "exponent": 2, "isoCode": "EUR"}}]"#,
    ),
    (
        "retrieveAuthorization",
        r#"{"authorizationIdentifier": {"transactionId": "200000000000001234"}, "declined": true,
            "declineReason": "OverLimit", "transactionDate": "2022-12-05T18:20:00.000", "operationDate": "20221205182000",
            "maskedPan": "454617######1630", "pan": "4546172396081630",
            "enquiredAmount": {"value": 8335, "exponent": 0, "isoCode": "JPY"},
            "velocityLimitChecks": [{"velocityLimitIdentifier": {"velocityLimitReference": "VELOCITY_LIMIT_ECOM"},
                "count": 1, "maximumAmountCheck": true, "maximumAmountOrigin": "Default"}]}"#,
    ),
    (
        "listAuthorizations",
        r#"[{"authorizationIdentifier": {"transactionId": "200000000000001234"}, "resultType": "Approval",
             "entryMode": "Chip", "standIn": false, "openToBuy": {"value": 1000, "exponent": 2, "isoCode": "EUR"}}]"#,
    ),
];
