//! The security questions: which there are, which a customer answered, whether a caller's answers match.

use serde::{Deserialize, Serialize};

use super::NOT_EXTERNAL;
use crate::{
    customer::CustomerKey,
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri, QuestionUri},
    open_enum,
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post, put},
    rows::Rows,
    secret::Secret,
    wallet::{Confirmed, Wallet},
};

/// Asks which questions this customer may be verified with: all of the issuer's, or only those that the customer
/// answered, as the issuer chose (seed 002:262-268). Nothing about it may be kept for the next call.
///
/// Source: seed 002:256; the request's table says `b2bResponse` and means the request (002:275). No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomerMFAQuestions {
    /// The wallet; needed for a customer's own questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Only the questions for one kind of operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation_type: Option<QuestionedOperation>,
}

impl RetrieveCustomerMFAQuestions {
    /// For the wallet that this key names, whatever the operation.
    pub fn of(customer: &CustomerKey) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri: Some(customer_uri), issuing_partner_uri, partner_uri, operation_type: None }
    }
}

impl Operation for RetrieveCustomerMFAQuestions {
    type Family = Wallet;
    type Answer = RetrieveCustomerMFAQuestionsAnswer;
    const SPEC: Spec = post("retrieveCustomerMFAQuestions", "/customers/security/mfa/search")
        .from_seed("002:256")
        .path_from(PathSource::Seed("002:258"))
        .asks(Action::Find)
        .carries(Carries::Credential)
        .reads();
}

/// The questions of one customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveCustomerMFAQuestionsAnswer {
    /// Whether this issuer asks questions at all; without it the other calls have no effect.
    #[serde(deserialize_with = "crate::text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub mfa_enabled: Option<bool>,
    /// How many must be answered.
    #[serde(deserialize_with = "crate::whole_number::optional", skip_serializing_if = "Option::is_none")]
    pub number_of_questions_to_answer: Option<u32>,
    /// In the gateway's order, which may be a random choice.
    pub question_details: Rows<QuestionDetail>,
}

/// Asks for the questions that the issuer lets customers choose from. With `retrieveAllQuestions` off it is a random
/// choice.
///
/// Source: seed 002:370. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveMFAQuestions {
    /// Only where a customer's endpoint is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Only the questions for one kind of operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation_type: Option<QuestionedOperation>,
}

impl Operation for RetrieveMFAQuestions {
    type Family = Wallet;
    type Answer = RetrieveMFAQuestionsAnswer;
    const SPEC: Spec = post("retrieveMFAQuestions", "/partners/security/mfa/search")
        .from_seed("002:370")
        .path_from(PathSource::Seed("002:374"))
        .asks(Action::Find)
        .carries(Carries::Credential)
        .reads();
}

/// The issuer's questions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveMFAQuestionsAnswer {
    /// Whether this issuer asks questions at all.
    #[serde(deserialize_with = "crate::text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub mfa_enabled: Option<bool>,
    /// How many must be answered.
    #[serde(deserialize_with = "crate::whole_number::optional", skip_serializing_if = "Option::is_none")]
    pub number_of_questions_to_answer: Option<u32>,
    /// In the gateway's order.
    pub question_details: Rows<QuestionDetail>,
}

/// Checks what the caller answered: the proof of who is on the line. Success means that questions and answers match.
///
/// Wrong answers may count towards a lock, so it is never sent twice by itself. Source: seed 002:37. No codes are
/// listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthenticateCustomerMFA {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// As many as the questions' answer asked for. Singular here, plural in the update (seed 002:56, 562).
    pub question_answers: Vec<QuestionAnswer>,
}

impl AuthenticateCustomerMFA {
    /// What the caller of this wallet answered.
    pub fn of(customer: &CustomerKey, question_answers: Vec<QuestionAnswer>) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri, question_answers }
    }
}

impl Operation for AuthenticateCustomerMFA {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = post("authenticateCustomerMFA", "/customers/security/authenticate/mfa")
        .from_seed("002:37")
        .path_from(PathSource::Seed("002:41"))
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Find)
        .settled_by(Settlement::AskRep)
        .carries(Carries::Nothing);
}

/// Replaces a customer's questions and answers. All that the issuer requires must be sent, even to change one: what is
/// not sent is gone afterwards (seed 002:547-549).
///
/// Source: seed 002:541. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerMFAQuestions {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The whole new set. Plural here, singular in the check (seed 002:562, 56).
    pub questions_answers: Vec<QuestionAnswer>,
}

impl Operation for UpdateCustomerMFAQuestions {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = put("updateCustomerMFAQuestions", "/customers/security/mfa")
        .from_seed("002:541")
        .path_from(PathSource::Seed("002:545"))
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// A question, and whether it must be answered. The guides name the type without listing its fields; all are INFERRED
/// from seed 002:33.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct QuestionDetail {
    /// Names the question when it is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question_uri: Option<QuestionUri>,
    /// As the rep reads it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Whether it must be answered.
    #[serde(deserialize_with = "crate::text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
}

/// What somebody answered. Fields INFERRED, as of [`QuestionDetail`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionAnswer {
    /// The question by its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question_uri: Option<QuestionUri>,
    /// The question by its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Relayed, and kept nowhere.
    pub answer: Secret,
}

impl QuestionAnswer {
    /// The answer to this question.
    pub fn to(question: &QuestionDetail, answer: Secret) -> Self {
        Self { question_uri: question.question_uri.clone(), question: question.question.clone(), answer }
    }
}

open_enum! {
    /// What questions are asked for (seed 002:283-292). Only [`UserRegistration`](Self::UserRegistration) is supported.
    pub enum QuestionedOperation {
        /// A new wallet.
        UserRegistration = "USER_REGISTRATION",
        /// A new device.
        DeviceRegistration = "DEVICE_REGISTRATION",
        /// Signing in.
        UserLogin = "USER_LOGIN",
        /// Signing in from a device.
        DeviceLogin = "DEVICE_LOGIN",
        /// A forgotten passcode.
        PasscodeReset = "PASSCODE_RESET",
        /// A forgotten password.
        PasswordReset = "PASSWORD_RESET",
    }
}
