//! `GET /accounts/{accountReference}/balance`, seed 004:3400-3461.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::AccountReference,
    instant::{self, Instant},
    issuing::Issuing,
    money::{Amount, Money},
    operation::{Action, Carries, Method, Operation, PathSource, Spec, UsedBy, issuing},
};

/// Reads how much is owed and how much is left. The guide calls it financial information; it is named after its path
/// here. It says nothing of a debit card's account.
///
/// Source: seed 004:3400-3461. Errors: 404 no such account, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAccountBalance {
    /// The account.
    pub account_reference: AccountReference,
}

impl Operation for RetrieveAccountBalance {
    type Family = Issuing;
    type Answer = AccountBalance;
    const SPEC: Spec = issuing("retrieveAccountBalance", Method::Get, "/accounts/{accountReference}/balance")
        .from_seed("004:3400")
        .path_from(PathSource::Seed("004:3418"))
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Nothing);
}

/// The money of an account as the gateway counts it; nothing is added up here. The account itself is not named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AccountBalance {
    /// All that was posted (seed 004:3409), which counts against the credit. Not the balance: 250.00 beside a balance of 0
    /// (seed 004:3424-3433).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted_amount: Option<Amount>,
    /// What is owed; debit is positive. The guide calls it the balance and says no more (seed 004:3424-3433).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_balance: Option<Amount>,
    /// The credit in force. Deprecated, and still what the guide shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active_credit_limit_amount: Option<Amount>,
    /// The same with its dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active_credit_limit: Option<ActiveCreditLimit>,
    /// No longer in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorized_amount: Option<Amount>,
    /// When the open cycle began.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub current_cycle_start_date: Option<Instant>,
    /// What authorizations hold back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_reserved_amount: Option<Amount>,
    /// What was held back by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserved_amount: Option<Amount>,
    /// What is left to spend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_to_buy: Option<Amount>,
    /// The smaller of that and what is left on the account on top.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prevailing_open_to_buy: Option<Amount>,
    /// What was due before and not paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub past_amount_due: Option<Amount>,
    /// What is still due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remaining_amount_due: Option<Amount>,
    /// Balance when the last cycle closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_cycle_balance: Option<Amount>,
    /// For a paying account: its own balance and those that it pays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub liable_balance: Option<Amount>,
}

impl AccountBalance {
    /// What may be spent now: what is left here, or what the account on top leaves where that is less.
    pub fn left(&self) -> Option<Money> {
        let stated = |amount: &Option<Amount>| amount.as_ref().and_then(Amount::stated);
        self.above_leaves().or_else(|| stated(&self.open_to_buy)).or_else(|| stated(&self.prevailing_open_to_buy))
    }

    /// What is left on the account on top, where it is less than what is left here.
    pub fn above_leaves(&self) -> Option<Money> {
        let (own, prevailing) = (self.open_to_buy.as_ref()?.stated()?, self.prevailing_open_to_buy.as_ref()?.stated()?);
        let same = own.iso_code == prevailing.iso_code && own.exponent == prevailing.exponent;
        (same && prevailing.value < own.value).then_some(prevailing)
    }
}

/// The credit in force (public): a temporary one has an end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ActiveCreditLimit {
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_limit_amount: Option<Amount>,
    /// Since when.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub start_date: Option<Instant>,
    /// Until when, for a temporary one.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Instant>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn balance(own: Option<i64>, prevailing: Option<i64>) -> AccountBalance {
        let euros = |value| Amount { value: Some(value), exponent: Some(2), iso_code: Some("EUR".into()) };
        AccountBalance {
            open_to_buy: own.map(euros),
            prevailing_open_to_buy: prevailing.map(euros),
            ..AccountBalance::default()
        }
    }

    #[test]
    fn an_account_spends_no_more_than_the_one_on_top_leaves() {
        let left = |own, prevailing| balance(own, prevailing).left().map(|left| left.value);
        assert_eq!(left(Some(97_602), Some(-245_592)), Some(-245_592));
        assert_eq!(left(Some(97_602), Some(97_602)), Some(97_602));
        assert_eq!(left(Some(97_602), None), Some(97_602));
        assert_eq!(left(None, Some(1)), Some(1));
        assert_eq!(left(None, None), None);
        assert_eq!(balance(Some(97_602), Some(97_602)).above_leaves(), None);
    }

    #[test]
    fn amounts_in_two_currencies_are_not_compared() {
        let mut balance = balance(Some(97_602), Some(5));
        balance.prevailing_open_to_buy.as_mut().expect("stated").iso_code = Some("JPY".into());
        assert_eq!(balance.left().map(|left| left.value), Some(97_602));
    }
}
