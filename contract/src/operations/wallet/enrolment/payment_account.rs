//! The account that is put into a wallet: as it is sent, and as it comes back. Not one type, because what is sent may
//! hold a card number and what comes back must not.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{PaymentAccountTypeUri, PaymentAccountUri, PaymentNetworkTypeUri},
    masked_card::MaskedCard,
    operations::wallet::{CardDetail, CardFact},
    rows::Rows,
};

/// An account to be put into a wallet. Fields INFERRED from the card's verification (seed 002:468-478).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NewPaymentAccount {
    /// Its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_account_type_uri: Option<PaymentAccountTypeUri>,
    /// Its network.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_network_type_uri: Option<PaymentNetworkTypeUri>,
    /// What its owner calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nick_name: Option<String>,
    /// What its kind asks for.
    pub additional_data: Vec<CardDetail>,
}

/// An account in a wallet. Fields INFERRED.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PaymentAccount {
    /// Its name from now on; in an enrolment of several steps it is called `uri` (public release note 9-7).
    #[serde(alias = "uri", skip_serializing_if = "Option::is_none")]
    pub payment_account_uri: Option<PaymentAccountUri>,
    /// Its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_account_type_uri: Option<PaymentAccountTypeUri>,
    /// Its network.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_network_type_uri: Option<PaymentNetworkTypeUri>,
    /// At most the first six and the last four digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub masked_card_number: Option<MaskedCard>,
    /// What its owner calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nick_name: Option<String>,
    /// What else is known.
    #[serde(skip_serializing_if = "Rows::is_empty")]
    pub additional_data: Rows<CardFact>,
}
