//! When a credit balance is transferred out to the customer.

use serde::{Deserialize, Serialize};

use crate::{money::Amount, open_enum, text_bool};

/// What an account may transfer out, as it is read and as it is changed (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OutgoingCreditTransferFeature {
    /// Whether it is done by itself from time to time.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub periodic_oct_allowed: Option<bool>,
    /// How often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periodic_oct_type: Option<PeriodicTransferType>,
    /// At most so much at a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periodic_max_threshold: Option<Amount>,
    /// Whether it is done when the contract ends.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub oct_on_contract_termination_allowed: Option<bool>,
    /// Whether it is done when the account ends.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub oct_on_account_termination_allowed: Option<bool>,
    /// Whether it is done when the contract is suspended.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub oct_on_contract_suspension_allowed: Option<bool>,
    /// Whether somebody may ask for it.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub oct_on_demand_allowed: Option<bool>,
    /// Up to what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oct_on_demand_limit_type: Option<DemandLimitType>,
    /// With which end it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oct_on_contract_termination_type: Option<TerminationTransferType>,
}

open_enum! {
    /// How often a balance is transferred out (public).
    pub enum PeriodicTransferType {
        /// Every day.
        Daily = "DAILY",
        /// With every cycle.
        Cyclic = "CYCLIC",
    }
}

open_enum! {
    /// How much may be asked for (public).
    pub enum DemandLimitType {
        /// What is open to buy.
        OpenToBuy = "OTB",
        /// What is held.
        Balance = "BALANCE",
    }
}

open_enum! {
    /// With which end a balance is transferred out (public).
    pub enum TerminationTransferType {
        /// The contract's.
        ContractTermination = "CONTRACT_TERMINATION",
        /// The account's.
        AccountClosing = "ACCOUNT_CLOSING",
    }
}
