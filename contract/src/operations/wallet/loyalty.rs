//! Loyalty points for what a customer did elsewhere. Deprecated since December 2019 (public), and still in the matrix.

use serde::{Deserialize, Serialize};

use super::WLW_ONLY;
use crate::{
    identifier::{CustomerUri, ExternalId, IssuingPartnerUri, PartnerUri},
    instant::Instant,
    operation::{Action, Carries, Operation, PathSource, Settlement, Spec, UsedBy, post},
    rows::Rows,
    wallet::Wallet,
    wallet_decimal::WalletDecimal,
};

/// Records that a customer did something that earns points.
///
/// Source: seed 000:75, which spells it `processExternalActvity`; seed 000:25 marks it with an asterisk. Path and
/// attributes public. No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProcessExternalActivity {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// The wallet.
    pub customer_uri: CustomerUri,
    /// What was done.
    pub external_activity: LoyaltyActivity,
}

impl Operation for ProcessExternalActivity {
    type Family = Wallet;
    type Answer = ProcessExternalActivityAnswer;
    const SPEC: Spec = post("processExternalActivity", "/loyalty/activities")
        .from_seed("000:75")
        .path_from(PathSource::Public)
        .in_configurations(WLW_ONLY)
        .asks(Action::Money)
        .settled_by(Settlement::CompareList)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// What it earned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ProcessExternalActivityAnswer {
    /// As it was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity_results: Option<LoyaltyActivity>,
}

/// Lists what was recorded for one customer or for all of the issuer's.
///
/// Source: seed 000:77; seed 000:27 spells it `queryActivity`. Path and first attributes public, the filters INFERRED.
/// No codes are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QueryActivities {
    /// The issuer.
    pub issuing_partner_uri: IssuingPartnerUri,
    /// The issuer's partner.
    pub partner_uri: PartnerUri,
    /// Only this wallet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_uri: Option<CustomerUri>,
    /// Only this kind: `ONDEMAND_AWARD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity_type: Option<String>,
    /// Only this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<ExternalId>,
}

impl Operation for QueryActivities {
    type Family = Wallet;
    type Answer = QueryActivitiesAnswer;
    const SPEC: Spec = post("queryActivities", "/loyalty/activities/search")
        .from_seed("000:77")
        .path_from(PathSource::Public)
        .in_configurations(WLW_ONLY)
        .asks(Action::Find)
        .carries(Carries::Nothing)
        .reads();
}

/// What was recorded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct QueryActivitiesAnswer {
    /// In the gateway's order; the name is INFERRED.
    pub activities: Rows<LoyaltyActivity>,
}

/// Something that a customer did elsewhere, such as a post in a social network. No guide lists the fields: INFERRED
/// from what the public page filters by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoyaltyActivity {
    /// `ONDEMAND_AWARD`: points given once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity_type: Option<String>,
    /// Names it in the system where it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<ExternalId>,
    /// How many points.
    #[serde(deserialize_with = "crate::wallet_decimal::optional", skip_serializing_if = "Option::is_none")]
    pub points: Option<WalletDecimal>,
    /// Whether they are pending or given; no words are documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points_status: Option<String>,
    /// When it happened.
    #[serde(deserialize_with = "crate::instant::optional", skip_serializing_if = "Option::is_none")]
    pub activity_date: Option<Instant>,
}
