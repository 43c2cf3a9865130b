//! `PUT /customers/security`, seed 000:133; path and attributes INFERRED.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, Settlement, Spec, UsedBy, put},
    operations::wallet::{NOT_EXTERNAL, QuestionAnswer},
    secret::Secret,
    wallet::{Confirmed, Wallet},
};

/// Sets password, passcode, and security questions with their answers at once. The questions replace all that were
/// stored, as in [`UpdateCustomerMFAQuestions`](crate::operations::wallet::UpdateCustomerMFAQuestions).
///
/// No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerSecurityInfo {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// What the owner chose.
    pub new_password: Secret,
    /// What the owner chose.
    pub new_passcode: Secret,
    /// The whole new set.
    pub questions_answers: Vec<QuestionAnswer>,
}

impl Operation for UpdateCustomerSecurityInfo {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = put("updateCustomerSecurityInfo", "/customers/security")
        .from_seed("000:133")
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}
