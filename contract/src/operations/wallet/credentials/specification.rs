//! `POST /partners/security/credentials/search`, seed 000:94; path and attributes INFERRED.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, Spec, post},
    wallet::Wallet,
};

/// Asks what the issuer demands of passwords and passcodes, so that a rep can say it before the caller chooses.
///
/// No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomerCredentialsSpecification {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
}

impl Operation for RetrieveCustomerCredentialsSpecification {
    type Family = Wallet;
    type Answer = RetrieveCustomerCredentialsSpecificationAnswer;
    const SPEC: Spec = post("retrieveCustomerCredentialsSpecification", "/partners/security/credentials/search")
        .from_seed("000:94")
        .asks(Action::Find)
        .carries(Carries::Nothing)
        .reads();
}

/// The issuer's rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveCustomerCredentialsSpecificationAnswer {
    /// For passwords.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password_specification: Option<CredentialSpecification>,
    /// For passcodes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passcode_specification: Option<CredentialSpecification>,
}

/// What a credential must look like. Fields INFERRED from the public validation object of additional data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CredentialSpecification {
    /// Characters, at least.
    #[serde(deserialize_with = "crate::whole_number::optional", skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    /// Characters, at most.
    #[serde(deserialize_with = "crate::whole_number::optional", skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    /// The pattern that it must match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regex: Option<String>,
    /// The same in words, as the issuer wrote them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}
