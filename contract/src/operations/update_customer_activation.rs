//! `POST /customers/activation`, seed 001:143-205.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Configuration, Operation, PathSource, Settlement, Spec, post},
    text_bool,
    wallet::{Confirmed, Wallet},
};

/// Activates or deactivates a wallet. There is no operation for `locked`: activating an inactive wallet also clears it, so
/// an unlock is a deactivation followed by an activation (seed 001:157).
///
/// No guide lists its codes. INFERRED from the other calls: 304 invalid arguments, 316 invalid customer URI, 388 customer
/// not found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerActivation {
    /// From the record that the rep picked.
    pub customer_uri: CustomerUri,
    /// From the same record.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// From the same record.
    pub partner_uri: PartnerUri,
    /// Travels as text.
    #[serde(with = "text_bool")]
    pub activate: bool,
}

impl UpdateCustomerActivation {
    /// For the wallet that this key names.
    pub fn of(customer: &CustomerKey, activate: bool) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri, activate }
    }
}

impl Operation for UpdateCustomerActivation {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = post("updateCustomerActivation", "/customers/activation")
        .from_seed("001:143")
        .path_from(PathSource::Seed("001:163"))
        .in_configurations(&[Configuration::Wlw])
        .asks(Action::Unlock)
        .settled_by(Settlement::ReadState)
        .carries(Carries::Nothing)
        .repeatable_after_read();
}
