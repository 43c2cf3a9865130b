//! What holds for every operation of the wallet family.

use std::collections::BTreeSet;

use contract::{
    Configuration, Effect, Family as _, Method, Opened, Operation, PathSource, Settlement, Spec, StatusShape, UsedBy,
    operations::wallet::*, wallet::Wallet,
};
use serde_json::{Value, json};

use crate::wallet_answers::answer_of;

/// An operation, as far as this file asks.
struct Known {
    spec: Spec,
    done: fn(&str) -> bool,
}

macro_rules! every {
    ($($operation:ident,)*) => {
        const EVERY: &[Known] = &[$(Known {
            spec: $operation::SPEC,
            done: |text| matches!(Wallet::open::<$operation>(text), Ok(Opened::Done(_))),
        },)*];
    };
}

every! {
    AddCustomerCard, AuthenticateCustomerLogin, AuthenticateCustomerMFA, AuthenticateRecoveryCode,
    CancelMobileTransaction, CancelPaymentAccountEnrollment, CompleteApplicationVerification,
    CompleteApplicationVerificationWithMFA, CompleteEmailVerification, CompleteEmailVerificationWithMFA,
    ContinuePaymentAccountEnrollment, CreateCustomer, CreateCustomerInfo, CreateDevice, DeleteCustomer,
    DeleteCustomerCardInfo, DeleteCustomerDevice, EnrollCustomerAndProvisionCard, InvokeAdditionalProcess,
    IsCustomerExists, ObtainMobileDeviceCheckoutToken, ProcessExternalActivity, ProvisionCustomerCard, QueryActivities,
    RefreshCustomerCardBalances, RefreshCustomerCardBalancesV2, ReleaseMobileDeviceCheckoutToken, ResetCustomerPasscode,
    ResetCustomerPassword, RetrieveApplicationVerificationCode, RetrieveCustomerV2, RetrieveCustomerBlockedDevices,
    RetrieveCustomerByUri, RetrieveCustomerCardInfo, RetrieveCustomerCredentialsSpecification,
    RetrieveCustomerMFAQuestions, RetrieveCustomerTransactionsHistory, RetrieveCustomersEmailByUri,
    RetrieveEmailVerificationCode, RetrieveIINDetails, RetrieveIncompletePaymentAccountEnrollments,
    RetrieveIssuingPartnerDeviceTypes, RetrieveMFAQuestions, RetrieveMobileTransactionMetadata,
    RetrievePaginatedUserReceipts, RetrieveRecoveryCode, RetrieveSupportedTenderTypes,
    RetrieveUserReceiptByPaydiantRefId, StartPaymentAccountEnrollment, SubmitAVSVerification, SubmitPostVerification,
    UpdateCustomerV2, UpdateCustomerCard, UpdateCustomerCardInfo, UpdateCustomerInfo, UpdateCustomerMFAQuestions,
    UpdateCustomerPIN, UpdateCustomerSecurityInfo, UpdateDeviceBlockStatus, UpdateExpiredCustomerPassword,
    UpdateMobileTransaction,
}

/// 66 rows in the inventory; four are declared beside the unlock, one is pushed to others.
#[test]
fn all_of_the_family_is_here_once() {
    let names: BTreeSet<&str> = EVERY.iter().map(|known| known.spec.name).collect();
    assert_eq!((EVERY.len(), names.len()), (61, 61));
    let calls: BTreeSet<(String, &str, &str)> =
        EVERY.iter().map(|known| (format!("{:?}", known.spec.method), known.spec.path, known.spec.wrapper)).collect();
    assert_eq!(calls.len(), EVERY.len(), "told apart by method, path or wrapper");
}

#[test]
fn every_operation_says_where_it_is_documented() {
    for Known { spec, .. } in EVERY {
        let (seed, line) = spec.source.split_once(':').unwrap_or_else(|| panic!("{}: {}", spec.name, spec.source));
        assert!(["000", "002", "003"].contains(&seed) && line.parse::<u32>().is_ok(), "{}: {}", spec.name, spec.source);
    }
}

/// Fourteen paths of the family are inferred; one of them belongs to the unlock and is declared elsewhere.
#[test]
fn only_what_no_page_prints_is_inferred() {
    let inferred = EVERY.iter().filter(|known| known.spec.path_source == PathSource::Inferred).count();
    let public = EVERY.iter().filter(|known| known.spec.path_source == PathSource::Public).count();
    assert_eq!((inferred, public), (13, 9));
}

#[test]
fn credentials_are_never_settled_by_sending_again() {
    for Known { spec, .. } in EVERY.iter().filter(|known| known.spec.settled_by == Settlement::AskRep) {
        assert_eq!(spec.effect, Effect::Once, "{}", spec.name);
    }
}

#[test]
fn versions_are_told_apart_by_the_shape_of_their_status() {
    for Known { spec, .. } in EVERY {
        let newer = spec.path.starts_with("/v2/") || spec.path.starts_with("/records/");
        let details = spec.status_shape == StatusShape::Details;
        assert_eq!(newer, details, "{}", spec.name);
    }
}

#[test]
fn a_wallet_apps_operations_are_not_a_reps() {
    let count = |who: UsedBy| EVERY.iter().filter(|known| known.spec.used_by == who).count();
    assert_eq!([UsedBy::Rep, UsedBy::RepWithCare, UsedBy::WalletApp].map(count), [30, 18, 13]);
}

#[test]
fn every_answer_is_read_when_it_holds_nothing() {
    for Known { spec, done } in EVERY {
        let text = json!({format!("{}Response", spec.wrapper): {"status": {"statusCode": "SUCCESS"}}}).to_string();
        assert!(done(&text), "{}", spec.name);
    }
}

#[test]
fn every_answer_is_read_with_nulls_with_empty_objects_and_with_more_than_is_documented() {
    for Known { spec, done } in EVERY {
        let text = answer_of(spec);
        assert!(done(&text), "{}", spec.name);
        for filler in [json!(null), json!({}), json!({"unknown": {"pan": "4111111111111111"}})] {
            let mut answer: Value = serde_json::from_str(&text).expect("JSON");
            let (_, body) = answer.as_object_mut().and_then(|keys| keys.iter_mut().next()).expect("one key");
            for (key, value) in body.as_object_mut().expect("a body").iter_mut() {
                let envelope = ["status", "messageHeader"].contains(&key.as_str());
                if !envelope && (filler.is_null() || value.is_object()) {
                    *value = filler.clone();
                }
            }
            body["unheardOf"] = filler;
            assert!(done(&answer.to_string()), "{}: {answer}", spec.name);
        }
    }
}

#[test]
fn what_is_read_with_get_needs_no_body_but_one() {
    let gets: Vec<&str> =
        EVERY.iter().filter(|known| known.spec.method == Method::Get).map(|known| known.spec.name).collect();
    assert_eq!(gets, ["retrieveCustomerBlockedDevices", "retrieveUserReceiptByPaydiantRefId"]);
}

/// Seed 000:31-33, 38-52: what an issuer cannot call is known before it is tried.
#[test]
fn an_issuer_that_keeps_everything_elsewhere_has_no_credentials_here() {
    for spec in [RetrieveRecoveryCode::SPEC, AuthenticateCustomerMFA::SPEC, ResetCustomerPassword::SPEC] {
        assert!(!spec.exists_in(Configuration::External), "{}", spec.name);
    }
    assert!(RetrieveEmailVerificationCode::SPEC.exists_in(Configuration::External));
}
