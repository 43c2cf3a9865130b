//! The code that proves that an app on a new device is the owner's, and what completes the proof.

use contract::{
    Instant,
    operations::wallet::{
        CompleteApplicationVerification, CompleteApplicationVerificationAnswer, CompleteApplicationVerificationWithMFA,
        RetrieveApplicationVerificationCode, RetrieveApplicationVerificationCodeAnswer,
    },
    wallet::Confirmed,
};

use super::{at_issuer, codes_email::accepted, only};
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::{
        Wallet,
        codes::Stage,
        questions::{details, to_answer},
        text,
    },
    world::World,
};

impl Handle<RetrieveApplicationVerificationCode> for World {
    fn concerns(&self, request: &RetrieveApplicationVerificationCode) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let wallet = self.wallet_now(only(&concerned)?);
        if wallet.devices.iter().any(|device| device.shown.device_uri == request.device_uri) {
            Ok(concerned)
        } else {
            Err(Refusal::unknown_device())
        }
    }

    /// The code that holds for this device and app; otherwise another.
    fn handle(
        &mut self,
        request: RetrieveApplicationVerificationCode,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveApplicationVerificationCodeAnswer, Refusal> {
        let now = self.now();
        let RetrieveApplicationVerificationCode { device_uri, application_id, .. } = request;
        let (verification_code, valid_until_date) = self.alter(only(concerned)?, |wallet| {
            let owner = wallet.owner();
            match &wallet.codes.application {
                Some((device, app, code)) if *device == device_uri && *app == application_id && code.holds(now) => {
                    code.told()
                }
                _ => wallet.codes.make_application(&owner, now, device_uri, application_id).told(),
            }
        });
        Ok(RetrieveApplicationVerificationCodeAnswer { verification_code, valid_until_date })
    }
}

impl Handle<CompleteApplicationVerification> for World {
    fn concerns(&self, request: &CompleteApplicationVerification) -> Result<Vec<PersonNumber>, Refusal> {
        at_issuer(&request.issuing_partner_uri, &request.partner_uri)?;
        let said = text(&request.verification_code);
        let bears_it = |wallet: &Wallet| wallet.codes.application.as_ref().is_some_and(|(.., code)| code.is(&said));
        let number = self.whose_code(bears_it).ok_or_else(|| Refusal::failure("the code is not known"))?;
        Ok(vec![number])
    }

    /// The right code is enough where the customer has answered no questions; otherwise those must be answered.
    fn handle(
        &mut self,
        _request: CompleteApplicationVerification,
        concerned: &[PersonNumber],
    ) -> Result<CompleteApplicationVerificationAnswer, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| {
            let nothing_to_answer = wallet.credentials.questions.is_empty();
            let Some((device, application, code)) = &mut wallet.codes.application else {
                return Err(Refusal::failure("the code is not known"));
            };
            code.check(now)?;
            code.go_on(if nothing_to_answer { Stage::Used } else { Stage::Accepted });
            let (device_uri, application_id) = (Some(device.clone()), Some(application.clone()));
            if nothing_to_answer {
                prove(wallet, now);
            }
            let own = &wallet.credentials.questions;
            Ok(CompleteApplicationVerificationAnswer {
                customer_uri: Some(wallet.record.customer_uri.clone()),
                device_uri,
                application_id,
                question_details: details(own, to_answer(own)).into(),
            })
        })
    }
}

impl Handle<CompleteApplicationVerificationWithMFA> for World {
    fn concerns(&self, request: &CompleteApplicationVerificationWithMFA) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let wallet = self.wallet_now(only(&concerned)?);
        wallet.read_answers(&request.question_answers, to_answer(&wallet.credentials.questions))?;
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: CompleteApplicationVerificationWithMFA,
        concerned: &[PersonNumber],
    ) -> Result<Confirmed, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| {
            let this_app = |(device, application): (&_, &_)| {
                *device == request.device_uri && *application == request.application_id
            };
            let begun = wallet.codes.application.as_ref().filter(|(device, app, _)| this_app((device, app)));
            accepted(begun.map(|(.., code)| code))?.check(now)?;
            let given = wallet.read_answers(&request.question_answers, request.question_answers.len())?;
            wallet.answer(&given)?;
            if let Some((.., code)) = &mut wallet.codes.application {
                code.go_on(Stage::Used);
            }
            prove(wallet, now);
            Ok(Confirmed {})
        })
    }
}

/// The app on the device is the owner's, who has it in hand. Whether the device is switched on is another matter.
fn prove(wallet: &mut Wallet, now: i64) {
    let Some((verified, ..)) = wallet.codes.application.clone() else { return };
    if let Some(device) = wallet.devices.iter_mut().find(|device| device.shown.device_uri == verified) {
        device.shown.last_used_date = Some(Instant::from_epoch_millis(now));
    }
}
