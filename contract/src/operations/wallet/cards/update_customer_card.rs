//! `PUT /v2/customers/cards`, seed 003:1173-1232.

use serde::{Deserialize, Serialize};

use super::{CardDetail, VerificationType};
use crate::{
    identifier::{ApplicationId, CustomerUri, DeviceUri, IssuingPartnerUri, PartnerUri, PaymentAccountUri},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, put},
    wallet::Wallet,
};

/// Changes what is known about a card, where the issuer permits it.
///
/// Its answer's key lacks the suffix `Response` (seed 003:1203). Errors: 304 invalid arguments; 386 as an error or a
/// failure, for missing URIs, a time-out, no access; 389 no guest records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerCard {
    /// The card.
    pub card_uri: PaymentAccountUri,
    /// Where the app runs that uses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_uri: Option<DeviceUri>,
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer's wallet app, from the configuration. Required (seed 003:1193).
    pub application_id: ApplicationId,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// At least one.
    pub card_details: Vec<CardDetail>,
}

impl Operation for UpdateCustomerCard {
    type Family = Wallet;
    type Answer = UpdateCustomerCardAnswer;
    const SPEC: Spec = put("updateCustomerCard", "/v2/customers/cards")
        .from_seed("003:1173")
        .path_from(PathSource::Seed("003:1177"))
        .asks(Action::Money)
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing)
        .with_details()
        .repeatable_after_read();
}

/// The card that was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UpdateCustomerCardAnswer {
    /// The card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_uri: Option<PaymentAccountUri>,
    /// How it was verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_type: Option<VerificationType>,
}
