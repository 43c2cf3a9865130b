//! `POST /customers/email/search`, seed 000:103; path and attributes INFERRED.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    instant::Instant,
    operation::{Action, Carries, Operation, Spec, post},
    operations::wallet::NOT_EXTERNAL,
    personal::Personal,
    wallet::Wallet,
};

/// Reads a customer's e-mail address and whether it is verified. The three URIs stand in seed 000:103-106.
///
/// No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomersEmailByUri {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
}

impl RetrieveCustomersEmailByUri {
    /// For the wallet that this key names.
    pub fn of(customer: &CustomerKey) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri }
    }
}

impl Operation for RetrieveCustomersEmailByUri {
    type Family = Wallet;
    type Answer = RetrieveCustomersEmailByUriAnswer;
    const SPEC: Spec = post("retrieveCustomersEmailByUri", "/customers/email/search")
        .from_seed("000:103")
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Find)
        .carries(Carries::Personal)
        .reads();
}

/// The address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveCustomersEmailByUriAnswer {
    /// Its name is INFERRED from the public data object `CustomerEmailInfo`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_email_info: Option<CustomerEmailInfo>,
}

/// An e-mail address and what is known about it. Fields INFERRED from the lookup (seed 001:70-71, 87-88).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CustomerEmailInfo {
    /// In use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal>,
    /// A new one that waits for its confirmation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_pending: Option<Personal>,
    /// Independent of the date.
    #[serde(deserialize_with = "crate::text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub email_verified: Option<bool>,
    /// May be missing although the address is verified.
    #[serde(deserialize_with = "crate::instant::optional", skip_serializing_if = "Option::is_none")]
    pub email_verified_date: Option<Instant>,
}
