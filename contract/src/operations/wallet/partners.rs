//! What an issuer accepts: account types and networks.

use serde::{Deserialize, Serialize};

use super::NOT_EXTERNAL;
use crate::{
    identifier::{
        ApplicationId, IssuerIdentificationNumber, IssuingPartnerUri, PartnerUri, PaymentAccountTypeUri,
        PaymentNetworkTypeUri, TenantUri,
    },
    operation::{Action, Carries, Operation, PathSource, Spec, UsedBy, post},
    rows::Rows,
    wallet::Wallet,
};

/// Tells account type and network of the cards that begin with six given digits.
///
/// Source: seed 002:336. Seed 000 does not name it: its availability follows from seed 000's rule. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveIINDetails {
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// Six digits, never more of a card's number.
    pub iin: IssuerIdentificationNumber,
}

impl Operation for RetrieveIINDetails {
    type Family = Wallet;
    type Answer = RetrieveIINDetailsAnswer;
    const SPEC: Spec = post("retrieveIINDetails", "/partners/iin/details")
        .from_seed("002:336")
        .path_from(PathSource::Seed("002:338"))
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Find)
        .carries(Carries::Nothing)
        .reads();
}

/// Type and network.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveIINDetailsAnswer {
    /// The issuer's partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_uri: Option<PartnerUri>,
    /// The issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuing_partner_uri: Option<IssuingPartnerUri>,
    /// As it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iin: Option<IssuerIdentificationNumber>,
    /// The account's kind; elsewhere `paymentAccountTypeUri`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_type_uri: Option<PaymentAccountTypeUri>,
    /// The account's network; elsewhere `paymentNetworkTypeUri`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_type_uri: Option<PaymentNetworkTypeUri>,
}

/// Lists the kinds of accounts that can be put into the issuer's wallets, with what each of them needs to be told.
///
/// Source: seed 003:1055: an older endpoint with the older status, in the newer guide. Seed 000 does not name it. No
/// codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveSupportedTenderTypes {
    /// The issuer, called a tenant here.
    pub tenant_uri: TenantUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Only this network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_network_type_uri: Option<PaymentNetworkTypeUri>,
    /// Only this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_account_type_uri: Option<PaymentAccountTypeUri>,
    /// Only kinds that allow a new account to be made through the wallet.
    #[serde(
        default,
        deserialize_with = "crate::text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub provisioning_supported_only: Option<bool>,
    /// Where the issuer's app has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_id: Option<ApplicationId>,
}

impl Operation for RetrieveSupportedTenderTypes {
    type Family = Wallet;
    type Answer = RetrieveSupportedTenderTypesAnswer;
    const SPEC: Spec = post("retrieveSupportedTenderTypes", "/partners/tendertypes/search")
        .from_seed("003:1055")
        .path_from(PathSource::Seed("003:1061"))
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Find)
        .used_by(UsedBy::WalletApp)
        .carries(Carries::Nothing)
        .reads();
}

/// The supported kinds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveSupportedTenderTypesAnswer {
    /// In the gateway's order.
    pub tender_types: Rows<TenderType>,
}

/// One kind of account. Fields INFERRED; the first is called required in the public release notes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TenderType {
    /// The kind; elsewhere `paymentAccountTypeUri`.
    pub account_type_uri: PaymentAccountTypeUri,
    /// Its network; elsewhere `paymentNetworkTypeUri`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network_type_uri: Option<PaymentNetworkTypeUri>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether a new account can be made through the wallet.
    #[serde(
        default,
        deserialize_with = "crate::text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub provisioning_supported: Option<bool>,
    /// What an enrolment must be told.
    #[serde(default, skip_serializing_if = "Rows::is_empty")]
    pub meta_data: Rows<TenderTypeMetaData>,
}

/// One thing that an enrolment must be told. Fields from the public objects of the same name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TenderTypeMetaData {
    /// `CARD_NUMBER`: the key of the detail that is sent.
    pub key: String,
    /// As a form names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it must be there.
    #[serde(
        default,
        deserialize_with = "crate::text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub required: Option<bool>,
    /// Characters, at least.
    #[serde(default, deserialize_with = "crate::whole_number::optional", skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    /// Characters, at most.
    #[serde(default, deserialize_with = "crate::whole_number::optional", skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    /// The pattern that it must match.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regex: Option<String>,
    /// Whether it must never be shown in full.
    #[serde(
        default,
        deserialize_with = "crate::text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub masking_required: Option<bool>,
    /// Whether it may be changed later.
    #[serde(
        default,
        deserialize_with = "crate::text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub updates_allowed: Option<bool>,
}
