//! What surrounds the gateway: headers, files, the session, and what a journey may ask.

mod common;

use std::{fs, path::PathBuf, sync::Arc, time::Duration};

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use common::{PAUL, gateway, request, sealed, with};
use sandbox::{Latency, Settings};
use serde_json::json;
use tokio::time::{Instant, sleep, timeout};

const PAULS_EMAIL: &str = "pauls_wallet@yahoo.com";

/// A built portal in miniature.
fn portal(name: &str) -> PathBuf {
    let directory = std::env::temp_dir().join(format!("sandbox-portal-{}-{name}", std::process::id()));
    fs::create_dir_all(&directory).expect("a directory");
    for (file, content) in [
        ("index.html", "<!doctype html><title>Care portal</title>"),
        ("portal-0a1b2c3d4e5f.js", "plain"),
        ("portal-0a1b2c3d4e5f.js.br", "brotli"),
        ("portal-0a1b2c3d4e5f.js.gz", "gzip"),
        ("icon.svg", "<svg/>"),
    ] {
        fs::write(directory.join(file), content).expect("a file");
    }
    directory
}

#[tokio::test]
async fn every_answer_bears_the_security_headers_whatever_its_status() {
    let gateway = gateway();
    for (path, status) in
        [("/config.json", 200), ("/nothing.js", 404), ("/b2b-gateway/customers/lookup", 405), ("/sandbox/nothing", 404)]
    {
        let answer = gateway.get(path).await;
        assert_eq!(answer.status, status, "{path}");
        let policy = answer.headers["content-security-policy"].to_str().expect("text");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"),
            "{policy}"
        );
        assert!(policy.ends_with("frame-src 'none'; frame-ancestors 'none'; report-uri /csp-report"), "{policy}");
        for name in [
            "strict-transport-security",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "cross-origin-opener-policy",
            "cross-origin-embedder-policy",
            "cross-origin-resource-policy",
            "permissions-policy",
        ] {
            assert!(answer.headers.contains_key(name), "{path} lacks {name}");
        }
        assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
    }
}

#[tokio::test]
async fn the_portal_answers_for_every_address_without_a_dot_and_for_no_missing_file() {
    let directory = portal("shell");
    let gateway = with(Settings { serve: Some(directory.clone()), customers: 0, ..Settings::default() });
    for path in ["/", "/customers/3f9a", "/customers/3f9a/devices"] {
        let answer = gateway.get(path).await;
        assert_eq!(answer.text(), "<!doctype html><title>Care portal</title>", "{path}");
        assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
    }
    for path in
        ["/missing.js", "/style/missing.css", "/../../etc/passwd.txt", "/b2b-gateway/missing", "/sandbox/missing"]
    {
        let answer = gateway.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
    }
    fs::remove_dir_all(directory).expect("removed");
}

#[tokio::test]
async fn files_come_compressed_and_those_with_a_digest_may_be_kept_for_ever() {
    let directory = portal("files");
    let gateway = with(Settings { serve: Some(directory.clone()), customers: 0, ..Settings::default() });
    for (accepted, expected) in [("br, gzip", "brotli"), ("gzip", "gzip"), ("identity", "plain")] {
        let request = Request::get("/portal-0a1b2c3d4e5f.js").header("accept-encoding", accepted);
        let answer = gateway.send(request.body(Body::empty()).expect("a request")).await;
        assert_eq!(answer.text(), expected);
        assert_eq!(answer.headers["cache-control"], "private, max-age=31536000, immutable");
        assert_eq!(answer.headers["content-type"], "text/javascript");
    }
    assert_eq!(gateway.get("/icon.svg").await.headers["cache-control"], "no-store");
    fs::remove_dir_all(directory).expect("removed");
}

#[tokio::test]
async fn a_directory_without_a_portal_is_refused_at_the_start() {
    let settings = Settings { serve: Some(std::env::temp_dir().join("no-portal-here")), ..Settings::default() };
    assert!(sandbox::router(&settings).expect_err("refused").contains("holds no index.html"));
}

#[tokio::test]
async fn a_browser_that_was_never_here_is_the_first_reps() {
    let session = gateway().get("/session").await.json();
    assert_eq!(session, json!({ "subject": "rep-1", "name": "Robin Keller", "roles": ["care"] }));
}

