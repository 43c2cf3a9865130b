//! Every write that was done, in order: what a state file remembers and a new sandbox does again.

use contract::{CustomerUri, Lists, Operation, operations};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    door::{Door, Incoming},
    handlers::Handle,
    issuing::Hand,
    population::{By, PersonNumber},
    refusal::Refusal,
    veil::veiled,
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
    /// Refused in the end, and yet something came of it: a wrong answer counts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    refused: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    correlation: Option<String>,
    /// Who did it.
    username: String,
}

/// Stands for an operation where there was none.
const BESIDE: &str = "beside the gateway";

/// What was done beside it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Beside {
    customer_uri: CustomerUri,
    active: Option<bool>,
    locked: Option<bool>,
}

impl Deed {
    pub(crate) fn new(operation: &str, call: Incoming<'_>, correlation: Option<&str>, username: &str) -> Self {
        Self {
            operation: operation.into(),
            path: call.path.into(),
            body: veiled(&String::from_utf8_lossy(call.body)),
            moment: 0,
            refused: false,
            correlation: correlation.map(str::to_owned),
            username: username.into(),
        }
    }

    /// What somebody else did with a wallet, beside the gateway.
    pub(crate) fn beside(customer_uri: &CustomerUri, active: Option<bool>, locked: Option<bool>) -> Self {
        let body = json!({ "customerUri": customer_uri, "active": active, "locked": locked }).to_string();
        Self::new(BESIDE, Incoming { lists: Lists::default(), path: "", body: body.as_bytes() }, None, "")
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

contract::for_each_rep_operation!(done_by_name);

impl World {
    /// Does what a call asks. A write becomes a deed; one that the gateway does once per correlation id
    /// (`Spec::idempotent`, quirk C17) gets its first answer a second time and is not done again.
    pub(crate) fn carry_out<O: Operation>(
        &mut self,
        request: O,
        concerned: &[PersonNumber],
        mut deed: Deed,
    ) -> Result<O::Answer, Refusal>
    where
        World: Handle<O>,
    {
        if !O::SPEC.writes() {
            return self.handle(request, concerned);
        }
        let once = O::SPEC.idempotent.then(|| deed.correlation.clone()).flatten();
        let key = once.map(|correlation| (O::SPEC.name, correlation));
        if let Some(answer) = key.as_ref().and_then(|key| self.answers.get(key))
            && let Ok(answer) = serde_json::from_str(answer)
        {
            return Ok(answer);
        }
        if deed.moment == 0 {
            deed.moment = self.now();
        }
        self.issuing.hand = Hand::new(self.writes(), &deed.username);
        self.issuing.writing = Some(deed.moment);
        self.altered = false;
        let answer = self.handle(request, concerned);
        self.issuing.writing = None;
        if answer.is_err() && self.altered {
            deed.refused = true;
            self.write_down(concerned, deed);
            return answer;
        }
        let answer = answer?;
        if let Some(key) = key {
            self.answers.insert(key, serde_json::to_string(&answer).unwrap_or_default());
        }
        self.write_down(concerned, deed);
        Ok(answer)
    }

    /// Whether a write that is done once per correlation id was answered under this one.
    pub(crate) fn is_answered(&self, operation: &'static str, correlation: Option<&str>) -> bool {
        correlation.is_some_and(|correlation| self.answers.contains_key(&(operation, correlation.to_owned())))
    }

    /// Does a deed again, or one on behalf of somebody else.
    pub(crate) fn again(&mut self, deed: &Deed) -> Result<Value, Refusal> {
        if deed.operation == BESIDE {
            let unreadable = || Refusal::bad_request("what was done beside the gateway cannot be read");
            let Beside { customer_uri, active, locked } = serde_json::from_str(&deed.body).map_err(|_| unreadable())?;
            let whose = self.find(By::Uri, customer_uri.as_str()).first().copied();
            self.set(whose.ok_or_else(unreadable)?, active, locked);
            return Ok(Value::Null);
        }
        let unknown = || Err(Refusal::bad_request("no operation has this name"));
        let done = by_name(self, deed).unwrap_or_else(unknown);
        if deed.refused { Ok(Value::Null) } else { done }
    }

    fn perform<O: Operation>(&mut self, deed: &Deed) -> Result<Value, Refusal>
    where
        World: Handle<O>,
        O::Family: Door,
    {
        let call = Incoming { lists: self.lists, path: &deed.path, body: deed.body.as_bytes() };
        let (_, request) = O::Family::take_in::<O>(&call).map_err(|(_, refusal)| refusal)?;
        // What is refused for its time was right in its own.
        self.issuing.writing = (deed.moment != 0).then_some(deed.moment);
        let concerned = self.concerns(&request);
        self.issuing.writing = None;
        let answer = self.carry_out(request, &concerned?, deed.clone())?;
        Ok(serde_json::to_value(answer).unwrap_or_default())
    }
}
