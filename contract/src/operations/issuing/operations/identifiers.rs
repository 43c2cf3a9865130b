//! The objects in which an operation names itself and its neighbours. Either half of most of them may be missing.

use serde::{Deserialize, Serialize};

use crate::identifier::{
    AuthorizationId, BusinessCaseId, DisputeFolderReference, IssuerDisputeExternalReference, OperationId,
};

/// An operation by the gateway's own number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OperationIdentifier {
    /// 16 digits; not the external reference (seed 004:2827, 2862).
    pub operation_id: OperationId,
}

/// The dispute folder into which an operation went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OperationDisputeIdentifier {
    /// The platform's reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute_folder_reference: Option<DisputeFolderReference>,
    /// The issuer's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_dispute_external_reference: Option<IssuerDisputeExternalReference>,
}

/// An authorization.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AuthorizationIdentifier {
    /// 18 characters; what the path of the detail calls `authorizationId`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<AuthorizationId>,
    /// The issuer's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_external_authorization_reference: Option<String>,
}

/// A business case: authorizations that belong together, like a reservation and its confirmation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct BusinessCaseIdentifier {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business_case_id: Option<BusinessCaseId>,
}

/// What a posting or a reversal answers: which operation was made by it. It says nothing of the new balance, so that is
/// read again (seed 004:3041, 3099).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PostedOperation {
    /// The new operation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation_identifier: Option<OperationIdentifier>,
}
