//! Cards that somebody began to put into a wallet and did not finish.

mod common;

use common::gateway;
use contract::operations::wallet::{
    CancelPaymentAccountEnrollment, EnrollmentState, RetrieveIncompletePaymentAccountEnrollments,
    WalletCustomerIdentifier, WalletDeviceIdentifier,
};

#[tokio::test]
async fn what_got_stuck_is_listed_and_cleared() {
    let gateway = gateway();
    let key = gateway.key("enrolment-stuck").await;
    let list = RetrieveIncompletePaymentAccountEnrollments::of(&key);
    let found = gateway.done(&list).await;
    let rows = found.enrollment_information.rows;
    let states: Vec<_> = rows.iter().map(|row| row.enrollment_state.clone()).collect();
    assert_eq!(states, [Some(EnrollmentState::MoreInfo), Some(EnrollmentState::Expired)]);
    assert_eq!(rows[0].additional_data.rows[0].key, "ONE_TIME_CODE");
    let cancel = CancelPaymentAccountEnrollment {
        customer_identifier: WalletCustomerIdentifier { uri: Some(key.customer_uri.clone()), external_id: None },
        device_identifier: found.device_identifier.expect("stated"),
        paydiant_correlation_id: rows[0].paydiant_correlation_id.clone().expect("stated"),
    };
    let elsewhere = CancelPaymentAccountEnrollment {
        device_identifier: WalletDeviceIdentifier { uri: Some("certnew:iphone#other".into()), external_id: None },
        ..cancel.clone()
    };
    assert_eq!(gateway.refused(&elsewhere).await.0, "301");
    let answer = gateway.done(&cancel).await;
    assert_eq!(answer.paydiant_correlation_id.as_ref(), Some(&cancel.paydiant_correlation_id));
    assert_eq!(gateway.refused(&cancel).await, ("301".into(), "ENTITY_NOT_EXISTING: the enrollment".into()));
    assert_eq!(gateway.done(&list).await.enrollment_information.rows, rows[1..]);
}

#[tokio::test]
async fn enrolments_are_listed_by_the_issuers_own_id_and_by_device() {
    let gateway = gateway();
    let key = gateway.key("enrolment-stuck").await;
    let record = gateway.look_up(serde_json::json!({ "email": "enrolment-stuck@sandbox.example" })).await.found();
    let external_id = record[0]["externalId"].as_str().map(Into::into);
    let by_id = RetrieveIncompletePaymentAccountEnrollments {
        customer_identifier: WalletCustomerIdentifier { uri: None, external_id },
        device_identifier: None,
    };
    let both = gateway.done(&by_id).await;
    assert_eq!(both.enrollment_information.rows.len(), 2);
    let on_one = RetrieveIncompletePaymentAccountEnrollments { device_identifier: both.device_identifier, ..by_id };
    assert_eq!(gateway.done(&on_one).await.enrollment_information.rows.len(), 1);
    let neither = RetrieveIncompletePaymentAccountEnrollments {
        customer_identifier: WalletCustomerIdentifier::default(),
        ..RetrieveIncompletePaymentAccountEnrollments::of(&key)
    };
    assert_eq!(gateway.refused(&neither).await.0, "304");
}
