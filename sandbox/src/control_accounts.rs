//! What a journey may ask about accounts beside the gateway: how one really stands, and that somebody else does
//! something.

use axum::{
    Router,
    body::Bytes,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    control::nobody,
    deeds::Deed,
    delivery,
    door::Incoming,
    issuing::{entry::EntryKind, plan::Plan},
    server::Shared,
    world::World,
};

/// Below `/sandbox`.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/account", get(account)).route("/deeds", get(deeds)).route("/call", post(call))
}

#[derive(Deserialize)]
struct Which {
    /// Whose.
    email: Option<String>,
    /// Which of theirs; the first when not stated.
    #[serde(default)]
    place: usize,
    /// Or by its reference.
    reference: Option<String>,
}

/// How an account really is, without any fault in between.
async fn account(State(sandbox): State<Shared>, Query(Which { email, place, reference }): Query<Which>) -> Response {
    let world = sandbox.world();
    let plan = match (&reference, &email) {
        (Some(reference), _) => world.account_named(reference),
        (None, Some(email)) => {
            let person = world.by_email(email);
            person.and_then(|person| world.accounts_of(person).into_iter().nth(place))
        }
        (None, None) => None,
    };
    match plan {
        Some(plan) => delivery::json(state(&world, &plan).to_string()),
        None => nobody(),
    }
}

fn state(world: &World, plan: &Plan) -> Value {
    let ledger = world.ledger(plan);
    let changed = world.account_state(plan.number);
    let by_hand = changed.by_hand.iter().filter_map(|entry| match &entry.kind {
        EntryKind::AsStated(operation) => Some(json!({
            "operationId": operation.operation_identifier.operation_id,
            "kind": operation.operation_kind.as_ref().map(|kind| kind.as_str()),
            "value": entry.cents,
            "description": operation.description,
            "externalOperationDate": operation.external_operation_date,
            "externalOperationReference": operation.external_operation_reference,
            "reversal": operation.reversal,
        })),
        _ => None,
    });
    let statements = ledger.closed().iter().rev();
    let temporary = changed.limits.temporary.iter().filter(|limit| limit.deleted.is_none()).map(|limit| &limit.limit);
    let disputes = world.issuing.disputes.folders.iter().filter(|folder| folder.account == plan.number);
    json!({
        "customerReference": world.customer_identifier(plan.number.person).customer_reference,
        "accountReference": plan.reference,
        "balance": world.balance(plan),
        "creditLimit": world.credit_limit(plan),
        "parameters": world.parameters_now(plan),
        "posted": ledger.posted().count(),
        "byHand": by_hand.collect::<Vec<_>>(),
        "statements": statements
            .map(|cycle| json!({ "closure": cycle.closure, "balance": cycle.closing_balance }))
            .collect::<Vec<_>>(),
        "reprints": changed.reprints.iter().map(|(closure, reprint)| json!({ "closure": closure, "reprint": reprint })).collect::<Vec<_>>(),
        "temporaryCreditLimits": temporary.collect::<Vec<_>>(),
        "futureUpdates": changed.future_updates,
        "disputes": disputes.map(|folder| &folder.dispute).collect::<Vec<_>>(),
    })
}

/// Every write that was done in the issuing half, as it came.
async fn deeds(State(sandbox): State<Shared>) -> Response {
    delivery::json(json!(sandbox.world().deeds()).to_string())
}

#[derive(Deserialize)]
struct OnBehalf {
    operation: String,
    /// Below the issuer: `/accounts/…/credit-limit`, with a query where there is one.
    path: String,
    /// Whoever does it.
    #[serde(rename = "as", default = "somebody_else")]
    username: String,
}

fn somebody_else() -> String {
    "Sascha Brandt".into()
}

/// Somebody else does something in the issuing half, behind this rep's back and past every fault. The body is the call's.
async fn call(
    State(sandbox): State<Shared>,
    Query(OnBehalf { operation, path, username }): Query<OnBehalf>,
    body: Bytes,
) -> Response {
    let path = format!("/issuers/{}{path}", crate::issuing::ISSUER);
    let deed = Deed::new(
        &operation,
        Incoming { lists: contract::Lists::default(), path: &path, body: &body },
        None,
        &username,
    );
    match sandbox.world().again(&deed) {
        Ok(answer) => delivery::json(answer.to_string()),
        Err(refusal) => {
            let status = refusal.code.parse().ok().and_then(|code| StatusCode::from_u16(code).ok());
            (status.unwrap_or(StatusCode::BAD_REQUEST), refusal.text).into_response()
        }
    }
}
