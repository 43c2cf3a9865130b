//! A change of money or limits, from the rep's click to what is known of it: sent once, settled by reading, and shown
//! wherever the rep is meanwhile.

mod answer;
mod mark;
mod marks;
mod progress;
mod run;

use std::{pin::Pin, sync::Arc};

use contract::{Operation, Spec, Status};
use serde_json::Value;

use self::mark::Remembered;
pub use self::{
    answer::Answer,
    mark::{Mark, account_digest, are_marks_left},
    marks::Marks,
    progress::End,
    run::Writing,
};
use super::{Caller, Session};
use crate::{
    browser::time,
    gateway::{Answered, Failure, Gateway, new_id},
};

/// What a rep wants to change: how it is sent, how it is settled, and how it is called.
///
/// It lives with the caller, so its closures must not hold the [`Caller`]: what they need is handed to them.
#[derive(Clone)]
pub struct Write {
    words: Words,
    reason: Option<String>,
    spec: Spec,
    /// What is sent, to recognise the same intent in another [`Write`].
    request: String,
    /// What of it outlives this tab, where a second sending would do it twice.
    remembered: Option<Remembered>,
    /// What an earlier visit left, and this only looks for.
    settles: Option<Mark>,
    /// Names the intent for the gateway: the same whenever it is sent.
    correlation: String,
    compares_first: bool,
    tried_before: bool,
    meant: Arc<Meant>,
    still_so: Option<Arc<Asks<Option<String>>>>,
    send: Arc<Sends>,
    read: Arc<Asks<Seen>>,
    then: Arc<Told>,
}

type Asks<T> = dyn Fn(&Gateway) -> Later<T> + Send + Sync;
type Sends = dyn Fn(&Gateway, String) -> Later<Answered<()>> + Send + Sync;
type Later<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;
type Meant = dyn Fn() -> bool + Send + Sync;
type Told = dyn Fn(&Session, &Caller, End) + Send + Sync;

/// How a change is called, without personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// For the activity: "Post a fee of 15.00 EUR".
    pub what: String,
    /// Begins a sentence about a failure: "The fee".
    pub noun: &'static str,
    /// What is so when it is done, without a full stop: "The fee of 15.00 EUR is posted"
    pub done: String,
    /// What is so when it is not, as a sentence: "No fee was posted."
    pub undone: String,
}

/// What a read shows of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// As it was asked for; name, before and after of everything that is worth showing.
    Done(Vec<Change>),
    /// As it was before.
    NotDone,
    /// Neither: what it shows, as a sentence.
    Other(String),
    /// It proves nothing, as a sentence: an answer about something else, or one that does not state what was asked for.
    /// Counts as a read that failed.
    NotStated(String),
}

/// Name, before and after.
pub type Change = (&'static str, String, String);

/// What the rep sees of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// How it is called.
    pub words: Words,
    /// How far it is.
    pub stage: Stage,
    /// The newest failure, of the write or of a read after it.
    pub failure: Option<Failure>,
    /// Set when the gateway says that it did only part of it, or that one of those who contributed did: everything that was
    /// said.
    pub partly: Option<Status>,
    /// Names the write in the gateway's logs.
    pub correlation: Option<String>,
    /// What the newest read showed to have changed.
    pub changes: Vec<Change>,
    /// What it showed instead.
    pub instead: String,
    /// What stood in the way when it was to be sent.
    pub hindered: Option<String>,
    /// Until when the gateway asks to wait before the next read, in milliseconds since 1970.
    pub waits_until: Option<i64>,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Read before it is sent.
    Comparing,
    /// On its way.
    Sending,
    /// Answered; read for the proof.
    Proving,
    /// The answer was lost; read to settle it.
    Settling,
    /// Another tab of this browser changes something for this customer; nothing was sent.
    Elsewhere,
    /// Something stood in the way when the rep confirmed; nothing was sent.
    Hindered,
    /// Over.
    Over(End),
}

impl Stage {
    /// Whether nothing happens any more by itself.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Over(_) | Self::Elsewhere | Self::Hindered)
    }
}

impl Shown {
    /// Whether nobody knows how it ended.
    pub fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Over(End::NotConfirmed | End::Unseen))
    }

    fn begin(words: Words, stage: Stage) -> Self {
        Self {
            words,
            stage,
            failure: None,
            partly: None,
            correlation: None,
            changes: Vec::new(),
            instead: String::new(),
            hindered: None,
            waits_until: None,
            at: time::now(),
        }
    }
}

