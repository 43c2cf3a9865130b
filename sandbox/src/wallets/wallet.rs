//! One wallet, and everything that the gateway's operations do to it.

use contract::{
    Instant, Secret, WalletCustomer,
    operations::wallet::{LoyaltyActivity, QuestionAnswer},
};

use super::{
    activities,
    cards::{self, HeldCard},
    codes::Codes,
    credentials::Credentials,
    devices::{self, HeldDevice},
    enrolments::{self, Enrolment},
    questions::{self, Answered},
};
use crate::{people::Person, refusal::Refusal};

/// As it is now.
#[derive(Clone, Debug)]
pub(crate) struct Wallet {
    /// What a lookup shows.
    pub(crate) record: WalletCustomer,
    pub(crate) devices: Vec<HeldDevice>,
    pub(crate) cards: Vec<HeldCard>,
    pub(crate) credentials: Credentials,
    pub(crate) codes: Codes,
    pub(crate) enrolments: Vec<Enrolment>,
    pub(crate) activities: Vec<LoyaltyActivity>,
    /// When the profile was last saved.
    pub(crate) modified: Option<Instant>,
    /// Closed for ever.
    pub(crate) deleted: bool,
}

impl Wallet {
    /// As it was in the beginning.
    pub(crate) fn of(person: &Person) -> Self {
        Self {
            record: person.record.clone(),
            devices: devices::held(person),
            cards: cards::held(person),
            credentials: Credentials::of(person),
            codes: Codes::of(person),
            enrolments: enrolments::stuck(person),
            activities: activities::recorded(person),
            modified: person.record.create_date.clone(),
            deleted: false,
        }
    }

    /// Activates or deactivates it. Only the way from inactive to active clears `locked` (seed 001:157): activating a
    /// wallet that is active already changes nothing. Devices keep their own state.
    pub(crate) fn activate(&mut self, activate: bool) {
        if activate && self.record.active != Some(true) {
            self.record.locked = Some(false);
            self.credentials.right();
        }
        self.record.active = Some(activate);
    }

    /// Takes the answers of somebody on the telephone. Too many wrong ones in a row lock the wallet.
    pub(crate) fn answer(&mut self, given: &[Answered]) -> Result<(), Refusal> {
        if questions::match_up(&self.credentials.questions, given) {
            self.credentials.right();
            return Ok(());
        }
        self.wrong();
        Err(Refusal::failure("questions and answers do not match"))
    }

    /// Takes a user name and a password.
    pub(crate) fn log_in(&mut self, username: &str, password: &Secret) -> Result<(), Refusal> {
        let owner = self.owner();
        let right_name = self.record.username.as_ref().is_some_and(|own| own.in_clear().eq_ignore_ascii_case(username));
        if !right_name || !self.credentials.is_password(&owner, password) {
            self.wrong();
            return Err(Refusal::failure("user name and password do not match"));
        }
        if self.record.locked == Some(true) || self.record.active == Some(false) {
            return Err(Refusal::failure("the wallet is locked or not active"));
        }
        if self.credentials.password_expired {
            return Err(Refusal::failure("the password has expired"));
        }
        self.credentials.right();
        Ok(())
    }

    /// Counts a wrong answer or password.
    pub(crate) fn wrong(&mut self) {
        if self.credentials.wrong() {
            self.record.locked = Some(true);
        }
    }

    pub(crate) fn set_password(&mut self, password: &Secret, now: i64) {
        let owner = self.owner();
        self.credentials.set_password(&owner, password);
        self.record.password_changed_date = Some(Instant::from_epoch_millis(now));
    }

    pub(crate) fn set_passcode(&mut self, passcode: &Secret, now: i64) {
        let owner = self.owner();
        self.credentials.set_passcode(&owner, passcode);
        self.record.passcode_changed_date = Some(Instant::from_epoch_millis(now));
    }

    /// Replaces all questions: what is not among these is gone (seed 002:547-549).
    pub(crate) fn set_questions(&mut self, questions: Vec<Answered>, now: i64) {
        self.credentials.questions = questions;
        self.record.security_questions_changed_date = Some(Instant::from_epoch_millis(now));
    }

    /// Reads answers to as many questions as must be answered here.
    pub(crate) fn read_answers(&self, given: &[QuestionAnswer], count: usize) -> Result<Vec<Answered>, Refusal> {
        questions::read(&self.owner(), "questionAnswers", given, count)
    }

    /// An address that waits for its proof: a new one, or the first one if that was never proven.
    pub(crate) fn awaits_email_proof(&self) -> bool {
        self.record.email_pending.is_some() || self.record.email_verified != Some(true)
    }

    /// The address is proven: a new one takes the old one's place, in the log-in too.
    pub(crate) fn prove_email(&mut self, now: i64) {
        if let Some(email) = self.record.email_pending.take() {
            self.record.username = Some(email.clone());
            self.record.email = Some(email);
        }
        self.record.email_verified = Some(true);
        self.record.email_verified_date = Some(Instant::from_epoch_millis(now));
    }

    /// What its secrets are salted with.
    pub(crate) fn owner(&self) -> String {
        self.record.customer_uri.to_string()
    }
}
