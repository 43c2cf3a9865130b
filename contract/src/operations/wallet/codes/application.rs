//! The code that proves that an app on a new device belongs to the wallet's owner.

use serde::{Deserialize, Serialize};

use crate::{
    customer::CustomerKey,
    identifier::{ApplicationId, CustomerUri, DeviceUri, IssuingPartnerUri, PartnerUri},
    instant::Instant,
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, post, put},
    operations::wallet::{QuestionAnswer, QuestionDetail},
    rows::Rows,
    secret::Secret,
    wallet::{Confirmed, Wallet},
};

/// Begins the verification of an app on a new device, and asks for its code.
///
/// Source: seed 002:222. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveApplicationVerificationCode {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The device that registered the app.
    pub device_uri: DeviceUri,
    /// The issuer's wallet app, from the configuration. Required (seed 002:243).
    pub application_id: ApplicationId,
}

impl RetrieveApplicationVerificationCode {
    /// For one device of the wallet that this key names.
    pub fn of(customer: &CustomerKey, device_uri: &DeviceUri, application_id: ApplicationId) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri, device_uri: device_uri.clone(), application_id }
    }
}

impl Operation for RetrieveApplicationVerificationCode {
    type Family = Wallet;
    type Answer = RetrieveApplicationVerificationCodeAnswer;
    const SPEC: Spec = post("retrieveApplicationVerificationCode", "/customers/security/appverification")
        .from_seed("002:222")
        .path_from(PathSource::Seed("002:224"))
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .carries(Carries::Credential);
}

/// The code, and until when it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveApplicationVerificationCodeAnswer {
    /// To be read to the caller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_code: Option<Secret>,
    /// Spelt with a small d (seed 002:253).
    #[serde(
        rename = "validUntildate",
        alias = "validUntilDate",
        deserialize_with = "crate::instant::optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub valid_until_date: Option<Instant>,
}

/// Completes an app's verification that is outstanding, with the code that the caller says.
///
/// The same path as [`RetrieveApplicationVerificationCode`] with another method. Source: seed 002:98. No codes are
/// listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompleteApplicationVerification {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// What the caller says. It names wallet and device too.
    pub verification_code: Secret,
}

impl Operation for CompleteApplicationVerification {
    type Family = Wallet;
    type Answer = CompleteApplicationVerificationAnswer;
    const SPEC: Spec = put("completeApplicationVerification", "/customers/security/appverification")
        .from_seed("002:98")
        .path_from(PathSource::Seed("002:100"))
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .carries(Carries::Credential);
}

/// Whose app it is, where it runs, and what is still to be answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CompleteApplicationVerificationAnswer {
    /// The wallet: must be the one on screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// The device that was verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_uri: Option<DeviceUri>,
    /// Where the issuer's app has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_id: Option<ApplicationId>,
    /// Empty when nothing is to be answered.
    pub question_details: Rows<QuestionDetail>,
}

/// Completes an app's verification with answers to security questions.
///
/// Source: seed 002:132; seed 000:39 prints a blank in the name. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompleteApplicationVerificationWithMFA {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The device that registered the app.
    pub device_uri: DeviceUri,
    /// The issuer's wallet app, from the configuration. Required (seed 002:154).
    pub application_id: ApplicationId,
    /// As many as the first half of the verification asked for.
    pub question_answers: Vec<QuestionAnswer>,
}

impl Operation for CompleteApplicationVerificationWithMFA {
    type Family = Wallet;
    type Answer = Confirmed;
    const SPEC: Spec = put("completeApplicationVerificationWithMFA", "/customers/security/appverification/mfa")
        .from_seed("002:132")
        .path_from(PathSource::Seed("002:136"))
        .asks(Action::Credentials)
        .settled_by(Settlement::AskRep)
        .carries(Carries::Nothing);
}
