//! `/v2/customers/cards/multistep`, seed 003:216-256, 1095-1139: POST begins what PUT goes on with.

use serde::{Deserialize, Serialize};

use super::{
    EnrollmentInformation, NewPaymentAccount, PaymentAccount, WalletCustomerIdentifier, WalletDeviceIdentifier,
};
use crate::{
    open_enum,
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post, put},
    wallet::Wallet,
};

/// Begins to put a payment account into a wallet. The authoriser may ask for more.
///
/// Source: seed 003:1095; seed 003:1131 names the answer with an `s` too many. Errors: 304 invalid arguments, 386
/// error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StartPaymentAccountEnrollment {
    /// Who keeps the card number.
    pub enrollment_type: EnrollmentType,
    /// Who.
    pub customer_identifier: WalletCustomerIdentifier,
    /// Where.
    pub device_identifier: WalletDeviceIdentifier,
    /// What.
    pub payment_account: NewPaymentAccount,
}

impl Operation for StartPaymentAccountEnrollment {
    type Family = Wallet;
    type Answer = StartPaymentAccountEnrollmentAnswer;
    const SPEC: Spec = post("startPaymentAccountEnrollment", "/v2/customers/cards/multistep")
        .from_seed("003:1095")
        .path_from(PathSource::Seed("003:1099"))
        .asks(Action::Money)
        .settled_by(Settlement::CompareList)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::Card)
        .with_details();
}

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct StartPaymentAccountEnrollmentAnswer {
    /// Done, or what is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrollment_information: Option<EnrollmentInformation>,
    /// Who.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_identifier: Option<WalletCustomerIdentifier>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_identifier: Option<WalletDeviceIdentifier>,
    /// What.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_account: Option<PaymentAccount>,
}

/// Answers what an enrolment asked for. It may ask again.
///
/// Source: seed 003:216. Errors: 304 invalid arguments, 386 error.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContinuePaymentAccountEnrollment {
    /// Who.
    pub customer_identifier: WalletCustomerIdentifier,
    /// As it came, with the values filled in.
    pub enrollment_information: EnrollmentInformation,
    /// Where.
    pub device_identifier: WalletDeviceIdentifier,
}

impl Operation for ContinuePaymentAccountEnrollment {
    type Family = Wallet;
    type Answer = ContinuePaymentAccountEnrollmentAnswer;
    const SPEC: Spec = put("continuePaymentAccountEnrollment", "/v2/customers/cards/multistep")
        .from_seed("003:216")
        .path_from(PathSource::Seed("003:220"))
        .asks(Action::Money)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::Card)
        .with_details();
}

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ContinuePaymentAccountEnrollmentAnswer {
    /// Done, or what is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrollment_information: Option<EnrollmentInformation>,
    /// Who.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_identifier: Option<WalletCustomerIdentifier>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_identifier: Option<WalletDeviceIdentifier>,
    /// What was put into the wallet (public release note 9-7).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_account: Option<PaymentAccount>,
}

open_enum! {
    /// Who keeps the card number (seed 003:1106-1109).
    pub enum EnrollmentType {
        /// The platform.
        Link = "LINK",
        /// The authoriser; the platform keeps a token.
        Provision = "PROVISION",
    }
}
