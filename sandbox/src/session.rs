//! Who is signed in. A cookie says it, so that two browsers can be two reps.

use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use crate::{delivery, server::Shared};

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

/// How a proxy says that nobody is signed in, to whatever is asked of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Nobody {
    /// 401.
    #[default]
    Status,
    /// A redirect to where one signs in.
    Redirect,
    /// The page on which one signs in, with 200.
    Page,
}

impl Nobody {
    pub(crate) fn answer(self) -> Response {
        match self {
            Self::Status => (StatusCode::UNAUTHORIZED, "Sign in first.").into_response(),
            Self::Redirect => delivery::redirect(SIGN_IN),
            Self::Page => page("Sign in", &choice()),
        }
    }
}

const SIGN_IN: &str = "/sandbox/sign-in";

/// What the proxy in front of this sandbox does about sessions.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Proxy {
    /// How it says that nobody is signed in.
    pub(crate) says: Nobody,
    /// So many times it knows nobody, although somebody is signed in: the session ran out and is taken up again.
    pub(crate) lapses: u32,
}

/// `GET /session`.
pub(crate) async fn session(State(sandbox): State<Shared>, headers: HeaderMap) -> Response {
    let mut proxy = sandbox.proxy();
    let lapsed = proxy.lapses > 0;
    proxy.lapses = proxy.lapses.saturating_sub(1);
    match rep(&headers).filter(|_| !lapsed) {
        Some(rep) => delivery::json(serde_json::json!(rep).to_string()),
        None => proxy.says.answer(),
    }
}

/// What `POST /sandbox/sign-out` may ask for.
#[derive(Deserialize)]
pub(crate) struct SignOut {
    /// From now on nobody is told so: `status` (401), `redirect` or `page`.
    #[serde(default)]
    says: Nobody,
}

/// `POST /sandbox/sign-out`: ends this browser's session, and has it forget the answers that it kept. Its storage stays: it
/// holds nothing personal, and what of it names an unlock or a change that nobody saw the end of is for whoever comes next.
pub(crate) async fn sign_out(State(sandbox): State<Shared>, Query(SignOut { says }): Query<SignOut>) -> Response {
    sandbox.proxy().says = says;
    let mut response = StatusCode::NO_CONTENT.into_response();
    remember(&mut response, SIGNED_OUT);
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
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
