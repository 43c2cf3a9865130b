//! `/v2/customers`, seed 003:258-296, 607-661, 1141-1171. Two of its names stand in the issuing family too; names must
//! differ here, so these end in `V2`, and their wrappers keep the documented word.

use serde::{Deserialize, Serialize};

use super::CustomerProfile;
use crate::{
    identifier::{CustomerId, CustomerUri, ExternalId, PartnerUri, TenantUri},
    instant::Instant,
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post, put},
    wallet::{Confirmed, Wallet},
};

/// Reads the v2 profile. The customer is named by exactly one of the two identifiers.
///
/// Source: seed 003:607. Errors: 304 invalid arguments, 386 error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomerV2 {
    /// The wallet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// Or the id in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
    /// The issuer, called a tenant here.
    pub tenant_uri: TenantUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
}

impl Operation for RetrieveCustomerV2 {
    type Family = Wallet;
    type Answer = RetrieveCustomerV2Answer;
    const SPEC: Spec = post("retrieveCustomerV2", "/v2/customers/retrieve")
        .wrapped_as("retrieveCustomer")
        .from_seed("003:607")
        .path_from(PathSource::Seed("003:611"))
        .asks(Action::Find)
        .carries(Carries::Personal)
        .with_details()
        .reads();
}

/// The profile, and one word for the wallet's state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveCustomerV2Answer {
    /// Whether the wallet works. `false` means disabled or locked: only the lookup's two flags tell which.
    #[serde(deserialize_with = "crate::text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// When it was made.
    #[serde(deserialize_with = "crate::instant::optional", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<Instant>,
    /// When the profile was last saved.
    #[serde(deserialize_with = "crate::instant::optional", skip_serializing_if = "Option::is_none")]
    pub modified_time: Option<Instant>,
    /// The issuer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_name: Option<String>,
    /// The id in another system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<CustomerId>,
    /// Whether it is a guest account, which the platform does not validate.
    #[serde(deserialize_with = "crate::text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub stub: Option<bool>,
    /// The profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerProfile>,
}

/// Replaces the whole v2 profile: what is not sent is gone. Read it first, and send it back with what changed.
///
/// Source: seed 003:1141. Errors: 304 invalid arguments, 386 error, 389 no guest records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerV2 {
    /// The new profile.
    pub customer: CustomerProfile,
}

impl Operation for UpdateCustomerV2 {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = put("updateCustomerV2", "/v2/customers")
        .wrapped_as("updateCustomer")
        .from_seed("003:1141")
        .path_from(PathSource::Seed("003:1145"))
        .asks(Action::Profile)
        .settled_by(Settlement::ReadState)
        .carries(Carries::Nothing)
        .with_details()
        .repeatable_after_read();
}

/// Links a profile of the issuer's with a new identity on the platform.
///
/// Source: seed 003:258. Errors: 304 (also for a missing `externalId`), 386, 389 no guest accounts, 423 there is one
/// already.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateCustomer {
    /// With its `externalId`, by which a lost answer is settled.
    pub customer: CustomerProfile,
}

impl Operation for CreateCustomer {
    type Family = Wallet;
    type Answer = CreateCustomerAnswer;
    const SPEC: Spec = post("createCustomer", "/v2/customers")
        .from_seed("003:258")
        .path_from(PathSource::Seed("003:264"))
        .asks(Action::Profile)
        .settled_by(Settlement::ReadReference)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::Nothing)
        .with_details();
}

/// The new wallet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CreateCustomerAnswer {
    /// Its name from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
}
