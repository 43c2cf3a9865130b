//! Money onto a prepaid account, and off it.

use serde::{Deserialize, Serialize};

use super::{identifiers::PostedOperation, stamp, words::PaymentChannel};
use crate::{
    identifier::{AccountReference, ExternalOperationReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
    text_bool,
};

/// Loads a prepaid account.
///
/// Source: named in passing (seed 004:2780); path and fields public. The portal does not call it yet. Errors: 400
/// (currency, value or reference refused), 401, 403, 404, 500, 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostLoadOperation {
    /// The account.
    pub account_reference: AccountReference,
    /// Free text that the customer may see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// First of the three facts that name the new operation: when it is made.
    #[serde(with = "stamp")]
    pub external_operation_date: Instant,
    /// Second: made once per intent.
    pub external_operation_reference: ExternalOperationReference,
    /// Third: which system posts it. Free text.
    pub external_operation_service_poster: String,
    /// The issuer's code for this kind of operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_operation_code: Option<String>,
    /// Debit positive, credit negative; the account's currency.
    pub reference_amount: Amount,
    /// Left out, none is assumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_channel: Option<PaymentChannel>,
    /// Whether it is a SEPA payment.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa: Option<bool>,
}

impl Operation for PostLoadOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec = issuing("postLoadOperation", Method::Post, "/accounts/{accountReference}/post-load-operation")
        .from_seed("004:2780")
        .asks(Action::Money)
        .settled_by(Settlement::InquireTriplet)
        .idempotent()
        .used_by(UsedBy::InPassing)
        .carries(Carries::Nothing);
}

/// Takes money off a prepaid account.
///
/// Source: named in passing (seed 004:2780); path and fields public. The portal does not call it yet. Errors: 400
/// (currency, value or reference refused), 401, 403, 404, 500, 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostUnloadOperation {
    /// The account.
    pub account_reference: AccountReference,
    /// Free text that the customer may see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// First of the three facts that name the new operation: when it is made.
    #[serde(with = "stamp")]
    pub external_operation_date: Instant,
    /// Second: made once per intent.
    pub external_operation_reference: ExternalOperationReference,
    /// Third: which system posts it. Free text.
    pub external_operation_service_poster: String,
    /// The issuer's code for this kind of operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_operation_code: Option<String>,
    /// Debit positive, credit negative; the account's currency.
    pub reference_amount: Amount,
}

impl Operation for PostUnloadOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec =
        issuing("postUnloadOperation", Method::Post, "/accounts/{accountReference}/post-unload-operation")
            .from_seed("004:2780")
            .asks(Action::Money)
            .settled_by(Settlement::InquireTriplet)
            .idempotent()
            .used_by(UsedBy::InPassing)
            .carries(Carries::Nothing);
}
