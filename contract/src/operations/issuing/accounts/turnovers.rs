//! `GET /accounts/{accountReference}/turnovers`, seed 004:3768-3789.

use serde::{Deserialize, Serialize};

use crate::{
    identifier::{AccountReference, IssuerId},
    instant::{self, Instant},
    issuing::Issuing,
    money::Amount,
    open_enum,
    operation::{Action, Carries, Method, Operation, Spec, UsedBy, issuing},
    operations::issuing::customers::AccountIdentifier,
    rows::Rows,
};

/// Lists how much was turned over in a year or a month: for the customer's eyes, and for fees that are given back.
///
/// Source: seed 004:3768-3789; path and fields public. The guide speaks of a list, the public description has one: both
/// are read. Errors: 404 no such account, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListTurnovers {
    /// The account.
    pub account_reference: AccountReference,
    /// Only one kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turnover_type: Option<TurnoverType>,
}

impl Operation for ListTurnovers {
    type Family = Issuing;
    type Answer = Rows<Turnover>;
    const SPEC: Spec = issuing("listTurnovers", Method::Get, "/accounts/{accountReference}/turnovers")
        .from_seed("004:3768")
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Nothing);
}

/// A turnover, now and before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Turnover {
    /// The issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// The account on top of the contract's accounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root_account_identifier: Option<AccountIdentifier>,
    /// Which kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turnover_type: Option<TurnoverType>,
    /// So far in the current period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_turnover_amount: Option<Amount>,
    /// When the next period begins.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub next_anniversary_date: Option<Instant>,
    /// The five periods before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_period_turnovers: Option<Rows<PreviousTurnover>>,
}

/// A turnover of a period that has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PreviousTurnover {
    /// `T-1` is the last one, `T-5` the fifth before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period_type: Option<String>,
    /// First day. The public key ends in a blank.
    #[serde(
        rename = "startDate ",
        alias = "startDate",
        deserialize_with = "instant::optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub start_date: Option<Instant>,
    /// Last day. The public key ends in a blank.
    #[serde(
        rename = "endDate ",
        alias = "endDate",
        deserialize_with = "instant::optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub end_date: Option<Instant>,
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turnover_amount: Option<Amount>,
}

open_enum! {
    /// What a turnover is counted for.
    pub enum TurnoverType {
        /// For the statement, and for the fee of setting up.
        Default = "DEFAULT",
        /// For the membership fee.
        MembershipFee = "MEMBERSHIP_FEE",
    }
}
