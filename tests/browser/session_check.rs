//! An ended session, however a proxy says it, and what only looks like one.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use care_portal::gateway::{Failure, Fault, Gateway, Outcome};
use contract::Operation;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    fakes::{
        Fakes, answer, redirect, request_count, request_header, request_method, request_path, request_setting,
        requests_come, settled, timer_count,
    },
    gateway::{Calling, activation, config, gateway, lookup},
};

/// What an answer, and then what the session says, come to; and how often the portal was told that the rep is signed out.
async fn ends<O: Operation>(request: O, instead: impl FnOnce(), session: impl FnOnce()) -> (Failure, u32)
where
    O::Answer: 'static,
{
    let _fakes = Fakes::begin();
    let told = Arc::new(AtomicU32::new(0));
    let count = told.clone();
    let gateway = Gateway::new(config(|_| {}), move || {
        count.fetch_add(1, Ordering::Relaxed);
    });
    let call = Calling::begin(&gateway, request);
    requests_come(1).await;
    instead();
    requests_come(2).await;
    assert_eq!((request_path(1), request_method(1)), ("/session".into(), "GET".into()));
    assert_eq!(request_header(1, "WL-Correlation-ID"), None);
    session();
    let failure = call.failed().await;
    settled().await;
    assert_eq!((request_count(), timer_count()), (2, 0), "it is no reason to try again");
    (failure, told.load(Ordering::Relaxed))
}

/// Whoever answers instead of the gateway, and instead of the session.
const SIGN_IN_PAGE: &str = "<!doctype html><title>Sign in</title>";
const REP: &str = r#"{"subject":"rep-1","name":"Robin Keller"}"#;

#[wasm_bindgen_test]
async fn an_ended_session_is_told_once_however_a_proxy_says_it() {
    type Saying = fn(u32);
    let sayings: [(Saying, Fault); 3] = [
        (|index| answer(index, 401, ""), Fault::SignedOut),
        (redirect, Fault::SignInInstead),
        (|index| answer(index, 200, SIGN_IN_PAGE), Fault::SignInInstead),
    ];
    for (says, fault) in sayings {
        let (failure, told) = ends(lookup(), || says(0), || says(1)).await;
        assert_eq!((&failure.fault, told), (&fault, 1));
    }
}

#[wasm_bindgen_test]
async fn what_is_no_answer_while_the_rep_is_signed_in_is_the_gateways_own_fault() {
    let signed_in = || answer(1, 200, REP);
    let (failure, told) = ends(activation(), || answer(0, 401, ""), signed_in).await;
    assert_eq!((failure.fault.clone(), failure.outcome(), told), (Fault::NotAccepted, Outcome::NotDone, 0));
    let broken: [fn(); 2] = [|| redirect(0), || answer(0, 200, SIGN_IN_PAGE)];
    for instead in broken {
        let (failure, told) = ends(activation(), instead, signed_in).await;
        assert!(matches!(failure.fault, Fault::Malformed(_)), "{failure:?}");
        assert_eq!((failure.outcome(), told), (Outcome::Unknown, 0));
    }
}

#[wasm_bindgen_test]
async fn a_change_whose_answer_was_a_redirect_may_have_happened_and_one_that_met_401_did_not() {
    let signed_out = || answer(1, 401, "");
    let (failure, _) = ends(activation(), || redirect(0), signed_out).await;
    assert_eq!(failure.outcome(), Outcome::Unknown);
    let (failure, _) = ends(activation(), || answer(0, 401, ""), signed_out).await;
    assert_eq!(failure.outcome(), Outcome::NotDone);
}

#[wasm_bindgen_test]
async fn nothing_that_is_sent_follows_a_redirect() {
    let _fakes = Fakes::begin();
    let _call = Calling::begin(&gateway(|_| {}), lookup());
    requests_come(1).await;
    assert_eq!(request_setting(0, "redirect"), "manual");
}
