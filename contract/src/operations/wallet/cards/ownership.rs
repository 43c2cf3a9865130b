//! `POST /customers/wallet/verification`, seed 002:451-539: two operations on one path, told apart by their wrapper.
//! The guide prints one of them with `#avs`, which HTTP never sends.

use serde::{Deserialize, Serialize};

use super::{CardDetail, PaymentStatus, VerificationType};
use crate::{
    identifier::{
        ApplicationId, CustomerUri, DeviceUri, IssuingPartnerUri, PartnerUri, PaymentAccountTypeUri, PaymentAccountUri,
        PaymentNetworkTypeUri,
    },
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    operations::wallet::{NOT_EXTERNAL, WLW_ONLY},
    wallet::Wallet,
    wallet_decimal::WalletDecimal,
};

/// Tells the gateway which two deposits the caller saw on the account, to prove that it is theirs. It may be asked only
/// so often, so it is never sent twice by itself.
///
/// Source: seed 002:451. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SubmitAVSVerification {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The account's kind.
    pub payment_account_type_uri: PaymentAccountTypeUri,
    /// The account's network.
    pub payment_network_type_uri: PaymentNetworkTypeUri,
    /// Required, and may be null (seed 002:472): null is sent.
    #[serde(default)]
    pub payment_account_uri: Option<PaymentAccountUri>,
    /// The two amounts.
    pub double_deposit: DoubleDeposit,
    /// What else is known about the account.
    pub card_details: Vec<CardDetail>,
}

impl Operation for SubmitAVSVerification {
    type Family = Wallet;
    type Answer = SubmitAVSVerificationAnswer;
    const SPEC: Spec = post("submitAVSVerification", "/customers/wallet/verification")
        .from_seed("002:451")
        .path_from(PathSource::Seed("002:453"))
        .in_configurations(WLW_ONLY)
        .asks(Action::Money)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// How the account was verified.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SubmitAVSVerificationAnswer {
    /// How the payment system answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_status: Option<PaymentStatus>,
    /// Not always stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_type: Option<VerificationType>,
}

/// The same proof for an account on a device.
///
/// Source: seed 002:494, which describes it in the words of its twin. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SubmitPostVerification {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// The account's kind.
    pub payment_account_type_uri: PaymentAccountTypeUri,
    /// The account's network.
    pub payment_network_type_uri: PaymentNetworkTypeUri,
    /// Required, and may be null (seed 002:516): null is sent.
    #[serde(default)]
    pub payment_account_uri: Option<PaymentAccountUri>,
    /// Where the card is kept.
    pub device_uri: DeviceUri,
    /// The issuer's wallet app, from the configuration. Required (seed 002:520).
    pub application_id: ApplicationId,
    /// The two amounts.
    pub double_deposit: DoubleDeposit,
    /// What else is known about the account; its twin calls it `cardDetails`.
    pub additional_data: Vec<CardDetail>,
}

impl Operation for SubmitPostVerification {
    type Family = Wallet;
    type Answer = SubmitPostVerificationAnswer;
    const SPEC: Spec = post("submitPostVerification", "/customers/wallet/verification")
        .from_seed("002:494")
        .path_from(PathSource::Seed("002:498"))
        .in_configurations(NOT_EXTERNAL)
        .asks(Action::Money)
        .settled_by(Settlement::AskRep)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// How the account was verified.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SubmitPostVerificationAnswer {
    /// How the payment system answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_status: Option<PaymentStatus>,
    /// Not always stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_type: Option<VerificationType>,
}

/// The amounts of the last two deposits, as the caller reads them from the account (seed 002:475-477).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DoubleDeposit {
    /// `0.75`
    pub first_amount: WalletDecimal,
    /// `0.25`
    pub second_amount: WalletDecimal,
}
