//! `GET /customers` and `GET /customers/{customerReference}`, seed 004:1245-1333.

use serde::{Deserialize, Serialize};

use super::{
    customer::{Customer, CustomerPart},
    lenient,
};
use crate::{
    identifier::CustomerReference,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, issuing},
    personal::Personal,
    rows::Rows,
    text_bool,
};

/// Finds customers by what a caller says. No match is an empty list, not an error.
///
/// Source: seed 004:1245; the criteria beside the names are public, and the external reference is not among them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListCustomers {
    /// Family name, whole or in part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Given name, whole or in part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Second given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_first_name: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub courtesy_title: Option<String>,
    /// A day; the guide does not say how it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Personal>,
    /// Of an address.
    #[serde(rename = "postalAddress.postCode", default, skip_serializing_if = "Option::is_none")]
    pub post_code: Option<Personal>,
    /// Of an address.
    #[serde(rename = "postalAddress.townName", default, skip_serializing_if = "Option::is_none")]
    pub town_name: Option<String>,
    /// Of an address.
    #[serde(rename = "postalAddress.streetName", default, skip_serializing_if = "Option::is_none")]
    pub street_name: Option<Personal>,
    /// Of an address.
    #[serde(rename = "postalAddress.buildingNumber", default, skip_serializing_if = "Option::is_none")]
    pub building_number: Option<Personal>,
    /// Of an address.
    #[serde(rename = "emailAddress.email", default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal>,
    /// Of an address.
    #[serde(rename = "phone.localPhoneNumber", default, skip_serializing_if = "Option::is_none")]
    pub local_phone_number: Option<Personal>,
    /// The customer at a partner of the issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_external_reference: Option<String>,
    /// Only the issuer's own employees, or only others.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub employee: Option<bool>,
    /// Whether a criterion may be a part of what is kept: `JOH` finds `LISE-JOHN`. The guide says "yes" and sends
    /// `false` (seed 004:1249, 1263).
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub partial_search: Option<bool>,
    /// Whether names may merely sound alike.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub phonetic_search: Option<bool>,
    /// Which page, from 0.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// How many a page, 100 unless stated. The wire calls it `offset` (seed 004:1263).
    #[serde(
        rename = "offset",
        default,
        deserialize_with = "lenient::whole_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub page_size: Option<u32>,
}

/// Reads one customer, with addresses and contacts where they are asked for.
///
/// Source: seed 004:1291. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomer {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// What to read beside the person.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<CustomerPart>,
}

impl Operation for ListCustomers {
    type Family = Issuing;
    type Answer = Rows<Customer>;
    const SPEC: Spec = issuing("listCustomers", Method::Get, "/customers")
        .from_seed("004:1245")
        .path_from(PathSource::Seed("004:1263"))
        .asks(Action::Find)
        .carries(Carries::Personal);
}

impl Operation for RetrieveCustomer {
    type Family = Issuing;
    type Answer = Customer;
    const SPEC: Spec = issuing("retrieveCustomer", Method::Get, "/customers/{customerReference}")
        .from_seed("004:1291")
        .path_from(PathSource::Seed("004:1313"))
        .asks(Action::Find)
        .carries(Carries::Personal);
}
