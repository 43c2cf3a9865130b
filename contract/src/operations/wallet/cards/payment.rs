//! What the answers about money and card ownership have in common.

use serde::{Deserialize, Serialize};

use crate::open_enum;

/// How a payment system answered, beside the gateway's own status. The guides name the type without listing its fields;
/// they are INFERRED from the v1 payment codes (public): 200-209 settlement, 210-219 authorization, and so on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PaymentStatus {
    /// A code space of its own, not the gateway's.
    #[serde(deserialize_with = "crate::whole_number::optional", skip_serializing_if = "Option::is_none")]
    pub status_code: Option<u32>,
    /// For display only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_description: Option<String>,
}

open_enum! {
    /// How a card was verified (seed 002:486-492, 003:1208-1214).
    pub enum VerificationType {
        /// By an authorization without an amount.
        SimpleAuth = "SIMPLE_AUTH",
        /// By asking for its balance.
        SimpleBalanceRequest = "SIMPLE_BALANCE_REQUEST",
        /// By its first digits.
        BinNumber = "BIN_NUMBER",
        /// By the amounts of two deposits.
        DoubleDeposit = "DOUBLE_DEPOSIT",
        /// Not at all.
        NoValidation = "NO_VALIDATION",
    }
}
