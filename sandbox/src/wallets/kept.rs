//! What a wallet must recognise without being able to say it.

use contract::Secret;

use crate::{
    dice::Dice,
    veil::{as_spoken, digest},
};

/// A password, a passcode or an answer: only whether another text is the same can be learnt from it. It is salted with its
/// wallet, so that two people with one answer do not look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kept(u64);

impl Kept {
    /// Sign by sign.
    pub(crate) fn exactly(owner: &str, text: &str) -> Self {
        Self(Dice::of(&format!("{owner}\u{0}{:x}", digest(text))).number())
    }

    /// As people say it: in any case, with any blanks.
    pub(crate) fn as_spoken(owner: &str, text: &str) -> Self {
        Self::exactly(owner, &as_spoken(text))
    }
}

/// The text of a secret, for a comparison and nothing else.
pub(crate) fn text(secret: &Secret) -> String {
    secret.clone().relay()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_recognised_in_any_case_and_a_password_only_as_it_is() {
        assert_eq!(Kept::as_spoken("a", " Elm  street"), Kept::as_spoken("a", "ELM Street "));
        assert_ne!(Kept::exactly("a", "Elm Street"), Kept::exactly("a", "elm street"));
        assert_ne!(Kept::as_spoken("a", "Biscuit"), Kept::as_spoken("b", "Biscuit"));
    }
}
