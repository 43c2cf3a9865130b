//! One unlock of a wallet at a time.

use care_portal::browser::WebLock;
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
