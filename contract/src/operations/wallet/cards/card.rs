//! A card as answers show it, and the details that requests relay.

use serde::{Deserialize, Deserializer, Serialize};

use super::CardBalance;
use crate::{
    card_secrets::is_secret_name,
    identifier::{PaymentAccountTypeUri, PaymentAccountUri, PaymentNetworkTypeUri},
    instant::Instant,
    masked_card::MaskedCard,
    personal::Personal,
    rows::Rows,
    secret::Secret,
    visible::free_text,
};

/// A card in a wallet. The guides name the type without listing its fields: all but the URI are INFERRED. A full number
/// beside the masked one is not read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// The card; other calls name it `paymentAccountUri`.
    #[serde(alias = "paymentAccountUri")]
    pub card_uri: PaymentAccountUri,
    /// At most the first six and the last four digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub masked_card_number: Option<MaskedCard>,
    /// What its owner calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nick_name: Option<String>,
    /// Credit, debit, gift.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_account_type_uri: Option<PaymentAccountTypeUri>,
    /// Whose network it runs on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_network_type_uri: Option<PaymentNetworkTypeUri>,
    /// Whether it may be used.
    #[serde(
        default,
        deserialize_with = "crate::text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub active: Option<bool>,
    /// Whether the wallet offers it first.
    #[serde(
        default,
        deserialize_with = "crate::text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub default_card: Option<bool>,
    /// When it came into the wallet.
    #[serde(default, deserialize_with = "crate::instant::optional", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<Instant>,
    /// What it is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_balance: Option<CardBalance>,
    /// Only when the request asked for it.
    #[serde(default, skip_serializing_if = "Rows::is_empty")]
    pub meta_data: Rows<CardFact>,
}

/// A fact about a card, as answers hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CardFact {
    /// What it is: `NICKNAME`.
    pub key: String,
    /// What it says; without what must not be kept.
    pub value: Personal,
}

/// A detail of a card, as requests relay it: `CARD_NUMBER` and its like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardDetail {
    /// Which details a card needs is told by `retrieveSupportedTenderTypes`.
    pub key: String,
    /// Relayed, and kept nowhere.
    pub value: Secret,
}

/// A pair says by its key what its value is: the value of `CVV` is dropped, a number that is a card's is masked.
impl<'de> Deserialize<'de> for CardFact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Pair {
            key: String,
            #[serde(default)]
            value: Option<String>,
        }
        let Pair { key, value } = Pair::deserialize(deserializer)?;
        let value = if is_secret_name(&key) { String::new() } else { free_text(&value.unwrap_or_default()) };
        Ok(Self { key, value: value.into() })
    }
}
