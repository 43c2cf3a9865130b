//! One unlock of a wallet at a time.

use std::pin::pin;

use care_portal::browser::WebLock;
use futures::{future::join, poll};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fakes::{Fakes, fake_locks, settled, time_is_over, timer_runs};

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
async fn a_browser_that_gives_no_lock_is_told_from_another_tab_that_has_it() {
    let first = WebLock::take("test.why").await;
    assert!(WebLock::take("test.why").await.is_none());
    assert!(!WebLock::are_refused());
    drop(first);
    for kind in ["refused", "missing"] {
        fake_locks(kind);
        assert!(WebLock::take("test.why").await.is_none());
        assert!(WebLock::are_refused(), "{kind}");
        WebLock::free("test.why").await;
        fake_locks("real");
    }
    settled().await;
    assert!(WebLock::take("test.why").await.is_some());
    assert!(!WebLock::are_refused());
}

#[wasm_bindgen_test]
async fn a_browser_that_says_nothing_about_a_lock_is_not_waited_for() {
    let _fakes = Fakes::begin();
    fake_locks("silent");
    let patience = async {
        let millis = timer_runs(1_000, 10_000).await;
        time_is_over(millis, millis);
    };
    let (lock, ()) = join(WebLock::take("test.silent"), patience).await;
    fake_locks("real");
    assert!(lock.is_none() && WebLock::are_refused());
}

#[wasm_bindgen_test]
async fn nobody_waits_for_a_wallet_that_is_free() {
    WebLock::free("test.free").await;
}
