//! An operation that was posted to an account, as lists and details show it.

use serde::{Deserialize, Serialize};

use super::{
    exchange_rate::{self, ExchangeRate},
    identifiers::{BusinessCaseIdentifier, OperationDisputeIdentifier, OperationIdentifier},
    terminal_words::{
        AcquisitionMaterial, EntryMode, MailPhoneEcommerceAndPaymentIndicator, PointOfSaleEnvironment, ValidationMode,
    },
    triplet::OriginalOperation,
    words::{
        AdjustmentReason, FeeType, InterestType, OperationCode, OperationKind, OperationStatus, PaymentChannel,
        ReversalReason,
    },
};
use crate::{
    free_form::FreeForm,
    identifier::{ExternalOperationReference, IssuerId, PanReference},
    instant::{self, Instant},
    masked_card::MaskedCard,
    money::Amount,
    operations::issuing::{
        accounts::LoyaltyPoint,
        customers::{AccountIdentifier, CardIdentifier, ProductIdentifier},
    },
    personal::Personal,
    rows::{self, Rows},
    text_bool,
};

/// An operation (seed 004:429-453, 520-566, 680-755, 2824-2897; details 2923-2987). A list gives the most important
/// half of it; fees, payments and interest have no card and no merchant. The full card number that the guide prints
/// beside the masked one has no place here and is dropped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountOperation {
    /// The issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// What names it in the details' path. Without it a row cannot be opened, and counts as unreadable.
    pub operation_identifier: OperationIdentifier,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation_kind: Option<OperationKind>,
    /// What kind of transaction it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation_code: Option<OperationCode>,
    /// For the customer's eyes, in the issuer's language: `Finanzierungsgebühren`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What changes the account. Debit is positive, credit negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference_amount: Option<Amount>,
    /// In the currency in which it was made, which may have another exponent: 8335 JPY.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_amount: Option<Amount>,
    /// In the currency between scheme and issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reconciliation_amount: Option<Amount>,
    /// When it was posted to the account.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub posting_date: Option<Instant>,
    /// From when it counts in balances: local midnight of the issuer.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub value_date: Option<Instant>,
    /// When it was made at the merchant's: local midnight, not the `operationDate`.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub transaction_date: Option<Instant>,
    /// Details only; another date than the three above and than the external one.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub operation_date: Option<Instant>,
    /// First of the three facts that name it for the outside.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub external_operation_date: Option<Instant>,
    /// Second: 17 digits, 32 hex digits or free text. A dispute is created with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_operation_reference: Option<ExternalOperationReference>,
    /// Third: `ITP`, `WLP-CAS`, `ISSUER`. Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_operation_service_poster: Option<String>,
    /// The issuer's code for this kind of operation; a payment's apportionment has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_operation_code: Option<String>,
    /// Whether it takes another one back.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub reversal: Option<bool>,
    /// Why it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reversal_reason: Option<ReversalReason>,
    /// Of a reversal: the original's external date.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub external_matching_operation_date: Option<Instant>,
    /// Of a reversal: the original's external reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_matching_operation_reference: Option<ExternalOperationReference>,
    /// Of a reversal: the original's poster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_matching_operation_service_poster: Option<String>,
    /// Required by the public specification, left out by the guide's lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<OperationStatus>,
    /// Likewise: on which account of a hierarchy it was posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posting_account_identifier: Option<AccountIdentifier>,
    /// Whether it is in dispute.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub disputed: Option<bool>,
    /// In which folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_folder_identifier: Option<OperationDisputeIdentifier>,
    /// The authorizations before it, where they were matched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorization_business_case_identifier: Option<BusinessCaseIdentifier>,
    /// First six and last four digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub masked_pan: Option<MaskedCard>,
    /// Stands for the card's number without being it; equal for equal numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pan_reference: Option<PanReference>,
    /// The card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_identifier: Option<CardIdentifier>,
    /// `VISA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand: Option<String>,
    /// `VIS`: another word for the same thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_scheme: Option<String>,
    /// The scheme's product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_type_code: Option<String>,
    /// The issuer's product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_identifier: Option<ProductIdentifier>,
    /// Of a device wallet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wallet_id: Option<String>,
    /// The merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_acceptor_name: Option<String>,
    /// Free text: the guide shows a telephone number (seed 004:526).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_acceptor_city: Option<String>,
    /// `276`, `392`: ISO 3166 numeric here, a name in a dispute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_acceptor_country: Option<String>,
    /// The merchant's postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_acceptor_zip_code: Option<String>,
    /// The merchant's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_acceptor_id_code: Option<String>,
    /// The terminal's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terminal_id: Option<String>,
    /// The merchant's trade, four digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_category_code: Option<String>,
    /// The acquirer's number for the transaction, 23 digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acquirer_reference_data: Option<String>,
    /// The scheme's own number for the transaction, such as Visa's Transaction Identifier. A chargeback of a duplicate names
    /// the other transaction by it (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme_transaction_identifier: Option<String>,
    /// The authorization's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval_code: Option<String>,
    /// When it was approved, when that was asked for (public).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorization: Option<OperationAuthorization>,
    /// The merchant's device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acquisition_material: Option<AcquisitionMaterial>,
    /// How the card was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_mode: Option<EntryMode>,
    /// Recurring, in instalments, or neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point_of_sale_environment: Option<PointOfSaleEnvironment>,
    /// By mail, telephone or internet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail_phone_ecommerce_and_payment_indicator: Option<MailPhoneEcommerceAndPaymentIndicator>,
    /// Whether it was made on the internet.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub e_commerce: Option<bool>,
    /// How the cardholder confirmed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation_mode: Option<ValidationMode>,
    /// What the fee is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee_type: Option<FeeType>,
    /// Finer, in free text: `STATEMENT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_fee_type: Option<String>,
    /// How often, in free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<String>,
    /// Which way the interest goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interest_type: Option<InterestType>,
    /// Interest from.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub interest_start_date: Option<Instant>,
    /// Interest to.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub interest_end_date: Option<Instant>,
    /// On which way a payment came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_channel: Option<PaymentChannel>,
    /// Why; the issuer's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_reason: Option<String>,
    /// Why; the issuer's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reimbursement_reason: Option<String>,
    /// To which account a reimbursement went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination_iban: Option<Personal>,
    /// Loyalty points instead of money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loyalty_point: Option<LoyaltyPoint>,
    /// The programme of a bonus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus_program_reference: Option<String>,
    /// What was rewarded by a bonus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rewarded_operation_identifier: Option<OperationIdentifier>,
    /// Whether it corrects another one.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub adjustment: Option<bool>,
    /// Why it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adjustment_reason: Option<AdjustmentReason>,
    /// The issuer's word. The public specification ends this key with a blank.
    #[serde(
        default,
        rename = "balanceAdjustmentReason ",
        alias = "balanceAdjustmentReason",
        skip_serializing_if = "Option::is_none"
    )]
    pub balance_adjustment_reason: Option<String>,
    /// Whether the customer pays: the sign in a word.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub debit: Option<bool>,
    /// Whether it is a part of something.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub partial_operation: Option<bool>,
    /// As printed; never to be calculated with.
    #[serde(default, deserialize_with = "exchange_rate::optional", skip_serializing_if = "Option::is_none")]
    pub exchange_rate: Option<ExchangeRate>,
    /// Cash within a purchase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cash_amount: Option<Amount>,
    /// A tip.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gratuity_amount: Option<Amount>,
    /// What the merchant added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surcharge_amount: Option<Amount>,
    /// Converted at the merchant's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poi_amount: Option<Amount>,
    /// The operation to which this one belongs: a fee's purchase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_operation_identifier: Option<OperationIdentifier>,
    /// The same in full, when it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_operation: Option<Box<AccountOperation>>,
    /// Parts of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_operation_identifiers: Option<Rows<OperationIdentifier>>,
    /// Who made it by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Free facts under labels of the issuer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specific_fields: Option<FreeForm>,
}

/// What an operation tells of its authorization (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OperationAuthorization {
    /// When it was approved.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub transaction_date: Option<Instant>,
}

impl AccountOperation {
    /// The rows of an answer. A statement may have ten thousand, so this is compiled here, for speed (see the profiles in
    /// `Cargo.toml`), and not with whoever asks.
    #[inline(never)]
    pub(crate) fn listed(data: &str) -> serde_json::Result<Rows<Self>> {
        rows::read(data)
    }

    /// What a reversal of this operation names it by, when the gateway stated all three.
    pub fn original(&self) -> Option<OriginalOperation> {
        Some(OriginalOperation {
            date: self.external_operation_date.clone()?,
            reference: self.external_operation_reference.clone()?,
            service_poster: self.external_operation_service_poster.clone()?,
        })
    }

    /// Whether it repeats a part of a payment that is listed too: shown under it, never counted beside it.
    pub fn apportions_a_payment(&self) -> bool {
        self.operation_kind == Some(OperationKind::PaymentApportionment)
    }
}
