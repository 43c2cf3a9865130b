//! A change of an account that waits for its day.

use serde::{Deserialize, Serialize};

use super::{
    mandates::DebtorAddress,
    model::{AccountModel, PaymentMode},
};
use crate::{
    identifier::{FutureChangeReference, IssuerId},
    instant::{self, Instant},
    money::Amount,
    open_enum,
    operations::issuing::customers::AccountIdentifier,
    personal::Personal,
    rows::Rows,
    text_bool,
};

/// A scheduled change (seed 004:3593-3611). The guide's entries have no reference, and two of them differ in nothing
/// but their dates; without a reference there is nothing by which one could be read, changed or cancelled.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AccountFutureUpdate {
    /// The issuer. The guide's list misspells the key (seed 004:3594, 3604).
    #[serde(rename = "issuerdId", alias = "issuerId", skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// The account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// What names the change: public, and absent in the guide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_future_update_identifier: Option<FutureUpdateIdentifier>,
    /// On which day it happens.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub future_change_date: Option<Instant>,
    /// When it was scheduled.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
    /// When it was last changed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub last_update_date: Option<Instant>,
    /// How far it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update_status: Option<FutureUpdateStatus>,
    /// Deprecated in favour of the status.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub processed: Option<bool>,
    /// Why it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update_reason: Option<String>,
    /// Where repayments will be taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iban: Option<Personal>,
    /// The bank of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bic: Option<String>,
    /// Whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iban_owner_name: Option<Personal>,
    /// Another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_iban: Option<Personal>,
    /// How it will be repaid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_mode: Option<PaymentMode>,
    /// Whether direct debits and transfers will be SEPA's.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa_indicator: Option<bool>,
    /// The mandate that comes with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_umr: Option<String>,
    /// Where that stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_status: Option<String>,
    /// Its reference within the platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_uir: Option<String>,
    /// Who will collect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_creditor_id: Option<String>,
    /// When the mandate was signed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub mandate_sign_date: Option<Instant>,
    /// Where it was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate_sign_city: Option<String>,
    /// The issuer's number for what the mandate belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate_contract_id: Option<String>,
    /// The payer's telephone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debtor_phone_number: Option<Personal>,
    /// The payer's e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debtor_email: Option<Personal>,
    /// The payer's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debtor_postal_address: Option<DebtorAddress>,
    /// The least that will fall due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_due_min_amount: Option<Amount>,
    /// A fixed amount that will fall due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_due_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_due_percentage: Option<String>,
    /// `GREATER` or `LESSER` of the two will count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub greater_or_lesser_amount_due: Option<String>,
    /// A fixed amount that will be taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_debit_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_debit_percentage: Option<String>,
    /// Models to be changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected_models: Option<Rows<AccountModel>>,
}

impl AccountFutureUpdate {
    /// What it can be read, changed or cancelled by, when the gateway told it.
    pub fn reference(&self) -> Option<&FutureChangeReference> {
        let reference = self.account_future_update_identifier.as_ref()?.future_change_reference.as_ref();
        reference.filter(|reference| !reference.is_empty())
    }
}

/// A scheduled change by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FutureUpdateIdentifier {
    /// Unique within the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub future_change_reference: Option<FutureChangeReference>,
}

/// What scheduling and changing one answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ScheduledFutureUpdate {
    /// When it was scheduled.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
    /// When it was changed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub last_update_date: Option<Instant>,
    /// On which day it happens.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub future_change_date: Option<Instant>,
    /// The account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// What names it: public, and absent in the guide (seed 004:3548-3565).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_future_update_identifier: Option<FutureUpdateIdentifier>,
}

/// What cancelling one answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CancelledFutureUpdate {
    /// The account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// What names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_future_update_identifier: Option<FutureUpdateIdentifier>,
    /// Where it stands now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update_status: Option<FutureUpdateStatus>,
}

open_enum! {
    /// How far a scheduled change has come (public).
    pub enum FutureUpdateStatus {
        /// Waits.
        Created = "CREATED",
        /// Happens now.
        Processing = "PROCESSING",
        /// Happened.
        Processed = "PROCESSED",
        /// Failed.
        Rejected = "REJECTED",
        /// Taken back.
        Cancelled = "CANCELLED",
    }
}
