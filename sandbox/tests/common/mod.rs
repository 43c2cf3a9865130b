//! A sandbox without a socket: requests go straight into it, and time stands still.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod typed;

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, Response, StatusCode},
};
use contract::CalendarDate;
use sandbox::{Settings, router};
use serde_json::{Value, json};
use tower::ServiceExt;

pub const ISSUER: &str = "certnew:entity:issuingpartner#d72bb2cd-34f9-441e-9daf-4f3ef2838bcb";
pub const PARTNER: &str = "paydiant:entity:partner#5df9ba6e-c3a5-4c7e-9f22-6812a069683a";
pub const PAUL: &str = "certnew:entity:customer#e1f42d4d-587a-46c1-8de9-2b21846c02c0";

/// A sandbox with few people.
pub struct Gateway(Router);

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    /// `None` when the connection broke inside it.
    pub text: Option<String>,
}

pub fn gateway() -> Gateway {
    with(Settings { customers: 50, today: CalendarDate::new(2025, 7, 15), ..Settings::default() })
}

pub fn with(settings: Settings) -> Gateway {
    Gateway(router(&settings).expect("a sandbox"))
}

impl Gateway {
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.0.clone().oneshot(request).await.expect("infallible");
        let (head, body) = response.into_parts();
        let text = to_bytes(body, usize::MAX).await.ok().map(|bytes| String::from_utf8(bytes.to_vec()).expect("UTF-8"));
        Answer { status: head.status, headers: head.headers, text }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, path: &str) -> Answer {
        self.send(Request::post(path).body(Body::empty()).expect("a request")).await
    }

    /// A call as the portal sends it.
    pub async fn call(&self, path: &str, wrapper: &str, attributes: Value) -> Answer {
        self.send(request(path, &sealed(wrapper, attributes))).await
    }

    pub async fn look_up(&self, criteria: Value) -> Answer {
        self.call("/customers/lookup", "retrieveCustomerLookUpInfo", criteria).await
    }

    pub async fn activate(&self, customer_uri: &str, activate: bool) -> Answer {
        let attributes = json!({
            "customerUri": customer_uri, "issuingPartnerUri": ISSUER, "partnerUri": PARTNER, "activate": activate.to_string(),
        });
        self.call("/customers/activation", "updateCustomerActivation", attributes).await
    }

    pub async fn list_devices(&self, customer_uri: &str) -> Answer {
        let attributes = json!({ "customerUri": customer_uri, "issuingPartnerUri": ISSUER });
        self.call("/customers/devices/search", "retrieveCustomerDevices", attributes).await
    }

    pub async fn activate_device(&self, customer_uri: &str, device_uri: &str, activate: bool) -> Answer {
        let attributes = json!({
            "customerUri": customer_uri, "issuingPartnerUri": ISSUER, "partnerUri": PARTNER,
            "deviceUri": device_uri, "activate": activate.to_string(),
        });
        self.call("/customers/devices/activation", "updateCustomerDeviceActivation", attributes).await
    }

    /// A call of the issuing family as the portal sends it; the path begins below the issuer.
    pub async fn issuing(&self, method: &str, path: &str, body: Value) -> Answer {
        self.send(issuing_request(method, path, body)).await
    }

    /// The same under a correlation id of the test's own: a repetition of one intent.
    pub async fn issuing_as(&self, intent: u32, method: &str, path: &str, body: Value) -> Answer {
        self.send(request_under(&correlation(2, intent), method, path, body)).await
    }

    /// What a read of the issuing family answers.
    pub async fn data(&self, path: &str) -> Value {
        let answer = self.issuing("GET", path, Value::Null).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {answer:?}");
        answer.json()["data"].clone()
    }

    /// Every row of a list that comes in pages, as its links lead from one to the next; the path has a query.
    pub async fn whole(&self, path: &str) -> Vec<Value> {
        let mut rows = Vec::new();
        for page in 0.. {
            let answer = self.issuing("GET", &format!("{path}&page={page}"), Value::Null).await.json();
            rows.extend(answer["data"].as_array().expect("a list").iter().cloned());
            if answer["responseMetadata"]["links"]["next"].is_null() {
                break;
            }
        }
        rows
    }

    /// How an account of somebody really stands.
    pub async fn account(&self, email: &str) -> Value {
        self.get(&format!("/sandbox/account?email={email}")).await.json()
    }

    /// The first account of a known customer, as a path.
    pub async fn path(&self, address: &str) -> String {
        let account = self.account(&format!("{address}@sandbox.example")).await;
        format!("/accounts/{}", account["accountReference"].as_str().expect("stated"))
    }

    /// How somebody really is.
    pub async fn really(&self, email: &str) -> Value {
        self.get(&format!("/sandbox/customer?email={email}")).await.json()
    }

    pub async fn uri(&self, email: &str) -> String {
        self.really(email).await["customerUri"].as_str().expect("stated").to_owned()
    }
}

