//! The typed fetch layer: one `call` for every operation.

mod attachment;
mod failure;
mod long_answer;
mod retry;
mod transport;

use std::sync::Arc;

use contract::{Configuration, Family, FamilyName, Opened, Operation, Sender, Spec, Status, wallet::MessageHeader};

use self::transport::{Answer, Sending};
pub use self::{
    attachment::Attachment,
    failure::{Failure, Fault, Outcome},
    transport::new_id,
};
use crate::config::Config;

/// Asks the issuer's gateway. Cheap to clone.
#[derive(Clone)]
pub struct Gateway(Arc<Inner>);

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
    /// Names this call in the gateway's logs.
    pub correlation: String,
}

impl Gateway {
    /// `signed_out` is told when the gateway no longer knows the rep.
    pub fn new(config: Config, signed_out: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Arc::new(Inner { config, signed_out: Box::new(signed_out) }))
    }

    /// How the issuer's wallets are kept.
    pub fn configuration(&self) -> Configuration {
        self.0.config.tenant.configuration
    }

    /// Sends one operation and waits for what became of it.
    ///
    /// Every call is one action with an id of its own; the one retry of a read repeats that id. A write is never repeated
    /// here: its asker reads, and decides. Dropping the future aborts the request.
    pub fn call<O: Operation>(&self, request: O) -> impl Future<Output = Result<Answered<O::Answer>, Failure>> {
        self.call_as(new_id(), request)
    }

    /// The same under an id that was made before: for what the gateway does once for each id, however often it comes.
    pub async fn call_as<O: Operation>(&self, correlation: String, request: O) -> Result<Answered<O::Answer>, Failure> {
        const { assert!(O::SPEC.for_reps(), "only what a rep may use is called from here") };
        let failed = |fault| Failure::of(&O::SPEC, &correlation, fault);
        if !O::SPEC.exists_in(self.configuration()) {
            return Err(failed(Fault::NotOffered(self.configuration())));
        }
        let sending = self.sending(&request, &correlation).map_err(failed)?;
        let text = self.exchange(&O::SPEC, sending, O::Family::refusal).await?;
        match O::Family::open::<O>(&text) {
            Ok(Opened::Done(answer)) => Ok(Answered { answer, partly: None, noted: None, correlation }),
            Ok(Opened::Noted(answer, status)) => {
                Ok(Answered { answer, partly: None, noted: Some(status), correlation })
            }
            Ok(Opened::Partly(answer, status)) => {
                Ok(Answered { answer, partly: Some(status), noted: None, correlation })
            }
            Ok(Opened::Refused(status)) => Err(failed(Fault::Refused(status))),
            Ok(Opened::Unclear(status)) => Err(failed(Fault::Unclear(status))),
            Err(malformed) => Err(failed(Fault::Malformed(malformed))),
        }
    }

    /// Sends, and sends a read once more after a fault that may pass. The part of a call that is the same for all.
    async fn exchange(
        &self,
        spec: &Spec,
        sending: Sending,
        refusal: fn(&str) -> Option<Status>,
    ) -> Result<String, Failure> {
        let mut attempt = 0;
        loop {
            let (fault, said) = match transport::send(&sending).await {
                Ok(answer) => match http_fault(&answer) {
                    None => return Ok(answer.text),
                    Some(fault) => (fault, refusal(&answer.text)),
                },
                Err(fault) => (fault, None),
            };
            let Some(pause) = retry::pause_before_next(spec, &fault, attempt, transport::random()) else {
                if fault == Fault::SignedOut {
                    (self.0.signed_out)();
                }
                return Err(Failure { said, ..Failure::of(spec, &sending.correlation, fault) });
            };
            transport::pause(pause).await;
            attempt += 1;
        }
    }

    fn sending<O: Operation>(&self, request: &O, correlation: &str) -> Result<Sending, Fault> {
        let Config { gateway, tenant, .. } = &self.0.config;
        let header = MessageHeader {
            partner_id: tenant.partner_id.clone(),
            message_id: correlation.to_owned(),
            version_id: tenant.version_id.clone(),
            environment_id: tenant.environment_id.clone(),
        };
        let sender = Sender { header, issuer_id: tenant.issuer_id.clone() };
        let path = gateway.paths.get(O::SPEC.name).map_or(O::SPEC.path, String::as_str);
        let wire = O::Family::seal_to(path, request, &sender).map_err(Fault::Unsendable)?;
        let prefix = match O::Family::NAME {
            FamilyName::Wallet => &gateway.wallet,
            FamilyName::Issuing => &gateway.issuing,
        };
        Ok(Sending {
            method: O::SPEC.method,
            url: format!("{prefix}{}", wire.path),
            body: wire.body,
            correlation: correlation.to_owned(),
        })
    }
}

/// What the HTTP status alone already says.
fn http_fault(answer: &Answer) -> Option<Fault> {
    match answer.status {
        200..=299 => None,
        401 => Some(Fault::SignedOut),
        403 => Some(Fault::NotPermitted),
        429 => Some(Fault::Busy { retry_after_seconds: answer.retry_after_seconds.unwrap_or(5) }),
        status => Some(Fault::Http(status)),
    }
}

/// Whether nobody knows if a write happened.
fn leaves_open(spec_writes: bool, fault: &Fault) -> bool {
    spec_writes
        && match fault {
            // A proxy turns the gateway's time-out into a 502: after any 5xx a write may have happened.
            Fault::TimedOut | Fault::Unreachable | Fault::Malformed(_) | Fault::Unclear(_) => true,
            Fault::Http(status) => *status >= 500,
            _ => false,
        }
}
