//! Every operation of the contract under its documented address.

use std::time::Duration;

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Response},
};
use contract::{Family, FamilyName, Method, Operation, Origin, StatusDetail, operations};
use tokio::time::sleep;

use crate::{
    deeds::Deed,
    delivery,
    door::{Door, Incoming, Reply},
    entrance,
    envelope::{self, Told},
    faults::{Call, Canned, Fault, What, When},
    handlers::Handle,
    issuing::{self, links},
    journal::Entry,
    population::PersonNumber,
    refusal::Refusal,
    server::{Sandbox, Shared},
    session,
    switchboard::{self, Extension},
    world::World,
};

macro_rules! extensions {
    ($($first:ident $(:: $rest:ident)*,)*) => { vec![$(Extension::of::<operations::$first $(:: $rest)*>(),)*] };
}

/// Every operation that is answered. One without a handler does not compile.
pub(crate) fn routes() -> Router<Shared> {
    switchboard::connect(contract::for_each_rep_operation!(extensions))
}

/// Longer than any portal waits for an answer.
const LONGER_THAN_ANYBODY_WAITS: Duration = Duration::from_secs(20);

/// From what came over the wire to what goes back.
pub(crate) async fn answer<O: Operation>(sandbox: Shared, uri: Uri, headers: HeaderMap, body: Bytes) -> Response
where
    World: Handle<O>,
    O::Family: Door,
{
    let path = uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    let lists = sandbox.world().lists;
    let call = Incoming { lists, path: below_prefix::<O>(&path), body: &body };
    let has_body = !body.is_empty() || O::SPEC.method != Method::Get && O::Family::NAME == FamilyName::Wallet;
    let correlation = entrance::text(&headers, entrance::CORRELATION_ID);
    let admitted = entrance::admit(&O::SPEC, &headers, has_body);
    let accepted = admitted.map(|()| accept::<O>(&sandbox.world(), &call, correlation));
    sandbox.journal().write(entry(&headers, &accepted));
    // Faults count calls as they come, however slow the gateway is and whoever has gone away by then.
    let fault = match &accepted {
        Ok(Ok(Accepted { request, concerned, .. })) => strike(&sandbox, request, concerned),
        _ => None,
    };
    let pause = sandbox.next_pause();
    if !pause.is_zero() {
        sleep(pause).await;
    }
    match accepted {
        Ok(Ok(accepted)) => {
            let username = session::rep(&headers).map_or("", |rep| rep.name());
            let deed = Deed::new(O::SPEC.name, call, correlation, username);
            proceed(&sandbox, accepted, (&path, deed), fault).await
        }
        Ok(Err(turned_away)) => {
            let TurnedAway { head, refusal } = *turned_away;
            delivery::whole(O::Family::give_out::<O>(&head, Told::Failed(refusal.detail()), None))
        }
        Err((StatusCode::UNAUTHORIZED, _)) => sandbox.proxy().says.answer(),
        Err(barred) => barred.into_response(),
    }
}

fn below_prefix<O: Operation>(path: &str) -> &str {
    let prefix = match O::Family::NAME {
        FamilyName::Wallet => envelope::PREFIX,
        FamilyName::Issuing => issuing::wire::PREFIX,
    };
    path.strip_prefix(prefix).unwrap_or(path)
}

/// A call that is in order, with whom it is about.
struct Accepted<O: Operation>
where
    O::Family: Door,
{
    head: <O::Family as Door>::Head,
    request: O,
    concerned: Vec<PersonNumber>,
    /// The answer that a guide prints, as long as it is true.
    verbatim: Option<&'static str>,
}

/// A call that the gateway itself refuses.
struct TurnedAway<H> {
    head: H,
    refusal: Refusal,
}

type Turned<O> = Box<TurnedAway<<<O as Operation>::Family as Door>::Head>>;

