//! Where the payloads of the wallet family differ from what a tidy mind expects.

mod answers;
mod gateway;
mod money_and_identifiers;
mod names;
mod paths;
mod secrets;
mod semantics;
