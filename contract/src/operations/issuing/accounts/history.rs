//! `GET /accounts/{accountReference}/account-history`, seed 004:3628-3739.

use serde::{Deserialize, Serialize};

use super::model::{AccountModel, PaymentMode};
use crate::{
    free_form::FreeForm,
    identifier::{AccountReference, IssuerId},
    instant::{self, Instant},
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, UsedBy, issuing},
    operations::issuing::{
        customers::{AccountIdentifier, CustomerIdentifier},
        operations::stamp,
    },
    personal::Personal,
    rows::Rows,
    text_bool,
};

/// Lists what an account's parameters were, newest first. Each entry is the whole, not the difference.
///
/// Source: seed 004:3628-3739; `periodEndDateTime` is public. Errors: 404 no such account, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAccountHistory {
    /// The account.
    pub account_reference: AccountReference,
    /// Changed from.
    #[serde(default, with = "stamp::optional_seconds", skip_serializing_if = "Option::is_none")]
    pub period_start_date_time: Option<Instant>,
    /// Changed to.
    #[serde(default, with = "stamp::optional_seconds", skip_serializing_if = "Option::is_none")]
    pub period_end_date_time: Option<Instant>,
}

impl Operation for RetrieveAccountHistory {
    type Family = Issuing;
    type Answer = Rows<AccountHistoryEntry>;
    const SPEC: Spec = issuing("retrieveAccountHistory", Method::Get, "/accounts/{accountReference}/account-history")
        .from_seed("004:3628")
        .path_from(PathSource::Seed("004:3646"))
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Personal);
}

/// An account's parameters from one change to the next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AccountHistoryEntry {
    /// The issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// The account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// Since when they were so.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub effective_date: Option<Instant>,
    /// Free facts of all accounts of the contract, under labels of the issuer's and in no order (seed 004:3658-3661).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_hierarchy_specific_fields: Option<FreeForm>,
    /// The bank of the first account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bic: Option<String>,
    /// The calendar of its cycles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closure_calendar_reference: Option<String>,
    /// Where repayments are taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iban: Option<Personal>,
    /// Another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_iban: Option<Personal>,
    /// May be another than the account's owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iban_owner_name: Option<Personal>,
    /// Deprecated; a number that travels as text: `"0.0"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlimit_contribution: Option<String>,
    /// How it was repaid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_mode: Option<PaymentMode>,
    /// By which models it worked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected_models: Option<Rows<AccountModel>>,
    /// Whether change was rounded up and saved.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub spare_change_saving: Option<bool>,
    /// Who vouched for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_guarantor_identifier: Option<CustomerIdentifier>,
    /// The least that fell due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_due_min_amount: Option<Amount>,
    /// A fixed amount that fell due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_due_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_due_percentage: Option<String>,
    /// `GREATER` or `LESSER` of the two counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub greater_or_lesser_amount_due: Option<String>,
    /// A fixed amount that was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_debit_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_debit_percentage: Option<String>,
    /// Whether direct debits and transfers were SEPA's.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa_indicator: Option<bool>,
    /// Whether there was a mandate.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa_mandate: Option<bool>,
    /// Where it stood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_status: Option<String>,
    /// Its unique reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_umr: Option<String>,
    /// Who collected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_creditor_id: Option<String>,
    /// When the account was closed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub final_closing_date: Option<Instant>,
    /// Whether the credit was whole again when a cycle closed.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub reset_credit_limit: Option<bool>,
    /// Whether authorizations were given without regard to what was left.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub no_otb_check: Option<bool>,
}
