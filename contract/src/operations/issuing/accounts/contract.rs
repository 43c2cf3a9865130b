//! `GET /accounts/{accountReference}/contract`, seed 004:3463-3517.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::AccountReference,
    issuing::Issuing,
    open_enum,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, UsedBy, issuing},
    operations::issuing::customers::{CustomerContract, lenient},
    text_bool,
};

/// Reads the contract to which an account belongs, with the names of its accounts or card contracts when they are asked
/// for.
///
/// Source: seed 004:3463-3517; a second sample stands under "Retrieve Account" (seed 004:3295-3328).
/// `relatedResourceIdentifiersOnly` is public. Errors: 404 no such account, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAccountContract {
    /// The account.
    pub account_reference: AccountReference,
    /// Of what is asked for, only the names.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub related_resource_identifiers_only: Option<bool>,
    /// Of what is asked for, only names, states and the like: a card contract without the numbers of its cards. Not together
    /// with the names only.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub related_resource_base_info_only: Option<bool>,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<ContractEmbed>,
}

impl Operation for RetrieveAccountContract {
    type Family = Issuing;
    type Answer = CustomerContract;
    const SPEC: Spec = issuing("retrieveAccountContract", Method::Get, "/accounts/{accountReference}/contract")
        .from_seed("004:3463")
        .path_from(PathSource::Seed("004:3474"))
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Nothing);
}

open_enum! {
    /// What may come with a contract. Of the public list, whole cards are left out: they carry numbers.
    pub enum ContractEmbed {
        /// The names of its accounts.
        AccountIdentifiers = "accountIdentifiers",
        /// The names of its card contracts.
        CardContractIdentifiers = "cardContractIdentifiers",
        /// Everybody in it, by name.
        ContractCustomerIdentifiers = "contractCustomerIdentifiers",
        /// How letters reach the customer.
        DeliveryChannel = "deliveryChannel",
        /// Services that were subscribed to.
        AddOnSubscriptions = "addonSubscriptions",
    }
}
