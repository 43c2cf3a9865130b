//! What a journey may ask of the sandbox beside the gateway: look behind the curtain, reset, arm a fault.

use axum::{
    Router,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    control_accounts, delivery,
    faults::{Canned, Fault, What, When},
    issuing::calendar::Day,
    known,
    latency::Latency,
    population::PersonNumber,
    server::Shared,
    session,
    world::World,
};

/// Everything below `/sandbox`.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/customers", get(customers))
        .route("/customer", get(customer))
        .route("/change", post(change))
        .route("/log", get(log))
        .route("/reset", post(reset))
        .route("/latency", post(latency))
        .route("/hold", post(hold))
        .route("/held", get(held))
        .route("/release", post(release))
        .route("/resume", post(resume))
        .route("/drop", post(cut))
        .route("/fail", post(fail))
        .route("/csp-reports", get(csp_reports))
        .route("/sign-in", get(session::sign_in))
        .route("/sign-out", post(session::sign_out))
        .merge(control_accounts::routes())
        .fallback(nothing)
}

async fn nothing() -> StatusCode {
    StatusCode::NOT_FOUND
}

/// Who is worth looking up, and what one sees then.
async fn customers(State(sandbox): State<Shared>) -> Response {
    let today = Day::containing(sandbox.world().now());
    let table: Vec<_> =
        known::table(today).iter().map(|known| json!({ "search": known.search, "shows": known.shows })).collect();
    delivery::json(Value::from(table).to_string())
}

#[derive(Deserialize)]
struct Whom {
    email: String,
}

/// How a customer really is, without any fault in between.
async fn customer(State(sandbox): State<Shared>, Query(Whom { email }): Query<Whom>) -> Response {
    let world = sandbox.world();
    match world.by_email(&email) {
        Some(number) => delivery::json(state(&world, number).to_string()),
        None => nobody(),
    }
}

#[derive(Deserialize)]
struct Otherwise {
    email: String,
    active: Option<bool>,
    locked: Option<bool>,
}

/// Another rep, or the customer, changes something behind this rep's back.
async fn change(
    State(sandbox): State<Shared>,
    Query(Otherwise { email, active, locked }): Query<Otherwise>,
) -> Response {
    let mut world = sandbox.world();
    let Some(number) = world.by_email(&email) else { return nobody() };
    world.set(number, active, locked);
    delivery::json(state(&world, number).to_string())
}

fn state(world: &World, number: PersonNumber) -> Value {
    let record = world.record(number);
    let devices: Vec<_> = world
        .devices(number)
        .iter()
        .map(|device| json!({ "deviceUri": device.device_uri, "deviceName": device.device_name, "active": device.active }))
        .collect();
    let answers: Vec<_> = world
        .answers_to_questions(number)
        .into_iter()
        .map(|(question, answer)| json!({ "question": question, "answer": answer }))
        .collect();
    json!({
        "customerUri": record.customer_uri, "customerId": record.customer_id,
        "active": record.active, "locked": record.locked, "deviceStates": devices,
        "questions": answers,
    })
}

pub(crate) fn nobody() -> Response {
    (StatusCode::NOT_FOUND, "Nobody has this e-mail address.").into_response()
}

/// The calls that came in since the beginning or the last reset.
async fn log(State(sandbox): State<Shared>) -> Response {
    delivery::json(json!(sandbox.journal().entries()).to_string())
}

