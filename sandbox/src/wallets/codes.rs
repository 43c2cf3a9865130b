//! Codes that prove something once, until they are too old.

use contract::{ApplicationId, DeviceUri, Instant, Secret, operations::wallet::RecoveryType};

use crate::{dice::Dice, people::Person, refusal::Refusal, veil::digest};

const MINUTE: i64 = 60_000;
/// How long each kind holds.
const RECOVERY: i64 = 15 * MINUTE;
const EMAIL: i64 = 24 * 60 * MINUTE;
const APPLICATION: i64 = 30 * MINUTE;

/// A code and how far it has come.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    text: String,
    valid_until: i64,
    stage: Stage,
}

/// How far a code has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Nobody has said it yet.
    Made,
    /// It was said and is right; something more is to come.
    Accepted,
    /// It has done what it was for.
    Used,
}

/// The codes of one wallet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Codes {
    /// How many were ever made, so that no two are alike.
    made: u32,
    /// Ends the validity of every code when it is made: for the one known customer who is always late.
    too_late: bool,
    pub(crate) recovery: Vec<(RecoveryType, Code)>,
    pub(crate) email: Option<Code>,
    pub(crate) application: Option<(DeviceUri, ApplicationId, Code)>,
}

impl Code {
    pub(crate) fn is(&self, text: &str) -> bool {
        digest(&self.text) == digest(text)
    }

    pub(crate) fn stage(&self) -> Stage {
        self.stage
    }

    pub(crate) fn go_on(&mut self, stage: Stage) {
        self.stage = stage;
    }

    /// To be relayed to the caller.
    pub(crate) fn told(&self) -> (Option<Secret>, Option<Instant>) {
        (Some(self.text.clone().into()), Some(Instant::from_epoch_millis(self.valid_until)))
    }

    /// Whether it can still be used.
    pub(crate) fn holds(&self, now: i64) -> bool {
        self.stage != Stage::Used && now < self.valid_until
    }

    /// Why it can no longer be used, if so.
    pub(crate) fn check(&self, now: i64) -> Result<(), Refusal> {
        if self.stage == Stage::Used {
            Err(Refusal::failure("the code was used already"))
        } else if now >= self.valid_until {
            Err(Refusal::failure("the code has expired"))
        } else {
            Ok(())
        }
    }
}

impl Codes {
    /// None yet.
    pub(crate) fn of(person: &Person) -> Self {
        Self { too_late: person.peculiar.codes_too_late, ..Self::default() }
    }

    /// A new code for a reset; an earlier one of its kind is void. `RC-9X41-22`.
    pub(crate) fn make_recovery(&mut self, owner: &str, now: i64, recovery_type: &RecoveryType) -> &Code {
        let mut dice = self.dice(owner, "recovery");
        let mut sign = || char::from(*dice.pick(b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789"));
        let text: String = "RC-????-??".chars().map(|place| if place == '?' { sign() } else { place }).collect();
        let code = self.code(text, now, RECOVERY);
        self.recovery.retain(|(earlier, _)| earlier != recovery_type);
        self.recovery.push((recovery_type.clone(), code));
        &self.recovery[self.recovery.len() - 1].1
    }

    /// A new code for the e-mail address that waits. `482913`.
    pub(crate) fn make_email(&mut self, owner: &str, now: i64) -> &Code {
        let text = format!("{:06}", self.dice(owner, "email").below(1_000_000));
        let code = self.code(text, now, EMAIL);
        self.email.insert(code)
    }

    /// A new code for the app on this device. `K3-7719`.
    pub(crate) fn make_application(
        &mut self,
        owner: &str,
        now: i64,
        device: DeviceUri,
        application: ApplicationId,
    ) -> &Code {
        let mut dice = self.dice(owner, "application");
        let letter = char::from(*dice.pick(b"ABCDEFGHJKLMNPQRSTUVWXYZ"));
        let text = format!("{letter}{}-{:04}", dice.below(10), dice.below(10_000));
        let code = self.code(text, now, APPLICATION);
        &self.application.insert((device, application, code)).2
    }

    fn dice(&mut self, owner: &str, kind: &str) -> Dice {
        self.made += 1;
        Dice::of(&format!("{owner} {kind} {}", self.made))
    }

    fn code(&self, text: String, now: i64, holds: i64) -> Code {
        let valid_until = if self.too_late { now - MINUTE } else { now + holds };
        Code { text, valid_until, stage: Stage::Made }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_holds_until_its_time_is_over_or_it_was_used() {
        let mut codes = Codes::default();
        let mut code = codes.make_email("a", 1_000).clone();
        assert!(code.check(1_000).is_ok() && code.check(1_000 + EMAIL - 1).is_ok());
        assert_eq!(code.check(1_000 + EMAIL).expect_err("too late").text, "FAILURE: the code has expired");
        code.go_on(Stage::Used);
        assert_eq!(code.check(1_000).expect_err("used").text, "FAILURE: the code was used already");
    }

    #[test]
    fn no_two_codes_of_a_wallet_are_alike() {
        let mut codes = Codes::default();
        let first = codes.make_recovery("a", 0, &RecoveryType::ForgotPassword).text.clone();
        let second = codes.make_recovery("a", 0, &RecoveryType::ForgotPassword).text.clone();
        assert_ne!(first, second);
        assert_eq!(codes.recovery.len(), 1);
    }
}
