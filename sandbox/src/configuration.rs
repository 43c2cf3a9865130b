//! `GET /config.json`: the sandbox as an issuer.

use axum::{extract::State, response::Response};
use contract::Configuration;
use serde_json::{Value, json};

use crate::{
    delivery, envelope, issuing,
    people::{ISSUING_PARTNER_URI, PARTNER_URI},
    server::Shared,
};

/// In cents, for good.
pub(crate) const CREDIT_LIMIT_MAXIMUM: i64 = 2_000_000;
/// In cents, for a while.
pub(crate) const TEMPORARY_LIMIT_MAXIMUM: i64 = 3_000_000;

/// Needs no session: a portal must be able to say "sign in" in the issuer's own words.
pub(crate) async fn configuration(State(sandbox): State<Shared>) -> Response {
    let world = sandbox.world();
    delivery::json(document(world.configuration, world.reversal_fee_type).to_string())
}

fn document(configuration: Configuration, reversal_fee_type: bool) -> Value {
    json!({
        "environment": { "label": "Sandbox", "production": false },
        "gateway": { "wallet": envelope::PREFIX, "issuing": issuing::wire::PREFIX, "paths": {} },
        "tenant": {
            "partnerId": "sandbox-partner", "versionId": "1.0", "environmentId": "sandbox",
            "partnerUri": PARTNER_URI, "issuingPartnerUri": ISSUING_PARTNER_URI,
            "issuerId": issuing::ISSUER, "link": "customerId",
            "configuration": configuration,
        },
        "locale": "en-GB", "timeZone": "Europe/Berlin",
        "session": { "url": "/session", "signIn": "/sandbox/sign-in", "idleMinutes": 15, "warnMinutes": 13 },
        "verification": {
            "reveal": "attested", "unlock": "attested", "profile": "attested",
            "money": "attested", "credentials": "answered",
        },
        "choices": {
            "disputeReasons": ["COUNTERFEIT_CARD", "UNKNOWN_CARD", "DUPLICATE_TRANSACTION"],
            "postingTypes": ["ISSUER_ACCOUNT", "Cardholder Account"],
            "eventTypes": ["Comment"], "feeTypes": ["MANUAL_FEE"],
        },
        "postings": { "reversalFeeType": reversal_fee_type },
        "creditLimit": {
            "minimum": 0, "maximum": CREDIT_LIMIT_MAXIMUM, "temporaryMaximum": TEMPORARY_LIMIT_MAXIMUM,
            "exponent": 2, "isoCode": "EUR",
        },
    })
}
