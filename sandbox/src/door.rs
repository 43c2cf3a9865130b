//! How the calls of a family come in and go out.

use axum::http::StatusCode;
use contract::{Family, Lists, Operation, Spec, operation::Wire};

use crate::{envelope::Told, refusal::Refusal, world::World};

/// A call as it came over the wire.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Incoming<'a> {
    /// How lists in the query are taken.
    pub(crate) lists: Lists,
    /// Below the family's prefix, with the query.
    pub(crate) path: &'a str,
    pub(crate) body: &'a [u8],
}

impl Incoming<'_> {
    /// As the contract reads it.
    pub(crate) fn wire(&self) -> Wire {
        let body = (!self.body.is_empty()).then(|| String::from_utf8_lossy(self.body).into_owned());
        Wire { path: self.path.into(), body }
    }
}

/// What goes back.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) text: String,
}

/// One of the families, from the gateway's side.
pub(crate) trait Door: Family {
    /// What an answer repeats of its request.
    type Head: Send + Sync;

    /// The whole path of an operation, with its placeholders.
    fn path(spec: &Spec) -> String;

    /// The request of a call, or why it is refused.
    fn take_in<O: Operation>(call: &Incoming<'_>) -> Result<(Self::Head, O), (Self::Head, Refusal)>;

    /// The answer to it.
    fn give_out<O: Operation>(head: &Self::Head, told: Told<'_>, answer: Option<&O::Answer>) -> Reply;

    /// Refuses a call to whoever does not keep what it names.
    fn keeps(_world: &World, _call: &Incoming<'_>) -> Result<(), Refusal> {
        Ok(())
    }

    /// What a guide prints as the answer to this very call.
    fn verbatim<O: Operation>(_call: &Incoming<'_>) -> Option<&'static str> {
        None
    }
}
