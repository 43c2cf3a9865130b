//! One unlock of a wallet at a time, over all tabs of this browser.

use futures::channel::oneshot;
use wasm_bindgen::prelude::*;

/// Held until it is dropped, or until the tab goes.
pub struct WebLock {
    _release: oneshot::Sender<()>,
}

impl WebLock {
    /// Takes the lock; `None` when another tab holds it.
    pub async fn take(name: &str) -> Option<Self> {
        let (granted, answer) = oneshot::channel();
        let (release, released) = oneshot::channel::<()>();
        let callback = Closure::once_into_js(move |lock: JsValue| {
            let held = !lock.is_null();
            let _ = granted.send(held);
            wasm_bindgen_futures::future_to_promise(async move {
                if held {
                    // Ends when the guard is dropped, which is what releases the lock.
                    let _ = released.await;
                }
                Ok(JsValue::UNDEFINED)
            })
        });
        request(name, ("ifAvailable", true.into()), &callback)?;
        answer.await.unwrap_or(false).then_some(Self { _release: release })
    }

    /// Waits until nobody holds the lock. Whoever waits keeps nobody else from waiting.
    pub async fn free(name: &str) {
        let (granted, answer) = oneshot::channel::<()>();
        let callback = Closure::once_into_js(move |_lock: JsValue| drop(granted));
        if request(name, ("mode", "shared".into()), &callback).is_some() {
            let _ = answer.await;
        }
    }
}

fn request(name: &str, (option, value): (&str, JsValue), granted: &JsValue) -> Option<()> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &option.into(), &value).ok()?;
    let navigator: Navigator = web_sys::window()?.navigator().unchecked_into();
    let _ = navigator.locks().request(name, &options, granted);
    Some(())
}

// web-sys keeps the Web Locks API behind a compiler flag, although every browser has had it since 2022.
#[wasm_bindgen]
extern "C" {
    type Navigator;
    type LockManager;

    #[wasm_bindgen(method, getter)]
    fn locks(this: &Navigator) -> LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, options: &JsValue, callback: &JsValue) -> js_sys::Promise;
}
