//! What is special about a known customer's wallet.

use super::questions::InClear;

/// Nothing, for everybody who is not known for something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Peculiar {
    /// What they answered, and to which of the issuer's questions.
    pub(crate) answers: Option<&'static [InClear]>,
    /// So many cards.
    pub(crate) cards: Option<usize>,
    /// So many payments.
    pub(crate) receipts: Option<usize>,
    /// So many cards that somebody began to put into the wallet.
    pub(crate) enrolments: Option<usize>,
    /// So many things that earned points.
    pub(crate) activities: Option<usize>,
    /// So many of their phones were suspected of fraud, and no longer are.
    pub(crate) once_blocked: usize,
    /// Every code that is made for them is too old at once.
    pub(crate) codes_too_late: bool,
    /// The password is too old.
    pub(crate) password_expired: bool,
    /// Their cards wait for the amounts of two deposits: 0.32 and 0.45.
    pub(crate) awaits_deposits: bool,
    /// A lookup lists them twice.
    pub(crate) listed_twice: bool,
    /// Nobody tells what is on their cards.
    pub(crate) silent_balances: bool,
}

impl Peculiar {
    /// A wallet with nothing in it yet.
    pub(crate) fn empty() -> Self {
        Self {
            answers: Some(&[]),
            cards: Some(0),
            receipts: Some(0),
            enrolments: Some(0),
            activities: Some(0),
            ..Self::default()
        }
    }
}
