//! Security questions: seed 002.

use contract::{Secret, operations::wallet::*};
use serde_json::json;

use super::check::{answered, key, sent, with_key};

#[test]
fn a_customers_questions_are_asked_for() {
    let request = sent::<RetrieveCustomerMFAQuestions>(with_key(json!({})));
    assert_eq!(request, RetrieveCustomerMFAQuestions::of(&key()));
    sent::<RetrieveCustomerMFAQuestions>(with_key(json!({"operationType": "USER_REGISTRATION"})));

    let answer = answered::<RetrieveCustomerMFAQuestions>();
    assert_eq!((answer.mfa_enabled, answer.number_of_questions_to_answer), (Some(true), Some(2)));
    assert_eq!(answer.question_details.rows[1].question.as_deref(), Some("Street of your childhood?"));
}

#[test]
fn the_issuers_questions_are_asked_for_with_and_without_a_customer() {
    sent::<RetrieveMFAQuestions>(with_key(json!({"operationType": "PASSCODE_RESET"})));
    sent::<RetrieveMFAQuestions>(super::check::with_issuer(json!({})));
    assert_eq!(answered::<RetrieveMFAQuestions>().mfa_enabled, Some(false));
}

#[test]
fn a_callers_answers_are_checked_with_the_questions_that_came() {
    let questions = answered::<RetrieveCustomerMFAQuestions>().question_details.rows;
    let answers =
        questions.iter().map(|question| QuestionAnswer::to(question, Secret::from("Rex".to_owned()))).collect();
    let request = sent::<AuthenticateCustomerMFA>(with_key(json!({"questionAnswers": [
        {"questionUri": "certnew:question#1", "question": "First pet?", "answer": "Rex"},
        {"questionUri": "certnew:question#2", "question": "Street of your childhood?", "answer": "Rex"}]})));
    assert_eq!(request, AuthenticateCustomerMFA::of(&key(), answers));
    answered::<AuthenticateCustomerMFA>();
}

#[test]
fn a_new_set_of_questions_is_sent_whole() {
    sent::<UpdateCustomerMFAQuestions>(with_key(json!({"questionsAnswers": [
        {"question": "First pet?", "answer": "Rex"}, {"question": "First car?", "answer": "Beetle"}]})));
    answered::<UpdateCustomerMFAQuestions>();
}
