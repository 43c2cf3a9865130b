//! `POST /customers/delete`, seed 000:65; path and attributes INFERRED.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, Settlement, Spec, UsedBy, post},
    operations::wallet::WLW_ONLY,
    wallet::{Confirmed, Wallet},
};

/// Closes a wallet for ever: profile, cards and devices are gone. There is no way back.
///
/// No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteCustomer {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
}

impl DeleteCustomer {
    /// The wallet that this key names.
    pub fn of(customer: &CustomerKey) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri }
    }
}

impl Operation for DeleteCustomer {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = post("deleteCustomer", "/customers/delete")
        .from_seed("000:65")
        .in_configurations(WLW_ONLY)
        .asks(Action::Profile)
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing)
        .repeatable_after_read();
}
