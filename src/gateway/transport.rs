//! The one place that touches `fetch`.

use std::{cell::Cell, pin::pin};

use contract::Method;
use futures::future::{Either, select};
use gloo_net::http::Headers;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, Request, RequestInit, Response};

use super::{attachment, body, failure::Fault, retry};

/// After so many milliseconds without a whole answer the call counts as timed out.
const TIME_OUT_MILLIS: u32 = 10_000;
/// A long attachment may take longer: so many of its bytes a millisecond are slow, and on their way all the same.
const BYTES_A_MILLI: u32 = 100;

/// How every fetch goes out. Nothing comes from the browser's cache, where a proof would be an old reading, and nothing stays
/// there. It goes nowhere else, and tells nobody where it comes from. No redirect is followed: where the rep's session has
/// ended a proxy leads to its sign-in page, which would look like an answer.
const ALWAYS: [(&str, &str); 5] = [
    ("cache", "no-store"),
    ("mode", "same-origin"),
    ("credentials", "same-origin"),
    ("redirect", "manual"),
    ("referrerPolicy", "no-referrer"),
];

/// A request, ready to go, and to go again.
pub(super) struct Sending {
    pub(super) method: Method,
    pub(super) url: String,
    pub(super) body: Option<String>,
    pub(super) correlation: String,
}

/// An HTTP answer, read to its end. The status of a redirect, which is never followed, is 0.
#[derive(Default)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// How long it asks to wait, where it does.
    pub(super) retry_after_seconds: Option<u32>,
    /// Whether it calls itself a page.
    pub(super) is_html: bool,
    pub(super) text: String,
}

impl Answer {
    /// Whether it is a page and no JSON, whatever it calls itself.
    pub(super) fn is_page(&self) -> bool {
        let text = self.text.trim_start();
        text.starts_with('<') || self.is_html && !text.starts_with(['{', '['])
    }
}

thread_local!(static AHEAD: Cell<Option<f64>> = const { Cell::new(None) });

/// By how many milliseconds the server's clock was ahead of this machine's when it answered first.
pub fn server_ahead_millis() -> i64 {
    AHEAD.get().unwrap_or_default() as i64
}

/// Sends once. Dropping the future aborts the request.
pub(super) async fn send(sending: &Sending) -> Result<Answer, Fault> {
    if web_sys::window().is_some_and(|window| !window.navigator().on_line()) {
        return Err(Fault::Offline);
    }
    let (body, attached) = match &sending.body {
        Some(text) => {
            attachment::body(text).map(|(body, attached)| (Some(body), attached)).map_err(Fault::Unsendable)?
        }
        None => (None, 0),
    };
    let abort = AbortOnDrop(AbortController::new().map_err(|_| Fault::Unreachable)?);
    let signal = abort.0.signal();
    let answer = pin!(exchange(sending, body, &signal));
    match select(answer, TimeoutFuture::new(TIME_OUT_MILLIS + attached / BYTES_A_MILLI)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(Fault::TimedOut),
    }
}

/// Every fetch of the portal. `Err` where no answer came, or none that can be read.
async fn exchange(sending: &Sending, body: Option<JsValue>, signal: &AbortSignal) -> Result<Answer, Fault> {
    let response = answer_to(sending, body, signal).await.map_err(|_| Fault::Unreachable)?;
    let headers = Headers::from_raw(response.headers());
    let header = |name| headers.get(name);
    let (retry_after, sent) = (header("Retry-After"), header("Date"));
    let moment = |text: &str| Some(js_sys::Date::parse(text)).filter(|moment| moment.is_finite());
    AHEAD.set(AHEAD.get().or_else(|| Some(moment(sent.as_deref()?)? - js_sys::Date::now())));
    let retry_after_seconds =
        retry_after.map(|asked| retry::seconds_to_wait(&asked, sent.as_deref(), js_sys::Date::now(), moment));
    let is_html = header("Content-Type").is_some_and(|kind| kind.contains("html"));
    let text = body::text(&response).await?;
    Ok(Answer { status: response.status(), retry_after_seconds, is_html, text })
}

/// The head of the answer.
async fn answer_to(sending: &Sending, body: Option<JsValue>, signal: &AbortSignal) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    for (option, word) in ALWAYS {
        js_sys::Reflect::set(&init, &option.into(), &word.into())?;
    }
    init.set_method(match sending.method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Patch => "PATCH",
        Method::Delete => "DELETE",
    });
    init.set_signal(Some(signal));
    let headers = Headers::new();
    if !sending.correlation.is_empty() {
        // A header that a cross-site form cannot send; the proxy asks for it on every write.
        headers.set("WL-Correlation-ID", &sending.correlation);
    }
    headers.set("Accept", "application/json");
    if let Some(body) = body {
        headers.set("Content-Type", "application/json");
        init.set_body(&body);
    }
    init.set_headers(&headers.into_raw());
    let request = Request::new_with_str_and_init(&sending.url, &init)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    Ok(JsFuture::from(window.fetch_with_request(&request)).await?.unchecked_into())
}

/// A fresh UUID: for a call, or for whatever must be recognised later.
pub fn new_id() -> String {
    web_sys::window().and_then(|window| window.crypto().ok()).map(|crypto| crypto.random_uuid()).unwrap_or_default()
}

/// In `0.0..1.0`; for jitter, not for secrets.
pub(super) fn random() -> f64 {
    js_sys::Math::random()
}

/// Waits.
pub(super) async fn pause(millis: u32) {
    TimeoutFuture::new(millis).await;
}

struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}
