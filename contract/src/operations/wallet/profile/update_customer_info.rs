//! `PUT /customers`, seed 000:127; path and attributes INFERRED. Seed 001:205 calls it `updateCustomerInformation`.

use serde::{Deserialize, Serialize};

use crate::{
    customer::{KeyValue, WalletCustomer},
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, Settlement, Spec, put},
    operations::wallet::WLW_ONLY,
    personal::Personal,
    rows::Rows,
    wallet::{Confirmed, Wallet},
};

/// Changes a v1 profile. A new e-mail address waits for its confirmation; sending the old one again sends the
/// confirmation again (seed 002:312).
///
/// It is not said whether what is left out stays, so [`of`](Self::of) takes the profile as it was read. No codes are
/// listed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerInfo {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Unique among an issuer's customers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal>,
    /// National digits without signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Personal>,
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address1: Option<Personal>,
    /// Flat, floor; empty text for none (seed 001:116).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address2: Option<Personal>,
    /// City.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State or province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zip: Option<Personal>,
    /// As the gateway writes it: `USA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Keys and values; a key may repeat.
    #[serde(default, skip_serializing_if = "Rows::is_empty")]
    pub additional_customer_information: Rows<KeyValue>,
}

impl UpdateCustomerInfo {
    /// The profile as it was read: what the rep changes is changed in it.
    pub fn of(customer: &WalletCustomer) -> Self {
        let customer = customer.clone();
        Self {
            customer_uri: customer.customer_uri,
            issuing_partner_uri: customer.issuing_partner_uri,
            partner_uri: customer.partner_uri,
            first_name: customer.first_name,
            last_name: customer.last_name,
            email: customer.email,
            phone: customer.phone,
            address1: customer.address1,
            address2: customer.address2,
            city: customer.city,
            state: customer.state,
            zip: customer.zip,
            country: customer.country,
            additional_customer_information: customer.additional_customer_information,
        }
    }
}

impl Operation for UpdateCustomerInfo {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = put("updateCustomerInfo", "/customers")
        .from_seed("000:127")
        .in_configurations(WLW_ONLY)
        .asks(Action::Profile)
        .settled_by(Settlement::ReadState)
        .carries(Carries::Nothing)
        .repeatable_after_read();
}
