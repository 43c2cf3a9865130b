//! The security questions: which there are, which a customer answered, whether a caller's answers match.

use contract::{
    operations::wallet::{
        AuthenticateCustomerMFA, QuestionedOperation, RetrieveCustomerMFAQuestions, RetrieveCustomerMFAQuestionsAnswer,
        RetrieveMFAQuestions, RetrieveMFAQuestionsAnswer, UpdateCustomerMFAQuestions,
    },
    wallet::Confirmed,
};

use super::{at_issuer, only};
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::questions::{OFFERED, TO_ANSWER, detail, details, read, to_answer},
    world::World,
};

impl Handle<RetrieveCustomerMFAQuestions> for World {
    fn concerns(&self, request: &RetrieveCustomerMFAQuestions) -> Result<Vec<PersonNumber>, Refusal> {
        supported(request.operation_type.as_ref())?;
        match &request.customer_uri {
            Some(customer) => self.wallet_of(customer, &request.issuing_partner_uri, &request.partner_uri),
            None => Err(Refusal::invalid("customerUri")),
        }
    }

    fn handle(
        &mut self,
        _request: RetrieveCustomerMFAQuestions,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveCustomerMFAQuestionsAnswer, Refusal> {
        let wallet = self.wallet_now(only(concerned)?);
        let own = &wallet.credentials.questions;
        let count = to_answer(own);
        Ok(RetrieveCustomerMFAQuestionsAnswer {
            mfa_enabled: Some(true),
            number_of_questions_to_answer: u32::try_from(count).ok(),
            question_details: details(own, count).into(),
        })
    }
}

impl Handle<RetrieveMFAQuestions> for World {
    fn concerns(&self, request: &RetrieveMFAQuestions) -> Result<Vec<PersonNumber>, Refusal> {
        supported(request.operation_type.as_ref())?;
        match &request.customer_uri {
            Some(customer) => self.wallet_of(customer, &request.issuing_partner_uri, &request.partner_uri),
            None => at_issuer(&request.issuing_partner_uri, &request.partner_uri),
        }
    }

    /// As many as must be answered, and others every time (seed 002:376-380).
    fn handle(
        &mut self,
        _request: RetrieveMFAQuestions,
        _concerned: &[PersonNumber],
    ) -> Result<RetrieveMFAQuestionsAnswer, Refusal> {
        let first = self.wallets.offers * TO_ANSWER;
        self.wallets.offers += 1;
        let offered: Vec<_> = (first..first + TO_ANSWER).map(|place| detail(place % OFFERED, true)).collect();
        Ok(RetrieveMFAQuestionsAnswer {
            mfa_enabled: Some(true),
            number_of_questions_to_answer: u32::try_from(TO_ANSWER).ok(),
            question_details: offered.into(),
        })
    }
}

impl Handle<AuthenticateCustomerMFA> for World {
    fn concerns(&self, request: &AuthenticateCustomerMFA) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let wallet = self.wallet_now(only(&concerned)?);
        let count = to_answer(&wallet.credentials.questions);
        if count == 0 {
            return Err(Refusal::failure("this customer has answered no questions"));
        }
        wallet.read_answers(&request.question_answers, count)?;
        Ok(concerned)
    }

    fn handle(&mut self, request: AuthenticateCustomerMFA, concerned: &[PersonNumber]) -> Result<Confirmed, Refusal> {
        self.alter(only(concerned)?, |wallet| {
            let given = wallet.read_answers(&request.question_answers, request.question_answers.len())?;
            wallet.answer(&given)
        })?;
        Ok(Confirmed {})
    }
}

impl Handle<UpdateCustomerMFAQuestions> for World {
    fn concerns(&self, request: &UpdateCustomerMFAQuestions) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        read(request.customer_uri.as_str(), "questionsAnswers", &request.questions_answers, TO_ANSWER)?;
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: UpdateCustomerMFAQuestions,
        concerned: &[PersonNumber],
    ) -> Result<Confirmed, Refusal> {
        let owner = request.customer_uri.as_str();
        let questions = read(owner, "questionsAnswers", &request.questions_answers, TO_ANSWER)?;
        let now = self.now();
        self.alter(only(concerned)?, |wallet| wallet.set_questions(questions, now));
        Ok(Confirmed {})
    }
}

/// Of the six kinds of operations only one is supported (seed 002:292).
fn supported(operation_type: Option<&QuestionedOperation>) -> Result<(), Refusal> {
    match operation_type {
        None | Some(QuestionedOperation::UserRegistration) => Ok(()),
        Some(_) => Err(Refusal::invalid("operationType: only USER_REGISTRATION is supported")),
    }
}
