//! The known customers whose questions, codes, cards and receipts fail as the table says.

mod common;

use common::{Gateway, gateway, typed::answers};
use contract::{
    CustomerKey, Instant, Operation,
    operations::wallet::{
        AuthenticateCustomerMFA, RecoveryType, RefreshCustomerCardBalances, RetrieveCustomerCardInfo,
        RetrieveCustomerMFAQuestions, RetrieveCustomerTransactionsHistory, RetrieveIncompletePaymentAccountEnrollments,
        RetrievePaginatedUserReceipts, RetrieveRecoveryCode, UpdateDeviceBlockStatus,
    },
    wallet::Wallet,
};

/// In one word each, what this call is answered with, time after time.
async fn words<O: Operation<Family = Wallet>>(gateway: &Gateway, request: &O, expected: &[&str]) {
    for word in expected {
        assert_eq!(gateway.wire(request).await.word(), *word, "{}", O::SPEC.name);
    }
}

fn right_answers(
    key: &CustomerKey,
    questions: &[contract::operations::wallet::QuestionDetail],
) -> AuthenticateCustomerMFA {
    AuthenticateCustomerMFA::of(key, answers(&questions[..2], &["Biscuit", "Elm Street"]))
}

#[tokio::test(start_paused = true)]
async fn right_answers_are_refused_or_their_confirmation_is_lost() {
    let gateway = gateway();
    for (address, expected) in [
        ("questions-refused", ["FAILED", "FAILED", "FAILED", "FAILED"]),
        ("questions-answer-lost", ["broken", "SUCCESS", "SUCCESS", "SUCCESS"]),
    ] {
        let key = gateway.key(address).await;
        let asked = gateway.done(&RetrieveCustomerMFAQuestions::of(&key)).await.question_details.rows;
        words(&gateway, &right_answers(&key, &asked), &expected).await;
        let email = format!("{address}@sandbox.example");
        assert_eq!(gateway.really(&email).await["locked"], false, "{address}: nobody counts what was right");
    }
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_listed_or_made_never_can() {
    let gateway = gateway();
    let (always, refused) = (["502", "502", "502"], ["FAILED", "FAILED"]);
    words(&gateway, &RetrieveCustomerCardInfo::of(&gateway.key("cards-fail").await), &always).await;
    words(&gateway, &RefreshCustomerCardBalances::of(&gateway.key("balances-fail").await), &always).await;
    let enrolments = RetrieveIncompletePaymentAccountEnrollments::of(&gateway.key("enrolments-fail").await);
    words(&gateway, &enrolments, &always).await;
    let code = RetrieveRecoveryCode::of(&gateway.key("code-unavailable").await, RecoveryType::ForgotPassword);
    words(&gateway, &code, &refused).await;
    let moment = |text| Instant::parse(text).expect("a moment");
    let (from, to) = (moment("2025-01-01 00:00:00"), moment("2025-06-30 00:00:00"));
    let receipts = |key: &CustomerKey| RetrievePaginatedUserReceipts::of(key, from.clone(), to.clone(), 20);
    let key = gateway.key("receipts-fail").await;
    words(&gateway, &receipts(&key), &always).await;
    words(&gateway, &RetrieveCustomerTransactionsHistory::of(&key), &always).await;
    let lost = gateway.refused(&receipts(&gateway.key("receipts-not-found").await)).await;
    assert_eq!(lost, ("404".into(), "RESOURCE_NOT_FOUND".into()));
}

#[tokio::test(start_paused = true)]
async fn a_block_whose_answer_is_lost_is_done() {
    let gateway = gateway();
    let key = gateway.key("block-answer-lost").await;
    let device = gateway.really("block-answer-lost@sandbox.example").await["deviceStates"][0]["deviceUri"].clone();
    let device = device.as_str().expect("stated").into();
    words(&gateway, &UpdateDeviceBlockStatus::of(&key, &device, true, None), &["broken", "SUCCESS"]).await;
}

#[tokio::test(start_paused = true)]
async fn those_who_prepare_a_test_learn_the_answers_until_somebody_changes_them() {
    let gateway = gateway();
    let told = gateway.really("questions-known@sandbox.example").await["questions"].clone();
    assert_eq!(told[0]["answer"], "Biscuit");
    assert_eq!(told[0]["question"], "What was the name of your first pet?");
}
