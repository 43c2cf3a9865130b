//! How well the caller is known, and until when.

use crate::config::Level;

/// How a rep verified the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The caller answered security questions to the rep.
    SecurityQuestions,
    /// The rep called back on the number on file.
    CallBack,
    /// The caller showed or sent an identity document.
    IdentityDocument,
    /// As the company's guideline says.
    Guideline,
}

impl Method {
    /// In the order of the buttons.
    pub const ALL: [Self; 4] = [Self::SecurityQuestions, Self::CallBack, Self::IdentityDocument, Self::Guideline];

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::SecurityQuestions => "Security questions",
            Self::CallBack => "Call back",
            Self::IdentityDocument => "Identity document",
            Self::Guideline => "Other, as our guideline says",
        }
    }
}

/// The rep's record that the caller is who they say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// How.
    pub method: Method,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Until when it holds.
    pub until: i64,
}

impl Attestation {
    /// Recorded now, for so many minutes.
    pub fn new(method: Method, now: i64, minutes: u32) -> Self {
        Self { method, at: now, until: now + i64::from(minutes) * 60_000 }
    }
}

/// The level that an attestation gives at this moment.
pub fn level_at(attestation: Option<&Attestation>, now: i64) -> Level {
    match attestation {
        Some(attestation) if now < attestation.until => Level::Attested,
        _ => Level::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attestation_holds_until_its_time_is_over() {
        let attestation = Attestation::new(Method::CallBack, 1_000, 15);
        assert_eq!(level_at(None, 1_000), Level::None);
        assert_eq!(level_at(Some(&attestation), 900_999), Level::Attested);
        assert_eq!(level_at(Some(&attestation), 901_000), Level::None);
    }
}
