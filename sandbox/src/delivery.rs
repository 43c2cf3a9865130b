//! How an answer goes back, in one piece or not.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use http_body::{Body as HttpBody, Frame};
use tokio::time::{Sleep, sleep};

use crate::{door::Reply, faults::Canned};

/// An answer as it should be.
pub(crate) fn json(text: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text.into()).into_response()
}

/// A gateway's reply as it should be.
pub(crate) fn whole(Reply { status, text }: Reply) -> Response {
    (status, json(text)).into_response()
}

/// A reply that ends in the middle and says nothing about it.
pub(crate) fn truncated(Reply { status, mut text }: Reply) -> Response {
    text.truncate(half(&text));
    (status, json(text)).into_response()
}

/// A reply inside which the connection breaks.
pub(crate) fn cut(Reply { status, mut text }: Reply) -> Response {
    text.truncate(half(&text));
    (status, json(Body::new(Cut { beginning: Some(text.into()), patience: None }))).into_response()
}

/// An answer that is not the gateway's.
pub(crate) fn canned(canned: Canned) -> Response {
    let Canned { status, body, retry_after } = canned;
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response();
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn half(text: &str) -> usize {
    (0..=text.len() / 2).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}

/// Sends the beginning and then breaks. The head must have left by then: a browser repeats a request by itself, even a
/// POST, when a connection that it kept open ends before the head comes, and the journey would see a write too many.
struct Cut {
    beginning: Option<Bytes>,
    patience: Option<Pin<Box<Sleep>>>,
}

impl HttpBody for Cut {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Some(beginning) = self.beginning.take() {
            return Poll::Ready(Some(Ok(Frame::data(beginning))));
        }
        let patience = self.patience.get_or_insert_with(|| Box::pin(sleep(Duration::from_millis(30))));
        patience.as_mut().poll(context).map(|()| Some(Err(std::io::ErrorKind::ConnectionAborted.into())))
    }
}
