//! `GET /config.json`: the sandbox as an issuer.

use axum::{extract::State, response::Response};
use contract::Lists;
use serde_json::{Value, json};

use crate::{
    arguments::DisputesFrom,
    delivery, envelope, issuing,
    people::{ISSUING_PARTNER_URI, PARTNER_URI},
    server::Shared,
    world::World,
};

/// Which of a customer's two references the issuing paths take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum References {
    /// The platform's own: `CUS…`.
    Internal,
    /// The issuer's: `PERSON-…`, a wallet's `customerId`.
    External,
}

impl References {
    /// As the command line and `/config.json` write it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::External => "external",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Internal, Self::External].into_iter().find(|references| references.name() == name)
    }
}
/// The wallet app, as requests that name it do.
const APPLICATION_ID: &str = "certnew:entity:application#5f0c3c61-8f5b-4cb1-9f3e-0b7f4c2a9d10";

/// In cents, for good.
pub(crate) const CREDIT_LIMIT_MAXIMUM: i64 = 2_000_000;
/// In cents, for a while.
pub(crate) const TEMPORARY_LIMIT_MAXIMUM: i64 = 3_000_000;

/// Needs no session: a portal must be able to say "sign in" in the issuer's own words.
pub(crate) async fn configuration(State(sandbox): State<Shared>) -> Response {
    delivery::json(document(&sandbox.world()).to_string())
}

fn document(world: &World) -> Value {
    let created_by = match world.disputes_from {
        DisputesFrom::Operations => "operation",
        DisputesFrom::Transactions => "transaction",
    };
    json!({
        "environment": { "label": "Sandbox", "production": false },
        "gateway": {
            "wallet": envelope::PREFIX, "issuing": issuing::wire::PREFIX, "paths": {},
            "lists": if world.lists == Lists::Joined { "joined" } else { "repeated" },
            "notOffered": world.not_offered, "pageSize": 100,
        },
        "tenant": {
            "partnerId": "sandbox-partner", "versionId": "1.0", "environmentId": "sandbox",
            "partnerUri": PARTNER_URI, "issuingPartnerUri": ISSUING_PARTNER_URI,
            "issuerId": issuing::ISSUER, "link": "customerId", "homeCountry": "US",
            "configuration": world.configuration, "references": world.references.name(),
            "applicationId": APPLICATION_ID,
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
        "postings": { "reversalFeeType": world.reversal_fee_type },
        "disputes": { "createdBy": created_by },
        "creditLimit": {
            "minimum": 0, "maximum": CREDIT_LIMIT_MAXIMUM, "temporaryMaximum": TEMPORARY_LIMIT_MAXIMUM,
            "exponent": 2, "isoCode": "EUR",
        },
    })
}
