//! Short ways to send a request of the issuing family, and to read an answer and write it back.

use std::fmt::Debug;

use contract::{Family, Opened, Operation, Sender, issuing::Issuing};
use serde_json::Value;

/// What goes over the wire for issuer 1234: the path with its query, and the body. On the way the request is read as
/// the gateway would read it, and must be the same again.
pub fn sent<O: Operation<Family = Issuing> + PartialEq + Debug>(request: &O) -> (String, Option<Value>) {
    let sender = Sender { issuer_id: "1234".into(), ..Sender::default() };
    let wire = Issuing::seal(request, &sender).expect("sendable");
    let (read_sender, read) = Issuing::read::<O>(&wire).expect("readable by the gateway");
    assert_eq!((&read_sender, &read), (&sender, request));
    (wire.path, wire.body.as_deref().map(json))
}

/// What the answer holds.
pub fn answered<O: Operation<Family = Issuing>>(text: &str) -> O::Answer {
    match Issuing::open::<O>(text) {
        Ok(Opened::Done(answer)) => answer,
        Ok(_) => panic!("{} was not done", O::SPEC.name),
        Err(malformed) => panic!("{}: {malformed}", O::SPEC.name),
    }
}

/// The answer's `data` as the sandbox would write it after the portal read it.
pub fn written_back<O: Operation<Family = Issuing>>(text: &str) -> Value {
    serde_json::to_value(answered::<O>(text)).expect("every value may be written")
}

/// Any JSON.
pub fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}
