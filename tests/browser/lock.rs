//! One unlock of a wallet at a time.

use std::pin::pin;

use care_portal::browser::WebLock;
use futures::poll;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fakes::settled;

#[wasm_bindgen_test]
async fn a_wallet_is_locked_for_whoever_comes_second() {
    let first = WebLock::take("test.second").await;
    assert!(first.is_some());
    assert!(WebLock::take("test.second").await.is_none());
}

#[wasm_bindgen_test]
async fn another_wallet_is_not_locked_with_it() {
    let _first = WebLock::take("test.one").await.expect("free");
    assert!(WebLock::take("test.other").await.is_some());
}

#[wasm_bindgen_test]
async fn a_wallet_is_free_again_when_the_work_is_over() {
    let first = WebLock::take("test.again").await.expect("free");
    drop(first);
    // The browser hears of it in a turn of its own.
    settled().await;
    assert!(WebLock::take("test.again").await.is_some());
}

#[wasm_bindgen_test]
async fn whoever_waits_for_the_work_to_be_over_is_told_then_and_not_before() {
    let first = WebLock::take("test.wait").await.expect("free");
    let mut waiting = pin!(WebLock::free("test.wait"));
    assert!(poll!(waiting.as_mut()).is_pending());
    settled().await;
    assert!(poll!(waiting.as_mut()).is_pending());
    drop(first);
    waiting.await;
    settled().await;
    assert!(WebLock::take("test.wait").await.is_some(), "waiting takes nothing");
}

#[wasm_bindgen_test]
async fn nobody_waits_for_a_wallet_that_is_free() {
    WebLock::free("test.free").await;
}
