//! `GET /accounts/{accountReference}/reserves`: what is held back on an account, and until when.

use serde::{Deserialize, Serialize};

use super::identifiers::{AuthorizationIdentifier, BusinessCaseIdentifier};
use crate::{
    identifier::AccountReference,
    instant::{self, Instant},
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, Spec, UsedBy, issuing},
    rows::Rows,
};

/// Lists the reservations that are open on an account: a hotel's, a petrol pump's. A business case says how much is held
/// back, and not until when.
///
/// Source: public. Errors: 400, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListReserves {
    /// The account.
    pub account_reference: AccountReference,
}

impl Operation for ListReserves {
    type Family = Issuing;
    type Answer = Rows<Reserve>;
    const SPEC: Spec = issuing("listReserves", Method::Get, "/accounts/{accountReference}/reserves")
        .from_public_original()
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Nothing);
}

/// One open reservation. Its path, the two identifiers and `expiryTime` are public; the other names are INFERRED from the
/// business case's, and none is promised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Reserve {
    /// The business case that holds the money.
    #[serde(alias = "authorizationBusinessCaseIdentifier", skip_serializing_if = "Option::is_none")]
    pub business_case_identifier: Option<BusinessCaseIdentifier>,
    /// The authorization that reserved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization_identifier: Option<AuthorizationIdentifier>,
    /// When it ends by itself, unless the merchant confirms or cancels it before.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub expiry_time: Option<Instant>,
    /// How much, in the merchant's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserve_amount: Option<Amount>,
    /// How much, in the cardholder's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserve_billing_amount: Option<Amount>,
    /// The merchant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_acceptor_name: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_acceptor_city: Option<String>,
}