fn accept<O: Operation>(world: &World, call: &Incoming<'_>, correlation: Option<&str>) -> Result<Accepted<O>, Turned<O>>
where
    World: Handle<O>,
    O::Family: Door,
{
    let turned_away = |head, refusal| Box::new(TurnedAway { head, refusal });
    let (head, request) = O::Family::take_in::<O>(call).map_err(|(head, refusal)| turned_away(head, refusal))?;
    if !O::SPEC.exists_in(world.configuration) {
        return Err(turned_away(head, Refusal::not_offered(O::SPEC.name, world.configuration)));
    }
    if world.not_offered.contains(&O::SPEC.name) {
        return Err(turned_away(head, Refusal::not_bought(&O::SPEC)));
    }
    match O::Family::keeps(world, call).and_then(|()| world.concerns(&request)) {
        Ok(concerned) => {
            let printed = || O::Family::verbatim::<O>(call).filter(|_| !world.is_written(&concerned));
            let verbatim = <World as Handle<O>>::verbatim(&request).or_else(printed);
            Ok(Accepted { head, request, concerned, verbatim })
        }
        // What was done once cannot be done again, and is answered again all the same.
        Err(_) if world.is_answered(O::SPEC.name, correlation) => {
            Ok(Accepted { head, request, concerned: Vec::new(), verbatim: None })
        }
        Err(refusal) => Err(turned_away(head, refusal)),
    }
}

/// Does it, unless a fault has it otherwise. The world is never held while something waits: a caller who goes away before
/// the effect leaves no effect, and one who goes away after it leaves it done.
async fn proceed<O: Operation>(
    sandbox: &Sandbox,
    accepted: Accepted<O>,
    (address, deed): (&str, Deed),
    fault: Option<Fault>,
) -> Response
where
    World: Handle<O>,
    O::Family: Door,
{
    let Accepted { head, request, concerned, verbatim } = accepted;
    let write = |told, answer: Option<&O::Answer>| O::Family::give_out::<O>(&head, told, answer);

    if let Some(Fault { when: When::Before, what, .. }) = fault {
        match what {
            What::Hold | What::Slowly(_) => wait(sandbox, what).await,
            _ => {
                let told = told(what).unwrap_or(Told::Success);
                wait(sandbox, what).await;
                return deliver(what, write(told, None));
            }
        }
    }
    let (done, more) = {
        let mut world = sandbox.world();
        world.more = None;
        (world.carry_out(request, &concerned, deed), world.more)
    };
    let success = || more.map_or(Told::Success, |more| Told::Listed(links(address, more)));
    let answer = match done {
        Ok(answer) => answer,
        Err(refusal) => return delivery::whole(write(Told::Failed(refusal.detail()), None)),
    };
    let reply = |told| match verbatim {
        Some(text) => Reply { status: StatusCode::OK, text: text.into() },
        None => write(told, Some(&answer)),
    };
    let Some(Fault { when: When::After, what, .. }) = fault else {
        return delivery::whole(reply(success()));
    };
    if what == What::LockedAgain {
        let mut world = sandbox.world();
        concerned.iter().for_each(|number| world.set(*number, None, Some(true)));
    }
    let reply = reply(told(what).unwrap_or_else(success));
    wait(sandbox, what).await;
    deliver(what, reply)
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
        What::SessionLapses => sandbox.proxy().lapses += 1,
        _ => {}
    }
}

/// What the status says under this fault, if that is anything else than usual.
fn told(what: What) -> Option<Told<'static>> {
    let detail = |code: &str, description: &str| StatusDetail {
        code: code.into(),
        description: description.into(),
        origin: Origin::Platform,
    };
    match what {
        What::Refused(code, text) => Some(Told::Failed(detail(code, text))),
        What::Partly(code, text) => Some(Told::Partly(detail(code, text))),
        What::Noted(text) => Some(Told::Noted(StatusDetail {
            code: "120".into(),
            description: text.into(),
            origin: Origin::ExternalProcessor,
        })),
        What::Unclear(word) => Some(Told::Word(word)),
        _ => None,
    }
}

/// What goes over the wire under this fault, given what would have gone.
fn deliver(what: What, mut reply: Reply) -> Response {
    match what {
        What::Hang => delivery::canned(Canned::GATEWAY_TIMEOUT),
        What::Answer(canned) => delivery::canned(canned),
        What::SessionLapses => delivery::canned(Canned::SIGNED_OUT),
        What::Cut => delivery::cut(reply),
        What::Truncated => delivery::truncated(reply),
        What::UnreadableRow => {
            reply.text = match reply.text.split_once("\"data\":[") {
                // Nothing of an issuing row is required everywhere but that it is an object.
                Some((head, rows)) if rows.starts_with(']') => format!("{head}\"data\":[\"unreadable\"{rows}"),
                Some((head, rows)) => format!("{head}\"data\":[\"unreadable\",{rows}"),
                None => reply.text.replacen(":[{", ":[{\"customerUri\":17,\"active\":{}},{", 1),
            };
            delivery::whole(reply)
        }
        What::CardsInClear => {
            let with_number = format!("\"pan\":\"{CARD_NUMBER}\",\"maskedPan\":");
            reply.text = reply.text.replace("\"maskedPan\":", &with_number);
            delivery::whole(reply)
        }
        What::Hold
        | What::Slowly(_)
        | What::Refused(..)
        | What::Partly(..)
        | What::Noted(_)
        | What::Unclear(_)
        | What::LockedAgain => delivery::whole(reply),
    }
}

/// The guide's own, which passes every check of a card number.
const CARD_NUMBER: &str = "4546172396081630";

type Judged<O> = Result<Result<Accepted<O>, Turned<O>>, entrance::Barred>;

fn entry<O: Operation>(headers: &HeaderMap, judged: &Judged<O>) -> Entry
where
    World: Handle<O>,
    O::Family: Door,
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

/// An address that no operation has: what the gateway answers when it is down or the address is mistyped.
pub(crate) async fn no_such_operation() -> Response {
    (StatusCode::NOT_FOUND, "SERVICE_UNAVAILABLE").into_response()
}
