//! What the gateway's codes mean, and what a rep can do about them.
//!
//! The same number means different things in different guides (`404` is a store location, a receipt or an HTTP status), so
//! a code is read in its [`Space`], and the spaces are never mixed. Texts are not stable between calls and are for display.

mod communication;
mod http;
mod payment;
mod platform;
mod processor;
mod table;

use self::table::Known;
pub use self::{
    communication::CommunicationCode,
    http::{IssuingCode, WalletHttpCode},
    payment::{PaymentCode, PaymentTopic},
    platform::PlatformCode,
    processor::ProcessorCode,
    table::{Advice, Again, Whom},
};
use crate::{
    operation::{Spec, StatusShape},
    status::{Origin, Status, StatusDetail},
};

/// Where a code was stated, and so which table it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Details of the mobile transactions (guide 003).
    MobileTransactions,
    /// Errors of customer care (the public communication codes).
    CustomerCare,
    /// The issuing family's metadata (guide 004), whose codes are HTTP statuses.
    Issuing,
}

/// One code in its space, as it was stated: what no guide names is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    /// From the wallet platform, in mobile transactions.
    Platform(PlatformCode),
    /// From a processor behind it.
    Processor(ProcessorCode),
    /// From the wallet platform, in customer care.
    Communication(CommunicationCode),
    /// From the issuing API.
    Issuing(IssuingCode),
}

impl Space {
    /// In which space this operation's answers state their codes.
    pub const fn of(spec: &Spec) -> Self {
        match spec.status_shape {
            StatusShape::Details => Self::MobileTransactions,
            StatusShape::Errors => Self::CustomerCare,
            StatusShape::Absent => Self::Issuing,
        }
    }

    /// The code of this detail. Who stated it decides too: a processor's `200` is not the platform's.
    pub fn code(self, detail: &StatusDetail) -> Code {
        let code = detail.code.as_str();
        match self {
            Self::Issuing => Code::Issuing(code.into()),
            _ if detail.origin == Origin::ExternalProcessor => Code::Processor(code.into()),
            Self::MobileTransactions => Code::Platform(code.into()),
            Self::CustomerCare => Code::Communication(code.into()),
        }
    }

    /// What a rep should know about this detail; `None` for a code that no guide names.
    pub fn advice(self, detail: &StatusDetail) -> Option<Advice> {
        // One code for what cannot be recovered from and for what did not answer in time; only its text tells (seed 003:556).
        if self != Self::Issuing && detail.code == "386" && detail.is_time_out() {
            return Some(TIMED_OUT);
        }
        let among = |table: &[Known]| table.iter().find(|known| known.code == detail.code).map(|known| known.advice);
        match self {
            Self::Issuing => among(http::ISSUING),
            _ if detail.origin == Origin::ExternalProcessor => among(processor::PROCESSOR),
            Self::MobileTransactions => among(platform::PLATFORM),
            // Which codes customer care answers beside its own is documented nowhere. A number alone would mix the spaces;
            // together with the platform's name for it, it says the same as there.
            Self::CustomerCare => among(communication::COMMUNICATION).or_else(|| {
                let named = platform::PLATFORM.iter().filter(|known| detail.description.starts_with(known.text));
                named.filter(|known| known.code == detail.code).map(|known| known.advice).next()
            }),
        }
    }

    /// The first advice that a failed call gives: its details come in the order in which they contributed.
    pub fn first_advice(self, status: &Status) -> Option<Advice> {
        status.details.iter().filter_map(|detail| self.advice(detail)).find(|advice| advice.again != Again::NotNeeded)
    }
}

/// 386 with the text of a time-out.
const TIMED_OUT: Advice = Advice {
    means: "The platform waited in vain for what stands behind it.",
    again: Again::InAMoment,
    whom: Whom::WalletPlatform,
};

/// What a rep should know about an HTTP status of the wallet family, which is given without a body.
pub fn wallet_http_advice(status: u16) -> Option<Advice> {
    http::WALLET_HTTP.iter().find(|known| known.code.parse() == Ok(status)).map(|known| known.advice)
}
