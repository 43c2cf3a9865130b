//! The typed fetch layer: one `call` for every operation.

mod attachment;
mod body;
mod failure;
mod long_answer;
mod offered;
mod paging;
mod retry;
mod session_check;
mod sub_issuers;
mod transport;

use std::{pin::Pin, sync::Arc};

use contract::{
    Configuration, Family, FamilyName, Malformed, Opened, Operation, Sender, Spec, Status, Wire, wallet::MessageHeader,
};

pub use self::{
    attachment::Attachment,
    failure::{Failure, Fault, Outcome},
    offered::{NotOffered, not_offered},
    paging::{Paging, Remaining, WholeList},
    session_check::{SessionAnswer, ask_session, read_file},
    sub_issuers::SubIssuers,
    transport::{new_id, server_ahead_millis},
};
use self::{
    session_check::Instead,
    transport::{Answer, Sending},
};
use crate::config::Config;

/// Asks the issuer's gateway. Cheap to clone.
#[derive(Clone)]
pub struct Gateway(Arc<Inner>, SubIssuers);

struct Inner {
    config: Config,
    signed_out: Box<dyn Fn() + Send + Sync>,
}

/// An answer that says the gateway did what was asked, or part of it.
#[derive(Clone, Debug)]
pub struct Answered<A> {
    /// What came back.
    pub answer: A,
    /// Set when only part was done.
    pub partly: Option<Status>,
    /// Set when it was done, but a contributor says that it did only a part.
    pub noted: Option<Status>,
    /// Whether the gateway says that the list goes on behind this page; `None` where it says nothing, as of whatever comes
    /// whole.
    pub more: Option<bool>,
    /// Names this call in the gateway's logs.
    pub correlation: String,
}

impl Gateway {
    /// `signed_out` is told when the gateway no longer knows the rep.
    pub fn new(config: Config, signed_out: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Arc::new(Inner { config, signed_out: Box::new(signed_out) }), SubIssuers::default())
    }

    /// How the issuer's wallets are kept.
    pub fn configuration(&self) -> Configuration {
        self.0.config.tenant.configuration
    }

    /// Why this issuer's gateway is never asked for an operation; `None` where it is.
    pub fn not_offered(&self, spec: &Spec) -> Option<NotOffered> {
        if !spec.exists_in(self.configuration()) {
            return Some(NotOffered::Configuration(self.configuration()));
        }
        self.0.config.gateway.not_offered.iter().any(|name| name == spec.name).then_some(NotOffered::Issuer)
    }

    /// How many rows of a list are asked for at once.
    pub fn page_size(&self) -> u32 {
        self.0.config.gateway.page_size
    }

    /// Sends one operation and waits for what became of it.
    ///
    /// Every call is one action with an id of its own; the one retry of a read repeats that id. A write is never repeated
    /// here: its asker reads, and decides. Dropping the future aborts the request.
    pub fn call<O: Operation>(&self, request: O) -> impl Future<Output = Result<Answered<O::Answer>, Failure>> {
        self.call_as(new_id(), request)
    }

    /// The same under an id that was made before: for what the gateway does once for each id, however often it comes.
    ///
    /// Made anew for each operation, so it holds only what knows the operation's type.
    pub async fn call_as<O: Operation>(&self, correlation: String, request: O) -> Result<Answered<O::Answer>, Failure> {
        const { assert!(O::SPEC.for_reps(), "only what a rep may use is called from here") };
        let seal = |path: &str, sender: &Sender| O::Family::seal_to(path, &request, sender);
        let sending = self.sending(&O::SPEC, O::Family::NAME, &correlation, &seal)?;
        let text = self.exchange(&O::SPEC, sending, O::Family::refusal).await?;
        let answered = concluded(&O::SPEC, correlation, O::Family::open::<O>(&text))?;
        Ok(Answered { more: O::Family::more(&text), ..answered })
    }

    /// The same for a change, of whose answer only matters what it says of the change.
    pub fn tell<O: Operation>(&self, correlation: String, request: &O) -> Telling {
        const { assert!(O::SPEC.for_reps(), "only what a rep may use is called from here") };
        let seal = |path: &str, sender: &Sender| O::Family::seal_to(path, request, sender);
        let sending = self.sending(&O::SPEC, O::Family::NAME, &correlation, &seal);
        let open = |text: &str| O::Family::open::<O>(text).map(Opened::without_answer);
        self.telling(&O::SPEC, sending, correlation, O::Family::refusal, Box::new(open))
    }

    /// The same for a change whose answer names what was made or changed: it is handed on.
    pub fn tell_and_keep<O: Operation>(
        &self,
        correlation: String,
        request: &O,
        keep: impl Fn(O::Answer) + 'static,
    ) -> Telling {
        const { assert!(O::SPEC.for_reps(), "only what a rep may use is called from here") };
        let seal = |path: &str, sender: &Sender| O::Family::seal_to(path, request, sender);
        let sending = self.sending(&O::SPEC, O::Family::NAME, &correlation, &seal);
        let open = move |text: &str| O::Family::open::<O>(text).map(|opened| opened.handing_on(&keep));
        self.telling(&O::SPEC, sending, correlation, O::Family::refusal, Box::new(open))
    }

    fn telling(
        &self,
        spec: &'static Spec,
        sending: Result<Sending, Failure>,
        correlation: String,
        refusal: Refusal,
        open: Box<Opening>,
    ) -> Telling {
        let gateway = self.clone();
        Box::pin(async move {
            let text = gateway.exchange(spec, sending?, refusal).await?;
            concluded(spec, correlation, open(&text))
        })
    }

    /// Sends, and sends a read once more after a fault that may pass.
    fn exchange(&self, spec: &'static Spec, sending: Sending, refusal: Refusal) -> Exchange {
        let gateway = self.clone();
        Box::pin(async move {
            let mut attempt = 0;
            loop {
                let (fault, said) = match transport::send(&sending).await {
                    Ok(answer) => match (Instead::of(&answer), http_fault(spec, &answer)) {
                        (Some(instead), _) => (gateway.ended_or_broken(instead).await, refusal(&answer.text)),
                        (None, Some(fault)) => (fault, refusal(&answer.text)),
                        (None, None) => return Ok(answer.text),
                    },
                    Err(fault) => (fault, None),
                };
                let Some(pause) = retry::pause_before_next(spec, &fault, attempt, transport::random()) else {
                    return Err(Failure { said, ..Failure::of(spec, &sending.correlation, fault) });
                };
                transport::pause(pause).await;
                attempt += 1;
            }
        })
    }

    /// What it means that something else came in place of an answer: the session tells.
    async fn ended_or_broken(&self, instead: Instead) -> Fault {
        let fault = instead.fault(&ask_session(&self.0.config.session.url).await);
        if matches!(fault, Fault::SignedOut | Fault::SignInInstead) {
            (self.0.signed_out)();
        }
        fault
    }

    /// What goes out, unless this issuer does not offer it.
    fn sending(
        &self,
        spec: &Spec,
        family: FamilyName,
        correlation: &str,
        seal: &dyn Fn(&str, &Sender) -> Result<Wire, Malformed>,
    ) -> Result<Sending, Failure> {
        let failed = |fault| Failure::of(spec, correlation, fault);
        if let Some(why) = self.not_offered(spec) {
            return Err(failed(Fault::NotOffered(why)));
        }
        let Config { gateway, tenant, .. } = &self.0.config;
        let header = MessageHeader {
            partner_id: tenant.partner_id.clone(),
            message_id: correlation.to_owned(),
            version_id: tenant.version_id.clone(),
            environment_id: tenant.environment_id.clone(),
        };
        let sender =
            Sender { header, issuer_id: tenant.issuer_id.clone(), lists: gateway.lists, kept_under: self.1.known() };
        let path = gateway.path_of(spec.name).unwrap_or(spec.path);
        let wire = seal(path, &sender).map_err(|fault| failed(Fault::Unsendable(fault)))?;
        let prefix = match family {
            FamilyName::Wallet => &gateway.wallet,
            FamilyName::Issuing => &gateway.issuing,
        };
        Ok(Sending {
            method: spec.method,
            url: format!("{prefix}{}", wire.path),
            body: wire.body,
            correlation: correlation.to_owned(),
        })
    }
}

