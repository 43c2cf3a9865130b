//! The form of a table of codes.

/// One line of a table.
pub(super) struct Known {
    pub(super) code: &'static str,
    pub(super) text: &'static str,
    pub(super) advice: Advice,
}

/// What a rep should know about a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What it means, as a sentence.
    pub means: &'static str,
    /// Whether trying again helps.
    pub again: Again,
    /// Whom to turn to.
    pub whom: Whom,
}

/// Whether trying again helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// It was done.
    NotNeeded,
    /// Now.
    Now,
    /// In a moment.
    InAMoment,
    /// The guide names the time.
    InFiveMinutes,
    /// After something was corrected.
    Corrected,
    /// Not at all.
    No,
}

/// Whom to turn to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Nobody: the rep can go on.
    Nobody,
    /// Whoever may allow it.
    Lead,
    /// Whoever configured the portal and the gateway.
    PortalTeam,
    /// The wallet platform's support.
    WalletPlatform,
    /// The card processor behind the wallet platform.
    Processor,
    /// The issuing API's support.
    IssuingPlatform,
    /// Fraud.
    FraudDesk,
}

impl Advice {
    /// Everything in one line.
    pub fn line(self) -> String {
        [self.means, &self.what_next()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Whether trying again helps, and whom to turn to.
    pub fn what_next(self) -> String {
        let parts = [self.again.words(), self.whom.words()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl Again {
    /// As a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotNeeded => "",
            Self::Now => "Try again.",
            Self::InAMoment => "Try again in a moment.",
            Self::InFiveMinutes => "Try again in five minutes.",
            Self::Corrected => "Correct it, then try again.",
            Self::No => "Trying again does not help.",
        }
    }
}

impl Whom {
    /// As a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Nobody => "",
            Self::Lead => "Ask a lead.",
            Self::PortalTeam => "Tell the portal’s team.",
            Self::WalletPlatform => "Call the wallet platform with the correlation ID.",
            Self::Processor => "Call the card processor with the correlation ID.",
            Self::IssuingPlatform => "Call the issuing platform with the correlation ID.",
            Self::FraudDesk => "Tell the fraud desk.",
        }
    }
}

/// Declares a table of codes, and the open enum of them: a code that is not in the table is kept.
macro_rules! codes {
    ($(#[$doc:meta])* $table:ident: $name:ident {
        $($variant:ident = $code:literal, $text:literal: $means:literal, $again:ident, $whom:ident;)*
    }) => {
        crate::open_enum! {
            $(#[$doc])*
            pub enum $name {
                $(#[doc = $text] $variant = $code,)*
            }
        }

        pub(super) const $table: &[crate::codes::table::Known] = &[$(crate::codes::table::Known {
            code: $code,
            text: $text,
            advice: crate::codes::table::Advice {
                means: $means,
                again: crate::codes::table::Again::$again,
                whom: crate::codes::table::Whom::$whom,
            },
        },)*];
    };
}

pub(super) use codes;
