//! What a card was asked for and what the answer was, before anything was posted.

use serde::{Deserialize, Serialize};

use super::{
    authorization_words::{
        AuthorizationEntryMode, AuthorizationSubType, AuthorizationType, BusinessCaseType, DeclineReason,
        FinancialType, ResultType,
    },
    identifiers::{AuthorizationIdentifier, BusinessCaseIdentifier},
    merchant_time::MerchantTime,
};
use crate::{
    identifier::{CardReference, PanReference, VelocityLimitReference},
    masked_card::MaskedCard,
    money::Amount,
    operations::issuing::customers::AccountIdentifier,
    rows::Rows,
    text_bool,
};

/// One authorization. The guide names no field of it (seed 004:3108); all are public, and none is promised. The full
/// card number that a gateway may send has no place here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Authorization {
    /// What names it in the details' path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization_identifier: Option<AuthorizationIdentifier>,
    /// Its business case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization_business_case_identifier: Option<BusinessCaseIdentifier>,
    /// The account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// Whether it was refused.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub declined: Option<bool>,
    /// How it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result_type: Option<ResultType>,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decline_reason: Option<DeclineReason>,
    /// Finer. For information only: codes come and go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result_code: Option<String>,
    /// That code in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result_description: Option<String>,
    /// Given with an approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval_code: Option<String>,
    /// What the business case is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business_case_type: Option<BusinessCaseType>,
    /// What money is to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub financial_type: Option<FinancialType>,
    /// What this one does in its business case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_type2: Option<AuthorizationType>,
    /// Deprecated in favour of the one above, and may come beside it: see [`Self::does`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_type: Option<AuthorizationType>,
    /// Whether the merchant asked, or only told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_sub_type: Option<AuthorizationSubType>,
    /// The scheme's name for it, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_type_name: Option<String>,
    /// What was asked for, in the merchant's currency. Debit is positive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enquired_amount: Option<Amount>,
    /// The same in the cardholder's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enquired_billing_amount: Option<Amount>,
    /// By how much the business case's total changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delta_amount: Option<Amount>,
    /// The same in the cardholder's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delta_billing_amount: Option<Amount>,
    /// The business case's total afterwards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_amount: Option<Amount>,
    /// The same in the cardholder's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_billing_amount: Option<Amount>,
    /// What is held back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserve_amount: Option<Amount>,
    /// Cash within it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cashback_amount: Option<Amount>,
    /// The same in the cardholder's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cashback_billing_amount: Option<Amount>,
    /// What the merchant added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surcharge_amount: Option<Amount>,
    /// The same in the cardholder's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surcharge_billing_amount: Option<Amount>,
    /// What was left to spend afterwards, in the cardholder's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_to_buy: Option<Amount>,
    /// By the merchant's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_date: Option<MerchantTime>,
    /// By the merchant's clock too, in fourteen digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation_date: Option<MerchantTime>,
    /// First six and last four digits, with hash characters between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub masked_pan: Option<MaskedCard>,
    /// Stands for the card's number without being it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pan_reference: Option<PanReference>,
    /// The card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_reference: Option<CardReference>,
    /// `VISA`, `MasterCard`: other words than a posted operation's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_scheme: Option<String>,
    /// The merchant; for a cash machine its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_acceptor_name: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_acceptor_city: Option<String>,
    /// ISO 3166, numeric in the list and letters or digits in the detail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_acceptor_country: Option<String>,
    /// The merchant's trade, four digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_category_code: Option<String>,
    /// The terminal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terminal_id: Option<String>,
    /// `Atm`, `PetrolPump`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terminal_type: Option<String>,
    /// `POI`, `MailOrder`, `ECommerce`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment_type: Option<String>,
    /// How the card was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry_mode: Option<AuthorizationEntryMode>,
    /// Whether the terminal stands at the merchant's.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub on_premises_of_acceptor: Option<bool>,
    /// `Correct`, `Wrong`, `Unable`: only what came of the check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online_pin_check_result: Option<String>,
    /// How safe it was: `securityTypeId` in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_type_name: Option<String>,
    /// Whether the platform answered instead of the issuer.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub stand_in: Option<bool>,
    /// A remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Which limits were looked at, and how full they were then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub velocity_limit_checks: Option<Rows<VelocityLimitCheck>>,
}

impl Authorization {
    /// What it does in its business case, under whichever key that came.
    pub fn does(&self) -> Option<&AuthorizationType> {
        self.transaction_type2.as_ref().or(self.transaction_type.as_ref())
    }
}

/// One velocity limit at the moment of an authorization.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct VelocityLimitCheck {
    /// Which limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub velocity_limit_identifier: Option<CheckedVelocityLimit>,
    /// How much was used in its period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// How often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// Whether the amount is limited from above.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub maximum_amount_check: Option<bool>,
    /// By this much; absent when it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_amount: Option<Amount>,
    /// Whether the number is limited.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub maximum_count_check: Option<bool>,
    /// By this much; absent when it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_count: Option<i64>,
    /// Whether the amount is limited from below.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub minimum_amount_check: Option<bool>,
    /// By this much; absent when it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_amount: Option<Amount>,
    /// `Default`, `Exception`, `Override`, `Other`: whose word the greatest amount is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_amount_origin: Option<String>,
    /// Whose word it is that the greatest amount is checked at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_amount_check_origin: Option<String>,
    /// Whose word the greatest number is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_count_origin: Option<String>,
    /// Whose word it is that the greatest number is checked at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_count_check_origin: Option<String>,
    /// Whose word the smallest amount is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_amount_origin: Option<String>,
    /// Whose word it is that the smallest amount is checked at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_amount_check_origin: Option<String>,
}

/// A velocity limit by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CheckedVelocityLimit {
    /// `VELOCITY_LIMIT_ECOM`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub velocity_limit_reference: Option<VelocityLimitReference>,
}
