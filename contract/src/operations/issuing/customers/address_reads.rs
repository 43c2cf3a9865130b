//! `GET /customers/{customerReference}/addresses[/{addressReference}]`, seed 004:843-896, 004:1530-1712.

use serde::{Deserialize, Serialize};

use super::{address::CustomerAddress, lenient};
use crate::{
    identifier::{AddressReference, CustomerReference},
    issuing::Issuing,
    open_enum,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, issuing},
    rows::Rows,
    text_bool,
};

/// Lists the addresses of a customer: those in force, or the past and future ones too.
///
/// Source: seed 004:1530. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListCustomerAddresses {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// Past and future versions as well. The guide says "Y" and sends `true` (seed 004:1540, 1561).
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub show_history: Option<bool>,
    /// Only those with this usage; together with its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_code: Option<String>,
    /// Only those with this usage; together with its service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_usage_name: Option<String>,
    /// Only those for this card contract or account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity_reference: Option<String>,
    /// What else is wanted. Without [`AddressEmbed::Usages`] no address says what it is used for (public).
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<AddressEmbed>,
}

/// Reads the current version of one address.
///
/// Source: seed 004:843, which prints the path and the answer of the list (seed 004:867); the path is public. The
/// public answer is one object, the printed one a list: either is read, and holds one row. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomerAddress {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// In the path.
    pub address_reference: AddressReference,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<AddressEmbed>,
}

impl Operation for ListCustomerAddresses {
    type Family = Issuing;
    type Answer = Rows<CustomerAddress>;
    const SPEC: Spec = issuing("listCustomerAddresses", Method::Get, "/customers/{customerReference}/addresses")
        .from_seed("004:1530")
        .path_from(PathSource::Seed("004:1561"))
        .asks(Action::Find)
        .carries(Carries::Personal);
}

impl Operation for RetrieveCustomerAddress {
    type Family = Issuing;
    type Answer = Rows<CustomerAddress>;
    const SPEC: Spec =
        issuing("retrieveCustomerAddress", Method::Get, "/customers/{customerReference}/addresses/{addressReference}")
            .from_seed("004:843")
            .asks(Action::Find)
            .carries(Carries::Personal);
}

open_enum! {
    /// What may come with an address (public).
    pub enum AddressEmbed {
        /// What it is used for.
        Usages = "addressUsages",
    }
}
