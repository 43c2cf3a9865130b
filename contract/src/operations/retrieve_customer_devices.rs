//! `POST /customers/devices/search`, seed 003:761-788.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    device::CustomerDevice,
    identifier::{CustomerUri, ExternalId, IssuingPartnerUri},
    operation::{Action, Carries, Operation, PathSource, Spec, post},
    rows::Rows,
    wallet::Wallet,
};

/// Lists the devices that are linked with a wallet. The customer is named by exactly one of the two identifiers.
///
/// Answers with the older status although it stands in the newer guide (seed 003:765). No guide lists its codes;
/// INFERRED: 304, 388.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomerDevices {
    /// The wallet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// Or the id in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
}

impl RetrieveCustomerDevices {
    /// For the wallet that this key names.
    pub fn of(customer: &CustomerKey) -> Self {
        Self {
            customer_uri: Some(customer.customer_uri.clone()),
            external_id: None,
            issuing_partner_uri: customer.issuing_partner_uri.clone(),
        }
    }
}

impl Operation for RetrieveCustomerDevices {
    type Family = Wallet;
    type Answer = RetrieveCustomerDevicesAnswer;
    const SPEC: Spec = post("retrieveCustomerDevices", "/customers/devices/search")
        .from_seed("003:761")
        .path_from(PathSource::Seed("003:767"))
        .asks(Action::Find)
        .carries(Carries::Personal)
        .reads();
}

/// The linked devices.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveCustomerDevicesAnswer {
    /// In the gateway's order; none is documented as an absent list.
    pub customer_devices: Rows<CustomerDevice>,
}
