//! `POST /customers`, seed 000:63; path and attributes public.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{CustomerUri, ExternalId, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    operations::wallet::WLW_ONLY,
    personal::Personal,
    secret::Secret,
    wallet::Wallet,
};

/// Makes a new wallet.
///
/// Most attributes must be there and may be null; names, e-mail and password must be filled. The public page also takes
/// the first PIN of a device: no type here has a place for it, so the owner sets it in the app. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateCustomerInfo {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Unique among an issuer's customers.
    pub email: Personal,
    /// Must be the e-mail address.
    pub username: Personal,
    /// What the owner chose.
    pub password: Secret,
    /// Street and number.
    #[serde(default)]
    pub address1: Option<Personal>,
    /// Flat, floor.
    #[serde(default)]
    pub address2: Option<Personal>,
    /// City.
    #[serde(default)]
    pub city: Option<String>,
    /// State or province, two characters.
    #[serde(default)]
    pub state: Option<String>,
    /// Postal code.
    #[serde(default)]
    pub zip: Option<Personal>,
    /// As the gateway writes it: `USA`. INFERRED from the lookup, as what follows.
    #[serde(default)]
    pub country: Option<String>,
    /// National digits without signs.
    #[serde(default)]
    pub phone: Option<Personal>,
    /// The id in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
}

impl Operation for CreateCustomerInfo {
    type Family = Wallet;
    type Answer = CreateCustomerInfoAnswer;
    const SPEC: Spec = post("createCustomerInfo", "/customers")
        .from_seed("000:63")
        .path_from(PathSource::Public)
        .in_configurations(WLW_ONLY)
        .asks(Action::Profile)
        .settled_by(Settlement::CompareList)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// The new wallet. INFERRED from `createCustomer` (seed 003:279).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CreateCustomerInfoAnswer {
    /// Its name from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
}
