//! Passwords and passcodes that a rep sets, and what the issuer demands of them.

use contract::{
    operations::wallet::{
        RetrieveCustomerCredentialsSpecification, RetrieveCustomerCredentialsSpecificationAnswer, UpdateCustomerPIN,
        UpdateCustomerSecurityInfo, UpdateExpiredCustomerPassword,
    },
    wallet::Confirmed,
};

use super::{at_issuer, only};
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::{
        credentials::{PASSCODE, PASSWORD},
        questions::{TO_ANSWER, read},
    },
    world::World,
};

impl Handle<RetrieveCustomerCredentialsSpecification> for World {
    fn concerns(&self, request: &RetrieveCustomerCredentialsSpecification) -> Result<Vec<PersonNumber>, Refusal> {
        at_issuer(&request.issuing_partner_uri, &request.partner_uri)
    }

    fn handle(
        &mut self,
        _request: RetrieveCustomerCredentialsSpecification,
        _concerned: &[PersonNumber],
    ) -> Result<RetrieveCustomerCredentialsSpecificationAnswer, Refusal> {
        Ok(RetrieveCustomerCredentialsSpecificationAnswer {
            password_specification: Some(PASSWORD.specification()),
            passcode_specification: Some(PASSCODE.specification()),
        })
    }
}

impl Handle<UpdateCustomerPIN> for World {
    fn concerns(&self, request: &UpdateCustomerPIN) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let wallet = self.wallet_now(only(&concerned)?);
        PASSCODE.allows_anew("newPasscode", &request.new_passcode, &wallet.owner(), &wallet.credentials)?;
        Ok(concerned)
    }

    fn handle(&mut self, request: UpdateCustomerPIN, concerned: &[PersonNumber]) -> Result<Confirmed, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| wallet.set_passcode(&request.new_passcode, now));
        Ok(Confirmed {})
    }
}

impl Handle<UpdateExpiredCustomerPassword> for World {
    fn concerns(&self, request: &UpdateExpiredCustomerPassword) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let wallet = self.wallet_now(only(&concerned)?);
        if !wallet.credentials.password_expired {
            return Err(Refusal::failure("the password has not expired"));
        }
        PASSWORD.allows_anew("newPassword", &request.new_password, &wallet.owner(), &wallet.credentials)?;
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: UpdateExpiredCustomerPassword,
        concerned: &[PersonNumber],
    ) -> Result<Confirmed, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| {
            if !wallet.credentials.is_password(&wallet.owner(), &request.old_password) {
                wallet.wrong();
                return Err(Refusal::failure("the old password does not match"));
            }
            wallet.set_password(&request.new_password, now);
            Ok(Confirmed {})
        })
    }
}

impl Handle<UpdateCustomerSecurityInfo> for World {
    fn concerns(&self, request: &UpdateCustomerSecurityInfo) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let wallet = self.wallet_now(only(&concerned)?);
        let owner = wallet.owner();
        PASSWORD.allows_anew("newPassword", &request.new_password, &owner, &wallet.credentials)?;
        PASSCODE.allows_anew("newPasscode", &request.new_passcode, &owner, &wallet.credentials)?;
        read(&owner, "questionsAnswers", &request.questions_answers, TO_ANSWER)?;
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: UpdateCustomerSecurityInfo,
        concerned: &[PersonNumber],
    ) -> Result<Confirmed, Refusal> {
        let now = self.now();
        let owner = request.customer_uri.as_str();
        let questions = read(owner, "questionsAnswers", &request.questions_answers, TO_ANSWER)?;
        self.alter(only(concerned)?, |wallet| {
            wallet.set_password(&request.new_password, now);
            wallet.set_passcode(&request.new_passcode, now);
            wallet.set_questions(questions, now);
        });
        Ok(Confirmed {})
    }
}
