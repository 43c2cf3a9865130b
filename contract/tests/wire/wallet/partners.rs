//! What an issuer accepts: seeds 002 and 003.

use contract::operations::wallet::*;
use serde_json::json;

use super::check::{PARTNER, answered, sent, with_issuer};

/// Seed 002:344-368.
#[test]
fn six_digits_tell_type_and_network() {
    sent::<RetrieveIINDetails>(with_issuer(json!({"iin": "411111"})));
    assert_eq!(answered::<RetrieveIINDetails>().network_type_uri, Some("certnew:network#visa".into()));
}

/// Seed 003:1067-1093.
#[test]
fn the_supported_tenders_are_listed_with_what_they_ask_for() {
    sent::<RetrieveSupportedTenderTypes>(json!({"tenantUri": "certnew:tenant#1", "partnerUri": PARTNER}));
    sent::<RetrieveSupportedTenderTypes>(json!({"tenantUri": "certnew:tenant#1", "partnerUri": PARTNER,
        "paymentNetworkTypeUri": "certnew:network#visa", "paymentAccountTypeUri": "certnew:accounttype#credit",
        "provisioningSupportedOnly": true, "applicationId": "app-1"}));
    let tenders = answered::<RetrieveSupportedTenderTypes>().tender_types.rows;
    assert_eq!(tenders[0].meta_data.rows[0].max_length, Some(19));
    assert!(tenders[1].meta_data.is_empty());
}
