//! How a proxy ends a session, what an issuer does not offer, and how long a busy gateway asks to wait.

mod common;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use common::{PAUL, gateway, request, sealed, with};
use contract::Lists;
use sandbox::Settings;
use serde_json::{Value, json};

fn lookup() -> Request<Body> {
    request("/customers/lookup", &sealed("retrieveCustomerLookUpInfo", json!({ "lastName": "Nowhere" })))
}

#[tokio::test]
async fn a_proxy_says_that_nobody_is_signed_in_with_401_a_redirect_or_a_page() {
    for (says, status) in [("status", 401), ("redirect", 302), ("page", 200)] {
        let gateway = gateway();
        let out = gateway.post(&format!("/sandbox/sign-out?says={says}")).await;
        let cookie = out.headers["set-cookie"].to_str().expect("text").split(';').next().expect("a pair").to_owned();
        let session = Request::get("/session").body(Body::empty()).expect("a request");
        for mut asked in [session, lookup()] {
            asked.headers_mut().insert("cookie", cookie.parse().expect("a header"));
            let answer = gateway.send(asked).await;
            assert_eq!(answer.status, status, "{says}");
            match says {
                "redirect" => assert_eq!(answer.headers["location"], "/sandbox/sign-in"),
                "page" => assert!(answer.text().contains("<h1>Sign in</h1>"), "{}", answer.text()),
                _ => {}
            }
        }
        assert_eq!(gateway.get("/session").await.status, StatusCode::OK, "another browser is signed in");
    }
}

#[tokio::test]
async fn a_session_that_ran_out_in_the_middle_is_not_there_for_the_session_either_and_comes_back() {
    let gateway = gateway();
    let call = |email: &str| gateway.look_up(json!({ "email": email }));
    assert_eq!(call("lookup-401-once@sandbox.example").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(gateway.get("/session").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(gateway.get("/session").await.status, StatusCode::OK);
    assert_eq!(call("lookup-401-once@sandbox.example").await.word(), "SUCCESS");
}

#[tokio::test]
async fn the_gateways_own_401_leaves_the_session_alone() {
    let gateway = gateway();
    gateway.post("/sandbox/fail?operation=retrieveCustomerLookupInfo&status=401").await;
    assert_eq!(gateway.send(lookup()).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(gateway.get("/session").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_busy_gateway_asks_to_wait_in_seconds_or_until_a_date() {
    let gateway = gateway();
    gateway.post("/sandbox/fail?operation=retrieveCustomerLookupInfo&status=429&retryAfter=7").await;
    assert_eq!(gateway.send(lookup()).await.headers["retry-after"], "7");
    gateway.post("/sandbox/fail?operation=retrieveCustomerLookupInfo&status=429&retryAfter=7&asDate=true").await;
    let headers = gateway.send(lookup()).await.headers;
    let stamp = |name: &str| headers[name].to_str().expect("text").to_owned();
    assert!(stamp("retry-after").ends_with(" GMT") && stamp("retry-after") != stamp("date"), "{headers:?}");
}

#[tokio::test]
async fn what_an_issuer_has_not_bought_is_refused_and_stands_in_its_configuration() {
    let gateway =
        with(Settings { not_offered: vec!["listCustomers", "updateCustomerActivation"], ..Settings::default() });
    let configuration = gateway.get("/config.json").await.json();
    assert_eq!(configuration["gateway"]["notOffered"], json!(["listCustomers", "updateCustomerActivation"]));
    let refused = gateway.issuing("GET", "/customers?lastName=Casey", Value::Null).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.text().contains("does not offer listCustomers"), "{}", refused.text());
    let (code, text) = gateway.activate(PAUL, true).await.refusal();
    assert!(code == "386" && text.contains("does not offer updateCustomerActivation"), "{code} {text}");
}

#[tokio::test]
async fn a_gateway_takes_lists_in_a_query_as_its_configuration_says() {
    for (lists, name, taken, refused) in [
        (Lists::Repeated, "repeated", "embed=addresses&embed=contacts", "embed=addresses,contacts"),
        (Lists::Joined, "joined", "embed=addresses,contacts", "embed=addresses&embed=contacts"),
    ] {
        let gateway = with(Settings { lists, ..Settings::default() });
        assert_eq!(gateway.get("/config.json").await.json()["gateway"]["lists"], name);
        let ask = |query: &str| {
            let path = format!("/customers/CUS0/?{query}").replace("/?", "?");
            let gateway = &gateway;
            async move { gateway.issuing("GET", &path, Value::Null).await.status }
        };
        // Nobody bears this reference; a query that is not understood is refused before that is found.
        assert_eq!(ask(taken).await, StatusCode::NOT_FOUND, "{name}");
        assert_eq!(ask(refused).await, StatusCode::BAD_REQUEST, "{name}");
    }
}

#[tokio::test]
async fn who_acts_is_said_by_the_proxy_and_never_by_a_page() {
    for header in ["WL-Username", "WL-Origin", "WL-Peer-ID"] {
        let mut call = lookup();
        let name: axum::http::HeaderName = header.parse().expect("a name");
        call.headers_mut().insert(name, "somebody-else".parse().expect("a header"));
        assert_eq!(gateway().send(call).await.status, StatusCode::BAD_REQUEST, "{header}");
    }
}