/// Everything as it was when the sandbox started; what is held goes on.
async fn reset(State(sandbox): State<Shared>) -> StatusCode {
    sandbox.reset();
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
struct Pace {
    ms: u32,
}

/// Slows the gateway down from now on.
async fn latency(State(sandbox): State<Shared>, Query(Pace { ms }): Query<Pace>) -> StatusCode {
    sandbox.slow_down(Latency::of(std::time::Duration::from_millis(ms.into())));
    StatusCode::NO_CONTENT
}

/// Which call a fault is for.
#[derive(Deserialize)]
struct Target {
    operation: String,
    /// `before` or `after` the call takes effect; before when not stated.
    #[serde(default)]
    when: Side,
    /// Counted from now; the first when not stated.
    #[serde(default = "one")]
    nth: u32,
    /// How many calls from there on; one when not stated.
    #[serde(default = "one")]
    times: u32,
    /// Only calls that switch on, or only those that switch off.
    activate: Option<bool>,
    /// For `/sandbox/fail`: the HTTP status that a proxy answers instead; 502 when not stated. 401 is the gateway's own while
    /// the rep is signed in, 302 leads to where one signs in, and 200 is a page.
    #[serde(default = "bad_gateway")]
    status: u16,
    /// For 429: the seconds that it asks to wait.
    #[serde(default = "one", rename = "retryAfter")]
    retry_after: u32,
    /// Whether it says so as a date.
    #[serde(default, rename = "asDate")]
    as_a_date: bool,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Side {
    #[default]
    Before,
    After,
}

const fn one() -> u32 {
    1
}

const fn bad_gateway() -> u16 {
    502
}

/// The call will stand still, before or after it takes effect.
async fn hold(State(sandbox): State<Shared>, Query(target): Query<Target>) -> Response {
    arm(&sandbox, &target, What::Hold)
}

/// The connection will break inside the call's answer.
async fn cut(State(sandbox): State<Shared>, Query(target): Query<Target>) -> Response {
    arm(&sandbox, &target, What::Cut)
}

/// Something else will answer the call.
async fn fail(State(sandbox): State<Shared>, Query(target): Query<Target>) -> Response {
    let canned = match target.status {
        200 => Canned::PAGE_FOR_AN_ANSWER,
        302 => Canned { location: Some("/sandbox/sign-in"), ..Canned::page(302, "") },
        429 => Canned { as_a_date: target.as_a_date, ..Canned::too_many(target.retry_after) },
        status @ 400..600 => Canned::page(status, ""),
        _ => return (StatusCode::BAD_REQUEST, "status is 200, 302, or from 400 to 599.").into_response(),
    };
    arm(&sandbox, &target, What::Answer(canned))
}

fn arm(sandbox: &Shared, target: &Target, what: What) -> Response {
    let Some(spec) = contract::catalogue::find(&target.operation) else {
        return (StatusCode::BAD_REQUEST, "No operation has this name.").into_response();
    };
    let when = match target.when {
        Side::Before => When::Before,
        Side::After => When::After,
    };
    let mut fault = Fault::named(spec.name, when, what).sparing(target.nth.saturating_sub(1)).times(target.times);
    if let Some(activate) = target.activate {
        fault = fault.activating(activate);
    }
    sandbox.world().faults.arm(fault);
    StatusCode::NO_CONTENT.into_response()
}

/// How many calls stand still now.
async fn held(State(sandbox): State<Shared>) -> Response {
    delivery::json(json!({ "held": sandbox.holds.standing() }).to_string())
}

/// Lets held calls go on, and takes back every fault that has not struck.
async fn release(State(sandbox): State<Shared>) -> StatusCode {
    sandbox.world().faults.disarm();
    sandbox.holds.release();
    StatusCode::NO_CONTENT
}

/// Lets held calls go on, and nothing else: what is held from here on stays held.
async fn resume(State(sandbox): State<Shared>) -> StatusCode {
    sandbox.holds.release();
    StatusCode::NO_CONTENT
}

/// `POST /csp-report`: a browser says what the policy stopped.
pub(crate) async fn csp_report(State(sandbox): State<Shared>, report: String) -> StatusCode {
    sandbox.journal().report(report);
    StatusCode::NO_CONTENT
}

/// What browsers reported; a journey expects nothing.
async fn csp_reports(State(sandbox): State<Shared>) -> Response {
    delivery::json(json!(sandbox.journal().reports).to_string())
}