#[tokio::test]
async fn signing_out_closes_the_session_and_the_gateway_for_this_browser_only() {
    let gateway = gateway();
    let answer = gateway.post("/sandbox/sign-out").await;
    assert_eq!(answer.headers["clear-site-data"], "\"cache\"");
    let cookie = answer.headers["set-cookie"].to_str().expect("text");
    assert!(cookie.ends_with("Path=/; HttpOnly; SameSite=Lax"), "{cookie}");
    let cookie = cookie.split(';').next().expect("a pair").to_owned();

    let session = Request::get("/session").header("cookie", &cookie).body(Body::empty()).expect("a request");
    assert_eq!(gateway.send(session).await.status, StatusCode::UNAUTHORIZED);
    let mut call =
        request("/customers/lookup", &sealed("retrieveCustomerLookUpInfo", json!({ "lastName": "Nowhere" })));
    call.headers_mut().insert("cookie", cookie.parse().expect("a header"));
    assert_eq!(gateway.send(call).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(gateway.get("/session").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_second_rep_signs_in_with_a_link() {
    let gateway = gateway();
    assert!(gateway.get("/sandbox/sign-in").await.text().contains("href=\"/sandbox/sign-in?as=rep-2\""));
    let answer = gateway.get("/sandbox/sign-in?as=rep-2").await;
    let cookie = answer.headers["set-cookie"].to_str().expect("text").split(';').next().expect("a pair").to_owned();
    let session = Request::get("/session").header("cookie", format!("other=1; {cookie}"));
    let session = gateway.send(session.body(Body::empty()).expect("a request")).await.json();
    assert_eq!(session["subject"], "rep-2");
    assert_eq!(gateway.get("/sandbox/sign-in?as=rep-3").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_configuration_is_the_seeds_tenant_and_not_production() {
    let configuration = gateway().get("/config.json").await.json();
    assert_eq!(configuration["environment"], json!({ "label": "Sandbox", "production": false }));
    assert_eq!(configuration["tenant"]["partnerUri"], common::PARTNER);
    assert_eq!(configuration["tenant"]["issuingPartnerUri"], common::ISSUER);
    assert_eq!(configuration["gateway"]["wallet"], "/b2b-gateway");
}

#[tokio::test]
async fn the_log_counts_calls_and_holds_nothing_personal() {
    let gateway = gateway();
    gateway.look_up(json!({ "email": PAULS_EMAIL })).await;
    gateway.activate(PAUL, false).await;
    gateway.look_up(json!({})).await;
    let log = gateway.get("/sandbox/log").await;
    assert!(!log.text().contains("paul"));
    let log = log.json();
    let operations: Vec<_> = (0..3).map(|place| log[place]["operation"].as_str().expect("stated").to_owned()).collect();
    assert_eq!(operations, ["retrieveCustomerLookupInfo", "updateCustomerActivation", "retrieveCustomerLookupInfo"]);
    assert_eq!(log[1]["activate"], false);
    assert_eq!(log[1]["writes"], true);
    assert_eq!(log[1]["correlationId"], "0b0e7a4e-2f6c-4d27-9a53-5f1a1f0a9b11");
    assert!(log[2]["refused"].as_str().expect("stated").starts_with("304"));
}

#[tokio::test]
async fn a_reset_brings_customers_faults_and_log_back_to_the_beginning() {
    let gateway = gateway();
    let faulty = "first-call-fails-once@sandbox.example";
    let uri = gateway.uri(faulty).await;
    gateway.activate(PAUL, false).await;
    assert_eq!(gateway.activate(&uri, false).await.word(), "502");
    gateway.post("/sandbox/reset").await;
    assert_eq!(gateway.really(PAULS_EMAIL).await["active"], true);
    assert_eq!(gateway.get("/sandbox/log").await.json(), json!([]));
    assert_eq!(gateway.activate(&uri, false).await.word(), "502");
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_held_before_its_effect_leaves_none_when_the_caller_goes_away() {
    let gateway = gateway();
    gateway.post("/sandbox/hold?operation=updateCustomerActivation&when=before").await;
    assert!(timeout(Duration::from_secs(1), gateway.activate(PAUL, false)).await.is_err());
    assert_eq!(gateway.really(PAULS_EMAIL).await["active"], true);
    assert_eq!(gateway.get("/sandbox/held").await.json()["held"], 0);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_held_after_its_effect_is_done_when_the_caller_goes_away() {
    let gateway = gateway();
    gateway.post("/sandbox/hold?operation=updateCustomerActivation&when=after").await;
    assert!(timeout(Duration::from_secs(1), gateway.activate(PAUL, false)).await.is_err());
    assert_eq!(gateway.really(PAULS_EMAIL).await["active"], false);
}

#[tokio::test(start_paused = true)]
async fn a_held_call_goes_on_when_it_is_released() {
    let gateway = Arc::new(gateway());
    gateway.post("/sandbox/hold?operation=updateCustomerActivation&nth=2").await;
    assert_eq!(gateway.activate(PAUL, false).await.word(), "SUCCESS");
    let held = tokio::spawn({
        let gateway = gateway.clone();
        async move { gateway.activate(PAUL, true).await.word() }
    });
    sleep(Duration::from_millis(1)).await;
    assert_eq!(gateway.get("/sandbox/held").await.json()["held"], 1);
    assert_eq!(gateway.really(PAULS_EMAIL).await["active"], false);
    gateway.post("/sandbox/release").await;
    assert_eq!(held.await.expect("no panic"), "SUCCESS");
    assert_eq!(gateway.really(PAULS_EMAIL).await["active"], true);
}

#[tokio::test(start_paused = true)]
async fn a_journey_drops_or_fails_the_call_it_names() {
    let gateway = gateway();
    gateway.post("/sandbox/drop?operation=updateCustomerActivation&when=after&activate=true").await;
    assert_eq!(gateway.activate(PAUL, false).await.word(), "SUCCESS");
    assert_eq!(gateway.activate(PAUL, true).await.word(), "broken");
    assert_eq!(gateway.really(PAULS_EMAIL).await["locked"], false);
    gateway.post("/sandbox/fail?operation=retrieveCustomerLookupInfo&status=503&times=2").await;
    for word in ["503", "503", "SUCCESS"] {
        assert_eq!(gateway.look_up(json!({ "phone": "5085550142" })).await.word(), word);
    }
    assert_eq!(gateway.post("/sandbox/hold?operation=unlock").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn somebody_else_changes_a_customer_behind_the_reps_back() {
    let gateway = gateway();
    gateway.post(&format!("/sandbox/change?email={PAULS_EMAIL}&locked=false")).await;
    let paul = gateway.look_up(json!({ "email": PAULS_EMAIL })).await.found().remove(0);
    assert_eq!((&paul["active"], &paul["locked"]), (&json!(true), &json!(false)));
}

#[tokio::test(start_paused = true)]
async fn latency_slows_every_gateway_call_and_nothing_else() {
    let settings = Settings { latency: "80ms..300ms".parse().expect("a range"), customers: 0, ..Settings::default() };
    let gateway = with(settings);
    let took = async |criteria| {
        let began = Instant::now();
        gateway.look_up(criteria).await;
        began.elapsed()
    };
    for _ in 0..20 {
        let took = took(json!({ "lastName": "Nowhere" })).await;
        assert!((Duration::from_millis(80)..=Duration::from_millis(301)).contains(&took), "{took:?}");
    }
    gateway.post("/sandbox/latency?ms=2000").await;
    assert!(took(json!({ "lastName": "Nowhere" })).await >= Duration::from_secs(2));
    let began = Instant::now();
    gateway.get("/session").await;
    assert_eq!(began.elapsed(), Duration::ZERO);
    assert_eq!(Settings::default().latency, Latency::NONE);
}

#[tokio::test]
async fn what_the_content_policy_stopped_is_kept_for_the_journeys() {
    let gateway = gateway();
    assert_eq!(gateway.get("/sandbox/csp-reports").await.json(), json!([]));
    let report = Request::post("/csp-report").body(Body::from("{\"csp-report\":{}}")).expect("a request");
    assert_eq!(gateway.send(report).await.status, StatusCode::NO_CONTENT);
    assert_eq!(gateway.get("/sandbox/csp-reports").await.json(), json!(["{\"csp-report\":{}}"]));
}
