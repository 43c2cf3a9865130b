//! Receipts and the history of a wallet's payments. Their codes are a space of their own: 404 is "resource not found"
//! here (seed 003:1024).

use serde::{Deserialize, Serialize, Serializer};

use crate::{
    customer::CustomerKey,
    identifier::{CustomerUri, IssuingPartnerUri, PartnerUri, PaydiantReferenceId},
    instant::Instant,
    masked_card::MaskedCard,
    operation::{Action, Carries, Operation, PathSource, Spec, get, post},
    rows::Rows,
    wallet::Wallet,
    wallet_decimal::WalletDecimal,
};

/// Lists a customer's receipts of a span of time, page by page.
///
/// Source: seed 003:983; its path has no version although it answers with the newer status. Error: 404 not found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrievePaginatedUserReceipts {
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// From when the payments were completed; sent as `yyyy-MM-dd HH:mm:ss` in UTC (seed 003:1001).
    #[serde(serialize_with = "in_utc_without_zone")]
    pub start_date: Instant,
    /// Until when, in the same form.
    #[serde(serialize_with = "in_utc_without_zone")]
    pub end_date: Instant,
    /// How many to leave out at the start.
    pub start_index: u32,
    /// How many to bring.
    pub max_rows_to_return: u32,
}

impl RetrievePaginatedUserReceipts {
    /// So many receipts of the wallet that this key names, from the start of the span.
    pub fn of(customer: &CustomerKey, start_date: Instant, end_date: Instant, max_rows_to_return: u32) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self {
            partner_uri,
            issuing_partner_uri,
            customer_uri,
            start_date,
            end_date,
            start_index: 0,
            max_rows_to_return,
        }
    }
}

impl Operation for RetrievePaginatedUserReceipts {
    type Family = Wallet;
    type Answer = RetrievePaginatedUserReceiptsAnswer;
    const SPEC: Spec = post("retrievePaginatedUserReceipts", "/records/userreceipt/timeboxedpaginated")
        .from_seed("003:983")
        .path_from(PathSource::Seed("003:987"))
        .asks(Action::Reveal)
        .carries(Carries::PersonalAndCard)
        .with_details()
        .reads();
}

/// One page of receipts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrievePaginatedUserReceiptsAnswer {
    /// In the gateway's order.
    pub receipt_list: Rows<UserReceipt>,
}

/// Reads one receipt. The guide prints the placeholder itself in the path, and sends nothing else (seed 003:1031).
///
/// Error: 404 not found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveUserReceiptByPaydiantRefId {
    /// The receipt; in the path.
    pub pydt_ref_id: PaydiantReferenceId,
}

impl Operation for RetrieveUserReceiptByPaydiantRefId {
    type Family = Wallet;
    type Answer = RetrieveUserReceiptByPaydiantRefIdAnswer;
    const SPEC: Spec = get("retrieveUserReceiptByPaydiantRefId", "/records/userreceipts/{pydtRefId}")
        .from_seed("003:1027")
        .path_from(PathSource::Seed("003:1031"))
        .asks(Action::Reveal)
        .carries(Carries::PersonalAndCard)
        .with_details();
}

/// The receipt.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveUserReceiptByPaydiantRefIdAnswer {
    /// Missing where the answer is a refusal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<UserReceipt>,
}

/// Lists the last payments of a wallet, 200 at most (seed 000:109).
///
/// Source: seed 000:107. Path and attributes INFERRED. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomerTransactionsHistory {
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
}

impl RetrieveCustomerTransactionsHistory {
    /// For the wallet that this key names.
    pub fn of(customer: &CustomerKey) -> Self {
        let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = customer.clone();
        Self { customer_uri, issuing_partner_uri, partner_uri }
    }
}

impl Operation for RetrieveCustomerTransactionsHistory {
    type Family = Wallet;
    type Answer = RetrieveCustomerTransactionsHistoryAnswer;
    const SPEC: Spec = post("retrieveCustomerTransactionsHistory", "/customers/transactions/search")
        .from_seed("000:107")
        .asks(Action::Reveal)
        .carries(Carries::PersonalAndCard)
        .reads();
}

/// The last payments.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveCustomerTransactionsHistoryAnswer {
    /// Its name is INFERRED from the public data object `CustomerTransactionInfo`; the rows have what a receipt has.
    pub customer_transaction_info: Rows<UserReceipt>,
}

/// A payment as its receipt tells it. Of its fields only the place is public; the others are INFERRED.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UserReceipt {
    /// Receipt and payment have one name.
    #[serde(alias = "pydtRefId", skip_serializing_if = "Option::is_none")]
    pub paydiant_reference_id: Option<PaydiantReferenceId>,
    /// When the payment was completed.
    #[serde(deserialize_with = "crate::instant::optional", skip_serializing_if = "Option::is_none")]
    pub transaction_date: Option<Instant>,
    /// What kind of payment; no words are documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt_type: Option<String>,
    /// All of it, without a currency sign.
    #[serde(deserialize_with = "crate::wallet_decimal::optional", skip_serializing_if = "Option::is_none")]
    pub total_amount: Option<WalletDecimal>,
    /// Part of it that is a tip.
    #[serde(deserialize_with = "crate::wallet_decimal::optional", skip_serializing_if = "Option::is_none")]
    pub tip_amount: Option<WalletDecimal>,
    /// ISO 4217, where it is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency_code: Option<String>,
    /// Where it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acceptance_location: Option<AcceptanceLocation>,
    /// What it was paid with.
    #[serde(skip_serializing_if = "Rows::is_empty")]
    pub payment_tenders: Rows<ReceiptTender>,
}

/// A shop, or an automat. Fields public.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AcceptanceLocation {
    /// The merchant's own name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub store_code: Option<String>,
    /// The platform's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address1: Option<String>,
    /// What else finds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address2: Option<String>,
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State or province.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Postal code; a wallet's owner has `zip`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zip_code: Option<String>,
    /// As the gateway writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// One of the accounts that a payment was made with. Fields INFERRED.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ReceiptTender {
    /// What its owner calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// At most the first six and the last four digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub masked_card_number: Option<MaskedCard>,
    /// How much of the payment.
    #[serde(deserialize_with = "crate::wallet_decimal::optional", skip_serializing_if = "Option::is_none")]
    pub amount: Option<WalletDecimal>,
}

fn in_utc_without_zone<S: Serializer>(instant: &Instant, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&instant.to_utc_without_zone())
}
