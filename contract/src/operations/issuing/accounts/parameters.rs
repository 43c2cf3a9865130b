//! `PATCH /accounts/{accountReference}`, seed 004:3330-3372.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    credit_transfer::OutgoingCreditTransferFeature,
    model::{AccountModel, CaseStatus, PaymentMode},
};
use crate::{
    identifier::AccountReference,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
    operations::issuing::customers::{AccountIdentifier, CustomerIdentifier, lenient},
    personal::Personal,
    text_bool,
};

/// Changes parameters of an account at once: where it is paid from, when its cycles close. What is not sent stays.
///
/// Source: seed 004:3330-3372; all fields but `bic` are public. It answers no state, so the account is read again.
/// Errors: 400 the product does not allow the value, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateAccountParameters {
    /// The account.
    pub account_reference: AccountReference,
    /// Where repayments are taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iban: Option<Personal>,
    /// The bank of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bic: Option<String>,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iban_owner_name: Option<Personal>,
    /// Another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_iban: Option<Personal>,
    /// How it is repaid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_mode: Option<PaymentMode>,
    /// The calendar of its cycles: one that the product allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closure_calendar_reference: Option<String>,
    /// Whether direct debits and transfers are SEPA's.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa_indicator: Option<bool>,
    /// The least that falls due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_due_min_amount: Option<Amount>,
    /// A fixed amount that falls due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_due_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_due_percentage: Option<String>,
    /// `GREATER` or `LESSER` of the two counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greater_or_lesser_amount_due: Option<String>,
    /// A fixed amount that is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direct_debit_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direct_debit_percentage: Option<String>,
    /// Whether change is rounded up and saved.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub spare_change_saving: Option<bool>,
    /// Whether the credit is whole again when a cycle closes.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub reset_credit_limit: Option<bool>,
    /// Who vouches for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_guarantor_identifier: Option<CustomerIdentifier>,
    /// What is to be blocked for all accounts of the contract, or not any more. A block is lifted here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hierarchy_operation_status: Option<NewHierarchyOperationStatus>,
    /// Models of all accounts of the contract: `reimbursementModel` alone (public).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hierarchy_selected_models: Vec<HierarchyModel>,
    /// Where the case of dunning stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dunning_case_status: Option<CaseStatus>,
    /// Where the case of collection stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collection_case_status: Option<CaseStatus>,
    /// Whether it is reported to a credit bureau.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub credit_bureau_contract_flag: Option<bool>,
    /// Who is liable, in the issuer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liability_type: Option<String>,
    /// Whether authorizations are given without regard to what is left.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub no_otb_check: Option<bool>,
    /// The customer's number in a programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_membership_number1: Option<Personal>,
    /// Another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_membership_number2: Option<Personal>,
    /// Days from the statement to the direct debit.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub account_debit_order_due_date_delay: Option<i64>,
    /// The same for all accounts of the contract.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub hierarchy_debit_order_due_date_delay: Option<i64>,
    /// What it may transfer out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_outgoing_credit_transfer_feature: Option<OutgoingCreditTransferFeature>,
    /// Models to be changed; fees also name the one that is replaced.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub selected_models: Vec<AccountModel>,
    /// Free facts of the account: added or changed, and removed by the word `null` as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specific_fields: Option<BTreeMap<String, String>>,
    /// Likewise of all accounts of the contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_hierarchy_specific_fields: Option<BTreeMap<String, String>>,
}

impl Operation for UpdateAccountParameters {
    type Family = Issuing;
    type Answer = UpdatedAccount;
    const SPEC: Spec = issuing("updateAccountParameters", Method::Patch, "/accounts/{accountReference}")
        .from_seed("004:3330")
        .path_from(PathSource::Seed("004:3348"))
        .asks(Action::Money)
        .repeatable_after_read()
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// What is blocked from now on for all accounts of a contract (public). Made by [`Self::blocking`] and [`Self::LIFTED`], so
/// that a block has its reason and its end has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewHierarchyOperationStatus {
    /// No payments.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub payments_blocking: Option<bool>,
    /// No reimbursements.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub reimbursements_blocking: Option<bool>,
    /// No authorizations.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub authorizations_blocking: Option<bool>,
    /// Why, in the issuer's words: needed with a block, and forbidden without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocking_reason: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

impl NewHierarchyOperationStatus {
    /// Nothing is blocked any more.
    pub const LIFTED: Self = Self {
        payments_blocking: Some(false),
        reimbursements_blocking: Some(false),
        authorizations_blocking: Some(false),
        blocking_reason: None,
        comment: None,
    };

    /// These are blocked, and nothing else: payments, reimbursements, authorizations.
    pub fn blocking(payments: bool, reimbursements: bool, authorizations: bool, reason: &str) -> Self {
        let blocks = payments || reimbursements || authorizations;
        Self {
            payments_blocking: Some(payments),
            reimbursements_blocking: Some(reimbursements),
            authorizations_blocking: Some(authorizations),
            blocking_reason: blocks.then(|| reason.into()),
            comment: None,
        }
    }
}

/// A model of all accounts of a contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HierarchyModel {
    /// Which kind of rule.
    #[serde(rename = "type")]
    pub model_type: String,
    /// Which one is chosen.
    pub reference: String,
}

/// Which account was changed, and nothing of how it is now (seed 004:3367-3371).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UpdatedAccount {
    /// The account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
}
