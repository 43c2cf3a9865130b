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

use contract::CalendarDate;

use crate::{
    door::Reply,
    faults::Canned,
    issuing::{
        calendar::{DAY, Day, Millis},
        clock::Clock,
    },
};

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
    let Canned { status, body, location, retry_after, .. } = canned;
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response();
    if let Some(place) = location {
        response.headers_mut().insert(header::LOCATION, HeaderValue::from_static(place));
    }
    match retry_after {
        Some(seconds) if canned.as_a_date => {
            let now = Clock::Real.now(0);
            // As every server does: whoever reads the one date has the other to compare it with.
            for (name, moment) in [(header::DATE, now), (header::RETRY_AFTER, now + i64::from(seconds) * 1_000)] {
                response.headers_mut().insert(name, http_date(moment).parse().expect("a date is plain text"));
            }
        }
        Some(seconds) => drop(response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds))),
        None => {}
    }
    response
}

/// Leads somewhere else.
pub(crate) fn redirect(place: &'static str) -> Response {
    canned(Canned { location: Some(place), ..Canned::page(302, "") })
}

/// A moment as HTTP writes it: `Tue, 15 Jul 2025 10:00:00 GMT`.
pub(crate) fn http_date(moment: Millis) -> String {
    const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (days, seconds) = (moment.div_euclid(DAY), moment.rem_euclid(DAY) / 1_000);
    let CalendarDate { year, month, day } = Day(days).date();
    let (weekday, month) = (WEEKDAYS[days.rem_euclid(7) as usize], MONTHS[(month - 1) as usize]);
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{weekday}, {day:02} {month} {year} {hour:02}:{minute:02}:{second:02} GMT")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_http_writes_it() {
        assert_eq!(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
        assert_eq!(http_date(784_111_777_000), "Sun, 06 Nov 1994 08:49:37 GMT");
    }
}
