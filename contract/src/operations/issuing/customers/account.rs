//! `GET /customers/{customerReference}/accounts`, seed 004:1714-1726.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::CustomerReference,
    instant::{self, Instant},
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, Spec, issuing},
    operations::issuing::accounts::Account,
    rows::Rows,
    text_bool,
};

/// Lists the accounts that a customer owns. The one in view is chosen among them.
///
/// Source: seed 004:1714, which prints no example. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListCustomerAccounts {
    /// In the path.
    pub customer_reference: CustomerReference,
}

impl Operation for ListCustomerAccounts {
    type Family = Issuing;
    type Answer = Rows<Account>;
    const SPEC: Spec = issuing("listCustomerAccounts", Method::Get, "/customers/{customerReference}/accounts")
        .from_seed("004:1714")
        .asks(Action::Find)
        .carries(Carries::Personal);
}

/// What is blocked for all accounts of a contract (public): one reason why a card is declined.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HierarchyOperationStatus {
    /// No payments.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub payments_blocking: Option<bool>,
    /// No reimbursements.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub reimbursements_blocking: Option<bool>,
    /// No authorizations.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub authorizations_blocking: Option<bool>,
    /// Since when.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub status_date: Option<Instant>,
}

/// One change of what is blocked, with its reason (public). Comes with an account that is asked for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct HierarchyOperationStatusChange {
    /// No payments since then.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub payments_blocking: Option<bool>,
    /// No reimbursements since then.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub reimbursements_blocking: Option<bool>,
    /// No authorizations since then.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub authorizations_blocking: Option<bool>,
    /// Since when.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub status_date: Option<Instant>,
    /// Why, in the issuer's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocking_reason: Option<String>,
    /// Whatever whoever did it wrote down: free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

impl HierarchyOperationStatusChange {
    /// Whether anything is blocked by it.
    pub fn blocks(&self) -> bool {
        [self.payments_blocking, self.reimbursements_blocking, self.authorizations_blocking].contains(&Some(true))
    }
}
