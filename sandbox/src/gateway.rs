//! Every operation of the contract under its documented address.

use std::time::Duration;

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{MethodFilter, on},
};
use contract::{Method, Operation, Origin, StatusDetail, operations, wallet::MessageHeader};
use tokio::time::sleep;

use crate::{
    delivery, entrance,
    envelope::{self, Told},
    faults::{Call, Canned, Fault, What, When},
    handlers::Handle,
    journal::Entry,
    population::PersonNumber,
    refusal::Refusal,
    server::{Sandbox, Shared},
    world::World,
};

/// What stands before every path of the wallet family.
pub(crate) const PREFIX: &str = "/b2b-gateway";

macro_rules! routes {
    ($($first:ident $(:: $rest:ident)*,)*) => {
        /// An operation without a handler does not compile.
        pub(crate) fn routes() -> Router<Shared> {
            Router::new()$(.route(
                &format!("{PREFIX}{}", <operations::$first $(:: $rest)* as Operation>::SPEC.path),
                on(
                    filter(<operations::$first $(:: $rest)* as Operation>::SPEC.method),
                    answer::<operations::$first $(:: $rest)*>,
                ),
            ))*
        }
    };
}

contract::for_each_answered_operation!(routes);

/// Longer than any portal waits for an answer.
const LONGER_THAN_ANYBODY_WAITS: Duration = Duration::from_secs(20);

/// From what came over the wire to what goes back.
async fn answer<O: Operation>(State(sandbox): State<Shared>, headers: HeaderMap, body: Bytes) -> Response
where
    World: Handle<O>,
{
    let accepted = entrance::admit(&O::SPEC, &headers).map(|()| accept::<O>(&sandbox.world(), &body));
    sandbox.journal().write(entry(&headers, &accepted));
    let pause = sandbox.next_pause();
    if !pause.is_zero() {
        sleep(pause).await;
    }
    match accepted {
        Ok(Ok(accepted)) => proceed(&sandbox, accepted).await,
        Ok(Err(turned_away)) => {
            let TurnedAway { header, refusal } = *turned_away;
            delivery::json(envelope::write::<O>(&header, Told::Failed(refusal.detail()), None))
        }
        Err(barred) => barred.into_response(),
    }
}

/// A call that is in order, with whom it is about.
struct Accepted<O> {
    header: MessageHeader,
    request: O,
    concerned: Vec<PersonNumber>,
}

/// A call that the gateway itself refuses.
struct TurnedAway {
    header: MessageHeader,
    refusal: Refusal,
}

fn accept<O: Operation>(world: &World, body: &[u8]) -> Result<Accepted<O>, Box<TurnedAway>>
where
    World: Handle<O>,
{
    let turned_away = |header, refusal| Box::new(TurnedAway { header, refusal });
    let (header, request) =
        envelope::read::<O>(body).map_err(|refusal| turned_away(MessageHeader::default(), refusal))?;
    if !O::SPEC.exists_in(world.configuration) {
        return Err(turned_away(header, Refusal::not_offered(O::SPEC.name, world.configuration)));
    }
    match world.concerns(&request) {
        Ok(concerned) => Ok(Accepted { header, request, concerned }),
        Err(refusal) => Err(turned_away(header, refusal)),
    }
}

/// Does it, unless a fault has it otherwise. The world is never held while something waits: a caller who goes away before
/// the effect leaves no effect, and one who goes away after it leaves it done.
async fn proceed<O: Operation>(sandbox: &Sandbox, accepted: Accepted<O>) -> Response
where
    World: Handle<O>,
{
    let Accepted { header, request, concerned } = accepted;
    let fault = strike(sandbox, &request, &concerned);
    let write = |told, answer: Option<&O::Answer>| envelope::write::<O>(&header, told, answer);

    if let Some(Fault { when: When::Before, what, .. }) = fault {
        match what {
            What::Hold | What::Slowly(_) => wait(sandbox, what).await,
            _ => {
                let told = told(what);
                wait(sandbox, what).await;
                return deliver(what, write(told, None));
            }
        }
    }
    let verbatim = <World as Handle<O>>::verbatim(&request);
    let done = sandbox.world().handle(request, &concerned);
    let answer = match done {
        Ok(answer) => answer,
        Err(refusal) => return delivery::json(write(Told::Failed(refusal.detail()), None)),
    };
    let text = |told| verbatim.map_or_else(|| write(told, Some(&answer)), str::to_owned);
    let Some(Fault { when: When::After, what, .. }) = fault else {
        return delivery::json(text(Told::Success));
    };
    if what == What::LockedAgain {
        let mut world = sandbox.world();
        concerned.iter().for_each(|number| world.set(*number, None, Some(true)));
    }
    let text = text(told(what));
    wait(sandbox, what).await;
    deliver(what, text)
}

