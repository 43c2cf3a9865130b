//! Accounts: what is sent is what the guide prints, and what it prints is read without a loss.

use contract::{
    Instant,
    operations::issuing::accounts::{
        AccountEmbed, CancelAccountFutureUpdate, CancelMandate, ContractEmbed, CorporateEmbed, CreateMandate,
        ListAccountFutureUpdates, ListTurnovers, MandateCancellationReason, MemberEmbed, PaymentMode, RetrieveAccount,
        RetrieveAccountBalance, RetrieveAccountContract, RetrieveAccountFutureUpdate, RetrieveAccountGuarantor,
        RetrieveAccountHistory, RetrieveAccountOwner, RetrieveCorporateContract, ScheduleAccountFutureUpdate,
        TurnoverType, UpdateAccountFutureUpdate, UpdateAccountParameters,
    },
};
use serde_json::{Value, json};

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

const ACCOUNT: &str = "12343571015282598154";
const BELOW_ACCOUNT: &str = "/issuers/1234/accounts/12343571015282598154";
const CREDIT_ACCOUNT: &str = "12343360952787614799";
const BELOW_CREDIT_ACCOUNT: &str = "/issuers/1234/accounts/12343360952787614799";

/// No example is printed: the sample below the heading is the contract's. Attributes public, described at seed 004:3286.
#[test]
fn an_account_is_asked_for_read_and_written_back_whole() {
    let request = RetrieveAccount { account_reference: ACCOUNT.into(), embed: vec![AccountEmbed::SelectedModels] };
    assert_eq!(sent(&request), (format!("{BELOW_ACCOUNT}?embed=selectedModels"), None));

    let text = r#"{"data": {
        "issuerId": "1234",
        "accountIdentifier": {"accountReference": "12343571015282598154", "issuerAccountExternalReference": "ROOT-1"},
        "name": "Root", "status": "ACTIVE", "statusDate": "2022-06-14T12:54:58.000+00:00", "root": true,
        "workingCurrencyCode": "EUR", "accountBalance": {"value": -40946, "exponent": 2, "isoCode": "EUR"},
        "paymentMode": "AUTOPAYMENT", "iban": "DE27100777770209299700", "bic": "DEUTDEFFP71",
        "amountDuePercentage": "10", "delinquent": false, "preDelinquent ": false,
        "openCycleInformation": {"cycleStartDate": "2022-12-19T14:10:44.000+00:00"},
        "selectedModels": [{"type": "statementModel", "reference": "M_1234_STATMT_DEFAULT"}],
        "specificFields": {"costCenter": "445475"},
        "accountOwnerIdentifier": {"customerReference": "CUS10000243080"},
        "payingAccountIdentifier": {"accountReference": "12344635788536057209"}
    }}"#;
    assert_eq!(written_back::<RetrieveAccount>(text), json(text)["data"]);
}

/// Seed 004:3348-3372.
#[test]
fn parameters_are_changed_as_the_guide_prints_it() {
    let request = UpdateAccountParameters {
        account_reference: ACCOUNT.into(),
        bic: Some("BNKDEBBB".into()),
        ..UpdateAccountParameters::default()
    };
    let printed = json(&sample("issuing-v2/updateAccountParameters.request.json"));
    assert_eq!(sent(&request), (BELOW_ACCOUNT.into(), Some(printed)));

    let text = sample("issuing-v2/updateAccountParameters.response.json");
    assert_eq!(written_back::<UpdateAccountParameters>(&text), json(&text)["data"]);
}

