//! `POST /customers/{customerReference}/addresses-and-subscriptions`, seed 004:1196-1237; attributes public.

use serde::{Deserialize, Serialize};

use super::{
    address_writes::{ChangedAddress, NewAddress},
    identifiers::{AccountIdentifier, CardContractIdentifier},
};
use crate::{
    identifier::{ContractReference, CustomerReference},
    instant::{self, Instant},
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
    operations::issuing::operations::stamp,
};

/// Adds an address and, in the same call, a paid service for a card or an account: letters, alerts, an insurance. A fee
/// may be posted (seed 004:1228).
///
/// Source: seed 004:1196. The correlation id makes it safe to repeat (public), yet the addresses are read first.
/// Errors: 400, 404.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateAddressAndAddOnSubscription {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// The address.
    pub create_address_request: NewAddress,
    /// The service.
    pub create_add_on_subscription_request: NewAddOnSubscription,
    /// The contract that pays for it.
    pub contract_reference: ContractReference,
}

impl Operation for CreateAddressAndAddOnSubscription {
    type Family = Issuing;
    type Answer = CreatedAddressAndAddOn;
    const SPEC: Spec = issuing(
        "createAddressAndAddOnSubscription",
        Method::Post,
        "/customers/{customerReference}/addresses-and-subscriptions",
    )
    .from_seed("004:1196")
    .asks(Action::Money)
    .settled_by(Settlement::CompareList)
    .idempotent()
    .used_by(UsedBy::RepWithCare)
    .carries(Carries::Nothing);
}

/// A service to subscribe to, for exactly one card contract or one account.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewAddOnSubscription {
    /// Among the services of the product: `ALERT`.
    pub addon_reference: String,
    /// What kind of service it is.
    pub service_type_reference: String,
    /// A service that it replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscription_to_replace_addon_reference: Option<String>,
    /// From when: at once unless given.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub subscription_date: Option<Instant>,
    /// For this account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// Or for this card contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_contract_identifier: Option<CardContractIdentifier>,
    /// What the kind of service asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<AddOnParameter>,
}

/// A fact that a service asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddOnParameter {
    /// Which fact.
    pub reference: String,
    /// What it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// Both parts of what was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreatedAddressAndAddOn {
    /// The address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub create_address_response: Option<ChangedAddress>,
    /// The service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub create_add_on_subscription_response: Option<AddOnSubscribed>,
}

/// A service that was subscribed to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddOnSubscribed {
    /// Which service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addon_reference: Option<String>,
    /// What kind of service it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_type_reference: Option<String>,
    /// From when.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub subscription_date: Option<Instant>,
    /// For this account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// Or for this card contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_contract_identifier: Option<CardContractIdentifier>,
}
