//! Reading folders: by reference, by operation, by transaction, by card (seed 004:2048-2256; public).

use serde::{Deserialize, Serialize};

use super::dispute::{Dispute, DisputePart};
use crate::{
    identifier::{
        AuthorizationId, CardReference, DisputeFolderReference, ExternalOperationReference,
        IssuerDisputeExternalReference,
    },
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, issuing},
    operations::issuing::customers::lenient,
    rows::Rows,
};

/// Reads one folder, with its history where that is asked for. The guide joins the parts with commas, the public
/// specification repeats the key.
///
/// Source: seed 004:2048. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveDispute {
    /// In the path.
    pub dispute_folder_reference: DisputeFolderReference,
    /// What to read beside the facts.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<DisputePart>,
}

/// Reads the folder of an operation. 404 is an answer and not a failure: the operation is not disputed (seed 004:2231).
///
/// Source: seed 004:2216; the path is public, and ends in the singular. Deprecated in public in favour of
/// [`RetrieveDisputeByTransaction`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveDisputeByOperation {
    /// In the path: the operation's external reference, not its id.
    pub external_operation_reference: ExternalOperationReference,
    /// What to read beside the facts.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<DisputePart>,
}

/// Reads the folder of a transaction. 404 is an answer and not a failure: the transaction is not disputed.
///
/// Source: public.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveDisputeByTransaction {
    /// In the path: what an authorization and a business case call `transactionId`.
    pub transaction_id: AuthorizationId,
    /// What to read beside the facts.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<DisputePart>,
}

/// Reads the folder that was made under a reference of the issuer's own. 404 is an answer: no folder was made under it.
/// This settles a `createDisputeFromTransaction` whose answer was lost.
///
/// Source: public.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveDisputeByExternalReference {
    /// In the path: made once per intent, by whoever made the folder.
    pub issuer_dispute_external_reference: IssuerDisputeExternalReference,
    /// What to read beside the facts.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<DisputePart>,
}

/// Lists the folders of a card. No folder is an empty list.
///
/// Source: seed 004:2237; the path is public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListCardDisputes {
    /// In the path.
    pub card_reference: CardReference,
    /// What to read beside the facts.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<DisputePart>,
}

impl Operation for RetrieveDispute {
    type Family = Issuing;
    type Answer = Dispute;
    const SPEC: Spec = issuing("retrieveDispute", Method::Get, "/disputes/{disputeFolderReference}")
        .from_seed("004:2048")
        .path_from(PathSource::Seed("004:2069"))
        .asks(Action::Find)
        .carries(Carries::PersonalAndCard);
}

impl Operation for RetrieveDisputeByOperation {
    type Family = Issuing;
    type Answer = Dispute;
    const SPEC: Spec =
        issuing("retrieveDisputeByOperation", Method::Get, "/operations/{externalOperationReference}/dispute")
            .from_seed("004:2216")
            .asks(Action::Find)
            .carries(Carries::PersonalAndCard);
}

impl Operation for RetrieveDisputeByTransaction {
    type Family = Issuing;
    type Answer = Dispute;
    const SPEC: Spec = issuing("retrieveDisputeByTransaction", Method::Get, "/transactions/{transactionId}/dispute")
        .from_public_original()
        .asks(Action::Find)
        .carries(Carries::PersonalAndCard);
}

impl Operation for RetrieveDisputeByExternalReference {
    type Family = Issuing;
    type Answer = Dispute;
    const SPEC: Spec = issuing(
        "retrieveDisputeByExternalReference",
        Method::Get,
        "/disputes/external-disputes/{issuerDisputeExternalReference}",
    )
    .from_public_original()
    .asks(Action::Find)
    .carries(Carries::PersonalAndCard);
}

impl Operation for ListCardDisputes {
    type Family = Issuing;
    type Answer = Rows<Dispute>;
    const SPEC: Spec = issuing("listCardDisputes", Method::Get, "/cards/{cardReference}/disputes")
        .from_seed("004:2237")
        .asks(Action::Find)
        .carries(Carries::PersonalAndCard);
}
