//! Whatever arrives, reading it ends in an answer or in a typed error: no panic, and no text of what arrived in the error.

mod doors;
mod mangled;
#[path = "../common/samples.rs"]
mod samples;
#[path = "../common/statement_probe.rs"]
mod statement_probe;
mod values;
#[path = "../common/written.rs"]
mod written;
