//! A statement of an account: the money of one cycle.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::IssuerId,
    instant::{self, Instant},
    money::Amount,
    open_enum,
    operations::issuing::{
        accounts::{CycleInformation, LoyaltyPoint},
        customers::AccountIdentifier,
    },
    personal::Personal,
    rows::Rows,
    text_bool,
};

/// One statement (seed 004:43-320, 352-404, 606-653). Which amounts it states depends on the cycle: four of the guide's
/// six have no direct debit, the first has nothing before it. What is not stated is not nought.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Statement {
    /// The issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// The account that pays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// When the cycle closed: local midnight of the issuer, `22:00Z` in summer and `23:00Z` in winter. The stamp itself
    /// is the statement's key.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub cycle_closure_date: Option<Instant>,
    /// When the statement was made; absent in half of the guide's.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
    /// Deprecated, and always the closure itself: not to be shown as the day on which something is due.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub payment_due_date: Option<Instant>,
    /// What is collected. Can be less than the next, when something was credited after the closure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_debit_amount: Option<Amount>,
    /// What was to be collected at the closure. Spelt as the gateway spells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theoric_direct_debit_amount: Option<Amount>,
    /// Balance at the end. Negative is in the customer's favour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycle_balance: Option<Amount>,
    /// Balance at the start; not for an open cycle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_cycle_balance: Option<Amount>,
    /// All payments of the cycle: the gateway's own sum, in which parts of a payment do not count twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_of_payment: Option<Amount>,
    /// When the cycle before closed; the first has none.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub previous_cycle_closure_date: Option<Instant>,
    /// When the next closes.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub next_cycle_closure_date: Option<Instant>,
    /// The least that is to be paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_due: Option<Amount>,
    /// What was left of that from the cycle before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initial_past_amount_due: Option<Amount>,
    /// Both together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initial_remaining_amount_due: Option<Amount>,
    /// Points instead of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loyalty_points: Option<Rows<LoyaltyPoint>>,
    /// When it was printed again, when that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reprint_history: Option<Rows<StatementReprint>>,
    /// Whether a company gets a copy.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub statement_duplicated_for_company: Option<bool>,
    /// From which bank account it is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iban: Option<Personal>,
    /// Which account pays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paying_account_identifier: Option<AccountIdentifier>,
    /// More dates of the cycle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycle_information: Option<CycleInformation>,
}

/// One time that a statement was printed again (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct StatementReprint {
    /// When it was asked for.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub requested_date: Option<Instant>,
    /// From where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
}

/// What a reprint answers: that it was asked for, and nothing of how it stands (seed 004:490-495, 790-795). What came
/// of it is read in the statement's `reprintHistory`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ReprintRequested {
    /// The account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// When it was asked for.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub requested_date: Option<Instant>,
}

open_enum! {
    /// What may come with a statement. The guide's prose writes it with a hyphen, its request as here (seed 004:28,
    /// 39).
    pub enum StatementEmbed {
        /// When it was printed again.
        ReprintHistory = "reprintHistory",
    }
}
