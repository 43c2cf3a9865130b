//! What is about the issuer: kinds of cards, and points for what was done elsewhere.

mod common;

use common::{ISSUER, PARTNER, gateway};
use contract::{
    WalletDecimal,
    operations::wallet::{LoyaltyActivity, ProcessExternalActivity, QueryActivities, RetrieveIINDetails},
};

fn iin(digits: &str) -> RetrieveIINDetails {
    RetrieveIINDetails { partner_uri: PARTNER.into(), issuing_partner_uri: ISSUER.into(), iin: digits.into() }
}

#[tokio::test]
async fn the_first_six_digits_tell_type_and_network() {
    let gateway = gateway();
    let details = gateway.done(&iin("411111")).await;
    assert_eq!(details.account_type_uri, Some("certnew:accounttype#credit".into()));
    assert_eq!(details.network_type_uri, Some("certnew:network#visa".into()));
    assert_eq!(gateway.refused(&iin("999999")).await.0, "301");
    for wrong in ["41111", "4111111111111111", "41111x"] {
        let (code, text) = gateway.refused(&iin(wrong)).await;
        assert_eq!(code, "304");
        assert!(!text.contains(wrong), "{text}");
    }
}

#[tokio::test]
async fn a_recorded_activity_is_listed_and_recorded_once() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    let record = |reference: &str, points: &str| ProcessExternalActivity {
        issuing_partner_uri: ISSUER.into(),
        partner_uri: PARTNER.into(),
        customer_uri: key.customer_uri.clone(),
        external_activity: LoyaltyActivity {
            activity_type: Some("ONDEMAND_AWARD".into()),
            reference_id: Some(reference.into()),
            points: WalletDecimal::parse(points),
            ..LoyaltyActivity::default()
        },
    };
    let recorded = gateway.done(&record("goodwill-17", "50")).await.activity_results.expect("stated");
    assert_eq!(recorded.points_status.as_deref(), Some("GIVEN"));
    let query = QueryActivities {
        issuing_partner_uri: ISSUER.into(),
        partner_uri: PARTNER.into(),
        customer_uri: Some(key.customer_uri.clone()),
        activity_type: None,
        reference_id: Some("goodwill-17".into()),
    };
    assert_eq!(gateway.done(&query).await.activities.rows, std::slice::from_ref(&recorded));
    let of_all = QueryActivities { customer_uri: None, ..query };
    assert_eq!(gateway.done(&of_all).await.activities.rows, [recorded]);
    assert_eq!(gateway.refused(&record("goodwill-17", "50")).await.1, "FAILURE: the activity is recorded already");
    assert_eq!(gateway.refused(&record("goodwill-18", "0")).await.0, "304");
}
