//! What a wallet is opened with, and what the issuer demands of it.

use contract::{Secret, operations::wallet::CredentialSpecification};

use super::{
    kept::{Kept, text},
    questions::{self, Answered},
};
use crate::{people::Person, refusal::Refusal, veil::is_kept};

/// Everybody's password in the beginning.
pub(crate) const FIRST_PASSWORD: &str = "Sandbox-2025";
/// Everybody's passcode in the beginning.
pub(crate) const FIRST_PASSCODE: &str = "2580";

/// After so many wrong answers or passwords in a row the wallet is locked.
const MOST_WRONG: u8 = 3;

/// What proves that somebody is the wallet's owner.
#[derive(Clone, Debug)]
pub(crate) struct Credentials {
    password: Kept,
    passcode: Kept,
    /// Too old to be used any more.
    pub(crate) password_expired: bool,
    /// The customer's own questions, the required one first.
    pub(crate) questions: Vec<Answered>,
    wrong_in_a_row: u8,
}

impl Credentials {
    pub(crate) fn of(person: &Person) -> Self {
        let owner = person.record.customer_uri.as_str();
        Self {
            password: Kept::exactly(owner, FIRST_PASSWORD),
            passcode: Kept::exactly(owner, FIRST_PASSCODE),
            password_expired: person.peculiar.password_expired,
            questions: questions::answered(person),
            wrong_in_a_row: 0,
        }
    }

    pub(crate) fn is_password(&self, owner: &str, password: &Secret) -> bool {
        self.password == Kept::exactly(owner, &text(password))
    }

    /// Counts a wrong answer or password. Whether it was one too many.
    pub(crate) fn wrong(&mut self) -> bool {
        self.wrong_in_a_row += 1;
        let locks = self.wrong_in_a_row >= MOST_WRONG;
        if locks {
            self.wrong_in_a_row = 0;
        }
        locks
    }

    /// Somebody has proven who they are.
    pub(crate) fn right(&mut self) {
        self.wrong_in_a_row = 0;
    }

    pub(crate) fn set_password(&mut self, owner: &str, password: &Secret) {
        self.password = Kept::exactly(owner, &text(password));
        self.password_expired = false;
        self.wrong_in_a_row = 0;
    }

    pub(crate) fn set_passcode(&mut self, owner: &str, passcode: &Secret) {
        self.passcode = Kept::exactly(owner, &text(passcode));
    }

    /// Whether this is the password or passcode that is in use: a new one must be new.
    fn in_use(&self, owner: &str, chosen: &Secret) -> bool {
        let chosen = Kept::exactly(owner, &text(chosen));
        chosen == self.password || chosen == self.passcode
    }
}

/// The issuer's rules for a password.
pub(crate) const PASSWORD: Rule = Rule {
    shortest: 8,
    longest: 32,
    regex: "^(?=.*[A-Za-z])(?=.*[0-9]).{8,32}$",
    words: "8 to 32 characters, at least one letter and one digit",
    suits: |text| text.chars().any(|sign| sign.is_ascii_alphabetic()) && text.chars().any(|sign| sign.is_ascii_digit()),
};

/// The issuer's rules for a passcode.
pub(crate) const PASSCODE: Rule = Rule {
    shortest: 4,
    longest: 4,
    regex: "^[0-9]{4}$",
    words: "4 digits",
    suits: |text| text.chars().all(|sign| sign.is_ascii_digit()),
};

/// What a credential must look like.
pub(crate) struct Rule {
    shortest: usize,
    longest: usize,
    regex: &'static str,
    words: &'static str,
    suits: fn(&str) -> bool,
}

impl Rule {
    /// Refuses what the issuer does not allow. The refusal names the attribute and the rule, never the text.
    pub(crate) fn allows(&self, name: &str, chosen: &Secret) -> Result<(), Refusal> {
        let text = text(chosen);
        if is_kept(&text) {
            return Ok(());
        }
        let length = text.chars().count();
        if (self.shortest..=self.longest).contains(&length) && (self.suits)(&text) {
            Ok(())
        } else {
            Err(Refusal::invalid(format!("{name}: {}", self.words)))
        }
    }

    /// The same, and it must be another one than before.
    pub(crate) fn allows_anew(
        &self,
        name: &str,
        chosen: &Secret,
        owner: &str,
        now: &Credentials,
    ) -> Result<(), Refusal> {
        self.allows(name, chosen)?;
        if now.in_use(owner, chosen) { Err(Refusal::invalid(format!("{name}: it is in use already"))) } else { Ok(()) }
    }

    /// As a rep reads it out.
    pub(crate) fn specification(&self) -> CredentialSpecification {
        CredentialSpecification {
            min_length: u32::try_from(self.shortest).ok(),
            max_length: u32::try_from(self.longest).ok(),
            regex: Some(self.regex.into()),
            description: Some(self.words.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_begins_with_is_what_the_issuer_allows() {
        assert!(PASSWORD.allows("p", &FIRST_PASSWORD.to_owned().into()).is_ok());
        assert!(PASSCODE.allows("p", &FIRST_PASSCODE.to_owned().into()).is_ok());
    }

    #[test]
    fn a_refused_password_is_not_repeated() {
        for refused in ["short1", "onlyletters", "1234567890", &"a1".repeat(17)] {
            let refusal = PASSWORD.allows("newPassword", &refused.to_owned().into()).expect_err("refused");
            assert!(refusal.text.contains("newPassword") && !refusal.text.contains(refused), "{}", refusal.text);
        }
    }
}
