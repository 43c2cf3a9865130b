//! `POST /v2/customers/cards/multistep/search`, seed 003:789-827.

use serde::{Deserialize, Serialize};

use super::{EnrollmentInformation, WalletCustomerIdentifier, WalletDeviceIdentifier};
use crate::{
    customer::CustomerKey,
    operation::{Action, Carries, Operation, PathSource, Spec, post},
    rows::Rows,
    wallet::Wallet,
};

/// Lists the enrolments that were begun and not finished: why a caller's card is not in the wallet yet.
///
/// Errors: 304 invalid arguments, 386 error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveIncompletePaymentAccountEnrollments {
    /// Who began them.
    pub customer_identifier: WalletCustomerIdentifier,
    /// Only those that were begun there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_identifier: Option<WalletDeviceIdentifier>,
}

impl RetrieveIncompletePaymentAccountEnrollments {
    /// For the wallet that this key names, whatever the device.
    pub fn of(customer: &CustomerKey) -> Self {
        let uri = Some(customer.customer_uri.clone());
        Self { customer_identifier: WalletCustomerIdentifier { uri, external_id: None }, device_identifier: None }
    }
}

impl Operation for RetrieveIncompletePaymentAccountEnrollments {
    type Family = Wallet;
    type Answer = RetrieveIncompletePaymentAccountEnrollmentsAnswer;
    const SPEC: Spec = post("retrieveIncompletePaymentAccountEnrollments", "/v2/customers/cards/multistep/search")
        .from_seed("003:789")
        .path_from(PathSource::Seed("003:793"))
        .asks(Action::Find)
        .carries(Carries::Nothing)
        .with_details()
        .reads();
}

/// What is not finished.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveIncompletePaymentAccountEnrollmentsAnswer {
    /// A list, though the guide speaks of one ("for each instance", seed 003:811); both are read.
    pub enrollment_information: Rows<EnrollmentInformation>,
    /// Whose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_identifier: Option<WalletCustomerIdentifier>,
    /// Where they were begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_identifier: Option<WalletDeviceIdentifier>,
}
