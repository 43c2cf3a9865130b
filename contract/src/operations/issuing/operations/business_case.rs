//! Authorizations that belong together: a hotel's reservation and its confirmation, a purchase and its cancellation.

use serde::{Deserialize, Serialize};

use super::{
    authorization_words::{AccountReserveStatus, BusinessCaseType, FinancialType},
    identifiers::{AuthorizationIdentifier, BusinessCaseIdentifier},
    stamp,
};
use crate::{
    identifier::{AccountReference, BusinessCaseId},
    instant::{self, Instant},
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, UsedBy, issuing},
    rows::Rows,
};

/// Reads one business case. Its period is asked for although the id is unique.
///
/// Source: seed 004:3122-3134, the path in its prose; query and fields public. Errors: 404 no such case in the period,
/// 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveBusinessCase {
    /// The account.
    pub account_reference: AccountReference,
    /// The case.
    pub business_case_id: BusinessCaseId,
    /// From, included.
    #[serde(with = "stamp::seconds")]
    pub start_time: Instant,
    /// To, excluded.
    #[serde(with = "stamp::seconds")]
    pub end_time: Instant,
}

impl Operation for RetrieveBusinessCase {
    type Family = Issuing;
    type Answer = BusinessCase;
    const SPEC: Spec = issuing(
        "retrieveBusinessCase",
        Method::Get,
        "/accounts/{accountReference}/authorization-business-cases/{businessCaseId}",
    )
    .from_seed("004:3122")
    .path_from(PathSource::Seed("004:3130"))
    .asks(Action::Find)
    .used_by(UsedBy::Rep)
    .carries(Carries::Nothing);
}

/// Lists the business cases of an account in a period.
///
/// Source: seed 004:3136-3142; path, query and fields public. Errors: 400, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListBusinessCases {
    /// The account.
    pub account_reference: AccountReference,
    /// From, included.
    #[serde(with = "stamp::seconds")]
    pub start_time: Instant,
    /// To, excluded.
    #[serde(with = "stamp::seconds")]
    pub end_time: Instant,
}

impl Operation for ListBusinessCases {
    type Family = Issuing;
    type Answer = Rows<BusinessCase>;
    const SPEC: Spec =
        issuing("listBusinessCases", Method::Get, "/accounts/{accountReference}/authorization-business-cases")
            .from_seed("004:3136")
            .asks(Action::Find)
            .used_by(UsedBy::Rep)
            .carries(Carries::Nothing);
}

/// One business case. All fields are public, and none is promised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct BusinessCase {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business_case_identifier: Option<BusinessCaseIdentifier>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business_case_type: Option<BusinessCaseType>,
    /// What money is to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub financial_type: Option<FinancialType>,
    /// In free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Whether it still holds money back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_reserve_status: Option<AccountReserveStatus>,
    /// How much of it, in the cardholder's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_reserve_billing_amount: Option<Amount>,
    /// What the first authorization held back, in the merchant's currency. Debit is positive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserve_amount: Option<Amount>,
    /// The same in the cardholder's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserve_billing_amount: Option<Amount>,
    /// The first authorization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_authorization_identifier: Option<AuthorizationIdentifier>,
    /// When it was processed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub first_authorization_transaction_date: Option<Instant>,
    /// The last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_authorization_identifier: Option<AuthorizationIdentifier>,
    /// When it was processed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub last_authorization_transaction_date: Option<Instant>,
    /// The merchant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_acceptor_name: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_acceptor_city: Option<String>,
    /// ISO 3166 in letters or digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_acceptor_country: Option<String>,
    /// The merchant's trade, four digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_category_code: Option<String>,
}
