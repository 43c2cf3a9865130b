//! One unlock of a wallet at a time, over all tabs of this browser.

use std::{cell::Cell, pin::pin};

use futures::{
    channel::oneshot,
    future::{Either, select},
};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

thread_local!(static REFUSED: Cell<bool> = const { Cell::new(false) });

/// A browser says at once whether a lock is free; one that says nothing for so many milliseconds gives none.
const PATIENCE_MILLIS: u32 = 5_000;

/// Held until it is dropped, or until the tab goes.
pub struct WebLock {
    _release: oneshot::Sender<()>,
}

impl WebLock {
    /// Takes the lock; `None` when another tab holds it, or when the browser gives none ([`WebLock::are_refused`]).
    pub async fn take(name: &str) -> Option<Self> {
        let (granted, answer) = oneshot::channel();
        let (release, released) = oneshot::channel::<()>();
        let callback = Closure::once_into_js(move |lock: JsValue| {
            let held = !lock.is_null();
            let _ = granted.send(held);
            future_to_promise(async move {
                if held {
                    // Ends when the guard is dropped, which is what releases the lock.
                    let _ = released.await;
                }
                Ok(JsValue::UNDEFINED)
            })
        });
        let held = match request(name, ("ifAvailable", true.into()), &callback) {
            Ok(whole) => {
                // The request itself ends with the lock, unless it is refused.
                let without_answer = pin!(select(JsFuture::from(whole), TimeoutFuture::new(PATIENCE_MILLIS)));
                match select(answer, without_answer).await {
                    Either::Left((held, _)) => held.ok(),
                    Either::Right(_) => None,
                }
            }
            Err(_) => None,
        };
        REFUSED.set(held.is_none());
        (held == Some(true)).then_some(Self { _release: release })
    }

    /// Waits until nobody holds the lock. Whoever waits keeps nobody else from waiting.
    pub async fn free(name: &str) {
        let callback = Closure::once_into_js(|_lock: JsValue| ());
        if let Ok(whole) = request(name, ("mode", "shared".into()), &callback) {
            let _ = JsFuture::from(whole).await;
        }
    }

    /// Whether the last one was not given because the browser gives none: it keeps nothing for this site, or is too old.
    pub fn are_refused() -> bool {
        REFUSED.get()
    }
}

fn request(name: &str, (option, value): (&str, JsValue), granted: &JsValue) -> Result<js_sys::Promise, JsValue> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &option.into(), &value)?;
    let navigator: Navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator().unchecked_into();
    navigator.locks().request(name, &options, granted)
}

// web-sys keeps the Web Locks API behind a compiler flag, although every browser has had it since 2022.
#[wasm_bindgen]
extern "C" {
    type Navigator;
    type LockManager;

    #[wasm_bindgen(method, getter)]
    fn locks(this: &Navigator) -> LockManager;

    // Where there is no manager it throws, too.
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &JsValue,
        callback: &JsValue,
    ) -> Result<js_sys::Promise, JsValue>;
}
