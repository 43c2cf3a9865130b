//! What the calls of a payment have in common.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{PartnerUri, TenantUri},
    open_enum,
    secret::Secret,
};

/// Whose wallet app it is. Called `tenant` in some calls and `tenantIdentifier` in others (seed 003:182, 411). No guide
/// lists its fields: INFERRED from `retrieveCustomer` (seed 003:622-625).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct TenantIdentifier {
    /// The issuer, called a tenant here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_uri: Option<TenantUri>,
    /// The issuer's partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_uri: Option<PartnerUri>,
}

/// What pairs a wallet with a terminal (seed 003:966).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CheckoutToken {
    /// Whoever has it can pay: relayed, and kept nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Secret>,
    /// What it is for.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub token_type: Option<CheckoutTokenType>,
}

open_enum! {
    /// What a token is for (seed 003:481-487).
    pub enum CheckoutTokenType {
        /// A payment, or a refund without a reference.
        Purchase = "PURCHASE",
        /// A refund.
        Refund = "REFUND",
        /// An offer to be scanned.
        Offer = "OFFER",
        /// Cash from an automat.
        CashAccess = "CASH_ACCESS",
        /// A fuel pump.
        Fuel = "FUEL",
    }
}

open_enum! {
    /// A step of a payment. The guides name these in passing (seed 003:1284, public use cases) and list none.
    pub enum MobileTransactionFlowRule {
        /// What may be paid, and how.
        RetrieveTransactionMetaDataDiscovery = "RETRIEVE_TRANSACTION_META_DATA_DISCOVERY",
        /// What it is paid with.
        SubmitPaymentTenders = "SUBMIT_PAYMENT_TENDERS",
        /// How much cash.
        SubmitCashAccessTicket = "SUBMIT_CASH_ACCESS_TICKET",
        /// The owner agrees.
        ConfirmTransaction = "CONFIRM_TRANSACTION",
        /// The pump is done.
        SubmitFuelEnd = "SUBMIT_FUEL_END",
    }
}

open_enum! {
    /// What kind of payment is prepared. Only one is named (public use cases).
    pub enum DiscoveryType {
        /// Cash from an automat.
        CashAccess = "CASH_ACCESS",
    }
}