/// Paths and attributes public, described at seed 004:3374-3398.
#[test]
fn owner_and_guarantor_are_a_person_or_a_company() {
    let owner = RetrieveAccountOwner { account_reference: ACCOUNT.into(), embed: vec![MemberEmbed::Addresses] };
    assert_eq!(sent(&owner), (format!("{BELOW_ACCOUNT}/account-owner?embed=addresses"), None));
    let guarantor = RetrieveAccountGuarantor { account_reference: ACCOUNT.into(), embed: Vec::new() };
    assert_eq!(sent(&guarantor), (format!("{BELOW_ACCOUNT}/account-guarantor"), None));

    let person = r#"{"data": {"customer": {
        "customerIdentifier": {"customerReference": "CUS10000375046"}, "firstName": "Andre", "lastName": "SWITCH"
    }}}"#;
    assert_eq!(written_back::<RetrieveAccountOwner>(person), json(person)["data"]);
    let company = r#"{"data": {"company": {
        "customerIdentifier": {"customerReference": "COM1"}, "corporateName": "Hall & Co", "type": "private",
        "legalForm": "SARL", "lastUpdateDate": "2023-01-16T12:52:30.883+00:00"
    }}}"#;
    assert_eq!(written_back::<RetrieveAccountGuarantor>(company), json(company)["data"]);
    let older = r#"{"data": {"customerIdentifier": {"customerReference": "CUS10000375046"}, "lastName": "SWITCH"}}"#;
    assert_eq!(written_back::<RetrieveAccountOwner>(older), json(older)["data"]);
}

/// Seed 004:3418-3461.
#[test]
fn the_balance_is_asked_for_read_and_written_back_whole() {
    let request = RetrieveAccountBalance { account_reference: CREDIT_ACCOUNT.into() };
    assert_eq!(sent(&request), (format!("{BELOW_CREDIT_ACCOUNT}/balance"), None));

    let text = sample("issuing-v2/retrieveAccountBalance.response.json");
    assert_eq!(written_back::<RetrieveAccountBalance>(&text), json(&text)["data"]);
}

/// Seed 004:3474-3517, and the sample that stands under another heading (seed 004:3295-3328).
#[test]
fn the_contract_is_asked_for_read_and_written_back_whole() {
    let with_accounts = RetrieveAccountContract {
        account_reference: CREDIT_ACCOUNT.into(),
        related_resource_identifiers_only: None,
        embed: vec![ContractEmbed::AccountIdentifiers],
    };
    assert_eq!(sent(&with_accounts), (format!("{BELOW_CREDIT_ACCOUNT}/contract?embed=accountIdentifiers"), None));
    let with_cards = RetrieveAccountContract {
        account_reference: ACCOUNT.into(),
        related_resource_identifiers_only: None,
        embed: vec![ContractEmbed::CardContractIdentifiers],
    };
    assert_eq!(sent(&with_cards), (format!("{BELOW_ACCOUNT}/contract?embed=cardContractIdentifiers"), None));

    for name in ["retrieveAccountContract", "retrieveAccount-SHOWS-CONTRACT"] {
        let text = sample(&format!("issuing-v2/{name}.response.json"));
        assert_eq!(written_back::<RetrieveAccountContract>(&text), json(&text)["data"], "{name}");
    }
}

/// Seed 004:3537-3565.
#[test]
fn a_change_is_scheduled_as_the_guide_prints_it() {
    let printed = json(&sample("issuing-v2/scheduleAccountFutureUpdate.request.json"));
    let request: ScheduleAccountFutureUpdate = for_account(&printed);
    assert_eq!(request.iban.as_ref().map(|iban| iban.in_clear()), Some("DE27999999350209299700"));
    assert_eq!(sent(&request), (format!("{BELOW_CREDIT_ACCOUNT}/account-future-updates"), Some(printed)));

    let text = sample("issuing-v2/scheduleAccountFutureUpdate.response.json");
    assert_eq!(written_back::<ScheduleAccountFutureUpdate>(&text), json(&text)["data"]);
}

/// Seed 004:3587-3614; the misspelt key is written back as it came.
#[test]
fn scheduled_changes_are_asked_for_read_and_written_back_whole() {
    let request = ListAccountFutureUpdates { account_reference: CREDIT_ACCOUNT.into(), all: Some(false) };
    assert_eq!(sent(&request), (format!("{BELOW_CREDIT_ACCOUNT}/account-future-updates?all=false"), None));

    let text = sample("issuing-v2/listAccountFutureUpdates.response.json");
    assert_eq!(answered::<ListAccountFutureUpdates>(&text).rows.len(), 2);
    assert_eq!(written_back::<ListAccountFutureUpdates>(&text), json(&text)["data"]);
}

