//! `POST /v2/transactions/mobile/metadata`, seed 003:829-935.

use serde::{Deserialize, Serialize};

use super::{CheckoutToken, DiscoveryType, MobileTransactionFlowRule, TenantIdentifier};
use crate::{
    free_form::FreeForm,
    identifier::{CustomerUri, DeviceUniqueId, DeviceUri, InvoiceId, PaydiantReferenceId},
    operation::{Action, Carries, Operation, PathSource, Spec, UsedBy, post},
    rows::Rows,
    secret::Secret,
    wallet::Wallet,
};

/// Asks what the next step of a payment needs: the amount due, what may be paid with. The fallback for the push that
/// [`MobileTransactionMetadataPush`](super::MobileTransactionMetadataPush) describes.
///
/// Errors: 304, 309 invalid token, 337 no details, 341 cancelled, 347 in use, 360 time-out, 361 token blocked, 385 not
/// ready, 386, 391 external entity not found, 427 external entity in an invalid state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveMobileTransactionMetadata {
    /// Whose app.
    pub tenant: TenantIdentifier,
    /// Whose wallet.
    pub customer_uri: CustomerUri,
    /// On which device; may be the caller's own name for it.
    pub device_uri: DeviceUri,
    /// The manufacturer's name for it.
    pub device_unique_id: DeviceUniqueId,
    /// The token that began it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkout_token_value: Option<Secret>,
    /// Which payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paydiant_reference_id: Option<PaydiantReferenceId>,
    /// Which receipts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt_parameters: Option<FreeForm>,
    /// Which offers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer_parameters: Option<FreeForm>,
    /// At which step.
    pub executing_flow_rule: MobileTransactionFlowRule,
    /// What kind of payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discovery_type: Option<DiscoveryType>,
    /// At which fuel site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site_check_in_detail: Option<FreeForm>,
    /// The merchant's bill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_id: Option<InvoiceId>,
}

impl Operation for RetrieveMobileTransactionMetadata {
    type Family = Wallet;
    type Answer = RetrieveMobileTransactionMetadataAnswer;
    const SPEC: Spec = post("retrieveMobileTransactionMetadata", "/v2/transactions/mobile/metadata")
        .from_seed("003:829")
        .path_from(PathSource::Seed("003:837"))
        .asks(Action::Reveal)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::PersonalAndCard)
        .with_details()
        .reads();
}

/// What the next step needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveMobileTransactionMetadataAnswer {
    /// Payments that can be given back here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refundable_receipts: Option<FreeForm>,
    /// Offers that can be redeemed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eligible_offers: Option<FreeForm>,
    /// What the merchant told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_meta_data: Option<FreeForm>,
    /// How far the payment is; no words are documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_status: Option<String>,
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
    /// Needed in every call that follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checkout_token: Option<CheckoutToken>,
    /// Which payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paydiant_reference_id: Option<PaydiantReferenceId>,
    /// How the next step begins. Spelt rightly, and in the singular (seed 003:900).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_transaction_flow_rule_specification: Option<FreeForm>,
    /// What kind of payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discovery_type: Option<DiscoveryType>,
    /// What happened elsewhere and matters here.
    #[serde(skip_serializing_if = "Rows::is_empty")]
    pub external_events: Rows<FreeForm>,
}
