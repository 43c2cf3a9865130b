//! What only one operation in full states: how its amount came about, and what set it off.

use serde::{Deserialize, Deserializer, Serialize, de::Error};
use serde_json::value::RawValue;

use super::{
    account_operation::AccountOperation,
    exchange_rate::{self, ExchangeRate},
};
use crate::{
    instant::{self, Instant},
    money::Amount,
    open_enum,
    operations::issuing::customers::AccountIdentifier,
    rows::Rows,
    text_bool,
};

/// One operation in full: what a list states of it, and the details. They are two types so that a list of thousands does
/// not carry what only one operation states.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DetailedOperation {
    /// What a list states.
    #[serde(flatten)]
    pub operation: AccountOperation,
    /// The rest.
    #[serde(flatten)]
    pub details: OperationDetails,
}

/// The same object is read twice, once for each half: what one of them does not know belongs to the other.
impl<'de> Deserialize<'de> for DetailedOperation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let operation = serde_json::from_str(raw.get()).map_err(Error::custom)?;
        // What cannot be read of the details is not stated; the operation itself can be seen all the same.
        let details = serde_json::from_str(raw.get()).unwrap_or_default();
        Ok(Self { operation, details })
    }
}

/// The details (public: `OperationDetails`). None is promised.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OperationDetails {
    /// In the cardholder's currency, before the account's: the first step of a conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_amount: Option<Amount>,
    /// Between two conversions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intermediate_amount: Option<Amount>,
    /// From the merchant's amount to the account's, over all conversions. Spelt as the gateway spells it.
    #[serde(
        rename = "overallExhangeRate",
        alias = "overallExchangeRate",
        deserialize_with = "exchange_rate::optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub overall_exchange_rate: Option<ExchangeRate>,
    /// Of which day the rate is.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub exchange_rate_date: Option<Instant>,
    /// Whose rate it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange_rate_source: Option<String>,
    /// Whether the merchant converted it at the till (dynamic currency conversion).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dcc_indicator: Option<ConvertedByMerchant>,
    /// What was charged at the till, in the account's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub poi_amount_account_currency: Option<Amount>,
    /// Cash within it, in the account's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash_amount_account_currency: Option<Amount>,
    /// The tip, in the account's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gratuity_amount_account_currency: Option<Amount>,
    /// What the merchant added, in the account's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surcharge_amount_account_currency: Option<Amount>,
    /// What a fee is made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detailed_fee_amounts: Option<Rows<DetailedFeeAmount>>,
    /// What set off a payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_trigger: Option<Trigger>,
    /// What set off a reimbursement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reimbursement_trigger: Option<Trigger>,
    /// Whether it is paid without anybody asking for it.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub automatic_payment: Option<bool>,
    /// Whether it is a SEPA payment.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa: Option<bool>,
    /// Names a direct debit on the customer's own bank statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_debit_end_to_end_id: Option<String>,
    /// The account on which what was paid too much went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over_payment_account_identifier: Option<AccountIdentifier>,
    /// Under which condition interest was calculated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interest_condition: Option<String>,
    /// The platform's own word for what it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation_type: Option<String>,
    /// Which system or channel it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Whether it corrects what was posted wrongly.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub correction: Option<bool>,
    /// Whether a statement shows it.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub print_on_statement: Option<bool>,
    /// The merchant's street.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_acceptor_address: Option<String>,
}

/// A part of a fee (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DetailedFeeAmount {
    /// What the part is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many hundredths of the purchase it is, in digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentage: Option<String>,
    /// How much it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee_amount: Option<Amount>,
    /// The issuer's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_operation_code: Option<String>,
    /// Whether another part holds it already.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub include_in_other_detail_fee_amount: Option<bool>,
}

open_enum! {
    /// Whether the merchant converted the amount at the till.
    pub enum ConvertedByMerchant {
        /// No: the scheme did, or nobody had to.
        No = " ",
        /// Yes: at the merchant's own rate.
        Yes = "1",
    }
}

open_enum! {
    /// What set off a payment or a reimbursement.
    pub enum Trigger {
        /// Somebody asked for it.
        OnDemand = "ON_DEMAND",
        /// The end of the cycle.
        Cyclic = "CYCLIC",
        /// Every day.
        Daily = "DAILY",
        /// A purchase.
        OnTransaction = "ON_TRANSACTION",
        /// The end of the contract.
        OnTermination = "ON_TERMINATION",
    }
}
