//! `GET /customers/{customerReference}/contracts`, seed 004:1337-1418.

use serde::{Deserialize, Serialize};

use super::{
    identifiers::{
        AccountIdentifier, CardContractIdentifier, ContractIdentifier, CustomerIdentifier, ProductIdentifier,
    },
    lenient,
};
use crate::{
    free_form::FreeForm,
    identifier::{CustomerReference, IssuerId},
    instant::{self, Instant},
    issuing::Issuing,
    open_enum,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, issuing},
    personal::Personal,
    rows::Rows,
    text_bool,
};

/// Lists the contracts in which a customer has any role: owner, cardholder, account owner. The owner may be somebody
/// else (seed 004:1379).
///
/// Source: seed 004:1337. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListCustomerContracts {
    /// In the path.
    pub customer_reference: CustomerReference,
}

impl Operation for ListCustomerContracts {
    type Family = Issuing;
    type Answer = Rows<CustomerContract>;
    const SPEC: Spec = issuing("listCustomerContracts", Method::Get, "/customers/{customerReference}/contracts")
        .from_seed("004:1337")
        .path_from(PathSource::Seed("004:1361"))
        .asks(Action::Find)
        .carries(Carries::Nothing);
}

/// A contract between the issuer and its owner (seed 004:1366-1414); what the guide does not print is public.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerContract {
    /// Which contract it is.
    pub contract_identifier: ContractIdentifier,
    /// The issuer, or a sub-issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// The branch that owns it: `NO_BRANCH`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_branch_code: Option<String>,
    /// When a card is ordered: `AUTOMATIC` with the signature, `IMMEDIATE` before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_release_order: Option<String>,
    /// Cards without a membership fee.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub number_of_free_cards_membership_fee: Option<i64>,
    /// Cards without a set-up fee.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub number_of_free_cards_account_setup_fee: Option<i64>,
    /// Whether the primary card counts as the first of the free ones.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub number_of_free_cards_primary_card_impacted: Option<bool>,
    /// When it was signed.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub signature_date: Option<Instant>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ContractStatus>,
    /// Since when.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub status_date: Option<Instant>,
    /// When it closed, or will.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub closing_date: Option<Instant>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing_reason: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing_comment: Option<String>,
    /// When it was to end, seen from when that was asked for: at once, on a day, when the card expires.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closure_delay_type: Option<ClosureDelayType>,
    /// The contract in whose place it came: a product change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_contract_identifier: Option<ContractIdentifier>,
    /// The contract that came in its place: it was not cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_contract_identifier: Option<ContractIdentifier>,
    /// The product change that ended it. Its fields are not described.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_closed_by_product_change: Option<FreeForm>,
    /// The product change that made it, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_created_from_product_change: Option<FreeForm>,
    /// All accounts of the contract, where they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_identifiers: Option<Rows<AccountIdentifier>>,
    /// All card contracts of it, where they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_contract_identifiers: Option<Rows<CardContractIdentifier>>,
    /// Everybody in it, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_customer_identifiers: Option<Rows<CustomerIdentifier>>,
    /// How letters reach the customer, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_channel: Option<DeliveryChannel>,
    /// Services that were subscribed to, where they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addon_subscriptions: Option<Rows<AddOnSubscription>>,
    /// Who signed; not always the customer in view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_owner_identifier: Option<CustomerIdentifier>,
    /// The product that it is based on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_identifier: Option<ProductIdentifier>,
    /// The account on top of its accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root_account_identifier: Option<AccountIdentifier>,
    /// When the next membership fee falls due: a local midnight.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub membership_fee_anniversary_date: Option<Instant>,
    /// Whether its fees are waived.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub waive_fee: Option<bool>,
}

/// How letters of a contract reach the customer (public): `EMAIL`, `WEB`, `LETTER`, `LETTER_AND_WEB`, `PUSH`, `MOBILE_APP`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DeliveryChannel {
    /// Letters about the contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_letter_type: Option<String>,
    /// Letters about disputes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute_letter_type: Option<String>,
    /// Statements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement_type: Option<String>,
}

/// A service that was subscribed to (public).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AddOnSubscription {
    /// Which service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addon_reference: Option<String>,
    /// What kind of service it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_type_reference: Option<String>,
    /// From when.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub subscription_date: Option<Instant>,
    /// For this account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// Or for this card contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_contract_identifier: Option<CardContractIdentifier>,
    /// What it was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<Rows<AddOnSubscriptionParameter>>,
}

/// A fact that a service was told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AddOnSubscriptionParameter {
    /// Which fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What it says: perhaps an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Personal>,
    /// What kind of value it is.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Whether it need not be told.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub optional: Option<bool>,
}

open_enum! {
    /// When a contract or a card contract ends, once that was asked for (public).
    pub enum ClosureDelayType {
        /// At once.
        Immediate = "IMMEDIATE",
        /// On a day.
        Scheduled = "SCHEDULED",
        /// When the card expires.
        ScheduledExpiryDate = "SCHEDULED_EXP_DATE",
    }
}

open_enum! {
    /// Where a contract stands (public).
    pub enum ContractStatus {
        /// Complete, but not signed.
        AwaitingSignature = "AWAITING_SIGNATURE",
        /// In force.
        Signed = "SIGNED",
        /// Ended for good.
        Closed = "CLOSED",
    }
}
