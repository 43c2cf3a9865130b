//! Group G: HTTP and paths.

use contract::{Effect, Method, Operation, PathSource, operations::wallet::*};
use serde_json::json;

use super::gateway::{fields, key, read};

/// Seed 003:667-671: a browser cannot send it, so its attributes must also do as a query.
#[test]
fn g1_one_read_asks_for_get_with_a_body() {
    assert_eq!(RetrieveCustomerBlockedDevices::SPEC.method, Method::Get);
    let attributes = fields(&RetrieveCustomerBlockedDevices::of(&key()));
    assert!(attributes.as_object().is_some_and(|fields| fields.values().all(serde_json::Value::is_string)));
    assert_eq!(read::<RetrieveCustomerBlockedDevices>(attributes), RetrieveCustomerBlockedDevices::of(&key()));
}

/// Seed 003:611 and passim.
#[test]
fn g2_a_post_may_be_a_read_that_is_asked_again() {
    for spec in [RetrieveCustomerV2::SPEC, RetrieveCustomerCardInfo::SPEC, RefreshCustomerCardBalancesV2::SPEC] {
        assert_eq!((spec.method, spec.effect), (Method::Post, Effect::Read), "{}", spec.name);
    }
    let spec = RetrieveRecoveryCode::SPEC;
    assert_eq!((spec.method, spec.effect), (Method::Post, Effect::Once), "called a retrieval, and makes a code");
}

/// Seed 003:987, 1031.
#[test]
fn g6_a_receipts_placeholder_is_a_placeholder_and_its_plural_is_kept() {
    assert_eq!(RetrieveUserReceiptByPaydiantRefId::SPEC.path, "/records/userreceipts/{pydtRefId}");
    assert!(RetrievePaginatedUserReceipts::SPEC.path.starts_with("/records/userreceipt/"));
    let request = RetrieveUserReceiptByPaydiantRefId { pydt_ref_id: "c98eca3b".into() };
    assert_eq!(fields(&request), json!({"pydtRefId": "c98eca3b"}));
}

/// Seed 003:721, 129, 987.
#[test]
fn g7_paths_with_and_without_a_version_stand_side_by_side() {
    assert_eq!(RetrieveCustomerCardInfo::SPEC.path, "/customers/cards/search");
    assert_eq!(CancelPaymentAccountEnrollment::SPEC.path, "/v2/customers/cards/multistep/cancel");
    assert_eq!(RetrievePaginatedUserReceipts::SPEC.path, "/records/userreceipt/timeboxedpaginated");
}

/// Seed 002:100, 224; 002:168, 308; 003:220, 1099.
#[test]
fn g8_put_goes_on_with_what_post_began_on_the_same_path() {
    let pairs = [
        (RetrieveApplicationVerificationCode::SPEC, CompleteApplicationVerification::SPEC),
        (RetrieveEmailVerificationCode::SPEC, CompleteEmailVerification::SPEC),
        (StartPaymentAccountEnrollment::SPEC, ContinuePaymentAccountEnrollment::SPEC),
    ];
    for (begins, goes_on) in pairs {
        assert_eq!(begins.path, goes_on.path);
        assert_eq!((begins.method, goes_on.method), (Method::Post, Method::Put));
        assert!(matches!(begins.path_source, PathSource::Seed(_)));
    }
}
