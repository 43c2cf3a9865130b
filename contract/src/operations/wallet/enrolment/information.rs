//! How far an enrolment is.

use serde::{Deserialize, Serialize};

use crate::{identifier::PaydiantCorrelationId, instant::Instant, open_enum, rows::Rows, secret::Secret};

/// How far one enrolment is, and what it still asks for. The guide calls the type
/// `PaymentAccountEnrollmentInformation`; its state follows from seed 003:811, the other fields are INFERRED.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct EnrollmentInformation {
    /// Which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paydiant_correlation_id: Option<PaydiantCorrelationId>,
    /// How far it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrollment_state: Option<EnrollmentState>,
    /// What is asked for, and in a request what is answered.
    #[serde(skip_serializing_if = "Rows::is_empty")]
    pub additional_data: Rows<EnrollmentData>,
    /// When it was begun.
    #[serde(deserialize_with = "crate::instant::optional", skip_serializing_if = "Option::is_none")]
    pub create_date: Option<Instant>,
}

/// One thing that an enrolment asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EnrollmentData {
    /// What is asked for.
    pub key: String,
    /// What was answered: it may be a code or a card's, so it is relayed and kept nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Secret>,
    /// Whether it must be answered.
    #[serde(
        default,
        deserialize_with = "crate::text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub required: Option<bool>,
}

open_enum! {
    /// How far an enrolment is (seed 003:240, 811).
    pub enum EnrollmentState {
        /// Done.
        End = "END",
        /// More is asked for.
        MoreInfo = "MORE_INFO",
        /// Nobody answered in time.
        Expired = "EXPIRED",
    }
}
