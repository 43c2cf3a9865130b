//! A wrong request fails here, with the documented status, and not at an issuer.

mod common;

use axum::http::{HeaderValue, StatusCode};
use common::{ISSUER, PARTNER, PAUL, gateway, request, sealed};
use serde_json::{Value, json};

const ACTIVATION: &str = "/customers/activation";

fn lookup() -> String {
    sealed("retrieveCustomerLookUpInfo", json!({ "lastName": "Nowhere" }))
}

fn activation() -> String {
    let attributes =
        json!({ "customerUri": PAUL, "issuingPartnerUri": ISSUER, "partnerUri": PARTNER, "activate": "false" });
    sealed("updateCustomerActivation", attributes)
}

#[tokio::test]
async fn a_lookup_asks_exactly_one_kind_of_question() {
    for criteria in [
        json!({}),
        json!({ "phone": "5085550142", "email": "a@b.example" }),
        json!({ "lastName": "Casey", "customerId": "vmiTxZcaSEym" }),
        json!({ "firstName": "Paul" }),
        json!({ "firstName": "Paul", "phone": "5085550142" }),
        json!({ "phone": "508-555-0142" }),
        json!({ "phone": "" }),
        json!({ "email": "paul" }),
        json!({ "lastName": " Casey" }),
        json!({ "lastName": "" }),
        json!({ "lastName": "Casey", "firstName": "" }),
        json!({ "lastName": "Casey", "nickName": "P" }),
        json!({ "lastName": null, "phone": "5085550142" }),
    ] {
        let (code, text) = gateway().look_up(criteria.clone()).await.refusal();
        assert_eq!(code, "304", "{criteria}: {text}");
        assert!(!text.contains("Casey") && !text.contains("0142"), "a refusal repeats nothing personal: {text}");
    }
}

#[tokio::test]
async fn an_activation_names_a_wallet_its_issuer_and_its_partner() {
    let cases: [(&str, Value, &str); 6] = [
        ("customerUri", json!("bb3c20c6"), "316"),
        ("customerUri", json!("certnew:entity:customer#00000000-0000-4000-8000-000000000000"), "388"),
        ("issuingPartnerUri", json!("certnew:entity:issuingpartner#1"), "322"),
        ("partnerUri", json!("paydiant:entity:partner#1"), "322"),
        ("activate", json!(false), "304"),
        ("activate", json!("FALSE"), "304"),
    ];
    for (attribute, value, expected) in cases {
        let gateway = gateway();
        let mut attributes =
            json!({ "customerUri": PAUL, "issuingPartnerUri": ISSUER, "partnerUri": PARTNER, "activate": "false" });
        attributes[attribute] = value.clone();
        let (code, _) = gateway.call(ACTIVATION, "updateCustomerActivation", attributes).await.refusal();
        assert_eq!(code, expected, "{attribute} {value}");
        assert_eq!(gateway.really("pauls_wallet@yahoo.com").await["active"], true, "nothing happened");
    }
}

#[tokio::test]
async fn devices_are_asked_for_by_exactly_one_identifier_of_the_customer() {
    let cases = [
        (json!({ "issuingPartnerUri": ISSUER }), "304"),
        (json!({ "issuingPartnerUri": ISSUER, "customerUri": PAUL, "externalId": "PERSON-1" }), "304"),
        (json!({ "issuingPartnerUri": ISSUER, "externalId": "PERSON-1" }), "388"),
        (json!({ "issuingPartnerUri": "other", "customerUri": PAUL }), "322"),
    ];
    for (attributes, expected) in cases {
        let answer = gateway().call("/customers/devices/search", "retrieveCustomerDevices", attributes.clone()).await;
        assert_eq!(answer.refusal().0, expected, "{attributes}");
    }
}

#[tokio::test]
async fn another_customers_device_is_not_found() {
    let gateway = gateway();
    let other = gateway.really("active@sandbox.example").await["deviceStates"][0]["deviceUri"].clone();
    let answer = gateway.activate_device(PAUL, other.as_str().expect("stated"), false).await;
    assert_eq!(answer.refusal(), ("344".into(), "DEVICE_NOT_FOUND".into()));
}

#[tokio::test]
async fn a_refusal_bears_the_older_status_with_its_errors() {
    let status = gateway().look_up(json!({})).await.body()["status"].clone();
    assert_eq!(status["statusCode"], "FAILED");
    assert_eq!(status["errors"][0]["statusType"], "PLATFORM");
    assert!(status.get("statusDetails").is_none());
}

#[tokio::test]
async fn the_issuers_token_in_a_browser_is_refused() {
    let mut request = request("/customers/lookup", &lookup());
    request.headers_mut().insert("authorization", HeaderValue::from_static("Basic x"));
    assert_eq!(gateway().send(request).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_write_needs_a_correlation_id_and_a_read_does_not() {
    for (path, body, expected) in
        [(ACTIVATION, activation(), StatusCode::FORBIDDEN), ("/customers/lookup", lookup(), StatusCode::OK)]
    {
        let mut request = request(path, &body);
        request.headers_mut().remove("wl-correlation-id");
        assert_eq!(gateway().send(request).await.status, expected, "{path}");
    }
    let mut request = request(ACTIVATION, &activation());
    request.headers_mut().insert("wl-correlation-id", HeaderValue::from_static("42"));
    assert_eq!(gateway().send(request).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_write_from_another_site_is_refused() {
    for (site, expected) in
        [("cross-site", StatusCode::FORBIDDEN), ("same-site", StatusCode::FORBIDDEN), ("same-origin", StatusCode::OK)]
    {
        let mut request = request(ACTIVATION, &activation());
        request.headers_mut().insert("sec-fetch-site", HeaderValue::from_static(site));
        assert_eq!(gateway().send(request).await.status, expected, "{site}");
    }
}

#[tokio::test]
async fn a_body_that_does_not_call_itself_json_is_refused() {
    let mut plain = request("/customers/lookup", &lookup());
    plain.headers_mut().insert("content-type", HeaderValue::from_static("text/plain"));
    assert_eq!(gateway().send(plain).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let mut with_charset = request("/customers/lookup", &lookup());
    with_charset.headers_mut().insert("content-type", HeaderValue::from_static("application/json; charset=utf-8"));
    assert_eq!(gateway().send(with_charset).await.word(), "SUCCESS");
}

#[tokio::test]
async fn a_mistyped_address_is_not_found_and_a_wrong_method_not_allowed() {
    let gateway = gateway();
    let mistyped =
        gateway.call("/customers/lookups", "retrieveCustomerLookUpInfo", json!({ "lastName": "Casey" })).await;
    assert_eq!((mistyped.status, mistyped.text()), (StatusCode::NOT_FOUND, "SERVICE_UNAVAILABLE"));
    assert_eq!(gateway.get("/b2b-gateway/customers/lookup").await.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(gateway.get("/api/v2/issuers/1234/customer").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_wrong_request_never_uses_up_a_fault() {
    let gateway = gateway();
    let uri = gateway.uri("first-call-fails-once@sandbox.example").await;
    let wrong = json!({ "customerUri": uri, "issuingPartnerUri": ISSUER, "partnerUri": PARTNER, "activate": false });
    gateway.call(ACTIVATION, "updateCustomerActivation", wrong).await.refusal();
    assert_eq!(gateway.activate(&uri, false).await.word(), "502");
}
