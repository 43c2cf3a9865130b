//! `POST /customers/cards` and `POST /customers/cards/provision`, seed 000:42-55.

use serde::{Deserialize, Serialize};

use super::{CardDetail, PaymentStatus, VerificationType};
use crate::{
    identifier::{ApplicationId, CustomerUri, IssuingPartnerUri, PartnerUri, PaymentAccountUri},
    operation::{Action, Carries, Configuration, Operation, PathSource, Settlement, Spec, UsedBy, post},
    operations::wallet::WLW_ONLY,
    wallet::Wallet,
};

/// Puts a card into a wallet whose cards the platform keeps. A card number passes through: a care portal leaves this to
/// the customer's app.
///
/// Source: seed 000:55; path and attributes public. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddCustomerCard {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Where the issuer's app has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_id: Option<ApplicationId>,
    /// What the card's kind asks for.
    pub card_details: Vec<CardDetail>,
}

impl Operation for AddCustomerCard {
    type Family = Wallet;
    type Answer = AddCustomerCardAnswer;
    const SPEC: Spec = post("addCustomerCard", "/customers/cards")
        .from_seed("000:55")
        .path_from(PathSource::Public)
        .in_configurations(WLW_ONLY)
        .asks(Action::Money)
        .settled_by(Settlement::CompareList)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// The new card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AddCustomerCardAnswer {
    /// How the payment system took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_status: Option<PaymentStatus>,
    /// Its name from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_uri: Option<PaymentAccountUri>,
    /// How it was verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_type: Option<VerificationType>,
}

/// Puts a card into a wallet whose cards are kept elsewhere, by way of a connector that signs the customer in there.
///
/// Source: seed 000:42; seed 000:16 and 000:26 call it `provisionCard`. Path INFERRED, attributes INFERRED from
/// [`AddCustomerCard`]. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProvisionCustomerCard {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Where the issuer's app has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_id: Option<ApplicationId>,
    /// What the card's kind asks for.
    pub card_details: Vec<CardDetail>,
}

impl Operation for ProvisionCustomerCard {
    type Family = Wallet;
    type Answer = ProvisionCustomerCardAnswer;
    const SPEC: Spec = post("provisionCustomerCard", "/customers/cards/provision")
        .from_seed("000:42")
        .in_configurations(&[Configuration::External])
        .asks(Action::Money)
        .settled_by(Settlement::CompareList)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::Nothing);
}

/// The new card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ProvisionCustomerCardAnswer {
    /// How the payment system took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_status: Option<PaymentStatus>,
    /// Its name from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_uri: Option<PaymentAccountUri>,
    /// How it was verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_type: Option<VerificationType>,
}
