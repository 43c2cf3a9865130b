//! `POST /customers/security/login`, seed 002:3-35.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    operations::wallet::{QuestionDetail, WLW_ONLY},
    personal::Personal,
    rows::Rows,
    secret::Secret,
    wallet::Wallet,
};

/// Checks a user name and a password. A rep must not ask a caller for a password; where the issuer's own pages do, this
/// tells whether they match. A wrong one may count towards a lock.
///
/// The guide lists no codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthenticateCustomerLogin {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// What the customer logs in with.
    pub password: Secret,
    /// The e-mail address.
    pub username: Personal,
}

impl Operation for AuthenticateCustomerLogin {
    type Family = Wallet;
    type Answer = AuthenticateCustomerLoginAnswer;
    const SPEC: Spec = post("authenticateCustomerLogin", "/customers/security/login")
        .from_seed("002:3")
        .path_from(PathSource::Seed("002:7"))
        .in_configurations(WLW_ONLY)
        .asks(Action::Find)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Credential);
}

/// What must be answered next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AuthenticateCustomerLoginAnswer {
    /// How many of the questions must be answered.
    #[serde(deserialize_with = "crate::whole_number::optional", skip_serializing_if = "Option::is_none")]
    pub number_of_questions_to_answer: Option<u32>,
    /// Empty when nothing is to be answered.
    pub question_details: Rows<QuestionDetail>,
    /// The wallet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
}
