//! Who is signed in. A cookie says it, so that two browsers can be two reps.

use axum::{
    extract::Query,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use crate::delivery;

/// A support representative, as `/session` tells the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Rep {
    subject: &'static str,
    name: &'static str,
    roles: &'static [&'static str],
}

impl Rep {
    /// As a statement's reprints and postings by hand name them.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }
}

const REPS: [Rep; 2] = [
    Rep { subject: "rep-1", name: "Robin Keller", roles: &["care"] },
    Rep { subject: "rep-2", name: "Sascha Brandt", roles: &["care"] },
];

const COOKIE: &str = "sandbox-rep";
const SIGNED_OUT: &str = "none";

/// Whose browser this is. One that has never been here is the first rep's, so that a developer need not sign in.
pub(crate) fn rep(headers: &HeaderMap) -> Option<&'static Rep> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    match pairs.find(|(name, _)| *name == COOKIE) {
        None => Some(&REPS[0]),
        Some((_, subject)) => find(subject),
    }
}

/// `GET /session`.
pub(crate) async fn session(headers: HeaderMap) -> Response {
    match rep(&headers) {
        Some(rep) => delivery::json(serde_json::json!(rep).to_string()),
        None => (StatusCode::UNAUTHORIZED, "Sign in first.").into_response(),
    }
}

/// `POST /sandbox/sign-out`: ends this browser's session, and has it forget what it kept.
pub(crate) async fn sign_out() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    remember(&mut response, SIGNED_OUT);
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    response
}

/// What `GET /sandbox/sign-in` may ask for.
#[derive(Deserialize)]
pub(crate) struct SignIn {
    #[serde(rename = "as")]
    subject: Option<String>,
}

/// `GET /sandbox/sign-in`: a page with one link a rep; a link signs in.
pub(crate) async fn sign_in(Query(SignIn { subject }): Query<SignIn>) -> Response {
    let Some(subject) = subject else { return page("Sign in", &choice()) };
    let Some(rep) = find(&subject) else { return (StatusCode::NOT_FOUND, "No such rep.").into_response() };
    let mut response = page("Signed in", &format!("<p>You are {}. <a href=\"/\">Care portal</a></p>", rep.name));
    remember(&mut response, rep.subject);
    response
}

fn find(subject: &str) -> Option<&'static Rep> {
    REPS.iter().find(|rep| rep.subject == subject)
}

fn choice() -> String {
    let link = |rep: &Rep| format!("<li><a href=\"/sandbox/sign-in?as={}\">{}</a></li>", rep.subject, rep.name);
    format!("<ul>{}</ul>", REPS.iter().map(link).collect::<String>())
}

fn page(title: &str, content: &str) -> Response {
    Html(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1>{content}</main></body></html>"
    ))
    .into_response()
}

fn remember(response: &mut Response, subject: &'static str) {
    let cookie = format!("{COOKIE}={subject}; Path=/; HttpOnly; SameSite=Lax");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
}
