//! The one place that touches `fetch`.

use std::pin::pin;

use contract::Method;
use futures::future::{Either, select};
use gloo_net::http::{Request, RequestBuilder};
use gloo_timers::future::TimeoutFuture;
use web_sys::{AbortController, AbortSignal};

use super::failure::Fault;

/// After so many milliseconds without a whole answer the call counts as timed out.
const TIME_OUT_MILLIS: u32 = 10_000;

/// A request, ready to go, and to go again.
pub(super) struct Sending {
    pub(super) method: Method,
    pub(super) url: String,
    pub(super) body: Option<String>,
    pub(super) correlation: String,
}

/// An HTTP answer, read to its end.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) retry_after_seconds: Option<u32>,
    pub(super) text: String,
}

/// Sends once. Dropping the future aborts the request.
pub(super) async fn send(sending: &Sending) -> Result<Answer, Fault> {
    if web_sys::window().is_some_and(|window| !window.navigator().on_line()) {
        return Err(Fault::Offline);
    }
    let abort = AbortOnDrop(AbortController::new().map_err(|_| Fault::Unreachable)?);
    let signal = abort.0.signal();
    let answer = pin!(exchange(sending, &signal));
    match select(answer, TimeoutFuture::new(TIME_OUT_MILLIS)).await {
        Either::Left((answer, _)) => answer.map_err(|_| Fault::Unreachable),
        Either::Right(_) => Err(Fault::TimedOut),
    }
}

async fn exchange(sending: &Sending, signal: &AbortSignal) -> Result<Answer, gloo_net::Error> {
    let builder: RequestBuilder = match sending.method {
        Method::Get => Request::get(&sending.url),
        Method::Post => Request::post(&sending.url),
        Method::Put => Request::put(&sending.url),
        Method::Patch => Request::patch(&sending.url),
        Method::Delete => Request::delete(&sending.url),
    };
    // A header that a cross-site form cannot send; the proxy asks for it on every write.
    let builder = builder
        .abort_signal(Some(signal))
        .header("Accept", "application/json")
        .header("WL-Correlation-ID", &sending.correlation);
    let request = match &sending.body {
        Some(body) => builder.header("Content-Type", "application/json").body(body.as_str())?,
        None => builder.build()?,
    };
    let response = request.send().await?;
    Ok(Answer {
        status: response.status(),
        retry_after_seconds: response.headers().get("Retry-After").and_then(|seconds| seconds.trim().parse().ok()),
        text: response.text().await?,
    })
}

/// A fresh UUID.
pub(super) fn new_id() -> String {
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