/// Paths and attributes public, described at seed 004:3616-3626 and 3741-3766.
#[test]
fn a_scheduled_change_is_read_changed_and_cancelled_by_its_reference() {
    let below = format!("{BELOW_CREDIT_ACCOUNT}/account-future-updates/FUT-1");
    let read = RetrieveAccountFutureUpdate {
        account_reference: CREDIT_ACCOUNT.into(),
        future_change_reference: "FUT-1".into(),
    };
    assert_eq!(sent(&read), (below.clone(), None));
    let change = UpdateAccountFutureUpdate {
        account_reference: CREDIT_ACCOUNT.into(),
        future_change_reference: "FUT-1".into(),
        future_change_date: Instant::parse("2023-04-01T00:00:00.000Z"),
        payment_mode: Some(PaymentMode::Autopayment),
        update_reason: Some("moved".into()),
        ..UpdateAccountFutureUpdate::default()
    };
    let body = json!({
        "futureChangeDate": "2023-04-01T00:00:00.000Z", "paymentMode": "AUTOPAYMENT", "updateReason": "moved"
    });
    assert_eq!(sent(&change), (below.clone(), Some(body)));
    let cancel = CancelAccountFutureUpdate {
        account_reference: CREDIT_ACCOUNT.into(),
        future_change_reference: "FUT-1".into(),
        update_reason: "called".into(),
    };
    assert_eq!(sent(&cancel), (format!("{below}/cancel"), Some(json!({"updateReason": "called"}))));

    let named = r#""accountFutureUpdateIdentifier": {"futureChangeReference": "FUT-1"}"#;
    let one = format!(r#"{{"data": {{"issuerdId": "1234", {named}, "updateStatus": "CREATED", "processed": false}}}}"#);
    assert_eq!(written_back::<RetrieveAccountFutureUpdate>(&one), json(&one)["data"]);
    let changed = format!(r#"{{"data": {{{named}, "lastUpdateDate": "2023-02-03T10:00:00.000+00:00"}}}}"#);
    assert_eq!(written_back::<UpdateAccountFutureUpdate>(&changed), json(&changed)["data"]);
    let cancelled = format!(r#"{{"data": {{{named}, "updateStatus": "CANCELLED"}}}}"#);
    assert_eq!(written_back::<CancelAccountFutureUpdate>(&cancelled), json(&cancelled)["data"]);
}

/// Seed 004:3646-3739.
#[test]
fn the_history_is_asked_for_read_and_written_back_whole() {
    let request = RetrieveAccountHistory {
        account_reference: "12349870392328979979".into(),
        period_start_date_time: Instant::parse("2022-04-04T00:00:00Z"),
        period_end_date_time: None,
    };
    let path = "/issuers/1234/accounts/12349870392328979979/account-history";
    assert_eq!(sent(&request), (format!("{path}?periodStartDateTime=2022-04-04T00%3A00%3A00Z"), None));

    let text = sample("issuing-v2/retrieveAccountHistory.response.json");
    assert_eq!(answered::<RetrieveAccountHistory>(&text).unreadable, 0);
    assert_eq!(written_back::<RetrieveAccountHistory>(&text), json(&text)["data"]);
}

/// Query at seed 004:3776, 3783; attributes public.
#[test]
fn turnovers_are_read_as_a_list_and_as_one() {
    let request = ListTurnovers { account_reference: ACCOUNT.into(), turnover_type: Some(TurnoverType::MembershipFee) };
    assert_eq!(sent(&request), (format!("{BELOW_ACCOUNT}/turnovers?turnoverType=MEMBERSHIP_FEE"), None));

    let one = r#"{
        "issuerId": "1234", "rootAccountIdentifier": {"accountReference": "12343571015282598154"},
        "turnoverType": "MEMBERSHIP_FEE", "currentTurnoverAmount": {"value": 120000, "exponent": 2, "isoCode": "EUR"},
        "nextAnniversaryDate": "2023-12-18T23:00:00.000+00:00",
        "previousPeriodTurnovers": [{"periodType": "T-1", "startDate ": "2021-12-18T23:00:00.000+00:00",
            "endDate ": "2022-12-18T23:00:00.000+00:00", "turnoverAmount": {"value": 1, "exponent": 2, "isoCode": "EUR"}}]
    }"#;
    for text in [format!(r#"{{"data": {one}}}"#), format!(r#"{{"data": [{one}]}}"#)] {
        assert_eq!(written_back::<ListTurnovers>(&text), json!([json(one)]));
    }
}

/// Attributes public, described at seed 004:3791-3811.
#[test]
fn a_mandate_is_made_and_cancelled() {
    let create = CreateMandate {
        account_reference: ACCOUNT.into(),
        iban: Some("DE27999999350209299700".into()),
        iban_owner_name: Some("Andre SWITCH".into()),
        mandate_sign_date: Instant::parse("2023-02-01T00:00:00.000Z"),
        ..CreateMandate::default()
    };
    let body = json!({
        "iban": "DE27999999350209299700", "ibanOwnerName": "Andre SWITCH", "mandateSignDate": "2023-02-01T00:00:00.000Z"
    });
    assert_eq!(sent(&create), (format!("{BELOW_ACCOUNT}/create-mandate"), Some(body)));
    let cancel = CancelMandate {
        account_reference: ACCOUNT.into(),
        cancellation_reason: MandateCancellationReason::Obsolescence,
        cancellation_date: None,
    };
    let body = json!({"cancellationReason": "OBSCOLESCENCE"});
    assert_eq!(sent(&cancel), (format!("{BELOW_ACCOUNT}/cancel-mandate"), Some(body)));

    let text = r#"{"data": {"accountIdentifier": {"accountReference": "12343571015282598154"},
        "sepaMandateStatus": "Active", "sepaMandateUmr": "UMR-1", "sepaMandateUir": "UIR-1"}}"#;
    assert_eq!(written_back::<CreateMandate>(text), json(text)["data"]);
    assert_eq!(written_back::<CancelMandate>(text), json(text)["data"]);
}

/// Path and attributes public, described at seed 004:3813-3826.
#[test]
fn a_companys_contract_is_asked_for_read_and_written_back_whole() {
    let request = RetrieveCorporateContract {
        account_reference: ACCOUNT.into(),
        embed: vec![CorporateEmbed::Entities, CorporateEmbed::RootAccount],
    };
    let embed = "embed=corporateContractEntities&embed=rootAccount";
    assert_eq!(sent(&request), (format!("{BELOW_ACCOUNT}/corporate-contract?{embed}"), None));

    let text = r#"{"data": {
        "contractIdentifier": {"contractReference": "1fe5988a"}, "status": "SIGNED",
        "customerIdentifier": [{"customerReference": "COM1"}, {"customerReference": "CUS2"}],
        "corporateContractLevels": [{"level": "1", "levelDescription": "Company"}],
        "corporateContractEntities": [{"accountIdentifier": {"accountReference": "1"}, "level": 2,
            "companyEntityExternalReference": "FRAN"}],
        "corporateEmployeeAccounts": [{"accountIdentifier": {"accountReference": "2"},
            "corporateProductType": "EMPLOYEE"}],
        "rootAccount": {"accountIdentifier": {"accountReference": "3"}, "root": true},
        "statementDuplicatedForCompany": false
    }}"#;
    assert_eq!(written_back::<RetrieveCorporateContract>(text), json(text)["data"]);
}

/// A request from its printed body and its account.
fn for_account<O: serde::de::DeserializeOwned>(body: &Value) -> O {
    let mut fields = body.as_object().expect("an object").clone();
    fields.insert("accountReference".into(), CREDIT_ACCOUNT.into());
    serde_json::from_str(&Value::Object(fields).to_string()).expect("a request")
}
