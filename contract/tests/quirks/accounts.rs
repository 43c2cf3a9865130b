//! Where the documented accounts differ from what a tidy mind expects.

use contract::{
    AccountReference, Instant, Operation,
    operations::issuing::accounts::{
        AccountFutureUpdate, CancelAccountFutureUpdate, FutureUpdateIdentifier, ListAccountFutureUpdates,
        ListTurnovers, RetrieveAccount, RetrieveAccountBalance, RetrieveAccountContract, RetrieveAccountHistory,
        ScheduleAccountFutureUpdate, UpdateAccountParameters,
    },
};
use serde_json::{Value, json};

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

/// Seed 004:3665, 3708: a number between quotes stays text.
#[test]
fn a13_an_overlimit_contribution_is_text() {
    let history = answered::<RetrieveAccountHistory>(&sample("issuing-v2/retrieveAccountHistory.response.json"));
    let contributions = history.rows.iter().map(|entry| entry.overlimit_contribution.as_deref());
    assert!(contributions.eq([Some("0.0"), Some("0.0")]));
}

/// Seed 004:3658-3661: the second label stands before the first, and its value is empty; more may come.
#[test]
fn a15_free_facts_have_any_labels_in_any_order() {
    let history = answered::<RetrieveAccountHistory>(&sample("issuing-v2/retrieveAccountHistory.response.json"));
    let facts = history.rows[0].account_hierarchy_specific_fields.as_ref().expect("free facts");
    assert_eq!((facts.get("fieldName1"), facts.get("fieldName2")), (Some(&json!("")), Some(&json!("value2"))));
    let text = r#"{"data": [{"accountHierarchySpecificFields": {"cost centre": null, "x": 7, "y": {"z": []}}}]}"#;
    assert_eq!(written_back::<RetrieveAccountHistory>(text), json(text)["data"]);
}

/// Seed 004:3668-3689: a list of pairs, not a map.
#[test]
fn a16_a_model_type_may_come_twice() {
    let text = r#"{"data": [{"selectedModels": [
        {"type": "markupFeeModel", "reference": "A"}, {"type": "markupFeeModel", "reference": "B"}
    ]}]}"#;
    assert_eq!(written_back::<RetrieveAccountHistory>(text), json(text)["data"]);
}

/// Seed 004:3594, 3604; the public key has no stray letter.
#[test]
fn b5_the_issuer_is_read_under_its_misspelt_key_and_under_the_right_one() {
    for change in changes() {
        assert_eq!(change.issuer_id.as_ref().map(|id| id.as_str()), Some("1234"));
    }
    let text = r#"{"data": [{"issuerId": "1234"}]}"#;
    let changes = answered::<ListAccountFutureUpdates>(text).rows;
    assert_eq!(changes[0].issuer_id.as_ref().map(|id| id.as_str()), Some("1234"));
}

/// Seed 004:3400, 3418.
#[test]
fn b22_financial_information_is_named_after_its_path() {
    let (path, _) = sent(&RetrieveAccountBalance { account_reference: account() });
    assert_eq!(
        (path.rsplit('/').next(), RetrieveAccountBalance::SPEC.name),
        (Some("balance"), "retrieveAccountBalance")
    );
}

/// Public: keys that end in a blank, read without one too.
#[test]
fn b30_keys_with_a_blank_are_read_with_and_without_it() {
    for blank in ["", " "] {
        let text = format!(
            r#"{{"data": {{"previousPeriodTurnovers": [{{"startDate{blank}": "2021-12-18T23:00:00.000+00:00",
                "endDate{blank}": "2022-12-18T23:00:00.000+00:00"}}]}}}}"#
        );
        let turnover = answered::<ListTurnovers>(&text).rows.remove(0);
        let period = turnover.previous_period_turnovers.expect("a list").rows.remove(0);
        assert_eq!(period.start_date, Instant::parse("2021-12-18T23:00:00Z"));
        assert_eq!(period.end_date, Instant::parse("2022-12-18T23:00:00Z"));

        let text = format!(r#"{{"data": {{"preDelinquent{blank}": true}}}}"#);
        assert_eq!(answered::<RetrieveAccount>(&text).pre_delinquent, Some(true));
    }
}

/// Seed 004:3424-3458: 975000 = 1000000 - 25000 beside a balance of 0. Each is shown, none is calculated.
#[test]
fn e10_what_is_left_to_spend_is_not_calculated_from_the_balance() {
    let balance = answered::<RetrieveAccountBalance>(&sample("issuing-v2/retrieveAccountBalance.response.json"));
    let value = |amount: Option<contract::Amount>| amount.and_then(|amount| amount.value);
    assert_eq!(value(balance.open_to_buy), Some(975_000));
    assert_eq!(value(balance.active_credit_limit_amount), Some(1_000_000));
    assert_eq!(value(balance.accepted_amount), Some(25_000));
    assert_eq!(value(balance.account_balance), Some(0));
    assert_eq!(value(balance.past_amount_due), None);
}

