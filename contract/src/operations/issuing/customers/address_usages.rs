//! `/customers/{customerReference}/addresses/{addressReference}/address-usages`, seed 004:1087-1180.

use serde::{Deserialize, Serialize};

use super::address::AddressUsage;
use crate::{
    identifier::{AddressReference, CustomerReference},
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, issuing},
    rows::Rows,
};

/// Says what an address is used for from now on. Another address that had the usage loses it without a word (seed
/// 004:989).
///
/// Source: seed 004:1087. Errors: 400, 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddAddressUsage {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// In the path.
    pub address_reference: AddressReference,
    /// Among the issuer's own words: `DISPUTE`.
    pub address_usage_name: String,
    /// Among the issuer's own words: `DISPUTE_SERVICE`.
    pub service_code: String,
    /// For which card contract or account alone, where it is not for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity_reference: Option<String>,
}

/// Ends a usage of an address. Without an entity, it ends for every entity (seed 004:1150).
///
/// Source: seed 004:1138. Everything travels in the query. Errors: 400, 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RemoveAddressUsage {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// In the path.
    pub address_reference: AddressReference,
    /// Among the issuer's own words: `DISPUTE`.
    pub address_usage_name: String,
    /// Among the issuer's own words: `DISPUTE_SERVICE`.
    pub service_code: String,
    /// Only for this card contract or account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity_reference: Option<String>,
}

impl Operation for AddAddressUsage {
    type Family = Issuing;
    type Answer = AddedAddressUsage;
    const SPEC: Spec = issuing(
        "addAddressUsage",
        Method::Post,
        "/customers/{customerReference}/addresses/{addressReference}/address-usages",
    )
    .from_seed("004:1087")
    .path_from(PathSource::Seed("004:1113"))
    .asks(Action::Profile)
    .repeatable_after_read()
    .settled_by(Settlement::CompareList)
    .carries(Carries::Nothing);
}

impl Operation for RemoveAddressUsage {
    type Family = Issuing;
    type Answer = RemovedAddressUsages;
    const SPEC: Spec = issuing(
        "removeAddressUsage",
        Method::Delete,
        "/customers/{customerReference}/addresses/{addressReference}/address-usages",
    )
    .from_seed("004:1138")
    .path_from(PathSource::Seed("004:1160"))
    .asks(Action::Profile)
    .repeatable_after_read()
    .settled_by(Settlement::ReadState)
    .carries(Carries::Nothing);
}

/// The usage that was added, as the gateway repeats it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddedAddressUsage {
    /// Which usage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_usage_name: Option<String>,
    /// Of which service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_code: Option<String>,
    /// For which card contract or account alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity_reference: Option<String>,
}

/// The usages that ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RemovedAddressUsages {
    /// Each of them.
    #[serde(default)]
    pub address_usages: Rows<AddressUsage>,
}