/// What an answer comes to.
fn concluded<A>(
    spec: &Spec,
    correlation: String,
    opened: Result<Opened<A>, Malformed>,
) -> Result<Answered<A>, Failure> {
    let (answer, partly, noted) = match opened {
        Ok(Opened::Done(answer)) => (answer, None, None),
        Ok(Opened::Noted(answer, status)) => (answer, None, Some(status)),
        Ok(Opened::Partly(answer, status)) => (answer, Some(status), None),
        Ok(Opened::Refused(status)) => return Err(Failure::of(spec, &correlation, Fault::Refused(status))),
        Ok(Opened::Unclear(status)) => return Err(Failure::of(spec, &correlation, Fault::Unclear(status))),
        Err(malformed) => return Err(Failure::of(spec, &correlation, Fault::Malformed(malformed))),
    };
    Ok(Answered { answer, partly, noted, more: None, correlation })
}

/// What becomes of a change, on its way.
pub type Telling = Pin<Box<dyn Future<Output = Result<Answered<()>, Failure>>>>;
/// What an answer's text comes to.
type Opening = dyn Fn(&str) -> Result<Opened<()>, Malformed>;
/// Finds the gateway's own words beside an HTTP error.
type Refusal = fn(&str) -> Option<Status>;
/// The answer's text on its way.
type Exchange = Pin<Box<dyn Future<Output = Result<String, Failure>>>>;

/// What the HTTP status alone already says.
fn http_fault(spec: &Spec, answer: &Answer) -> Option<Fault> {
    Some(match (answer.status, answer.retry_after_seconds) {
        (200..=299, _) => return None,
        (403, _) => Fault::NotPermitted,
        (429, asked) => Fault::Busy { retry_after_seconds: asked.unwrap_or(retry::USUAL_SECONDS) },
        // A change that met it may have happened, however long to wait it says.
        (503, Some(retry_after_seconds)) if !spec.writes() => Fault::Unavailable { retry_after_seconds },
        (status, _) => Fault::Http(status),
    })
}

/// Whether nobody knows if a write happened.
fn leaves_open(spec_writes: bool, fault: &Fault) -> bool {
    spec_writes
        && match fault {
            // A proxy turns the gateway's time-out into a 502: after any 5xx a write may have happened.
            Fault::TimedOut | Fault::Unreachable | Fault::TooLong | Fault::Malformed(_) | Fault::Unclear(_) => true,
            // 401 is said before anything is done. A redirect or a page may come from whoever stands behind the gateway, too.
            Fault::SignInInstead => true,
            Fault::Refused(status) => status.times_out(),
            Fault::Http(status) => *status >= 500,
            _ => false,
        }
}