/// Seed 004:3320-3324: of an owner one reference is stated, of an account the other may be missing.
#[test]
fn f14_half_of_an_identifier_is_enough() {
    let contract =
        answered::<RetrieveAccountContract>(&sample("issuing-v2/retrieveAccount-SHOWS-CONTRACT.response.json"));
    let owner = contract.contract_owner_identifier.expect("an owner");
    assert!(owner.customer_reference.is_some() && owner.issuer_customer_external_reference.is_none());
    let text =
        r#"{"data": [{"accountIdentifier": {"issuerAccountExternalReference": "ROOT-1"}}, {"accountIdentifier": {}}]}"#;
    assert_eq!(written_back::<ListAccountFutureUpdates>(text), json(text)["data"]);
}

/// Seed 004:3548-3565, 3591-3614: neither the answer nor the list holds the reference that reading and cancelling need.
#[test]
fn f17_a_scheduled_change_without_a_reference_cannot_be_named() {
    assert!(changes().iter().all(|change| change.reference().is_none()));
    let text = sample("issuing-v2/scheduleAccountFutureUpdate.response.json");
    assert_eq!(answered::<ScheduleAccountFutureUpdate>(&text).account_future_update_identifier, None);
    for (reference, named) in [("FUT-1", true), ("", false)] {
        let text =
            format!(r#"{{"data": [{{"accountFutureUpdateIdentifier": {{"futureChangeReference": "{reference}"}}}}]}}"#);
        assert_eq!(answered::<ListAccountFutureUpdates>(&text).rows[0].reference().is_some(), named, "{reference}");
    }
}

/// Seed 004:3599-3611.
#[test]
fn f18_two_changes_may_differ_in_nothing_but_their_dates() {
    let changes = changes();
    assert_eq!(changes[0].iban, changes[1].iban);
    assert_ne!(changes[0].future_change_date, changes[1].future_change_date);
}

/// Seed 004:3537 prints the path without its first slash.
#[test]
fn g4_a_change_is_scheduled_below_its_issuer() {
    let mut fields = json(&sample("issuing-v2/scheduleAccountFutureUpdate.request.json"));
    fields["accountReference"] = Value::from(account().as_str());
    let request: ScheduleAccountFutureUpdate = serde_json::from_str(&fields.to_string()).expect("a request");
    assert_eq!(sent(&request).0, "/issuers/1234/accounts/12343571015282598154/account-future-updates");
}

/// Seed 004:3293-3295: under "Retrieve Account" stands the contract's request and answer.
#[test]
fn g12_an_account_and_its_contract_are_two_answers() {
    assert_ne!(RetrieveAccount::SPEC.path, RetrieveAccountContract::SPEC.path);
    let text = sample("issuing-v2/retrieveAccount-SHOWS-CONTRACT.response.json");
    let misplaced = answered::<RetrieveAccount>(&text);
    assert_eq!((misplaced.account_identifier, misplaced.iban), (None, None));
    assert!(answered::<RetrieveAccountContract>(&text).card_release_order.is_some());
}

/// Seed 004:3367-3371: an account's name, and nothing of how it is now.
#[test]
fn h25_a_change_of_parameters_answers_no_new_state() {
    let text = sample("issuing-v2/updateAccountParameters.response.json");
    assert_eq!(json(&text)["data"].as_object().map(|data| data.len()), Some(1));
    assert!(answered::<UpdateAccountParameters>(&text).account_identifier.is_some());
}

/// Public: a date is required that is defined nowhere; the change's own is sent beside the reason, which the guide wants.
#[test]
fn h28_a_cancellation_sends_its_reason_and_the_day_of_the_change() {
    let change = changes().remove(0);
    assert_eq!(
        CancelAccountFutureUpdate::of(&account(), &change, "called"),
        None,
        "the guide's changes have no reference"
    );
    let named = AccountFutureUpdate {
        account_future_update_identifier: Some(FutureUpdateIdentifier {
            future_change_reference: Some("FUT-1".into()),
        }),
        ..change.clone()
    };
    let cancel = CancelAccountFutureUpdate::of(&account(), &named, "called").expect("named and dated");
    let date = serde_json::to_value(&change.future_change_date).expect("JSON");
    assert_eq!(sent(&cancel).1, Some(json!({"futureChangeDate": date, "updateReason": "called"})));
}

/// An IBAN is about a person: it is sent, and no log holds it.
#[test]
fn a_bank_account_is_not_printed() {
    let change = changes().remove(0);
    assert_eq!(change.iban.as_ref().map(|iban| iban.in_clear()), Some("DE27999999350209299700"));
    assert!(!format!("{change:?}").contains("DE27999999350209299700"));
}

fn changes() -> Vec<AccountFutureUpdate> {
    answered::<ListAccountFutureUpdates>(&sample("issuing-v2/listAccountFutureUpdates.response.json")).rows
}

fn account() -> AccountReference {
    "12343571015282598154".into()
}
