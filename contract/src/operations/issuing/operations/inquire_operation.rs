//! An operation by the three facts that name it for the outside.

use serde::{Deserialize, Serialize};

use super::{account_operation::AccountOperation, stamp, triplet::NewOperation};
use crate::{
    identifier::{AccountReference, ExternalOperationReference},
    instant::Instant,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, Spec, UsedBy, issuing},
};

/// Finds out whether an operation was posted: what settles a posting or a reversal whose answer was lost. A read,
/// although it is sent with POST.
///
/// Source: seed 004:3236-3248; path public. Errors: 404 nothing was posted under this triplet, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InquireOperation {
    /// The account.
    pub account_reference: AccountReference,
    /// When it was made, as it was sent.
    #[serde(with = "stamp")]
    pub external_operation_date: Instant,
    /// Its reference, as it was sent.
    pub external_operation_reference: ExternalOperationReference,
    /// Its poster, as it was sent.
    pub external_operation_service_poster: String,
}

impl InquireOperation {
    /// For an operation that this portal tried to make.
    pub fn of(account_reference: AccountReference, operation: &NewOperation) -> Self {
        let NewOperation { date, reference, service_poster } = operation.clone();
        Self {
            account_reference,
            external_operation_date: date,
            external_operation_reference: reference,
            external_operation_service_poster: service_poster,
        }
    }
}

impl Operation for InquireOperation {
    type Family = Issuing;
    type Answer = AccountOperation;
    const SPEC: Spec = issuing("inquireOperation", Method::Post, "/accounts/{accountReference}/inquire-operation")
        .from_seed("004:3236")
        .asks(Action::Find)
        .reads()
        .used_by(UsedBy::Rep)
        .carries(Carries::PersonalAndCard);
}
