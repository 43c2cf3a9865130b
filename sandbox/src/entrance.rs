//! What is checked before a call's body is read: the part that a reverse proxy plays in front of a real gateway.

use axum::http::{HeaderMap, StatusCode, header};
use contract::Spec;

use crate::session;

/// The header that names one action of a rep.
pub(crate) const CORRELATION_ID: &str = "wl-correlation-id";

/// What the proxy adds to every call: the rep's subject or name, and what they act from (public).
const PROXYS_OWN: [&str; 3] = ["wl-username", "wl-origin", "wl-peer-id"];

/// Why a call does not get in.
pub(crate) type Barred = (StatusCode, &'static str);

pub(crate) fn admit(spec: &Spec, headers: &HeaderMap, has_body: bool) -> Result<(), Barred> {
    if headers.contains_key(header::AUTHORIZATION) {
        return Err((StatusCode::BAD_REQUEST, "The gateway's token belongs to the reverse proxy, never to a browser."));
    }
    // A page could name anybody: who acts is said by the proxy, which knows whose session it is.
    if PROXYS_OWN.iter().any(|name| headers.contains_key(*name)) {
        return Err((StatusCode::BAD_REQUEST, "Who acts is said by the reverse proxy, never by a browser."));
    }
    if session::rep(headers).is_none() {
        return Err((StatusCode::UNAUTHORIZED, "Sign in first."));
    }
    // A page of another origin cannot send a header of its own, so this keeps its writes out (ASVS 3.5).
    if spec.writes() && text(headers, "sec-fetch-site").is_some_and(|site| site != "same-origin") {
        return Err((StatusCode::FORBIDDEN, "A write from another site."));
    }
    match text(headers, CORRELATION_ID) {
        Some(id) if !is_uuid(id) => return Err((StatusCode::BAD_REQUEST, "WL-Correlation-ID is not a UUID.")),
        None if spec.writes() => return Err((StatusCode::FORBIDDEN, "A write without WL-Correlation-ID.")),
        _ => {}
    }
    if !has_body {
        return Ok(());
    }
    let content_type = text(headers, "content-type").and_then(|text| text.split(';').next()).map(str::trim);
    if content_type.is_none_or(|text| !text.eq_ignore_ascii_case("application/json")) {
        return Err((StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body must be application/json."));
    }
    Ok(())
}

pub(crate) fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap_or_default())
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
