//! The security questions: which there are, which a customer answered, whether a caller's answers match.

mod common;

use common::{
    gateway,
    typed::{answers, secret},
};
use contract::{
    CustomerKey,
    operations::wallet::{
        AuthenticateCustomerMFA, QuestionAnswer, QuestionDetail, QuestionedOperation, RetrieveCustomerMFAQuestions,
        RetrieveMFAQuestions, UpdateCustomerMFAQuestions,
    },
};

fn offered(key: &CustomerKey) -> RetrieveMFAQuestions {
    let CustomerKey { issuing_partner_uri, partner_uri, .. } = key.clone();
    RetrieveMFAQuestions { customer_uri: None, issuing_partner_uri, partner_uri, operation_type: None }
}

fn update(key: &CustomerKey, questions_answers: Vec<QuestionAnswer>) -> UpdateCustomerMFAQuestions {
    let CustomerKey { customer_uri, issuing_partner_uri, partner_uri } = key.clone();
    UpdateCustomerMFAQuestions { customer_uri, issuing_partner_uri, partner_uri, questions_answers }
}

#[tokio::test]
async fn a_caller_who_answers_two_of_their_questions_is_who_they_say() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let asked = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await;
    assert_eq!((asked.mfa_enabled, asked.number_of_questions_to_answer), (Some(true), Some(2)));
    let questions = asked.question_details.rows;
    let required: Vec<_> = questions.iter().map(|question| question.required).collect();
    assert_eq!(required, [Some(true), Some(false), Some(false)]);
    for spoken in [["Biscuit", "Elm Street"], [" biscuit ", "ELM  street"]] {
        gateway.done(&AuthenticateCustomerMFA::of(&key, answers(&questions[..2], &spoken))).await;
    }
    let first_and_third = [questions[0].clone(), questions[2].clone()];
    gateway.done(&AuthenticateCustomerMFA::of(&key, answers(&first_and_third, &["Biscuit", "Lincoln"]))).await;
}

#[tokio::test]
async fn wrong_answers_or_somebody_elses_questions_are_a_failure_that_says_no_more() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let questions = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await.question_details.rows;
    let not_theirs = QuestionDetail { question_uri: Some("certnew:entity:question#8".into()), ..Default::default() };
    for (asked, texts) in [
        (vec![questions[0].clone(), questions[1].clone()], ["Biscuit", "Oak Street"]),
        (vec![questions[0].clone(), not_theirs], ["Biscuit", "Mr Ortiz"]),
    ] {
        let (code, text) = gateway.refused(&AuthenticateCustomerMFA::of(&key, answers(&asked, &texts))).await;
        assert_eq!((code.as_str(), text.as_str()), ("300", "FAILURE: questions and answers do not match"));
    }
    let without_the_required_one = answers(&questions[1..], &["Elm Street", "Lincoln"]);
    assert_eq!(gateway.refused(&AuthenticateCustomerMFA::of(&key, without_the_required_one)).await.0, "300");
}

#[tokio::test]
async fn the_third_wrong_try_in_a_row_locks_the_wallet_and_a_right_one_between_starts_anew() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let questions = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await.question_details.rows;
    let say = |texts: [&str; 2]| AuthenticateCustomerMFA::of(&key, answers(&questions[..2], &texts));
    let locked = async || gateway.really("questions-known@sandbox.example").await["locked"] == true;
    let (right, wrong) = (["Biscuit", "Elm Street"], ["Rex", "Elm Street"]);
    gateway.refused(&say(wrong)).await;
    gateway.refused(&say(wrong)).await;
    gateway.done(&say(right)).await;
    gateway.refused(&say(wrong)).await;
    gateway.refused(&say(wrong)).await;
    assert!(!locked().await);
    gateway.refused(&say(wrong)).await;
    assert!(locked().await);
}