impl Answer {
    pub fn text(&self) -> &str {
        self.text.as_deref().expect("a whole answer")
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(self.text()).expect("JSON")
    }

    /// What stands behind the wrapper's key.
    pub fn body(&self) -> Value {
        let Value::Object(wrapped) = self.json() else { panic!("an object") };
        wrapped.into_values().next().expect("one key")
    }

    /// In one word: the outcome, the HTTP status of whoever answered instead, or what became of the answer.
    pub fn word(&self) -> String {
        match &self.text {
            None => "broken".into(),
            Some(_) if self.status != StatusCode::OK => self.status.as_u16().to_string(),
            Some(text) => match serde_json::from_str::<Value>(text) {
                Ok(_) => self.body()["status"]["statusCode"].as_str().expect("stated").into(),
                Err(error) if error.is_eof() => "truncated".into(),
                Err(_) => "page".into(),
            },
        }
    }

    /// The code and the text of a documented refusal.
    pub fn refusal(&self) -> (String, String) {
        assert_eq!(self.word(), "FAILED", "{self:?}");
        let error = self.body()["status"]["errors"][0].clone();
        let text = |name: &str| error[name].as_str().expect("stated").to_owned();
        (text("statusCode"), text("statusDescription"))
    }

    /// The people whom a lookup found.
    pub fn found(&self) -> Vec<Value> {
        assert_eq!(self.word(), "SUCCESS", "{self:?}");
        self.body()["customerLookUpInfo"].as_array().expect("a list").clone()
    }
}

pub fn sealed(wrapper: &str, attributes: Value) -> String {
    let Value::Object(mut attributes) = attributes else { panic!("an object") };
    let header = json!({ "partnerId": "p", "messageId": "m", "versionId": "1.0", "environmentId": "sandbox" });
    attributes.insert("messageHeader".into(), header);
    json!({ format!("{wrapper}Request"): attributes }).to_string()
}

/// Each is an intent of its own, under a correlation id that no other request has.
pub fn issuing_request(method: &str, path: &str, body: Value) -> Request<Body> {
    static INTENTS: AtomicU32 = AtomicU32::new(0);
    request_under(&correlation(1, INTENTS.fetch_add(1, Relaxed)), method, path, body)
}

fn correlation(kind: u32, number: u32) -> String {
    format!("0b0e7a4e-2f6c-4d27-9a53-{kind:04}{number:08}")
}

fn request_under(correlation: &str, method: &str, path: &str, body: Value) -> Request<Body> {
    let request = Request::builder()
        .method(method)
        .uri(format!("/api/v2/issuers/1234{path}"))
        .header("wl-correlation-id", correlation);
    let (request, body) = match body {
        Value::Null => (request, Body::empty()),
        body => (request.header("content-type", "application/json"), Body::from(body.to_string())),
    };
    request.body(body).expect("a request")
}

pub fn request(path: &str, body: &str) -> Request<Body> {
    Request::post(format!("/b2b-gateway{path}"))
        .header("content-type", "application/json")
        .header("wl-correlation-id", "0b0e7a4e-2f6c-4d27-9a53-5f1a1f0a9b11")
        .body(Body::from(body.to_owned()))
        .expect("a request")
}
