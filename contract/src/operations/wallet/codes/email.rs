//! The code that proves that the caller reads the e-mail address.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri},
    instant::Instant,
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, post, put},
    operations::wallet::{NOT_EXTERNAL, QuestionAnswer, QuestionDetail},
    rows::Rows,
    secret::Secret,
    wallet::{Confirmed, Wallet},
};

/// Asks for the code that was made for a customer's e-mail address.
///
/// Source: seed 002:306. `updateCustomerInfo` sends the e-mail once more (002:312). No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveEmailVerificationCode {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
}

impl RetrieveEmailVerificationCode {
    /// For the wallet that this key names.
    pub fn of(customer: &CustomerKey) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri }
    }
}

impl Operation for RetrieveEmailVerificationCode {
    type Family = Wallet;
    type Answer = RetrieveEmailVerificationCodeAnswer;
    const SPEC: Spec = post("retrieveEmailVerificationCode", "/customers/security/emailverification")
        .from_seed("002:306")
        .path_from(PathSource::Seed("002:308"))
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .carries(Carries::Credential);
}

/// The code, and until when it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveEmailVerificationCodeAnswer {
    /// To be read to the caller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_code: Option<Secret>,
    /// Spelt with a small d (seed 002:333).
    #[serde(
        rename = "validUntildate",
        alias = "validUntilDate",
        deserialize_with = "crate::instant::optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub valid_until_date: Option<Instant>,
}

/// Completes an e-mail verification that is outstanding, with the code that the caller says.
///
/// The same path as [`RetrieveEmailVerificationCode`] with another method. Source: seed 002:164. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompleteEmailVerification {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// What the caller says. It names the wallet too: there is no `customerUri`.
    pub verification_code: Secret,
}

impl Operation for CompleteEmailVerification {
    type Family = Wallet;
    type Answer = CompleteEmailVerificationAnswer;
    const SPEC: Spec = put("completeEmailVerification", "/customers/security/emailverification")
        .from_seed("002:164")
        .path_from(PathSource::Seed("002:168"))
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .carries(Carries::Credential);
}

/// Whose address it is, and what is still to be answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CompleteEmailVerificationAnswer {
    /// The wallet: must be the one on screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// Empty when nothing is to be answered.
    pub question_details: Rows<QuestionDetail>,
}

/// Completes an e-mail verification with the answer to one security question.
///
/// Source: seed 002:194. Seed 000 does not name it: its availability follows from seed 000's rule. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompleteEmailVerificationWithMFA {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// One (seed 002:200).
    pub question_answers: Vec<QuestionAnswer>,
}

impl Operation for CompleteEmailVerificationWithMFA {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = put("completeEmailVerificationWithMFA", "/customers/security/emailverification/mfa")
        .from_seed("002:194")
        .path_from(PathSource::Seed("002:198"))
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .carries(Carries::Nothing);
}
