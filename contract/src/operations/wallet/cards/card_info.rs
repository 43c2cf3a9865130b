//! Cards of a wallet in customer care: search, change, delete.

use serde::{Deserialize, Serialize};

use super::{Card, CardDetail, PaymentStatus, VerificationType};
use crate::{
    customer::CustomerKey,
    identifier::{ApplicationId, CustomerUri, DeviceUri, IssuingPartnerUri, PartnerUri, PaymentAccountUri},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post, put},
    operations::wallet::WLW_ONLY,
    rows::Rows,
    wallet::{Confirmed, Wallet},
};

/// Lists the cards of a wallet, or reads one of them.
///
/// Source: seed 003:715; it answers with the older status although it stands in the newer guide. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomerCardInfo {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Required, and null for all cards (seed 003:734): null is sent.
    #[serde(default)]
    pub payment_account_uri: Option<PaymentAccountUri>,
    /// Where the issuer's app has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_id: Option<ApplicationId>,
    /// A real boolean in lower case.
    pub include_meta_data: bool,
    /// Only cards on this device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_uri: Option<DeviceUri>,
}

impl RetrieveCustomerCardInfo {
    /// All cards of the wallet that this key names, with what is known about them.
    pub fn of(customer: &CustomerKey) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self {
            customer_uri,
            issuing_partner_uri,
            partner_uri,
            payment_account_uri: None,
            application_id: None,
            include_meta_data: true,
            device_uri: None,
        }
    }
}

impl Operation for RetrieveCustomerCardInfo {
    type Family = Wallet;
    type Answer = RetrieveCustomerCardInfoAnswer;
    const SPEC: Spec = post("retrieveCustomerCardInfo", "/customers/cards/search")
        .from_seed("003:715")
        .path_from(PathSource::Seed("003:721"))
        .in_configurations(WLW_ONLY)
        .asks(Action::Find)
        .carries(Carries::PersonalAndCard)
        .reads();
}

/// The cards.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveCustomerCardInfoAnswer {
    /// How the payment system answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_status: Option<PaymentStatus>,
    /// In the gateway's order.
    pub cards: Rows<Card>,
    /// As it was asked for.
    #[serde(deserialize_with = "crate::text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub include_meta_data: Option<bool>,
    /// Whose cards they are: must be the customer on screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// Which card was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_account_uri: Option<PaymentAccountUri>,
}

/// Takes a card out of a wallet and wipes what is known about it. There is no way back.
///
/// Source: seed 000:67; path public, attributes INFERRED from the search. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteCustomerCardInfo {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The card.
    pub payment_account_uri: PaymentAccountUri,
    /// Where the issuer's app has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_id: Option<ApplicationId>,
}

impl DeleteCustomerCardInfo {
    /// One card of the wallet that this key names.
    pub fn of(customer: &CustomerKey, card: &PaymentAccountUri) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri, payment_account_uri: card.clone(), application_id: None }
    }
}

impl Operation for DeleteCustomerCardInfo {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = post("deleteCustomerCardInfo", "/customers/cards/delete")
        .from_seed("000:67")
        .path_from(PathSource::Public)
        .in_configurations(WLW_ONLY)
        .asks(Action::Money)
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing)
        .repeatable_after_read();
}

/// Changes what is known about a card, where the issuer permits it. Device and app are no longer attributes (public).
///
/// Source: seed 000:123. Path INFERRED, attributes INFERRED from the newer version (seed 003:1173). No codes are
/// listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerCardInfo {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The card.
    pub card_uri: PaymentAccountUri,
    /// The new details.
    pub card_details: Vec<CardDetail>,
}

impl Operation for UpdateCustomerCardInfo {
    type Family = Wallet;
    type Answer = UpdateCustomerCardInfoAnswer;
    const SPEC: Spec = put("updateCustomerCardInfo", "/customers/cards")
        .from_seed("000:123")
        .in_configurations(WLW_ONLY)
        .asks(Action::Money)
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing)
        .repeatable_after_read();
}

/// The card that was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UpdateCustomerCardInfoAnswer {
    /// How the payment system took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_status: Option<PaymentStatus>,
    /// The card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_uri: Option<PaymentAccountUri>,
    /// How it was verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_type: Option<VerificationType>,
}
