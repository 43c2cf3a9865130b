//! The headers that every answer bears, whatever its status, so that nothing works only here.

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

use crate::{delivery::http_date, server::Shared};

const HEADERS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; \
         font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; object-src 'none'; \
         frame-src 'none'; frame-ancestors 'none'; report-uri /csp-report",
    ),
    ("strict-transport-security", "max-age=63072000; includeSubDomains"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"),
];

/// Adds them. Nothing is stored unless whoever made the answer knows better. On a day of the sandbox's own its answers are of
/// that day, as everything else is that it says.
pub(crate) async fn add(State(sandbox): State<Shared>, mut response: Response) -> Response {
    let fixed = sandbox.world().fixed_time();
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if let Some(date) = fixed.and_then(|moment| http_date(moment).parse().ok()) {
        headers.entry(header::DATE).or_insert(date);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
