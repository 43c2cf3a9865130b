//! `POST /v2/transactions/mobile/update`, seed 003:1280-1409.

use serde::{Deserialize, Serialize};

use super::{DiscoveryType, MobileTransactionFlowRule, TenantIdentifier};
use crate::{
    customer::KeyValue,
    free_form::FreeForm,
    identifier::{CustomerUri, DeviceUniqueId, DeviceUri, OfferUri, PaydiantReferenceId},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    rows::Rows,
    secret::Secret,
    wallet::Wallet,
    wallet_decimal::WalletDecimal,
};

/// Tells the platform what the wallet decided in one step of a payment: which account, how much cash, which tip.
///
/// Errors: 101 in part, 304, 337 no details, 341 cancelled, 347 in use, 360 time-out, 370 tender not supported, 386,
/// 390, 391, 430 declined, 431 insufficient funds, 443 to 450 processing, amount or number, 452 expired, 490 and 491
/// suspected fraud.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateMobileTransaction {
    /// Whose app.
    pub tenant: TenantIdentifier,
    /// Whose wallet.
    pub customer_uri: CustomerUri,
    /// On which device; may be the caller's own name for it.
    pub device_uri: DeviceUri,
    /// The manufacturer's name for it.
    pub device_unique_id: DeviceUniqueId,
    /// The token that began it, decoded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkout_token_value: Option<Secret>,
    /// Which payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paydiant_reference_id: Option<PaydiantReferenceId>,
    /// Which accounts; needed in every step that submits a tender.
    #[serde(default, skip_serializing_if = "Rows::is_empty")]
    pub selected_payment_instruments: Rows<FreeForm>,
    /// Whether the terminal may ask for the authorisation.
    #[serde(rename = "customerConfirmationForPOSRequestedPayments", default, skip_serializing_if = "Option::is_none")]
    pub customer_confirmation_for_pos_requested_payments: Option<bool>,
    /// At which step.
    pub executing_flow_rule: MobileTransactionFlowRule,
    /// For cash from an automat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cash_access_detail: Option<FreeForm>,
    /// What the owner adds.
    #[serde(default, deserialize_with = "crate::wallet_decimal::optional", skip_serializing_if = "Option::is_none")]
    pub tip_amount: Option<WalletDecimal>,
    /// What the owner redeems. Called a text, and described as a list: both are read, a list is written.
    #[serde(default, skip_serializing_if = "Rows::is_empty")]
    pub offers: Rows<OfferUri>,
    /// For a refund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund_detail: Option<FreeForm>,
    /// A second consent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secondary_identifier: Option<SecondaryIdentifier>,
    /// For fuel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fuel_access_detail: Option<FreeForm>,
    /// What the wallet pays in parts.
    #[serde(default, skip_serializing_if = "Rows::is_empty")]
    pub mobile_requested_payments: Rows<FreeForm>,
    /// Pairs here; an object in the answer.
    #[serde(default, skip_serializing_if = "Rows::is_empty")]
    pub transaction_meta_data: Rows<KeyValue>,
}

impl Operation for UpdateMobileTransaction {
    type Family = Wallet;
    type Answer = UpdateMobileTransactionAnswer;
    const SPEC: Spec = post("updateMobileTransaction", "/v2/transactions/mobile/update")
        .from_seed("003:1280")
        .path_from(PathSource::Seed("003:1286"))
        .asks(Action::Money)
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::PersonalAndCard)
        .with_details();
}

/// How far the payment is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UpdateMobileTransactionAnswer {
    /// No words are documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_status: Option<String>,
    /// What the merchant told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_meta_data: Option<FreeForm>,
    /// What was processed so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_detail: Option<FreeForm>,
    /// The step after this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_executing_flow_rule: Option<MobileTransactionFlowRule>,
    /// This step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_executing_flow_rule: Option<MobileTransactionFlowRule>,
    /// How this step succeeds. Spelt so in both guides (seed 003:894, 1349).
    #[serde(
        rename = "transactionFlowRuleSpcifications",
        alias = "transactionFlowRuleSpecifications",
        skip_serializing_if = "Option::is_none"
    )]
    pub transaction_flow_rule_specifications: Option<FreeForm>,
    /// A text here, an object elsewhere (seed 003:1351, 503).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checkout_token: Option<Secret>,
    /// Which payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paydiant_reference_id: Option<PaydiantReferenceId>,
    /// How the next step begins. Spelt rightly, and in the singular (seed 003:1355).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_transaction_flow_rule_specification: Option<FreeForm>,
    /// What kind of payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discovery_type: Option<DiscoveryType>,
    /// What happened elsewhere and matters here.
    #[serde(skip_serializing_if = "Rows::is_empty")]
    pub external_events: Rows<FreeForm>,
}

/// A code for a second consent (seed 003:1319). Its field is INFERRED.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SecondaryIdentifier {
    /// Relayed, and kept nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Secret>,
}
