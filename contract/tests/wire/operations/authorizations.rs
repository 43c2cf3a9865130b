//! Authorizations and business cases.

use contract::operations::issuing::operations::{
    ListAuthorizations, ListBusinessCases, ListReserves, RetrieveAuthorization, RetrieveBusinessCase,
};
use serde_json::json;

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    operations::documented::{ACCOUNT, BELOW_ACCOUNT, instant, without_pan},
};

/// Path and query public.
#[test]
fn authorizations_are_asked_for_by_period() {
    let list = ListAuthorizations {
        account_reference: ACCOUNT.into(),
        start_time: instant("2022-12-05T09:37:00Z"),
        end_time: instant("2022-12-06T00:00:00Z"),
        page: Some(0),
        page_size: Some(100),
    };
    let period = "startTime=2022-12-05T09%3A37%3A00Z";
    let path = format!("{BELOW_ACCOUNT}/authorizations?endTime=2022-12-06T00%3A00%3A00Z&offset=100&page=0&{period}");
    assert_eq!(sent(&list), (path, None));

    let one = RetrieveAuthorization {
        account_reference: list.account_reference,
        authorization_id: "200000000000001234".into(),
        start_time: list.start_time,
        end_time: list.end_time,
    };
    let path = format!("{BELOW_ACCOUNT}/authorizations/200000000000001234?endTime=2022-12-06T00%3A00%3A00Z&{period}");
    assert_eq!(sent(&one), (path, None));
}

/// No example is printed; attributes public. A full card number is dropped.
#[test]
fn an_authorization_is_written_back_without_the_card_number() {
    let text = r#"{"data": [{
        "authorizationIdentifier": {"transactionId": "200000000000001234"},
        "authorizationBusinessCaseIdentifier": {"businessCaseId": "300000000000005678"},
        "accountIdentifier": {"accountReference": "12343571015282598154"},
        "declined": true, "resultType": "Decline", "declineReason": "OverLimit",
        "resultCode": "1061", "resultDescription": "Over limit", "businessCaseType": "FinancialRequest",
        "financialType": "Purchase", "transactionType2": "Authorization", "transactionSubType": "Request",
        "transactionTypeName": "Purchase at a hotel", "onPremisesOfAcceptor": true,
        "enquiredAmount": {"value": 8335, "exponent": 0, "isoCode": "JPY"},
        "enquiredBillingAmount": {"value": 5509, "exponent": 2, "isoCode": "EUR"},
        "openToBuy": {"value": 1000, "exponent": 2, "isoCode": "EUR"},
        "transactionDate": "2022-12-05T18:20:00.000", "operationDate": "20221205182000",
        "maskedPan": "454617######1630", "pan": "4546172396081630", "cardReference": "2000000000356059",
        "cardScheme": "VISA", "cardAcceptorName": "RYOKAN-HOTEL", "cardAcceptorCountry": "392",
        "merchantCategoryCode": "7011", "entryMode": "Chip", "onlinePinCheckResult": "Correct", "standIn": false,
        "velocityLimitChecks": [{
            "velocityLimitIdentifier": {"velocityLimitReference": "VELOCITY_LIMIT_ECOM"},
            "amount": {"value": 5509, "exponent": 2, "isoCode": "EUR"}, "count": 1,
            "maximumAmountCheck": true, "maximumAmount": {"value": 5000, "exponent": 2, "isoCode": "EUR"},
            "maximumAmountOrigin": "Default", "maximumAmountCheckOrigin": "Override", "maximumCountCheck": false,
            "maximumCountCheckOrigin": "Default", "minimumAmountCheckOrigin": "Default"
        }]
    }]}"#;
    assert_eq!(answered::<ListAuthorizations>(text).unreadable, 0);
    assert_eq!(written_back::<ListAuthorizations>(text), json!([without_pan(&json(text)["data"][0])]));
}

/// Path at seed 004:3130; attributes public.
#[test]
fn business_cases_are_asked_for_read_and_written_back_whole() {
    let one = RetrieveBusinessCase {
        account_reference: ACCOUNT.into(),
        business_case_id: "300000000000005678".into(),
        start_time: instant("2022-12-05T09:37:00Z"),
        end_time: instant("2022-12-06T00:00:00Z"),
    };
    let period = "?endTime=2022-12-06T00%3A00%3A00Z&startTime=2022-12-05T09%3A37%3A00Z";
    let path = format!("{BELOW_ACCOUNT}/authorization-business-cases/300000000000005678{period}");
    assert_eq!(sent(&one), (path, None));
    let list = ListBusinessCases {
        account_reference: ACCOUNT.into(),
        start_time: one.start_time.clone(),
        end_time: one.end_time.clone(),
    };
    assert_eq!(sent(&list), (format!("{BELOW_ACCOUNT}/authorization-business-cases{period}"), None));

    let text = r#"{"data": [{
        "businessCaseIdentifier": {"businessCaseId": "300000000000005678"},
        "businessCaseType": "FinancialRequest", "financialType": "Purchase", "status": "Open",
        "accountReserveStatus": "Active",
        "accountReserveBillingAmount": {"value": 5509, "exponent": 2, "isoCode": "EUR"},
        "reserveAmount": {"value": 8335, "exponent": 0, "isoCode": "JPY"},
        "firstAuthorizationIdentifier": {"transactionId": "200000000000001234"},
        "firstAuthorizationTransactionDate": "2022-12-05T09:37:00Z",
        "cardAcceptorName": "RYOKAN-HOTEL", "cardAcceptorCountry": "JPN", "merchantCategoryCode": "7011"
    }]}"#;
    assert_eq!(written_back::<ListBusinessCases>(text), json(text)["data"]);
}

/// Public; a business case does not say until when the money is held.
#[test]
fn open_reservations_say_until_when_the_money_is_held() {
    let request = ListReserves { account_reference: ACCOUNT.into() };
    assert_eq!(sent(&request), (format!("{BELOW_ACCOUNT}/reserves"), None));
    let text = r#"{"data": [{
        "businessCaseIdentifier": {"businessCaseId": "300000000000005678"},
        "authorizationIdentifier": {"transactionId": "200000000000001234"},
        "expiryTime": "2022-12-12T09:37:00Z", "reserveAmount": {"value": 8335, "exponent": 0, "isoCode": "JPY"},
        "reserveBillingAmount": {"value": 5509, "exponent": 2, "isoCode": "EUR"}, "cardAcceptorName": "RYOKAN-HOTEL"
    }]}"#;
    assert_eq!(written_back::<ListReserves>(text), json(text)["data"]);
    let named_otherwise = text.replace("businessCaseIdentifier", "authorizationBusinessCaseIdentifier");
    assert_eq!(written_back::<ListReserves>(&named_otherwise), json(text)["data"]);
}
