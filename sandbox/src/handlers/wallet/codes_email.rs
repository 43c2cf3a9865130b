//! The code that proves that the caller reads the e-mail address, and what completes the proof.

use contract::{
    operations::wallet::{
        CompleteEmailVerification, CompleteEmailVerificationAnswer, CompleteEmailVerificationWithMFA,
        RetrieveEmailVerificationCode, RetrieveEmailVerificationCodeAnswer,
    },
    wallet::Confirmed,
};

use super::{at_issuer, only};
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::{
        codes::{Code, Stage},
        questions::details,
        text,
    },
    world::World,
};

/// One question is used here (seed 002:200).
const QUESTIONS: usize = 1;

impl Handle<RetrieveEmailVerificationCode> for World {
    fn concerns(&self, request: &RetrieveEmailVerificationCode) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        if self.wallet_now(only(&concerned)?).awaits_email_proof() {
            Ok(concerned)
        } else {
            Err(Refusal::failure("no e-mail address waits for its verification"))
        }
    }

    /// The code that was made for the address, as long as it holds; then another.
    fn handle(
        &mut self,
        _request: RetrieveEmailVerificationCode,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveEmailVerificationCodeAnswer, Refusal> {
        let now = self.now();
        let (verification_code, valid_until_date) = self.alter(only(concerned)?, |wallet| {
            let owner = wallet.owner();
            match &wallet.codes.email {
                Some(code) if code.holds(now) => code.told(),
                _ => wallet.codes.make_email(&owner, now).told(),
            }
        });
        Ok(RetrieveEmailVerificationCodeAnswer { verification_code, valid_until_date })
    }
}

impl Handle<CompleteEmailVerification> for World {
    fn concerns(&self, request: &CompleteEmailVerification) -> Result<Vec<PersonNumber>, Refusal> {
        at_issuer(&request.issuing_partner_uri, &request.partner_uri)?;
        let said = text(&request.verification_code);
        let number = self.whose_code(|wallet| wallet.codes.email.as_ref().is_some_and(|code| code.is(&said)));
        number.map(|number| vec![number]).ok_or_else(|| Refusal::failure("the code is not known"))
    }

    /// The right code is enough where the customer has answered no questions; otherwise one must be answered.
    fn handle(
        &mut self,
        _request: CompleteEmailVerification,
        concerned: &[PersonNumber],
    ) -> Result<CompleteEmailVerificationAnswer, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| {
            let code = wallet.codes.email.as_mut().ok_or_else(|| Refusal::failure("the code is not known"))?;
            code.check(now)?;
            let own = &wallet.credentials.questions;
            if own.is_empty() {
                code.go_on(Stage::Used);
                wallet.prove_email(now);
            } else {
                code.go_on(Stage::Accepted);
            }
            let asked = details(&wallet.credentials.questions, QUESTIONS).into_iter().take(QUESTIONS);
            Ok(CompleteEmailVerificationAnswer {
                customer_uri: Some(wallet.record.customer_uri.clone()),
                question_details: asked.collect::<Vec<_>>().into(),
            })
        })
    }
}

impl Handle<CompleteEmailVerificationWithMFA> for World {
    fn concerns(&self, request: &CompleteEmailVerificationWithMFA) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        self.wallet_now(only(&concerned)?).read_answers(&request.question_answers, QUESTIONS)?;
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: CompleteEmailVerificationWithMFA,
        concerned: &[PersonNumber],
    ) -> Result<Confirmed, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| {
            accepted(wallet.codes.email.as_ref())?.check(now)?;
            let given = wallet.read_answers(&request.question_answers, QUESTIONS)?;
            wallet.answer(&given)?;
            if let Some(code) = &mut wallet.codes.email {
                code.go_on(Stage::Used);
            }
            wallet.prove_email(now);
            Ok(Confirmed {})
        })
    }
}

/// The questions come after the code.
pub(super) fn accepted(code: Option<&Code>) -> Result<&Code, Refusal> {
    code.filter(|code| code.stage() != Stage::Made).ok_or_else(|| Refusal::failure("no code was accepted before"))
}
