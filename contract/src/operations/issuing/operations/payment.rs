//! Payments by hand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    identifiers::PostedOperation,
    stamp,
    triplet::{NewOperation, OriginalOperation},
    words::{PaymentChannel, ReversalReason},
};
use crate::{
    identifier::{AccountReference, ExternalOperationReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
    operations::issuing::customers::AccountIdentifier,
    text_bool,
};

/// Posts a payment towards an account. With a value date ahead it waits until then.
///
/// Source: named in passing (seed 004:2780); path and fields public. The portal does not call it yet. Errors: 400
/// (currency, value or reference refused), 401, 403, 404, 500, 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostPaymentOperation {
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
    /// Where what is paid too much goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_payment_account_identifier: Option<AccountIdentifier>,
    /// Debit positive, credit negative; the account's currency.
    pub reference_amount: Amount,
    /// From when it counts; left out, the external date, or today when that is past.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub value_date: Option<Instant>,
    /// Left out, none is assumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_channel: Option<PaymentChannel>,
    /// Whether it is a SEPA payment.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa: Option<bool>,
    /// From the issuer's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_reason: Option<String>,
    /// Free facts under the issuer's labels, passed through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specific_fields: Option<BTreeMap<String, String>>,
}

impl Operation for PostPaymentOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec =
        issuing("postPaymentOperation", Method::Post, "/accounts/{accountReference}/post-payment-operation")
            .from_seed("004:2780")
            .asks(Action::Money)
            .settled_by(Settlement::InquireTriplet)
            .idempotent()
            .used_by(UsedBy::InPassing)
            .carries(Carries::Nothing);
}

/// Takes back a payment, always in full.
///
/// Source: named in passing (seed 004:2780); path and fields public. The portal does not call it yet. Errors: 400
/// (currency, value or reference refused), 401, 403, 404, 500, 502. The gateway runs it once per correlation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReversePaymentOperation {
    /// The account.
    pub account_reference: AccountReference,
    /// The one documented reason.
    pub reversal_reason: ReversalReason,
    /// Free text that the customer may see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The original's `externalOperationDate`.
    #[serde(with = "stamp")]
    pub external_matching_operation_date: Instant,
    /// The original's `externalOperationReference`.
    pub external_matching_operation_reference: ExternalOperationReference,
    /// The original's `externalOperationServicePoster`.
    pub external_matching_operation_service_poster: String,
    /// First of the three facts that name the new operation: when it is made.
    #[serde(with = "stamp")]
    pub external_operation_date: Instant,
    /// Second: made once per intent.
    pub external_operation_reference: ExternalOperationReference,
    /// Third: which system posts it. Free text.
    pub external_operation_service_poster: String,
    /// Free facts under the issuer's labels, passed through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specific_fields: Option<BTreeMap<String, String>>,
}

impl ReversePaymentOperation {
    /// Takes back the whole of an operation of this account.
    pub fn of(account_reference: AccountReference, original: OriginalOperation, reversal: NewOperation) -> Self {
        Self {
            account_reference,
            reversal_reason: ReversalReason::OnDemand,
            description: None,
            external_matching_operation_date: original.date,
            external_matching_operation_reference: original.reference,
            external_matching_operation_service_poster: original.service_poster,
            external_operation_date: reversal.date,
            external_operation_reference: reversal.reference,
            external_operation_service_poster: reversal.service_poster,
            specific_fields: None,
        }
    }
}

impl Operation for ReversePaymentOperation {
    type Family = Issuing;
    type Answer = PostedOperation;
    const SPEC: Spec =
        issuing("reversePaymentOperation", Method::Post, "/accounts/{accountReference}/reverse-payment-operation")
            .from_seed("004:2780")
            .asks(Action::Money)
            .settled_by(Settlement::InquireTriplet)
            .idempotent()
            .used_by(UsedBy::InPassing)
            .carries(Carries::Nothing);
}
