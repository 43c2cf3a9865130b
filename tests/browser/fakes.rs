//! A network and a clock that a test holds in its hands.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/tests/browser/fakes.js")]
extern "C" {
    #[wasm_bindgen(js_name = fakeNetwork)]
    fn fake_network();
    #[wasm_bindgen(js_name = fakeClock)]
    fn fake_clock();
    #[wasm_bindgen(js_name = asBefore)]
    fn as_before();
    #[wasm_bindgen(js_name = settled)]
    fn settled_promise() -> js_sys::Promise;

    #[wasm_bindgen(js_name = gone)]
    fn gone_promise(element: &web_sys::Element) -> js_sys::Promise;

    #[wasm_bindgen(js_name = requestsCome)]
    fn requests_come_promise(count: u32) -> js_sys::Promise;
    #[wasm_bindgen(js_name = requestText)]
    fn request_text_promise(index: u32) -> js_sys::Promise;
    #[wasm_bindgen(js_name = answer)]
    fn answer_with(index: u32, status: u16, body: &str, header: &str, value: &str);
    #[wasm_bindgen(js_name = timerRuns)]
    fn timer_runs_promise(least: u32, most: u32) -> js_sys::Promise;

    /// How many requests came.
    #[wasm_bindgen(js_name = requestCount)]
    pub fn request_count() -> u32;
    /// Path of a request, counted from 0.
    #[wasm_bindgen(js_name = requestUrl)]
    pub fn request_path(index: u32) -> String;
    /// Its method.
    #[wasm_bindgen(js_name = requestMethod)]
    pub fn request_method(index: u32) -> String;
    /// One of its headers.
    #[wasm_bindgen(js_name = requestHeader)]
    pub fn request_header(index: u32, name: &str) -> Option<String>;
    /// How it goes out: its `cache`, its `redirect` and the like.
    #[wasm_bindgen(js_name = requestSetting)]
    pub fn request_setting(index: u32, name: &str) -> String;
    /// Answers it with a redirect, as a fetch sees it that follows none.
    pub fn redirect(index: u32);
    /// Whether the portal gave it up.
    #[wasm_bindgen(js_name = isAborted)]
    pub fn is_aborted(index: u32) -> bool;
    /// Answers it with a body that comes in pieces and does not say how long it is.
    #[wasm_bindgen(js_name = answerInPieces)]
    pub fn answer_in_pieces(index: u32, body: &str);
    /// Answers it with more and more.
    #[wasm_bindgen(js_name = answerEndlessly)]
    pub fn answer_endlessly(index: u32);
    /// From now on the browser refuses every lock, says nothing about any, or has none; as `real` it does as it does.
    #[wasm_bindgen(js_name = fakeLocks)]
    pub fn fake_locks(kind: &str);
    /// The head of an answer comes, and its body never ends.
    #[wasm_bindgen(js_name = answerWithoutEnd)]
    pub fn answer_without_end(index: u32);
    /// No answer comes at all.
    #[wasm_bindgen(js_name = breakConnection)]
    pub fn break_connection(index: u32);
    /// The browser says that it has no network.
    #[wasm_bindgen(js_name = goOffline)]
    pub fn go_offline();
    /// How many timers run.
    #[wasm_bindgen(js_name = timerCount)]
    pub fn timer_count() -> u32;
    /// The time of a running timer of such a length is over.
    #[wasm_bindgen(js_name = timeIsOver)]
    pub fn time_is_over(least: u32, most: u32);
}

/// While it lives, nothing is answered and no time passes by itself.
pub struct Fakes;

impl Fakes {
    /// From now on.
    pub fn begin() -> Self {
        fake_network();
        fake_clock();
        Self
    }
}

impl Drop for Fakes {
    fn drop(&mut self) {
        as_before();
    }
}

/// Whatever can go on without the network and without time has gone on.
pub async fn settled() {
    wait(settled_promise()).await;
}

/// The element has left the page, and whatever follows from that has happened.
pub async fn gone(element: &web_sys::Element) {
    wait(gone_promise(element)).await;
    settled().await;
}

/// So many requests have come.
pub async fn requests_come(count: u32) {
    wait(requests_come_promise(count)).await;
}

/// The body of a request.
pub async fn request_body(index: u32) -> serde_json::Value {
    let text = wait(request_text_promise(index)).await.as_string().expect("a text");
    serde_json::from_str(&text).expect("JSON")
}

/// Answers a request.
pub fn answer(index: u32, status: u16, body: &str) {
    answer_with(index, status, body, "", "");
}

/// Answers it with one header more.
pub fn answer_with_header(index: u32, status: u16, header: (&str, &str)) {
    answer_with(index, status, "", header.0, header.1);
}

/// Waits until a timer of such a length runs; its milliseconds.
pub async fn timer_runs(least: u32, most: u32) -> u32 {
    wait(timer_runs_promise(least, most)).await.as_f64().expect("milliseconds") as u32
}

async fn wait(promise: js_sys::Promise) -> JsValue {
    JsFuture::from(promise).await.expect("a promise that is kept")
}