impl Write {
    /// Sends `request`; `read` is asked afterwards what became of it. Whatever makes the request recognisable (a triplet,
    /// an external reference) is in it, so that it is the same when it is sent again.
    pub fn new<O, R>(words: Words, request: O, read: impl Fn(&Gateway) -> R + Send + Sync + 'static) -> Self
    where
        O: Operation + Send + Sync,
        R: Future<Output = Result<Seen, Failure>> + 'static,
    {
        let known_by = request_json(&request);
        let send = move |gateway: &Gateway, correlation: String| gateway.tell(correlation, &request);
        Self::sent_by(words, O::SPEC, known_by, send, read)
    }

    /// The same, and what is answered is put into `answer`: the read looks for what it names.
    pub fn answering<O, R>(
        words: Words,
        request: O,
        answer: &Answer<O::Answer>,
        read: impl Fn(&Gateway) -> R + Send + Sync + 'static,
    ) -> Self
    where
        O: Operation + Send + Sync,
        O::Answer: Clone + Send,
        R: Future<Output = Result<Seen, Failure>> + 'static,
    {
        let (known_by, answer) = (request_json(&request), answer.clone());
        let send = move |gateway: &Gateway, correlation: String| {
            let answer = answer.clone();
            gateway.tell_and_keep(correlation, &request, move |told| answer.put(told))
        };
        Self::sent_by(words, O::SPEC, known_by, send, read)
    }

    fn sent_by<R>(
        words: Words,
        spec: Spec,
        request: Option<Value>,
        send: impl Fn(&Gateway, String) -> Later<Answered<()>> + Send + Sync + 'static,
        read: impl Fn(&Gateway) -> R + Send + Sync + 'static,
    ) -> Self
    where
        R: Future<Output = Result<Seen, Failure>> + 'static,
    {
        Self {
            words,
            reason: None,
            spec,
            remembered: Remembered::of(&spec, request.as_ref().unwrap_or(&Value::Null)),
            settles: None,
            request: request.map(|request| request.to_string()).unwrap_or_default(),
            correlation: new_id(),
            compares_first: false,
            tried_before: false,
            meant: Arc::new(|| true),
            still_so: None,
            send: Arc::new(send),
            read: Arc::new(move |gateway| Box::pin(read(gateway))),
            then: Arc::new(|_, _, _| {}),
        }
    }

    /// Why, as a line of the activity that is written once, when the work begins: "Reason for the override: a journey".
    pub fn because(self, reason: String) -> Self {
        Self { reason: Some(reason), ..self }
    }

    /// Under the correlation id of an earlier attempt: what the gateway executes once for each id (`Spec::idempotent`) is then
    /// no second change, even where both attempts arrive.
    pub fn under(self, correlation: String) -> Self {
        Self { correlation, ..self }
    }

    /// Asked when it is about to be sent, while no other tab can send anything: what the screen showed must still be so.
    /// Answers what is so instead, as a sentence; then nothing is sent.
    pub fn while_still_so<R>(self, ask: impl Fn(&Gateway) -> R + Send + Sync + 'static) -> Self
    where
        R: Future<Output = Result<Option<String>, Failure>> + 'static,
    {
        Self { still_so: Some(Arc::new(move |gateway| Box::pin(ask(gateway)))), ..self }
    }

    /// Whether this is the same change as `other`: the same operation with the same request.
    fn is_same_intent(&self, other: &Self) -> bool {
        self.spec.name == other.spec.name && !self.request.is_empty() && self.request == other.request
    }

    /// Reads before it sends, and sends only what the read still shows as undone.
    pub fn comparing_first(self) -> Self {
        Self { compares_first: true, ..self }
    }

    /// An earlier attempt under the same references may have happened, or may still: it is looked for before anything is
    /// sent, and a refusal is not believed without a read.
    pub fn tried_before(self) -> Self {
        Self { tried_before: true, ..self }
    }

    /// Where the form stays in view and can be changed: it may be sent again only while `meant` says that the form still says
    /// what is sent. Tracked.
    pub fn as_long_as(self, meant: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self { meant: Arc::new(meant), ..self }
    }

    /// Looks for what an earlier visit left under this mark, and is never sent.
    pub fn settling(self, mark: Mark) -> Self {
        Self { settles: Some(mark), ..self }.as_long_as(|| false)
    }

    /// Told when a run is over: to read lists again, and to forget a draft that is done.
    pub fn then(self, then: impl Fn(&Session, &Caller, End) + Send + Sync + 'static) -> Self {
        Self { then: Arc::new(then), ..self }
    }
}

/// By which the same intent is recognised; nothing for what cannot be sent.
fn request_json<O: Operation>(request: &O) -> Option<Value> {
    serde_json::to_value(request).ok()
}
