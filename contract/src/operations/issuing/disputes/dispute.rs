//! A dispute folder as it is read.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::dispute_parts::{DisputeDocument, DisputeEvent, DisputeMessage, DisputePosting};
use crate::{
    identifier::{DisputeFolderReference, IssuerDisputeExternalReference, IssuerId},
    instant::{self, Instant},
    money::Amount,
    open_enum,
    operations::issuing::customers::CardIdentifier,
    reading,
    rows::Rows,
};

/// A dispute folder (seed 004:2081-2213); what the guide does not print is public.
///
/// Its keys differ from those of the request that made it: `reason` here, `disputeReason` there. Four of its amounts
/// may be in three currencies; the sign is kept as it comes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Dispute {
    /// Which folder it is.
    pub dispute_folder_identifier: DisputeFolderIdentifier,
    /// The issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// Where it stands: a word, unlike the number of the same name around it (seed 004:2077).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_code: Option<DisputeStatus>,
    /// Among the issuer's own words: `COUNTERFEIT_CARD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it was made.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub creation_date: Option<Instant>,
    /// Who works on it, in the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_in_charge: Option<String>,
    /// What happened, where it was asked for; not in the order of time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<Rows<DisputeEvent>>,
    /// What was booked, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postings: Option<Rows<DisputePosting>>,
    /// What was attached, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documents: Option<Rows<DisputeDocument>>,
    /// What was exchanged with the scheme, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messages: Option<Rows<DisputeMessage>>,
    /// The newest message: `FIRSTCHARGEBACK`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_message_type: Option<String>,
    /// When.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub last_message_date: Option<Instant>,
    /// Where that message stands: `PENDING_SCHEME`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_message_status: Option<String>,
    /// The card, without its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_identifier: Option<CardIdentifier>,
    /// Where the card stands. The guide lists it (seed 004:2057, 2225) and prints no key for it: INFERRED.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_status: Option<String>,
    /// The scheme's reference of the disputed transaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acquirer_reference_data: Option<String>,
    /// `CASH_WITHDRAWAL`; deprecated in favour of the category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_type: Option<String>,
    /// `SALES`, `CASH_WITHDRAWAL`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_category: Option<String>,
    /// When it happened; where only the day is known, a local midnight (seed 004:2166).
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub transaction_time: Option<Instant>,
    /// When the scheme passed it on.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub transmission_date: Option<Instant>,
    /// When the cardholder complained.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub client_open_date: Option<Instant>,
    /// The value date that the issuer stated.
    #[serde(default, deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub original_value_date: Option<Instant>,
    /// In the currency of the merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_amount: Option<Amount>,
    /// In the currency of the scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reconciliation_amount: Option<Amount>,
    /// In the currency of the cardholder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_amount: Option<Amount>,
    /// The fees on top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_fees: Option<Amount>,
    /// What the cardholder still carries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outstanding_balance: Option<Amount>,
    /// What the issuer carries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_accounting_balance: Option<Amount>,
    /// The merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_acceptor_name: Option<String>,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_acceptor_city: Option<String>,
    /// `BRAZIL` in the guide, three digits in the public specification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_acceptor_country: Option<String>,
    /// The merchant's own id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_acceptor_id_code: Option<String>,
    /// The merchant's postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_acceptor_zip_code: Option<String>,
    /// A folder that joins several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub super_folder_reference: Option<String>,
}

/// What names a dispute folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputeFolderIdentifier {
    /// The platform's reference: `D-V-1234-2319-19`. Opaque.
    pub dispute_folder_reference: DisputeFolderReference,
    /// The reference that the request made; unique per issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_dispute_external_reference: Option<IssuerDisputeExternalReference>,
}

/// Where a folder stands: `OPEN` in the guide (seed 004:2197), "open, closed" in public; so it is read without regard to
/// case. A word that is neither is kept, to be shown, and cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DisputeStatus {
    /// Being worked on.
    Open,
    /// Settled.
    Closed,
    /// A word that no guide names.
    Unknown(String),
}

impl From<&str> for DisputeStatus {
    fn from(text: &str) -> Self {
        let is = |word: &str| text.eq_ignore_ascii_case(word);
        if is("open") {
            Self::Open
        } else if is("closed") {
            Self::Closed
        } else {
            Self::Unknown(text.to_owned())
        }
    }
}

impl Serialize for DisputeStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Open => serializer.serialize_str("OPEN"),
            Self::Closed => serializer.serialize_str("CLOSED"),
            Self::Unknown(_) => Err(serde::ser::Error::custom("DisputeStatus holds an unknown word")),
        }
    }
}

impl<'de> Deserialize<'de> for DisputeStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reading::word(deserializer)
    }
}

open_enum! {
    /// What a folder can be read with. The guide prints `0messages` (seed 004:2069), which nobody means.
    pub enum DisputePart {
        /// What happened.
        Events = "events",
        /// What was booked.
        Postings = "postings",
        /// What was attached.
        Documents = "documents",
        /// What was exchanged with the scheme.
        Messages = "messages",
    }
}
