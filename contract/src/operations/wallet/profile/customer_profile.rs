//! The profile of the mobile transactions.

use serde::{Deserialize, Serialize};

use crate::{
    customer::KeyValue,
    identifier::{CustomerId, CustomerUri, ExternalId, IssuingPartnerUri, PartnerUri},
    personal::Personal,
    rows::Rows,
};

/// Who a wallet's owner is. The v2 guide calls the type `Customer` and lists no fields; they are INFERRED from the v1
/// lookup (seed 001:57-82). [`UpdateCustomerV2`](crate::operations::wallet::UpdateCustomerV2) replaces the whole of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CustomerProfile {
    /// The wallet; not there before it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// The issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuing_partner_uri: Option<IssuingPartnerUri>,
    /// The issuer's partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_uri: Option<PartnerUri>,
    /// The id in the issuer's own system: must not be null for a new one (seed 003:290).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
    /// The wallet user's own id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<CustomerId>,
    /// What the owner logs in with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<Personal>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Unique among an issuer's customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal>,
    /// National digits without signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Personal>,
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address1: Option<Personal>,
    /// Flat, floor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address2: Option<Personal>,
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State or province.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zip: Option<Personal>,
    /// As the gateway writes it: `USA`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Keys and values; a key may repeat.
    #[serde(skip_serializing_if = "Rows::is_empty")]
    pub additional_customer_information: Rows<KeyValue>,
}