/// The fault, if any, that strikes this call.
fn strike<O: Operation>(sandbox: &Sandbox, request: &O, concerned: &[PersonNumber]) -> Option<Fault>
where
    World: Handle<O>,
{
    let mut world = sandbox.world();
    let changed: Vec<_> = concerned.iter().copied().filter(|number| world.is_changed(*number)).collect();
    let activates = <World as Handle<O>>::activates(request);
    world.faults.strike(&Call { operation: O::SPEC.name, activates, concerned, changed: &changed })
}

async fn wait(sandbox: &Sandbox, what: What) {
    match what {
        What::Hold => sandbox.holds.stand().await,
        What::Slowly(time) => sleep(time).await,
        What::Hang => sleep(LONGER_THAN_ANYBODY_WAITS).await,
        _ => {}
    }
}

/// What the status says under this fault.
fn told(what: What) -> Told<'static> {
    let detail = |code: &str, description: &str| StatusDetail {
        code: code.into(),
        description: description.into(),
        origin: Origin::Platform,
    };
    match what {
        What::Refused(code, text) => Told::Failed(detail(code, text)),
        What::Partly(code, text) => Told::Partly(detail(code, text)),
        What::Unclear(word) => Told::Word(word),
        _ => Told::Success,
    }
}

/// What goes over the wire under this fault, given what would have gone.
fn deliver(what: What, text: String) -> Response {
    match what {
        What::Hang => delivery::canned(Canned::GATEWAY_TIMEOUT),
        What::Answer(canned) => delivery::canned(canned),
        What::Cut => delivery::cut(text),
        What::Truncated => delivery::truncated(text),
        What::UnreadableRow => delivery::json(text.replacen(":[{", ":[{\"customerUri\":17,\"active\":{}},{", 1)),
        What::Hold | What::Slowly(_) | What::Refused(..) | What::Partly(..) | What::Unclear(_) | What::LockedAgain => {
            delivery::json(text)
        }
    }
}

type Judged<O> = Result<Result<Accepted<O>, Box<TurnedAway>>, entrance::Barred>;

fn entry<O: Operation>(headers: &HeaderMap, judged: &Judged<O>) -> Entry
where
    World: Handle<O>,
{
    let (activate, refused) = match judged {
        Ok(Ok(accepted)) => (<World as Handle<O>>::activates(&accepted.request), None),
        Ok(Err(turned_away)) => {
            let Refusal { code, text } = &turned_away.refusal;
            (None, Some(format!("{code} {text}")))
        }
        Err((status, sentence)) => (None, Some(format!("{} {sentence}", status.as_u16()))),
    };
    Entry {
        operation: O::SPEC.name,
        method: format!("{:?}", O::SPEC.method).to_uppercase(),
        writes: O::SPEC.writes(),
        correlation_id: entrance::text(headers, entrance::CORRELATION_ID).map(str::to_owned),
        activate,
        refused,
        time: 0,
    }
}

fn filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Patch => MethodFilter::PATCH,
        Method::Delete => MethodFilter::DELETE,
    }
}

/// An address that no operation has: what the gateway answers when it is down or the address is mistyped.
pub(crate) async fn no_such_operation() -> Response {
    (StatusCode::NOT_FOUND, "SERVICE_UNAVAILABLE").into_response()
}
