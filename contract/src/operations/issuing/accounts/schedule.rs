//! Scheduling a change of an account, and changing or cancelling it before its day (seed 004:3519-3565, 3741-3766).

use serde::{Deserialize, Serialize};

use super::{
    future_update::{AccountFutureUpdate, CancelledFutureUpdate, FutureUpdateIdentifier, ScheduledFutureUpdate},
    mandates::DebtorAddress,
    model::{PaymentMode, ScheduledModel},
};
use crate::{
    identifier::{AccountReference, FutureChangeReference},
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, UsedBy, issuing},
    operations::issuing::operations::stamp,
    personal::Personal,
    text_bool,
};

/// Schedules a change of an account for a day ahead.
///
/// Source: seed 004:3519-3565; all fields but `iban` are public. No reference may come back, so a lost answer is
/// settled by comparing the list. Errors: 400 the product does not allow the value or the day, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScheduleAccountFutureUpdate {
    /// The account.
    pub account_reference: AccountReference,
    /// On which day it happens.
    #[serde(with = "stamp")]
    pub future_change_date: Instant,
    /// Our own name for it; made by the platform when it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_future_update_identifier: Option<FutureUpdateIdentifier>,
    /// Where repayments will be taken from.
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
    /// The mandate for another bank account: within SEPA, the day of its signature or its unique reference is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sepa_mandate: Option<SepaMandate>,
    /// How it will be repaid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_mode: Option<PaymentMode>,
    /// Whether direct debits and transfers will be SEPA's.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa_indicator: Option<bool>,
    /// The least that will fall due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_due_min_amount: Option<Amount>,
    /// A fixed amount that will fall due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_due_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_due_percentage: Option<String>,
    /// `GREATER` or `LESSER` of the two will count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greater_or_lesser_amount_due: Option<String>,
    /// A fixed amount that will be taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direct_debit_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direct_debit_percentage: Option<String>,
    /// Models to be changed: only what falls due and what is taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub selected_models: Vec<ScheduledModel>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub update_reason: Option<String>,
}

impl Operation for ScheduleAccountFutureUpdate {
    type Family = Issuing;
    type Answer = ScheduledFutureUpdate;
    const SPEC: Spec =
        issuing("scheduleAccountFutureUpdate", Method::Post, "/accounts/{accountReference}/account-future-updates")
            .from_seed("004:3519")
            .path_from(PathSource::Seed("004:3537"))
            .asks(Action::Money)
            .settled_by(Settlement::CompareList)
            .idempotent()
            .used_by(UsedBy::RepWithCare)
            .carries(Carries::Nothing);
}

/// Changes a scheduled change before its day. What is not sent stays.
///
/// Source: seed 004:3754-3766; path and fields public. Errors: 400 its day has come, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateAccountFutureUpdate {
    /// The account.
    pub account_reference: AccountReference,
    /// The change.
    pub future_change_reference: FutureChangeReference,
    /// Another day.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub future_change_date: Option<Instant>,
    /// Where repayments will be taken from.
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
    /// The mandate for another bank account: its unique reference. What stands in one object when a change is scheduled stands
    /// here one by one (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_umr: Option<String>,
    /// When it was signed.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub mandate_sign_date: Option<Instant>,
    /// Where it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_sign_city: Option<String>,
    /// The issuer's number for what it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_contract_id: Option<String>,
    /// The payer's telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debtor_phone_number: Option<Personal>,
    /// The payer's e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debtor_email: Option<Personal>,
    /// The payer's address, where SEPA's rules want it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debtor_postal_address: Option<DebtorAddress>,
    /// How it will be repaid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_mode: Option<PaymentMode>,
    /// Whether direct debits and transfers will be SEPA's.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa_indicator: Option<bool>,
    /// The least that will fall due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_due_min_amount: Option<Amount>,
    /// A fixed amount that will fall due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_due_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_due_percentage: Option<String>,
    /// `GREATER` or `LESSER` of the two will count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greater_or_lesser_amount_due: Option<String>,
    /// A fixed amount that will be taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direct_debit_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direct_debit_percentage: Option<String>,
    /// Models to be changed: only what falls due and what is taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub selected_models: Vec<ScheduledModel>,
    /// Why: a main input (seed 004:3764).
    pub update_reason: String,
}

impl Operation for UpdateAccountFutureUpdate {
    type Family = Issuing;
    type Answer = ScheduledFutureUpdate;
    const SPEC: Spec = issuing(
        "updateAccountFutureUpdate",
        Method::Patch,
        "/accounts/{accountReference}/account-future-updates/{futureChangeReference}",
    )
    .from_seed("004:3754")
    .asks(Action::Money)
    .repeatable_after_read()
    .settled_by(Settlement::ReadState)
    .used_by(UsedBy::RepWithCare)
    .carries(Carries::Nothing);
}

/// Cancels a scheduled change before its day.
///
/// Source: seed 004:3741-3752, which knows the reason alone; path public. The public description lists a date as required
/// that it does not define: the change's own is sent beside the reason, which satisfies both. Made by [`Self::of`]. Errors:
/// 400 its day has come, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CancelAccountFutureUpdate {
    /// The account.
    pub account_reference: AccountReference,
    /// The change.
    pub future_change_reference: FutureChangeReference,
    /// The day on which it was to happen.
    #[serde(with = "stamp")]
    pub future_change_date: Instant,
    /// Why.
    pub update_reason: String,
}

impl CancelAccountFutureUpdate {
    /// For a change as it was just read. `None` when the gateway did not state its reference or its day.
    pub fn of(account: &AccountReference, update: &AccountFutureUpdate, reason: &str) -> Option<Self> {
        Some(Self {
            account_reference: account.clone(),
            future_change_reference: update.reference()?.clone(),
            future_change_date: update.future_change_date.clone()?,
            update_reason: reason.into(),
        })
    }
}

impl Operation for CancelAccountFutureUpdate {
    type Family = Issuing;
    type Answer = CancelledFutureUpdate;
    const SPEC: Spec = issuing(
        "cancelAccountFutureUpdate",
        Method::Post,
        "/accounts/{accountReference}/account-future-updates/{futureChangeReference}/cancel",
    )
    .from_seed("004:3741")
    .asks(Action::Money)
    .repeatable_after_read()
    .settled_by(Settlement::ReadState)
    .used_by(UsedBy::RepWithCare)
    .carries(Carries::Nothing);
}

/// The mandate that comes with another bank account (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SepaMandate {
    /// Its unique reference, where it exists already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_umr: Option<String>,
    /// When it was signed; needed without a reference.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub mandate_sign_date: Option<Instant>,
    /// Where it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_sign_city: Option<String>,
    /// The issuer's number for what it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_contract_id: Option<String>,
    /// The payer's telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debtor_phone_number: Option<Personal>,
    /// The payer's e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debtor_email: Option<Personal>,
    /// The payer's address, where SEPA's rules want it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debtor_postal_address: Option<DebtorAddress>,
}
