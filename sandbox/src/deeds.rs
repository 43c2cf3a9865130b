//! Every write that was done, in order: what a state file remembers and a new sandbox does again.

use contract::{Operation, operations};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    door::{Door, Incoming},
    handlers::Handle,
    issuing::Hand,
    population::PersonNumber,
    refusal::Refusal,
    world::World,
};

/// One write as it came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deed {
    operation: String,
    /// Below the family's prefix, with the query.
    path: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    body: String,
    /// When it was done, in milliseconds since 1970; nought until then.
    moment: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    correlation: Option<String>,
    /// Who did it.
    username: String,
}

impl Deed {
    pub(crate) fn new(operation: &str, call: Incoming<'_>, correlation: Option<&str>, username: &str) -> Self {
        Self {
            operation: operation.into(),
            path: call.path.into(),
            body: String::from_utf8_lossy(call.body).into_owned(),
            moment: 0,
            correlation: correlation.map(str::to_owned),
            username: username.into(),
        }
    }
}

macro_rules! done_by_name {
    ($($first:ident $(:: $rest:ident)*,)*) => {
        fn by_name(world: &mut World, deed: &Deed) -> Option<Result<Value, Refusal>> {
            $(if <operations::$first $(:: $rest)* as Operation>::SPEC.name == deed.operation {
                return Some(world.perform::<operations::$first $(:: $rest)*>(deed));
            })*
            None
        }
    };
}

contract::for_each_answered_operation!(done_by_name);

impl World {
    /// Does what a call asks. A write becomes a deed; one that the gateway does once per correlation id (quirk C17) is
    /// answered a second time and not done again.
    pub(crate) fn carry_out<O: Operation>(
        &mut self,
        request: O,
        concerned: &[PersonNumber],
        mut deed: Deed,
    ) -> Result<O::Answer, Refusal>
    where
        World: Handle<O>,
    {
        if !O::SPEC.writes() || !<World as Handle<O>>::KEPT {
            return self.handle(request, concerned);
        }
        let once = is_done_once(O::SPEC.name).then(|| deed.correlation.clone()).flatten();
        let key = once.map(|correlation| (O::SPEC.name, correlation));
        if let Some(answer) = key.as_ref().and_then(|key| self.answers.get(key))
            && let Ok(answer) = serde_json::from_str(answer)
        {
            return Ok(answer);
        }
        if deed.moment == 0 {
            deed.moment = self.now();
        }
        self.issuing.hand = Hand::new(self.writes(), deed.moment, &deed.username);
        self.issuing.writing = Some(deed.moment);
        let answer = self.handle(request, concerned);
        self.issuing.writing = None;
        let answer = answer?;
        if let Some(key) = key {
            self.answers.insert(key, serde_json::to_string(&answer).unwrap_or_default());
        }
        self.write_down(concerned, deed);
        Ok(answer)
    }

    /// Does a deed again, or one on behalf of somebody else.
    pub(crate) fn again(&mut self, deed: &Deed) -> Result<Value, Refusal> {
        by_name(self, deed).unwrap_or_else(|| Err(Refusal::bad_request("no operation has this name")))
    }

    fn perform<O: Operation>(&mut self, deed: &Deed) -> Result<Value, Refusal>
    where
        World: Handle<O>,
        O::Family: Door,
    {
        let call = Incoming { path: &deed.path, body: deed.body.as_bytes() };
        let (_, request) = O::Family::take_in::<O>(&call).map_err(|(_, refusal)| refusal)?;
        // What is refused for its time was right in its own.
        self.issuing.writing = (deed.moment != 0).then_some(deed.moment);
        let concerned = self.concerns(&request);
        self.issuing.writing = None;
        let answer = self.carry_out(request, &concerned?, deed.clone())?;
        Ok(serde_json::to_value(answer).unwrap_or_default())
    }
}

/// The public specification states it for these (`x-wl-idempotent`), and not for creating a dispute, a chargeback, limits
/// and overrides.
fn is_done_once(name: &str) -> bool {
    let posts_or_reverses = name.ends_with("Operation") && (name.starts_with("post") || name.starts_with("reverse"));
    let others = [
        "createDisputePosting",
        "createDisputeEvent",
        "addDisputeDocument",
        "scheduleAccountFutureUpdate",
        "cancelAccountFutureUpdate",
        "createCustomerContact",
    ];
    posts_or_reverses || others.contains(&name)
}