#[tokio::test]
async fn answers_come_as_many_as_are_asked_for_each_to_another_question() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let questions = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await.question_details.rows;
    let twice = [questions[0].clone(), questions[0].clone()];
    let nobodys = QuestionDetail { question_uri: Some("certnew:entity:question#99".into()), ..Default::default() };
    let unknown = [questions[0].clone(), nobodys];
    for given in [
        answers(&questions[..1], &["Biscuit"]),
        answers(&questions, &["Biscuit", "Elm Street", "Lincoln"]),
        answers(&twice, &["Biscuit", "Biscuit"]),
        answers(&unknown, &["Biscuit", "Biscuit"]),
        answers(&questions[..2], &["Biscuit", " "]),
    ] {
        let (code, text) = gateway.refused(&AuthenticateCustomerMFA::of(&key, given)).await;
        assert_eq!(code, "304", "{text}");
        assert!(!text.contains("Biscuit"), "{text}");
    }
}

#[tokio::test]
async fn an_update_replaces_all_questions_and_those_before_are_gone() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let changed = async || {
        let found = gateway.look_up(serde_json::json!({ "email": "questions-known@sandbox.example" })).await.found();
        found[0]["securityQuestionsChangedDate"].clone()
    };
    let before = changed().await;
    let old = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await.question_details.rows;
    let offer = gateway.done(&offered(&key)).await.question_details.rows;
    gateway.refused(&update(&key, answers(&offer[..1], &["Rex"]))).await;
    gateway.done(&update(&key, answers(&offer, &["Rex", "Mill Road"]))).await;

    let now = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await.question_details.rows;
    let wordings = |rows: &[QuestionDetail]| rows.iter().map(|row| row.question.clone()).collect::<Vec<_>>();
    assert_eq!(wordings(&now), wordings(&offer));
    gateway.done(&AuthenticateCustomerMFA::of(&key, answers(&now, &["Rex", "Mill Road"]))).await;
    assert_eq!(
        gateway.refused(&AuthenticateCustomerMFA::of(&key, answers(&old[..2], &["Biscuit", "Elm Street"]))).await.0,
        "300"
    );
    assert_ne!(changed().await, before);
}

#[tokio::test]
async fn the_issuers_questions_are_offered_two_at_a_time_and_others_every_time() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    let first = gateway.done(&offered(&key)).await;
    let second = gateway.done(&offered(&key)).await;
    assert_eq!(first.question_details.rows.len(), 2);
    assert!(first.question_details.rows.iter().all(|question| !second.question_details.rows.contains(question)));
}

#[tokio::test]
async fn only_questions_for_a_registration_are_supported() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    let asked = |operation_type| RetrieveCustomerMFAQuestions {
        operation_type: Some(operation_type),
        ..RetrieveCustomerMFAQuestions::of(&key)
    };
    gateway.done(&asked(QuestionedOperation::UserRegistration)).await;
    assert_eq!(gateway.refused(&asked(QuestionedOperation::UserLogin)).await.0, "304");
}

#[tokio::test]
async fn a_customer_without_questions_cannot_be_verified_with_them() {
    let gateway = gateway();
    let key = gateway.key("questions-none").await;
    let asked = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await;
    assert_eq!((asked.number_of_questions_to_answer, asked.question_details.rows.len()), (Some(0), 0));
    assert_eq!(gateway.refused(&AuthenticateCustomerMFA::of(&key, vec![])).await.0, "300");
}

#[tokio::test]
async fn answers_are_nowhere_in_what_the_gateway_says_or_notes() {
    let gateway = gateway();
    let key = gateway.key("questions-known").await;
    let questions = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await.question_details.rows;
    let mut said = String::new();
    for text in ["Biscuit", "Canary-7319"] {
        let given = vec![
            QuestionAnswer::to(&questions[0], secret(text)),
            QuestionAnswer::to(&questions[1], secret("Elm Street")),
        ];
        said += gateway.wire(&AuthenticateCustomerMFA::of(&key, given)).await.text();
    }
    said += gateway.get("/sandbox/log").await.text();
    for canary in ["Biscuit", "Canary-7319", "Elm Street"] {
        assert!(!said.contains(canary), "{canary}");
    }
}
