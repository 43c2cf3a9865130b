//! Balances of a wallet's cards: `/customers/wallet/balances` in both versions, seed 000:79 and 003:518-558.

use serde::{Deserialize, Serialize, Serializer};

use crate::{
    customer::CustomerKey,
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri, PaymentAccountUri},
    instant::Instant,
    operation::{Action, Carries, Operation, PathSource, Spec, post},
    rows::Rows,
    wallet::Wallet,
    wallet_decimal::WalletDecimal,
};

/// Fetches the balances anew from where the accounts are kept. It moves nothing, so it may be asked again.
///
/// Source: seed 000:79. Path INFERRED, attributes INFERRED from the newer version. No codes are listed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefreshCustomerCardBalances {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Only these cards; all when empty.
    #[serde(default, skip_serializing_if = "Rows::is_empty", serialize_with = "text_or_list")]
    pub card_uris: Rows<PaymentAccountUri>,
}

impl RefreshCustomerCardBalances {
    /// All cards of the wallet that this key names.
    pub fn of(customer: &CustomerKey) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri, card_uris: Rows::default() }
    }
}

impl Operation for RefreshCustomerCardBalances {
    type Family = Wallet;
    type Answer = RefreshCustomerCardBalancesAnswer;
    const SPEC: Spec = post("refreshCustomerCardBalances", "/customers/wallet/balances")
        .from_seed("000:79")
        .asks(Action::Find)
        .carries(Carries::Nothing)
        .reads();
}

/// The balances. "No additional attributes", says the guide, and then lists one (seed 003:542-546).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RefreshCustomerCardBalancesAnswer {
    /// One a card.
    pub account_balances: Rows<CardBalance>,
}

/// The same call in the version of the mobile transactions. Both have one documented name, and names must differ here.
///
/// Its answer's key lacks the suffix `Response` (seed 003:542). Errors: 304 invalid arguments, 386 time-out or no
/// access.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefreshCustomerCardBalancesV2 {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Only these cards; all when empty. Called a text, and named in the plural (seed 003:537).
    #[serde(default, skip_serializing_if = "Rows::is_empty", serialize_with = "text_or_list")]
    pub card_uris: Rows<PaymentAccountUri>,
}

impl RefreshCustomerCardBalancesV2 {
    /// All cards of the wallet that this key names.
    pub fn of(customer: &CustomerKey) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri, card_uris: Rows::default() }
    }
}

impl Operation for RefreshCustomerCardBalancesV2 {
    type Family = Wallet;
    type Answer = RefreshCustomerCardBalancesV2Answer;
    const SPEC: Spec = post("refreshCustomerCardBalancesV2", "/v2/customers/wallet/balances")
        .wrapped_as("refreshCustomerCardBalances")
        .from_seed("003:518")
        .path_from(PathSource::Seed("003:522"))
        .asks(Action::Find)
        .carries(Carries::Nothing)
        .with_details()
        .reads();
}

/// The balances.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RefreshCustomerCardBalancesV2Answer {
    /// One a card.
    pub account_balances: Rows<CardBalance>,
}

/// What one card is worth. The public data object is called `AccountBalance` and lists these fields. No currency is
/// stated, so it must not be added to anything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CardBalance {
    /// The card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_uri: Option<PaymentAccountUri>,
    /// What is on it.
    #[serde(deserialize_with = "crate::wallet_decimal::optional", skip_serializing_if = "Option::is_none")]
    pub available_balance: Option<WalletDecimal>,
    /// What may still be borrowed.
    #[serde(deserialize_with = "crate::wallet_decimal::optional", skip_serializing_if = "Option::is_none")]
    pub available_credit: Option<WalletDecimal>,
    /// When it was so.
    #[serde(deserialize_with = "crate::instant::optional", skip_serializing_if = "Option::is_none")]
    pub balance_as_of_date: Option<Instant>,
    /// Why there is no balance.
    #[serde(deserialize_with = "crate::whole_number::optional", skip_serializing_if = "Option::is_none")]
    pub balance_error_code: Option<i64>,
    /// The same in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub balance_error_message: Option<String>,
}

/// One URI is written as the text that the guide asks for, several as a list.
fn text_or_list<S: Serializer>(uris: &Rows<PaymentAccountUri>, serializer: S) -> Result<S::Ok, S::Error> {
    match uris.rows.as_slice() {
        [only] => only.serialize(serializer),
        several => several.serialize(serializer),
    }
}
