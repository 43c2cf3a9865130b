//! `POST /customers/exists`, seed 000:73; path and attributes INFERRED.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{CustomerUri, ExternalId, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, Spec, post},
    operations::wallet::NOT_EXTERNAL,
    personal::Personal,
    wallet::Wallet,
};

/// Asks whether somebody has a wallet, without learning anything else about them. One of the three identifiers is
/// enough.
///
/// No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IsCustomerExists {
    /// The wallet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// Unique per issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal>,
    /// The id in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
}

impl Operation for IsCustomerExists {
    type Family = Wallet;
    type Answer = IsCustomerExistsAnswer;
    const SPEC: Spec = post("isCustomerExists", "/customers/exists")
        .from_seed("000:73")
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Find)
        .carries(Carries::Nothing)
        .reads();
}

/// Yes, no, or not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct IsCustomerExistsAnswer {
    /// Whether there is a wallet.
    #[serde(deserialize_with = "crate::text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub exists: Option<bool>,
}
