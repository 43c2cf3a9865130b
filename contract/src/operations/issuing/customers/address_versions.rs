//! `DELETE /customers/{customerReference}/addresses/{addressReference}/address-versions/{addressVersionReference}` (public).

use serde::{Deserialize, Serialize};

use super::{
    address::CustomerAddress,
    identifiers::{AddressIdentifier, AddressVersionIdentifier},
};
use crate::{
    identifier::{AddressReference, AddressVersionReference, CustomerReference},
    instant::Instant,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, issuing},
};

/// Takes back a version of an address: one that has not begun, or one that stands in for another for a while.
///
/// Source: public; no guide names it. Made by [`Self::of`]. Errors: 400 a version that is neither, 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteAddressVersion {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// In the path.
    pub address_reference: AddressReference,
    /// In the path.
    pub address_version_reference: AddressVersionReference,
}

impl Operation for DeleteAddressVersion {
    type Family = Issuing;
    type Answer = DeletedAddressVersion;
    const SPEC: Spec = issuing(
        "deleteAddressVersion",
        Method::Delete,
        "/customers/{customerReference}/addresses/{addressReference}/address-versions/{addressVersionReference}",
    )
    .from_public_original()
    .asks(Action::Profile)
    .repeatable_after_read()
    .settled_by(Settlement::CompareList)
    .carries(Carries::Nothing);
}

impl DeleteAddressVersion {
    /// For a version as it was just read. `None` for one that cannot be taken back, or that the gateway did not name.
    pub fn of(customer: &CustomerReference, version: &CustomerAddress, now: &Instant) -> Option<Self> {
        if !version.can_be_taken_back(now) {
            return None;
        }
        Some(Self {
            customer_reference: customer.clone(),
            address_reference: version.address_identifier.address_reference.clone()?,
            address_version_reference: version.address_version_identifier.clone()?.address_version_reference?,
        })
    }
}

/// The version that was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeletedAddressVersion {
    /// Of which address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_identifier: Option<AddressIdentifier>,
    /// Which version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_version_identifier: Option<AddressVersionIdentifier>,
}
