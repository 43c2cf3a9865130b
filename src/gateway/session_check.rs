//! Whether the rep is still signed in, asked where the session answers. A proxy that ends a session says so in its own way
//! in place of the gateway, and a gateway that refuses the portal's credentials looks the same.

use std::pin::Pin;

use contract::{Malformed, Method};

use super::{
    Fault,
    transport::{self, Answer, Sending},
};

/// What the session endpoint says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionAnswer {
    /// Somebody is signed in: who, as JSON.
    Rep(String),
    /// Nobody is: 401, or what a proxy says instead, a redirect to a sign-in page or the page itself.
    Nobody,
    /// It could not be asked, and why.
    Unclear(String),
}

/// Asks who is signed in.
pub async fn ask_session(url: &str) -> SessionAnswer {
    match ask(url).await {
        Some(answer) => said(answer),
        None => SessionAnswer::Unclear(NO_CONNECTION.into()),
    }
}

/// Reads a file of this origin, such as the configuration; or what came instead.
pub async fn read_file(url: &str) -> Result<String, String> {
    match ask(url).await {
        Some(Answer { status: 200, text, .. }) => Ok(text),
        Some(Answer { status: REDIRECT, .. }) => Err("a redirect".into()),
        Some(Answer { status, .. }) => Err(format!("HTTP {status}")),
        None => Err(NO_CONNECTION.into()),
    }
}

const NO_CONNECTION: &str = "no connection";

/// Boxed, so that what waits for the answer is compiled once.
fn ask(url: &str) -> Pin<Box<dyn Future<Output = Option<Answer>>>> {
    let asking = Sending { method: Method::Get, url: url.to_owned(), body: None, correlation: String::new() };
    Box::pin(async move { transport::send(&asking).await.ok() })
}

fn said(answer: Answer) -> SessionAnswer {
    match answer.status {
        401 | REDIRECT => SessionAnswer::Nobody,
        200 if answer.is_page() => SessionAnswer::Nobody,
        200 => SessionAnswer::Rep(answer.text),
        status => SessionAnswer::Unclear(format!("HTTP {status}")),
    }
}

/// What a fetch that follows nothing answers in place of a redirect's own status.
pub(super) const REDIRECT: u16 = 0;

/// What came in place of an answer and may mean that nobody is signed in any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Instead {
    /// 401.
    Unauthorized,
    /// A redirect.
    Redirect,
    /// 200 with a page where JSON was expected.
    Page,
}

impl Instead {
    pub(super) fn of(answer: &Answer) -> Option<Self> {
        match answer.status {
            401 => Some(Self::Unauthorized),
            REDIRECT => Some(Self::Redirect),
            200..=299 if answer.is_page() => Some(Self::Page),
            _ => None,
        }
    }

    /// What it means, now that the session was asked. Where that brought no answer, 401 and a redirect count as the end of
    /// the session, and a page as a broken gateway.
    pub(super) fn fault(self, session: &SessionAnswer) -> Fault {
        match (self, session) {
            (Self::Unauthorized, SessionAnswer::Rep(_)) => Fault::NotAccepted,
            (Self::Unauthorized, _) => Fault::SignedOut,
            (Self::Redirect, SessionAnswer::Rep(_)) => Fault::Malformed(Malformed::new("an answer, not a redirect")),
            (Self::Page, SessionAnswer::Rep(_) | SessionAnswer::Unclear(_)) => {
                Fault::Malformed(Malformed::new("an answer, not a page"))
            }
            _ => Fault::SignInInstead,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, is_html: bool, text: &str) -> Answer {
        Answer { status, is_html, text: text.into(), ..Answer::default() }
    }

    const PAGE: &str = "\n<!doctype html><title>Sign in</title>";

    #[test]
    fn nobody_is_signed_in_however_a_proxy_says_it() {
        let rep = r#"{"subject":"rep-1"}"#;
        assert_eq!(said(answer(200, false, rep)), SessionAnswer::Rep(rep.into()));
        for nobody in [answer(401, false, ""), answer(0, false, ""), answer(200, true, PAGE), answer(200, false, PAGE)]
        {
            assert_eq!(said(nobody), SessionAnswer::Nobody);
        }
        assert_eq!(said(answer(502, true, PAGE)), SessionAnswer::Unclear("HTTP 502".into()));
    }

    #[test]
    fn the_session_tells_the_gateways_own_refusal_from_the_end_of_the_reps_session() {
        let rep = SessionAnswer::Rep("{}".into());
        let unclear = SessionAnswer::Unclear("no connection".into());
        assert_eq!(Instead::Unauthorized.fault(&rep), Fault::NotAccepted);
        for session in [&SessionAnswer::Nobody, &unclear] {
            assert_eq!(Instead::Unauthorized.fault(session), Fault::SignedOut);
            assert_eq!(Instead::Redirect.fault(session), Fault::SignInInstead);
        }
        assert_eq!(Instead::Page.fault(&SessionAnswer::Nobody), Fault::SignInInstead);
        for broken in [Instead::Redirect.fault(&rep), Instead::Page.fault(&rep), Instead::Page.fault(&unclear)] {
            assert!(matches!(broken, Fault::Malformed(_)), "{broken:?}");
        }
    }

    #[test]
    fn only_what_is_no_answer_of_the_gateway_asks_for_the_session() {
        assert_eq!(Instead::of(&answer(200, false, " {\"data\":[]}")), None);
        assert_eq!(Instead::of(&answer(502, true, PAGE)), None);
        assert_eq!(Instead::of(&answer(200, true, PAGE)), Some(Instead::Page));
        // What calls itself a page and is JSON is an answer.
        assert_eq!(Instead::of(&answer(200, true, "{}")), None);
    }
}
