//! `POST /customers/search`, seed 000:89; path and attributes INFERRED.

use serde::{Deserialize, Serialize};

use crate::{
    customer::{CustomerKey, WalletCustomer},
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, Spec, post},
    operations::wallet::WLW_ONLY,
    rows::Rows,
    wallet::Wallet,
};

/// Reads one wallet's whole profile: proof after an action, where a lookup would bring several people.
///
/// No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomerByUri {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
}

impl RetrieveCustomerByUri {
    /// For the wallet that this key names.
    pub fn of(customer: &CustomerKey) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri }
    }
}

impl Operation for RetrieveCustomerByUri {
    type Family = Wallet;
    type Answer = RetrieveCustomerByUriAnswer;
    const SPEC: Spec = post("retrieveCustomerByUri", "/customers/search")
        .from_seed("000:89")
        .in_configurations(WLW_ONLY)
        .asks(Action::Find)
        .carries(Carries::Personal)
        .reads();
}

/// The profile.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveCustomerByUriAnswer {
    /// One record of the lookup's kind, under the lookup's key: INFERRED from seed 001:52. A list and a bare record are
    /// read; one URI may stand for several people (seed 001:63, 102).
    pub customer_look_up_info: Rows<WalletCustomer>,
}
