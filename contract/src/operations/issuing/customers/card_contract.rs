//! `GET /customers/{customerReference}/card-contracts`, seed 004:1420-1528.

use serde::{Deserialize, Serialize};

use super::{
    contract::ClosureDelayType,
    identifiers::{
        AccountIdentifier, CardContractIdentifier, CardIdentifier, ContractIdentifier, CustomerIdentifier,
        ProductIdentifier,
    },
    lenient,
};
use crate::{
    identifier::{CustomerReference, IssuerId},
    instant::{self, Instant},
    issuing::Issuing,
    open_enum,
    operation::{Action, Carries, Method, Operation, PathSource, Spec, issuing},
    rows::Rows,
    text_bool,
};

/// Lists the card contracts of a cardholder; with [`CardContractPart::CardIdentifiers`] also the references of the
/// cards.
///
/// Source: seed 004:1420; the parts are public. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListCardContracts {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// What to read beside the contract.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<CardContractPart>,
}

impl Operation for ListCardContracts {
    type Family = Issuing;
    type Answer = Rows<CardContract>;
    const SPEC: Spec = issuing("listCardContracts", Method::Get, "/customers/{customerReference}/card-contracts")
        .from_seed("004:1420")
        .path_from(PathSource::Seed("004:1448"))
        .asks(Action::Find)
        .carries(Carries::Personal);
}

/// What was agreed about one card (seed 004:1447-1526). The guide also prints a reference that authenticates the card
/// towards online merchants; it is a credential, and has no field here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CardContract {
    /// Which card contract it is.
    pub card_contract_identifier: CardContractIdentifier,
    /// The issuer, or a sub-issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// The contract that it belongs to; only the external reference is printed (seed 004:1483).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_identifier: Option<ContractIdentifier>,
    /// Who holds the card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_holder_identifier: Option<CustomerIdentifier>,
    /// The cards made under it, where they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_identifiers: Option<Rows<CardIdentifier>>,
    /// The accounts that it spends from or belongs to. The public description calls them a part to ask for, and lists no
    /// word that asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub related_accounts: Option<Rows<RelatedAccount>>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<CardContractStatus>,
    /// When it was made.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub opening_date: Option<Instant>,
    /// When it became active.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub activation_date: Option<Instant>,
    /// When it closed, or will.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub closing_date: Option<Instant>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing_reason: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing_comment: Option<String>,
    /// When it was to end, seen from when that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing_delay_type: Option<ClosureDelayType>,
    /// The card contract in whose place it came: a product change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_card_contract_identifier: Option<CardContractIdentifier>,
    /// The card contract that came in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_card_contract_identifier: Option<CardContractIdentifier>,
    /// What the card is made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_template_reference: Option<String>,
    /// The profile of the card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_profile_reference: Option<String>,
    /// The profile in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_profile_description: Option<String>,
    /// The scheme's code of the card's type: `F`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_type_code: Option<String>,
    /// The same in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_type_label: Option<String>,
    /// The class of the card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_class: Option<String>,
    /// What the card looks like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub artwork: Option<String>,
    /// The name on the next card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forced_embossing_name: Option<String>,
    /// A second line of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forced_embossing_name2nd_line: Option<String>,
    /// Whether an expiring card is followed by a new one.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub new_card_renewal_allowed: Option<bool>,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocking_renewal_reason_code: Option<String>,
    /// Whether a lost card may be replaced.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub new_card_replacement_allowed: Option<bool>,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocking_replacement_reason_code: Option<String>,
    /// Whether a new code may be ordered.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub new_pin_reorder_allowed: Option<bool>,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocking_pin_reorder_reason_code: Option<String>,
    /// Whether the code may be sent again.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub new_pin_reminder_allowed: Option<bool>,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocking_pin_reminder_reason_code: Option<String>,
    /// The branch: `NO_BRANCH`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_branch_code: Option<String>,
    /// Deprecated by the platform, and still answered.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub scheme_declaration_opt_out: Option<bool>,
    /// `PRINCIPAL` or `SUPPLEMENTARY`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub principal_supplementary_card_indicator: Option<String>,
    /// Whether it is the main one of several cards.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub main_card_indicator: Option<bool>,
    /// Among the issuer's own words: `DEBIT`, `CREDIT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_category: Option<String>,
    /// `IMMEDIATE_DEBIT_DEBIT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_category_label: Option<String>,
    /// The product that it is based on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_identifier: Option<ProductIdentifier>,
    /// Whether the holder pays the fees of a VIP.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub vip_flag: Option<bool>,
    /// `CONSUMER` or `CORPORATE`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_type: Option<String>,
    /// In how many devices the card is stored.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub device_tokens_number: Option<i64>,
    /// With how many merchants the card is stored.
    #[serde(default, deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub merchant_tokens_number: Option<i64>,
}

/// An account that has to do with a card (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RelatedAccount {
    /// In what way, in the platform's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// The account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
}

open_enum! {
    /// Where a card contract stands (public).
    pub enum CardContractStatus {
        /// Made, but its card is not active.
        Created = "CREATED",
        /// In force.
        Active = "ACTIVE",
        /// Ended: its card is neither renewed nor replaced.
        Closed = "CLOSED",
    }
}

open_enum! {
    /// What a card contract can be read with (public: `embed`). Whole cards are a part as well; they carry numbers, and
    /// are not asked for.
    pub enum CardContractPart {
        /// The references of its cards.
        CardIdentifiers = "cardIdentifiers",
    }
}
