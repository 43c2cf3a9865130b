//! Where the payloads of the wallet family differ from what a tidy mind expects. Each function's name begins with the quirk's
//! number; what has nothing to do on the wire has no function.

mod answers;
mod gateway;
mod money_and_identifiers;
mod names;
mod paths;
mod secrets;
mod semantics;
